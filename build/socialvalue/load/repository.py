"""Walk the data folder and gather whole tables: every line of every return in one frame."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd

from socialvalue.errors import BrokenRepository
from socialvalue.load import limits
from socialvalue.load.descriptor import read_descriptor
from socialvalue.load.settings import read_settings
from socialvalue.load.table import read_table
from socialvalue.records import FileRead, Source, Trouble

INCOMING = ("register", "reference", "framework", "return")
SCHEMAS = Path(__file__).resolve().parents[3] / "schemas"
RETURN_FILES = ("datapackage.json", "lines.csv", "evidence.csv")
Told = Callable[[str], None]


@dataclass
class _Gathered:
    """What has been read so far, before it becomes frames."""

    columns: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    origins: dict[str, tuple[list[str], list[int], list[str]]] = field(
        default_factory=lambda: defaultdict(lambda: ([], [], []))
    )
    descriptors: dict[str, dict[str, Any]] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)
    files: list[FileRead] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)


def load(data: Path, returns: Sequence[Path] = (), told: Told = lambda words: None) -> Source:
    """Read the repository at `data`; of its returns only those in `returns` where any are named.

    Raises:
        BrokenRepository: there is no data folder or no register in it.
    """
    if not (data / "register").is_dir():
        raise BrokenRepository(f"{data} holds no register/ folder. Give the data folder with --data.")
    schemas, profile = read_schemas(SCHEMAS, INCOMING)
    published, _ = read_schemas(SCHEMAS, ("published",))
    gathered = _Gathered(columns={name: {c: [] for c in _columns(s)} for name, s in schemas.items()})
    told("reading the register, the frameworks and the reference tables")
    for room in ("register", "reference"):
        _read_folder(data / room, data, "", room, gathered)
    for folder in _folders(data / "frameworks"):
        _read_folder(folder, data, folder.name, "framework", gathered)
    folders = list(returns) or list(_return_folders(data / "returns"))
    told(f"reading {len(folders):,} returns")
    for folder in folders:
        _read_return(folder, data, gathered)
    return Source(
        root=data,
        settings=read_settings(data / "authority.toml"),
        schemas=schemas,
        published=published,
        profile=profile,
        tables={name: _frame(gathered, name) for name in schemas},
        descriptors=gathered.descriptors,
        places=gathered.places,
        files=tuple(gathered.files),
        troubles=tuple(gathered.troubles),
    )


def read_schemas(folder: Path, rooms: Sequence[str]) -> tuple[dict[str, dict[str, Any]], dict[str, Any]]:
    """Our own table schemas by table name, each with its `folder`, and the profile of a return's descriptor."""
    found: dict[str, dict[str, Any]] = {}
    for room in rooms:
        for path in sorted((folder / room).glob("*.json")):
            found[path.stem] = {**json.loads(path.read_text(encoding="utf-8")), "folder": room}
    if not found:
        raise BrokenRepository(f"The schemas are missing: {folder} is empty or not there.")
    return found, found.pop("profile", {})


def _columns(schema: dict[str, Any]) -> list[str]:
    return [field["name"] for field in schema["fields"]]


def _folders(parent: Path) -> Iterator[Path]:
    if parent.is_dir():
        yield from sorted(path for path in parent.iterdir() if path.is_dir() and not path.is_symlink())


def _return_folders(parent: Path) -> Iterator[Path]:
    for programme in _folders(parent):
        for project in _folders(programme):
            yield from _folders(project)


def _read_folder(folder: Path, data: Path, owner: str, room: str, gathered: _Gathered) -> None:
    for path in sorted(folder.glob("*.csv")):
        name = path.relative_to(data).as_posix()
        if path.stem in gathered.columns:
            _read_file(path, name, path.stem, owner, gathered)
        else:
            gathered.troubles.append(Trouble("unlisted-file", name, detail=room))


def _read_return(folder: Path, data: Path, gathered: _Gathered) -> None:
    place = folder.relative_to(data).as_posix() if folder.is_relative_to(data) else folder.as_posix()
    entries = sorted(folder.iterdir())[: limits.FOLDER_ENTRIES + 1]
    descriptor = read_descriptor(folder / "datapackage.json", f"{place}/datapackage.json")
    if isinstance(descriptor, Trouble):
        gathered.troubles.append(descriptor)
        descriptor = {}
    project = descriptor.get("project") or folder.parent.name
    owner = f"{project}/{folder.name}"
    gathered.descriptors[owner] = descriptor
    gathered.places[owner] = place
    for path in entries:
        if path.name not in RETURN_FILES:
            gathered.troubles.append(Trouble("unlisted-file", f"{place}/{path.name}", detail="return"))
        elif path.suffix == ".csv":
            _read_file(path, f"{place}/{path.name}", path.stem, owner, gathered)
    if not (folder / "lines.csv").exists():
        gathered.troubles.append(Trouble("missing-file", f"{place}/lines.csv"))


def _read_file(path: Path, name: str, table: str, owner: str, gathered: _Gathered) -> None:
    found = read_table(path, name)
    gathered.troubles.extend(found.troubles)
    gathered.files.append(FileRead(name, table, owner, found.header, len(found.rows)))
    at = {column: place for place, column in enumerate(found.header)}
    for column, cells in gathered.columns[table].items():
        place = at.get(column)
        cells.extend("" if place is None else row[place] for row in found.rows)
    files, numbers, owners = gathered.origins[table]
    files.extend([name] * len(found.rows))
    numbers.extend(found.numbers)
    owners.extend([owner] * len(found.rows))


def _frame(gathered: _Gathered, table: str) -> pd.DataFrame:
    files, numbers, owners = gathered.origins[table]
    columns = {"file": files, "row": numbers, "owner": owners, **gathered.columns[table]}
    return pd.DataFrame(
        {name: pd.Series(cells, dtype=None if name == "row" else object) for name, cells in columns.items()}
    )
