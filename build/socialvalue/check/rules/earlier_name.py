"""An earlier name of a project is the name of no other project."""

from collections.abc import Iterator

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.records import Severity, rows


def find(tables: Tables) -> Iterator[Hit]:
    projects = tables.projects
    taken = (projects["renamed_from"] != "") & projects["renamed_from"].isin(projects["project"])
    for project in rows(projects[taken]):
        said = f"There is a project {project.renamed_from}, so {project.project} is not the same under another name."
        yield at(project, "renamed_from", said, value=project.renamed_from)
    named = projects[projects["renamed_from"] != ""]
    for project in rows(named[named.duplicated("renamed_from")]):
        said = f"Another project was called {project.renamed_from} too."
        yield at(project, "renamed_from", said, value=project.renamed_from)


RULE = Rule(
    id="earlier-name",
    severity=Severity.ERROR,
    group="Register",
    title="An earlier name belongs to one project",
    why="The old address leads to the new page, and what the site has told of the project is remembered under its new "
    "name. Both fail where a project still has the old one.",
    example="a-road with the renamed_from b-road, beside a row of b-road",
    mend="Take away the row with the old name, or leave renamed_from empty.",
    find=find,
)
