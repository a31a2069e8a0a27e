"""Everything that a site of many authorities consists of: pages in the frame, downloads, what hosts read."""

import re
from collections.abc import Callable, Iterator, MutableMapping
from pathlib import Path

import socialvalue.publish.many.pages
from socialvalue.carried import carried
from socialvalue.members import members
from socialvalue.publish.formats.plain_text import plain_text
from socialvalue.publish.frame.csp import headers
from socialvalue.publish.frame.mkdocs_frame import Doors, build_frame, stamp
from socialvalue.publish.frame.sitemap import robots, sitemap
from socialvalue.publish.frame.sorting import sorting
from socialvalue.publish.frame.templating import plain_templates, rendered
from socialvalue.publish.many.downloads import files as download_files
from socialvalue.publish.many.many import Many
from socialvalue.publish.page import PageText
from socialvalue.publish.page_addresses import whole_address
from socialvalue.publish.words.language import _, in_english
from socialvalue.records.gathered import Gathered

Files = MutableMapping[str, bytes]
HEADING = re.compile(r'<h2 id="([^"]+)"[^>]*>(.*?)</h2>', re.DOTALL)
UNUSED = (
    "assets/prepare.js",
    "assets/prepare-reading.js",
    "assets/search.js",
    "assets/spelling.js",
    "assets/explore.js",
    "assets/explore_lines.js",
    "assets/compare.js",
)
"""Scripts of pages that this site has not."""


def many_onto(shelf: Callable[[], Files], gathered: Gathered, base_url: str = "") -> Files:
    """Every file of the site by its path, laid on a shelf as it is made."""
    with in_english():
        many = Many(gathered, whole_address(base_url or gathered.about.base_url))
        return _drawn(shelf(), many)


def _drawn(files: Files, many: Many) -> Files:
    about = many.gathered.about
    frame = build_frame(
        carried("mkdocs.yml").parent,
        title=about.title,
        place=about.place,
        description=about.description,
        base_url=many.base_url,
        version=many.version,
        announce=_announced(many) or None,
        doors=_doors(),
    )
    files.update({path: content for path, content in frame.files.items() if path not in UNUSED})
    for text in _pages(many):
        files[text.path] = stamp(frame, text)
    files.update(download_files(many))
    for path, place in many.gathered.parquet.items():
        files[f"parquet/{path}"] = place.read_bytes()
    files["robots.txt"] = robots(many.base_url)
    files["_headers"] = headers(frame.policy)
    files[".nojekyll"] = b""
    if many.base_url:
        files["sitemap.xml"] = sitemap(many.base_url, sorted(path for path in files if path.endswith(".html")))
    return files


def _pages(many: Many) -> Iterator[PageText]:
    environment = plain_templates()
    environment.globals.update(many=many, about=many.gathered.about)
    for page in members(socialvalue.publish.many.pages, "PAGE"):
        template = environment.get_template(f"many/{page.name}.jinja")
        for entry in page.entries(many):
            body = rendered(template, entry.path, entry=entry, **entry.context)
            yield PageText(
                path=entry.path,
                title=entry.title,
                description=entry.description,
                body=body + sorting(body, "../" * entry.path.count("/")),
                toc=tuple((found[1], plain_text(found[2])) for found in HEADING.finditer(body)),
                section=page.section,
                searchable=False,
            )


def _announced(many: Many) -> str:
    """What stands at the top of each page: what the list says, and that invented data are among the others."""
    invented = [each.name for each in many.gathered.publishers if each.invented]
    said = _("Some of these data are invented: %(names)s.", names=", ".join(invented)) if invented else ""
    return " ".join(filter(None, (many.gathered.about.announcement, said)))


def _doors() -> Doors:
    menu = [
        (_("Authorities"), "index.html"),
        (_("Totals"), "totals.html"),
        (_("Measures"), "measures.html"),
        (_("Places"), "areas.html"),
        (_("Organisations"), "organisations.html"),
        (_("Data"), "data.html"),
    ]
    about = [(_("What is never added"), "never-added.html")]
    return Doors(
        docs=Path(__file__).parent / "docs",
        menu=menu,
        foot=[(_("Find"), menu[:5]), (_("Use"), menu[5:]), (_("Understand"), about)],
        licence=_("Each authority’s data keep the licence that it names. No cookies, no trackers."),
    )
