"""Ask frictionless about the files that we turn away, so that nothing it knows of is lost."""

from collections.abc import Callable, Iterator, Mapping, Set
from typing import Any

import pandas as pd

from socialvalue.check.catalogue import words
from socialvalue.check.rule import Hit
from socialvalue.records import plain

ROWS = 1_000
"""How many rows of a file are looked at again: as many as take frictionless half a second."""
FILES = 200
"""How many files are looked at again."""
OBJECTIONS = 1_000
"""How many objections to a file are listened to."""
PARTS = ("fields", "primaryKey")
"""The parts of a table's schema that are about the table alone."""
Known = Callable[[str, int, str], bool]


def second_opinion(
    tables: Mapping[str, pd.DataFrame], schemas: Mapping[str, Mapping[str, Any]], files: Set[str], known: Known
) -> Iterator[Hit]:
    """A hit for everything in `files` that frictionless objects to and that nobody has told of yet.

    `tables` holds the rows as text, as we parsed them: frictionless opens no file and sees no schema but ours.
    `known` says whether something in that row and column of a file was told of.
    """
    asked = set(sorted(files)[:FILES])
    for name, table in tables.items():
        rejected = table[table["file"].isin(asked)] if asked else table.iloc[:0]
        if rejected.empty:
            continue
        schema = _schema(schemas[name])
        for file, rows in plain(rejected).groupby("file", sort=False):
            yield from _hits(str(file), rows.head(ROWS), schema, known)


def _schema(schema: Mapping[str, Any]) -> Any:
    from frictionless import Schema

    return Schema.from_descriptor({part: schema[part] for part in PARTS if part in schema})


def _hits(file: str, rows: pd.DataFrame, schema: Any, known: Known) -> Iterator[Hit]:
    from frictionless.resources import TableResource

    owner, numbers = str(rows["owner"].iat[0]), rows["row"].tolist()
    key = (schema.primary_key or schema.field_names)[0]
    cells = rows[schema.field_names].values.tolist()
    found = TableResource(data=[schema.field_names, *cells], schema=schema).validate(limit_errors=OBJECTIONS)
    for error in (error for task in found.tasks for error in task.errors):
        at, column = getattr(error, "row_number", 0), getattr(error, "field_name", "") or key
        row = numbers[at - 2] if at else 1
        if not known(file, row, column):
            said = words()["second-opinion"]["message"].format(detail=error.note)
            yield Hit(said, "", owner, file, row, column)
