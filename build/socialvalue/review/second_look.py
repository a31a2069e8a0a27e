"""What in a change asks for a second pair of eyes."""

from collections.abc import Iterator, Sequence
from typing import Any

from socialvalue.how_many import many
from socialvalue.review.changes import Changes

NAMED = 5
"""Rows that are named; the rest is counted."""


def second_look(changes: Changes) -> Sequence[str]:
    """What somebody besides the sender should look at, each as a sentence."""
    return list(_asked(changes))


def _asked(changes: Changes) -> Iterator[str]:
    if count := len(changes.removed):
        unsaid = [each for each in changes.gone if not each.reason]
        gone, off = (sum(len(each.changes) for each in of) for of in (unsaid, changes.off_the_site))
        why = f", {gone:,} without a reason" if gone else ""
        why += f", {off:,} while held back by errors" if off else ""
        yield f"{_were(count, 'row')} removed{why}"
    if changes.weakened:
        yield _promises([f"{each.project} {each.target}" for each in changes.weakened])
    if count := sum(any(c.before and c.after for c in each.changes) for each in changes.corrected):
        yield f"{_were(count, 'published return')} corrected"
    if count := len(changes.raised):
        yield f"{_were(count, 'row')} raised to verified: who checked it is not who sent it"
    if changes.large:
        yield _large(changes.large, ("is", "are"), changes.second_look_gbp)
    if changes.large_gone:
        leaving = ("that leaves the site was", "that leave the site were")
        yield _large(changes.large_gone, leaving, changes.second_look_gbp)
    if changes.values:
        yield f"{_were(len(changes.values), 'row')} of a framework changed: who worked it out does not approve it"
    if count := len(changes.moves):
        yield f"{count:,} published {'figure moves' if count == 1 else 'figures move'} that nobody sent anew"


def _promises(names: Sequence[str]) -> str:
    more = [f"{len(names) - NAMED:,} more"] if len(names) > NAMED else []
    return f"{_were(len(names), 'promise')} lowered, put off or taken away: {', '.join([*names[:NAMED], *more])}"


def _large(keys: Sequence[str], verbs: tuple[str, str], pounds: int) -> str:
    count = len(keys)
    named = ", ".join([*keys[:NAMED], *([f"{count - NAMED:,} more"] if count > NAMED else [])])
    said = f"{many(count, 'row')} {verbs[0] if count == 1 else verbs[1]}"
    return f"{said} worth £{pounds:,} or more of one kind: {named}"


def _were(count: int, thing: Any) -> str:
    return f"{many(count, thing)} {'was' if count == 1 else 'were'}"
