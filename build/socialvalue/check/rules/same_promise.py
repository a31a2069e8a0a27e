"""A target takes the place of an earlier one about the same thing, and is part of one of its own project."""

from collections.abc import Iterator
from typing import Any

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.check.wording import figure
from socialvalue.records import Severity, rows

REPLACES = "If it is another promise, leave replaces empty: both stand then."
PLACE = "Leave replaces empty: both stand then, each for its place. If both are for the same place, correct area."
LATER = "Let the later one name the earlier one in replaces, or correct stated_on as the source has it."
PART = "If it is no part of that one, leave part_of empty."
EXACT = ("", "up to")
"""Bounds of a whole that nothing inside it can pass."""


def find(tables: Tables) -> Iterator[Hit]:
    targets = tables["targets"]
    named = {target.target: target for target in rows(targets)}
    for target in rows(targets[(targets["replaces"] != "") | (targets["part_of"] != "")]):
        if (earlier := named.get(target.replaces)) is not None:
            for said, mend in _replaced(target, earlier):
                yield at(target, "replaces", said, mend, value=target.replaces)
        if (whole := named.get(target.part_of)) is not None:
            for said in _within(target, whole):
                yield at(target, "part_of", said, PART, value=target.part_of)


def _replaced(target: Any, earlier: Any) -> Iterator[tuple[str, str]]:
    """Why the promise that stood before would vanish, or shrink to a part of it; and what to do."""
    if earlier.project != target.project:
        yield f"{earlier.target} is a promise of {earlier.project}, not of {target.project}.", REPLACES
    elif earlier.measure != target.measure:
        yield f"{earlier.target} is about {_what(earlier)}, not about {_what(target)}.", REPLACES
    elif earlier.strength == "commitment" != target.strength:
        yield f"{earlier.target} is a commitment, and a {target.strength} does not take its place.", REPLACES
    elif earlier.area != target.area:
        yield f"{earlier.target} is for {_where(earlier)}, and this is for {_where(target)}.", PLACE
    elif _before(target.stated_on, earlier.stated_on):
        yield f"{earlier.target} was stated on {earlier.stated_on}, and this before it, on {target.stated_on}.", LATER


def _before(day: str, other: str) -> bool:
    """Whether a day, month or year is before another for certain: 2022 and 2022-05 may be the same day."""
    exact = min(len(day), len(other))
    return bool(exact) and day[:exact] < other[:exact]


def _within(target: Any, whole: Any) -> Iterator[str]:
    if whole.project != target.project:
        yield f"{whole.target} is a promise of {whole.project}, not of {target.project}."
    elif target.measure == whole.measure and target.unit == whole.unit and _larger(target, whole):
        yield f"{figure(target.quantity)} is more than the {figure(whole.quantity)} of {whole.target}."


def _larger(target: Any, whole: Any) -> bool:
    sure = whole.bound in EXACT and target.bound in ("", "at least")
    return bool(sure and (target.quantity > whole.quantity) is True)


def _where(target: Any) -> str:
    return target.area or "the whole project"


def _what(target: Any) -> str:
    return target.measure or "no measure"


RULE = Rule(
    id="same-promise",
    severity=Severity.ERROR,
    group="Targets",
    title="A promise is replaced by one about the same thing",
    why="What was replaced is rated no more. So a promise of 400 weeks would vanish behind one of another project, of "
    "another measure, for one town alone, or behind a mere forecast.",
    example="a forecast of 300 weeks that replaces a commitment of 400",
    mend=REPLACES,
    find=find,
)
