"""Settle for good which counts of people a site shows, and write it into the register, with every link there is."""

import json
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd

from socialvalue import system
from socialvalue.domain.disclosure import OF_MEASURE, guarded, kept, unsettled
from socialvalue.domain.look_up import beside
from socialvalue.domain.remembered import LINK, linked, links_now, renamed, renamed_links, unremembered
from socialvalue.drafting import descriptor_text, table_text
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


def disclose(checked: Checked, data: Path) -> Settled:
    """Add to the register a row for each count of people, and for each link, that it lacks; a row that is there stays.

    It only follows its project to another name: so the register knows it, however often it is renamed.

    `checked` is the repository at `data`, judged without asking for these rows.
    """
    tables = checked.tables
    before, links, projects, measures = (tables[name] for name in (TABLE, LINKS, "projects", "measures"))
    if not kept(checked.settings, before):
        return Settled()
    counts = _counts(checked)
    now, linked_now = _filled(renamed(before, projects), measures), renamed_links(links, projects)
    new = unremembered(links_now(projects, measures, counts), linked_now)
    found = unsettled(counts, linked(measures, linked_now), now)
    found = found[~(found["late"] | found["again"]).to_numpy(dtype=bool)]
    found["disadvantaged"] = [YES_NO[bool(cell)] for cell in found["disadvantaged"]]
    moved = int((now["project"] != before["project"]).sum())
    moved += int((linked_now[LINK] != plain(links)[LINK]).any(axis="columns").sum())
    _write(data / "register", checked, {TABLE: [now, found], LINKS: [linked_now, new]})
    shown = int(found["shown"].sum())
    filled = int((now["disadvantaged"] != before["disadvantaged"]).sum())
    return Settled(shown, len(found) - shown, moved, len(new), filled)


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


def _write(register: Path, checked: Checked, every: Mapping[str, Sequence[pd.DataFrame]]) -> None:
    """Write the tables that have rows, and name them in the register's descriptor, so that their loss is noticed."""
    files: dict[Path, bytes] = {}
    path = register / "datapackage.json"
    described: dict[str, Any] = {"name": "register"}
    if path.is_file():
        described = json.loads(path.read_text(encoding="utf-8"))
    resources = described.setdefault("resources", [])
    for name, parts in every.items():
        if any(map(len, parts)):
            fields = [field["name"] for field in checked.schemas[name]["fields"]]
            rows_of = pd.concat([plain(part)[fields] for part in parts], ignore_index=True)
            files[register / f"{name}.csv"] = table_text(checked, name, _texts(rows_of))
            if all(resource.get("path") != f"{name}.csv" for resource in resources):
                like = (resources or [{}])[-1].items()
                like = {key: value for key, value in like if key in ("type", "format", "mediatype")}
                resources.append({"name": name, "path": f"{name}.csv", **like})
    if files:
        files[path] = descriptor_text(described).encode()
    changed = {path: text for path, text in files.items() if not path.is_file() or path.read_bytes() != text}
    system.write_all(changed)
