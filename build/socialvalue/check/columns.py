"""Judge whole columns: each different text of a column is looked at once, however many rows hold it."""

from collections.abc import Iterator, Mapping, Set
from functools import cache
from typing import Any

import numpy as np
import pandas as pd

from socialvalue.check.advice import advisor, beside
from socialvalue.check.bad_cells import BadCells
from socialvalue.check.cells import BadCell, judge_of
from socialvalue.check.rule import PLACE, Hit
from socialvalue.check.tables import Tables
from socialvalue.records import held, plain, texts

EMPTY: Mapping[str, Any] = {"number": 0, "integer": 0, "boolean": False, "date": "", "string": ""}
SHOWN_TEXT = 60
"""How much of a cell's text a message repeats."""


def typed(table: pd.DataFrame, schema: Mapping[str, Any]) -> tuple[pd.DataFrame, list[BadCells]]:
    """The table with typed columns, and the bad cells of each column: those that are not what it asks for.

    A bad cell is left empty in the typed table; its return is held back, so it is never used. The
    tables of returns are long, so their texts are held as categories; those of all others are plain text.
    """
    many = schema.get("folder") == "return"
    if table.empty:
        return _without_rows(tuple((field["name"], field["type"]) for field in schema["fields"]), many).copy(
            deep=False
        ), []
    bad_columns: list[BadCells] = []
    columns: dict[Any, Any] = dict((table if many else plain(table[PLACE]))[PLACE].items())
    for field in schema["fields"]:
        codes, different = held(table[field["name"]])
        values, wrong = _judge(different, field)
        columns[field["name"]] = _column(values, codes, field["type"], many)
        if wrong:
            own = [field["name"]] == schema.get("primaryKey")
            bad_columns.append(BadCells(table, field, own, codes, different, wrong))
    return pd.DataFrame(columns, table.index, copy=False), bad_columns


@cache
def _without_rows(fields: tuple[tuple[str, str], ...], many: bool) -> pd.DataFrame:
    """The typed table that has no row: made once."""
    nobody = np.array([], dtype=np.int64)
    place = {name: _column([], nobody, "string", many) for name in PLACE} | {"row": nobody}
    return pd.DataFrame(place | {name: _column([], nobody, kind, many) for name, kind in fields}, copy=False)


def _judge(different: Any, field: Mapping[str, Any]) -> tuple[list[Any], dict[int, BadCell]]:
    """The value of each different text (None for none), and what is wrong with those that are wrong."""
    judge = judge_of(field)
    required = field.get("constraints", {}).get("required", False)
    values: list[Any] = []
    wrong: dict[int, BadCell] = {}
    for code, text in enumerate(different):
        value = None
        if text == "":
            if required:
                wrong[code] = BadCell("filled-in", f"{field['title']} is empty.", f"Fill it in. {_choices(field)}")
        else:
            try:
                value = judge(text)
            except BadCell as error:
                wrong[code] = error
        values.append(value)
    return values, wrong


def _choices(field: Mapping[str, Any]) -> str:
    words = field.get("constraints", {}).get("enum")
    return f"Choose from: {', '.join(words)}." if words else str(field["description"])


def _column(values: list[Any], codes: Any, kind: str, many: bool) -> Any:
    """The typed column: each row's value, by the code of its text."""
    filled = [EMPTY[kind] if value is None else value for value in values]
    if kind in ("number", "integer"):
        none = np.array([value is None for value in values], dtype=bool)
        numbers = np.array(filled, dtype=np.int64)
        return pd.arrays.IntegerArray(numbers[codes], none[codes])
    if kind == "boolean":
        return np.array(filled, dtype=bool)[codes]
    return texts(filled, codes) if many else pd.Series(np.array(filled, dtype=object)[codes], dtype=object)


def hits(bad_cells: BadCells, absent: Set[tuple[str, str]], tables: Tables) -> Iterator[tuple[str, Hit]]:
    """The rule and the hit for each wrong cell. `absent` are files' columns that are not there at all."""
    column = bad_cells.field["name"]
    bad = np.isin(bad_cells.codes, list(bad_cells.wrong))
    places = bad_cells.table.loc[bad, PLACE].itertuples(index=False)
    advised = advisor(bad_cells, tables)
    for (file, row, owner), code, near in zip(places, bad_cells.codes[bad], beside(bad_cells, bad), strict=True):
        if (file, column) in absent:
            continue
        text, wrong = bad_cells.texts[code], advised(code, owner, near)
        said = f"{quoted(text)} {wrong.message}" if text else wrong.message
        yield wrong.rule, Hit(said, wrong.mend, owner, file, int(row), column, text, wrong.suggestion)


def quoted(text: str) -> str:
    """The text of a cell as a message repeats it: in quotation marks and not too long."""
    return f'"{text}"' if len(text) <= SHOWN_TEXT else f'"{text[:SHOWN_TEXT]}…"'
