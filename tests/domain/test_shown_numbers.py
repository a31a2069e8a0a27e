"""Whether a line says another number than the register."""

import pandas as pd
import pytest

from socialvalue.domain.clashes import KEY
from socialvalue.domain.shown_numbers import another
from socialvalue.records import MILLION

COUNT = dict.fromkeys(KEY, "one")


def frame(quantity: int, headcount: int | None) -> pd.DataFrame:
    """A count of jobs."""
    found = pd.DataFrame([{**COUNT, "quantity": quantity * MILLION, "headcount": headcount, "unit": "jobs"}])
    return found.astype({"quantity": "Int64", "headcount": "Int64"})


@pytest.mark.parametrize(
    ("line", "shown", "differs"),
    [
        ((20, 40), (20, 40), False),
        ((20, 39), (20, 40), True),
        ((19, 40), (20, 40), True),
        ((20, None), (20, 40), False),
        ((20, 40), (20, None), True),
    ],
)
def test_a_number_is_another_by_any_of_its_cells(
    line: tuple[int, int | None], shown: tuple[int, int | None], differs: bool
) -> None:
    """A headcount of 39 after 40 tells of 1 person; one that is left out tells of nobody."""
    assert list(another(frame(*line), frame(*shown))) == [differs]


def test_a_count_that_was_never_shown_is_another() -> None:
    """The register has no row of it."""
    assert list(another(frame(20, 40), frame(20, 40).assign(project="two"))) == [True]
