"""Numbers stay within what can be added up and published: of one line, of all together, and beside their promise."""

from collections import defaultdict
from collections.abc import Callable, Generator, Hashable, Iterable, Iterator
from typing import Any

import numpy as np
import pandas as pd

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.check.wording import figure
from socialvalue.domain.frameworks import signed_under
from socialvalue.domain.look_up import beside, coded
from socialvalue.records import LARGEST, LARGEST_SHARE, LARGEST_WORTH, MILLION, Severity, plain, rows

HERE = ["owner", "file", "row", "project", "framework", "measure", "quantity"]
WHAT = ["framework", "measure"]


def find(tables: Tables) -> Iterator[Hit]:
    counted = pd.concat([_lines(tables), _targets(tables)], ignore_index=True)
    counted = counted[counted["quantity"].gt(0).fillna(False)].astype({"quantity": "int64"})
    each = beside(counted, WHAT, _unit_values(tables), WHAT, ["each"])["each"].fillna(0).astype("float64")
    counted = counted.assign(amount=counted["quantity"].astype("float64") / MILLION)
    counted = counted.assign(worth=counted["amount"] * each).reset_index(drop=True)
    counted = yield from _hits_of(
        counted,
        (counted["worth"] > LARGEST_WORTH).to_numpy(),
        lambda row: f"{figure(row.quantity)} would be worth more than £{LARGEST_WORTH:,}. No line can be.",
    )
    counted = yield from _hits_of(
        counted,
        _beyond(counted["worth"].to_numpy(), np.zeros(len(counted), dtype=np.int64), LARGEST),
        lambda row: f"All lines and promises together would be worth more than £{LARGEST:,}, most of it here.",
    )
    counted = yield from _hits_of(
        counted,
        _beyond(counted["amount"].to_numpy(), coded(counted, WHAT)[0], LARGEST),
        lambda row: f"All that is told of {row.measure} comes to more than {LARGEST:,}, most of it here.",
    )
    yield from _beside_promise(counted)


def _hits_of(counted: pd.DataFrame, wrong: Any, said: Callable[[Any], str]) -> Generator[Hit, None, pd.DataFrame]:
    """A hit for each row that is wrong; the others are left, to be looked at further."""
    for row in rows(counted[wrong]):
        yield at(row, "quantity", said(row), value=figure(row.quantity))
    left: pd.DataFrame = counted[~wrong].reset_index(drop=True)
    return left


def _lines(tables: Tables) -> pd.DataFrame:
    return plain(tables.lines[HERE])


def _targets(tables: Tables) -> pd.DataFrame:
    targets = tables["targets"]
    under = signed_under(targets, tables["projects"], tables["returns"], tables["measures"])
    return targets.assign(framework=pd.Series(under, index=targets.index, dtype=object))[HERE]


def _unit_values(tables: Tables) -> pd.DataFrame:
    """What a unit of each measure may be worth at most, in pounds: the highest value of each kind, added."""
    values = tables["unit-values"]
    highest = values[["value_gbp", "low_gbp", "high_gbp"]].astype("Float64").max(axis=1) / MILLION
    years = values["benefit_years"].fillna(1).clip(lower=1).astype("Float64")
    found: defaultdict[tuple[str, str], dict[Hashable, float]] = defaultdict(dict)
    for row in rows(values.assign(each=highest * years)[["owner", "measure", "kind", "counts_in", "each"]]):
        if not pd.isna(row.each):
            kinds, kind = found[row.owner, row.measure], (row.kind, row.counts_in)
            kinds[kind] = max(kinds.get(kind, 0.0), row.each)
    made = [(*what, sum(kinds.values())) for what, kinds in found.items()]
    return pd.DataFrame(made, columns=[*WHAT, "each"]).astype({"each": "Float64"})


def _beyond(amounts: Any, groups: Any, most: int) -> Any:
    """The largest amounts of each group without which the others come to no more than `most`."""
    found = np.zeros(len(amounts), dtype=np.bool_)
    sums = np.bincount(groups, weights=amounts) if len(amounts) else amounts
    for group in np.flatnonzero(sums > most):
        own = np.flatnonzero(groups == group)
        order = own[np.argsort(amounts[own], kind="stable")]
        found[order] = np.cumsum(amounts[order]) > most
    return found


def _beside_promise(counted: pd.DataFrame) -> Iterator[Hit]:
    """A hit for the largest lines that are so many times the least that was promised that one of them is no figure."""
    least: dict[Any, int] = {}
    lines = defaultdict(list)
    for row in rows(counted):
        what = (row.project, row.framework, row.measure)
        if row.owner:
            lines[what].append(row)
        else:
            least[what] = min(least.get(what, row.quantity), row.quantity)
    for what, promised in least.items():
        for row in _too_many(lines[what], promised * LARGEST_SHARE):
            said = f"{figure(row.quantity)} is more than a million times what was promised, {figure(promised)}."
            yield at(row, "quantity", said, value=figure(row.quantity))


def _too_many(lines: Iterable[Any], most: int) -> Iterator[Any]:
    whole = 0
    for row in sorted(lines, key=lambda row: int(row.quantity)):
        whole += row.quantity
        if whole > most:
            yield row


RULE = Rule(
    id="within-limits",
    severity=Severity.ERROR,
    group="Quantities",
    title="Numbers are not larger than anything can be",
    why="Figures are added up for pages and files. One number beyond all others would make each sum that it is in "
    "wrong, and beyond what programs can hold.",
    example="600000000000 homes and 700000000000 homes",
    mend="Look for noughts too many, and at the unit. If it is right, tell us: the limits are on the page on limits.",
    find=find,
)
