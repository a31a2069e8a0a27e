"""Actual, Adjustment, Adjusted: which column holds the figures of the return is asked, never guessed."""

import pytest

from intake.lists import Desk
from socialvalue.errors import BrokenRepository
from socialvalue.intake.questions import Answers
from socialvalue.intake.table import Table, find_table
from socialvalue.intake.which_figures import decided
from socialvalue.intake.workbook import Sheet

KEY = "figures:s"


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
    assert decided(table, register.register, answers) is table
    assert [choice.value for choice in answers.open[KEY].choices] == choices
    for letter in choices[:-1]:
        (column,) = decided(table, register.register, Answers({KEY: letter})).of("quantity")
        assert column.heading == headings["BCD".index(letter)]
        assert column.unit == {"Actual (£)": "£", "Adjusted (£k)": "£k"}.get(column.heading, "")
    with pytest.raises(BrokenRepository, match="in one column"):
        decided(table, register.register, Answers({KEY: "leave-out"}))


@pytest.mark.parametrize(
    ("headings", "rows", "choices"),
    [
        (("Number", "KPI", "Actual"), [["1", "fw1", "4"], ["2", "co1", "40"]], ["A", "C"]),
        (("KPI", "Actual v1", "Actual v2"), [["fw1", "120", "100"]], ["B", "C"]),
        (("KPI", "Delivered", "Verified"), [["fw1", "120", "100"]], ["B", "C"]),
        (("KPI", "Delivered", "Should be"), [["fw1", "120", "100"]], ["B", "C"]),
        (("KPI", "Actual", "Change since last report"), [["fw1", "120", "20"]], ["B", "C"]),
        (("KPI", "Delivered", "Disallowed"), [["fw1", "120", "20"]], ["B"]),
        (("KPI", "Delivered", "Attribution %"), [["fw1", "120", "50%"]], ["B"]),
        (("KPI", "Delivered", "Pro rata"), [["fw1", "120", "0.5"]], ["B"]),
    ],
)
def test_figures_that_differ_beside_others_are_asked_about(
    headings: tuple[str, ...], rows: list[list[str]], choices: list[str], register: Desk
) -> None:
    """Whatever the headings call them, and whichever stands first."""
    answers = Answers()
    table = find_table(Sheet("S", [headings, *rows]), register.register)
    assert table is not None
    decided(table, register.register, answers)
    assert [choice.value for choice in answers.open[KEY].choices] == [*choices, "leave-out"]


def test_columns_that_say_the_same_and_nothing_taken_off_ask_nothing(register: Desk) -> None:
    """One step inside: the figures agree, and what is taken off is nothing."""
    answers = Answers()
    for headings, row in [
        (["KPI", "Actual", "Actual delivered"], ["fw1", "4", "4.0"]),
        (["KPI", "Actual", "Visits"], ["fw1", "4", "9"]),
    ]:
        table = find_table(Sheet("S", [headings, row]), register.register)
        assert table is not None
        assert decided(table, register.register, answers) is table
    table = find_table(Sheet("S", [["KPI", "Actual", "Disallowed"], ["fw1", "4", "0"]]), register.register)
    assert table is not None
    assert decided(table, register.register, answers) is table
    assert not answers.asked


MONTHS = [
    ["KPI", "Actual Apr-24", "Adjusted Apr-24", "Actual May-24", "Adjusted May-24"],
    ["KPI", "Apr-24", "Adjusted", "May-24", "Adjusted"],
    ["KPI", "Apr-24", "Cumulative", "May-24", "Cumulative"],
    ["KPI", "Apr-24", "Apr-24 cumulative", "May-24", "May-24 cumulative"],
]


@pytest.mark.parametrize("headings", MONTHS)
def test_months_are_put_right_by_their_own_columns(headings: list[str], register: Desk) -> None:
    """One question for all months; each chosen column has the month of the one in whose place it stands, and never are
    both read."""
    answers = Answers()
    table = find_table(Sheet("S", [headings, ["fw1", "4", "3", "5", "8"]]), register.register)
    assert table is not None
    decided(table, register.register, answers)
    assert [choice.value for choice in answers.open[KEY].choices] == ["B", "C", "leave-out"]
    for letter, numbers in (("B", [2, 4]), ("C", [3, 5])):
        found = decided(table, register.register, Answers({KEY: letter}))
        read = found.of("quantity") + found.of("running_total")
        assert [(column.number, column.period) for column in read] == list(
            zip(numbers, ["Apr-24", "May-24"], strict=True)
        )
        assert bool(found.of("running_total")) == (letter == "C" and "umulative" in headings[2])


@pytest.mark.parametrize("headings", [("Revised target", "Final forecast", "Batch"), ("Batch", "Cost", "Phone")])
def test_plans_and_other_columns_ask_nothing(headings: tuple[str, ...], register: Desk) -> None:
    """A target that was revised puts no figure right."""
    answers = Answers()
    table = find_table(Sheet("S", [["KPI", "Actual", *headings], ["fw1", "3", "4", "5", "6"]]), register.register)
    assert table is not None
    assert decided(table, register.register, answers) is table
    assert not answers.asked
