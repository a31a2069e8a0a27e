"""The version of the data: the day of the newest data and the beginning of its checksum, as in 2026-11-24.3f9a2c1b.

Two builds of the same data have the same version, on any day and at any address; another figure makes another version.
"""

from socialvalue.domain.years import last_day
from socialvalue.publish.downloads.published_tables import digest
from socialvalue.publish.site import Site

DIGITS = 8
"""Of the checksum. Two releases of one day share them once in four thousand million times."""


def version(site: Site) -> str:
    """The version of what the site shows."""
    days = [site.settings.compiled_on, *(row["received_on"] or row["compiled_on"] for row in site.rows("returns"))]
    newest = max(days, key=last_day)
    return ".".join(filter(None, (newest, digest(site)[:DIGITS])))
