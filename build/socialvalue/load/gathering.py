"""Gather whole tables: every row of every file of one name, in one frame."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from socialvalue.load.folders import Listed, listed
from socialvalue.load.table import TableText, read_table
from socialvalue.records import FileRead, Trouble


class Column:
    """The cells of one column, of every file. Equal texts are held once, so memory stays small."""

    def __init__(self) -> None:
        self.cells: list[str] = []
        self._known: dict[str, str] = {}

    def extend(self, cells: Sequence[str]) -> None:
        """Add the cells of one more file."""
        self.cells.extend(map(self._known.setdefault, cells, cells))


@dataclass
class Gathered:
    """What has been read so far, before it becomes frames."""

    schemas: Mapping[str, Mapping[str, Any]]
    columns: dict[str, dict[str, Column]] = field(init=False)
    origins: dict[str, list[tuple[str, str, int]]] = field(init=False)
    """For each table, each file that was read: its name, whose it is and how many rows it holds."""
    numbers: dict[str, list[np.ndarray[Any, Any]]] = field(init=False)
    descriptors: dict[str, dict[str, Any]] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)
    files: list[FileRead] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.columns = {name: {f["name"]: Column() for f in schema["fields"]} for name, schema in self.schemas.items()}
        self.origins = {name: [] for name in self.schemas}
        self.numbers = {name: [] for name in self.schemas}

    def tables(self, room: str) -> tuple[str, ...]:
        """The tables that a folder of that kind may hold."""
        return tuple(name for name, schema in self.schemas.items() if schema["folder"] == room)

    def list(self, folder: Path, name: str, limit: int, owner: str = "") -> Listed:
        """The entries of a folder; what is in the way is kept as troubles."""
        found = listed(folder, name, limit, owner)
        self.troubles.extend(found.troubles)
        return found

    def unlisted(self, folder: str, names: Iterable[str], owner: str, may_hold: Iterable[str]) -> None:
        """Keep as troubles the entries that have no business in a folder."""
        wanted = ", ".join(may_hold)
        self.troubles.extend(
            Trouble("unlisted-file", f"{folder}/{name}".lstrip("/"), owner, value=name, detail=wanted) for name in names
        )

    def read_file(self, path: Path, name: str, table: str, owner: str) -> None:
        """Read one table file and add its rows to the table."""
        columns = self.columns[table]
        found = read_table(path, name, owner, tuple(columns))
        self.troubles.extend(found.troubles)
        self.files.append(FileRead(name, table, owner, found.header, len(found.rows)))
        self._add(found, columns)
        self.origins[table].append((name, owner, len(found.rows)))
        self.numbers[table].append(np.asarray(found.numbers, dtype=np.int64))

    @staticmethod
    def _add(found: TableText, columns: Mapping[str, Column]) -> None:
        if not found.rows:
            return
        cells = dict(zip(reversed(found.header), reversed(list(zip(*found.rows, strict=True))), strict=True))
        for name, column in columns.items():
            column.extend(cells.get(name) or [""] * len(found.rows))

    def frame(self, table: str) -> pd.DataFrame:
        """One table of every file, as described in records.source."""
        origins, numbers = self.origins[table], self.numbers[table]
        counts = [count for _, _, count in origins]
        columns = {
            "file": np.repeat(np.array([file for file, _, _ in origins], dtype=object), counts),
            "row": np.concatenate(numbers) if numbers else np.array([], dtype=np.int64),
            "owner": np.repeat(np.array([owner for _, owner, _ in origins], dtype=object), counts),
        }
        texts = {name: np.array(column.cells, dtype=object) for name, column in self.columns[table].items()}
        cells = {**columns, **texts}
        index = pd.RangeIndex(sum(counts))  # one for every column, so that pandas need not compare them
        series = {name: pd.Series(found, index, found.dtype, copy=False) for name, found in cells.items()}
        return pd.DataFrame(series, index, copy=False)
