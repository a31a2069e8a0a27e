"""Invented packages in any number and of any length, for the benchmarks of gathering: the same numbers each time."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv

from socialvalue.gathering.holding import DIMENSIONS
from socialvalue.gathering.manifest import NEEDED

KINDS = ("fiscal", "economic", "environmental", "local")
STATUSES = ("self-reported", "evidenced", "verified")
YEARS = [f"{year}-{(year + 1) % 100:02}" for year in range(2018, 2026)]
MEASURES, AREAS, COMPANIES, PROJECTS = 40, 30, 200, 500
MONEY = ("gross_gbp", "deducted_gbp", "net_gbp", "real_gbp")
SAID = "Invented for a benchmark."
"""Each package says so, and every page that is made of it."""


def write_packages(folder: Path, authorities: int, lines: int) -> Path:
    """Write so many packages of so many lines each, every other line with a value, and the list that names them."""
    listed = ['title = "Benchmark"']
    for number in range(authorities):
        name = f"authority-{number:02}"
        checksum = _write(folder / name, np.random.default_rng(number), lines)
        listed += [
            "[[authority]]",
            f'id = "{name}"',
            f'name = "{name}"',
            f'folder = "{name}"',
            f'sha256 = "{checksum}"',
        ]
    (folder / "sites.toml").write_text("\n".join(listed) + "\n", encoding="utf-8")
    return folder / "sites.toml"


def _write(folder: Path, random: np.random.Generator, count: int) -> str:
    (folder / "data").mkdir(parents=True)
    lines = _lines(random, count)
    values = _values(random, lines, count)
    tables = {**_small(), "lines": lines, "values": values, "totals": _totals(values), "counts": _counts(lines)}
    resources = []
    for name, columns in NEEDED.items():
        path = folder / f"data/{name}.csv"
        csv.write_csv(tables[name].select(columns), path, csv.WriteOptions(quoting_style="needed"))
        text = path.read_bytes()
        head = ",".join(columns).encode()
        path.write_bytes(head + text[text.index(b"\n") :])  # Arrow puts names into quotes
        checksum = f"sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}"
        schema = {"fields": [{"name": column, "type": "string"} for column in columns]}
        resources.append({"name": name, "path": f"data/{name}.csv", "hash": checksum, "schema": schema})
    manifest = {
        "name": folder.name,
        "title": "Benchmark (invented)",
        "description": SAID,
        "version": "2026-01-31.00000000",
    }
    manifest |= {"licenses": [{"name": "CC0-1.0", "title": "CC0", "path": ""}], "resources": resources}
    content = json.dumps(manifest).encode()
    (folder / "datapackage.json").write_bytes(content)
    return hashlib.sha256(content).hexdigest()


def _lines(random: np.random.Generator, count: int) -> pa.Table:
    measures = random.integers(0, MEASURES, count)
    projects, number = random.integers(0, PROJECTS, count), pa.array(np.arange(count)).cast(pa.string())
    places = _named("E07", 1_000_000 + random.integers(0, AREAS, count))
    returns = pc.binary_join_element_wise(_named("p", projects), "2025-q4", "/")
    hidden = random.integers(0, 50, count) == 0
    quantity = _decimals(random.integers(1, 10_000_000, count))
    return pa.table(
        {
            "key": pc.binary_join_element_wise(returns, number, "#"), "programme": _same("programme", count),
            "project": _named("p", projects), "return": returns, "framework": _same("shared", count),
            "measure": _named("m", measures), "theme": _same("theme", count),
            "quantity": pc.if_else(pa.array(hidden), None, quantity),
            "unit": _same("hours", count), "bound": _chosen(random, ("", "", "", "at least", "about"), count),
            "end": _same("2025-12-31", count), "year": _chosen(random, YEARS, count),
            "area": places, "place": places,
            "local_definition": _same("", count), "local_area_set": _same("", count),
            "organisation": _named("o", random.integers(0, COMPANIES, count)),
            "status": _chosen(random, STATUSES, count), "counted": pc.if_else(pa.array(hidden), "no", "yes"),
            "marker": pc.if_else(pa.array(hidden), "c", ""), "evidence": _chosen(random, ("", "document"), count),
            "basis": _same("submitted", count),
        }
    )  # fmt: skip


def _values(random: np.random.Generator, lines: pa.Table, count: int) -> pa.Table:
    """A value for every other line that is not hidden."""
    shown = pc.and_(pc.equal(lines["marker"], ""), pa.array(np.arange(count) % 2 == 0))
    found = lines.filter(shown).drop_columns(["marker", "evidence", "basis", "end"])
    size = found.num_rows
    gross = random.integers(100, 10**9, size)
    deducted = gross * random.integers(0, 50, size) // 100
    net = gross - deducted
    kinds = pc.take(pa.array(KINDS), pa.array(random.integers(0, len(KINDS), size)))
    more = {
        "unit_value": pc.binary_join_element_wise(found["measure"], kinds, "-"), "kind": kinds,
        "counts_in": _chosen(random, ("total", "total", "total", "memo"), size), "price_year": _same("2021-22", size),
        "uprating": _same("1", size), "real_year": _same("2023-24", size), "deflator_vintage": _same("v1", size),
        "gross_gbp": _decimals(gross), "deducted_gbp": _decimals(deducted), "net_gbp": _decimals(net),
        "real_gbp": _decimals(net * 97 // 100),
    }  # fmt: skip
    for name, column in more.items():
        found = found.append_column(name, column)
    return found


def _totals(values: pa.Table) -> pa.Table:
    found = values.filter(pc.equal(values["counts_in"], "total"))
    return pa.concat_tables(
        [
            _sums(found, *each, ["kind", "status"], MONEY)
            for each in {"all": "all", **DIMENSIONS, "area": "area"}.items()
        ]
    )


def _counts(lines: pa.Table) -> pa.Table:
    found = lines.filter(pc.equal(lines["counted"], "yes"))
    groups = ["framework", "measure", "status"]
    summed = pa.concat_tables([_sums(found, *each, groups, ["quantity"]) for each in DIMENSIONS.items()])
    return summed.append_column("suppressed", _same("0", summed.num_rows))


def _sums(found: pa.Table, dimension: str, column: str, groups: Sequence[str], names: Sequence[str]) -> pa.Table:
    """The sums of some columns by the members of a dimension."""
    member = found[column] if column != "all" else _same("all", found.num_rows)
    owned = pa.table({"member": member, **{name: found[name] for name in (*groups, *names)}})
    owned = owned.append_column("key", owned["member"])
    summed = owned.group_by(["member", *groups]).aggregate([*((name, "sum") for name in names), ("key", "count")])
    sums = {name: summed[f"{name}_sum"].cast(pa.decimal128(30, 2)) for name in names}
    said = {name: summed[name] for name in ("member", *groups)}
    return pa.table({"dimension": _same(dimension, summed.num_rows), **said, "lines": summed["key_count"], **sums})


def _small() -> dict[str, pa.Table]:
    """The tables that all of them share: one framework with one method."""
    measures = [f"m{number}" for number in range(MEASURES)]
    priced = [(measure, kind) for measure in measures for kind in KINDS]
    companies = range(COMPANIES)
    empty = ("adjustments", "area-sets", "crosswalk", "delivery", "reporting", "targets")
    return {
        **{name: _table(name, []) for name in empty},
        "areas": _table("areas", [{"area": f"E07{1_000_000 + area}", "name": f"Area {area}"} for area in range(AREAS)]),
        "deflators": _table("deflators", [{"vintage": "v1", "financial_year": "2021-22", "index": "100"}]),
        "measures": _table("measures", [
            {"framework": "shared", "measure": each, "name": f"Measure {each}", "unit": "hours", "adds_up": "flow"}
            for each in measures
        ]),
        "organisations": _table("organisations", [
            {"organisation": f"o{each}", "name": f"Company {each}", "identifier": f"{each:08}" if each % 2 else ""}
            for each in companies
        ]),
        "projects": _table("projects", [
            {"project": f"p{each}", "framework": "shared", "edition": "1"} for each in range(PROJECTS)
        ]),
        "returns": _table("returns", [
            {
                "return": f"p{each}/2025-q4", "project": f"p{each}", "start": "2025-10-01", "end": "2025-12-31",
                "framework": "shared", "edition": "1", "basis": "submitted", "version": "1", "withdraws": "no",
            }
            for each in range(PROJECTS)
        ]),
        "unit-values": _table("unit-values", [
            {
                "framework": "shared", "unit_value": f"{measure}-{kind}", "measure": measure, "kind": kind,
                "licence": "CC0",
            }
            for measure, kind in priced
        ]),
        "units": _table("units", [{"framework": "shared", "unit": "hours", "one": "hour", "many": "hours"}]),
    }  # fmt: skip


def _table(name: str, rows: Sequence[Mapping[str, str]]) -> pa.Table:
    return pa.table({column: pa.array([row.get(column, "") for row in rows], pa.string()) for column in NEEDED[name]})


def _same(text: str, count: int) -> Any:
    return pa.array([text]).take(pa.array(np.zeros(count, dtype=np.int64)))


def _named(letter: str, numbers: Any) -> Any:
    return pc.binary_join_element_wise(letter, pa.array(numbers).cast(pa.string()), "")


def _chosen(random: np.random.Generator, words: Sequence[str], count: int) -> Any:
    return pc.take(pa.array(words), pa.array(random.integers(0, len(words), count)))


def _decimals(hundredths: Any) -> Any:
    """Whole hundredths as decimals with two places, exactly."""
    whole = pa.array(hundredths).cast(pa.decimal128(19, 0))
    return pc.multiply(whole, pa.scalar(Decimal("0.01"), pa.decimal128(3, 2))).cast(pa.decimal128(23, 2))
