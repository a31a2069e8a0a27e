"""A number that says its own unit: "5 FTE" in a measure of weeks is not 5 weeks, and nobody may be told to write 5."""

import re
from collections.abc import Mapping
from typing import Any

from socialvalue.check.cells.number import POWER
from socialvalue.check.names import plain
from socialvalue.check.tables import Tables
from socialvalue.records import YEARS_OF_WORK, rows

AROUND = re.compile(
    r"^(?:about|around|approx(?:imately)?|circa|ca?|at least|more than|less than|fewer than|over|under|up to|at most|"
    r"min(?:imum)?|max(?:imum)?)\b\.?|[<>≤≥=~≈+]|"
    r"(?:(?<=[0-9])|\b)(?:approx(?:imately)?|circa|about|at least|at most|or so|plus|min(?:imum)?|max(?:imum)?|"
    r"(?:or|and) (?:more|over|above|fewer|less|under|below))\.?$|\+$"
)
"""What says how exact a number is, not what of."""
SCALE = re.compile(r"(?<=\d)\s*(?:k|thousand|mn|million|bn|billion)\b")
MONEY_SCALE = re.compile(r"\b(?:k|m|mn|bn|thousand|million|billion)\b|(?<=\d)(?:k|m|mn|bn)\b")
SIGNS = {"£": "gbp", "gbp": "gbp", "pounds": "gbp", "%": "percent"}
ALIASES: Mapping[str, frozenset[str]] = {
    "gbp": frozenset({"£", "gbp", "pound", "pounds", "pounds sterling"}),
    "percent": frozenset({"%", "percent", "per cent", "pc"}),
    "weeks": frozenset({"w", "wk", "wks", "week", "weeks"}),
    "days": frozenset({"d", "day", "days"}),
    "headcount": frozenset({"people", "persons", "person", "heads", "headcount"}),
    "tonnes": frozenset({"t", "tonne", "tonnes"}),
    "tonnes_co2e": frozenset({"tco2e", "tco2", "tonnes co2e"}),
}
"""How people write a unit, beside its own names."""
COUNTS = (
    "headcount", "jobs", "businesses", "homes", "properties", "households", "schools", "projects", "placements",
    "places", "qualifications", "courses", "loans", "visits", "journeys", "count", "trees", "plants",
)  # fmt: skip
"""Units of things that are counted one by one."""
COUNTED = frozenset({"no", "nr", "#", "number", "each", "qty", "count"})
"""How people say that things are counted, whatever they are."""
HOURS = frozenset({"h", "hr", "hrs", "hour", "hours"})
FTE = frozenset({"fte", "ftes", "full time", "full-time", "full time equivalent", "full time equivalents"})
FEW = 3
"""Measures that are named."""


def said(text: str) -> str:
    """The unit that stands with a number, as it is written: FTE, £, %, hrs. Empty for none."""
    if POWER.fullmatch(text.strip().casefold()):
        return ""
    found = AROUND.sub("", text.strip().casefold()).strip()
    for sign in SIGNS:
        if sign in found:
            return _beside(sign, found, text)
    return _words(found, text)


def _beside(sign: str, found: str, text: str) -> str:
    """A sign, or the words that stand beside it and say more: £5 per week, 20% of spend."""
    rest = _words(MONEY_SCALE.sub("", found.replace(sign, " ")) if sign != "%" else found.replace(sign, " "), text)
    return sign if not rest or rest.casefold() in ALIASES[SIGNS[sign]] else rest


def _words(found: str, text: str) -> str:
    """What is left of a text without its number, as it was written."""
    found = re.sub(r"[\d.,'_()\s/-]+", " ", SCALE.sub("", found)).strip()
    written = re.search(re.escape(found), text, re.IGNORECASE) if found else None
    return written[0] if written else found


def advice(text: str, meant: str, unit: str, framework: str, tables: Tables) -> tuple[str, str]:
    """What is wrong with a number that says another unit than its own, and what to do; empty where it says none.

    `meant` is the number without it, `unit` the code of the one that it should have.
    """
    other = said(text)
    if not other or _is(other, unit, framework, tables):
        return "", ""
    if other.casefold() in FTE and unit in YEARS_OF_WORK:
        whole = "FTE counted on a day are multiplied by the months of the period and divided by 12 first."
        return f"says {other}.", f"If these are full-time years of this period, write {meant}. {whole}"
    if other.casefold() == "m" and unit == "gbp":
        return "says m.", "If millions are meant, write the number out, as in 1200000."
    name = _called(unit, framework, tables)
    if not name:
        return f"says {other}, and this column holds a number alone.", "Work out what the column asks for."
    found = _measures(other, framework, tables)
    use = f" Measures that are counted so: {', '.join(found)}." if found else ""
    said_it = f"says {other}, and this is counted in {name}."
    return said_it, f"Give the number of {name}, which is not {meant} unless these are {name}.{use}"


def _is(other: str, unit: str, framework: str, tables: Tables) -> bool:
    """Whether what is written means that unit."""
    wanted = plain(other)
    known = {plain(name) for name in ALIASES.get(unit, ())} | (HOURS if "hours" in unit else set()) | {plain(unit)}
    if unit in COUNTS and (wanted in COUNTED or other in COUNTED):
        return True
    return wanted in known - {""} or other in ALIASES.get(unit, ()) or wanted in _names(unit, framework, tables)


def _names(unit: str, framework: str, tables: Tables) -> set[str]:
    return {plain(name) for row in _units(unit, framework, tables) for name in (row.one, row.many)}


def _called(unit: str, framework: str, tables: Tables) -> str:
    """What people call the unit: weeks. Empty where no unit of that code is known."""
    if unit in ("headcount", "gbp"):
        return {"headcount": "people", "gbp": "pounds"}[unit]
    return next((str(row.many) for row in _units(unit, framework, tables)), "")


def _units(unit: str, framework: str, tables: Tables) -> list[Any]:
    units = tables["units"]
    asked = units["unit"] == unit
    return list(rows(units[asked & (units["owner"] == framework) if framework else asked]))


def _measures(other: str, framework: str, tables: Tables) -> list[str]:
    """Some measures that are counted in what is written, with their names."""
    measures, units = tables["measures"], tables["units"]
    if framework:
        measures, units = measures[measures["owner"] == framework], units[units["owner"] == framework]
    fte = YEARS_OF_WORK if other.casefold() in FTE else ()
    wanted = {unit for unit in units["unit"] if unit in fte or _is(other, unit, framework, tables)}
    fitting = measures[measures["unit"].isin(wanted) & (measures["retired_on"] == "")]
    return [f"{row.measure} ({row.name})" for row in rows(fitting.head(FEW))]
