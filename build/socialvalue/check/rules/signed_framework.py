"""The framework that a project was signed under is here, in an edition that there was."""

import re
from collections.abc import Iterator

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.domain.editions import named
from socialvalue.records import Severity, rows

NUMBER = re.compile(r"[0-9]+(\.[0-9]+)*")


def find(tables: Tables) -> Iterator[Hit]:
    here = ", ".join(tables.frameworks)
    for project in rows(tables["projects"]):
        framework, edition = project.framework, project.edition
        if not framework:
            continue
        if framework not in tables.frameworks:
            said = f'There is no framework "{framework}".'
            mend = f"Write one of those that are here: {here}." if here else ""
            yield at(project, "framework", said, mend, value=framework)
            continue
        current = str(tables.frameworks[framework].get("version", ""))
        if edition and current and not _earlier(edition, current) and edition not in named(tables.frames, framework):
            said = f'{framework} has no edition "{edition}": it is at {current}, and no row of it names another one.'
            yield at(project, "edition", said, f"Write {current}.", current, edition)


def _earlier(edition: str, current: str) -> bool:
    """Whether it is the current edition, or may be one before it: its tables need not name those."""
    if edition == current:
        return True
    if not (NUMBER.fullmatch(edition) and NUMBER.fullmatch(current)):
        return False
    one, other = ([int(part) for part in text.split(".")] for text in (edition, current))
    return one < other


RULE = Rule(
    id="signed-framework",
    severity=Severity.ERROR,
    group="Measures",
    looks_up=True,
    title="A project is signed under a framework that is here",
    why="What was promised is counted and named by its framework. Without it the project has no page.",
    example="north-road with the framework exampel-open",
    mend="Write the framework as its folder in frameworks is called, and an edition that it has or had.",
    find=find,
)
