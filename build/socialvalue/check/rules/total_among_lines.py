"""A line is not the total of the other lines of its measure."""

from collections.abc import Iterator

import pandas as pd

from socialvalue.check.rows import TOTAL
from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.series import added
from socialvalue.check.tables import Tables
from socialvalue.check.wording import figure
from socialvalue.domain.look_up import coded
from socialvalue.records import MILLION, Severity, rows

WHAT = ["owner", "measure"]
FEWEST = 3
"""Lines of a measure: two that are alike are another slip."""
TOO_SMALL = 10 * MILLION
"""Below this, a line is soon what some others add up to by chance: it has to stand last, below more of them."""
MANY = 4
"""Lines of a measure, one of them a small total."""


def find(tables: Tables) -> Iterator[Hit]:
    lines = tables.standing
    lines = lines[_many(lines) >= FEWEST]
    if lines.empty:
        return
    whole = added(lines, WHAT, "quantity")
    rest, before = whole - lines["quantity"], added(lines, WHAT, "quantity", "cumsum") - lines["quantity"]
    large = lines["quantity"].ge(TOO_SMALL).fillna(False)
    nth = lines.groupby(coded(lines, WHAT)[0]).cumcount()
    sums = lines["quantity"].eq(rest) | (lines["quantity"].eq(before) & nth.ge(FEWEST - 1))
    last = nth.eq(_many(lines) - 1)
    sums |= last & rest.mod(MILLION).ne(0) & lines["quantity"].eq((rest + MILLION // 2) // MILLION * MILLION)
    small = last & nth.ge(MANY - 1) & lines["quantity"].eq(rest) & lines["quantity"].gt(0)
    named = lines["public_note"].str.fullmatch(TOTAL.pattern, case=False).fillna(False).astype(bool)
    for line in rows(lines[((large & sums) | small).fillna(False) | named]):
        said = (
            f"{figure(line.quantity)} looks like the total of the other lines of {line.measure} ({line.measure_name})."
        )
        yield at(line, "quantity", said, value=figure(line.quantity))


def _many(lines: pd.DataFrame) -> "pd.Series[int]":
    """How many lines of its measure each line's return has."""
    group = pd.Series(coded(lines, WHAT)[0], index=lines.index)
    return group.map(group.value_counts())


RULE = Rule(
    id="total-among-lines",
    severity=Severity.WARNING,
    group="Traps",
    title="No line is the total of others",
    why="26 weeks, 30 weeks and their total of 56 are 56 weeks. As three lines they are 112.",
    example='26, 30 and 56 weeks, the last with the note "Total"',
    mend="If it is their total, delete it: totals are worked out when the site is built. If it is not, say in "
    "public_note what it counts.",
    find=find,
)
