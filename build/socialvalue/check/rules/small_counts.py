"""In a public repository no line tells of so few people of a sensitive group that somebody could be recognised."""

from collections.abc import Iterator

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.records import MILLION, Severity, rows

FEWEST = {"sensitive": 5, "very sensitive": 10}
"""The fewest people that a line may tell of, by the measure's sensitivity."""


def find(tables: Tables) -> Iterator[Hit]:
    if not tables.settings.public:
        return
    lines = tables.lines
    lines = lines[lines["measure_sensitivity"].isin(FEWEST)]
    if lines.empty:
        return
    counted = (lines["quantity"] / MILLION).where(lines["unit"] == "headcount")
    people = lines["headcount"].astype("Float64").fillna(counted)
    few = people.gt(0) & people.lt(lines["measure_sensitivity"].map(FEWEST).astype("Float64"))
    for line in rows(lines[few.fillna(False)]):
        column = "quantity" if line.unit == "headcount" else "headcount"
        said = f"{line.measure} ({line.measure_name}) tells of fewer than {FEWEST[line.measure_sensitivity]} people."
        yield at(line, column, said)


RULE = Rule(
    id="small-counts",
    severity=Severity.ERROR,
    group="Attestations and privacy",
    title="Sensitive counts are not too small",
    why="Few people on a known site can be recognised. With 1 to 4 people, or 1 to 9 where it is about offending, "
    "disability or health, a number tells neighbours something about a person.",
    example="iw2 with a headcount below 10",
    mend="Leave the line out. Pool it: report several periods, or several projects of the programme, in one line "
    "once it counts enough people.",
    find=find,
)
