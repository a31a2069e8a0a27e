"""How many people stand behind a figure, where the file doesn't say: asked cell by cell, or once for many."""

from collections.abc import Callable
from typing import Any

from socialvalue.intake.entry import Gathered, Left
from socialvalue.intake.questions import LEAVE_OUT, Answers, Choice, Question

FEW = 3
"""Cells of one measure that are asked about one by one; of more, one answer is given for all."""
LATER, EACH = "later", "each"
NOT_YET = "not known yet: the check will hold the return back"


def of_cell(key: str, cell: str, measure: Any, reads: Callable[[str], str], before: str = "") -> Question:
    """Asks how many people stand behind the figure of one cell."""
    words = f"{before}How many people stand behind {cell} ({measure.name})?"
    return Question(f"headcount:{key}", words, (Choice(LATER, NOT_YET),), "", "how many people", reads)


def for_all(measure: Any, count: int = 0) -> Question:
    """Asks what becomes of all rows of a measure that don't say it; `count` is how many these are."""
    words = f"{count:,} rows of {measure.measure} ({measure.name}) don't say how many people stand behind them."
    choices = (
        Choice(LATER, NOT_YET),
        Choice(LEAVE_OUT, "leave the rows out"),
        Choice(EACH, "I know them, and type them one by one"),
    )
    more = ("Or fill in a column Headcount of your file, and import it again.",)
    return Question(f"headcounts:{measure.measure}", words, choices, more=more)


def settled_for_all(measure: Any, answers: Answers) -> bool:
    """Whether the number of people is left open for all rows of a measure; raises Left where these are left out."""
    question = for_all(measure)
    if question.key not in {*answers.given, *answers.kept}:
        return False
    answer = answers.to(question)
    if answer == LEAVE_OUT:
        raise Left("it doesn't say how many people")
    return answer == LATER


def asked_once(gathered: Gathered, answers: Answers) -> None:
    """Put one question in the place of those about single cells, for each measure that has many of them."""
    for measure in {each.measure: each for each in gathered.uncounted.values()}.values():
        keys = [key for key, of in gathered.uncounted.items() if of.measure == measure.measure and key in answers.open]
        question = for_all(measure, len(keys))
        if len(keys) <= FEW or question.key in answers.used:
            continue
        for key in keys:
            del answers.open[key]
        gathered.waiting[question.key] = [cell for key in keys for cell in gathered.waiting.pop(key, ())]
        answers.to(question)
