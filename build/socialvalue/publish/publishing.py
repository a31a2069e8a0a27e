"""Everything that is published, as files in memory: pages stamped into the frame, charts, downloads."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import socialvalue.publish.pages
from socialvalue.members import members
from socialvalue.publish.drawing import Drawings
from socialvalue.publish.frame import PageText, build_frame, search_entries, sitemap, stamp
from socialvalue.publish.page import Entry, Page
from socialvalue.publish.release import downloads
from socialvalue.publish.site import Site
from socialvalue.publish.templating import templates
from socialvalue.records import Valuation

HEADING = re.compile(r'<h2 id="([^"]+)"[^>]*>(.*?)</h2>', re.DOTALL)
TAG = re.compile(r"<[^>]+>")


def publish(valuation: Valuation, root: Path, base_url: str = "") -> dict[str, bytes]:
    """Every file of the site by its path. Writes nothing.

    `root` is the folder with mkdocs.yml and the hand-written pages.
    """
    site = Site(valuation, base_url or valuation.checked.settings.base_url)
    settings = site.settings
    frame = build_frame(
        root,
        title=settings.title,
        place=settings.place,
        description=settings.description,
        base_url=site.base_url,
        repo_url=settings.repository or None,
        announcement=settings.announcement,
    )
    files = dict(frame.files)
    drawings = Drawings(site)
    files.update(downloads(site))
    texts = list(_texts(site, drawings))
    files.update({text.path: stamp(frame, text) for _, text in texts})
    files.update(drawings.files)
    files["search/search_index.json"] = search_entries(
        frame, [text for page, text in texts if page.searchable]
    )
    if site.base_url:
        files["sitemap.xml"] = sitemap(
            site.base_url, sorted(path for path in files if path.endswith(".html"))
        )
    return files


def _texts(site: Site, drawings: Drawings) -> Iterator[tuple[Page, PageText]]:
    environment = templates(site, drawings)
    for page in members(socialvalue.publish.pages, "PAGE"):
        template = environment.get_template(f"{page.name}.jinja")
        for entry in page.entries(site):
            body = template.render(here=entry.path, entry=entry, **entry.context)
            yield page, _text(page, entry, body)


def _text(page: Page, entry: Entry, body: str) -> PageText:
    headings = tuple((found[1], unescape(TAG.sub("", found[2])).strip()) for found in HEADING.finditer(body))
    return PageText(entry.path, entry.title, entry.description, body, headings, page.section)
