"""A sensitive measure that is not counted in people asks for their number."""

from collections.abc import Iterator

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.domain.look_up import beside
from socialvalue.records import LEAST_PEOPLE, Severity, rows


def find(tables: Tables) -> Iterator[Hit]:
    measures = beside(tables["measures"], ["owner", "unit"], tables["units"], ["owner", "unit"], ["decimals"])
    sensitive = measures["sensitivity"].map(LEAST_PEOPLE).fillna(0).gt(0)
    parted = measures["decimals"].gt(0).fillna(False)  # people come whole, and weeks, hours and years of work do not
    adds_up = measures["adds_up"] != "never"
    for measure in rows(measures[sensitive & parted & adds_up & ~measures["needs_headcount"]]):
        said = f"{measure.measure} is sensitive and counted in {measure.unit}, so nobody knows how many people it is."
        yield at(measure, "needs_headcount", said, "Write yes in needs_headcount.", suggestion="yes", value="no")


RULE = Rule(
    id="sensitive-headcount",
    severity=Severity.ERROR,
    group="Frameworks",
    title="A sensitive measure says how many people it is about",
    why="Small counts are hidden by the number of people. 30 weeks of training may be one person or ten.",
    example="a measure with the sensitivity sensitive, counted in hours, with no in needs_headcount",
    mend="Ask for a headcount with needs_headcount, or count the measure in people.",
    find=find,
)
