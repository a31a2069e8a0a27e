"""What in a change asks for a second pair of eyes."""

from collections.abc import Iterator, Sequence
from typing import Any

from socialvalue.review.changes import Changes

NAMED = 5
"""Rows that are named; the rest is counted."""


def second_look(changes: Changes) -> Sequence[str]:
    """What somebody besides the sender should look at, each as a sentence."""
    return list(_asked(changes))


def _asked(changes: Changes) -> Iterator[str]:
    if count := len(changes.removed):
        gone = sum(len(each.changes) for each in changes.gone)
        why = f", {gone:,} without a reason" if gone else ""
        yield f"{_were(count, 'row')} removed{why}"
    if count := sum(any(c.before and c.after for c in each.changes) for each in changes.corrected):
        yield f"{_were(count, 'published return')} corrected"
    if count := len(changes.raised):
        yield f"{_were(count, 'row')} raised to verified: who checked it is not who sent it"
    if count := len(changes.large):
        named = ", ".join([*changes.large[:NAMED], *([f"{count - NAMED:,} more"] if count > NAMED else [])])
        are = "1 row is" if count == 1 else f"{count:,} rows are"
        yield f"{are} worth £{changes.second_look_gbp:,} or more of one kind: {named}"
    if changes.values:
        yield f"{_were(len(changes.values), 'row')} of a framework changed: who worked it out does not approve it"
    if count := len(changes.moves):
        yield f"{count:,} published {'figure moves' if count == 1 else 'figures move'} that nobody sent anew"


def _were(count: int, thing: Any) -> str:
    return f"1 {thing} was" if count == 1 else f"{count:,} {thing}s were"
