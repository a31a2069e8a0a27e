"""Gather whole tables: every row of every file of one name, in one frame."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from socialvalue.load.folders import Listed, listed
from socialvalue.load.table import read_table
from socialvalue.records import FileRead, Trouble, different

PLACE = ("file", "owner")
"""The columns that say where a row is from and whose it is."""
FEW = 100
"""Cells that are added sooner one by one than all at once."""
MANY = 10_000
"""Cells that wait to be looked up together: one by one, those of many small files would take longer."""


class Column:
    """The cells of one column, of every file: each different text once, and which of them each row holds."""

    def __init__(self) -> None:
        self._texts: defaultdict[str, int] = defaultdict()
        self._texts.default_factory = self._texts.__len__  # a new text gets the next number
        self._held = array("i")
        self._waiting: list[str] = []

    def extend(self, cells: Sequence[str]) -> None:
        """Add the cells of one more file."""
        self._waiting += cells
        if len(self._waiting) > MANY:
            self._look_up()

    def repeat(self, text: str, times: int) -> None:
        """Add the same text so many times."""
        if times < FEW:
            self.extend([text] * times)
        else:
            self._look_up()
            self._held.extend(array("i", (self._texts[text],)) * times)

    def _look_up(self) -> None:
        """Give each waiting cell the number of its text. In many a column every row says the same."""
        cells, self._waiting = self._waiting, []
        if not cells:
            return
        if cells.count(cells[0]) == len(cells):
            self._held.extend(array("i", (self._texts[cells[0]],)) * len(cells))
        else:
            self._held.extend(map(self._texts.__getitem__, cells))

    def whole(self) -> pd.Categorical:
        """The column with every row."""
        self._look_up()
        return different(list(self._texts), np.array(self._held, dtype=np.int32))


@dataclass
class Gathered:
    """What has been read so far, before it becomes frames."""

    schemas: Mapping[str, Mapping[str, Any]]
    columns: dict[str, dict[str, Column]] = field(init=False)
    numbers: dict[str, "array[int]"] = field(init=False)
    descriptors: dict[str, dict[str, Any]] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)
    files: list[FileRead] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.columns = {
            name: {column: Column() for column in (*PLACE, *(f["name"] for f in schema["fields"]))}
            for name, schema in self.schemas.items()
        }
        self.numbers = {name: array("q") for name in self.schemas}

    def tables(self, room: str) -> tuple[str, ...]:
        """The tables that a folder of that kind may hold."""
        return self._tables[room]

    @cached_property
    def _tables(self) -> dict[str, tuple[str, ...]]:
        rooms = {schema["folder"] for schema in self.schemas.values()}
        return {room: tuple(n for n, schema in self.schemas.items() if schema["folder"] == room) for room in rooms}

    @cached_property
    def _required(self) -> dict[str, frozenset[str]]:
        return {
            name: frozenset(f["name"] for f in schema["fields"] if f.get("constraints", {}).get("required"))
            for name, schema in self.schemas.items()
        }

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

    def read_file(self, path: Path | str, name: str, table: str, owner: str) -> None:
        """Read one table file and add its rows to the table."""
        (files, owners, *columns), titles = self.columns[table].values(), tuple(self.columns[table])[len(PLACE) :]
        found = read_table(path, name, owner, titles, self._required[table])
        self.troubles.extend(found.troubles)
        strange: dict[str, str] = {}
        self.files.append(FileRead(name, table, owner, found.header, len(found.numbers), strange))
        self.numbers[table].extend(found.numbers)
        at = {title: place for place, title in reversed([*enumerate(found.header)])}  # the first of two counts
        for block in found.blocks:
            here = len(block[0])
            files.repeat(name, here)
            owners.repeat(owner, here)
            for title, column in zip(titles, columns, strict=True):
                if title in at:
                    column.extend(block[at[title]])
                else:
                    column.repeat("", here)
            strange |= {title: "\n".join(block[at[title]]) for title in at.keys() - self.columns[table].keys()}

    def found(self) -> dict[str, Any]:
        """All that was gathered, under the names of records.source."""
        return {
            "tables": {name: self.frame(name) for name in self.schemas},
            "descriptors": self.descriptors,
            "places": self.places,
            "files": tuple(self.files),
            "troubles": tuple(self.troubles),
        }

    def frame(self, table: str) -> pd.DataFrame:
        """One table of every file, as described in records.source."""
        if not self.numbers[table]:
            return _without_rows(tuple(self.columns[table])).copy(deep=False)
        columns = {name: column.whole() for name, column in self.columns[table].items()}
        row = np.array(self.numbers[table], dtype=np.int64)
        return pd.DataFrame({"file": columns.pop("file"), "row": row, **columns}, copy=False)


@cache
def _without_rows(names: tuple[str, ...]) -> pd.DataFrame:
    """A table that nobody has filled in, as most are in a small repository: made once."""
    nothing = different([], np.array([], dtype=np.int32))
    columns = {name: nothing for name in names if name != "file"}
    return pd.DataFrame({"file": nothing, "row": np.array([], dtype=np.int64), **columns}, copy=False)
