"""The framework that a project was signed under is here, in an edition that there was, and that is said."""

import re
from collections.abc import Iterator

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.check.wording import in_list
from socialvalue.domain.editions import differing, named
from socialvalue.domain.editions_in_use import promised
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
        current = tables.editions[framework]
        if edition and current and not _known(tables, framework, edition):
            others = sorted(named(tables.frames, framework) - {current, ""})
            rest = f"its rows name {in_list(others)} beside it" if others else "no row of it names another one"
            said = f'{framework} has no edition "{edition}": it is at {current}, and {rest}.'
            mend = f"Write {in_list([current, *others], 'or')}. An earlier edition needs a row that names it."
            yield at(project, "edition", said, mend, "" if others else current, edition)
    yield from _unsaid(tables)


def _known(tables: Tables, framework: str, edition: str) -> bool:
    """Whether there was an edition: its framework is at it, names it in a row, or was published with it.

    Where nothing names an earlier one, and nobody knows what was published, there may have been any.
    """
    current, others, before = tables.editions[framework], named(tables.frames, framework), tables.before
    if edition == current or edition in others:
        return True
    if before is not None and framework in before.editions:
        signed = before.tables["projects"]
        return edition in {before.editions[framework], *signed.loc[signed["framework"] == framework, "edition"]}
    return not others - {current, ""} and _earlier(edition, current)


def _earlier(edition: str, current: str) -> bool:
    """Whether an edition may be one before the current one."""
    if not (NUMBER.fullmatch(edition) and NUMBER.fullmatch(current)):
        return False
    one, other = ([int(part) for part in text.split(".")] for text in (edition, current))
    return one < other


def _unsaid(tables: Tables) -> Iterator[Hit]:
    """Projects that name no edition, with a promise in a measure that is worth something else in each."""
    projects = {row.project: row for row in rows(tables["projects"]) if not row.edition}
    promises = promised(tables.frames, tables.editions)
    promises = promises[promises["project"].isin(projects)]
    found: dict[tuple[str, str], set[str]] = {}
    for project, framework, measure in promises[["project", "framework", "measure"]].drop_duplicates().to_numpy():
        found.setdefault((project, framework), set()).update(differing(tables.frames, framework, measure))
    for (project, framework), editions in found.items():
        if editions:
            said = f"{project} names no edition, and what its promises are worth in {framework} differs by edition: "
            published = _published(tables, framework)
            mend = "Write the one that its contract was signed under."
            mend += f" What is published rests on {in_list(sorted(published), 'or')}." if published else ""
            yield at(projects[project], "edition", f"{said}{in_list(sorted(editions | published))}.", mend)


def _published(tables: Tables, framework: str) -> set[str]:
    """The edition that its promises without one were published by, or else those that were recorded."""
    if tables.before and tables.before.editions.get(framework):
        return {tables.before.editions[framework]}
    recorded = tables["editions"]
    return {*recorded.loc[recorded["owner"] == framework, "edition"]}


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
