"""Two sheets about the same, as Internal and For council, or v1 and v2: they are never added up unasked."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from socialvalue.intake.amounts import plain_number
from socialvalue.intake.entry import Entry, Gathered, LeftOut
from socialvalue.intake.questions import Answers, Choice, Question
from socialvalue.intake.workbook import shown
from socialvalue.records.naming import name_meant

FIRST, SECOND, BOTH = "first", "second", "both"
HALF = 2
"""One thing in so many of the shorter sheet has to stand in the other one too."""
LEAST = 2
"""Things in two sheets that make them about the same, where each has other figures."""
THING = ("project", "start", "end", "measure")
WHERE = ("area", "organisation", "local_definition")
NAMED = 4
Thing = tuple[str, ...]


@dataclass
class Amount:
    """How much a sheet has of one thing: a measure of a project in some days; and where, by whom."""

    total: Decimal = Decimal(0)
    where: set[Thing] = field(default_factory=set)


def same_sheets(gathered: Gathered, answers: Answers) -> None:
    """Ask of each sheet that has most of what one before it has, whatever its figures are."""
    names = list(_sheets(gathered.entries))
    for at, second in enumerate(names):
        for first in names[:at]:
            sheets = _sheets(gathered.entries)
            one, other = sheets.get(first, {}), sheets.get(second, {})
            shared = _shared(one, other)
            agrees = any(before == after for before, after in shared.values())
            if (agrees or len(shared) >= LEAST) and len(shared) * HALF >= min(len(one), len(other)):
                answer = answers.to(_question(first, second, shared, len(other)))
                out = {FIRST: (second, first), SECOND: (first, second)}.get(answer)
                if out:
                    _leave(gathered, *out, set(shared))
                break


def _sheets(entries: list[Entry]) -> Mapping[str, Mapping[Thing, Amount]]:
    found: defaultdict[str, defaultdict[Thing, Amount]] = defaultdict(lambda: defaultdict(Amount))
    for entry in entries:
        if entry.fields["quantity"] != "0" and not entry.numbered:
            amount = found[entry.sheet][_of(entry, THING)]
            amount.total += Decimal(entry.fields["quantity"])
            amount.where.add(_of(entry, WHERE))
    return found


def _of(entry: Entry, names: tuple[str, ...]) -> Thing:
    return tuple(entry.fields.get(name, "") for name in names)


def _shared(one: Mapping[Thing, Amount], other: Mapping[Thing, Amount]) -> dict[Thing, tuple[Decimal, Decimal]]:
    """What both sheets have as much of, or figures of the same organisation and area; and how much each has."""
    return {
        thing: (one[thing].total, amount.total)
        for thing, amount in other.items()
        if thing in one and (one[thing].total == amount.total or one[thing].where & amount.where)
    }


def _question(first: str, second: str, shared: Mapping[Thing, tuple[Decimal, Decimal]], many: int) -> Question:
    one, other = shown(first), shown(second)
    same = sum(before == after for before, after in shared.values())
    said = (
        f"{thing[-1]}, {thing[1]} to {thing[2]}: {plain_number(before)} in {one}, {plain_number(after)} in {other}"
        for thing, (before, after) in shared.items()
    )
    return Question(
        f"same:{name_meant(second)}",
        f"Of {len(shared):,} of the {many:,} measures of {other}, {one} has figures too: {same:,} the same, "
        f"{len(shared) - same:,} other ones. Were they delivered twice?",
        (
            Choice(FIRST, f"no: leave them out of {other}"),
            Choice(SECOND, f"no: leave them out of {one}"),
            Choice(BOTH, "yes: both count"),
        ),
        more=[text for text, _ in zip(said, range(NAMED), strict=False)],
    )


def _leave(gathered: Gathered, sheet: str, taken: str, shared: set[Thing]) -> None:
    """Leave out of a sheet what is taken from another one."""
    why = f"taken from {shown(taken)}"
    out = {id(e) for e in gathered.entries if e.sheet == sheet and not e.numbered and _of(e, THING) in shared}
    gathered.left_out += [LeftOut(e.sheet, e.at, e.fields["quantity"], why) for e in gathered.entries if id(e) in out]
    gathered.entries[:] = [entry for entry in gathered.entries if id(entry) not in out]
