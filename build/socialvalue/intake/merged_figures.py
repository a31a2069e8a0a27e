"""A figure in a cell that is merged over several rows or columns with figures: whose it is, nobody here can know."""

from socialvalue.intake.column import Column
from socialvalue.intake.entry import Left, Waits
from socialvalue.intake.questions import LEAVE_OUT, Answers, Choice, Question
from socialvalue.intake.table import Table
from socialvalue.intake.workbook import place, shown
from socialvalue.records.naming import name_meant

CHOICES = 12
"""Cells that are offered one by one."""


def figure_of(table: Table, row: int, column: Column, answers: Answers) -> str:
    """The text of the cell of a figure, once it is known whose it is; raises Waits before, and Left for no other's."""
    shared = table.shared_figures.get((row, column.number))
    if not shared:
        return table.cell(row, column.number)
    text, sheet = table.sheet.cell(*shared[0]).strip(), table.sheet.name
    if not text:
        return ""
    first, last = place(*shared[0]), place(*shared[-1])
    choices = [Choice(place(*at), f"that of {place(*at)}: {_called(table, at)}") for at in shared[:CHOICES]]
    words = f'"{shown(text)}" in {shown(sheet)} is one cell from {first} to {last}. Whose figure is it?'
    more = ("Or write a figure in each cell of your file, and import it again.",)
    key = f"merged:{name_meant(f'{sheet} {first}')}"
    answer = answers.to(Question(key, words, (*choices, Choice(LEAVE_OUT, "leave the rows out")), more=more))
    if not answer:
        raise Waits(key, (row, column.number))
    if answer != place(row, column.number):
        raise Left(f"one cell with {first}")
    return text


def _called(table: Table, at: tuple[int, int]) -> str:
    """What the row and the column of a cell are called."""
    row, number = at
    heading = next((column.heading for column in table.columns if column.number == number), "")
    return ", ".join(filter(None, (shown(table.text(row, "measure")), shown(heading))))
