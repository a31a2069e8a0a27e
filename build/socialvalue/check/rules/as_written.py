"""A figure that a public document states is the amount that its own words say."""

from collections.abc import Iterator
from typing import Any

from socialvalue.check.columns import quoted
from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.stated_amounts import Stated, stated
from socialvalue.check.tables import Tables
from socialvalue.check.wording import figure, typed
from socialvalue.records import Severity, rows


def find(tables: Tables) -> Iterator[Hit]:
    figures = tables["published-figures"].dropna(subset=["amount_gbp"])
    for row in rows(figures):
        said = stated(row.as_written)
        yield from _amount(row, said)
        yield from _bound(row, said)


def _amount(row: Any, words: Stated) -> Iterator[Hit]:
    within = any(low <= row.amount_gbp <= high for low, high in words.ranges)
    if within or row.amount_gbp in words.amounts or not (words.amounts or words.ranges):
        return
    if words.ranges:
        low, high = words.ranges[0]
        is_said = f"£{figure(low)} to £{figure(high)}"
    else:
        is_said = f"£{figure(words.amounts[0])}"
    said = f"{quoted(row.as_written)} is {is_said}, and the amount is £{figure(row.amount_gbp)}."
    suggestion = typed(words.amounts[0]) if len(words.amounts) == 1 and not words.ranges else ""
    yield at(row, "amount_gbp", said, suggestion=suggestion, value=typed(row.amount_gbp))


def _bound(row: Any, words: Stated) -> Iterator[Hit]:
    """A bound that the words give; a range gives one too, for no amount of it is exact."""
    if words.bound:
        if row.bound != words.bound:
            said = f"{quoted(row.as_written)} says {words.bound}, and {_given(row)}."
            yield at(row, "bound", said, f"Write {words.bound} in the column bound.", words.bound, row.bound)
        return
    if words.changes or row.amount_gbp in words.amounts:
        return
    for low, high in words.ranges:
        if low <= row.amount_gbp <= high:
            bound = {low: "at least", high: "up to"}.get(row.amount_gbp, "about")
            if row.bound not in (bound, "about"):
                said = f"{quoted(row.as_written)} is a range, and {_given(row)}."
                yield at(row, "bound", said, f"Write {bound} in the column bound.", bound, row.bound)
            return


def _given(row: Any) -> str:
    return f"the bound is {quoted(row.bound) if row.bound else 'empty'}"


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
