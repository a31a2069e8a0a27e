"""The one function that judges a filled cell of a column: its type, then its constraints."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from socialvalue.check.cells.bad_cell import BadCell
from socialvalue.check.cells.day import day
from socialvalue.check.cells.number import MISSING, NOTHING, integer, number, quantity
from socialvalue.check.cells.text import not_formed, not_one_of, words, yes_or_no
from socialvalue.check.cells.year import JUDGES
from socialvalue.records import MILLION

READERS: Mapping[str, Callable[[str], Any]] = {
    "number": number,
    "integer": integer,
    "date": day,
    "boolean": yes_or_no,
    "string": words,
}
SCALES = {"number": MILLION, "integer": 1}
KNOWN = {"required", "unique", "enum", "pattern", "maxLength", "minimum", "maximum"}


def judge_of(field: Mapping[str, Any]) -> Callable[[str], Any]:
    """A function that gives the typed value of a filled cell of `field`, or raises BadCell.

    Raises:
        ValueError: `field` has a constraint that is not known here, so that none is ever passed over.
    """
    read = quantity if field["name"] == "quantity" else READERS[field["type"]]
    limits = field.get("constraints", {})
    if unknown := set(limits) - KNOWN:
        raise ValueError(f"{field['name']} has constraints that nothing checks: {', '.join(sorted(unknown))}")
    steps = [step for name, make in CONSTRAINTS.items() if name in limits for step in [make(field, limits[name])]]

    def judge(text: str) -> Any:
        value = read(text)
        for step in steps:
            step(text, value)
        return value

    def careful(text: str) -> Any:
        try:
            return judge(text)
        except BadCell as wrong:
            if text.strip().casefold() in NOTHING:
                raise BadCell(wrong.rule, wrong.message, _for_nothing(field)) from None
            raise wrong if _passes(judge, wrong.suggestion) else wrong.without_suggestion() from None

    return careful


def _for_nothing(field: Mapping[str, Any]) -> str:
    """What to do where a cell says in some way that there is nothing to say."""
    if not field.get("constraints", {}).get("required", False):
        return "Leave the cell empty."
    if field["type"] in SCALES:
        return "If it is none, write 0. If it is not known, or may not be told, leave out the row until it is."
    return field["description"] if isinstance(field["description"], str) else ""


def _passes(judge: Callable[[str], Any], suggestion: str) -> bool:
    """Whether what is suggested would itself be right, so that nobody is led from one error to the next."""
    try:
        return not suggestion or judge(suggestion) is not None
    except BadCell:
        return False


Step = Callable[[str, Any], None]


def _enum(field: Mapping[str, Any], allowed: list[str]) -> Step:
    known = frozenset(allowed)

    def step(text: str, value: Any) -> None:
        if text not in known:
            raise not_one_of(text, allowed)

    return step


def _pattern(field: Mapping[str, Any], pattern: str) -> Step:
    match, judge = re.compile(pattern).fullmatch, JUDGES.get(pattern, str)

    def step(text: str, value: Any) -> None:
        if not match(judge(text)):
            raise not_formed(text, pattern, field["title"], field["description"])

    return step


def _longest(field: Mapping[str, Any], longest: int) -> Step:
    def step(text: str, value: Any) -> None:
        if len(text) > longest:
            raise BadCell("too-long", f"has {len(text):,} characters; at most {longest:,} fit.")

    return step


def _least(field: Mapping[str, Any], least: int) -> Step:
    lowest = least * SCALES[field["type"]]

    def step(text: str, value: Any) -> None:
        if value < lowest:
            if least == 0 and text in MISSING:
                said = "is negative, and often stands for a number that is missing."
                raise BadCell("not-negative", said, _for_nothing(field))
            if least == 0:
                raise BadCell("not-negative", "is negative.")
            raise BadCell("in-range", f"is below {least}.", f"Look it up again: it can't be less than {least}.")

    return step


def _most(field: Mapping[str, Any], most: int) -> Step:
    highest = most * SCALES[field["type"]]

    def step(text: str, value: Any) -> None:
        if value > highest:
            raise BadCell("in-range", f"is above {most}.", f"Look it up again: it can't be more than {most}.")

    return step


CONSTRAINTS: Mapping[str, Callable[[Mapping[str, Any], Any], Step]] = {
    "enum": _enum,
    "maxLength": _longest,
    "pattern": _pattern,
    "minimum": _least,
    "maximum": _most,
}
