"""A measure of a sensitive group counts people, or asks for their number."""

from collections.abc import Iterator

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.domain.look_up import beside
from socialvalue.records import LEAST_PEOPLE, PEOPLE, Severity, rows


def find(tables: Tables) -> Iterator[Hit]:
    measures = beside(tables["measures"], ["owner", "unit"], tables["units"], ["owner", "unit"], ["record_only"])
    measures = measures[measures["sensitivity"].map(LEAST_PEOPLE).fillna(0).gt(0)]
    share = (measures["adds_up"] == "never") | measures["record_only"]
    for measure in rows(measures[share]):
        said = f"{measure.measure} is sensitive and counts nobody: 20 percent of 10 people are 2."
        mend = "Count the people, in a unit that adds up, or take the measure out of the framework."
        yield at(measure, "adds_up", said, mend, value=measure.adds_up)
    for measure in rows(measures[~share & ~measures["unit"].isin(PEOPLE) & ~measures["needs_headcount"]]):
        said = f"{measure.measure} is sensitive and counted in {measure.unit}, so nobody knows how many people it is."
        yield at(measure, "needs_headcount", said, "Write yes in needs_headcount.", suggestion="yes", value="no")


RULE = Rule(
    id="sensitive-headcount",
    severity=Severity.ERROR,
    group="Frameworks",
    title="A sensitive measure says how many people it is about",
    why="Small counts are hidden by the number of people. 30 weeks of training may be one person or ten, and a share "
    "tells its parts.",
    example="a measure with the sensitivity sensitive, counted in hours, with no in needs_headcount",
    mend="Ask for a headcount with needs_headcount, or count the measure in people.",
    find=find,
)
