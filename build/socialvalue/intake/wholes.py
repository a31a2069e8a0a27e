"""A year beside its quarters: figures whose days hold those of others of the same thing. They never count twice."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from socialvalue.domain.spans import months
from socialvalue.intake.amounts import plain_number
from socialvalue.intake.entry import Entry, Gathered, LeftOut
from socialvalue.intake.questions import Answers, Choice, Question
from socialvalue.intake.workbook import Sheet, place, shown

PARTS, WHOLES = "parts", "wholes"
SAME = ("project", "measure", "unit", "area", "organisation", "tier", "status", "local_definition", "part_of")
"""What has to agree in figures of the same thing."""
NAMED = 3
MOST = 400
"""Periods of the same thing that are compared with each other: no return has so many."""
Held = Mapping[int, Sequence[Entry]]
"""Each figure that holds others, by its number, with those."""


def wholes_settled(gathered: Gathered, sheet: Sheet, answers: Answers) -> None:
    """Ask which are meant, a whole or what lies within it; certain are the parts where they come to it."""
    entries = gathered.entries
    held = {at: parts for at, parts in _held(entries).items() if parts}
    if not held:
        return
    differ = [at for at, parts in held.items() if _sum(parts) != _figure(entries[at])]
    said = [_said(entries[at], held[at]) for at in (differ or list(held))[:NAMED]]
    question = Question(
        f"wholes:{sheet.key}",
        f"In {shown(sheet.name)}, figures hold the days of others, as a year does. Which are this return’s?",
        (
            Choice(PARTS, "those of the shorter times: leave the longer ones out"),
            Choice(WHOLES, "those of the longer times: leave the shorter ones out"),
        ),
        "" if differ else PARTS,
        more=said,
    )
    answer = answers.to(question)
    if not answer:
        return
    wholes = [entries[at] for at in held]
    inside = (e for e in entries if any(_key(e) == _key(whole) and _lies_in(e, whole) for whole in wholes))
    out = set(map(id, wholes if answer == PARTS else inside))
    why = "its days are those of other figures here" if answer == PARTS else "in the figure of a longer time"
    gathered.left_out += [LeftOut(e.sheet, e.at, e.fields["quantity"], why) for e in entries if id(e) in out]
    gathered.entries[:] = [entry for entry in entries if id(entry) not in out]


def _held(entries: Sequence[Entry]) -> Held:
    """What lies within each figure, but for months, which have a question of their own, and for what holds others."""
    alike: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, entry in enumerate(entries):
        alike[_key(entry)].append(at)
    found: dict[int, Sequence[Entry]] = {}
    for same in alike.values():
        spans = {(entries[at].fields["start"], entries[at].fields["end"]) for at in same}
        if 1 < len(spans) <= MOST:
            inner = [at for at in same if not any(_lies_in(entries[other], entries[at]) for other in same)]
            found |= {at: list(_within(entries, at, inner)) for at in same}
    return found


def _key(entry: Entry) -> tuple[str, ...]:
    return tuple(entry.fields.get(name, "") for name in SAME)


def _within(entries: Sequence[Entry], at: int, inner: Sequence[int]) -> Iterator[Entry]:
    return (
        entries[other] for other in inner if _lies_in(entries[other], entries[at]) and not _is_month(entries[other])
    )


def _lies_in(small: Entry, large: Entry) -> bool:
    one, other = ((entry.fields["start"], entry.fields["end"]) for entry in (small, large))
    return one != other and other[0] <= one[0] and one[1] <= other[1]


def _is_month(entry: Entry) -> bool:
    start, end = entry.fields["start"], entry.fields["end"]
    return months(int(start[:4]), int(start[5:7]), 1).end.isoformat() == end and start.endswith("-01")


def _figure(entry: Entry) -> Decimal:
    return Decimal(entry.fields["quantity"])


def _sum(entries: Sequence[Entry]) -> Decimal:
    return sum(map(_figure, entries), Decimal(0))


def _said(whole: Entry, parts: Sequence[Entry]) -> str:
    cells = ", ".join(place(*part.at) for part in parts[:NAMED]) + (" and more" if len(parts) > NAMED else "")
    return f"{place(*whole.at)} is {whole.fields['quantity']}, and {cells} come to {plain_number(_sum(parts))}"
