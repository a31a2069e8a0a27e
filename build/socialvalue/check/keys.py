"""Judge what rows are called and what they point to: keys that stand once, references that lead somewhere."""

from collections.abc import Iterator, Mapping, Set
from typing import Any

import pandas as pd

from socialvalue.check.columns import quoted
from socialvalue.check.rule import Hit
from socialvalue.check.tables import Tables
from socialvalue.records import REFERS_TO, rows


def doubled_keys(table: pd.DataFrame, schema: Mapping[str, Any]) -> Iterator[Hit]:
    """A hit for each row whose key another row of its owner has already."""
    keys = [schema["primaryKey"]] if schema.get("primaryKey") else []
    keys += [[f["name"]] for f in schema["fields"] if f.get("constraints", {}).get("unique")]
    for key in {tuple(key): key for key in keys}.values() if len(table) > 1 else ():
        again = table[table.duplicated(["owner", *key], keep=False)]
        first: dict[tuple[Any, ...], int] = {}
        cells = [again[column].tolist() for column in (*("file", "row", "owner"), *key)]
        for file, row, owner, *parts in zip(*cells, strict=True):
            other = first.setdefault((owner, *parts), row)
            if other != row and not any(part is pd.NA or part == "" for part in parts):
                values = [str(part) for part in parts]
                said = f"{' with '.join(quoted(value) for value in values)} is already in row {other}."
                yield Hit(said, "", owner, file, int(row), key[0], values[0])


def dangling_keys(name: str, tables: Tables, schemas: Mapping[str, Any], unread: Set[tuple[str, str]]) -> Iterator[Hit]:
    """A hit for each row of the table `name` that points to a row that is not there.

    `unread` holds whose tables of which names could not be read: nobody knows what is in them.
    """
    table = tables[name]
    for foreign in schemas[name].get("foreignKeys", []) if len(table) else ():
        (column,), (wanted,) = foreign["fields"], foreign["reference"]["fields"]
        other = foreign["reference"]["resource"] or name
        known = set(zip(tables[other]["owner"], tables[other][wanted], strict=True))
        filled = table[table[column] != ""]
        pointing = zip(filled["owner"], filled[column], strict=True)
        lost = [at for at, pair in enumerate(pointing) if pair not in known]
        for row in rows(filled.iloc[lost]):
            if (row.owner, other) in unread:
                continue
            text = getattr(row, column)
            kind = REFERS_TO.get(column, "")
            meant = tables.names.meant(kind, text, _scope(kind, row.owner, tables)) if kind else ""
            mend = tables.names.write(kind, meant) if meant else f"Correct it, or add it to {other}.csv."
            said = f"{quoted(text)} is not in {other}.csv."
            yield Hit(said, mend, row.owner, row.file, int(row.row), column, text, meant)


def _scope(kind: str, owner: str, tables: Tables) -> str:
    """Within what a name is looked for: the evidence of a return, the measures of its framework."""
    return owner if kind == "evidence" else tables.framework_of(owner)
