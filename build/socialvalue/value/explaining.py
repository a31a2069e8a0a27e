"""Tell how a line came to its £: the steps that valued it, each with the row of data behind it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Any

import pandas as pd

from socialvalue.domain.years import price_base
from socialvalue.records import Checked, Explanation, Place, Valuation, Working, WorkingRow, rows
from socialvalue.value.factors import DISCOUNTING
from socialvalue.value.method import Method
from socialvalue.value.prices import part_of_year

By = Mapping[tuple[str, ...], list[Any]]
"""Rows by some of their cells."""
GREEN_BOOK = "HM Treasury, The Green Book: social time preference rate"


def explain(valuation: Valuation, owner: str, line: int | None = None) -> tuple[Explanation, ...]:
    """One explanation per line of a return (project/period), or that of its `line`, or of a target by its name.

    Empty where there is no such line or target among what is valued.
    """
    lines, targets = valuation.lines, valuation.targets
    found = lines.loc[(lines["return_id"] == owner) & ((lines["line"] == line) if line else True), "key"]
    return tuple(valuation.explanations[key] for key in [*found, *targets.loc[targets["key"] == owner, "key"]])


@dataclass(frozen=True)
class Worked:
    """What an explanation draws on: the frames of a valuation, and what they were made from."""

    checked: Checked
    method: Method
    lines: pd.DataFrame
    targets: pd.DataFrame
    values: pd.DataFrame
    steps: pd.DataFrame
    unvalued: pd.DataFrame
    at_current_edition: pd.DataFrame


class Explanations(Mapping[str, Explanation]):
    """The explanation of each line and target by its key. The tables are gone through once, at the first question."""

    def __init__(self, worked: Worked) -> None:
        self._worked = worked

    def __getitem__(self, key: str) -> Explanation:
        return self._explained(self._subjects[key])

    def __iter__(self) -> Iterator[str]:
        return iter(self._subjects)

    def __len__(self) -> int:
        return len(self._subjects)

    @cached_property
    def _subjects(self) -> dict[str, Any]:
        return {row.key: row for frame in (self._worked.lines, self._worked.targets) for row in rows(frame)}

    @cached_property
    def _known(self) -> Mapping[str, By]:
        """Rows of each table by what they are looked up by."""
        tables, worked = self._worked.checked.tables, self._worked
        totals = worked.at_current_edition[worked.at_current_edition["difference"] != 0]
        vintage = tables["deflators"]["vintage"] == worked.method.vintage
        return {
            "measures": _by(tables["measures"], "owner", "measure"),
            "units": _by(tables["units"], "owner", "unit"),
            "projects": _by(tables["projects"], "project"),
            "unit-values": _by(tables["unit-values"], "owner", "unit_value"),
            "adjustments": _by(tables["adjustments"], "owner", "adjustment"),
            "deflators": _by(tables["deflators"][vintage], "financial_year"),
            "values": _by(worked.values, "key"),
            "steps": _by(worked.steps, "key", "unit_value"),
            "unvalued": _by(worked.unvalued, "key"),
            "moved": _by(totals, "key", "kind"),
        }

    def _all(self, table: str, *cells: str) -> list[Any]:
        return self._known[table].get(cells, [])

    def _one(self, table: str, *cells: str) -> Any:
        return self._known[table][cells][0]

    def _explained(self, row: Any) -> Explanation:
        measure = self._one("measures", row.framework, row.measure)
        unit = self._one("units", row.framework, row.unit)
        headcount = getattr(row, "headcount", None)
        unvalued = self._all("unvalued", row.key)
        return Explanation(
            key=row.key,
            place=Place(row.file, int(row.row), row.key),
            project=self._one("projects", row.project).name,
            measure=measure.name,
            in_project=row.project,
            framework=row.framework,
            of_measure=row.measure,
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
            workings=tuple(self._working(row, value) for value in self._all("values", row.key)),
            unvalued=next((without.reason for without in unvalued), ""),
            unvalued_facts=next((without.facts for without in unvalued), ()),
        )

    def _working(self, row: Any, value: Any) -> Working:
        unit_value = self._one("unit-values", row.framework, value.unit_value)
        moved = self._all("moved", row.key, value.kind) if value.counts_in == "total" else []
        return Working(
            kind=value.kind,
            counts_in=value.counts_in,
            unit_value=value.unit_value,
            price_year=unit_value.price_year,
            year=value.year,
            real_year=self._worked.method.real_year,
            vintage=self._worked.method.vintage,
            rows=(
                WorkingRow("", "quantity", int(row.quantity), Place(row.file, int(row.row), row.key)),
                WorkingRow(
                    "×", "unit value", int(unit_value.value_gbp), _place(unit_value, value.unit_value),
                    source=_source(unit_value),
                ),
                *self._factors(row, value, unit_value),
                *self._deductions(row, value),
            ),
            low=None if pd.isna(value.low) else int(value.low),
            high=None if pd.isna(value.high) else int(value.high),
            caution=unit_value.caution,
            second_hand=unit_value.confidence == "B",
            net_of=unit_value.net_of,
            edition=moved[0].current_edition if moved else "",
            at_edition=int(moved[0].net_current) if moved else 0,
        )  # fmt: skip

    def _factors(self, row: Any, value: Any, unit_value: Any) -> Iterator[WorkingRow]:
        """What is multiplied besides quantity and unit value. Together they are the factor of the value."""
        method, left = self._worked.method, Fraction(value.factor)
        base = price_base(unit_value.price_year, value.year)
        if unit_value.uprate and base != value.year:
            uprating = Fraction(method.index[value.year], method.index[base])
            left /= uprating
            prices = _place(self._one("deflators", value.year), value.year)
            yield WorkingRow("×", "uprating", uprating, prices, source=f"GDP deflators, {method.vintage}")
        if not pd.isna(unit_value.benefit_years):
            left /= int(unit_value.benefit_years)
            yield WorkingRow("×", "years of benefit", Fraction(int(unit_value.benefit_years)))
        if left != 1 and row.start and left == part_of_year(row.start, row.end):
            yield WorkingRow("×", "part of the year", left)
        elif left != 1:
            yield WorkingRow("×", "first 12 months", left)

    def _deductions(self, row: Any, value: Any) -> Iterator[WorkingRow]:
        yield WorkingRow("=", "gross", int(value.gross))
        for step in self._all("steps", row.key, value.unit_value):
            taken, rate, share = int(step.taken), int(step.rate), Fraction(step.share)
            if step.effect == DISCOUNTING:
                yield WorkingRow("−", step.effect, taken, rate=rate, share=share, source=GREEN_BOOK)
            else:
                found = self._one("adjustments", row.framework, step.adjustment)
                place = _place(found, step.adjustment)
                yield WorkingRow("−", step.effect, taken, place, rate, share, found.reason, found.source_title)
        yield WorkingRow("=", "net", int(value.net))
        yield WorkingRow("", "real", int(value.real))


def _by(frame: pd.DataFrame, *columns: str) -> By:
    found: dict[tuple[str, ...], list[Any]] = defaultdict(list)
    for key, row in zip(zip(*(frame[name] for name in columns), strict=True), rows(frame), strict=True):
        found[key].append(row)
    return dict(found)


def _place(row: Any, name: str) -> Place:
    return Place(row.file, int(row.row), name)


def _source(unit_value: Any) -> str:
    parts = (unit_value.publisher, unit_value.source_title, unit_value.source_edition)
    return ", ".join(part for part in parts if part)
