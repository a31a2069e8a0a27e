"""The same valuation, written a second time and as plainly as can be: one line at a time, in exact fractions.

Nothing here is taken from the program but the order of the adjustments, which is published.
"""

from fractions import Fraction
from typing import Any, NamedTuple

from invented import DEFLATORS, MEASURES, Row

EFFECTS = ("deadweight", "displacement", "leakage", "substitution", "attribution", "drop-off")
SCOPES = ("framework", "measure", "programme", "project", "line")


class ByHand(NamedTuple):
    """Exact pence: gross, what is left after each step, real, low and high."""

    gross: Fraction
    left: tuple[Fraction, ...]
    real: Fraction
    low: Fraction | None
    high: Fraction | None


def half_up(pence: Fraction) -> int:
    """The nearest penny; a half goes up."""
    whole = pence.numerator // pence.denominator
    return whole + (1 if pence - whole >= Fraction(1, 2) else 0)


def financial_year(day: str) -> str:
    """April to March."""
    year = int(day[:4]) - (day[5:] < "04")
    return f"{year}-{str(year + 1)[2:]}"


def values_of(line: Row, unit_values: list[Row], adjustments: list[Row]) -> dict[str, ByHand]:
    """What a line of quantity, measure, area, end and key is worth by each unit value that applies to it."""
    found = {}
    kinds = dict.fromkeys((row["kind"], row["counts_in"]) for row in unit_values if row["measure"] == line["measure"])
    for kind, counts_in in kinds:
        fitting = [
            row
            for row in unit_values
            if (row["measure"], row["kind"], row["counts_in"]) == (line["measure"], kind, counts_in)
            and row["area"] in ("", line["area"])
            and row["valid_from"] <= line["end"]
            and (row["valid_to"] == "" or line["end"] <= row["valid_to"])
        ]
        year = financial_year(line["end"])
        if fitting and year in DEFLATORS:
            best = max(fitting, key=lambda row: (row["area"] != "", row["valid_from"], -unit_values.index(row)))
            if not best["uprate"] or base(best, year) in DEFLATORS:
                found[best["unit_value"]] = worth(line, best, adjustments, year)
    return found


def base(unit_value: Row, year: str) -> str:
    """The financial year of a unit value's prices."""
    priced = unit_value["price_year"]
    if priced == "delivery":
        return year
    return priced if "-" in priced else f"{priced}-{str(int(priced) + 1)[2:]}"


def worth(line: Row, unit_value: Row, adjustments: list[Row], year: str) -> ByHand:
    """Quantity x value x prices, then each deduction; a benefit that lasts is counted year by year."""
    prices = Fraction(DEFLATORS[year]) / Fraction(DEFLATORS[base(unit_value, year)]) if unit_value["uprate"] else 1
    years = unit_value["benefit_years"] or 1
    per_year = Fraction(line["quantity"]) * prices * 100
    shares = left_after(line, unit_value, adjustments, years)
    real = Fraction(DEFLATORS["2023-24"]) / Fraction(DEFLATORS[year])
    pence = Fraction(unit_value["value_gbp"]) * per_year
    ends = [
        None if unit_value[end] == "" else Fraction(unit_value[end]) * per_year * shares[-1]
        for end in ("low_gbp", "high_gbp")
    ]
    return ByHand(pence * years, tuple(pence * share for share in shares[1:]), pence * shares[-1] * real, *ends)


def left_after(line: Row, unit_value: Row, adjustments: list[Row], years: int) -> list[Fraction]:
    """Years' worth of benefit that is left at first and after each step."""
    rates = [(effect, rate_of(effect, line, unit_value, adjustments)) for effect in EFFECTS]
    lasting, dropped = Fraction(1), Fraction(0)
    found = [Fraction(years)]
    for effect, rate in rates:
        if rate is None:
            continue
        if effect == "drop-off" and years > 1:
            dropped = rate
        else:
            lasting *= 1 - rate
        found.append(lasting * sum((1 - dropped) ** year for year in range(years)))
    if years > 1:
        kept = (1 - dropped) / Fraction("1.035")
        found.append(lasting * sum(kept**year for year in range(years)))
    return found


def rate_of(effect: str, line: Row, unit_value: Row, adjustments: list[Row]) -> Fraction | None:
    """The narrowest rate of an effect; none where there is none or the value is net of it."""
    if effect in unit_value["net_of"].split(";"):
        return None
    of = {
        "framework": "",
        "measure": line["measure"],
        "programme": "roads",
        "project": line["owner"].split("/")[0],
        "line": line["key"],
    }
    fitting: list[tuple[Any, ...]] = [
        (SCOPES.index(row["scope"]), row["kind"] != "", row.get("edition", "") != "", place, Fraction(row["rate"]))
        for place, row in enumerate(adjustments)
        if row["effect"] == effect and row["applies_to"] == of[row["scope"]] and row["kind"] in ("", unit_value["kind"])
        if row.get("edition", "") in ("", "1")
    ]
    return max(fitting)[-1] if fitting else None


def flows() -> list[str]:
    """The measures whose quantities may be added and that no other rule limits."""
    return [row["measure"] for row in MEASURES if row["adds_up"] == "flow" and not row.get("disadvantaged")]
