"""A return is for a project of the register."""

from collections.abc import Iterator

from socialvalue.check.rule import Hit, Rule, about
from socialvalue.check.tables import Tables
from socialvalue.records import Severity, rows


def find(tables: Tables) -> Iterator[Hit]:
    returns = tables["returns"]
    for returned in rows(returns[~returns["project"].isin(tables["projects"]["project"])]):
        meant = tables.names.meant("project", returned.project)
        said = f'"{returned.project}" is not in register/projects.csv.'
        mend = tables.names.write("project", meant) if meant else ""
        yield about(returned, "project", said, mend, meant, returned.project)


RULE = Rule(
    id="known-project",
    severity=Severity.ERROR,
    group="Places and organisations",
    title="The project is in the register",
    why="The register holds the project's name, programme and contract. Without them a return has no page.",
    example='"project": "nort-road"',
    mend="Use the project's name as in register/projects.csv. A new project gets its row there first.",
    find=find,
)
