"""Actual, Adjustment, Adjusted: where another column puts the figures right, which is meant is a question."""

import re
from collections.abc import Iterator
from dataclasses import replace

from socialvalue.check.scales import scale_in
from socialvalue.errors import BrokenRepository
from socialvalue.intake.amounts import amount
from socialvalue.intake.column import Column
from socialvalue.intake.headings import field_of, likely_field, unit_beside
from socialvalue.intake.questions import LEAVE_OUT, Answers, Choice, Question
from socialvalue.intake.sections import NOT_DONE
from socialvalue.intake.table import Table
from socialvalue.intake.workbook import letters, shown
from socialvalue.records.naming import name_meant

PUT_RIGHT = frozenset(
    {"adjusted", "revised", "corrected", "amended", "restated", "agreed", "final", "net", "validated"}
)
"""What a heading says of figures that stand for others."""
DIFFERENCE = frozenset(
    {"adjustment", "adjustments", "adj", "correction", "corrections", "amendment", "deduction", "deductions", "less"}
)
"""What a heading says of figures that others are put right by; they are no figures of the return."""


def decided(table: Table, answers: Answers) -> Table:
    """The table with the column of figures that somebody said is meant, where one beside it puts them right.

    Raises:
        BrokenRepository: none of them is.
    """
    read = [column for column in table.of("quantity") if column.sure != "as answered"]
    beside = [column for column in table.columns if _is_left(column) and any(_figures(table, column))]
    words = {column.number: _words(column) for column in [*read, *beside]}
    if len(read) != 1 or not beside or not any(said & (PUT_RIGHT | DIFFERENCE) for said in words.values()):
        return table
    may_be = [read[0], *(column for column in beside if _may_be(column))]
    question = Question(
        f"adjusted:{name_meant(table.sheet.name)}",
        f"In {shown(table.sheet.name)}, {' and '.join(_named(column) for column in [*read, *beside])} have figures. "
        "Which are this return’s?",
        (
            *(Choice(letters(each.number), f"{_named(each)}: {_examples(table, each)}") for each in may_be),
            Choice(LEAVE_OUT, "none of them: I put one column right in the file"),
        ),
    )
    answer = answers.to(question)
    if answer == LEAVE_OUT:
        raise BrokenRepository("Nothing was written. Put the figures right in one column, and import the file again.")
    return _as_said(table, read[0], answer)


def _is_left(column: Column) -> bool:
    """Whether a column is left out that may have to do with the figures, and says no plan."""
    words = _words(column)
    concerned = bool(words & (PUT_RIGHT | DIFFERENCE)) or field_of(column.heading) == "quantity"
    return (
        column.field == "left_out"
        and column.sure not in ("hidden", "as answered")
        and concerned
        and not words & NOT_DONE
    )


def _may_be(column: Column) -> bool:
    """Whether a column may hold the figures themselves, and not what they are put right by."""
    return not _words(column) & DIFFERENCE or "quantity" in (field_of(column.heading), likely_field(column.heading))


def _words(column: Column) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z]+", column.heading.casefold()))


def _named(column: Column) -> str:
    return f'"{shown(column.heading)}"'


def _figures(table: Table, column: Column) -> Iterator[str]:
    return (text for row in table.numbers() if amount(text := table.cell(row, column.number)).number)


def _examples(table: Table, column: Column) -> str:
    return ", ".join(shown(text) for text in list(_figures(table, column))[:3])


def _as_said(table: Table, read: Column, answer: str) -> Table:
    if not answer:
        return table
    return replace(table, columns=[_chosen(column, read, letters(column.number) == answer) for column in table.columns])


def _chosen(column: Column, read: Column, chosen: bool) -> Column:
    """The column that was chosen as that of the figures, the one that was read before as left out."""
    if not chosen:
        return replace(column, field="left_out", sure="as answered") if column is read else column
    unit = read.unit if column is read else _unit(column) or read.unit
    return replace(column, field="quantity", sure="as answered", measure=read.measure, period=read.period, unit=unit)


def _unit(column: Column) -> str:
    scale = scale_in(column.heading)
    return scale.word if scale else unit_beside(column.heading)
