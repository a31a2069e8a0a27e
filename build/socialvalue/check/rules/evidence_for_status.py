"""A line that is called evidenced or verified names its evidence."""

from collections.abc import Iterator

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.records import Severity, rows


def find(tables: Tables) -> Iterator[Hit]:
    lines = tables["lines"]
    bare = lines[lines["status"].isin(("evidenced", "verified")) & (lines["evidence"] == "")]
    for line in rows(bare):
        yield at(line, "evidence", f"The line is called {line.status} and names no evidence.")


RULE = Rule(
    id="evidence-for-status",
    severity=Severity.ERROR,
    group="Evidence",
    title="Evidenced and verified lines name their evidence",
    why="The pages show how sure each figure is. Without evidence it is what the project says of itself.",
    example="evidenced,,",
    mend="Name a row of evidence.csv, or call the line self-reported.",
    find=find,
)
