"""Put the explanation of a £ into plain words: sentences, and the working as on paper."""

from collections.abc import Iterator
from fractions import Fraction

from socialvalue.publish import words
from socialvalue.records import MILLION, Explanation, Place, Working, WorkingRow

TO_WHOM = {
    "fiscal": "to the public purse",
    "economic": "to the economy",
    "wellbeing": "in people’s wellbeing",
    "environmental": "to the environment",
    "community": "to the community",
    "local": "to the local economy",
}
TAKEN_OFF = {
    "deadweight": "would have happened anyway",
    "displacement": "was taken from elsewhere nearby",
    "leakage": "went to people outside the area",
    "substitution": "took the place of something else",
    "attribution": "others made happen too",
    "drop-off": "fades as time goes by",
    "discounting": "comes in later years, which count for less",
}
STATUS = {
    "verified": "Someone independent checked it.",
    "evidenced": "A document is on file.",
    "self-reported": "Those who did the work say so; nobody has checked it.",
    "committed": "It is promised, not yet delivered.",
}
NO_COMPARISON = "Nobody measured what would have happened without the project: a return has no comparison group."


def explained(found: Explanation) -> str:
    """The whole explanation as plain text for a terminal."""
    parts = [f"{found.key}  {found.measure}", *sentences(found)]
    for working in found.workings:
        parts.extend(["", *told(found, working), "", *_on_paper(found, working)])
    parts.extend(["", *limits(found)])
    return "\n".join(parts)


def sentences(found: Explanation) -> Iterator[str]:
    """What was done, by whom it is said, and what it is not worth."""
    amount = " ".join(part for part in (found.bound, _amount(found)) if part)
    people = f", {found.headcount:,} {'person' if found.headcount == 1 else 'people'}" if found.headcount else ""
    when = f" ({words.span(found.start, found.end)})" if found.start else ""
    yield f"{found.project}: {amount}{people}{when}. {STATUS[found.status]} [{_at(found.place)}]"
    if found.basis == "compiled":
        yield "Compiled from public statements, not submitted by the project."
    if found.marker == "r":
        yield f"Revised [r]: {found.reason}"
    if found.unvalued:
        yield f"It adds no £ to any total. {found.unvalued}"


def told(found: Explanation, working: Working) -> Iterator[str]:
    """One value in sentences, each number with the row it comes from."""
    rows = {row.what: row for row in working.rows}
    value = rows["unit value"]
    pounds = words.pounds_exact(_pence(value.number))
    delivery = working.price_year == "delivery"
    prices = f"in prices of {working.year}" if delivery else f"in {working.price_year} prices"
    yield (
        f"One {found.one} was worth {pounds} {TO_WHOM[working.kind]} {prices} "
        f"[{value.source}{'; second-hand' if working.second_hand else ''}; {_at(value.place)}]."
    )
    if "uprating" in rows:
        today = _pence(value.number * rows["uprating"].number)
        yield f"That is {words.pounds_exact(today)} in {working.year} prices [{rows['uprating'].source}]."
    if working.counts_in == "memo":
        yield "It is shown beside the totals and is in none of them."
    for row in working.rows:
        if row.operator == "−" and row.rate:
            why = f" Why: {row.why}" if row.why else ""
            where = "; ".join(part for part in (row.source, _at(row.place)) if part)
            yield f"We take off {_percent(row.rate)}, what {TAKEN_OFF[row.what]} ({row.what}).{why} [{where}]"
    if working.low is not None or working.high is not None:
        ends = [words.pounds_exact(end) for end in (working.low, working.high) if end is not None]
        yield (
            f"The source’s range gives {' to '.join(ends)}."
            if len(ends) == 2
            else f"The source’s other end gives {ends[0]}."
        )
    if working.caution:
        yield f"Take care: {working.caution}"


def limits(found: Explanation) -> Iterator[str]:
    """What the figure is not."""
    if found.workings:
        yield f"What it is not: {NO_COMPARISON} Kinds of value are never added to each other."


def _on_paper(found: Explanation, working: Working) -> Iterator[str]:
    rows = [(row.operator, _what(row, found, working), _number(row, found)) for row in working.rows]
    wide = max(len(what) for _, what, _ in rows)
    tall = max(len(number) for *_, number in rows)
    for operator, what, number in rows:
        yield f"  {operator or ' '} {what.ljust(wide)}  {number.rjust(tall)}"


def _what(row: WorkingRow, found: Explanation, working: Working) -> str:
    said = {
        "quantity": found.measure,
        "unit value": f"worth of one {found.one}, {working.kind}",
        "uprating": f"prices of {working.year} against {working.price_year}",
        "part of the year": "part of a year that the period covers",
        "years of benefit": "years that the benefit lasts",
        "first 12 months": "share within people’s first 12 months",
        "gross": "gross",
        "net": f"net, in prices of {working.year}",
        "real": f"the same in prices of {working.real_year} (GDP deflators, {working.vintage})",
    }
    if row.rate is not None:
        return f"{_percent(row.rate)}, what {TAKEN_OFF[row.what]}"
    return said[row.what]


def _number(row: WorkingRow, found: Explanation) -> str:
    if row.what == "quantity":
        return _amount(found)
    if row.what == "unit value":
        return words.pounds_exact(_pence(row.number))
    if isinstance(row.number, Fraction):
        return words.plain(_half_up(row.number * 100_000) * 10)
    return words.pounds_exact(row.number)


def _amount(found: Explanation) -> str:
    if found.quantity is None:
        return "a number that is hidden [c]"
    if found.unit == "gbp":
        return words.pounds_exact(_pence(found.quantity))
    return f"{words.plain(found.quantity)} {found.one if found.quantity == MILLION else found.many}"


def _pence(millionths: int | Fraction) -> int:
    """Pounds in millionths, in whole pence."""
    return _half_up(Fraction(millionths) / 10_000)


def _half_up(number: Fraction) -> int:
    return (2 * number.numerator + number.denominator) // (2 * number.denominator)


def _percent(rate: int) -> str:
    return f"{words.plain(rate * 100)}%"


def _at(place: Place | None) -> str:
    return f"{place.file}, row {place.row}" if place else ""
