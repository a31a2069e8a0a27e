"""What one cell of each type may hold, and how it is held once it is known to be right."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from socialvalue.records import MILLION

NUMBER = re.compile(r"(-?)(0|[1-9][0-9]{0,11})(?:\.([0-9]{1,6}))?", re.ASCII)
INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,14})", re.ASCII)
DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)


class NotThat(Exception):
    """The cell does not hold what its column asks for. Its first argument says so in plain words."""


def number(text: str) -> int:
    """A plain decimal number with at most 6 decimals, in millionths: 12.5 -> 12_500_000."""
    found = NUMBER.fullmatch(text)
    if not found:
        raise NotThat("is not a plain number. Write digits and at most one full stop, as in 1200 or 12.5")
    sign, whole, part = found.groups()
    amount = int(whole) * MILLION + int((part or "").ljust(6, "0"))
    return -amount if sign else amount


def integer(text: str) -> int:
    """A plain whole number."""
    if not INTEGER.fullmatch(text):
        raise NotThat("is not a whole number. Write digits alone, as in 12")
    return int(text)


def day(text: str) -> str:
    """A day of the calendar, kept as text: 2024-03-31."""
    if not DATE.fullmatch(text):
        raise NotThat("is not a date. Write year-month-day, as in 2024-03-31")
    try:
        date.fromisoformat(text)
    except ValueError as error:
        raise NotThat("is not a day of the calendar. Write year-month-day, as in 2024-03-31") from error
    return text


def yes_or_no(text: str) -> bool:
    """yes or no."""
    if text not in ("yes", "no"):
        raise NotThat("is neither yes nor no. Write one of the two")
    return text == "yes"


def words(text: str) -> str:
    """Text as it stands, without space around it."""
    if text != text.strip():
        raise NotThat("has space before or after it. Take it away")
    return text


PARSERS: Mapping[str, Callable[[str], Any]] = {
    "number": number,
    "integer": integer,
    "date": day,
    "boolean": yes_or_no,
    "string": words,
}
SCALES = {"number": MILLION, "integer": 1}


def parser(field: Mapping[str, Any]) -> Callable[[str], Any]:
    """The one function that judges a filled cell of `field`: its type, then its constraints.

    The function returns the typed value and raises NotThat with words for an officer.
    """
    read = PARSERS[field["type"]]
    limits = field.get("constraints", {})
    scale = SCALES.get(field["type"], 0)
    pattern = re.compile(limits["pattern"], re.ASCII) if "pattern" in limits else None
    allowed = limits.get("enum")
    longest = limits.get("maxLength")

    def judge(text: str) -> Any:
        value = read(text)
        if allowed and text not in allowed:
            raise NotThat(f"is not one of the words for this column. Choose from: {', '.join(allowed)}")
        if pattern and not pattern.fullmatch(text):
            raise NotThat(f"does not look like a {field['title'].lower()}. {field['description']}".strip())
        if longest and len(text) > longest:
            raise NotThat(f"is longer than {longest:,} characters. Make it shorter")
        if "minimum" in limits and value < limits["minimum"] * scale:
            raise NotThat(f"is below {limits['minimum']}. Give {limits['minimum']} or more")
        if "maximum" in limits and value > limits["maximum"] * scale:
            raise NotThat(f"is above {limits['maximum']}. Give {limits['maximum']} or less")
        return value

    return judge
