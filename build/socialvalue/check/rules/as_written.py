"""A figure that a public document states is the amount that its own words say."""

import re
from collections.abc import Iterator
from decimal import Decimal

from socialvalue.check.cells.number import BOUNDS, number_meant
from socialvalue.check.columns import quoted
from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.check.wording import figure, typed
from socialvalue.records import MILLION, Severity, rows

UNIT = re.compile(r"gbp|pounds|£")
NUMBER = r"[0-9](?:[0-9,.]*[0-9])?"
SCALE = r"(?:k|m|mn|bn|thousand|million|billion)\b"
AMOUNT = re.compile(
    rf"(?:£|\bGBP)\s?{NUMBER}(?:\s?{SCALE})?|"
    rf"(?<![0-9£.,])(?:{NUMBER}\s?{SCALE}|{NUMBER}(?=\s?(?:GBP|pounds)\b))(?:\s?(?:GBP|pounds)\b)?",
    re.IGNORECASE,
)
"""An amount of pounds in words: £1.2 million, GBP 1.2m, 1.2 million pounds, 1.2M."""
REACH = re.compile(rf"(£\s?{NUMBER})(\s?(?:-|–|—|to)\s?£?\s?{NUMBER}\s?({SCALE}))", re.IGNORECASE)
"""A range whose scale stands at its end: £1.2-£1.5 million."""


def find(tables: Tables) -> Iterator[Hit]:
    figures = tables["published-figures"].dropna(subset=["amount_gbp"])
    for row in rows(figures):
        meant = [amount for text in _amounts(row.as_written) if (amount := _amount(text)) is not None]
        words = quoted(row.as_written)
        if meant and row.amount_gbp not in meant:
            said = f"{words} is £{figure(meant[0])}, and the amount is £{figure(row.amount_gbp)}."
            suggestion = typed(meant[0]) if len(meant) == 1 else ""
            yield at(row, "amount_gbp", said, suggestion=suggestion, value=typed(row.amount_gbp))
        low = row.as_written.casefold()
        bound = next((bound for bound, pattern in BOUNDS.items() if pattern.search(low)), "")
        if bound and row.bound != bound:
            said = f"{words} says {bound}, and the bound is {quoted(row.bound) if row.bound else 'empty'}."
            yield at(row, "bound", said, f"Write {bound} in the column bound.", bound, row.bound)


def _amounts(words: str) -> list[str]:
    return AMOUNT.findall(REACH.sub(r"\1 \3\2", words))


def _amount(text: str) -> int | None:
    """The millionths of a pound that some words say; none where they are not clear."""
    found = number_meant(re.sub(r"mn\b", "m", "£" + UNIT.sub("", text.casefold()).strip()).rstrip(".,"))
    return int(Decimal(found) * MILLION) if found else None


RULE = Rule(
    id="as-written",
    severity=Severity.ERROR,
    group="Plausibility",
    title="A stated figure is what its words say",
    why="The words stand on the page beside the amount. Where the two differ, one of them was copied wrongly.",
    example='"£1.2 million" beside 1400000',
    mend="Copy the words and the amount again from the document.",
    find=find,
)
