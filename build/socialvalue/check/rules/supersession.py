"""A correction names a return of its project that is there, says why, raises the version and ends somewhere.

A withdrawal is a correction without lines.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from socialvalue.check.rule import Hit, Rule, about
from socialvalue.check.tables import Tables
from socialvalue.records import Severity, rows

VERSION = re.compile(r"[0-9]{1,6}(\.[0-9]{1,6}){2}")


def find(tables: Tables) -> Iterator[Hit]:
    returns = tables["returns"]
    linked = returns[(returns["supersedes"] != "") | (returns["reason"] != "") | returns["withdraws"]]
    if linked.empty:
        return
    owners = {returned.owner: returned for returned in rows(returns)}
    times = Counter(f"{returned.project}/{returned.supersedes}" for returned in rows(linked) if returned.supersedes)
    with_lines = set(tables["lines"]["owner"])
    for returned in rows(linked):
        yield from _one(returned, owners, times)
        if returned.withdraws and returned.owner in with_lines:
            said = f"It withdraws {returned.supersedes or 'a return'}, and has lines of its own."
            yield about(returned, "withdraws", said, "Take the lines out, or take withdraws out to correct it instead.")


def _one(returned: Any, owners: Mapping[str, Any], times: Mapping[str, int]) -> Iterator[Hit]:
    named = returned.supersedes
    if not named:
        mend = "Add supersedes with the folder of the return that it replaces, or take the reason away."
        said = "It withdraws" if returned.withdraws else "There is a reason"
        yield about(returned, "supersedes", f"{said}, but no return that this one replaces.", mend)
        return
    if not returned.reason:
        mend = "Add reason, in a sentence that the public can read."
        yield about(returned, "reason", f"It replaces {named} and does not say why.", mend)
    replaced = owners.get(f"{returned.project}/{named}")
    if replaced is None:
        mend = f"Name the folder of a return of {returned.project}. A return that was replaced stays where it is."
        yield about(returned, "supersedes", f"{returned.project} has no return {named}.", mend, value=named)
    elif _circle(returned, owners):
        mend = "Name the return before it; the first return names none."
        yield about(returned, "supersedes", f"{named} leads back to this return.", mend, value=named)
    elif times[replaced.owner] > 1:
        mend = "Each return is replaced once. Let the later correction name the earlier one."
        yield about(returned, "supersedes", f"Another return replaces {named} too.", mend, value=named)
    elif (now := _number(returned.version)) and now <= _number(replaced.version):
        said = f"The version, {returned.version}, is not above that of {named}, {replaced.version}."
        yield about(returned, "version", said, "Raise it, as from 1.0.0 to 1.1.0.", value=returned.version)


def _circle(returned: Any, owners: Mapping[str, Any]) -> bool:
    """Whether going from return to replaced return never ends."""
    seen: set[str] = set()
    while returned is not None and returned.supersedes:
        if returned.owner in seen:
            return True
        seen.add(returned.owner)
        returned = owners.get(f"{returned.project}/{returned.supersedes}")
    return False


def _number(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split("."))) if VERSION.fullmatch(version) else ()


RULE = Rule(
    id="supersession",
    severity=Severity.ERROR,
    group="Periods",
    title="Corrections say what they replace and why",
    why="Figures are never changed in silence. Whoever saw the old figure must be able to find it, and the reason.",
    example='"supersedes": "2024-q1" without a reason',
    mend="Complete the correction.",
    find=find,
)
