"""Shares and accounts in words are a record: a share is at most 100, and words have no quantity."""

from collections.abc import Iterator

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.check.wording import figure
from socialvalue.records import MILLION, Severity, rows


def find(tables: Tables) -> Iterator[Hit]:
    lines = tables.lines
    record = lines["record_only"]
    for line in rows(lines[record & (lines["unit"] == "percent") & lines["quantity"].gt(100 * MILLION).fillna(False)]):
        said = f"A share of {figure(line.quantity)} percent is more than the whole."
        yield at(line, "quantity", said, "Give the part of 100. Growth is not a share.", value=figure(line.quantity))
    for line in rows(lines[record & (lines["unit"] == "text") & lines["quantity"].gt(MILLION).fillna(False)]):
        said = f"{line.measure} ({line.measure_name}) is told in words, but the line counts {figure(line.quantity)}."
        mend = "Write 1 and tell it in public_note, or use a measure that is counted."
        yield at(line, "quantity", said, mend, "1", figure(line.quantity))


RULE = Rule(
    id="record-only",
    severity=Severity.ERROR,
    group="Measures",
    title="Shares and words are records, not counts",
    why="A share of more than the whole, or a count of words, is a quantity that stands in the wrong measure.",
    example="le3,180,percent",
    mend="Use a measure that is counted in what the quantity is of.",
    find=find,
)
