"""A repository of as many returns as one likes, in memory: the good one, told again and again. All is invented."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

import pandas as pd

from check.repository import GOOD, PROJECT, RETURN, TODAY
from socialvalue.load import load
from socialvalue.records import FileRead, Source, texts

PERIODS = 8
"""Returns of one project, one after the other."""
KINDS: Mapping[str, Sequence[Mapping[str, str]]] = {
    "hires": [{"measure": "le1", "quantity": "0.5", "unit": "fte_years", "headcount": "3", "area": "E07000901"}],
    "uncounted hires": [{"measure": "le1", "quantity": "0.5", "unit": "fte_years"}],
    "a group": [{"measure": "iw1", "quantity": "6.25", "unit": "fte_years", "headcount": "30"}],
    "a small group": [{"measure": "iw2", "quantity": "0.25", "unit": "fte_years", "headcount": "2"}],
    "weeks": [{"measure": "fw1", "quantity": "41", "unit": "weeks"}],
    "spend": [{"measure": "le2", "quantity": "27120", "unit": "gbp", "area": "E07000902"}],
    "far spend": [{"measure": "le2", "quantity": "9000000", "unit": "gbp", "area": "E07000903"}],
    "a share": [{"measure": "le3", "quantity": "180", "unit": "percent", "derivation": "118 of 148"}],
    "hours": [{"measure": "fw2", "quantity": "2", "unit": "hours_x_attendees", "headcount": "8"}],
    "jobs and homes": [
        {"measure": "po1", "quantity": "496", "unit": "jobs"},
        {"measure": "po2", "quantity": "248", "unit": "homes"},
    ],
    "a part": [
        {"measure": "fw1", "quantity": "30", "unit": "weeks"},
        {"measure": "fw1", "quantity": "20", "unit": "weeks", "part_of": "1"},
        {"measure": "fw1", "quantity": "10", "unit": "weeks", "area": "E07000901"},
    ],
    "tiers": [
        {"measure": "le1", "quantity": "5.25", "unit": "fte_years", "headcount": "24", "tier": "subcontractor"},
        {"measure": "le1", "quantity": "5.25", "unit": "fte_years", "headcount": "24", "tier": "main contractor"},
    ],
    "a total": [
        {"measure": "co1", "quantity": "26", "unit": "projects", "public_note": "Here."},
        {"measure": "co1", "quantity": "30", "unit": "projects", "public_note": "There."},
        {"measure": "co1", "quantity": "56", "unit": "projects", "public_note": "Total"},
    ],
    "unknown": [{"measure": "fw99", "quantity": "1", "unit": "weeks"}],
    "retired": [{"measure": "fw3", "quantity": "1", "unit": "weeks"}],
    "evidence": [{"measure": "fw1", "quantity": "4", "unit": "weeks", "status": "verified", "evidence": "audit"}],
    "faults": [{"measure": "fw1", "quantity": "five", "unit": "headcount", "organisation": "nobody", "headcount": "x"}],
}
"""A kind of line, with the lines that a return has of it."""
KIND_OF = {str(at): kind for at, kind in enumerate((kind for kind in KINDS for _ in KINDS[kind]), start=1)}
"""The kind of each line of a return that has every kind."""
OLDER = {"evidence": "audit", "kind": "audit", "title": "An audit", "dated": "2024-08", "checked_by": "example-council"}


def many(returns: int, kinds: Sequence[str], each: int = 0) -> Source:
    """So many returns, each with lines of these kinds and an organisation and a note of its own.

    With `each`, a return has only so many of the kinds, the next one the next of them, and so on.
    """
    good = read()
    owners = [f"project-{number // PERIODS}/{2015 + number % PERIODS}" for number in range(returns)]
    places = {owner: f"returns/road-fund/{owner}" for owner in owners}
    lines = [row for number, owner in enumerate(owners) for row in _lines(owner, number, _share(kinds, number, each))]
    evidence = [OLDER | {"owner": owner, "file": f"{places[owner]}/evidence.csv", "row": 2} for owner in owners]
    projects = good.tables["projects"].astype(object).to_dict("records")
    own = {"contract_start": "", "contract_end": "", "part_of": ""}
    projects += [projects[0] | own | {"project": f"project-{number}"} for number in range(1 + returns // PERIODS)]
    tables = {
        "lines": _table(good, "lines", lines),
        "evidence": _table(good, "evidence", evidence),
        "projects": _table(good, "projects", projects),
        "organisations": _table(good, "organisations", list(_organisations(good, returns))),
    }
    return replace(
        good,
        tables={**good.tables, **tables},
        places=places,
        descriptors={owner: _descriptor(good, owner) for owner in owners},
        files=tuple(file for file in good.files if "/" not in file.owner)
        + tuple(
            FileRead(f"{place}/{table}.csv", table, owner, tuple(f["name"] for f in good.schemas[table]["fields"]), 1)
            for owner, place in places.items()
            for table in ("lines", "evidence")
        ),
    )


@cache
def read() -> Source:
    """The good repository, read once."""
    return load(GOOD, today=TODAY)


def _share(kinds: Sequence[str], number: int, each: int) -> Sequence[str]:
    return [kinds[(number + step) % len(kinds)] for step in range(each)] if each else kinds


def _lines(owner: str, number: int, kinds: Sequence[str]) -> Iterator[dict[str, Any]]:
    found = (line for kind in kinds for line in KINDS[kind])
    for line, cells in enumerate(found, start=1):
        place = {"file": f"returns/road-fund/{owner}/lines.csv", "owner": owner, "row": line + 1, "line": str(line)}
        own = {"organisation": f"builder-{number}", "public_note": f"Note {number} on line {line}."}
        yield {"status": "self-reported", **place, **own, **cells}


def _organisations(good: Source, returns: int) -> Iterator[dict[str, Any]]:
    yield from good.tables["organisations"].astype(object).to_dict("records")
    for number in range(returns):
        place = {"file": "register/organisations.csv", "owner": "", "row": number + 5}
        yield {**place, "organisation": f"builder-{number}", "name": f"Builder {number}", "kind": "contractor"}


def _table(good: Source, name: str, found: Sequence[Mapping[str, Any]]) -> pd.DataFrame:
    """The rows as room 1 hands them on: every column but the number of the row held as categories."""
    columns = list(good.tables[name].columns)
    frame = {column: [row.get(column, "") for row in found] for column in columns}
    held = {
        column: frame[column] if column == "row" else texts(frame[column] or [""], list(range(len(found))))
        for column in columns
    }
    return pd.DataFrame(held)


def _descriptor(good: Source, owner: str) -> dict[str, Any]:
    project, period = owner.split("/")
    base = good.descriptors[f"{PROJECT.name}/{RETURN.name}"]
    days = {"start": date(int(period), 4, 1).isoformat(), "end": date(int(period), 6, 30).isoformat()}
    told = {"name": f"{project}-{period}", "project": project, "period": days, "received_on": f"{period}-07-20"}
    return {**base, **told, "title": owner}
