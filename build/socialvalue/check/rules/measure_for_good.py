"""A code that was told of keeps its sensitivity, its unit and how it is counted."""

from collections.abc import Iterator

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.domain.disclosure import OF_MEASURE
from socialvalue.records import Severity, rows

WORDS = {True: "yes", False: "no"}


def find(tables: Tables) -> Iterator[Hit]:
    remembered = tables["disclosures"].drop_duplicates(["framework", "measure", *OF_MEASURE])
    links = tables["links"][tables["links"]["framework"] != ""]
    if remembered.empty and links.empty:
        return
    known = {(measure.owner, measure.measure): measure for measure in rows(tables["measures"])}
    for row in rows(remembered):
        measure = known.get((row.framework, row.measure))
        if measure is None:
            yield at(row, "measure", f"{row.framework} has no {row.measure} any more.", value=row.measure)
            continue
        for column in OF_MEASURE:
            now, was = (WORDS.get(value, value) for value in (getattr(measure, column), getattr(row, column)))
            if was not in ("", now):
                said = f"{row.measure} says {now} in {column} now. It said {was} when its counts were first told of."
                yield at(measure, column, said, suggestion=str(was), value=now)

    for column in ("name", "leads_to"):
        for row in rows(links):
            if (row.framework, getattr(row, column)) not in known:
                said = f"{row.framework} has no {getattr(row, column)} any more."
                yield at(row, column, said, value=getattr(row, column))


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
