"""The editions that published figures rest on, by returns and by promises, and what was recorded of each.

A return names its edition; a promise has that of its project. A project may name none: its promises are counted by the
rows that are for every edition, and so by the current edition and by each that was recorded.
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import pandas as pd

from socialvalue.domain.editions import OF_PROJECT, Moved, Said, by_name_now, checksum, moved_since, said
from socialvalue.domain.frameworks import signed_under
from socialvalue.domain.remembered import names_now
from socialvalue.records import rows

RECORDED = ("edition", "table", "name", "checksum", "applies_to")
"""The columns of the table in which editions are recorded."""
NARROW = ("programme", *OF_PROJECT)
"""The scopes of deductions that are for some projects alone."""
PROMISED = ["target", "measure", "project", "programme", "framework", "edition"]

Tables = Mapping[str, pd.DataFrame]
Edition = tuple[str, str]
"""Framework and edition. The edition is empty where there is none."""


class Late(NamedTuple):
    """A deduction for some projects that an edition was recorded without, and what is counted by it now."""

    deduction: Any
    edition: str
    returns: frozenset[str]
    targets: frozenset[str]


def by_returns(returns: pd.DataFrame) -> set[Edition]:
    """The editions that returns name."""
    named = returns.loc[returns["framework"] != "", ["framework", "edition"]].drop_duplicates()
    return set(zip(named["framework"], named["edition"], strict=True))


def promised(tables: Tables, current: Mapping[str, str]) -> pd.DataFrame:
    """Every promise with the edition that it is counted by, as PROMISED; one whose project names none with several.

    `current` is the edition of each framework.
    """
    targets, projects = tables["targets"], tables["projects"]
    of = {row.project: (row.programme, row.edition) for row in rows(projects)}
    frameworks = signed_under(targets, projects, tables["returns"], tables["measures"])
    unsaid = {framework: {current.get(framework, "")} for framework in frameworks}
    for row in rows(tables["editions"][["owner", "edition"]].drop_duplicates()):
        unsaid.setdefault(row.owner, set()).add(row.edition)
    found = []
    for target, framework in zip(rows(targets), frameworks, strict=True):
        programme, named = of.get(target.project, ("", ""))
        for edition in ([named] if named else sorted(unsaid[framework])) if framework else ():
            found.append((target.target, target.measure, target.project, programme, framework, edition))
    return pd.DataFrame(found, columns=PROMISED, dtype=object)


def editions_of(promises: pd.DataFrame) -> set[Edition]:
    """The editions that promises, as `promised` gives them, are counted by."""
    return set(zip(promises["framework"], promises["edition"], strict=True))


def in_use(tables: Tables, current: Mapping[str, str]) -> list[Edition]:
    """The editions that returns name and that promises are counted by, each once."""
    return sorted(by_returns(tables["returns"]) | editions_of(promised(tables, current)))


def to_record(tables: Tables, current: Mapping[str, str]) -> list[Edition]:
    """The editions in use. One that no project was signed under, and that isn't current, is a slip."""
    projects = tables["projects"]
    signed = set(zip(projects["framework"], projects["edition"], strict=True))
    return [
        (framework, edition)
        for framework, edition in in_use(tables, current)
        if edition and ((framework, edition) in signed or current.get(framework, edition) in ("", edition))
    ]


def unrecorded(tables: Tables, current: Mapping[str, str]) -> list[dict[str, str]]:
    """The rows that `editions` lacks of the editions to record, by its columns with their owner; also those that do not
    say yet which project or line a deduction is for."""
    recorded = {(row.owner, row.edition, row.table, row.name): row.applies_to for row in rows(tables["editions"])}
    found = []
    for framework, edition in to_record(tables, current):
        for table, each in said(tables, framework, edition).items():
            for name, row in each.items():
                key, applies_to = (framework, edition, table, name), _own(table, row)
                if key not in recorded or (applies_to and not recorded[key]):
                    cells = (*key, checksum(table, row), applies_to)
                    found.append(dict(zip(("owner", *RECORDED), cells, strict=True)))
    return found


def _own(table: str, row: Any) -> str:
    """The project or line that a deduction for one is for."""
    return str(row.applies_to) if table == "adjustments" and row.scope in OF_PROJECT else ""


def checksums(tables: Tables, framework: str, edition: str) -> dict[tuple[str, str], str]:
    """What was recorded of an edition, by table and name; empty where nothing was."""
    return {(row.table, row.name): row.checksum for row in rows(_of(tables["editions"], framework, edition))}


def since_recorded(tables: Tables, framework: str, edition: str, now: Said) -> Iterator[Moved]:
    """What differs from the checksums that were recorded of an edition; nothing where none were."""
    recorded, names = checksums(tables, framework, edition), names_now(tables["projects"])
    meant = {
        (row.table, row.name): by_name_now(row.applies_to, names)
        for row in rows(_of(tables["editions"], framework, edition))
    }
    return moved_since(recorded, now, meant, names) if recorded else iter(())


def moved_to(tables: Tables, framework: str, edition: str) -> Iterator[Moved]:
    """The deductions that are for another project or line than was recorded; a project may be called otherwise now."""
    now, names = said(tables, framework, edition)["adjustments"], names_now(tables["projects"])
    for row in rows(_of(tables["editions"], framework, edition)):
        deduction = now.get(row.name) if row.table == "adjustments" and row.applies_to else None
        if deduction is not None and by_name_now(row.applies_to, names) != by_name_now(deduction.applies_to, names):
            yield Moved("adjustments", row.name, "changed", ("applies_to",))


def late(tables: Tables, current: Mapping[str, str]) -> Iterator[Late]:
    """The deductions for some projects that an edition was recorded without and that figures are counted by now.

    One that is for no return and no promise of the edition moves no figure: it can be recorded before the first comes.
    """
    promises, returns = promised(tables, current), tables["returns"]
    for framework, edition in sorted(by_returns(returns) | editions_of(promises)):
        now = said(tables, framework, edition)["adjustments"]
        reported, meant = (_of(each, framework, edition) for each in (returns, promises))
        for each in since_recorded(tables, framework, edition, {"adjustments": now}):
            if each.how == "new" and now[each.name].scope in NARROW:
                found = Late(now[each.name], edition, *_meant(now[each.name], reported, meant, tables["projects"]))
                if found.returns or found.targets:
                    yield found


def _of(each: pd.DataFrame, framework: str, edition: str) -> pd.DataFrame:
    owner = "framework" if "framework" in each else "owner"
    return each[(each[owner] == framework) & (each["edition"] == edition)]


def _meant(
    deduction: Any, returns: pd.DataFrame, promises: pd.DataFrame, projects: pd.DataFrame
) -> tuple[frozenset[str], frozenset[str]]:
    """The returns and the promises that a deduction for some projects is for."""
    meant = [deduction.applies_to.partition("#")[0]]
    if deduction.scope == "programme":
        meant = projects.loc[projects["programme"] == deduction.applies_to, "project"].tolist()
    line = deduction.scope == "line"
    return (
        frozenset(returns.loc[returns["owner" if line else "project"].isin(meant), "owner"]),
        frozenset(promises.loc[promises["target" if line else "project"].isin(meant), "target"]),
    )
