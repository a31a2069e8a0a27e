"""What was told of as two stays two: no earlier name and no link makes one of them later."""

from collections.abc import Iterator

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.records import Severity, rows


def find(tables: Tables) -> Iterator[Hit]:
    projects = tables["projects"]
    for project in rows(projects[projects["project"].isin(tables.joining_names)]):
        names = " and of ".join(tables.joining_names[project.project])
        said = f"The site has told of {names}, each for itself."
        yield at(project, "renamed_from", said, RENAMED, value=project.renamed_from)
    for link in rows(tables.joining):
        said = f"The people of {link.one} and of {link.other} were told of for the same days"
        which = f"in {link.project}, as two measures" if link.project else "as two projects"
        yield at(link, link.column, f"{said}, {which}.", value=link.leads_to)


RENAMED = (
    "Leave renamed_from empty, and keep the row of the other project, also where nothing is delivered in it any more."
)

RULE = Rule(
    id="told-apart",
    severity=Severity.ERROR,
    group="Attestations and privacy",
    title="What was told of as two stays two",
    why="10 people of one project and a hidden few of another, told of apart, are a sum and its parts once the two are "
    "linked. So one less the other would be what was hidden.",
    example="south-hall with the part_of north-road, when both had told of iw1 for April to June 2024",
    mend="Take this link away. What was told can't be taken back, and the link would tell what was hidden.",
    find=find,
    of_what_stands=True,
)
