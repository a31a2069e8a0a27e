"""Lines that are valued on the same terms share one exact fraction, however many they are."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from socialvalue.domain.look_up import coded
from socialvalue.domain.years import price_base
from socialvalue.records import Ints, rows
from socialvalue.value.adjustments import chosen
from socialvalue.value.factors import Deduction, Factors, Step, Terms, factors_of, steps_of
from socialvalue.value.method import Method
from socialvalue.value.prices import part_of_year


class Groups(NamedTuple):
    """The group of each pair, and of each group the steps from gross to net and the factors."""

    codes: Ints
    steps: list[tuple[Step, ...]]
    factors: list[Factors]


def grouped(pairs: pd.DataFrame, found: pd.DataFrame, method: Method) -> Groups:
    """Group the pairs by unit value, year, part of the year (for a level such as FTE) and adjustments."""
    adjustments = chosen(
        pairs.assign(net_of=method.unit_values["net_of"].to_numpy(dtype=object)[pairs["place"]]), method.adjustments
    )
    periods = found[["level", "start", "end"]].iloc[pairs["row"]].reset_index(drop=True)
    periods.loc[~periods["level"].to_numpy(dtype=np.bool_), ["start", "end"]] = ""
    cases = pd.concat([pairs[["place", "year"]], periods[["start", "end"]], pd.DataFrame(adjustments)], axis=1)
    codes, first = coded(cases, list(cases.columns))
    unit_values = list(rows(method.unit_values))
    deductions = [Deduction(row.adjustment, row.effect, int(row.rate)) for row in rows(method.adjustments)]
    terms = [
        _terms(unit_values[case.place], case, [deductions[place] for place in adjustments[at] if place >= 0], method)
        for case, at in zip(rows(cases.iloc[first]), first, strict=True)
    ]
    return Groups(codes, [steps_of(each) for each in terms], [factors_of(each) for each in terms])


def _terms(unit_value: Any, case: Any, deductions: Sequence[Deduction], method: Method) -> Terms:
    index, base = method.index, price_base(unit_value.price_year, case.year)
    return Terms(
        value=int(unit_value.value_gbp),
        low=None if pd.isna(unit_value.low_gbp) else int(unit_value.low_gbp),
        high=None if pd.isna(unit_value.high_gbp) else int(unit_value.high_gbp),
        uprating=Fraction(index[case.year], index[base]) if unit_value.uprate else Fraction(1),
        to_real=Fraction(index[method.real_year], index[case.year]),
        part_of_year=part_of_year(case.start, case.end) if case.start else Fraction(1),
        years=1 if pd.isna(unit_value.benefit_years) else int(unit_value.benefit_years),
        deductions=deductions,
    )
