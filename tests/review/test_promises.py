"""A promise that asks for less than it did is told before all else."""

import csv
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from check.test_bad_examples import commit
from review.command import diff
from socialvalue.cli import main


def promises(data: Path) -> Path:
    """The table of promises."""
    return data / "register/targets.csv"


def change_promise(data: Path, column: str, value: str) -> str:
    """Change one cell of the first promise; give its name."""
    with promises(data).open(encoding="utf-8", newline="") as file:
        table = list(csv.DictReader(file))
    table[0][column] = value
    with promises(data).open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(table[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(table)
    return table[0]["target"]


@pytest.mark.parametrize(
    ("column", "value", "told"),
    [("quantity", "1", True), ("due", "2040", True), ("bound", "up to", True), ("quantity", "9000000", False)],
)
def test_a_promise_that_asks_for_less_is_told_first(column: str, value: str, told: bool, data: Path) -> None:
    """Lowered, put off or less firmly bound: in the first line, with before and after, and for a second pair of eyes.
    One that is raised is none of these."""
    name = change_promise(data, column, value)
    said = diff(data)
    assert ("1 promise LOWERED or taken away." in said.splitlines()[0]) == told, said
    assert (f"1 promise was lowered, put off or taken away: north-road {name}" in said) == told, said
    assert not told or re.search(rf"north-road, {name}: .+ → .+\.", said)


def test_a_promise_that_is_taken_away_is_told(data: Path) -> None:
    """Its line was deleted."""
    text = promises(data).read_text(encoding="utf-8").splitlines(keepends=True)
    promises(data).write_text("".join([text[0], *text[2:]]), encoding="utf-8")
    assert "→ nothing: it was taken away." in diff(data)


def test_a_promise_that_is_only_lowered_is_not_passed(data: Path) -> None:
    """It says so where what was delivered is less than what was asked for before."""
    change_promise(data, "quantity", "1")
    assert "Not passed by what was delivered: only the target was lowered." in diff(data)


@pytest.mark.parametrize(("asked", "told"), [("100", True), ("40", False)])
def test_a_withdrawal_names_the_promise_that_is_kept_no_more(asked: str, told: bool, data: Path) -> None:
    """As a new return names the one that it keeps; what earlier returns keep stays kept."""
    change_promise(data, "quantity", asked)
    commit(data.parent)
    if told:
        change_promise(data, "quantity", "400")
        assert "Only the target was raised." in diff(data)
        change_promise(data, "quantity", asked)
    words = ["withdraw", "north-road/2024-q2", "--reason", "Sent for another project.", "--data", str(data)]
    assert CliRunner().invoke(main, words).exit_code == 0
    said = diff(data)
    assert bool(re.search(r"Targets passed no more\s+north-road: \w+", said)) == told, said
    assert "Only the target was raised." not in said
