"""Let machines find the pages: the sitemap and robots.txt."""

from collections.abc import Sequence

from markupsafe import escape

from socialvalue.publish.page_addresses import canonical


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
