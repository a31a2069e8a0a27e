"""The same thing from period to period: what a project reported of a measure each time."""

from typing import Any, Literal

import pandas as pd

from socialvalue.domain.look_up import coded
from socialvalue.domain.standing import stands
from socialvalue.domain.successions import successors
from socialvalue.domain.years import days_of, gap_before

SAME = ["project", "measure", "unit", "local_definition"]
"""What makes two returns tell of the same thing. Areas and organisations change from period to period."""

LARGEST = 9 * 10**18
"""Near the largest number that 64 bits hold, and a number that floats hold too."""


def standing(lines: pd.DataFrame, returns: pd.DataFrame) -> pd.DataFrame:
    """The lines that count: of returns that no other replaced, of measures that add up, no part of another line."""
    counts = (lines["measure_adds_up"] == "flow") & (lines["part_of"] == "") & lines["quantity"].gt(0).fillna(False)
    return lines[counts & (lines["start"] != "") & stands(lines["owner"], successors(returns))]


def added(table: pd.DataFrame, by: list[str], column: str, how: Literal["sum", "cumsum"] = "sum") -> "pd.Series[Any]":
    """For each row the sum of its group, or with "cumsum" that of the rows up to it.

    Where 64 bits may not hold it, the sum is `LARGEST`.
    """
    (group, _), found = coded(table, by), table[column].astype("Float64")
    exact = table[column].groupby(group, sort=False).transform(how)
    if found.sum() < LARGEST:
        return exact
    rough = found.groupby(group, sort=False).transform(how)
    return exact.where(rough < LARGEST, LARGEST)


def series(lines: pd.DataFrame) -> pd.DataFrame:
    """What each return says in all of each measure, in the order of the periods, beside what came before.

    `lines` are those that count.

    A row is the return's last line of the measure, with the `quantity` and `headcount` of all its lines. Rows
    with the same `chain` follow one another, in periods that do not overlap, with a break of at most half a
    period between them. `nth` counts them from 0, `of` says how many there are; `before` is the quantity of the
    period before, `before_that` of the one before that, `rest` that of all before, `first` that of the first; `days`
    and `days_before` are the lengths of the two periods. `falls` says whether any of them is below the one before.
    `same_people_days` are the days for which as many people are told of, up to the last of these; 0 elsewhere.
    """
    each = [*SAME, "owner"]
    found = lines.assign(quantity=added(lines, each, "quantity"), headcount=added(lines, each, "headcount"))
    found = found.drop_duplicates(each, keep="last").sort_values([*SAME, "start"])
    gap = gap_before(found)
    found = found.assign(days=days_of(found))
    goes_on = found.duplicated(SAME) & gap.between(0, found["days"] / 2)
    found = found.assign(chain=(~goes_on).cumsum())
    chain = found.groupby("chain", sort=False)
    before = chain["quantity"].shift()
    fell = before.gt(found["quantity"]).fillna(False)
    return found.assign(
        nth=chain.cumcount(),
        of=chain["quantity"].transform("size"),
        before=before,
        before_that=chain["quantity"].shift(2),
        falls=fell.groupby(found["chain"]).transform("any").astype(bool),
        same_people_days=_same_people(found),
        days_before=chain["days"].shift(),
        rest=added(found, ["chain"], "quantity", "cumsum") - found["quantity"],
        first=chain["quantity"].transform("first"),
    )


def _same_people(found: pd.DataFrame) -> "pd.Series[float]":
    """The days for which a chain tells of the same number of people, at the last line of such a run; 0 elsewhere."""
    people = found["headcount"].fillna(0)
    same = people.eq(people.shift()) & found["chain"].eq(found["chain"].shift()) & people.gt(0)
    begins = ~same.fillna(False).astype(bool)
    run = begins.cumsum()
    start = found["start"].astype(object).where(begins).ffill()
    last = ~run.duplicated(keep="last")
    return days_of(found.assign(start=start)).where(last & ~begins, 0)
