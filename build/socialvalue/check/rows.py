"""Find the rows that are no data: empty ones, totals, and a header that is there again."""

import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import replace
from functools import cache
from typing import Any

import numpy as np
import pandas as pd

from socialvalue.check.rule import Hit
from socialvalue.records import held, plain, rows

TOTAL = re.compile(r"\s*(grand[ -]?|sub[ -]?)?(total|sum)s?\s*:?\s*", re.IGNORECASE)
NUMERIC = re.compile(r"[£\s]*-?[0-9][0-9,.\s]*%?\s*")
Found = list[tuple[str, Hit]]


def data_rows(
    table: pd.DataFrame, schema: Mapping[str, Any], unnamed: Set[str] = frozenset()
) -> tuple[pd.DataFrame, pd.DataFrame, Found]:
    """The rows that hold data, the others, and the rule and the hit for each of these; for empty ones together.

    `unnamed` are files whose columns have other names: their rows seem empty, and are not.
    """
    columns = [field["name"] for field in schema["fields"]]
    codes, texts = held(table[columns[0]])
    odd = [code for code, text in enumerate(texts) if not text or text == columns[0] or TOTAL.fullmatch(text)]
    suspects = table[np.isin(codes, odd)] if odd else table.iloc[:0]
    suspects = suspects[~suspects["file"].isin(unnamed)] if unnamed else suspects
    if suspects.empty:
        return table, _nothing(tuple(table.columns)).copy(deep=False), []
    found: Found = list(_odd(suspects, columns))
    gone = {(hit.file, hit.row) for _, hit in found}
    found = list(_together(found))
    out = suspects[[place in gone for place in zip(suspects["file"], suspects["row"], strict=True)]]
    return table.drop(index=out.index).reset_index(drop=True), plain(out), found


@cache
def _nothing(columns: tuple[str, ...]) -> pd.DataFrame:
    """A table of text without a row: made once."""
    return pd.DataFrame(columns=list(columns), dtype=object)


def _odd(suspects: pd.DataFrame, columns: list[str]) -> Iterator[tuple[str, Hit]]:
    for row in rows(suspects):
        cells = [getattr(row, column) for column in columns]
        if not any(cell.strip() for cell in cells):
            kind, said = "blank-row", "Every cell of the row is empty."
        elif sum(cell == name for cell, name in zip(cells, columns, strict=True)) > len(columns) / 2:
            kind, said = "header-again", "The header is there again."
        elif any(TOTAL.fullmatch(cell) for cell in cells):
            kind, said = "total-row", "This is a row of totals."
        elif not cells[0] and all(NUMERIC.fullmatch(cell) for cell in cells if cell):
            kind, said = "total-row", "Only numbers stand in this row. It looks like a row of totals."
        else:
            continue
        yield kind, Hit(said, "", row.owner, row.file, int(row.row))


def _together(found: Found) -> Iterator[tuple[str, Hit]]:
    """The same, with one hit for empty rows that follow each other: a spreadsheet often leaves hundreds at the end."""
    first: tuple[str, Hit] | None = None
    last = 0
    for kind, hit in found:
        row = hit.row or 0
        if first and kind == "blank-row" and hit.file == first[1].file and row == last + 1:
            last = row
            continue
        if first:
            yield _run(*first, last)
        first, last = ((kind, hit), row) if kind == "blank-row" else (None, 0)
        if not first:
            yield kind, hit
    if first:
        yield _run(*first, last)


def _run(kind: str, hit: Hit, last: int) -> tuple[str, Hit]:
    if last == hit.row:
        return kind, hit
    return kind, replace(hit, message=f"Every cell of rows {hit.row:,} to {last:,} is empty.")
