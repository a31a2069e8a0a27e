"""Actual, Adjustment, Adjusted: which column holds the figures of the return is asked, never guessed."""

import pytest

from intake.lists import Desk
from socialvalue.errors import BrokenRepository
from socialvalue.intake.adjusted_figures import decided
from socialvalue.intake.questions import Answers
from socialvalue.intake.table import Table, find_table
from socialvalue.intake.workbook import Sheet

KEY = "adjusted:s"


def sheet_of(desk: Desk, *headings: str) -> Table:
    """A table of two measures with figures below each heading."""
    rows = [["KPI", *headings], ["fw1", "120", "-20", "100"], ["co1", "40", "0", "40"]]
    found = find_table(Sheet("S", rows), desk.register)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("headings", "choices"),
    [
        (("Actual", "Adjustment", "Adjusted"), ["B", "D", "leave-out"]),
        (("Actual", "Less: double counted", "Net"), ["B", "D", "leave-out"]),
        (("Actual", "Correction", "Comments"), ["B", "leave-out"]),
        (("Adjusted actual", "Change", "Actual"), ["B", "D", "leave-out"]),
        (("Actual (£)", "Adjustment", "Adjusted (£k)"), ["B", "D", "leave-out"]),
    ],
)
def test_which_figures_are_meant_is_asked(headings: tuple[str, ...], choices: list[str], register: Desk) -> None:
    """The difference itself is no choice; without an answer nothing is settled."""
    answers = Answers()
    table = sheet_of(register, *headings)
    assert decided(table, answers) is table
    assert [choice.value for choice in answers.open[KEY].choices] == choices
    for letter in choices[:-1]:
        (column,) = decided(table, Answers({KEY: letter})).of("quantity")
        assert column.heading == headings["BCD".index(letter)]
        assert column.unit == {"Actual (£)": "£", "Adjusted (£k)": "£k"}.get(column.heading, "")
    with pytest.raises(BrokenRepository, match="in one column"):
        decided(table, Answers({KEY: "leave-out"}))


@pytest.mark.parametrize(
    "headings", [("Actual", "Revised target", "Final forecast"), ("Actual", "Batch", "Actual delivered")]
)
def test_plans_and_other_columns_ask_nothing(headings: tuple[str, ...], register: Desk) -> None:
    """A target that was revised puts no figure right."""
    answers = Answers()
    table = find_table(Sheet("S", [["KPI", "Number", *headings], ["fw1", "3", "4", "5", "6"]]), register.register)
    assert table is not None
    assert decided(table, answers) is table
    assert not answers.asked
