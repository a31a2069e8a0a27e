"""Judge what rows are called and what they point to: keys that stand once, references that lead somewhere."""

from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from socialvalue.check.columns import KINDS, quoted
from socialvalue.check.rule import Hit
from socialvalue.check.tables import Tables
from socialvalue.records import rows

MARK = "\x1f"
"""Stands between the parts of a key; no cell can hold it."""


def doubled(table: pd.DataFrame, schema: Mapping[str, Any]) -> Iterator[Hit]:
    """A hit for each row whose key another row of its owner has already."""
    keys = [schema["primaryKey"]] if schema.get("primaryKey") else []
    keys += [[f["name"]] for f in schema["fields"] if f.get("constraints", {}).get("unique")]
    for key in {tuple(key): key for key in keys}.values():
        whole = ["owner", *key]
        filled = table[[*whole, "file", "row"]]
        for column in key:
            filled = filled[filled[column].notna() & (filled[column] != "")]
        again = filled.duplicated(whole)
        if not again.any():
            continue
        first = filled[~again].set_index(whole)["row"]
        for row in rows(filled[again]):
            values = [str(getattr(row, column)) for column in key]
            at = first[(row.owner, *(getattr(row, column) for column in key))]
            said = f"{' with '.join(quoted(value) for value in values)} is already in row {at}."
            yield Hit(said, "", row.owner, row.file, int(row.row), key[0], values[0])


def astray(name: str, tables: Tables, schemas: Mapping[str, Any]) -> Iterator[Hit]:
    """A hit for each row of the table `name` that points to a row that is not there."""
    table = tables[name]
    for foreign in schemas[name].get("foreignKeys", []):
        (column,), (wanted,) = foreign["fields"], foreign["reference"]["fields"]
        other = foreign["reference"]["resource"] or name
        pointing = table[table[column] != ""]
        if pointing.empty:
            continue
        known = pd.MultiIndex.from_frame(tables[other][["owner", wanted]])
        lost = pointing[~pd.MultiIndex.from_frame(pointing[["owner", column]]).isin(known)]
        for row in rows(lost):
            text = getattr(row, column)
            kind = KINDS.get(column, "")
            meant = tables.names.meant(kind, text, tables.framework_of(row.owner)) if kind else ""
            mend = tables.names.write(kind, meant) if meant else f"Correct it, or add it to {other}.csv."
            said = f"{quoted(text)} is not in {other}.csv."
            yield Hit(said, mend, row.owner, row.file, int(row.row), column, text, meant)
