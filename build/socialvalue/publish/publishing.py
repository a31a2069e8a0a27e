"""Everything that is published, as files in memory: pages stamped into the frame, charts, downloads."""

import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, MutableMapping
from dataclasses import replace
from pathlib import Path

import socialvalue.publish.pages
from socialvalue.carried import carried
from socialvalue.errors import BrokenRepository
from socialvalue.members import members
from socialvalue.publish.downloads.calendar import calendars
from socialvalue.publish.downloads.compare_data import members_json
from socialvalue.publish.downloads.explore_data import explore_files
from socialvalue.publish.downloads.member_lines import member_lines
from socialvalue.publish.downloads.news import atom
from socialvalue.publish.downloads.ocds import releases
from socialvalue.publish.downloads.prepare_data import files as prepare_files
from socialvalue.publish.downloads.published_tables import csv_of
from socialvalue.publish.downloads.release import downloads
from socialvalue.publish.downloads.version import version
from socialvalue.publish.downloads.workbooks import workbooks
from socialvalue.publish.drawing.chart_scripts import vega
from socialvalue.publish.drawings import Drawings
from socialvalue.publish.formats.plain_text import plain_text
from socialvalue.publish.frame.card import PATH as CARD
from socialvalue.publish.frame.card import card, path_of, project_cards
from socialvalue.publish.frame.csp import headers, inline_styles
from socialvalue.publish.frame.embed import embedded
from socialvalue.publish.frame.linked_data import linked_data
from socialvalue.publish.frame.mkdocs_frame import Frame, build_frame, stamp
from socialvalue.publish.frame.own_colours import own_colours
from socialvalue.publish.frame.redirects import moved, rules
from socialvalue.publish.frame.security import PATH as SECURITY
from socialvalue.publish.frame.security import security_txt
from socialvalue.publish.frame.sitemap import robots, sitemap
from socialvalue.publish.frame.sorting import sorting
from socialvalue.publish.frame.templating import rendered, templates
from socialvalue.publish.frame.titles import told_apart
from socialvalue.publish.page import Entry, Page, PageText
from socialvalue.publish.page_addresses import EMBEDDED, whole_address
from socialvalue.publish.search.documents import documents
from socialvalue.publish.search.index import index
from socialvalue.publish.site import Site
from socialvalue.publish.story.kept_off import on_every_page
from socialvalue.publish.words.figures import web
from socialvalue.publish.words.language import Language, _, current, speaking, spoken
from socialvalue.records import Valuation
from socialvalue.records.settings import pairs

HEADING = re.compile(r'<h2 id="([^"]+)"[^>]*>(.*?)</h2>', re.DOTALL)
Files = MutableMapping[str, bytes]
Advance = Callable[[int, int], None]


def publish(
    valuation: Valuation, base_url: str = "", language: Language | None = None, own: Path | None = None
) -> dict[str, bytes]:
    """Every file of the site by its path, in memory: see `drawn_onto`."""
    return dict(drawn_onto(dict, valuation, base_url, language=language, own=own))


def drawn_onto(
    shelf: Callable[[], Files],
    valuation: Valuation,
    base_url: str = "",
    *,
    language: Language | None = None,
    own: Path | None = None,
    advance: Advance = lambda done, about: None,
) -> Files:
    """Every file of the site by its path, laid on a shelf as it is made.

    `shelf` gives an empty place for files, which need not be memory. `language` stands in place of the setting; `own`
    is the folder with the pages, looks and words of an authority; `advance` is told how many pages are drawn, and of
    about how many.

    Raises:
        BrokenRepository: the site has no words in the language that the settings name, mkdocs complains, or a framework
            that is not to be published is still in what was valued.
    """
    checked = valuation.checked
    if not checked.withheld.isdisjoint(checked.tables["measures"]["owner"]):
        raise BrokenRepository("The program is at fault: it was about to publish a framework that it must not publish.")
    settings = valuation.checked.settings
    ours = language or spoken(settings.language, own)
    with speaking(replace(ours, own=tuple(pairs(settings.words).items()))):
        return _published(shelf, valuation, base_url, own, advance)


def published_csv(valuation: Valuation, names: Iterable[str]) -> dict[str, bytes]:
    """Some of the tables as their files in data/ have them, by name, and nothing else of the site."""
    site = Site(valuation)
    return {name: csv_of(site, name) for name in names}


def _unfinished() -> str:
    """A line for every page where much of the language's catalogue is still to be translated."""
    return _("This edition is unfinished: much of it is still in English.") if current().unfinished else ""


def _published(
    shelf: Callable[[], Files], valuation: Valuation, base_url: str, own: Path | None, advance: Advance
) -> Files:
    site = Site(valuation, whole_address(base_url or valuation.checked.settings.base_url))
    site = replace(site, version=version(site))
    frame = _frame(site, own)
    files, bodies = shelf(), shelf()
    for made in (frame.files, downloads(site), member_lines(site), workbooks(site)):
        files.update(made)
    drawings = Drawings(site, files)
    texts = told_apart(list(_laid_aside(data_pages(site, drawings), bodies, advance, _about_pages(site))))
    old = list(moved(site))
    _refuse_doubled(texts)
    files.update((text.path, stamp(frame, text)) for text in old)
    files.update(index(documents(_stamped(frame, texts, bodies, files), frame.search_docs)))
    files.update((path, embedded(frame, path, shown, site.version)) for path, shown in drawings.embedded.items())
    if drawings.drawn:
        files["assets/vega.js"] = vega()
    if frame.base_url:
        files[CARD] = card()
        files.update(project_cards(site))
    files["compare/members.json"] = members_json(site)
    files.update(explore_files(site))
    files.update(prepare_files(site))
    files["news.xml"] = atom(site)
    files.update(calendars(site))
    files.update(releases(site))
    files["robots.txt"] = robots(frame.base_url)
    if frame.base_url:
        pages = {path for path in files if path.endswith(".html") and not path.startswith(EMBEDDED)}
        pages -= {text.path for text in old}
        files["sitemap.xml"] = sitemap(frame.base_url, sorted(pages))
    files.update(_for_hosts(site, frame, files))
    refuse_dead_doors(site.settings.menu, files)
    return files


def _frame(site: Site, own: Path | None) -> Frame:
    """The frame of every page, in the words and colours of the settings."""
    settings = site.settings
    frame = build_frame(
        carried("mkdocs.yml").parent,
        *([own] if own else []),
        title=settings.title,
        place=settings.place,
        description=settings.description,
        base_url=site.base_url,
        version=site.version,
        repo_url=web(settings.repository) or None,
        announce=" ".join(filter(None, (settings.announcement, _unfinished(), on_every_page(site)))) or None,
        menu=pairs(settings.menu),
    )
    styles = frame.files["assets/site.css"] + own_colours(settings.colours)
    return replace(frame, files={**frame.files, "assets/site.css": styles})


def _laid_aside(texts: Iterable[PageText], bodies: Files, advance: Advance, about: int) -> Iterator[PageText]:
    """The pages without their bodies, which wait until it is known how pages of one title are told apart."""
    for done, text in enumerate(texts, start=1):
        bodies[text.path] = text.body.encode()
        advance(done, about)
        yield replace(text, body="")


def _about_pages(site: Site) -> int:
    """About how many data pages there will be: those of each member, and the lists."""
    kinds = ("returns", "projects", "measures", "areas", "organisations", "programmes", "themes")
    return sum(len(site.frame(kind)) for kind in kinds) + len(members(socialvalue.publish.pages, "PAGE"))


def _stamped(frame: Frame, texts: Iterable[PageText], bodies: Files, files: Files) -> Iterator[PageText]:
    """The pages with their bodies again, each laid with the files in its frame."""
    for text in texts:
        whole = replace(text, body=bodies.pop(text.path).decode())
        files[text.path] = stamp(frame, whole)
        yield whole


def _for_hosts(site: Site, frame: Frame, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """What static hosts read: the policy, old addresses, and that no page is to be drawn from templates."""
    styles = inline_styles(files[path] for path in files if path.endswith(".svg"))
    found = {
        "_headers": headers(frame.policy, styles),
        "_redirects": rules(site),
        SECURITY: security_txt(site.settings, frame.base_url),
    }
    return {path: content for path, content in found.items() if content} | {".nojekyll": b""}


def data_pages(site: Site, drawings: Drawings) -> Iterator[PageText]:
    """Every data page before it has a frame; the charts that it shows are then in `drawings`."""
    environment = templates(site, drawings)
    for page in members(socialvalue.publish.pages, "PAGE"):
        template = environment.get_template(f"{page.name}.jinja")
        for entry in page.entries(site):
            yield _text(site, page, entry, rendered(template, entry.path, entry=entry, **entry.context))


def _refuse_doubled(texts: Iterable[PageText]) -> None:
    """Refuse two pages of one address, also where only capitals tell them apart: many disks would keep one of them."""
    first: dict[str, PageText] = {}
    for text in texts:
        other = first.setdefault(text.path.casefold(), text)
        if other is not text:
            raise BrokenRepository(
                f"Two pages have the address {text.path}: {other.title!r} and {text.title!r}. "
                "Give one of them another name. Nothing was published."
            )


def refuse_dead_doors(menu: str, paths: Container[str]) -> None:
    """Refuse an entry of the menu that leads to a page which the site does not have."""
    for name, to in pairs(menu).items():
        if not web(to) and to not in paths:
            raise BrokenRepository(
                f"authority.toml: menu: {name} leads to {to}, and the site has no such page. Write it in docs/ beside "
                "data/ and set own_pages = true, or take the entry away. Nothing was published."
            )


def _text(site: Site, page: Page, entry: Entry, body: str) -> PageText:
    headings = tuple((found[1], plain_text(found[2])) for found in HEADING.finditer(body))
    return PageText(
        path=entry.path,
        title=entry.title,
        description=entry.description,
        body=body + sorting(body, "../" * entry.path.count("/")),
        toc=headings if page.contents and len(headings) > 1 else (),
        section=page.section,
        searchable=page.searchable,
        parts=entry.parts,
        head=linked_data(site, page.name, entry),
        picture=path_of(entry.context["project"]["project"]) if page.name == "project" else CARD,
    )
