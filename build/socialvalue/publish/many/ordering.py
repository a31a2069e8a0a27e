"""In which order figures stand: kinds as everywhere on our sites, and the surest first."""

from collections.abc import Sequence

from socialvalue.publish.many.many import Row
from socialvalue.records import KINDS, STATUSES

MOST = 400
"""Rows of one table of a page. The rest is in the files."""


def by_kind(rows: Sequence[Row]) -> list[Row]:
    """Totals by kind, those that are real first, then by framework, edition and prices, and by how sure they are."""
    return sorted(
        rows,
        key=lambda row: (
            KINDS.index(row["kind"]), row["invented"], row["framework"], row["edition"], row["price_year"],
            row["method"], -STATUSES.index(row["status"]), row.get("authority", ""),
        ),
    )  # fmt: skip
