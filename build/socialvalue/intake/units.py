"""The words that people write for units, and which of our units each may mean."""

import re
from dataclasses import dataclass
from decimal import Decimal

from socialvalue.check.scales import Scale, scale_in
from socialvalue.check.units_said import COUNTS
from socialvalue.intake.register import Register

HOURS = ("hours", "staff_hours", "expert_hours", "hours_x_attendees")
WORDS: dict[str, tuple[str, ...]] = {
    "wk": ("weeks",), "wks": ("weeks",), "week": ("weeks",), "weeks": ("weeks",),
    "day": ("days",), "days": ("days",),
    "h": HOURS[:1], "hr": HOURS[:1], "hrs": HOURS[:1], "hour": HOURS[:1], "hours": HOURS[:1],
    "staff hrs": ("staff_hours",), "expert hrs": ("expert_hours",),
    "hrs x attendees": ("hours_x_attendees",), "hours x attendees": ("hours_x_attendees",),
    "£": ("gbp",), "gbp": ("gbp",), "pounds": ("gbp",),
    "fte": ("fte",), "ftes": ("fte",), "wte": ("fte",), "full time equivalent": ("fte",),
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


def scaled(number: str, scale: Scale) -> str:
    """A plain number in full: thousands times 1,000, pence as pounds."""
    value = Decimal(number) * scale.factor
    written = f"{value:f}"
    return written.rstrip("0").rstrip(".") if "." in written else written
