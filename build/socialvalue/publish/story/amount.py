"""How much a line or a promise says, in words."""

from socialvalue.publish.site import Row, Site
from socialvalue.publish.words import figures, vocabulary


def amount(site: Site, row: Row) -> str:
    """The quantity of a line or target in the words of its unit, without its bound; if it is hidden, the marker."""
    if row["quantity"] is None:
        return f"[c] {vocabulary.MARKER['c'].name}"
    unit = site.unit(row if "framework" in row else {**row, "framework": site.signed_under(row["project"])})
    return figures.quantity(row["quantity"], unit) if unit else figures.as_told(row["quantity"], row["unit"])
