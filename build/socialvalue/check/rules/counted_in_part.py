"""What a part of a project reports is not reported by the whole project too, for the same days."""

from collections.abc import Iterator

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.check.wording import in_words
from socialvalue.domain.project_parts import parts_of
from socialvalue.records import Severity, plain, rows

OF_WHOLE = ["project", "measure", "start", "end", "period"]


def find(tables: Tables) -> Iterator[Hit]:
    pairs = parts_of(tables["projects"])
    if pairs.empty:
        return
    lines = tables.standing[tables.standing["measure_sensitivity"] == "none"]
    wholes = plain(lines[lines["project"].isin(pairs["whole"])])[OF_WHOLE].drop_duplicates()
    wholes = wholes.rename(columns={"project": "whole"})
    parts = plain(lines[lines["project"].isin(pairs["project"])]).merge(pairs, on="project")
    found = parts.merge(wholes, on=["whole", "measure"], suffixes=("", "_whole"))
    found = found[(found["start"] <= found["end_whole"]) & (found["start_whole"] <= found["end"])]
    for line in rows(found.drop_duplicates(["file", "row"])):
        days = f"{in_words(line.start_whole)} to {in_words(line.end_whole)}"
        said = f"{line.whole} reports {line.measure} ({line.measure_name}) too, for {days}, and holds {line.project}."
        yield at(line, "measure", said, value=line.measure)


RULE = Rule(
    id="counted-in-part",
    severity=Severity.WARNING,
    group="Traps",
    title="A project and its part do not report the same",
    why="60 weeks in a whole project, 20 of them in a part of it that sends its own return, would count as 80.",
    example="fw1 for April to June 2024 in a project, and in one with its name in part_of",
    mend="If the whole holds these, name its line in part_of, as project/period#line. If not, accept the warning and "
    "say why.",
    find=find,
)
