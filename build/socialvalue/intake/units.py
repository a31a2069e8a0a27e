"""The words that people write for units, and which of our units each may mean."""

import re
from dataclasses import dataclass
from decimal import Decimal

from socialvalue.check.scales import Scale, scale_in
from socialvalue.check.units_in_headings import SIGN, units_beside
from socialvalue.check.units_said import COUNTS
from socialvalue.intake.questions import LEAVE_OUT, Choice, Question
from socialvalue.intake.register import Register
from socialvalue.intake.workbook import shown
from socialvalue.records.naming import name_meant

HOURS = ("hours", "staff_hours", "expert_hours", "hours_x_attendees")
WORDS: dict[str, tuple[str, ...]] = {
    "wk": ("weeks",), "wks": ("weeks",), "week": ("weeks",), "weeks": ("weeks",),
    "day": ("days",), "days": ("days",),
    "h": HOURS[:1], "hr": HOURS[:1], "hrs": HOURS[:1], "hour": HOURS[:1], "hours": HOURS[:1],
    "staff hrs": ("staff_hours",), "expert hrs": ("expert_hours",),
    "hrs x attendees": ("hours_x_attendees",), "hours x attendees": ("hours_x_attendees",),
    "£": ("gbp",), "gbp": ("gbp",), "pounds": ("gbp",),
    "fte": ("fte",), "ftes": ("fte",), "wte": ("fte",), "full time equivalent": ("fte",),
    "pounds sterling": ("gbp",), "percentage": ("percent",),
    "fte years": ("fte_years",), "fte-years": ("fte_years",),
    "%": ("percent",), "pct": ("percent",), "per cent": ("percent",),
    "t": ("tonnes",), "te": ("tonnes",), "tons": ("tonnes",), "tonne": ("tonnes",), "tonnes": ("tonnes",),
    "tco2e": ("tonnes_co2e",), "tco2": ("tonnes_co2e",), "t co2e": ("tonnes_co2e",), "tonnes co2e": ("tonnes_co2e",),
    "m2": ("square_metres",), "m²": ("square_metres",), "sqm": ("square_metres",), "sq m": ("square_metres",),
    "ft2": ("square_feet",), "sqft": ("square_feet",), "sq ft": ("square_feet",),
    "no": COUNTS, "no.": COUNTS, "nr": COUNTS, "#": COUNTS, "number": COUNTS, "each": COUNTS, "qty": COUNTS,
    "count": COUNTS,
    "people": ("headcount",), "persons": ("headcount",), "person": ("headcount",), "pupils": ("headcount",),
    "students": ("headcount",), "employees": ("headcount",), "apprentices": ("headcount",), "starts": ("headcount",),
    "attendees": ("headcount",), "heads": ("headcount",), "learners": ("headcount",), "trainees": ("headcount",),
    "volunteers": ("headcount",), "staff": ("headcount",),
    "job": ("jobs",), "smes": ("businesses",), "firms": ("businesses",), "companies": ("businesses",),
}  # fmt: skip
IN_HEADING = re.compile(r"[(\[]\s*([^()\[\]]{1,20}?)\s*[)\]]|(£)\s*$|,\s*([a-z%#£.]{1,12})$", re.IGNORECASE)

PARTS = re.compile(r"\w+|[^\w\s.,()\[\]/-]")
"""The words and signs that a unit is written with."""


OF_OTHERS = re.compile(rf"{SIGN.pattern}|^(?:ha|hectares?|acres?|dph)$", re.IGNORECASE)
"""Signs, money, and units of land, in which no figure of ours is."""


@dataclass(frozen=True)
class Unit:
    """What a word for a unit may mean: some units, and thousands or pence of them."""

    codes: tuple[str, ...]
    scale: Scale | None = None


def unit_meant(text: str, register: Register, framework: str) -> Unit | None:
    """The unit that a word means; None for a word that is none."""
    low = re.sub(r"\s+", " ", text.strip().casefold()).rstrip(".") or text.strip()
    low = low if low != "no" else "no."
    scale = scale_in(low)
    if scale and scale.pounds and scale.rest in ("", "£"):
        return Unit(("gbp",), scale)
    if low in WORDS:
        return Unit(WORDS[low])
    exact = register.exact("unit", text, framework)
    return Unit((exact,)) if exact else None


def split_unit(text: str, register: Register, framework: str) -> tuple[str, str]:
    """A heading or the name of a measure without the unit in it, and that unit: "Local spend £k" -> Local spend, £k.

    Thousands without a unit stand for one: "Spend (thousands)" -> Spend, thousands.
    """
    if scale := scale_in(text):
        return scale.rest, scale.word
    for found in IN_HEADING.finditer(text):
        word = next(part for part in found.groups() if part).strip()
        if unit_meant(word, register, framework):
            return (text[: found.start()] + text[found.end() :]).strip(" ,-:"), word
    return text.strip(), ""


def unit_of_heading(heading: str) -> str:
    """The unit that a heading gives its numbers: Contract value (€) -> €, Capacity (ha) -> ha; "" for none."""
    if scale_in(heading):
        return ""
    known = (text for text in units_beside(heading) if text.casefold() in WORDS or OF_OTHERS.search(text))
    return next(known, "")


def units_agree(first: str, second: str, register: Register, framework: str) -> bool:
    """Whether two words for a unit may mean the same one: wks and weeks, £ and £ per year; not £ and weeks."""
    scales = [scale_in(text) for text in (first, second)]
    if any(scale and not scale.pounds for scale in scales):
        return True  # thousands, of what isn't said
    one, other = (unit_meant(text, register, framework) for text in (first, second))
    if one and other:
        return bool(set(one.codes) & set(other.codes))
    short, long = sorted((set(PARTS.findall(text.casefold())) for text in (first, second)), key=len)
    return bool(short) and short <= long


def two_units(where: str, text: str, number: str, own: str, beside: str) -> tuple[Question, dict[str, str]]:
    """Asks of an amount what it is in, where another unit stands beside it than its own: £40, in weeks.

    With it, the word for the unit that each answer but LEAVE_OUT stands for.
    """
    words = {_code(own) or "own": own, _code(beside) or "beside": beside}
    choices = [Choice(code, f"{number} {shown(word)}" if word != "£" else f"£{number}") for code, word in words.items()]
    choices.append(Choice(LEAVE_OUT, "leave the rows out"))
    said = f"{where} is “{shown(text)}”, and its unit is said to be “{shown(beside)}”. Which is meant?"
    return Question(f"units:{'-or-'.join(words)}", said, choices), words


def _code(word: str) -> str:
    return WORDS.get(word.casefold(), (name_meant(word),))[0]


def scaled(number: str, scale: Scale) -> str:
    """A plain number in full: thousands times 1,000, pence as pounds."""
    value = Decimal(number) * scale.factor
    written = f"{value:f}"
    return written.rstrip("0").rstrip(".") if "." in written else written
