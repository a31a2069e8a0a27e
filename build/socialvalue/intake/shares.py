"""0.6 in a measure of percent: six tenths of all, or less than one percent. Asked once for a file."""

from decimal import Decimal
from typing import Any

from socialvalue.intake.amounts import plain_number
from socialvalue.intake.questions import LEAVE_OUT, Choice, Question
from socialvalue.intake.workbook import shown

PERCENT = "percent"
SHARE, RIGHT = "share", "right"
SIGNS = ("%", "per cent", "percent", "pct")
"""How a cell says by itself that its number is in percent."""


def unclear(text: str, number: str, measure: Any) -> bool:
    """Whether a figure of percent, as its cell stands, may be a share of one."""
    says = any(sign in text.casefold() for sign in SIGNS)
    return measure.unit == PERCENT and not says and 0 < Decimal(number) <= 1


def question(number: str, cell: str, measure: Any) -> Question:
    """What a number up to 1 is: the same of each such figure in the file."""
    choices = (
        Choice(SHARE, f"a share of one: {shown(number)} is {meant(number)} percent, and so for each figure up to 1"),
        Choice(RIGHT, f"percent as they stand: {shown(number)} percent"),
        Choice(LEAVE_OUT, "leave the rows out"),
    )
    words = f"{cell} is {shown(number)}. {measure.measure} ({measure.name}) is counted in percent. Which is meant?"
    return Question("shares", words, choices)


def meant(number: str) -> str:
    """A share of one in percent."""
    return plain_number(Decimal(number) * 100)
