"""Put small counts of one project's year together, where their sum can be shown and tells none of them.

A pool is a financial year of a project and measure, so that nobody chooses it by its numbers. Its figure is published
if each hidden count could still be any number from one up to the last below the threshold: knowing the sum narrows
none of them. Source: the feasibility intervals of Statistical Disclosure Control (Hundepool and others, 2012), with
the whole range as the least that must be left.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

import pandas as pd

from socialvalue.domain.years import financial_year
from socialvalue.records import LEAST_PEOPLE, MILLION, NoValue, rows

SHARED = ["project", "programme", "framework", "measure", "theme", "year", "unit"]
COLUMNS = [*SHARED, "start", "end", "quantity", "lines"]


def pools_of(
    lines: pd.DataFrame, suppressed: pd.DataFrame, returns: pd.DataFrame, measures: pd.DataFrame
) -> pd.DataFrame:
    """One row per pool that may be shown, as described in records/frames.py.

    `lines` are all that stand, with the numbers of those that are hidden. Pooled are counts of people that need no
    headcount beside them: in each period they are other people, so they may be added.
    """
    least = {
        (row.owner, row.measure): LEAST_PEOPLE[row.sensitivity]
        for row in rows(measures[["owner", "measure", "sensitivity", "adds_up", "needs_headcount"]])
        if row.adds_up == "flow" and not row.needs_headcount
    }
    alone = suppressed.loc[(suppressed["reason"] == NoValue.FEW) & suppressed["counted"], "key"]
    pools = defaultdict(list)
    for row in rows(lines.loc[lines["key"].isin(alone), [*SHARED, "start", "end", "quantity", "headcount"]]):
        if (row.framework, row.measure) in least:
            pools[row.project, row.framework, row.measure, row.year].append(row)
    safe = [pool for (_, *measure, _), pool in pools.items() if _safe(pool, least[tuple(measure)])]
    complete = _complete(returns[returns["project"].isin({pool[0].project for pool in safe})])
    found = [_pool(pool) for pool in safe if (pool[0].project, pool[0].year) in complete]
    return pd.DataFrame(found, columns=COLUMNS).astype({"quantity": "int64", "lines": "int64"})


def tells_nothing(people: int, counts: int, least: int) -> bool:
    """Whether a sum of people over so many counts, each of at least one and fewer than `least`, narrows none of them.

    One of them is 1 and the others as large as may be, or one is as large as may be and the others 1: the sum must
    allow for both. It is then never fewer than `least`.
    """
    return counts > 1 and least + counts - 2 <= people <= 1 + (counts - 1) * (least - 1)


def _safe(pool: Sequence[Any], least: int) -> bool:
    if any(row.quantity % MILLION or not pd.isna(row.headcount) for row in pool):
        return False
    return tells_nothing(sum(int(row.quantity) for row in pool) // MILLION, len(pool), least)


def _pool(pool: Sequence[Any]) -> Mapping[str, Any]:
    return {
        **{name: getattr(pool[0], name) for name in SHARED},
        "start": min(row.start for row in pool),
        "end": max(row.end for row in pool),
        "quantity": sum(int(row.quantity) for row in pool),
        "lines": len(pool),
    }


def _complete(returns: pd.DataFrame) -> set[tuple[str, str]]:
    """Projects and financial years of which every day is in a return; none is a correction or of days not known.

    A pool that changed with a late return or a correction would tell the change.
    """
    found = set()
    for project, own in returns.groupby("project"):
        unsettled = {financial_year(row.end) for row in rows(own) if row.supersedes or row.approximate}
        for first, last in _spans(own):
            for year in range(first.year, last.year):
                start, end = date(year, 4, 1), date(year + 1, 3, 31)
                name = financial_year(end.isoformat())
                if first <= start and end <= last and name not in unsettled:
                    found.add((str(project), name))
    return found


def _spans(returns: pd.DataFrame) -> Iterator[tuple[date, date]]:
    """The first and last day of each stretch that returns cover without a gap."""
    first = last = None
    for row in rows(returns.sort_values(["start", "end"])):
        start, end = date.fromisoformat(row.start), date.fromisoformat(row.end)
        if first and last and start <= last + timedelta(days=1):
            last = max(last, end)
            continue
        if first and last:
            yield first, last
        first, last = start, end
    if first and last:
        yield first, last
