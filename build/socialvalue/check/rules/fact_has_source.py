"""What is said to be read in a source names it."""

from collections.abc import Iterator

from socialvalue.check.rule import PLACE, Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.records import Severity, rows


def find(tables: Tables) -> Iterator[Hit]:
    for table in tables.frames.values():
        if {"source", "confidence"} <= set(table.columns):
            bare = table[(table["source"] == "") & (table["confidence"] != "")]
            for row in rows(bare[[*PLACE, "source", "confidence"]]):
                yield at(row, "source", f"This has the confidence {row.confidence}, and names no source.")


RULE = Rule(
    id="fact-has-source",
    severity=Severity.ERROR,
    group="Evidence",
    title="A fact with a confidence has its source",
    why="The confidence says how the source was read. Without the source nobody can look it up.",
    example="confidence A and an empty source",
    mend="Name the row of register/sources.csv that it was read in. If there is none, take the fact away.",
    find=find,
)
