"""Thousands with a dot: 1.200 in pounds is £1.20 to one writer and £1,200 to another. Asked once for a file."""

from decimal import Decimal

from socialvalue.check.cells.number import CONTINENTAL, THOUSAND
from socialvalue.intake.amounts import plain_number
from socialvalue.intake.questions import LEAVE_OUT, Choice, Question
from socialvalue.intake.workbook import shown

KEY = "points"
"""The question, by its name on the command line."""
THOUSANDS, DECIMALS = "thousands", "decimals"
HOW = {THOUSANDS: "a dot for thousands, as answered", DECIMALS: "a dot for decimals, as answered"}
"""Why a figure is another than its cell, by the answer."""


def unclear(text: str, suspect: bool) -> bool:
    """Whether the dot of a figure may part thousands, where it is `suspect`: pounds, or beside one like 1.200,50."""
    return suspect and bool(THOUSAND.fullmatch(text))


def continental(text: str) -> bool:
    """Whether a figure has a dot for thousands without doubt: 1.200,50."""
    return "." in text and bool(CONTINENTAL.fullmatch(text.strip()))


def question(text: str, cell: str) -> Question:
    """Which of the two the dots of the file are."""
    return Question(
        KEY,
        f'"{shown(text)}" in {cell}: is its dot a decimal point? The answer is for every figure like it.',
        (
            Choice(DECIMALS, f"a decimal point: {meant(text, DECIMALS)}"),
            Choice(THOUSANDS, f"between thousands: {meant(text, THOUSANDS)}"),
            Choice(LEAVE_OUT, "leave the rows out"),
        ),
        more=("If it is one here and the other there, write the thousands without it in your file first.",),
    )


def meant(text: str, answer: str) -> str:
    """The plain number that a figure is by the answer: 1.200 -> 1.2, or 1200."""
    return plain_number(Decimal(text.replace(".", "") if answer == THOUSANDS else text))
