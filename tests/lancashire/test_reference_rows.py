"""Each of the 256 published outcomes that the data was compiled from is in data/ once, with its figure.

reference-rows.csv holds keys and figures alone: what a row became, where it is, and the figure recorded there.
"""

import csv
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

DATA = Path(__file__).parents[2] / "data"
FILES = {
    "target": ("targets.csv", "target", "quantity"),
    "figure": ("published-figures.csv", "figure", "amount_gbp"),
    "left-out": ("left-out.csv", "item", "quantity"),
}


def _read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _facts(rows: list[dict[str, str]]) -> dict[str, tuple[str, str, dict[str, str]]]:
    """What is said of each project, by the project and the place of the row among its own: boost/2."""
    seen: Counter[str] = Counter()
    found = {}
    for row in rows:
        seen[row["project"]] += 1
        found[f"{row['project']}/{seen[row['project']]}"] = (row["project"], row["amount_gbp"], row)
    return found


def _number(text: str) -> Decimal | None:
    return Decimal(text) if text else None


REFERENCE = _read(Path(__file__).with_name("reference-rows.csv"))


@pytest.fixture(scope="module")
def recorded() -> dict[str, dict[str, tuple[str, str, dict[str, str]]]]:
    """What data/ records, by kind and place: the project, the figure and the whole row."""
    found = {
        kind: {row[key]: (row["project"], row[figure], row) for row in _read(DATA / "register" / name)}
        for kind, (name, key, figure) in FILES.items()
    }
    found["fact"] = _facts(_read(DATA / "register" / "project-facts.csv"))
    found["line"] = {
        f"{path.parent.parent.name}/{path.parent.name}#{row['line']}": (
            path.parent.parent.name,
            row["quantity"],
            row,
        )
        for path in DATA.glob("returns/*/*/*/lines.csv")
        for row in _read(path)
    }
    return found


def test_the_list_is_whole():
    """All 256 rows are on the list, each once and under a key of its own."""
    assert [row["row"] for row in REFERENCE] == [str(number) for number in range(1, 257)]
    assert len({row["key"] for row in REFERENCE}) == len(REFERENCE)


def test_no_place_stands_for_two_rows():
    """No two rows became the same line, target, figure, fact or left-out item."""
    places = Counter((row["became"], row["where"]) for row in REFERENCE)
    assert [place for place, times in places.items() if times > 1] == []


@pytest.mark.parametrize("row", REFERENCE, ids=lambda row: f"{row['row']}-{row['key']}")
def test_a_row_is_where_the_list_says(row, recorded):
    """A row is found under its project, with the figure that the list gives."""
    project, figure, _ = recorded[row["became"]][row["where"]]
    assert (project, _number(figure)) == (row["project"], _number(row["recorded"]))


@pytest.mark.parametrize("row", [row for row in REFERENCE if row["how"] == "as stated"], ids=lambda row: row["row"])
def test_a_figure_is_recorded_as_stated(row):
    """Where nothing was worked out, the recorded figure is the stated one."""
    assert _number(row["recorded"]) == _number(row["quantity"])


@pytest.mark.parametrize(
    "row", [row for row in REFERENCE if row["how"] == "what the period added"], ids=lambda row: row["row"]
)
def test_a_series_adds_up_to_what_was_stated(row, recorded):
    """A cumulative figure is what its period added plus the earlier parts, and the line says how."""
    figures = {earlier["row"]: Decimal(earlier["recorded"]) for earlier in REFERENCE if earlier["recorded"]}
    earlier = sum(figures[number] for number in row["after"].split())
    assert earlier > 0
    assert Decimal(row["recorded"]) + earlier == Decimal(row["quantity"])
    derivation = recorded["line"][row["where"]][2]["derivation"]
    assert f"{int(row['quantity']):,}" in derivation


def test_a_count_of_too_few_people_is_not_repeated(recorded):
    """A withheld row has no number here nor in data/, and the reason says why."""
    withheld = [row for row in REFERENCE if row["how"] == "withheld"]
    assert withheld
    for row in withheld:
        item = recorded["left-out"][row["where"]][2]
        assert row["quantity"] + row["recorded"] + row["unit"] + item["quantity"] + item["unit"] == ""
        assert item["reason_kind"] == "too few people"


def test_every_way_is_one_that_is_tested_here():
    """No row escapes by naming another way."""
    assert {row["how"] for row in REFERENCE} == {"as stated", "what the period added", "withheld"}
