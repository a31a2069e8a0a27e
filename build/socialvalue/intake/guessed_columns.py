"""A table whose headings don't say where its measures or its figures are: what stands below tells, and is shown."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from socialvalue.check.names import plain
from socialvalue.check.units_said import COUNTS
from socialvalue.intake.amounts import amount
from socialvalue.intake.column import GUESSED, NO_HEADING, Column
from socialvalue.intake.columns_of_measures import has_figures, of_measure
from socialvalue.intake.headings import LOOKED_AT, NOT_DONE, SAID
from socialvalue.intake.measures import named
from socialvalue.intake.periods import spans_of
from socialvalue.intake.register import Register
from socialvalue.intake.two_headings import BARE, with_year
from socialvalue.intake.units import unit_meant
from socialvalue.intake.workbook import Sheet

MOSTLY = 2
"""One cell in so many has to name a measure in a column of measures."""
VALUE = "value"
"""A heading of what a figure is worth, or of the figure itself where no other column has one."""
YES_OR_NO = frozenset(plain(word) or word for word in (*SAID["says_yes"], *SAID["says_no"]))
BEHIND = re.compile(r"[-–—:;,(/]")
"""What parts a yes or a no from what is said of it."""
OF_FIGURES = ("quantity", "running_total")
OF_ROWS = ("project", "period", "start", "day", "area")
"""What a column beside measures across the top says of its rows."""


def likely_header(rows: Sequence[Sequence[str]]) -> int:
    """The number of the first row of words alone, from 1, that has words and figures in the row below; 0 for none."""
    for at, row in enumerate(rows[:LOOKED_AT]):
        words = [text for text in row if text.strip()]
        below = next((line for line in rows[at + 1 :] if any(text.strip() for text in line)), ())
        figures = [text for text in below if _is_figure(text)]
        beside = len(figures) < len([text for text in below if text.strip()])
        if words and figures and beside and not any(map(_is_figure, words)):
            return at + 1
    return 0


def guessed(sheet: Sheet, header: int, columns: Sequence[Column], register: Register) -> list[Column]:
    """The columns, with those of the measure and the figures where no heading says so."""
    found = list(columns)
    if not any(column.field == "measure" or column.measure for column in found):
        found = _with_measure(sheet, header, found, register)
    has = any(column.field in ("quantity", "running_total") for column in found)
    figures = [column for column in found if not has and _is_unread(column) and has_figures(sheet, header, column)]
    if not any(column.field == "measure" for column in found):
        of_rows = any(column.field in OF_ROWS for column in found)
        return [of_measure(each, register) if of_rows and each in figures else each for each in found]
    titles = [text for row in sheet.rows[: header - 1] for text in row if text.strip()]
    for column in figures[:1]:
        meant = unit_meant(column.heading, register, register.framework(""))
        unit = column.heading if meant and meant.codes != COUNTS else ""
        period = with_year(column.heading, column.group, titles) if BARE.fullmatch(column.heading) else ""
        found[found.index(column)] = replace(column, field="quantity", sure=GUESSED, unit=unit, period=period)
    return found


def without_numbers(sheet: Sheet, header: int, columns: Sequence[Column]) -> list[Column]:
    """The columns, where Verified above numbers says nothing of how sure figures are: it has figures itself.
    Cumulative? above yes and no has none, and speaks of its rows."""

    def speaks_of_rows(column: Column) -> bool:
        others = [c for c in columns if c.field in OF_FIGURES and c is not column and has_figures(sheet, header, c)]
        return column.field in OF_FIGURES and bool(others) and _says_yes_or_no(list(_filled(sheet, header, column)))

    return [
        replace(column, field="left_out", sure="not known")
        if (column.field == "status" and _share(sheet, header, column, _is_figure) == 1) or speaks_of_rows(column)
        else column
        for column in columns
    ]


def _says_yes_or_no(texts: Sequence[str]) -> bool:
    """Whether cells of a column say yes or no of their rows; of ones and noughts, whether they are nothing else."""
    said = [plain(BEHIND.split(text)[0]) or text for text in texts]
    figures = [text for text in texts if _is_figure(text)]
    return (any(word in YES_OR_NO for word in said) and not figures) or set(texts) == {"0", "1"}


def _with_measure(sheet: Sheet, header: int, columns: Sequence[Column], register: Register) -> list[Column]:
    """The column whose cells name measures; where none does, the only one of words."""

    def names(text: str) -> bool:
        return bool(named(register, text, register.framework("")))

    words = [c for c in columns if _may_be_words(c) and not has_figures(sheet, header, c)]
    best = [c for c in words if _share(sheet, header, c, names) * MOSTLY >= 1]
    unread = [c for c in words if _is_unread(c) and any(_filled(sheet, header, c))]
    chosen = best[:1] or (unread if len(unread) == 1 else [])
    return [replace(c, field="measure", sure=GUESSED) if c in chosen else c for c in columns]


def _may_be_words(column: Column) -> bool:
    return column.field == "left_out" and column.sure not in ("hidden", "as answered")


def _is_unread(column: Column) -> bool:
    """Whether nothing is known of a column, and it says no plan."""
    words = set(re.findall(r"[a-z]+", f"{column.heading} {column.group}".casefold()))
    known = column.sure not in ("not known", NO_HEADING) and column.heading.strip().casefold() != VALUE
    return column.field == "left_out" and not known and not words & NOT_DONE


def _share(sheet: Sheet, header: int, column: Column, is_so: Callable[[str], bool]) -> float:
    texts = list(_filled(sheet, header, column))
    return sum(map(is_so, texts)) / len(texts) if texts else 0.0


def _filled(sheet: Sheet, header: int, column: Column) -> Iterator[str]:
    rows = range(header + 1, len(sheet.rows) + 1)
    return (text for row in rows if (text := sheet.cell(row, column.number).strip()))


def _is_figure(text: str) -> bool:
    return bool(amount(text).number) and not spans_of(text)
