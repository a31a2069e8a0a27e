"""A line tells what was done, where its measure asks for that."""

from collections.abc import Iterator

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.records import Severity, rows


def find(tables: Tables) -> Iterator[Hit]:
    lines = tables.lines
    bare = lines["measure_needs_narrative"] & (lines["public_note"] == "") & lines["quantity"].gt(0).fillna(False)
    for line in rows(lines[bare]):
        yield at(line, "public_note", f"{line.measure} ({line.measure_name}) needs a few words on what was done.")


RULE = Rule(
    id="narrative-given",
    severity=Severity.WARNING,
    group="Evidence",
    title="Words stand beside the number where the measure asks",
    why="Three projects can be three benches or three halls. For such measures the words are the result.",
    example="co1,3,projects without a public_note",
    mend="Say in public_note what was done, where and for whom, without names of people.",
    find=find,
)
