"""Write the data folder of an authority that begins: empty tables, and the measures and prices that hold anywhere."""

import csv
import json
import re
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from socialvalue import system
from socialvalue.drafting import PACKAGE, laid_out, write_descriptor, write_table
from socialvalue.errors import BrokenRepository
from socialvalue.records import Checked

OPEN = Path(__file__).parent / "open"
"""A framework and national tables that name no place: what an authority begins with. `make open` writes them."""
SHARED: Mapping[str, Callable[[dict[str, str]], bool]] = {
    "unit-values": lambda row: not row["area"],
    "adjustments": lambda row: row["scope"] in ("framework", "measure"),
}
"""Which rows of a framework's tables hold in another place too: of the tables not named here, all."""
NATIONAL = ("deflators.csv", "minimum-wages.csv", "models.csv", "model-parts.csv")
"""The reference tables that hold in every place."""
SETTINGS = """\
# What this site is and who keeps it. docs/settings.md explains every setting.
title = "Open Social Value"
place = {place}
description = {description}
publisher = ""
contact = ""
repository = ""
base_url = ""
real_year = "{real_year}"
deflator_vintage = "{deflator_vintage}"
quarters = "financial"
"""
README = """\
# The data of {place}

`socialvalue init` wrote this folder, and nothing in it is about {place} yet. What a column means is in the file of the
same name in `schemas/`. "A site of your own" in `docs/your-own-site.md` leads through the first hour.

The measures, units and values in `frameworks/` were taken over from: {model}. Keep what
fits and change what does not.
"""


def begin(checked: Checked, data: Path, framework: str, folder: Path, place: str) -> Path:
    """Write the data folder of an authority for `place`, such as Kent, at `folder`; return it.

    `checked` is the repository at `data`: what is national (prices, wages, models) and the measures of its `framework`
    are taken over. What is of its own place (areas, projects, unit values of one area, deductions of one project) is
    left behind, and so are unit values of earlier editions.

    Raises:
        BrokenRepository: the folder is already there, or the place has no letter or digit to name a framework by.
    """
    name = re.sub(r"[^a-z0-9]+", "-", place.casefold()).strip("-")
    if not name:
        raise BrokenRepository(f'"{place}" is no name of a place. Write it as on a map, such as Kent.')
    if folder.exists():
        raise BrokenRepository(f"{folder} is already there. Give a folder that is not.")
    with laid_out(folder, folder):
        _write(checked, data, data / "frameworks" / framework, folder, (name, place))
    return folder


def _write(checked: Checked, data: Path, framework: Path, folder: Path, named: tuple[str, str]) -> None:
    """Fill the folder. `named` is what addresses call the place, and what people call it."""
    name, place = named
    for kind in ("register", "reference"):
        tables = [table for table, schema in checked.schemas.items() if schema["folder"] == kind]
        write_descriptor(folder / kind, _package(kind, f"{kind.capitalize()} of {place}", tables))
        for table in tables:
            write_table(folder / kind, checked, table, [])
    for table in NATIONAL:
        if (data / "reference" / table).is_file():
            shutil.copyfile(data / "reference" / table, folder / "reference" / table)
    model = _take_over(checked, framework, folder / "frameworks" / name, place)
    if (data / "LICENSE.md").is_file():
        shutil.copyfile(data / "LICENSE.md", folder / "LICENSE.md")
    system.write_whole(folder / "README.md", README.format(place=place, model=model).encode())
    system.write_whole(folder / "authority.toml", _settings(checked, place).encode())


def _take_over(checked: Checked, model: Path, folder: Path, place: str) -> str:
    """Write the framework at `model` to `folder` without the rows of its own place; give its title and edition."""
    described = model / "datapackage.json"
    found = json.loads(described.read_text(encoding="utf-8")) if described.is_file() else {}
    edition = f", edition {found['version']}" if "version" in found else ""
    title = f"{found.get('title', model.name)}{edition}"
    own = {"name": folder.name, "title": place, "description": f"Taken over from: {title}.", "version": "1"}
    kept = {key: value for key, value in found.items() if key not in (*own, "keywords")}
    write_descriptor(folder, {**own, **kept})
    for path in sorted(model.glob("*.csv")):
        holds = SHARED.get(path.stem, lambda row: True)
        with path.open(encoding="utf-8", newline="") as file:
            rows: Iterable[dict[str, str]] = filter(holds, csv.DictReader(file))
            rows = _of_edition(rows, str(found.get("version", ""))) if path.stem == "unit-values" else rows
            write_table(folder, checked, path.stem, rows)
    return title


def _of_edition(rows: Iterable[dict[str, str]], edition: str) -> Iterator[dict[str, str]]:
    """The unit values of the current edition and of every edition: they are those of the new framework's first one."""
    return ({**row, "edition": ""} for row in rows if row.get("edition") in ("", None, edition))


def _package(name: str, title: str, tables: Sequence[str]) -> dict[str, Any]:
    resources = [{"name": table, "path": f"{table}.csv"} for table in tables]
    return {"$schema": PACKAGE, "name": name, "title": title, "resources": resources}


def _settings(checked: Checked, place: str) -> str:
    description = f"What public projects in {place} promised, what they delivered and what it is worth."
    return SETTINGS.format(
        place=json.dumps(place, ensure_ascii=False),
        description=json.dumps(description, ensure_ascii=False),
        real_year=checked.settings.real_year,
        deflator_vintage=checked.settings.deflator_vintage,
    )
