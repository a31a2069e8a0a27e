"""When a project reports is said once for each day of its contract."""

from collections.abc import Iterator

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.check.wording import in_words
from socialvalue.records import Severity, rows


def find(tables: Tables) -> Iterator[Hit]:
    before = None
    for row in rows(tables["reporting"].sort_values(["project", "first"], kind="stable")):
        if row.last and row.first and row.last < row.first:
            said = f"It ends on {in_words(row.last)}, before it begins."
            yield at(row, "last", said, "Correct one of the two days.", value=row.last)
        if before is not None and before.project == row.project and (not before.last or before.last >= row.first):
            said = f"{row.project} reports every {before.every} already, "
            until = f"until {in_words(before.last)}." if before.last else "and nothing says until when."
            yield at(row, "first", f"{said}{until}", value=row.first)
        before = row


RULE = Rule(
    id="reporting-in-order",
    severity=Severity.ERROR,
    group="Periods",
    title="Each day is reported on in one rhythm",
    why="Two rhythms at once make two returns due for the same days, and each figure would be counted twice.",
    example="a row for every quarter from 2024-01-01 without last, and one for every year from 2025-01-01",
    mend="Write the day before the new rhythm begins under last of the earlier row.",
    find=find,
)
