"""A return is for a project of the register."""

from socialvalue.check.clauses.clause import Clause, Clauses
from socialvalue.check.rule import Rule
from socialvalue.records import Severity

RULE = Rule(
    id="known-project",
    severity=Severity.ERROR,
    group="Places and organisations",
    looks_up=True,
    title="The project is in the register",
    why="The register holds the project's name, programme and contract. Without them a return has no page.",
    example='"project": "nort-road"',
    mend="{use_projects}",
    find=Clauses(
        Clause(
            "returns",
            "project",
            when="project not in projects and given(project_meant)",
            say='"{project}" is not in register/projects.csv.',
            mend="{write_project}",
            suggest="{project_meant}",
            value="{project}",
        ),
        Clause(
            "returns",
            "project",
            when="project not in projects and empty(project_meant)",
            say='"{project}" is not in register/projects.csv.',
            value="{project}",
        ),
    ),
)
