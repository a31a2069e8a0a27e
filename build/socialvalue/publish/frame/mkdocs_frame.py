"""Draw the site's frame with mkdocs-material once, and stamp every data page from its shell."""

import json
import re
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from markupsafe import escape

from socialvalue import system
from socialvalue.errors import BrokenRepository
from socialvalue.publish.frame import csp
from socialvalue.publish.frame.kept_drawing import kept_drawing
from socialvalue.publish.frame.lean_styles import lean, packed
from socialvalue.publish.frame.own_scripts import drawn_alone, refuse_scripts
from socialvalue.publish.frame.running_mkdocs import DEEPEST, SHELL, drawn, shell_path
from socialvalue.publish.frame.scripts import joined
from socialvalue.publish.page import PageText
from socialvalue.publish.page_addresses import canonical, safe_address, whole_address

OWN_LOGO = "theme/assets/logo.svg"
"""The sign of an authority in the header, beside its data."""
_SLOT = re.compile(r"%%ov-([a-z-]+)%%")
_OPENS, _KEPT, _VERSION = "%%ov-", "%%ov-kept%%", "%%ov-version%%"
_MODULES = "assets/prepare/"
"""The modules of the form’s script, which become one file."""
_UNDRIVEN = re.compile(
    r'<input class="md-toggle"[^>]*>|<label class="md-overlay"[^>]*></label>'
    r'|<div class="md-dialog"[^>]*>\s*<div class="md-dialog__inner[^>]*></div>\s*</div>'
)
"""Parts of each page that only Material's scripts would work."""


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
    given = {"site_name": _kept(title), "site_description": _kept(description)}
    given |= {"site_url": base_url, "repo_url": safe_address(repo_url or "")}
    said: dict[str, Any] = {"place": _kept(place), "announce": _kept(announce or ""), "doors": doors}
    said |= {"data_version": version and _VERSION}
    said |= {"own_menu": list((menu or {}).items()), "own_logo": any((each / OWN_LOGO).is_file() for each in own)}
    pages = doors.docs if doors else root / "docs"
    try:
        files, styles = kept_drawing(
            lambda: drawn(root, pages, own, given, said),
            [root / "mkdocs.yml", pages, *(each / name for each in own for name in ("docs", "theme"))],
            repr((given, said)),
        )
    except OSError as failure:
        raise _no_room(failure) from failure
    files = {path: _of_version(path, content, version) for path, content in files.items()}
    return _frame(files, styles, name=f"{title} {place}".strip(), base_url=base_url, announced=announce or "")


def _no_room(failure: OSError) -> BrokenRepository:
    """What to do where the frame could not be drawn on the disk."""
    folder = tempfile.tempdir or "the temporary folder"  # worked out once it was first asked for
    return BrokenRepository(
        f"The site's frame could not be drawn in {failure.filename or folder}: {system.reason(failure)}. "
        f"Make room in {folder}, or name another folder in TMPDIR."
    )


def _of_version(path: str, content: bytes, version: str) -> bytes:
    """A page with the version of the data, which alone of what stands in a frame changes with each return."""
    return content.replace(_VERSION.encode(), str(escape(version)).encode()) if path.endswith(".html") else content


def _kept(text: str) -> str:
    """A text of the authority, which stays text where it looks like a slot: its opening becomes a slot of its own."""
    return text.replace(_OPENS, _KEPT)


def _frame(files: dict[str, bytes], styles: list[str], *, name: str, base_url: str, announced: str) -> Frame:
    """Sort what mkdocs wrote into shells, search and files, and write the policy into each page."""
    index = json.loads(files.pop("search/search_index.json"))
    for path in [path for path in files if path.startswith("assets/stylesheets/main.")]:
        files[path] = lean(files[path])
    files["assets/site.css"] = packed(b"\n".join(files.pop(f"assets/{style}.css") for style in styles))
    modules = {path: files.pop(path).decode() for path in list(files) if path.startswith(_MODULES)}
    scripts = joined({Path(path).stem: text for path, text in modules.items()}, "prepare")
    files |= {f"assets/{name}": text.encode() for name, text in scripts.items()}
    pages = {path: files.pop(path).decode() for path in list(files) if path.endswith(".html")}
    rules = csp.policy(drawn_alone(pages))
    refuse_scripts(pages, {path: content for path, content in files.items() if path.endswith(".svg")})
    pages = {path: _UNDRIVEN.sub("", page) for path, page in pages.items()}
    pages = {path: page.replace("%%ov-policy%%", str(escape(rules)), 1) for path, page in pages.items()}
    shells = {depth: _tight(pages.pop(shell_path(depth, ".html"))) for depth in range(DEEPEST + 1)}
    written = {path: page.replace(_KEPT, _OPENS).encode() for path, page in pages.items()}
    return Frame(
        files=dict(sorted((files | written).items())),
        shells=shells,
        search_docs=tuple(doc for doc in index["docs"] if not doc["location"].startswith(SHELL)),
        policy=rules,
        name=name,
        base_url=base_url,
        announced=announced,
    )


def _tight(shell: str) -> str:
    """Drop the blank lines that templates leave; no shell holds text in which they would mean something."""
    return re.sub(r"\n\s*\n", "\n", shell)


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
