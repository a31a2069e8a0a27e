"""What is asked once for a whole file: whether its days begin with the month, whether its notes may be published."""

from collections.abc import Iterator, Mapping

from socialvalue.intake.days import ORDERS, is_open, orders
from socialvalue.intake.questions import Answers, Choice, Question, yes_or_no
from socialvalue.intake.table import Table
from socialvalue.intake.workbook import place, shown

SHEET_CELLS = 8
"""Cells that are named where one question is about many."""


def day_order(tables: list[Table], answers: Answers) -> str:
    """Whether 01/02/2016 is 1 February: asked once for the file, unless its other days leave one way alone."""
    texts = {
        table.cell(row, column.number): f"{table.sheet.name}!{place(row, column.number)}"
        for table in tables
        for name in ("day", "dated", "checked_on", "start", "end")
        for column in table.of(name)
        for row in table.numbers()
    }
    return day_order_of(texts, answers)


def day_order_of(texts: Mapping[str, str], answers: Answers) -> str:
    """The same for texts, each with a cell that it stands in."""
    unclear = [text for text in texts if is_open(text)]
    if not unclear:
        return ORDERS[0]
    decided = orders(texts)
    default = min(decided) if len(decided) == 1 else ""
    because = next((text for text in texts if orders([text]) == decided), "")
    more = [f'"{shown(because)}" can only be {default}.'] if default else []
    cells = ", ".join(f"{shown(text)} in {texts[text]}" for text in unclear[:SHEET_CELLS])
    choices = [Choice(order, order) for order in ORDERS]
    question = Question("dates", f"Day or month first: {cells}?", choices, default, kept=True, more=more)
    return answers.to(question)


def notes_to_see(tables: list[Table]) -> Iterator[str]:
    """The notes that would be published, each with its cell."""
    for table in tables:
        for column in table.of("public_note") + table.of("local_definition"):
            for row in table.numbers():
                if text := table.cell(row, column.number):
                    yield f"{shown(table.sheet.name)}!{place(row, column.number)}  {shown(text, 60)}"


def notes_question(tables: list[Table]) -> Question | None:
    """Whether the notes may be published: somebody has to look for names of people. Never kept."""
    seen = list(notes_to_see(tables))
    if not seen:
        return None
    more = seen[:40] + ([f"and {len(seen) - 40:,} more"] if len(seen) > 40 else [])
    words = "The notes become public. Look for names of people. Copy them?"
    return yes_or_no("notes", words, more=more)
