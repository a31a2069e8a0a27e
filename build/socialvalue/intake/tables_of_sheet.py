"""Tables one below the other in a sheet, each with headings of its own: none of them is a title, or rows of another."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from socialvalue.check.names import plain
from socialvalue.errors import BrokenRepository
from socialvalue.intake.amounts import amount
from socialvalue.intake.headings import field_of
from socialvalue.intake.mapping import Mapping
from socialvalue.intake.measures import named
from socialvalue.intake.periods import spans_of
from socialvalue.intake.questions import LEAVE_OUT, Answers, Choice, Question
from socialvalue.intake.register import Register
from socialvalue.intake.rows_that_count import ALL, rows_named, with_figures
from socialvalue.intake.table import Table, find_table
from socialvalue.intake.workbook import Sheet, shown

LEAST = 2
"""Figures in a row that make it no title; and headings in a row that make it one of headings."""
OF_ROWS = ("measure", "project", "period")
NAMED = 3


def tables_of(sheet: Sheet, register: Register, mapping: Mapping | None, guess: bool, answers: Answers) -> list[Table]:
    """The tables of a sheet that are this return's; which these are is asked where it has several."""
    tables = list(_found(sheet, register, mapping, guess))
    for table in tables[:1]:
        _ask_above(table, register, answers)
    if len(tables) < LEAST:
        return tables
    keys = {f"from-row-{table.header}": table for table in tables}
    question = Question(
        f"tables:{sheet.key}",
        f"In {shown(sheet.name)}, {len(tables)} tables stand one below the other, each with headings of its own. "
        "Which are this return’s?",
        (Choice(ALL, "all of them"), *(Choice(key, f"only {_described(table)}") for key, table in keys.items())),
    )
    answer = answers.to(question)
    return tables if answer in ("", ALL) else [keys[answer]]


def _ask_above(table: Table, register: Register, answers: Answers) -> None:
    """Ask whether figures beside the names of measures that stand above the headings are none of the return.

    Raises:
        BrokenRepository: they are of the return.
    """
    rows = [row for row in range(1, table.header) if _names_figure(table.sheet.rows[row - 1], register)]
    if not rows:
        return
    sheet = table.sheet
    said = ", ".join(f"{' '.join(filter(None, map(shown, sheet.rows[row - 1])))} in row {row}" for row in rows[:NAMED])
    more = f" and {len(rows) - NAMED:,} more" if len(rows) > NAMED else ""
    question = Question(
        f"above:{sheet.key}",
        f"Above the headings of {shown(sheet.name)}, in row {table.header}, stand figures of measures: {said}{more}. "
        "Are they this return’s?",
        (Choice("yes", "yes: I put them below the headings in the file"), Choice(LEAVE_OUT, "no: leave them out")),
    )
    if answers.to(question) == "yes":
        raise BrokenRepository("Nothing was written. Put the figures below the headings, and import the file again.")


def _names_figure(row: Sequence[str], register: Register) -> bool:
    """Whether a row is the name of a measure and a figure of it."""
    names = {at for at, text in enumerate(row) if named(register, text.strip(), register.framework(""))}
    figures = {at for at, text in enumerate(row) if amount(text).number and not spans_of(text)}
    return bool(names and figures - names)


def _found(sheet: Sheet, register: Register, mapping: Mapping | None, guess: bool, header: int = 0) -> Iterator[Table]:
    """The tables of a sheet from the top down; `header` is the row of headings, where it is known."""
    table = find_table(sheet, register, mapping, guess, header)
    if table is None:
        return
    above = [] if header else _above(sheet, table.header, register, mapping)
    yield from above
    rest = _without(sheet, above[0].header, table.header - 1) if above else sheet
    below = next((row for row in _headings_below(table) if _is_table(rest, register, mapping, table.header, row)), 0)
    own = _upto(rest, below - 1) if below else rest
    yield find_table(own, register, mapping, guess, table.header) or table
    if below:
        rest = replace(_without(rest, table.header, below - 1), part=f"row-{below}")
        yield from _found(rest, register, mapping, guess, below)


def _above(sheet: Sheet, header: int, register: Register, mapping: Mapping | None) -> list[Table]:
    """The tables above the row of headings that names the most columns."""
    rows = sheet.rows[: header - 1]
    many = any(sum(bool(amount(text).number) and not spans_of(text) for text in row) >= LEAST for row in rows)
    upto = _upto(sheet, header - 1)
    found = list(_found(upto, register, mapping, guess=False)) or (many and list(_found(upto, register, mapping, True)))
    parts = [replace(each, sheet=replace(each.sheet, part=f"row-{each.header}")) for each in found or ()]
    return [each for each in parts if any(_figures(each))]


def _headings_below(table: Table) -> Iterator[int]:
    """The rows of a table that may be headings of another: words alone where it has figures, and figures below."""
    figures = {column.number for column in table.of("quantity") + table.of("running_total")}
    own = {column.number: plain(column.heading) for column in table.columns}
    for row in table.numbers():
        filled = [(at, text) for at, text in enumerate(table.sheet.rows[row - 1], start=1) if text.strip()]
        same = all(own.get(at) == plain(text) for at, text in filled)
        known = any(field_of(text) in OF_ROWS for _, text in filled[:1])
        words = len(filled) >= LEAST and not any(amount(text).number for _, text in filled)
        if words and known and not same and any(at in figures for at, _ in filled):
            yield row


def _is_table(sheet: Sheet, register: Register, mapping: Mapping | None, above: int, header: int) -> bool:
    """Whether a row below the headings of a table is the headings of another one with figures."""
    table = find_table(_without(sheet, above, header - 1), register, mapping, header=header)
    return table is not None and any(_figures(table))


def _figures(table: Table) -> Iterator[str]:
    columns = table.of("quantity") + table.of("running_total")
    cells = (table.cell(row, column.number) for row in table.numbers() for column in columns)
    return (text for text in cells if amount(text).number)


def _upto(sheet: Sheet, last: int) -> Sheet:
    """The rows of a sheet up to one."""
    return _of_rows(replace(sheet, rows=sheet.rows[:last]), set(range(1, last + 1)))


def _without(sheet: Sheet, first: int, last: int) -> Sheet:
    """A sheet with rows of another table empty: all rows keep their numbers."""
    kept = {row for row in range(1, len(sheet.rows) + 1) if not first <= row <= last}
    return _of_rows(sheet, kept)


def _of_rows(sheet: Sheet, kept: set[int]) -> Sheet:
    return replace(
        sheet,
        rows=[row if at in kept else [""] * len(row) for at, row in enumerate(sheet.rows, start=1)],
        merged={first: last for first, last in sheet.merged.items() if first[0] in kept},
        notes={at: text for at, text in sheet.notes.items() if at[0] in kept},
        hidden_rows=frozenset(sheet.hidden_rows & kept),
    )


def _described(table: Table) -> str:
    """A table by its rows and its headings."""
    rows = list(with_figures(table))
    headings = [shown(column.heading) for column in table.columns if column.heading]
    more = f" and {len(headings) - NAMED:,} more" if len(headings) > NAMED else ""
    return f"{rows_named(rows)}, below {', '.join(headings[:NAMED])}{more}"
