"""The cells of a chart's table: as they are said to people, and as they are written to files."""

from collections.abc import Callable, Sequence
from typing import Any

from socialvalue.publish.chart import NUMBERS, Column
from socialvalue.publish.formats.csv_file import pounds_decimal
from socialvalue.publish.site import Row
from socialvalue.publish.words import figures
from socialvalue.publish.words.language import _, digits
from socialvalue.publish.words.vocabulary import KIND, RATING, STATUS

SAID: dict[str, Callable[[Any, Row], str]] = {
    "text": lambda cell, row: str(cell),
    "kind": lambda cell, row: KIND[cell].name,
    "status": lambda cell, row: STATUS[cell].name,
    "rating": lambda cell, row: RATING[cell].name,
    "pounds": lambda cell, row: figures.pounds(cell),
    "pounds_exact": lambda cell, row: figures.pounds_exact(cell),
    "quantity": lambda cell, row: figures.quantity(cell, row["units"]),
    "share": lambda cell, row: figures.percent(cell, 1_000_000),
    "count": lambda cell, row: digits(cell),
}
TURNED = {"at least": "up to", "up to": "at least"}
"""The bound of a number below zero, of which a bound is known without its sign."""
FILED: dict[str, Callable[[Any], str]] = {
    "pounds": pounds_decimal,
    "pounds_exact": pounds_decimal,
    "quantity": figures.decimal,
    "share": figures.decimal,
}


def said(row: Row, column: Column) -> str:
    """A cell in words, without its bound, which says the sign of what is taken off; empty where there is nothing."""
    cell = row[column.name]
    return "" if cell is None else SAID[column.said](abs(cell) if _is_minus(row, column) else cell, row)


def bound(row: Row, column: Column) -> str:
    """The bound of a cell, by its code in figures.BOUND: at least, about, up to, minus at least, or empty."""
    return f"minus {_bound(row, column)}" if _is_minus(row, column) else _bound(row, column)


def _bound(row: Row, column: Column) -> str:
    return str(row.get(f"{column.name}_bound", ""))


def _is_minus(row: Row, column: Column) -> bool:
    """Whether a cell is taken off and has a bound, which is one of how much is taken."""
    return bool(_bound(row, column)) and (row[column.name] or 0) < 0


def filed(row: Row, column: Column) -> str:
    """A cell as it stands in a file: plain decimals, codes as they are."""
    cell = row[column.name]
    return "" if cell is None else FILED.get(column.said, str)(cell)


def described(rows: Sequence[Row], columns: Sequence[Column]) -> str:
    """Every number of the table in words, for those who cannot see the drawing."""
    names = [column for column in columns if column.said not in NUMBERS and column.shown]
    numbers = [column for column in columns if column.said in NUMBERS]
    sentences = []
    for row in rows:
        parts = [
            _(
                "%(heading)s %(figure)s",
                heading=column.heading.lower(),
                figure=figures.bounded(said(row, column), bound(row, column)),
            )
            for column in numbers
            if row[column.name] is not None
        ]
        about = ", ".join(said(row, column) for column in names)
        sentences.append(_("%(about)s: %(figures)s.", about=about, figures=", ".join(parts)))
    return " ".join(sentences)


def as_table(rows: Sequence[Row], columns: Sequence[Column]) -> tuple[list[str], list[list[str]]]:
    """The header and the rows of the files, as text; a column of bounds follows each number that has one."""
    bounded = {column.name for column in columns if any(bound(row, column) for row in rows)}
    header = [name for column in columns for name in _names(column, bounded)]
    return header, [[cell for column in columns for cell in _cells(row, column, bounded)] for row in rows]


def _names(column: Column, bounded: set[str]) -> list[str]:
    return [column.name, f"{column.name}_bound"] if column.name in bounded else [column.name]


def _cells(row: Row, column: Column, bounded: set[str]) -> list[str]:
    cells = [filed(row, column)]
    if column.name not in bounded:
        return cells
    found = _bound(row, column)
    return [*cells, TURNED.get(found, found) if _is_minus(row, column) else found]
