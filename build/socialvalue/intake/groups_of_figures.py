"""Actual of this quarter beside Actual of the contract: columns of figures of which not each has a period of its own.

Which of them are the return's is asked: their figures are never added up unasked.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from socialvalue.check.names import plain
from socialvalue.intake.amounts import amount
from socialvalue.intake.column import Column
from socialvalue.intake.questions import LEAVE_OUT, Answers, Choice, Question
from socialvalue.intake.table import Table
from socialvalue.intake.workbook import letters, shown
from socialvalue.records.naming import name_meant

EXAMPLES = 3


def decided(table: Table, answers: Answers) -> Table:
    """The table with the columns that somebody said are meant; the others are left out, and listed as such."""
    for columns in list(_unclear(table)):
        ways = {letters(taken[0].number): taken for taken in _ways(columns)}
        measure = f"-{name_meant(columns[0].measure)}" if columns[0].measure else ""
        question = Question(
            f"groups:{table.sheet.key}{measure}",
            f"In {shown(table.sheet.name)}, {' and '.join(map(_called, columns))} have figures, and not each has a "
            "period of its own. Which are this return’s?",
            (
                *(Choice(name, _described(table, taken)) for name, taken in ways.items()),
                Choice(LEAVE_OUT, "none of them"),
            ),
            more=("Or give each a heading that says which days it is about, and import the file again.",),
        )
        if answer := answers.to(question):
            table = _as_said(table, columns, ways.get(answer, ()))
    return table


def _unclear(table: Table) -> Iterator[Sequence[Column]]:
    """The columns of figures of one measure, where several have no period, or one has the period of another."""
    of_measure: dict[str, list[Column]] = {}
    for column in table.of("quantity"):
        if column.sure != "as answered" and _examples(table, column):
            of_measure.setdefault(plain(column.measure), []).append(column)
    for columns in of_measure.values():
        periods = {plain(column.period) for column in columns}
        if len(columns) > 1 and ("" in periods or len(periods) < len(columns)):
            yield columns


def _ways(columns: Sequence[Column]) -> Iterator[Sequence[Column]]:
    """What may be meant: all that have a period of their own, or any other alone."""
    dated = [column for column in columns if column.period]
    if len({plain(column.period) for column in dated}) == len(dated) > 0:
        yield dated
        yield from ([column] for column in columns if not column.period)
    else:
        yield from ([column] for column in columns)


def _called(column: Column) -> str:
    above = column.group if plain(column.group) != plain(column.heading) else ""
    return f'"{shown(" / ".join(filter(None, (above, column.heading))))}"'


def _described(table: Table, taken: Sequence[Column]) -> str:
    figures = ", ".join(shown(text) for column in taken for text in _examples(table, column))
    return f"{', '.join(map(_called, taken))}: {figures}"


def _examples(table: Table, column: Column) -> list[str]:
    """The first figures of a column."""
    found = (text for row in table.numbers() if amount(text := table.cell(row, column.number)).number)
    return [text for text, _ in zip(found, range(EXAMPLES), strict=False)]


def _as_said(table: Table, columns: Sequence[Column], taken: Sequence[Column]) -> Table:
    others = {column.number for column in columns} - {column.number for column in taken}
    return replace(
        table,
        columns=[
            replace(column, field="left_out", sure="as answered", measure="", period="")
            if column.number in others
            else column
            for column in table.columns
        ],
    )
