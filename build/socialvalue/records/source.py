"""What room 1 hands on: every table as text, with the file and row each cell came from."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pandas as pd

from socialvalue.records.settings import Settings


@dataclass(frozen=True)
class Trouble:
    """Something that could not be read as what it should be. Room 2 puts it into words.

    `kind` is a fixed word such as `not-utf-8`; `detail` holds what the words need.
    """

    kind: str
    file: str
    owner: str = ""
    """The return (project/period) or framework that it belongs to; empty for the register and reference."""
    row: int | None = None
    column: str = ""
    value: str = ""
    detail: str = ""
    text: str = ""
    """All that could not be read, where it is text: to be looked through for personal data, and never repeated."""


@dataclass(frozen=True)
class FileRead:
    """One table file as found: where it is, whose it is and the header it has."""

    file: str
    table: str
    owner: str
    """The return (project/period) or framework that it belongs to; empty for the register and reference."""
    header: tuple[str, ...]
    """Empty where the file could not be read at all."""
    rows: int
    strange: Mapping[str, str] = field(default_factory=dict)
    """All the text of each column that the table does not have: to be looked through for personal data."""


@dataclass(frozen=True)
class Source:
    """The repository as text. Nothing in it has been judged.

    `tables` maps a table's name (projects, unit-values, lines ...) to one frame with every row of every file
    of that name. Columns: `file` (path below the data folder), `row` (as a spreadsheet shows it: the header
    is row 1), `owner` (framework or return; empty for the rest), then the schema's columns as text. All but
    `row` are categories: each different text is held once.
    `places` maps a return (project/period) to its folder, `descriptors` to its parsed datapackage.json where
    that could be read.
    """

    root: Path
    settings: Settings
    schemas: Mapping[str, Mapping[str, Any]]
    published: Mapping[str, Mapping[str, Any]]
    """Schemas of the tables that room 4 publishes."""
    profile: Mapping[str, Any]
    tables: Mapping[str, pd.DataFrame]
    descriptors: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    places: Mapping[str, str] = field(default_factory=dict)
    files: tuple[FileRead, ...] = ()
    troubles: tuple[Trouble, ...] = ()
    packages: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """The datapackage.json of each shared folder that has one (register, reference, frameworks/...); empty where it
    could not be read."""
    frameworks: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """The folders of data/frameworks/, each with its datapackage.json (empty where it has none)."""
    asked: frozenset[str] = frozenset()
    """The returns that were asked about; empty for everything. Others are read to judge these by."""
    today: str = ""
    """The day of the reading, as ISO text, so that what lies in the future can be told."""
    before: "Source | None" = None
    """What was published before, of each project with a return that differs; None where nothing was compared."""
    compared: str = ""
    """A sentence on what this was compared with, or why it could not be; empty where nobody asked."""
    published_returns: frozenset[str] = frozenset()
    """The returns (project/period) that were published before, where that was compared."""

    def row(self, file: str, row: int) -> Mapping[str, str]:
        """The cells of one row of a table file, by column; empty where there is no such row."""
        for table in self.tables.values():
            found = table[(table["file"] == file) & (table["row"] == row)]
            if len(found):
                return {str(column): str(cell) for column, cell in found.iloc[0].items()}
        return {}

    def without(self, rows: Collection[tuple[str, int | None]]) -> "Source":
        """The same repository as if some rows (file, row) were not there."""
        files = {file for file, _ in rows}
        tables = dict(self.tables)
        for name, table in tables.items():
            if not files.isdisjoint(table["file"].unique()):
                gone = [place in rows for place in zip(table["file"], table["row"], strict=True)]
                tables[name] = table[[not each for each in gone]].reset_index(drop=True)
        return replace(self, tables=tables)
