"""What is asked once for a whole file: whether its days begin with the month, whether its notes may be published."""

import re
from collections.abc import Iterator, Mapping, Sequence

from socialvalue.errors import BrokenRepository
from socialvalue.intake.days import ORDERS, is_open, orders
from socialvalue.intake.questions import Answers, Choice, Question, yes_or_no
from socialvalue.intake.table import Table
from socialvalue.intake.workbook import Workbook, place, shown
from socialvalue.records.naming import name_meant

SHEET_CELLS = 8
"""Cells that are named where one question is about many."""

NO_RETURN = re.compile(
    r"\b(?:examples?|samples?|templates?|guidance|instructions|old|copy|copies|archived?|superseded|drafts?|previous|last|"
    r"tests?|dummy|backup|do not use)\b",
    re.IGNORECASE,
)
"""What the name of a sheet says that holds no figures of the return."""


def left_out_by_name(
    tables: Sequence[tuple[Workbook, Table]], named: Sequence[str], answers: Answers
) -> list[tuple[Workbook, Table]]:
    """The tables beside others whose sheet is called an example, a copy or an old one, where that was the answer.
    `named` are the sheets that were asked for by name."""
    left = []
    for book, table in tables if len(tables) > 1 else ():
        name = table.sheet.name
        if NO_RETURN.search(name) and name not in named:
            words = f"By its name the sheet {shown(name)} may be none of the return. Read it too?"
            if answers.to(yes_or_no(f"sheet:{name_meant(name)}", words)) == "no":
                left.append((book, table))
    return left


def ask_how_shown(tables: Sequence[tuple[Workbook, Table]], answers: Answers) -> None:
    """Ask once whether figures stand as they show, where a file doesn't tell it.

    Raises:
        BrokenRepository: they don't.
    """
    for book, _ in tables:
        if book.tells_formats:
            continue
        words = (
            f"{book.name} is {book.kind}, which tells numbers and not how they are shown. Is each shown as its number?"
        )
        more = ("If a cell shows 50% or £62k, the number that is read may be 0.5 or 62.",)
        if answers.to(yes_or_no("as-shown", words, more=more)) == "no":
            raise BrokenRepository(
                "Nothing was written. Save the file as .xlsx, and import that: it tells what cells show."
            )
        return


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
