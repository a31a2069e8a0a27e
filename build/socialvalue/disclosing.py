"""Settle for good which counts of people a site shows, and write it into the register, with every link there is."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd

from socialvalue.domain.disclosure import OF_MEASURE, kept, unsettled
from socialvalue.domain.few_people import guarded
from socialvalue.domain.look_up import beside
from socialvalue.domain.remembered import (
    LINK,
    correcting,
    linked,
    links_now,
    renamed,
    renamed_links,
    unremembered,
)
from socialvalue.domain.told_apart import joining_projects
from socialvalue.drafting import counted_in, write_listed
from socialvalue.records import MILLION, Checked, plain, rows

TABLE = "disclosures"
LINKS = "links"
YES_NO = {True: "yes", False: "no"}


class Settled(NamedTuple):
    """How many counts were settled by one run."""

    shown: int = 0
    hidden: int = 0
    moved: int = 0
    """Rows that follow their project to its new name."""
    links: int = 0
    """Links that are remembered from now on."""
    filled: int = 0
    """Rows of before that say now whether their measure is of a disadvantaged group."""
    counted: int = 0
    """Tables of which the descriptor says from now on how many rows they have."""
    several: int = 0
    """Counts of which it is remembered from now on that they had more than one number."""


def disclose(checked: Checked, data: Path) -> Settled:
    """Add to the register a row for each count of people, and for each link, that it lacks; a row that is there stays.

    It only follows its project to another name: so the register knows it, however often it is renamed.

    `checked` is the repository at `data`, judged without asking for these rows.
    """
    tables = checked.tables
    before, links, projects, measures = (tables[name] for name in (TABLE, LINKS, "projects", "measures"))
    if not kept(checked.settings, before):
        return Settled()
    counts = correcting(_counts(checked), tables["returns"], renamed(before, projects))
    now, linked_now = _filled(renamed(before, projects), measures), renamed_links(links, projects)
    links_today = links_now(projects, measures, counts)
    refused = joining_projects(links_today, linked_now, now).index
    new = unremembered(links_today, linked_now).drop(index=refused)
    found = unsettled(counts, linked(measures, linked_now), now)
    found = found[~found["late"].to_numpy(dtype=bool)]
    found["disadvantaged"] = [YES_NO[bool(cell)] for cell in found["disadvantaged"]]
    moved = int((now["project"] != before["project"]).sum())
    moved += int((linked_now[LINK] != plain(links)[LINK]).any(axis="columns").sum())
    filled = int((now["disadvantaged"] != before["disadvantaged"]).sum())
    shown, several = (int(found[name].sum()) for name in ("shown", "several"))
    whole = {TABLE: _joined(checked, TABLE, now, found), LINKS: _joined(checked, LINKS, linked_now, new)}
    numbers = {name: len(each) for name, each in whole.items() if len(each)}
    said = counted_in(data / "register")
    counted = sum(said.get(name) != count for name, count in numbers.items())
    settled = Settled(shown, len(found) - shown - several, moved, len(new), filled, counted, several)
    if any(settled):
        tables_now = {name: list(_texts(whole[name])) for name in numbers}
        write_listed(data / "register", checked, tables_now, numbers)
    return settled


def _filled(settled: pd.DataFrame, measures: pd.DataFrame) -> pd.DataFrame:
    """The register, where each row says whether its measure is of a disadvantaged group: rows of before do not."""
    flags = {(row.owner, row.measure): YES_NO[bool(row.disadvantaged)] for row in rows(measures)}
    cells = zip(settled["disadvantaged"], settled["framework"], settled["measure"], strict=True)
    said = [cell or flags.get((framework, measure), "") for cell, framework, measure in cells]
    return settled.assign(disadvantaged=pd.Series(said, index=settled.index, dtype=object))


def _counts(checked: Checked) -> pd.DataFrame:
    """The lines that stand and count people, as domain/disclosure.py takes them."""
    tables = checked.tables
    lines = beside(tables["lines"], ["owner"], tables["returns"], ["owner"], ["project", "framework", "start", "end"])
    wanted = [name for name in OF_MEASURE if name != "unit"]
    lines = beside(lines, ["framework", "measure"], tables["measures"], ["owner", "measure"], wanted)
    return lines[guarded(lines)].reset_index(drop=True)


def _joined(checked: Checked, table: str, *parts: pd.DataFrame) -> pd.DataFrame:
    """The rows of a table, with the columns of its schema."""
    fields = [field["name"] for field in checked.schemas[table]["fields"]]
    return pd.concat([plain(part)[fields] for part in parts], ignore_index=True)


def _texts(table: pd.DataFrame) -> Iterable[Mapping[str, str]]:
    if "quantity" in table:
        table = table.assign(quantity=[_number(cell) for cell in table["quantity"]])
    for row in rows(table):
        yield {name: _text(cell) for name, cell in row._asdict().items()}


def _number(cell: Any) -> str:
    """Whole millionths as a plain number."""
    return "" if pd.isna(cell) else f"{(Decimal(int(cell)) / MILLION).normalize():f}"


def _text(cell: Any) -> str:
    if isinstance(cell, bool):
        return YES_NO[cell]
    return "" if pd.isna(cell) else str(cell)
