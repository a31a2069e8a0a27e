"""Write a data folder from rows: every table with the header of its schema, every folder with its descriptor."""

import csv
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

SCHEMAS = Path(__file__).parents[2] / "schemas"
PACKAGE = "https://datapackage.org/profiles/2.0/datapackage.json"
Cells = dict[str, object]


@dataclass
class Repository:
    """Rows of every table, kept until they are written. `statement` says in each descriptor what they are."""

    statement: str
    settings: Mapping[str, str | bool | int]
    tables: dict[tuple[str, str], list[Cells]] = field(default_factory=dict)
    """Rows by folder below data/ and table: ("register", "projects")."""
    returns: dict[str, tuple[dict[str, Any], list[Cells], list[Cells]]] = field(default_factory=dict)
    """Descriptor, lines and evidence by folder below data/returns/: programme/project/period."""

    versions: dict[str, str] = field(default_factory=dict)
    """The edition of a framework, by its folder."""

    def add(self, folder: str, table: str, **cells: object) -> None:
        """Add a row to register, reference or frameworks/<framework>. Columns that are not named stay empty."""
        self.tables.setdefault((folder, table), []).append(cells)

    def add_return(self, place: str, descriptor: dict[str, Any], lines: list[Cells], evidence: list[Cells]) -> None:
        """Add a return at programme/project/period. What every descriptor holds is filled in."""
        self.returns[place] = (self._descriptor(place, descriptor), lines, evidence)

    def write(self, data: Path) -> None:
        """Write everything into the folder `data`, which must not be there yet. The same rows, the same bytes."""
        data.mkdir(parents=True)
        lines = [f"# {self.statement}", *(f"{key} = {_toml(value)}" for key, value in self.settings.items())]
        _write(data / "authority.toml", "\n".join(lines) + "\n")
        frameworks = {folder for folder, _ in self.tables if folder.startswith("frameworks/")}
        for folder in sorted({"register", "reference", *frameworks}):
            self._folder(data, folder)
        for place, (descriptor, rows, evidence) in self.returns.items():
            _write(data / "returns" / place / "datapackage.json", _json(descriptor))
            _table(data / "returns" / place / "lines.csv", _columns("return", "lines"), rows)
            _table(data / "returns" / place / "evidence.csv", _columns("return", "evidence"), evidence)

    def _folder(self, data: Path, folder: str) -> None:
        """Write all tables of a folder, also those without a row, and the descriptor that lists them."""
        kind = "framework" if folder.startswith("frameworks/") else folder
        names = sorted(path.stem for path in (SCHEMAS / kind).glob("*.json"))
        for name in names:
            _table(data / folder / f"{name}.csv", _columns(kind, name), self.tables.get((folder, name), []))
        described = {
            "$schema": PACKAGE,
            "name": folder.rpartition("/")[2],
            "title": f"{folder.rpartition('/')[2]} (invented)",
            "description": self.statement,
            "resources": [
                {"name": name, "path": f"{name}.csv", "format": "csv", "mediatype": "text/csv", "encoding": "utf-8"}
                for name in names
            ],
        }
        if kind == "framework":
            described["licenses"] = [{"name": "CC0-1.0", "title": "CC0 1.0"}]
        if folder in self.versions:
            described["version"] = self.versions[folder]
        _write(data / folder / "datapackage.json", _json(described))

    def _descriptor(self, place: str, given: dict[str, Any]) -> dict[str, Any]:
        _, project, period = place.split("/")
        return {
            "$schema": PACKAGE,
            "name": f"{project}-{period}",
            "title": f"{project}, {period} (invented)",
            "description": self.statement,
            "version": "1.0.0",
            "project": project,
            **given,
            "resources": [{"name": name, "path": f"{name}.csv"} for name in ("lines", "evidence")],
        }


def _columns(kind: str, table: str) -> list[str]:
    schema = json.loads((SCHEMAS / kind / f"{table}.json").read_text(encoding="utf-8"))
    return [column["name"] for column in schema["fields"]]


def _table(path: Path, columns: list[str], rows: list[Cells]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def _json(value: object) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"


def _toml(value: str | bool | int) -> str:
    return str(value).lower() if isinstance(value, bool) else json.dumps(value, ensure_ascii=False)
