"""What has a first and a last day, or year, has them in that order."""

from collections.abc import Iterator

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.check.wording import in_words
from socialvalue.records import Severity, rows

ORDER = (
    ("unit-values", "valid_from", "valid_to"),
    ("area-sets", "valid_from", "valid_to"),
    ("minimum-wages", "valid_from", "valid_to"),
    ("programmes", "started", "ended"),
    ("projects", "start", "completion"),
    ("projects", "contract_start", "contract_end"),
    ("published-figures", "period_start", "period_end"),
    ("sources", "published_on", "read_on"),
    ("evidence", "dated", "checked_on"),
)
"""A table, a column of it, and the one that can't be earlier. Returns and rhythms have rules of their own."""


def find(tables: Tables) -> Iterator[Hit]:
    for name, earlier, later in ORDER:
        table = tables[name]
        for row in rows(table[(table[earlier] != "") & (table[later] != "")]):
            first, last = getattr(row, earlier), getattr(row, later)
            known = min(len(first), len(last))  # 2024 is neither before nor after 2024-06
            if first[:known] > last[:known]:
                said = f"It is {in_words(last)}, and {earlier} is {in_words(first)}, which is later."
                yield at(row, later, said, value=last)


RULE = Rule(
    id="days-in-order",
    severity=Severity.ERROR,
    group="Periods",
    title="A first day comes before the last",
    why="A value that ends before it begins holds for no year, and what it was meant for goes without a £.",
    example="valid_from 2025-06-01 and valid_to 2024-03-31",
    mend="Look both up in the source, and correct the one that is wrong.",
    find=find,
)
