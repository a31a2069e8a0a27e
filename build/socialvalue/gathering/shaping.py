"""Bring the lines of a package, and what they are worth, into the form in which all authorities lie side by side."""

import re
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from socialvalue.gathering.left_out import NotGathered
from socialvalue.gathering.local import Rings
from socialvalue.gathering.methods import Frames, measure_methods, value_methods
from socialvalue.gathering.organisations import identity
from socialvalue.gathering.tables import joined, looked_up
from socialvalue.records import KINDS, STATUSES, rows

MARKERS = ("", "c", "r")
YEAR = re.compile(r"[0-9]{4}(-[0-9]{2})?", re.ASCII)
BOUNDS = ("", "at least", "up to", "about")
LONGEST = 500
"""Letters of a name that a line is summed by."""


def shaped_values(authority: str, values: Any, frames: Frames, rings: Rings, invented: bool) -> Any:
    """One row for each value: pence, and all that decides what it may be added to."""
    _only("values", values, {"kind": KINDS, "status": STATUSES, "bound": BOUNDS, "counts_in": ("total", "memo")})
    _grouped("values", values, "unit_value", "framework", "measure", "price_year", "real_year", "deflator_vintage")
    left = pc.subtract(values["gross_pence"], values["deducted_pence"])
    if pc.any(pc.not_equal(values["net_pence"], left)).as_py():
        raise NotGathered("odd-cell", table="values: net_gbp")
    methods = _table(value_methods(frames))
    kept = {
        "line_key": values["key"], "project": values["project"], "return_id": values["return"],
        "framework": values["framework"], "edition": _editions(values, frames),
        "method": looked_up(joined(values["framework"], values["kind"]), *methods),
        "local_means": rings.of(values),
        "measure": values["measure"], "unit_value": values["unit_value"], "kind": values["kind"],
        "price_year": values["price_year"], "real_year": values["real_year"],
        "deflator_vintage": values["deflator_vintage"], "status": values["status"], "area": values["area"],
        "organisation": _organisations(authority, values["organisation"], frames["organisations"]),
        "bound": values["bound"],
        "counted": pc.and_(values["counted"], pc.equal(values["counts_in"], "total")),
        **{name: values[name] for name in ("gross_pence", "deducted_pence", "net_pence", "real_pence")},
    }  # fmt: skip
    return _placed(authority, values["year"], kept, invented)


def shaped_lines(authority: str, lines: Any, frames: Frames, rings: Rings, invented: bool) -> Any:
    """One row for each line: millionths of its unit, or none where it is hidden."""
    _only("lines", lines, {"status": STATUSES, "bound": BOUNDS, "marker": MARKERS})
    _grouped("lines", lines, "framework", "measure", "unit")
    hidden = pc.equal(lines["marker"], "c")
    measures = frames["measures"]
    named = joined(lines["framework"], lines["measure"])
    adds = {(row.framework, row.measure): row.adds_up for row in rows(measures)}
    kept = {
        "line_key": lines["key"], "project": lines["project"], "return_id": lines["return"],
        "framework": lines["framework"], "edition": _editions(lines, frames),
        "method": looked_up(named, *_table(measure_methods(measures))),
        "local_means": rings.of(lines),
        "measure": lines["measure"], "unit": lines["unit"], "adds_up": looked_up(named, *_table(adds)),
        "status": lines["status"], "area": lines["area"],
        "organisation": _organisations(authority, lines["organisation"], frames["organisations"]),
        "bound": lines["bound"], "hidden": hidden,
        "counted": pc.and_(lines["counted"], pc.invert(hidden)),
        "has_evidence": pc.not_equal(lines["evidence"], ""),
        "submitted": pc.equal(lines["basis"], "submitted"), "end_day": lines["end"],
        "quantity_millionths": pc.if_else(hidden, pa.scalar(None, pa.int64()), lines["quantity_millionths"]),
    }  # fmt: skip
    return _placed(authority, lines["year"], kept, invented)


def _placed(authority: str, years: Any, kept: dict[str, Any], invented: bool) -> Any:
    """The table with whether it is invented, and the two columns that it is cut up by.

    A year is the name of a folder: it is looked at first.
    """
    if odd := [year for year in pc.unique(years).to_pylist() if not YEAR.fullmatch(year)]:
        raise NotGathered("odd-cell", table=f"year {odd[0][:20]!a}")
    own = {"invented": "yes" if invented else "no", "authority": authority}
    same = {name: pa.array([cell] * len(years), pa.string()) for name, cell in own.items()}
    return pa.table({**kept, **same, "year": years})


def _editions(found: Any, frames: Frames) -> Any:
    """The edition of each row: that of its return, or for a promise that of its project."""
    by_return = looked_up(found["return"], *_columns(frames["returns"], "return", "edition"))
    by_project = looked_up(found["project"], *_columns(frames["projects"], "project", "edition"))
    return pc.if_else(pc.equal(found["return"], ""), by_project, by_return)


def _organisations(authority: str, named: Any, known: pd.DataFrame) -> Any:
    numbers = dict(zip(known["organisation"], known["identifier"], strict=True))
    each = [name for name in pc.unique(named).to_pylist() if name]
    found = pa.array([identity(authority, name, numbers.get(name, "")) for name in each], pa.string())
    return looked_up(named, pa.array(each, pa.string()), found)


def _columns(frame: pd.DataFrame, key: str, value: str) -> tuple[Any, Any]:
    return pa.array(frame[key].astype(str), pa.string()), pa.array(frame[value].astype(str), pa.string())


def _table(found: dict[tuple[str, str], str]) -> tuple[Any, Any]:
    names = [f"{first}\x1f{second}" for first, second in found]
    return pa.array(names, pa.string()), pa.array(list(found.values()), pa.string())


def _only(table: str, found: Any, allowed: dict[str, tuple[str, ...]]) -> None:
    for column, words in allowed.items():
        if set(pc.unique(found[column]).to_pylist()) - set(words):
            raise NotGathered("odd-cell", table=f"{table}: {column}")


def _grouped(table: str, found: Any, *columns: str) -> None:
    """Refuse a name that no page could show."""
    for column in columns:
        if any(len(name) > LONGEST for name in pc.unique(found[column]).to_pylist()):
            raise NotGathered("odd-cell", table=f"{table}: {column}")
