"""What the register and the settings said of promises, stated figures, costs and prices changes in plain sight."""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.check.watched import SETTING, SETTINGS, WATCHED, Watched
from socialvalue.check.wording import typed
from socialvalue.domain.invented import of_invented
from socialvalue.records import Severity, rows


def find(tables: Tables) -> Iterator[Hit]:
    if tables.was is None:
        return
    yield from _settings(tables)
    for table, watched in WATCHED.items():
        frame = tables.was[table]
        was, now = (_named(each, watched.key) for each in (frame, tables[table]))
        for name, row in now.items():
            yield from _moved(was[name], row, watched) if name in was else ()
        of_example = _named(frame[of_invented(table, frame, tables.was["returns"])], watched.key)
        for name, old in was.items():
            if name not in now and name not in of_example:
                said = f"{' '.join(name)} was in this table when it was published, and is not now."
                yield Hit(said, watched.mend, old.owner, old.file)


def _settings(tables: Tables) -> Iterator[Hit]:
    """A hit at each setting that moves figures of the whole site."""
    before = tables.before.settings if tables.before else tables.settings
    for name in SETTINGS:
        old, new = (getattr(each, name) for each in (before, tables.settings))
        if old != new:
            said = f"This was published as {old or 'nothing'}, and is now {new or 'nothing'}."
            yield Hit(said, SETTING, "", "authority.toml", None, name, new)


def _named(table: pd.DataFrame, key: tuple[str, ...]) -> dict[tuple[str, ...], Any]:
    return {tuple(str(getattr(row, column)) for column in key): row for row in rows(table)}


def _moved(was: Any, row: Any, watched: Watched) -> Iterator[Hit]:
    for column in watched.columns:
        old, new = (_said(getattr(each, column), column in watched.amounts) for each in (was, row))
        if old != new:
            said = f"This was published as {old or 'nothing'}, and is now {new or 'nothing'}."
            yield at(row, column, said, watched.mend, value=new)


def _said(cell: Any, millionths: bool) -> str:
    if pd.isna(cell):
        return ""
    return typed(cell) if millionths else str(cell)


RULE = Rule(
    id="register-changed",
    severity=Severity.WARNING,
    group="History",
    title="What the register said stays, unless somebody says why",
    why="A promise of 400 weeks that becomes 4 is kept a hundredfold. Costs, claims, prices and settings move figures "
    "as well.",
    example="a promise of 4 weeks where 400 was published",
    mend="What to do depends on the table. Add a row for what is new, accept the warning and say why, or put back what "
    "was published.",
    find=find,
)
