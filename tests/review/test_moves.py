"""Every published £ that moves is named, whatever cell moved it: of promises, of sums, of the register."""

import re
from pathlib import Path

import pytest

from check.test_bad_examples import commit
from check.test_history import edited
from review.command import diff

PROMISES = Path("register/targets.csv")
MEASURES = Path("frameworks/example-open/measures.csv")
VALUES = Path("frameworks/example-open/unit-values.csv")
PRICES = Path("reference/deflators.csv")
AREAS = Path("reference/areas.csv")
A_SECOND_VALUE = (
    "weeks-economic,fw1,economic,total,{},,,2023-24,yes,,,,,,,An invented source,,Example Council (invented),"
    "https://example.org/values,OGL v3.0,first-hand,A,,\n"
)
ANOTHER = "{name},{project},{measure},{quantity},{unit},,commitment,2023-01,2025-12,,{replaces},,,,,example-page,A,\n"


def added(data: Path, path: Path, text: str) -> None:
    with (data / path).open("a", encoding="utf-8") as file:
        file.write(text)


@pytest.fixture
def valued(data: Path) -> Path:
    """The repository with £ for the weeks that are promised, and with people in its districts, published again."""
    added(data, VALUES, A_SECOND_VALUE.format("100"))
    added(data, PRICES, "2024-10,2025-26,110,forecast,Invented for tests,OGL v3.0\n")
    areas = data / AREAS
    areas.write_text(areas.read_text("utf-8").replace(",district,,,,,,", ",district,,,5000,2024,A,"), "utf-8")
    commit(data.parent)
    return data


@pytest.mark.parametrize(
    ("column", "value", "key"),
    [
        ("quantity", "900", "north-road-weeks"),
        ("due", "2023-12", "north-road-weeks"),
        ("measure", "fw2", "north-road-weeks"),
        ("project", "south-hall", r"project south-hall \(committed\)"),
    ],
)
def test_a_cell_of_a_promise_that_moves_its_worth(column: str, value: str, key: str, valued: Path) -> None:
    """In the first line, by name with the £ before and after, and for a second pair of eyes."""
    edited(str(PROMISES), column, value, "north-road-weeks")(valued)
    if column == "measure":
        edited(str(PROMISES), "unit", "hours_x_attendees", "north-road-weeks")(valued)
    said = diff(valued)
    assert re.search(r"\. \d+ published figures? moves?\. ", said.splitlines()[0]), said
    assert re.search(rf"\n  {key}, Economic(, .*)?: £[\d,.]+ → £[\d,.]+\.", said), said
    assert "that nobody sent anew" in said


def test_what_is_promised_stands_beside_what_was_delivered(valued: Path) -> None:
    """Before and after by kind, never in one row with it; each £ is that of the promise alone."""
    edited(str(PROMISES), "quantity", "800", "north-road-weeks")(valued)
    assert re.search(r"\n  Promised: Economic +£[\d,]+ +£[\d,]+ +\+£[\d,]+\n", diff(valued))


def test_a_new_promise_is_told_with_its_worth(valued: Path) -> None:
    """Nothing else moves; one that is worth much asks for a second look, and one in place of another names it."""
    settings = valued / "authority.toml"
    settings.write_text("second_look_gbp = 1000\n" + settings.read_text(encoding="utf-8"), encoding="utf-8")
    commit(valued.parent)
    new = {"project": "north-road", "measure": "fw1", "unit": "weeks", "quantity": "30000"}
    added(valued, PROMISES, ANOTHER.format(name="more-weeks", replaces="north-road-weeks", **new))
    said = diff(valued)
    assert re.match(r"Nothing removed\. 1 new promise\. 0 errors, ", said), said
    told = r"north-road, more-weeks: Apprenticeship weeks, 30,000 weeks by 2025-12, in place of north-road-weeks\. "
    assert re.search(rf"New promises\n  {told}Economic: £[\d,]+\.", said), said
    assert "1 row is worth £1,000 or more of one kind: more-weeks" in said
    assert "Published figures that move" not in said


@pytest.mark.parametrize("beside", [False, True], ids=["alone", "beside a new promise"])
def test_a_measure_of_another_theme_moves_the_sums_by_theme(beside: bool, valued: Path) -> None:
    """Whatever else is in the same change, and as what it is: the words of the measure are as they were."""
    edited(str(MEASURES), "theme", "local-economy", "fw1")(valued)
    if beside:
        new = {"project": "south-hall", "measure": "po1", "unit": "jobs", "quantity": "5", "replaces": ""}
        added(valued, PROMISES, ANOTHER.format(name="hall-jobs", **new))
    said = diff(valued)
    assert re.search(r"\n  theme future-workforce \(committed\), Economic: £[\d,]+ → £0\.", said), said
    assert re.search(r"\n  theme local-economy \(committed\), Economic: £0 → £[\d,]+\.", said), said
    assert "No published figure moves" not in said
    assert "measure fw1 (example-open): Apprenticeship weeks, theme future-workforce → Apprenticeship weeks, " in said
    assert "in other words" not in said


@pytest.mark.parametrize(
    ("table", "column", "value", "row", "told"),
    [
        (
            "reference/areas.csv",
            "population",
            "77",
            "E07000901",
            r"area \w+, Fiscal, for each person who lives there: £.* → £.*",
        ),
        ("register/projects.csv", "contract_gbp", "1600000", "north-road", r"contract: £1,500,000 → £1,600,000"),
        ("register/projects.csv", "total_cost_gbp", "3000000", "north-road", r"total cost: £2,000,000 → £3,000,000"),
    ],
)
def test_a_published_amount_of_the_register(
    table: str, column: str, value: str, row: str, told: str, valued: Path
) -> None:
    """It moves as a valued one does."""
    edited(table, column, value, row)(valued)
    said = diff(valued)
    assert re.search(rf"Published figures that move\n(  .*\n)*  .*{told}", said), said
