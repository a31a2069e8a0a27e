"""A code that was told of keeps its sensitivity, its unit and how it is counted."""

from collections.abc import Iterator

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.domain.disclosure import OF_MEASURE
from socialvalue.records import Severity, rows

WORDS = {True: "yes", False: "no"}


def find(tables: Tables) -> Iterator[Hit]:
    told = tables["disclosures"].drop_duplicates(["framework", "measure", *OF_MEASURE, "replaced_by"])
    if told.empty:
        return
    known = {(measure.owner, measure.measure): measure for measure in rows(tables["measures"])}
    for row in rows(told):
        measure = known.get((row.framework, row.measure))
        if measure is None:
            yield at(row, "measure", f"{row.framework} has no {row.measure} any more.", value=row.measure)
            continue
        for column in OF_MEASURE:
            now, was = (WORDS.get(value, value) for value in (getattr(measure, column), getattr(row, column)))
            if now != was:
                said = f"{row.measure} has the {column} {now} now. It was {was} when its counts were first told of."
                yield at(measure, column, said, suggestion=str(was), value=now)
        if row.replaced_by not in ("", measure.replaced_by):
            said = f"{row.replaced_by} took the place of {row.measure} when the site told of them, and does not now."
            yield at(measure, "replaced_by", said, suggestion=row.replaced_by, value=measure.replaced_by)


RULE = Rule(
    id="measure-for-good",
    severity=Severity.ERROR,
    group="Frameworks",
    title="A measure that was told of stays as it is",
    why="A group that is sensitive no more would be shown with the numbers that were hidden.",
    example="iw1 with sensitivity none, where disclosures.csv has it as sensitive",
    mend="Leave the measure as it was, and give another code to what is counted otherwise from now on.",
    find=find,
)
