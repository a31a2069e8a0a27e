"""What is said to be read in a source names it."""

from collections.abc import Iterator

from socialvalue.check.rule import PLACE, Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.records import Severity, rows

WITHOUT_CONFIDENCE = ("programmes", "project-organisations")
"""Tables of facts that don't say how their sources were read."""
WHY = "Name the row of register/sources.csv that says so. If no page does, say in note where it comes from."


def find(tables: Tables) -> Iterator[Hit]:
    for table in tables.frames.values():
        if {"source", "confidence"} <= set(table.columns):
            bare = table[(table["source"] == "") & (table["confidence"] != "")]
            for row in rows(bare[[*PLACE, "source", "confidence"]]):
                yield at(row, "source", f"This has the confidence {row.confidence}, and names no source.")
    for name in WITHOUT_CONFIDENCE:
        table = tables[name]
        for row in rows(table.loc[(table["source"] == "") & (table["note"] == ""), [*PLACE, "source"]]):
            yield at(row, "source", "This names no source, and no note says why.", WHY)


RULE = Rule(
    id="fact-has-source",
    severity=Severity.ERROR,
    group="Evidence",
    title="A fact has its source",
    why="Without the source nobody can look it up; a confidence says how a source was read.",
    example="confidence A and an empty source",
    mend="Name the row of register/sources.csv that it was read in. If there is none, take the fact away.",
    find=find,
)
