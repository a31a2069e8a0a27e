"""What a reviewer is told, in parts and in their order. Plain text: each format makes it safe in its own way."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from socialvalue.how_many import many
from socialvalue.publish.words.figures import bounded, pounds, quantity
from socialvalue.publish.words.vocabulary import KIND, STATUS
from socialvalue.review.changes import Change, Changes, Return, Row
from socialvalue.review.figures import Kind, Missed, Mover, Passed
from socialvalue.review.moves import Move
from socialvalue.review.promises import Promised, Weakened
from socialvalue.review.second_look import second_look
from socialvalue.review.values import Replaced

LONGEST = 160
"""Letters of a sender's text."""
MOST = 20
"""Things of a list; the rest is counted."""
MOVERS = 6
"""Projects and kinds that move most."""
FEW = 4
"""Changed lines of one return."""
LOCAL = "local"
APART = "Apart: "
PROMISED = "Promised: "
OFF = "It is off the site while its return is held back."
Line = tuple[str, ...]
AMOUNT = {
    "gross": "before anything is taken off",
    "real": "in real prices",
    "low": "at its low end",
    "high": "at its high end",
    "per_person": "for each person who lives there",
    "per_thousand": "for each £1,000 of contract",
    "amount_gbp": "as the register states it",
    "total_cost_gbp": "total cost",
    "grant_gbp": "grant",
    "contract_gbp": "contract",
    "value_gbp": "value of the contract",
}
"""What is said of a £ that moves where that after all deductions stays."""
ROW_HEADS = ("Return", "Row", "Measure", "Figure", "Last", "So far of promised", "How sure")


@dataclass(frozen=True)
class Part:
    """A title, then sentences, a table and things to tick. What is empty is left out."""

    title: str
    sentences: tuple[str, ...] = ()
    heads: Line = ()
    table: tuple[Line, ...] = ()
    ticks: tuple[str, ...] = ()


def first_line(changes: Changes) -> str:
    """Removed, corrected, withdrawn, new, errors, warnings. What is nil is named only where that is good news."""
    removed = len(changes.removed)
    said = [f"{many(removed, 'row')} REMOVED." if removed else "Nothing removed."]
    if changes.weakened:
        said.append(f"{many(len(changes.weakened), 'promise')} LOWERED or taken away.")
    for returns, what in ((changes.corrected, "corrected"), (changes.withdrawn, "withdrawn")):
        if returns:
            said.append(f"{many(len(returns), 'return')} {what}.")
    if changes.new:
        rows = sum(len(each.changes) for each in changes.new)
        said.append(f"{many(len(changes.new), 'new return')}, {many(rows, 'row')}.")
    if changes.promised:
        said.append(f"{many(len(changes.promised), 'new promise')}.")
    if changes.values:
        said.append(f"{many(len(changes.values), 'change')} to frameworks.")
    if changes.values or changes.moves:
        said.append(f"{_figures(len(changes.moves))}.")
    if changes.held_back:
        said.append(f"{many(len(changes.held_back), 'return')} held back by errors.")
    errors, warnings = sum(changes.errors.values()), sum(changes.warnings.values())
    return " ".join([*said, f"{many(errors, 'error')}, {many(warnings, 'warning')}."])


def document(changes: Changes, most: int = MOST) -> Iterator[Part]:
    """Every part; of each list so many, and how many more there are."""
    yield Part("Removed", tuple(_removed(changes, most)))
    yield Part("Promises lowered or taken away", listed([_weakened(each) for each in changes.weakened], most))
    yield Part("Corrected", listed([_corrected(each) for each in changes.corrected], most))
    yield Part("Withdrawn", listed([_withdrawn(each) for each in changes.withdrawn], most))
    yield Part(
        "Held back", listed([f"{each}. Its figures are not in the sums below." for each in changes.held_back], most)
    )
    yield _kinds(changes)
    yield Part("New", listed([f"{cut(each.title)} ({each.return_id})." for each in changes.new], most))
    yield _rows(changes, most)
    yield Part("New promises", listed([_promised(each) for each in changes.promised], most))
    yield Part("Moves most", listed([_mover(each) for each in changes.movers], MOVERS))
    yield Part("Targets passed", listed([_passed(each) for each in changes.passed], most))
    yield Part("Targets passed no more", listed([_missed(each) for each in changes.missed], most))
    yield Part("Frameworks", listed([_replaced(each) for each in changes.values], most))
    yield Part("Published figures that move", listed([_moved(each) for each in changes.moves], most))
    yield Part("Errors", _rules(changes.errors))
    yield Part("Warnings", _rules(changes.warnings))
    asked = second_look(changes)
    yield Part("A second pair of eyes", () if asked else ("Nothing asks for one.",), ticks=tuple(asked))


def cut(text: str) -> str:
    """A sender's text on one line, no longer than a sentence."""
    line = "".join(letter for letter in " ".join(text.split()) if letter.isprintable())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"


def listed(texts: Sequence[str], most: int = MOST) -> Line:
    """The first of them, and how many more there are."""
    return (*texts[:most], *([f"{len(texts) - most:,} more."] if len(texts) > most else []))


def amount(row: Row | None) -> str:
    """The quantity of a line: nothing where there is no line, and no number where the site hides it."""
    if row is None:
        return "nothing"
    return "a hidden number" if row.quantity is None else bounded(quantity(row.quantity, row.unit), row.bound)


def _figures(count: int) -> str:
    return f"{count:,} published figures move" if count > 1 else f"{count or 'No'} published figure moves"


def _removed(changes: Changes, most: int) -> Iterator[str]:
    none = "The return was deleted and no reason is given: withdraw it."
    whys = {each.return_id: each.reason or none for each in changes.gone}
    whys |= {each.return_id: OFF for each in changes.off_the_site}
    said = []
    for row in changes.removed:
        why = f" {whys[row.return_id]}" if row.return_id in whys else ""
        said.append(f"{row.return_id}, row {row.line}: {cut(row.measure)}, {amount(row)}.{why}")
    yield from listed(said, most)
    empty = [each for each in changes.gone if not each.changes]
    yield from listed([f"{each.return_id}: the return was deleted." for each in empty], most)


def _passed(passed: Passed) -> str:
    only = ". Not passed by what was delivered: only the target was lowered." if passed.lowered else ""
    return f"{passed.project}: {cut(passed.measure)}{only}"


def _missed(missed: Missed) -> str:
    only = ". Only the target was raised." if missed.raised else ""
    return f"{missed.project}: {cut(missed.measure)}{only}"


def _weakened(promise: Weakened) -> str:
    after = promise.after or "nothing: it was taken away"
    return f"{promise.project}, {promise.target}: {cut(promise.measure)}, {promise.before} → {after}."


def _promised(promise: Promised) -> str:
    place = f", in place of {promise.replaces}" if promise.replaces else ""
    worth = [f" {KIND[kind].name}: {pounds(net)}." for kind, net in promise.worth]
    return f"{promise.project}, {promise.target}: {cut(promise.measure)}, {promise.says}{place}.{''.join(worth)}"


def _corrected(returned: Return) -> str:
    each = listed([_change(change) for change in returned.changes], FEW)
    said = "; ".join(text.rstrip(".") for text in each) or "no figure differs"
    return f"{returned.replaces}, by {returned.return_id}: {said}. “{cut(returned.reason)}”"


def _change(change: Change) -> str:
    old, new = change.before, change.after
    row = new or old
    name = f"row {row.line} {cut(row.measure)}" if row else ""
    said = f"{name} {amount(old)} → {amount(new)}"
    if old and new and old.status != new.status:
        said += f" ({STATUS[old.status].name} → {STATUS[new.status].name})"
    return said


def _withdrawn(returned: Return) -> str:
    return f"{returned.replaces}: {many(len(returned.changes), 'row')}. “{cut(returned.reason)}”"


def _kinds(changes: Changes) -> Part:
    """The kinds before and after, local apart; a column for what unit values do, where they changed."""
    moved = any(kind.moved for kind in (*changes.kinds, *changes.committed))
    delivered = [_kind(kind, f"{_apart(kind)}{KIND[kind.kind].name}", moved) for kind in changes.kinds]
    committed = [_kind(kind, f"{_apart(kind)}{PROMISED}{KIND[kind.kind].name}", moved) for kind in changes.committed]
    before, after = changes.counted
    apart = [row for row in (*delivered, *committed) if row[0].startswith(APART)]
    counts = ("Counted, no £", many(before, "row"), many(after, "row"), f"{after - before:+,}".replace("-", "−"))
    together = [[row for row in each if row not in apart] for each in (delivered, committed)]
    table = [*together[0], (*counts, *([""] if moved else [])), *together[1], *apart]
    because = ("because of the data", "because of the values") if moved else ("change",)
    scope = () if changes.whole else ("Of the projects that change, not of all.",)
    return Part("Before and after", scope, ("Kind, net", "before", "after", *because), tuple(table))


def _apart(kind: Kind) -> str:
    return APART if kind.kind == LOCAL else ""


def _kind(kind: Kind, name: str, moved: bool) -> Line:
    change = kind.after - kind.before
    changes = (plus(change - kind.moved), plus(kind.moved)) if moved else (plus(change),)
    return (name, pounds(kind.before), pounds(kind.after), *changes)


def plus(pence: int) -> str:
    """A change in pounds with its sign."""
    return f"+{pounds(pence)}" if pence > 0 else pounds(pence)


def _rows(changes: Changes, most: int) -> Part:
    rows = [change.after for each in changes.new for change in each.changes if change.after]
    table = [
        (row.return_id, str(row.line), cut(row.measure), amount(row), *_beside(row), STATUS[row.status].name)
        for row in rows[:most]
    ]
    more = (f"The first {most} of {len(rows):,}.",) if len(rows) > most else ()
    return Part("New rows", more, ROW_HEADS if table else (), tuple(table))


def _beside(row: Row) -> tuple[str, str]:
    """What the last period brought, and what there is so far of what was promised."""
    last, so_far, promised = row.progress
    said = quantity(so_far, row.unit) if so_far is not None else ""
    if said and promised is not None:
        said += f" of {quantity(promised, row.unit)}"
    return ("" if last is None else quantity(last, row.unit)), said


def _mover(each: Mover) -> str:
    return f"{each.project}, {KIND[each.kind].name}: {plus(each.change)}."


def _replaced(each: Replaced) -> str:
    return f"{each.what} {each.name} ({each.framework}): {each.before or 'none'} → {each.after or 'none'}."


def _moved(each: Move) -> str:
    what = [KIND[each.kind].name if each.kind else "", AMOUNT.get(each.amount, "")]
    said = ", ".join(filter(None, (each.key, *what)))
    return f"{said}: {pounds(each.before)} → {pounds(each.after)}."


def _rules(found: Mapping[str, int]) -> Line:
    return tuple(f"{rule} {count:,}" for rule, count in found.items())
