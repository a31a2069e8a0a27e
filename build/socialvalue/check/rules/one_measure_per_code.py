"""A code stands for the same measure in every framework."""

from collections.abc import Iterator

from socialvalue.check.columns import quoted
from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.records import Severity, rows

OF_GROUP = ("sensitivity", "adds_up", "needs_headcount")
"""What else is the same of a group that is sensitive anywhere: it decides which of its counts are hidden."""
WORDS = {True: "yes", False: "no"}


def find(tables: Tables) -> Iterator[Hit]:
    measures = tables["measures"]
    several = measures[(measures["measure"] != "") & measures.duplicated("measure", keep=False)]
    for code, group in several.groupby("measure"):
        first, *others = rows(group)
        for row in others:
            sensitive = {row.sensitivity, first.sensitivity} != {"none"}
            for column in ("name", "unit", *(OF_GROUP if sensitive else ())):
                here, there = (WORDS.get(cell, cell) for cell in (getattr(row, column), getattr(first, column)))
                if row.owner != first.owner and here != there:
                    said = f"{code} has the {column} {quoted(here)} here and {quoted(there)} in {first.owner}."
                    yield at(row, column, said, value=here)


RULE = Rule(
    id="one-measure-per-code",
    severity=Severity.ERROR,
    group="Frameworks",
    title="A code is the same measure in every framework",
    why="A measure has one page, at the address of its code, and what was delivered under one framework is valued "
    "under another by it. Two things under one code would share a page and a £, and a group that one framework hides "
    "would be shown under the other.",
    example='le2, "Money spent locally", in a framework beside one whose le2 is "Spend with local firms"',
    mend="Where it is the same measure, give it the same name, unit and sensitivity. Where it is another one, give it "
    "another code.",
    find=find,
)
