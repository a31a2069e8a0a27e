"""An invented repository for tests of valuing: rows with just the cells that matter, as they would pass the check."""

import json
from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd

from socialvalue.records import MILLION, Checked, Settings

SCHEMAS = Path(__file__).resolve().parents[2] / "schemas"
RETURN = {
    **dict.fromkeys(("superseded_by", "title", "version", "words", "received_on", "compiled_on"), ""),
    **dict.fromkeys(("supersedes", "reason"), ""),
    "framework": "open",
    "edition": "1",
    "basis": "submitted",
    "organisation": "builder",
    "approximate": False,
    "withdraws": False,
    "invented": False,
}
LINE = {"status": "self-reported"}
Row = dict[str, Any]

MEASURES: Sequence[Row] = (
    {"measure": "weeks", "unit": "weeks", "theme": "work", "adds_up": "flow"},
    {"measure": "spend", "unit": "gbp", "theme": "economy", "adds_up": "flow"},
    {"measure": "hires", "unit": "fte_years", "theme": "work", "adds_up": "flow", "disadvantaged": True},
    {"measure": "leavers", "unit": "fte_years", "theme": "work", "adds_up": "flow", "disadvantaged": True},
    {"measure": "jobs", "unit": "jobs", "theme": "work", "adds_up": "stock"},
    {"measure": "staff", "unit": "fte", "theme": "work", "adds_up": "stock"},
    {"measure": "share", "unit": "percent", "theme": "economy", "adds_up": "never", "no_value_reason": "A share."},
    {"measure": "carbon", "unit": "tonnes", "theme": "environment", "adds_up": "flow"},
)
UNITS: Sequence[Row] = (
    *({"unit": unit, "one": f"one {unit}", "many": unit} for unit in ("weeks", "gbp", "fte_years", "jobs", "tonnes")),
    {"unit": "percent", "one": "percent", "many": "percent", "record_only": True},
    {"unit": "headcount", "one": "person", "many": "people"},
    {"unit": "fte", "one": "full-time equivalent", "many": "full-time equivalents", "level": True},
)
DEFLATORS = {"2019-20": 80, "2020-21": 85, "2021-22": 88, "2022-23": "94.2175", "2023-24": 100, "2024-25": "102.3747"}


def table(name: str, rows: Sequence[Row], /, **defaults: Any) -> pd.DataFrame:
    """A checked table: numbers given as 12, "12.5" or a Fraction become millionths; what is not given is empty."""
    columns: dict[str, pd.Series] = {
        "file": pd.Series([f"{name}.csv"] * len(rows), dtype=object),
        "row": pd.Series(range(2, len(rows) + 2), dtype="int64"),
        "owner": pd.Series([row.get("owner", defaults.get("owner", "")) for row in rows], dtype=object),
    }
    for field in fields(name):
        cells = [{**defaults, **row}.get(field["name"], "") for row in rows]
        columns[field["name"]] = _typed(cells, field["type"])
    return pd.DataFrame(columns)


@cache
def fields(name: str) -> list[dict[str, Any]]:
    """The columns of a table of the data, as its schema has them."""
    path = next(path for path in SCHEMAS.glob(f"*/{name}.json") if path.parent.name != "published")
    found: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["fields"]
    return found


def _typed(cells: list[Any], kind: str) -> pd.Series:
    if kind == "number":
        return pd.Series([pd.NA if cell == "" else int(Fraction(cell) * MILLION) for cell in cells], dtype="Int64")
    if kind == "integer":
        return pd.Series([pd.NA if cell == "" else cell for cell in cells], dtype="Int64")
    if kind == "boolean":
        return pd.Series([bool(cell) for cell in cells], dtype=bool)
    return pd.Series(cells, dtype=object)


def repository(
    lines: Sequence[Row] = (),
    unit_values: Sequence[Row] = (),
    adjustments: Sequence[Row] = (),
    targets: Sequence[Row] = (),
    returns: Sequence[Row] = (),
    projects: Sequence[Row] = ({"project": "road"},),
    editions: Mapping[str, str] | None = None,
    **more: Sequence[Row],
) -> Checked:
    """A checked repository. A line names its return as `owner` (project/period); returns not given are made up.

    A period that is made up is the calendar year of its name, as in road/2023.
    """
    tables = {
        **reported(lines, returns),
        "measures": table("measures", more.get("measures", MEASURES), owner="open", sensitivity="none"),
        "units": table("units", more.get("units", UNITS), owner="open", decimals=6),
        "unit-values": table("unit-values", unit_values, owner="open", counts_in="total", price_year="delivery"),
        "adjustments": table("adjustments", adjustments, owner="open", scope="measure", reason="Because."),
        "disclosures": table("disclosures", more.get("disclosures", ())),
        "links": table("links", more.get("links", ())),
        "crosswalk": table("crosswalk", more.get("crosswalk", ()), owner="open", match="close"),
        "deflators": table(
            "deflators",
            more.get("deflators", [{"financial_year": year, "index": index} for year, index in DEFLATORS.items()]),
            vintage="2024-10",
        ),
        "projects": table("projects", projects, programme="roads", framework="open", edition="1", name="The road"),
        "targets": table("targets", _in_units(targets), project="road", strength="commitment"),
        "target-profiles": table("target-profiles", more.get("profiles", ())),
        "areas": table("areas", more.get("areas", ())),
        "project-areas": table("project-areas", more.get("project_areas", ())),
        "sites": table("sites", more.get("sites", ()), zone="East", stage="permission", programme="roads"),
    }
    return Checked(Settings(real_year="2023-24"), tables, (), {}, {}, editions=editions or {})


def reported(lines: Sequence[Row], returns: Sequence[Row] = ()) -> dict[str, pd.DataFrame]:
    """The tables of a repository that hold what was reported."""
    known = {row["owner"]: row for row in returns}
    for line in lines:
        known.setdefault(line["owner"], {"owner": line["owner"]})
    replaced = {f"{row['owner'].partition('/')[0]}/{row.get('supersedes')}" for row in known.values()}
    numbered = _numbered(lines)
    return {
        "returns": pd.DataFrame(
            [_return(row) for row in known.values()], columns=list(_return({"owner": "road/2023"}))
        ),
        "lines": table("lines", [line for line in numbered if line["owner"] not in replaced], **LINE),
        "superseded-lines": table("lines", [line for line in numbered if line["owner"] in replaced], **LINE),
    }


def _return(row: Row) -> Row:
    project, _, period = row["owner"].partition("/")
    days = {"start": f"{period[:4]}-01-01", "end": f"{period[:4]}-12-31"}
    return {**RETURN, "project": project, "period": period, **days, **row}


def _in_units(rows: Sequence[Row]) -> list[Row]:
    """Lines or targets with the unit of their measure."""
    units = {row["measure"]: row["unit"] for row in MEASURES}
    return [{"unit": units.get(row["measure"], ""), **row} for row in rows]


def _numbered(lines: Sequence[Row]) -> list[Row]:
    """Lines with a unit, numbered within their return where they are not yet."""
    seen: dict[str, int] = {}
    found = []
    for line in _in_units(lines):
        seen[line["owner"]] = line.get("line", seen.get(line["owner"], 0) + 1)
        found.append({**line, "line": seen[line["owner"]]})
    return found
