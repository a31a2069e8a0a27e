"""The words of a measure and of a unit that published figures are counted by: whoever changes them is told."""

from collections.abc import Iterator

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.records import Severity, rows

WORDS = {"measures": ("measure", ("name", "what_counts", "what_does_not")), "units": ("unit", ("one", "many"))}
"""For each table the column that names a row, and those that say to readers what was counted."""


def find(tables: Tables) -> Iterator[Hit]:
    if tables.before is None:
        return
    before = tables.before.tables
    returns, lines = tables["returns"], tables["lines"]
    published = returns[returns["owner"].isin(tables.published_returns)]
    framework_of = dict(zip(published["owner"], published["framework"], strict=True))
    counted = {(framework_of[line.owner], line.measure) for line in rows(lines[lines["owner"].isin(framework_of)])}
    counted |= {(row.owner, row.unit) for row in rows(before["measures"]) if (row.owner, row.measure) in counted}
    for table, (name, columns) in WORDS.items():
        was = {(row.owner, getattr(row, name)): row for row in rows(before[table])}
        for row in rows(tables[table]):
            key = row.owner, getattr(row, name)
            for column in columns if key in was and key in counted else ():
                old, new = str(getattr(was[key], column)), str(getattr(row, column))
                if old.split() != new.split():
                    said = f"Published figures are counted by {key[1]}, and its {column} says something else now."
                    yield at(row, column, said)


RULE = Rule(
    id="edition-words",
    severity=Severity.WARNING,
    group="History",
    title="Measures and units in use keep their meaning",
    why="Published figures are shown with these words: hours that were called days would be wrong by a factor.",
    example="a unit whose word was hours, and is now days, below hours that were published",
    mend="Look whether it still means the same. If it doesn't, put it back, give what is counted now a code of its "
    "own, and name that in replaced_by of the old measure.",
    find=find,
)
