"""The working of a £, step by step, as on paper: what was done, times what it is worth, less what is not due."""

from fractions import Fraction

from socialvalue.publish import words
from socialvalue.publish.site import Row, Site
from socialvalue.publish.terms import EFFECT

Step = dict[str, str]


def working(site: Site, value: Row) -> list[Step]:
    """The steps of one value: op (×, =), words, sub (where it comes from), number, rule (line, total or none)."""
    line = site.one("lines", value["key"]) or site.one("targets", value["key"])
    unit_value = site.one("unit-values", value["unit_value"])
    unit = site.one("units", line["unit"])
    steps = [
        _step("", site.one("measures", value["measure"])["name"], _about(line), words.quantity(line["quantity"], unit)),
        _step("×", f"Worth of one {unit['one']}", _source(unit_value), words.pounds_number(unit_value["value_gbp"])),
    ]
    factor = Fraction(value["factor"])
    if factor != 1:
        steps.append(_step("×", *_factor(site, value, unit_value), words.factor(factor)))
    taken = steps_of(site, value)
    if taken:
        steps.append(_step("=", "Gross", "", words.pounds_exact(value["gross"]), "line"))
    for step in taken:
        name, share = EFFECT[step["effect"]], words.plain(step["rate"] * 100)
        yearly = " a year" if unit_value["benefit_years"] else ""
        off = words.pounds_exact(step["taken"])
        steps.append(_step("−", f"{share}%{yearly} of what is left: {name.name.lower()}", name.meaning, off))
    net = f"Net, {line['bound']}" if line["bound"] else "Net"
    steps.append(_step("=", net, "", words.pounds_exact(value["net"]), "total"))
    return steps


def _factor(site: Site, value: Row, unit_value: Row) -> tuple[str, str]:
    """What quantity and worth are multiplied by, and where that comes from: prices, and the time that it covers."""
    years = unit_value["benefit_years"]
    time = f"for {words.several(years, 'year')} of benefit" if years else ""
    if not unit_value["uprate"] or unit_value["price_year"] == "delivery":
        return words.capital(time or "for the part of a year that counts"), ""
    vintage = site.settings.deflator_vintage
    prices = f"Brought from {unit_value['price_year']} to {value['year']} prices"
    sub = f"GDP deflators{f', published {words.day(vintage)}' if vintage else ''}"
    return f"{prices}, {time}" if time else prices, sub


def steps_of(site: Site, value: Row) -> list[Row]:
    """The deductions of one value, in their order."""
    return [step for step in site.rows("steps", "key", value["key"]) if step["unit_value"] == value["unit_value"]]


def _step(op: str, said: str, sub: str, number: str, rule: str = "") -> Step:
    return {"op": op, "words": said, "sub": sub, "number": number, "rule": rule}


def _about(line: Row) -> str:
    parts = [words.span(line["start"], line["end"])] if line.get("start") else []
    if line.get("headcount"):
        parts.append(words.several(line["headcount"], "person", "people"))
    if line["bound"]:
        parts.append(line["bound"])
    return ", ".join([*parts, f"line {line['line']} of the return" if line.get("line") else "the promise"])


def _source(unit_value: Row) -> str:
    parts = [unit_value["publisher"], unit_value["source_title"], unit_value["source_edition"]]
    price = unit_value["price_year"]
    parts.append("prices of the year" if price == "delivery" else f"{price} prices")
    if unit_value["net_of"]:
        parts.append(f"already net of {unit_value['net_of']}")
    if unit_value["confidence"] == "B":
        parts.append("second-hand")
    return ", ".join(part for part in parts if part)
