"""How a line stands beside what its project reported before and what it promised: last, so far, promised."""

from collections.abc import Mapping
from typing import Any, NamedTuple

import pandas as pd

from socialvalue.records import Valuation, rows


class Progress(NamedTuple):
    """Whole millionths; none where there is nothing, or where the site hides it."""

    last: int | None = None
    """What the last period before brought."""
    so_far: int | None = None
    promised: int | None = None


def progress_of(valuation: Valuation) -> Mapping[str, Progress]:
    """By the key of each line that counts. It tells nothing that the site hides."""
    sums = {(row.project, row.framework, row.measure): row for row in rows(valuation.delivery) if not row.target}
    lines = valuation.lines[valuation.lines["counted"]]
    found = {}
    for key, mine in lines.groupby(["project", "framework", "measure"], sort=False):
        done = sums.get(key)  # type: ignore[arg-type]
        so_far = _known(done, "delivered") if done is not None and not done.suppressed else None
        promised = _known(done, "promised")
        by_end = mine.groupby("end", sort=True)["quantity"]
        ended = [(str(end), None if part.isna().any() else int(part.sum())) for end, part in by_end]
        for line in rows(mine[["key", "start"]]):
            before = [quantity for end, quantity in ended if end < line.start]
            found[line.key] = Progress(before[-1] if before else None, so_far, promised)
    return found


def _known(row: Any, name: str) -> int | None:
    value = getattr(row, name, None)
    return None if value is None or pd.isna(value) else int(value)
