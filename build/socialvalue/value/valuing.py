"""Value = quantity x unit value x uprating x what is left after each adjustment. Rounded once per line."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

import pandas as pd

from socialvalue.records import MILLION, Checked, Valuation, rows
from socialvalue.value.adjustments import ORDER, Chosen, choose
from socialvalue.value.exact import half_up
from socialvalue.value.lines import lines_of, targets_of
from socialvalue.value.prices import deflators, price_base
from socialvalue.value.totals import totals_of

PENCE_PER_UNIT = Fraction(100, MILLION * MILLION)
"""Quantity and unit value are both in millionths; a pound is 100 pence."""


def value(checked: Checked) -> Valuation:
    """Value every accepted line and every target with each unit value that its measure has.

    Source of the method: HM Treasury, The Green Book (additionality, price bases); see docs/method.md.
    """
    lines, targets = lines_of(checked), targets_of(checked)
    index = deflators(checked.tables["deflators"], checked.settings)
    values: list[dict[str, Any]] = []
    steps: list[dict[str, Any]] = []
    for row in [*rows(lines), *rows(targets)]:
        for unit_value in _unit_values(row, checked.tables["unit-values"]):
            found = _value(row, unit_value, choose(row, unit_value, checked.tables["adjustments"]), index, checked)
            if found:
                values.append(found[0])
                steps.extend(found[1])
    valued = pd.DataFrame(values, columns=VALUE_COLUMNS)
    return Valuation(
        checked, lines, targets, valued, pd.DataFrame(steps, columns=STEP_COLUMNS), totals_of(valued, lines)
    )


DIMENSIONS = ("return_id", "project", "programme", "measure", "theme", "area", "organisation", "year")
VALUE_COLUMNS = [
    *("key", "unit_value", "kind", "counts_in", "factor", "gross", "deducted", "net", "real", "low", "high"),
    *("counted", "status", *DIMENSIONS),
]
STEP_COLUMNS = ["key", "unit_value", "position", "adjustment", "effect", "rate", "taken"]


def _unit_values(row: Any, unit_values: pd.DataFrame) -> Iterator[Any]:
    """The unit values that apply to a line: its measure, its area, the last day of its period."""
    chosen = unit_values[(unit_values["owner"] == row.framework) & (unit_values["measure"] == row.measure)]
    for unit_value in rows(chosen):
        here = unit_value.area in ("", row.area)
        begun = not unit_value.valid_from or (row.end and row.end >= unit_value.valid_from[: len(row.end)])
        ended = unit_value.valid_to and (not row.end or row.end > unit_value.valid_to)
        if here and begun and not ended:
            yield unit_value


def _value(
    row: Any, unit_value: Any, adjustments: tuple[Chosen, ...], index: Mapping[str, int], checked: Checked
) -> tuple[dict[str, Any], list[dict[str, Any]]] | None:
    delivery, base = row.year, price_base(unit_value.price_year, row.year)
    real_year = checked.settings.real_year
    if not {delivery, base, real_year} <= set(index):
        return None
    uprating = Fraction(index[delivery], index[base]) if unit_value.uprate else Fraction(1)
    exact = int(row.quantity) * PENCE_PER_UNIT * uprating
    left, steps, before = Fraction(1), [], half_up(exact * int(unit_value.value_gbp))
    gross = before
    for position, chosen in enumerate(sorted(adjustments, key=lambda a: ORDER.index(a.effect)), start=1):
        left *= 1 - Fraction(chosen.rate, MILLION)
        after = half_up(exact * left * int(unit_value.value_gbp))
        steps.append(
            dict(
                zip(
                    STEP_COLUMNS,
                    (row.key, unit_value.unit_value, position, *chosen, before - after),
                    strict=True,
                )
            )
        )
        before = after
    real = exact * left * int(unit_value.value_gbp) * Fraction(index[real_year], index[delivery])
    low, high = (
        None if pd.isna(end) else half_up(exact * left * int(end)) for end in (unit_value.low_gbp, unit_value.high_gbp)
    )
    found = {
        "key": row.key,
        "unit_value": unit_value.unit_value,
        "kind": unit_value.kind,
        "counts_in": unit_value.counts_in,
        "factor": str(uprating),
        "gross": gross,
        "deducted": gross - before,
        "net": before,
        "real": half_up(real),
        "low": low,
        "high": high,
        "counted": row.counted,
        "status": row.status,
        **{name: getattr(row, name, "") for name in DIMENSIONS if name != "return_id"},
        "return_id": row.key.partition("#")[0] if "#" in row.key else "",
    }
    return found, steps
