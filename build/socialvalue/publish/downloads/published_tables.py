"""Every table that is published: its cells as text, and its rows as they stand in each file that has them."""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

import socialvalue.publish.exports
from socialvalue.members import members
from socialvalue.publish.formats.csv_file import csv_header, csv_rows, pounds_decimal
from socialvalue.publish.site import Site
from socialvalue.publish.words import figures
from socialvalue.publish.words.language import N_

KEPT = ("register", "framework", "reference")
"""Tables that are published as they are kept. Targets and returns are published as worked out instead."""
NOT_KEPT = ("targets", "accepted-warnings")
Schema = Mapping[str, Any]


@dataclass(frozen=True)
class Table:
    """A table as it is published. Each row is written once; the files of projects, places and others share it."""

    name: str
    schema: Schema
    cells: pd.DataFrame
    """Text, before it is made safe for spreadsheets."""

    @cached_property
    def header(self) -> bytes:
        """The header row of every CSV file of this table."""
        return csv_header(list(self.cells.columns))

    @cached_property
    def rows(self) -> list[bytes]:
        """Each row as it stands in a CSV file, with its line end."""
        return csv_rows(self.cells.to_numpy().tolist())

    @cached_property
    def content(self) -> bytes:
        """The CSV file with every row."""
        return b"".join([self.header, *self.rows])

    def part(self, places: Sequence[int]) -> bytes:
        """The CSV file with the rows at these places alone."""
        return b"".join([self.header, *map(self.rows.__getitem__, places)])


def cells(site: Site, name: str) -> pd.DataFrame:
    """The cells of one published table as text, before they are made safe for spreadsheets; no other is made."""
    return next(_tables(site, name)).cells


def csv_of(site: Site, name: str) -> bytes:
    """One published table as its CSV file; no other is made."""
    return next(_tables(site, name)).content


def table_of(site: Site, name: str) -> Table:
    """One table of those that are all published anyway: made once for the site."""
    return next(table for table in every_table(site) if table.name == name)


def digest(site: Site) -> str:
    """A checksum of all that is published as data: it changes with each cell, and with nothing else."""
    found = hashlib.sha256()
    for table in sorted(every_table(site), key=lambda table: table.name):
        found.update(f"{table.name}\n".encode() + table.content)
    return found.hexdigest()


def every_table(site: Site) -> list[Table]:
    """Every table, made once for the site."""
    return site.once("tables", lambda: list(_tables(site)))


def _tables(site: Site, only: str = "") -> Iterator[Table]:
    checked = site.valuation.checked
    for export in members(socialvalue.publish.exports, "EXPORT"):
        if only in ("", export.name):
            yield _published(export.name, checked.published[export.name], export.table(site), export.pence)
    for name, kept in sorted(checked.schemas.items()):
        if kept["folder"] in KEPT and name not in NOT_KEPT and only in ("", name):
            frame = checked.tables[name]
            if kept["folder"] == "framework":
                yield _published(name, _with_framework(kept), frame.rename(columns={"owner": "framework"}))
            else:
                yield _published(name, kept, frame)


def _with_framework(schema: Schema) -> dict[str, Any]:
    """The schema of a framework's table where the tables of all frameworks stand in one file."""
    field = {"name": "framework", "title": "Framework", "description": N_("The framework."), "type": "string"}
    return {
        **schema,
        "fields": [field, *schema["fields"]],
        "primaryKey": ["framework", *schema["primaryKey"]],
        "foreignKeys": [_within_framework(link, schema) for link in schema.get("foreignKeys", ())],
    }


def _within_framework(link: Mapping[str, Any], schema: Schema) -> Mapping[str, Any]:
    """A link from one table of a framework to another of the same framework.

    One from a cell that may be empty stays as it is: a link of two cells has to have both or none.
    """
    reference = link["reference"]
    needed = {field["name"] for field in schema["fields"] if field.get("constraints", {}).get("required")}
    if not needed.issuperset(link["fields"]):
        return link
    return {
        "fields": ["framework", *link["fields"]],
        "reference": {**reference, "fields": ["framework", *reference["fields"]]},
    }


def _published(name: str, schema: Schema, frame: pd.DataFrame, pence: Sequence[str] = ()) -> Table:
    columns = {}
    for field in schema["fields"]:
        column = field["name"]
        write = pounds_decimal if column in pence else WRITTEN.get(field["type"], str)
        empty, values = frame[column].isna().tolist(), frame[column].astype(object).tolist()
        columns[column] = ["" if nothing else write(cell) for nothing, cell in zip(empty, values, strict=True)]
    return Table(name, schema, pd.DataFrame(columns, dtype=object))


WRITTEN: Mapping[str, Callable[[Any], str]] = {
    "number": figures.decimal,
    "boolean": lambda yes: "yes" if yes else "no",
    "integer": lambda number: str(int(number)),
}
"""How a cell is written, by the type of its field; any other is text."""
