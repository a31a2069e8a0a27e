"""Settle for good which counts of people a site shows, and write it into the register."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd

from socialvalue.domain.disclosure import OF_MEASURE, guarded, kept, unsettled
from socialvalue.domain.look_up import beside
from socialvalue.domain.remembered import renamed, replaced_now
from socialvalue.drafting import list_table, write_table
from socialvalue.records import MILLION, Checked, rows

TABLE = "disclosures"


class Settled(NamedTuple):
    """How many counts were settled by one run."""

    shown: int
    hidden: int
    moved: int
    """Rows that follow their project to its new name."""
    replaced: int
    """Rows that remember a measure that has taken the place of theirs."""


def disclose(checked: Checked, data: Path) -> Settled:
    """Add to register/disclosures.csv a row for each count of people that it lacks; a row that is there stays.

    It only follows its project to another name: so the register knows it, however often it is renamed.

    `checked` is the repository at `data`, judged without asking for these rows.
    """
    before = checked.tables[TABLE]
    if not kept(checked.settings, before):
        return Settled(0, 0, 0, 0)
    now = renamed(before, checked.tables["projects"])
    now["replaced_by"] = replaced_now(now, checked.tables["measures"])
    found = unsettled(_counts(checked), checked.tables["measures"], now)
    found = found[~(found["late"] | found["again"]).to_numpy(dtype=bool)]
    moved = int((now["project"] != before["project"]).sum())
    replaced = int((now["replaced_by"] != before["replaced_by"]).sum())
    if len(found) or moved or replaced:
        fields = [field["name"] for field in checked.schemas[TABLE]["fields"]]
        every = pd.concat([now[fields], found[fields]], ignore_index=True)
        write_table(data / "register", checked, TABLE, _texts(every))
    if len(now) or len(found):
        list_table(data / "register", TABLE)
    shown = int(found["shown"].sum())
    return Settled(shown, len(found) - shown, moved, replaced)


def _counts(checked: Checked) -> pd.DataFrame:
    """The lines that stand and count people, as domain/disclosure.py takes them."""
    tables = checked.tables
    lines = beside(tables["lines"], ["owner"], tables["returns"], ["owner"], ["project", "framework", "start", "end"])
    wanted = [name for name in (*OF_MEASURE, "disadvantaged", "replaced_by") if name != "unit"]
    lines = beside(lines, ["framework", "measure"], tables["measures"], ["owner", "measure"], wanted)
    return lines[guarded(lines)].reset_index(drop=True)


def _texts(table: pd.DataFrame) -> Iterable[Mapping[str, str]]:
    for row in rows(table.assign(quantity=[_number(cell) for cell in table["quantity"]])):
        yield {name: _text(cell) for name, cell in row._asdict().items()}


def _number(cell: Any) -> str:
    """Whole millionths as a plain number."""
    return "" if pd.isna(cell) else f"{(Decimal(int(cell)) / MILLION).normalize():f}"


def _text(cell: Any) -> str:
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    return "" if pd.isna(cell) else str(cell)
