"""What the rows beside a row come to: each function of a group, exactly, and of each return by itself."""

import numpy as np
import pandas as pd
import pytest

from socialvalue.check.clauses.evaluating import Numbers, Texts, holds, value
from socialvalue.check.clauses.expression import parsed
from socialvalue.check.clauses.groups import GroupedColumns
from socialvalue.records import MILLION

ROWS = pd.DataFrame(
    {
        "owner": ["a", "a", "b", "a", "a"],
        "measure": ["x", "x", "x", "y", "x"],
        "tier": ["s", "m", "s", "s", "s"],
        "quantity": [3, 4, 5, 6, None],
    }
)


class Columns:
    """The columns of a frame, as a rule names them."""

    def __init__(self, frame: pd.DataFrame) -> None:
        self.frame = frame

    def column(self, name: str, at: np.ndarray) -> object:
        cells = self.frame[name].iloc[at]
        if name == "quantity":
            numbers = [0 if pd.isna(cell) else int(cell) * MILLION for cell in cells]
            return Numbers(np.array(numbers, dtype=np.int64), cells.isna().to_numpy())
        codes, different = pd.factorize(cells.to_numpy())
        return Texts(codes, list(different))

    def list(self, name: str) -> set[object]:
        return set()


def grouped(among: str = "", frame: pd.DataFrame = ROWS) -> GroupedColumns:
    return GroupedColumns(Columns(frame), parsed(among) if among else None, ("measure",))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("nth() == 0", [True, False, True, True, False]),
        ("many() == 3", [True, True, False, False, True]),
        ("total(quantity) == 7", [True, True, False, False, True]),
        ('total(quantity, tier == "s") == 3', [True, True, False, False, True]),
        ("before(quantity) == 3", [False, True, False, False, False]),
        ("before(quantity) == 7", [False, False, False, False, True]),
        ('some(tier == "m")', [True, True, False, False, True]),
        ("not some(empty(quantity))", [False, False, True, True, False]),
        ('last(tier == "s")', [False, False, True, True, True]),
        ("earlier(tier)", [False, False, False, False, True]),
        ("of_first(quantity, quantity > 3) == 4", [True, True, False, False, True]),
        ('of_first(tier, tier == "m") == "m"', [True, True, False, False, True]),
        ("of_first(quantity, quantity > 9) >= 0", [False] * 5),
    ],
)
def test_each_function_of_a_group(text: str, expected: list[bool]) -> None:
    """Rows of another return, or that are not alike, count for nothing."""
    rows = grouped()
    assert holds(parsed(text), rows, rows.members).tolist() == expected


def test_rows_that_take_no_part_are_in_no_group() -> None:
    """They are neither asked nor counted."""
    rows = grouped("given(quantity)")
    assert rows.members.tolist() == [0, 1, 2, 3]
    assert holds(parsed("many() == 2"), rows, rows.members).tolist() == [True, True, False, False]


def test_sums_are_exact_beyond_64_bits() -> None:
    """Twenty times the largest number that can be written is a sum like any other."""
    largest = 10**12 - 1
    frame = pd.DataFrame({"owner": ["a"] * 20, "measure": ["x"] * 20, "tier": [""] * 20, "quantity": [largest] * 20})
    rows = grouped(frame=frame)
    found = value(parsed("total(quantity)"), rows, rows.members[:1])
    assert isinstance(found, Numbers)
    assert list(found.values) == [20 * largest * MILLION]


def test_a_rule_says_in_what_rows_are_alike() -> None:
    """A function of the group in a rule that names none is a mistake in the rule."""
    with pytest.raises(ValueError, match="cannot stand in a rule"):
        parsed("total()")
