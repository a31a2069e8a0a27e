"""Lines that are part of others: 3 of the 12 people, £2 million of the £7 million."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from socialvalue.records import rows


def holders_of(parts: pd.DataFrame, returns: pd.DataFrame) -> dict[str, str]:
    """The key (project/period#line) of the line that holds each part, by the key of the part.

    `parts` are the lines with `part_of`. What holds a part may not be there.
    """
    now = _successors(returns)
    return {f"{line.owner}#{line.line}": _holder(line, now) for line in rows(parts)}


def _successors(returns: pd.DataFrame) -> Mapping[str, str]:
    """Each return that another one replaced, with that one: a line keeps its number when it is corrected."""
    later = returns[returns["supersedes"] != ""]
    return dict(zip(later["project"] + "/" + later["supersedes"], later["owner"], strict=True))


def _holder(line: Any, now: Mapping[str, str]) -> str:
    """The key of the line that holds this one, in the return that stands now where this one stands too."""
    owner, _, number = line.part_of.rpartition("#")
    owner = owner or line.owner
    seen = {owner}
    while line.owner not in now and now.get(owner, owner) not in seen:
        owner = now[owner]
        seen.add(owner)
    return f"{owner}#{number}"
