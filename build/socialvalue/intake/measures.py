"""Find the measure that words stand for: by its code or name, by others' reference to it, by the words they share."""

import re

from socialvalue.check.names import plain
from socialvalue.intake.register import Register
from socialvalue.intake.units import Unit
from socialvalue.records import YEARS_OF_WORK

REFERENCE = re.compile(r"\s*([A-Za-z&]{1,5}\s?-?\s?[0-9]{1,3}(?:\.[0-9]+)*[a-z]?)\b[\s:.,–-]*", re.ASCII)
STOP = {"the", "and", "for", "with", "from", "total", "number", "value", "per", "new", "all", "our", "was", "were",
        "this", "that", "their", "other", "through", "into", "out"}  # fmt: skip
STEM = 5
"""Letters by which two words are the same: apprentices, apprenticeship."""
SHOWN = 6
"""How many measures are offered."""


def named(register: Register, text: str, framework: str) -> str:
    """The measure whose code or name this is; "" for none."""
    code = register.exact("measure", text, framework)
    known = register.measures[framework, code] if code else None
    called = (known.measure, known.name, known.plain_name) if known is not None else ()
    return code if plain(text) in map(plain, called) else ""


def candidates(register: Register, text: str, unit: Unit | None, framework: str) -> tuple[list[tuple[str, str]], str]:
    """The measures that may be meant, each with its name and unit, the likeliest first; and the one that is certain.

    Of those whose names have every word the one that says least else comes first, as the plain one of many kinds.
    Certain is one that others' reference is close to, or that alone has every word of the text and its unit.
    """
    referred = _referred(register, text, framework)
    if referred:
        close = [code for code, match in referred if match == "close"]
        found = [(code, f"{_words(register, framework, code)} ({match} in the crosswalk)") for code, match in referred]
        return found[:SHOWN], close[0] if len(close) == 1 else ""
    wanted = _stems(text)
    scored: list[tuple[int, int, int, str]] = []
    for (owner, code), row in register.measures.items():
        if owner != framework or row.retired_on:
            continue
        own = _stems(f"{row.name} {row.plain_name}") | ({"local"} if row.local else set())
        shared = len(wanted & own)
        described = 0 if wanted <= own else len(wanted & _stems(f"{row.what_counts} {row.how_others_do_it}"))
        agrees = 0 if unit is None else 2 if _fits(row.unit, unit) else -2
        score = 3 * shared + described + agrees
        if shared or (described and described == len(wanted)):
            scored.append((-score, -shared, len(own - wanted), code))
    scored.sort()
    found = [(code, _words(register, framework, code)) for *_, code in scored[:SHOWN]]
    whole = [code for _, shared, _, code in scored if -shared == len(wanted)]
    fitting = [code for code in whole if unit is not None and _fits(register.measures[framework, code].unit, unit)]
    return found, fitting[0] if len(fitting) == 1 and wanted else ""


def _fits(unit: str, meant: Unit) -> bool:
    return unit in meant.codes or (unit in YEARS_OF_WORK and "fte" in meant.codes)


def _referred(register: Register, text: str, framework: str) -> list[tuple[str, str]]:
    """The measures that a reference at the start of the text stands for, each with how well: close, related ..."""
    found = REFERENCE.match(text)
    if not found:
        return []
    reference = re.sub(r"[\s-]", "", found[1]).upper()
    referred = register.references(framework, reference) or register.references(framework, reference.rstrip("ABCDEF"))
    order = ("close", "narrower", "wider", "related")
    once = {code: match for code, match, _ in sorted(referred, key=lambda each: -order.index(each[1]))}
    return sorted(once.items(), key=lambda each: (order.index(each[1]), each[0]))


def _stems(text: str) -> set[str]:
    words = re.findall(r"[a-z]{3,}", text.casefold())
    return {word[:STEM].rstrip("s") for word in words if word not in STOP}


def _words(register: Register, framework: str, code: str) -> str:
    row = register.measures[framework, code]
    unit = register.units.get((framework, row.unit))
    return f"{row.name}, in {unit.many if unit is not None else row.unit}"
