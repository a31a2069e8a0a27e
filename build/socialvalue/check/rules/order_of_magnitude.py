"""A quantity is not ten times that of the period before, nor a tenth of it."""

from collections.abc import Iterator

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.check.wording import figure
from socialvalue.records import MILLION, Severity, rows

JUMP = 10
TOO_SMALL = 20 * MILLION
"""Up to this, ten times as much is soon reached."""


def find(tables: Tables) -> Iterator[Hit]:
    found = tables.series
    now, before = found["quantity"].astype("Float64"), found["before"].astype("Float64")
    alike = found["days"].between(found["days_before"] / 2, found["days_before"] * 2)
    up, down = now.ge(before * JUMP), before.ge(now * JUMP)
    large = now.ge(TOO_SMALL) | before.ge(TOO_SMALL)
    after_jump = (up.shift() & found["nth"].gt(1)).fillna(False)
    for line in rows(found[alike & large.fillna(False) & (up | (down & ~after_jump)).fillna(False)]):
        now_is, was = figure(line.quantity), figure(line.before)
        if line.quantity > line.before:
            said = f"{now_is} is ten times the {was} of the period before, or more."
        else:
            said = f"{now_is} is a tenth of the {was} of the period before, or less."
        yield at(line, "quantity", said, value=figure(line.quantity))


RULE = Rule(
    id="order-of-magnitude",
    severity=Severity.WARNING,
    group="Traps",
    title="Quantities do not jump tenfold",
    why="A nought too many, a point that was lost, or hours in the place of days make a figure ten times as large.",
    example="410 weeks after 41",
    mend="Look at the number and its unit. If it is right, say in public_note what happened.",
    find=find,
)
