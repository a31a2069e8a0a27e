"""Write the data folder of an authority that begins: empty tables, and the measures and prices that hold anywhere."""

import csv
import json
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from socialvalue.beginning.districts import area_rows
from socialvalue.beginning.wanted import Wanted
from socialvalue.drafting import PACKAGE, write_descriptor, write_table
from socialvalue.records import Checked

OPEN = Path(__file__).parent / "open"
"""A framework and national tables that name no place: what an authority begins with. `make open` writes them."""
SHARED: Mapping[str, Callable[[dict[str, str]], bool]] = {
    "unit-values": lambda row: not row["area"],
    "adjustments": lambda row: row["scope"] in ("framework", "measure"),
}
"""Which rows of a framework's tables hold in another place too: of the tables not named here, all."""
RECORDED = ("editions", "edition-words")
"""What was recorded of the editions of the model: those of a new framework are its own."""
NATIONAL = ("deflators.csv", "minimum-wages.csv", "models.csv", "model-parts.csv")
"""The reference tables that hold in every place."""


def write_tables(checked: Checked, data: Path, framework: Path, folder: Path, wanted: Wanted) -> str:
    """Fill a data folder with tables, and give the title and edition of the framework that was taken over.

    `checked` is the repository at `data`: what is national (prices, wages, models) and the measures of the `framework`
    are taken over. What is of its own place (areas, projects, unit values of one area, deductions of one project) is
    left behind, and so are unit values and deductions of earlier editions.
    """
    for kind in ("register", "reference"):
        tables = [table for table, schema in checked.schemas.items() if schema["folder"] == kind]
        write_descriptor(folder / kind, _package(kind, f"{kind.capitalize()} of {wanted.place}", tables))
        for table in tables:
            write_table(folder / kind, checked, table, area_rows(wanted.areas) if table == "areas" else ())
    for table in NATIONAL:
        if (data / "reference" / table).is_file():
            shutil.copyfile(data / "reference" / table, folder / "reference" / table)
    return _take_over(checked, framework, folder / "frameworks" / wanted.name, wanted.place)


def _take_over(checked: Checked, model: Path, folder: Path, place: str) -> str:
    """Write the framework at `model` to `folder` without the rows of its own place; give its title and edition."""
    described = model / "datapackage.json"
    found = json.loads(described.read_text(encoding="utf-8")) if described.is_file() else {}
    edition = f", edition {found['version']}" if "version" in found else ""
    title = f"{found.get('title', model.name)}{edition}"
    own = {"name": folder.name, "title": place, "description": f"Taken over from: {title}.", "version": "1"}
    kept = {key: value for key, value in found.items() if key not in (*own, "keywords")}
    if "resources" in kept:
        kept["resources"] = [each for each in kept["resources"] if each.get("name") not in RECORDED]
    write_descriptor(folder, {**own, **kept})
    for path in sorted(path for path in model.glob("*.csv") if path.stem not in RECORDED):
        holds = SHARED.get(path.stem, lambda row: True)
        with path.open(encoding="utf-8", newline="") as file:
            rows: Iterable[dict[str, str]] = filter(holds, csv.DictReader(file))
            rows = _of_edition(rows, str(found.get("version", ""))) if path.stem in SHARED else rows
            write_table(folder, checked, path.stem, rows)
    return title


def _of_edition(rows: Iterable[dict[str, str]], edition: str) -> Iterator[dict[str, str]]:
    """The unit values of the current edition and of every edition: they are those of the new framework's first one."""
    return ({**row, "edition": ""} for row in rows if row.get("edition") in ("", None, edition))


def _package(name: str, title: str, tables: Sequence[str]) -> dict[str, Any]:
    resources = [{"name": table, "path": f"{table}.csv"} for table in tables]
    return {"$schema": PACKAGE, "name": name, "title": title, "resources": resources}
