"""By what method a figure was made, as a short checksum: only figures of one method may be added.

The checksum of a kind of value holds what decides its pounds: the measures and their unit values, what is taken off
for all, and the price index. That of a measure holds what decides its count. Names, notes and sources are not in it,
nor what is taken off for one project: that is a fact of the project.
"""

import json
from collections.abc import Mapping
from hashlib import sha256

import pandas as pd

DIGITS = 12
OF_MEASURE = ["framework", "measure", "what_counts", "what_does_not", "unit", "adds_up", "local"]
OF_UNIT_VALUE = [
    *("framework", "unit_value", "measure", "kind", "counts_in", "value_gbp", "price_year", "uprate", "edition"),
    *("area", "valid_from", "valid_to", "benefit_years", "net_of"),
]
OF_DEDUCTION = ["framework", "scope", "applies_to", "kind", "effect", "rate"]
Frames = Mapping[str, pd.DataFrame]


def measure_methods(measures: pd.DataFrame) -> dict[tuple[str, str], str]:
    """The method by which each measure of each framework is counted."""
    return {
        (row[0], row[1]): _short([list(row)])
        for row in measures[OF_MEASURE].astype(str).itertuples(index=False, name=None)
    }


def value_methods(frames: Frames) -> dict[tuple[str, str], str]:
    """The method by which each kind of value is worked out under each framework."""
    prices, measures, taken = frames["unit-values"], frames["measures"], frames["adjustments"]
    index = _rows(frames["deflators"], ["vintage", "financial_year", "index"])
    found = {}
    for (framework, kind), mine in prices.groupby(["framework", "kind"]):
        about = measures[(measures["framework"] == framework) & measures["measure"].isin(mine["measure"])]
        off = taken[(taken["framework"] == framework) & taken["kind"].isin(["", kind])]
        off = off[
            (off["scope"] == "framework") | ((off["scope"] == "measure") & off["applies_to"].isin(mine["measure"]))
        ]
        parts = [_rows(mine, OF_UNIT_VALUE), _rows(about, OF_MEASURE), _rows(off, OF_DEDUCTION), index]
        found[str(framework), str(kind)] = _short(parts)
    return found


def _rows(frame: pd.DataFrame, columns: list[str]) -> list[list[str]]:
    return sorted(map(list, frame[columns].astype(str).itertuples(index=False, name=None)))


def _short(parts: list[list[str]] | list[list[list[str]]]) -> str:
    return sha256(json.dumps(parts).encode()).hexdigest()[:DIGITS]
