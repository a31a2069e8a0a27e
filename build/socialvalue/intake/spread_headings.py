"""A heading that is merged over several columns with figures: which of them it means is a question, never a guess."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from socialvalue.intake.amounts import amount
from socialvalue.intake.column import Column
from socialvalue.intake.questions import LEAVE_OUT, Answers, Choice, Question
from socialvalue.intake.table import Table
from socialvalue.intake.workbook import letters, shown

SURE = "merged over several"
FIGURES = ("quantity", "running_total")


def decided(table: Table, answers: Answers) -> Table:
    """The table with the one column that somebody said is meant; the others are left out, and listed as such."""
    for column, under in list(_spread(table)):
        choices = [Choice(letters(number), f"column {letters(number)}: {_examples(table, number)}") for number in under]
        question = Question(
            f"columns:{table.sheet.key}-{letters(column.number).lower()}",
            f'"{shown(column.heading)}" stands over {letters(under[0])} to {letters(under[-1])} of '
            f"{shown(table.sheet.name)}, and each has figures. Which are this return’s?",
            (*choices, Choice(LEAVE_OUT, "none of them")),
            more=("Or give each column a heading of its own, and import the file again.",),
        )
        table = _as_said(table, column, under, answers.to(question))
    return table


def _spread(table: Table) -> Iterator[tuple[Column, Sequence[int]]]:
    """Each column of figures whose heading is merged over others with figures, and the numbers of all these."""
    for (top, left), (bottom, right) in table.sheet.merged.items():
        if not top <= table.header <= bottom or left == right:
            continue
        for column in table.columns:
            if column.number == left and column.field in FIGURES and column.sure != "as answered":
                under = [number for number in range(left, right + 1) if _examples(table, number)]
                if len(under) > 1:
                    yield column, under


def _examples(table: Table, number: int) -> str:
    """The first figures of a column; "" where it has none."""
    found = [text for row in table.numbers() if amount(text := table.cell(row, number)).number]
    return ", ".join(shown(text) for text in found[:3])


def _as_said(table: Table, column: Column, under: Sequence[int], answer: str) -> Table:
    said = {number: letters(number) == answer for number in under}
    columns = []
    for each in table.columns:
        if each.number in said and answer:
            field = column.field if said[each.number] else "left_out"
            columns.append(replace(column, number=each.number, field=field, sure="as answered"))
        else:
            columns.append(replace(each, sure=SURE) if each.number == column.number else each)
    return replace(table, columns=columns)
