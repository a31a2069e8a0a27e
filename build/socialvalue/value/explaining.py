"""Tell how a line came to its £: the steps that valued it, each with the row of data behind it."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

import pandas as pd

from socialvalue.records import Explanation, Place, Valuation, Working, WorkingRow, rows
from socialvalue.value.factors import DISCOUNTING
from socialvalue.value.method import method_of
from socialvalue.value.prices import part_of_year, price_base

Known = Mapping[tuple[str, str], Any]
GREEN_BOOK = "HM Treasury, The Green Book: social time preference rate"


def explain(valuation: Valuation, owner: str, line: int | None = None) -> tuple[Explanation, ...]:
    """One explanation per line of a return (project/period), or that of its `line`, or of a target by its name.

    Empty where there is no such line or target among what is valued.
    """
    lines, targets = valuation.lines, valuation.targets
    found = lines[(lines["return_id"] == owner) & ((lines["line"] == line) if line else True)]
    return tuple(_explained(row, valuation) for row in [*rows(found), *rows(targets[targets["key"] == owner])])


def _explained(row: Any, valuation: Valuation) -> Explanation:
    tables = valuation.checked.tables
    measure = _one(tables["measures"], owner=row.framework, measure=row.measure)
    unit = _one(tables["units"], owner=row.framework, unit=row.unit)
    without = valuation.unvalued[valuation.unvalued["key"] == row.key]
    headcount = getattr(row, "headcount", None)
    return Explanation(
        key=row.key,
        place=Place(row.file, int(row.row)),
        project=_one(tables["projects"], project=row.project).name,
        measure=measure.name,
        quantity=None if pd.isna(row.quantity) else int(row.quantity),
        unit=row.unit,
        one=unit.one,
        many=unit.many,
        bound=row.bound,
        headcount=None if headcount is None or pd.isna(headcount) else int(headcount),
        start=row.start,
        end=row.end,
        status=row.status,
        basis=getattr(row, "basis", ""),
        marker=getattr(row, "marker", ""),
        reason=getattr(row, "reason", ""),
        workings=tuple(
            _working(row, value, valuation) for value in rows(valuation.values[valuation.values["key"] == row.key])
        ),
        unvalued=without["words"].iloc[0] if len(without) else "",
    )


def _working(row: Any, value: Any, valuation: Valuation) -> Working:
    unit_value = _one(valuation.checked.tables["unit-values"], owner=row.framework, unit_value=value.unit_value)
    method = method_of(valuation.checked)
    first = (
        WorkingRow("", "quantity", int(row.quantity), Place(row.file, int(row.row))),
        WorkingRow(
            "×",
            "unit value",
            int(unit_value.value_gbp),
            Place(unit_value.file, int(unit_value.row)),
            source=_source(unit_value),
        ),
    )
    return Working(
        kind=value.kind,
        counts_in=value.counts_in,
        unit_value=value.unit_value,
        price_year=unit_value.price_year,
        year=value.year,
        real_year=method.real_year,
        vintage=method.vintage,
        rows=(*first, *_factors(row, value, unit_value, valuation), *_deductions(row, value, valuation)),
        low=None if pd.isna(value.low) else int(value.low),
        high=None if pd.isna(value.high) else int(value.high),
        caution=unit_value.caution,
        second_hand=unit_value.confidence == "B",
    )


def _factors(row: Any, value: Any, unit_value: Any, valuation: Valuation) -> Iterator[WorkingRow]:
    """What is multiplied besides quantity and unit value. Together they are the factor of the value."""
    method = method_of(valuation.checked)
    left = Fraction(value.factor)
    if unit_value.uprate:
        index = method.index
        uprating = Fraction(index[value.year], index[price_base(unit_value.price_year, value.year)])
        left /= uprating
        yield WorkingRow("×", "uprating", uprating, source=f"GDP deflators, {method.vintage}")
    if not pd.isna(unit_value.benefit_years):
        left /= int(unit_value.benefit_years)
        yield WorkingRow("×", "years of benefit", Fraction(int(unit_value.benefit_years)))
    if left != 1 and row.start and left == part_of_year(row.start, row.end):
        yield WorkingRow("×", "part of the year", left)
    elif left != 1:
        yield WorkingRow("×", "first 12 months", left)


def _deductions(row: Any, value: Any, valuation: Valuation) -> Iterator[WorkingRow]:
    yield WorkingRow("=", "gross", int(value.gross))
    steps = valuation.steps
    for step in rows(steps[(steps["key"] == value.key) & (steps["unit_value"] == value.unit_value)]):
        if step.effect == DISCOUNTING:
            yield WorkingRow("−", step.effect, int(step.taken), rate=int(step.rate), source=GREEN_BOOK)
        else:
            adjustment = _one(valuation.checked.tables["adjustments"], owner=row.framework, adjustment=step.adjustment)
            yield WorkingRow(
                "−",
                step.effect,
                int(step.taken),
                Place(adjustment.file, int(adjustment.row)),
                int(step.rate),
                adjustment.reason,
                adjustment.source_title,
            )
    yield WorkingRow("=", "net", int(value.net))
    yield WorkingRow("", "real", int(value.real))


def _one(table: pd.DataFrame, **cells: str) -> Any:
    """The first row that holds these cells."""
    found = table
    for column, cell in cells.items():
        found = found[found[column] == cell]
    return next(rows(found))


def _source(unit_value: Any) -> str:
    parts = (unit_value.publisher, unit_value.source_title, unit_value.source_edition)
    return ", ".join(part for part in parts if part)
