"""What each row is worth: quantity x unit value x uprating x what is left after each deduction.

Rounded half-up once for each amount, from the exact fraction. Source: HM Treasury, The Green Book.
"""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from socialvalue.records import Ints, NoValue
from socialvalue.records.frames import empty
from socialvalue.value.candidates import candidates
from socialvalue.value.exact import add_up, fits, multiplied
from socialvalue.value.factors import Step
from socialvalue.value.groups import Groups, grouped
from socialvalue.value.method import Method

DIMENSIONS = ["return_id", "project", "programme", "framework", "measure", "theme", "area", "organisation", "year"]
VALUE_COLUMNS = [
    *("key", "unit_value", "kind", "counts_in", "factor", "gross", "deducted", "net", "real", "low", "high"),
    *("bound", "counted", "status", *DIMENSIONS),
]
STEP_COLUMNS = ["key", "unit_value", "position", "adjustment", "effect", "rate", "share", "taken"]


class Worth(NamedTuple):
    """Values and steps as described in records/frames.py, and for each row why it adds nothing to the totals."""

    values: pd.DataFrame
    steps: pd.DataFrame
    reasons: pd.Series


def worth(found: pd.DataFrame, method: Method) -> Worth:
    """Value every row (as subjects.py makes them) with each unit value that applies to it."""
    wanted = candidates(found, method)
    groups = grouped(wanted.pairs, found, method)
    quantities = found["valued"].to_numpy(dtype=np.int64)[wanted.pairs["row"]]
    highest = [max(f.gross, f.real, f.high or Fraction(0)) for f in groups.factors]
    sound = fits(quantities, groups.codes, highest)
    sound[sound] = add_up(quantities[sound], groups.codes[sound], highest)
    if not sound.all():
        wanted.keep(sound, NoValue.TOO_LARGE)
        groups = groups._replace(codes=groups.codes[sound])
        quantities = quantities[sound]
    waterfall = _waterfall(quantities, groups)
    values = _values(wanted.pairs, found, groups, _amounts(quantities, groups, waterfall), method)
    return Worth(values, _steps(values, groups, waterfall), wanted.reasons)


def _waterfall(quantities: Ints, groups: Groups) -> list[Ints]:
    """Gross, then what is left after each step; rows with fewer steps stay at their net."""
    left = [multiplied(quantities, groups.codes, [f.gross for f in groups.factors])]
    most = max((len(steps) for steps in groups.steps), default=0)
    for position in range(most):
        after = [f.after[position] if position < len(f.after) else Fraction(0) for f in groups.factors]
        going = np.array([position < len(f.after) for f in groups.factors], dtype=np.bool_)[groups.codes]
        amounts = left[-1].copy()
        amounts[going] = multiplied(quantities[going], groups.codes[going], after)
        left.append(amounts)
    return left


def _amounts(quantities: Ints, groups: Groups, waterfall: Sequence[Ints]) -> dict[str, Ints | pd.Series]:
    """The columns of money, in whole pence."""
    gross, net = waterfall[0], waterfall[-1]
    found: dict[str, Ints | pd.Series] = {"gross": gross, "deducted": gross - net, "net": net}
    found["real"] = multiplied(quantities, groups.codes, [f.real for f in groups.factors])
    for name, ends in (("low", [f.low for f in groups.factors]), ("high", [f.high for f in groups.factors])):
        given = np.array([end is not None for end in ends], dtype=np.bool_)[groups.codes]
        amounts = multiplied(quantities, groups.codes, [end or Fraction(0) for end in ends])
        found[name] = pd.Series(amounts, dtype="Int64").where(given)
    return found


def _values(
    pairs: pd.DataFrame, found: pd.DataFrame, groups: Groups, amounts: dict[str, Ints | pd.Series], method: Method
) -> pd.DataFrame:
    of_row = found[["key", "bound", "status", *DIMENSIONS]].iloc[pairs["row"]].reset_index(drop=True)
    names = method.unit_values["unit_value"].to_numpy(dtype=object)
    values = of_row.assign(
        unit_value=names[pairs["place"].to_numpy(dtype=np.int64)],
        kind=pairs["kind"],
        counts_in=pairs["counts_in"],
        factor=_factor_words(pairs, found, groups),
        counted=pairs["live"].to_numpy(dtype=np.bool_),
        **amounts,
    )
    return values[VALUE_COLUMNS]


def _factor_words(pairs: pd.DataFrame, found: pd.DataFrame, groups: Groups) -> Any:
    """What quantity x unit value is multiplied by, as text; with the share of the quantity that is valued."""
    words = np.array([str(f.uprating) for f in groups.factors], dtype=object)[groups.codes]
    row = pairs["row"].to_numpy(dtype=np.int64)
    quantity, valued = (found[name].to_numpy(dtype=np.int64) for name in ("quantity", "valued"))
    for at in np.flatnonzero(quantity[row] != valued[row]):
        share = Fraction(int(valued[row[at]]), int(quantity[row[at]]))
        words[at] = str(groups.factors[groups.codes[at]].uprating * share)
    return words


def _steps(values: pd.DataFrame, groups: Groups, waterfall: Sequence[Ints]) -> pd.DataFrame:
    """One row per value and step: what it took is the difference of two rounded amounts, so the steps add up."""
    parts = []
    for position in range(1, len(waterfall)):
        has = [len(steps) >= position for steps in groups.steps]
        going = np.flatnonzero(np.array(has, dtype=np.bool_)[groups.codes])
        part = values[["key", "unit_value"]].iloc[going].reset_index(drop=True)
        part["position"] = position
        part["at"] = going
        for place, name in enumerate(Step._fields):
            cells = np.array(
                [s[position - 1][place] if ok else None for s, ok in zip(groups.steps, has, strict=True)], object
            )
            part[name] = cells[groups.codes[going]]
        part["taken"] = (waterfall[position - 1] - waterfall[position])[going]
        parts.append(part)
    if not parts:
        return empty("steps")
    steps = pd.concat(parts, ignore_index=True).sort_values(["at", "position"], ignore_index=True)
    return steps.astype({"rate": np.int64})[STEP_COLUMNS]
