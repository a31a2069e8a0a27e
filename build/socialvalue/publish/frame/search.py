"""Let people and machines find the pages: the search index, the sitemap and robots.txt."""

import json
from collections.abc import Iterable, Sequence

from markupsafe import escape

from socialvalue.publish.frame.mkdocs_frame import Frame, PageText, canonical

# The search box of mkdocs-material reads an entry as HTML. Angle brackets would be taken for tags even
# where they are written as entities, so in the index (and nowhere else) they are drawn as their typographic
# look-alikes.
_ANGLES = str.maketrans({"<": "‹", ">": "›"})


FIRST = {"projects": 4, "programmes": 2, "areas": 2, "organisations": 2, "years": 0.5, "returns": 0.25}
"""How much sooner than others a page of this folder is found: a project before each of its returns."""


def search_entries(frame: Frame, pages: Iterable[PageText]) -> bytes:
    """Return the search index: the hand-written pages that mkdocs found, then each searchable data page.

    A page is found by its title, its description and its `search_text`.
    """
    ours = [
        {
            "location": page.path,
            "title": _plain(page.title),
            "text": f"<p>{_plain(page.description)}</p><p>{_plain(page.search_text)}</p>",
            "boost": FIRST.get(page.path.partition("/")[0], 1),
        }
        for page in sorted(pages, key=lambda page: page.path)
        if page.searchable
    ]
    index = {"config": frame.search_config, "docs": [*frame.search_docs, *ours]}
    return json.dumps(index, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _plain(text: str) -> str:
    return str(escape(" ".join(text.split()).translate(_ANGLES)))


def sitemap(base_url: str, paths: Sequence[str]) -> bytes:
    """Return sitemap.xml for the pages at `paths`, but for the one that says that a page is missing.

    It bears no dates: a build's is not a page's.
    """
    pages = sorted(path for path in paths if path != "404.html")
    addresses = (f"  <url><loc>{escape(canonical(base_url, path))}</loc></url>\n" for path in pages)
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    opened = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    return (head + opened + "".join(addresses) + "</urlset>\n").encode()


def robots(base_url: str) -> bytes:
    """Return robots.txt: everything may be read; the sitemap is named where the site's address is known."""
    lines = ["User-agent: *", "Allow: /"]
    if base_url:
        lines.append(f"Sitemap: {base_url}sitemap.xml")
    return ("\n".join(lines) + "\n").encode()
