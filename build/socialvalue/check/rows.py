"""Find the rows that are no data: empty ones, totals, and a header that is there again."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
import pandas as pd

from socialvalue.check.rule import Hit
from socialvalue.records import held, plain, rows

TOTAL = re.compile(r"\s*(grand[ -]?|sub[ -]?)?(total|sum)s?\s*:?\s*", re.IGNORECASE)
Found = list[tuple[str, Hit]]


def data_rows(table: pd.DataFrame, schema: Mapping[str, Any]) -> tuple[pd.DataFrame, pd.DataFrame, Found]:
    """The rows that hold data, the others, and the rule and the hit for each of these."""
    columns = [field["name"] for field in schema["fields"]]
    codes, texts = held(table[columns[0]])
    odd = [code for code, text in enumerate(texts) if not text or text == columns[0] or TOTAL.fullmatch(text)]
    if not odd:
        return table, pd.DataFrame(columns=table.columns, dtype=object), []
    suspects = table[np.isin(codes, odd)]
    found: Found = list(_odd(suspects, columns))
    gone = {(hit.file, hit.row) for _, hit in found}
    out = suspects[[place in gone for place in zip(suspects["file"], suspects["row"], strict=True)]]
    return table.drop(index=out.index).reset_index(drop=True), plain(out), found


def _odd(suspects: pd.DataFrame, columns: list[str]) -> Iterator[tuple[str, Hit]]:
    for row in rows(suspects):
        cells = [getattr(row, column) for column in columns]
        if not any(cell.strip() for cell in cells):
            kind, said = "blank-row", "Every cell of the row is empty."
        elif sum(cell == name for cell, name in zip(cells, columns, strict=True)) > len(columns) / 2:
            kind, said = "header-again", "The header is there again."
        elif any(TOTAL.fullmatch(cell) for cell in cells):
            kind, said = "total-row", "This is a row of totals."
        else:
            continue
        yield kind, Hit(said, "", row.owner, row.file, int(row.row))
