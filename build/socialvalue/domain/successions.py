"""What replaced what: returns that correct earlier ones, targets that took the place of others."""

from collections.abc import Iterator, Mapping, Sequence, Set
from typing import Any

import pandas as pd


def successors(returns: pd.DataFrame) -> dict[str, str]:
    """Each return (project/period) that another one replaced, with that one."""
    later = returns[returns["supersedes"] != ""]
    return dict(zip(later["project"] + "/" + later["supersedes"], later["owner"], strict=True))


def without_returns(returns: pd.DataFrame, held: Set[str]) -> pd.DataFrame:
    """The returns without some that don't count; one that replaced any of these replaces what that one replaced.

    So nothing that was replaced, and nothing that was withdrawn, stands again because a step between was held back.
    """
    before = dict(zip(returns["owner"], returns["supersedes"], strict=True))
    left = returns[~returns["owner"].isin(held)].reset_index(drop=True)

    def named(project: str, period: str) -> str:
        seen: set[str] = set()
        while (owner := f"{project}/{period}") in held and owner in before and owner not in seen:
            seen.add(owner)
            period = before[owner]
        return period

    found = [named(project, period) for project, period in zip(left["project"], left["supersedes"], strict=True)]
    return left.assign(supersedes=pd.Series(found, index=left.index, dtype=object))


def target_successors(targets: pd.DataFrame) -> dict[str, str]:
    """Each target that another one replaced, with that one."""
    later = targets[targets["replaces"] != ""]
    return dict(zip(later["replaces"], later["target"], strict=True))


def same_promise(earlier: Any, later: Any) -> bool:
    """Whether a target can take the place of another: about the same thing, and no mere forecast of a promise."""
    weaker = earlier.strength == "commitment" != later.strength
    alike = all(getattr(earlier, name) == getattr(later, name) for name in ("project", "measure", "area"))
    return alike and not weaker


def last_of(after: Mapping[str, str]) -> dict[str, str]:
    """Each name that was replaced, with the last one of its chain; a circle ends where it would begin again."""
    found = {}
    for first in after:
        last, seen = first, {first}
        while (following := after.get(last, last)) not in seen:
            seen.add(following)
            last = following
        found[first] = last
    return found


def chains(after: Mapping[str, str]) -> Iterator[Sequence[str]]:
    """Each name that stands after a correction, then the one before it, and so on."""
    before = {later: earlier for earlier, later in after.items()}
    for name in before:
        if name not in after:
            chain = [name]
            while chain[-1] in before:
                chain.append(before[chain[-1]])
            yield chain


def holder(part_of: str, owner: str, now: Mapping[str, str]) -> str:
    """The key (project/period#line) of the line that holds a line of the return `owner`; empty where none does.

    A line keeps its number when its return is corrected, so a part is held by the line of the return that stands now:
    `now` maps each return that was replaced to the last one of its chain.
    """
    if not part_of:
        return ""
    named, _, line = part_of.rpartition("#")
    named = named or owner
    return f"{now.get(named, named)}#{line}"


def holders_of(parts: pd.DataFrame, returns: pd.DataFrame) -> dict[str, str]:
    """The key of the line that holds each part, by the key of the part: `parts` are the lines with `part_of`.

    A line of a return that was replaced is held by what it names itself. What holds a part may not be there.
    """
    now = last_of(successors(returns))
    return {
        f"{owner}#{line}": holder(part_of, owner, {} if owner in now else now)
        for owner, line, part_of in zip(parts["owner"], parts["line"], parts["part_of"], strict=True)
    }
