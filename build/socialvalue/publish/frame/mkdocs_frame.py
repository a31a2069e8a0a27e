"""Draw the site's frame with mkdocs-material once, and stamp every data page from its shell."""

import json
import re
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote

from markupsafe import escape

from socialvalue import system
from socialvalue.errors import BrokenRepository
from socialvalue.publish.frame import csp
from socialvalue.publish.frame.complaints import complaints
from socialvalue.publish.frame.lean_styles import lean, packed
from socialvalue.publish.frame.scripts import joined
from socialvalue.publish.words.frame_language import copy_pages, speak

DEEPEST = 3
THEME = Path(__file__).parents[1] / "theme"
"""Our templates, styles and scripts, over those of mkdocs-material."""
OWN_LOGO = "theme/assets/logo.svg"
"""The sign of an authority in the header, beside its data."""
OWN_STYLE = "own"
"""The stylesheet of an authority, in theme/assets/ beside its data."""
_SHELL = "_shell"
_SLOT = re.compile(r"%%ov-([a-z-]+)%%")
_OF_ADDRESSES = "%/:@[]?#=&;,+!$*()~"
_OPENS, _KEPT = "%%ov-", "%%ov-kept%%"
_MODULES = "assets/prepare/"
"""The modules of the form’s script, which become one file."""
# What mkdocs writes and no page of ours asks for: source maps, its scripts, its own dated sitemap, and the palettes
# that our tokens replace.
_UNWANTED = re.compile(r"\.map$|^assets/javascripts/|^sitemap\.xml|^assets/stylesheets/palette\.|/favicon\.png$")
_UNDRIVEN = re.compile(
    r'<input class="md-toggle"[^>]*>|<label class="md-overlay"[^>]*></label>'
    r'|<div class="md-dialog"[^>]*>\s*<div class="md-dialog__inner[^>]*></div>\s*</div>'
)
"""Parts of each page that only Material's scripts would work."""


class Part(NamedTuple):
    """A part of a page that a search finds by itself, all in plain text. `kind` is one of search/documents.py."""

    anchor: str
    title: str
    text: str
    kind: str


class Doors(NamedTuple):
    """Where the frame of another kind of site leads: (words, path) pairs, in the language of the site."""

    docs: Path
    """Its pages that are written by hand."""
    menu: Sequence[tuple[str, str]]
    foot: Sequence[tuple[str, Sequence[tuple[str, str]]]]
    """Titles, each with its links."""
    licence: str
    """What the foot says of the licence."""


@dataclass(frozen=True)
class PageText:
    """One data page before it has a frame.

    `path` is its address within the site, such as `projects/north-road.html`. `body` is HTML that is
    already safe. `title`, `description` and the labels of `toc` are plain text and are escaped here. `toc`
    holds the id and label of each h2. `section` is the menu's word for it, as in `projects`. A list page is not
    `searchable`, or its whole table would be the answer to every question; `parts` are found by themselves. `head` is
    safe HTML for the page's head. `stands_at` is the path that it goes by, where that is another one: the page is an
    old address.
    """

    path: str
    title: str
    description: str
    body: str
    toc: tuple[tuple[str, str], ...] = ()
    section: str = ""
    searchable: bool = True
    parts: tuple[Part, ...] = ()
    head: str = ""
    stands_at: str = ""
    picture: str = "assets/card.png"
    """What other sites show beside a link to it."""


@dataclass(frozen=True)
class Frame:
    """What mkdocs drew: files by path, one shell for each depth of folder, and its own pages for the search."""

    files: Mapping[str, bytes]
    shells: Mapping[int, str]
    search_docs: tuple[Mapping[str, Any], ...]
    policy: str
    name: str
    base_url: str
    announced: str = ""
    """What stands at the top of each page."""


def build_frame(  # noqa: PLR0913  each is said by its name
    root: Path,
    *own: Path,
    title: str,
    place: str,
    description: str,
    base_url: str | None = None,
    repo_url: str | None = None,
    announce: str | None = None,
    version: str = "",
    menu: Mapping[str, str] | None = None,
    doors: Doors | None = None,
) -> Frame:
    """Run mkdocs on the pages and settings at `root` and return its frame; each `own` is laid over them.

    `doors` stand in place of the pages, the menu and the foot of a site about one authority.

    Raises BrokenRepository, with what mkdocs says, where mkdocs complains. `base_url` is where the site
    will stand, if that is known; `announce` a line of plain text for the top of each page, `version` that of
    the data, for its foot. Nothing is left on the disk.
    """
    base_url = whole_address(base_url)
    given = {
        "site_name": _kept(title),
        "site_description": _kept(description),
        "site_url": base_url,
        "repo_url": _safe_address(repo_url or ""),
    }
    said: dict[str, Any] = {"place": _kept(place), "announce": _kept(announce or ""), "data_version": version}
    said |= {"own_menu": list((menu or {}).items()), "own_logo": any((each / OWN_LOGO).is_file() for each in own)}
    said |= {"doors": doors}
    try:
        files, styles = _drawn(root, doors.docs if doors else root / "docs", own, given, said)
    except OSError as failure:
        folder = tempfile.tempdir or "the temporary folder"  # worked out once it was first asked for
        raise BrokenRepository(
            f"The site's frame could not be drawn in {failure.filename or folder}: {system.reason(failure)}. "
            f"Make room in {folder}, or name another folder in TMPDIR."
        ) from failure
    return _frame(files, styles, name=f"{title} {place}".strip(), base_url=base_url, announced=announce or "")


def _drawn(
    root: Path, pages: Path, own: Sequence[Path], given: dict[str, str], said: dict[str, Any]
) -> tuple[dict[str, bytes], list[str]]:
    """Every file that mkdocs writes, by its path, and the names of our stylesheets. It works in a temporary folder."""
    with system.temporary_folder("socialvalue-frame-") as folder:
        docs, site = folder / "docs", folder / "site"
        _lay_out(pages, own, docs)
        places = {"docs_dir": str(docs), "site_dir": str(site)}
        styles = _run_mkdocs(root / "mkdocs.yml", {**given, **places}, said, own)
        files = {
            path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file()
        }
    return files, styles


def _safe_address(address: str) -> str:
    """The address with whatever would end an attribute or begin a tag percent-encoded: mkdocs escapes none of it."""
    return quote(address, safe=_OF_ADDRESSES)


def whole_address(base_url: str | None) -> str:
    """Where the site will stand, with a slash at its end; empty where nobody said."""
    return _safe_address(base_url.rstrip("/") + "/") if base_url else ""


def _lay_out(source: Path, own: Sequence[Path], docs: Path) -> None:
    """Copy the hand-written pages and put a page beside them for each depth of folder, to become a shell."""
    if not source.is_dir():
        raise BrokenRepository(f"There is no folder {source}. It holds the site's hand-written pages.")
    copy_pages(source, docs)
    for pages in filter(Path.is_dir, (folder / "docs" for folder in own)):
        copy_pages(pages, docs)
    for depth in range(DEEPEST + 1):
        page = docs / _shell_path(depth, ".md")
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text("---\ntitle: Shell\nshell: true\n---\n", encoding="utf-8")


def _kept(text: str) -> str:
    """A text of the authority, which stays text where it looks like a slot: its opening becomes a slot of its own."""
    return text.replace(_OPENS, _KEPT)


def _shell_path(depth: int, suffix: str) -> str:
    return "/".join([_SHELL] * (depth + 1)) + suffix


def _run_mkdocs(config_file: Path, given: dict[str, str], extra: dict[str, Any], own: Sequence[Path]) -> list[str]:
    """Run mkdocs without its chatter. Return the names of our stylesheets, in order; an authority's own comes last."""
    from jinja2 import TemplateError
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.exceptions import MkDocsException

    if not config_file.is_file():
        raise BrokenRepository(f"There is no {config_file}. It says how the site's frame is drawn.")
    with complaints() as complained:
        try:
            config = load_config(config_file=str(config_file), **given)
            config["extra"] |= extra
            speak(config)
            styles = list(config["extra"].get("styles", []))
            config.theme.dirs.insert(0, str(THEME))
            for theme in filter(Path.is_dir, (folder / "theme" for folder in own)):
                config.theme.dirs.insert(0, str(theme))
                styles += [OWN_STYLE] if (theme / f"assets/{OWN_STYLE}.css").is_file() else []
            build(config)
        except (MkDocsException, TemplateError) as failure:
            complained.append(str(failure))
    if complained:
        raise BrokenRepository("The site's frame could not be drawn. mkdocs says: " + " ".join(complained))
    return styles


def _frame(files: dict[str, bytes], styles: list[str], *, name: str, base_url: str, announced: str) -> Frame:
    """Sort what mkdocs wrote into shells, search and files, and write the policy into each page."""
    files = {path: content for path, content in files.items() if not _UNWANTED.search(path)}
    index = json.loads(files.pop("search/search_index.json"))
    for path in [path for path in files if path.startswith("assets/stylesheets/main.")]:
        files[path] = lean(files[path])
    files["assets/site.css"] = packed(b"\n".join(files.pop(f"assets/{style}.css") for style in styles))
    modules = {path: files.pop(path).decode() for path in list(files) if path.startswith(_MODULES)}
    files["assets/prepare.js"] = joined({Path(path).stem: text for path, text in modules.items()}).encode()
    pages = {path: files.pop(path).decode() for path in list(files) if path.endswith(".html")}
    rules = csp.policy(pages.values())
    pages = {path: _UNDRIVEN.sub("", page) for path, page in pages.items()}
    pages = {path: page.replace("%%ov-policy%%", str(escape(rules)), 1) for path, page in pages.items()}
    shells = {depth: _tight(pages.pop(_shell_path(depth, ".html"))) for depth in range(DEEPEST + 1)}
    written = {path: page.replace(_KEPT, _OPENS).encode() for path, page in pages.items()}
    return Frame(
        files=dict(sorted((files | written).items())),
        shells=shells,
        search_docs=tuple(doc for doc in index["docs"] if not doc["location"].startswith(_SHELL)),
        policy=rules,
        name=name,
        base_url=base_url,
        announced=announced,
    )


def _tight(shell: str) -> str:
    """Drop the blank lines that templates leave; no shell holds text in which they would mean something."""
    return re.sub(r"\n\s*\n", "\n", shell)


def canonical(base_url: str, path: str) -> str:
    """Return the full address of a page. A folder's own page goes by the folder's name."""
    return base_url + re.sub(r"(^|/)index\.html$", r"\1", path)


def stamp(frame: Frame, page: PageText) -> bytes:
    """Return the page in its frame. One pass fills the shell, so no text can pass itself off as a slot."""
    shell = frame.shells.get(page.path.count("/"))
    if shell is None:
        raise ValueError(f"{page.path} lies deeper than {DEEPEST} folders")
    title = page.title if page.title == frame.name else f"{page.title} – {frame.name}"
    slots = {
        "title": str(escape(title)),
        "description": str(escape(page.description)),
        "canonical": f"{_canonical_tags(frame.base_url, page)}{page.head}",
        "body": page.body,
        "no-toc": "" if page.toc else " hidden",
        "toc": "".join(
            f'<li><a class="md-nav__link" href="#{escape(anchor)}">{escape(label)}</a></li>'
            for anchor, label in page.toc
        ),
        "kept": _OPENS,
        f"menu-{page.section}": ' aria-current="true"',
    }
    return _SLOT.sub(lambda found: slots.get(found[1], ""), shell).encode()


def _canonical_tags(base_url: str, page: PageText) -> str:
    path = page.stands_at or page.path
    if not base_url:
        up = "../" * page.path.count("/")
        return f'<link rel="canonical" href="{escape(up + path)}">' if page.stands_at else ""
    address = escape(canonical(base_url, path))
    picture = escape(base_url + page.picture)
    return (
        f'<link rel="canonical" href="{address}">\n      <meta property="og:url" content="{address}">'
        f'\n      <meta property="og:image" content="{picture}">'
        '\n      <meta name="twitter:card" content="summary_large_image">'
    )
