"""Write the framework and the national tables that other authorities begin with, from ours: make open.

What is of Lancashire stays behind: rates of one area, what projects here publish, the themes of its skills framework.
Cells that speak of it say what `elsewhere.toml` says. The values of earlier editions stay behind too.
"""

import csv
import json
import shutil
import sys
import tomllib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

HERE = Path(__file__).parent
DATA = HERE.parents[1] / "data"
MODEL = DATA / "frameworks/lancashire-open"
OPEN = HERE.parents[1] / "build/socialvalue/beginning/open"
ELSEWHERE: Mapping[str, Mapping[str, Mapping[str, str]]] = tomllib.loads(
    (HERE / "elsewhere.toml").read_text(encoding="utf-8")
)
OURS = "lep-themes"
"""The model of Lancashire's own skills framework."""
Row = dict[str, str]
KEPT: Mapping[str, Callable[[Row], bool]] = {
    "measures": lambda row: not row["retired_on"],
    "unit-values": lambda row: not row["area"],
    "adjustments": lambda row: row["scope"] in ("framework", "measure"),
    "models": lambda row: row["model"] != OURS,
    "model-parts": lambda row: row["model"] != OURS,
    "model-matches": lambda row: row["model"] != OURS,
}
OF_EDITION = ("unit-values", "adjustments")
RECORDED = ("editions", "edition-words")
"""The tables that say what editions of our framework were recorded: an authority's own has none yet."""
NATIONAL = ("deflators", "minimum-wages", "models", "model-parts")
EMPTY = ("how_others_do_it",)
"""Columns about what projects of a place publish: each authority has its own to tell."""
TITLE = "Open social value framework"
DESCRIPTION = (
    "What can be counted as social value, and what one unit is worth where an open source says so. It names no place: "
    "an authority begins with it and keeps what fits. No value of the National TOMs or of HACT's UK Social Value Bank "
    "is in it; the crosswalk gives references alone. A unit value whose price year is delivery is already in the "
    "prices of the year of delivery, so its uprate is no; every other value is brought to that year once."
)


def main(folder: Path) -> None:
    """Write it anew at `folder`."""
    shutil.rmtree(folder, ignore_errors=True)
    framework, reference = folder / "frameworks/open", folder / "reference"
    for to in (framework, reference):
        to.mkdir(parents=True)
    described = json.loads((MODEL / "datapackage.json").read_text(encoding="utf-8"))
    for path in sorted(path for path in MODEL.glob("*.csv") if path.stem not in RECORDED):
        _table(path, framework, described["version"])
    for name in NATIONAL:
        _table(DATA / f"reference/{name}.csv", reference, "")
    _descriptor(framework, _framework(described))
    ours = json.loads((DATA / "reference/datapackage.json").read_text(encoding="utf-8"))
    listed = [each for each in ours["resources"] if each["name"] in NATIONAL]
    said = {"title": "National tables", "description": "Prices, wages and national models that hold in every place."}
    _descriptor(reference, {**ours, **said, "resources": listed})
    (folder / "authority.toml").write_text(_settings(), encoding="utf-8")
    (folder / "register").mkdir()
    _descriptor(folder / "register", {"$schema": ours["$schema"], "name": "register", "resources": []})


def _table(path: Path, folder: Path, edition: str) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        columns, found = list(reader.fieldnames or ()), list(reader)
    with (folder / path.name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(_rows(path.stem, found, edition))


def _rows(table: str, found: list[Row], edition: str) -> Iterator[Row]:
    """The rows that hold anywhere, in the words of elsewhere. Raises KeyError where words are given for no row."""
    kept = [row for row in found if KEPT.get(table, lambda row: True)(row)]
    if table in OF_EDITION:
        kept = [{**row, "edition": ""} for row in kept if row["edition"] in ("", edition)]
    words = dict(ELSEWHERE.get(table, {}))
    for row in kept:
        emptied = {column: "" for column in EMPTY if column in row}
        yield {**row, **emptied, **words.pop(next(iter(row.values())), {})}
    if words:
        raise KeyError(f"elsewhere.toml speaks of rows that {table} does not have: {', '.join(words)}")


def _framework(ours: dict[str, object]) -> dict[str, object]:
    sources = [each for each in ours["sources"] if "Lancashire" not in each["title"]]  # type: ignore[attr-defined]
    words = [word for word in ours["keywords"] if word != "Lancashire"]  # type: ignore[attr-defined]
    own = {"name": "open", "title": TITLE, "description": DESCRIPTION, "keywords": words, "sources": sources}
    kept = {key: value for key, value in ours.items() if key not in ("changes", "created", "id")}
    listed = [each for each in ours["resources"] if each["name"] not in RECORDED]  # type: ignore[attr-defined]
    return {**kept, **own, "resources": listed}


def _settings() -> str:
    """The settings that go with the tables: which prices they are in."""
    ours = tomllib.loads((DATA / "authority.toml").read_text(encoding="utf-8"))
    lines = [f'{key} = "{ours[key]}"\n' for key in ("real_year", "deflator_vintage")]
    return "".join(["# Which prices a site that begins with these tables is in.\n", *lines])


def _descriptor(folder: Path, described: Mapping[str, object]) -> None:
    written = json.dumps(described, indent=2, ensure_ascii=False)
    (folder / "datapackage.json").write_text(f"{written}\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else OPEN)
