"""Which returns are late, due and next, on the command line. Everything in it is invented."""

import json
import shutil
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from socialvalue import run
from socialvalue.cli import main
from socialvalue.reminders import reminders


@pytest.mark.parametrize(
    ("on", "late", "open_", "following"),
    [
        (date(2024, 3, 31), [], [], ["2024-q1"]),
        (date(2024, 4, 1), [], ["2024-q1"], []),
        (date(2024, 4, 30), [], ["2024-q1"], []),
        (date(2024, 5, 1), ["2024-q1"], [], []),
        (date(2024, 10, 30), ["2024-q1"], ["2024-q3"], ["2024-q4"]),
        (date(2023, 1, 1), [], [], []),
    ],
)
def test_a_return_is_next_then_open_then_late(
    small: Path, on: date, late: list[str], open_: list[str], following: list[str]
) -> None:
    """On its last day it is still in time. What was sent is not told of."""
    found: dict[str, list[str]] = {"late": [], "open": [], "next": []}
    for state, duty in reminders(run.checked(small), on):
        found[state].append(duty.span.folder)
    assert found == {"late": late, "open": open_, "next": following}


def test_the_command_ends_with_1_where_a_return_is_late(small: Path) -> None:
    """A schedule can act on it; a person reads the day, the period and its folder."""
    late = CliRunner().invoke(main, ["due", "--data", str(small), "--on", "2024-05-01"])
    assert late.exit_code == 1
    assert "by 30 April 2024      north-road  1 January to 31 March 2024  (2024-q1)" in late.output
    in_time = CliRunner().invoke(main, ["due", "--data", str(small), "--on", "2024-04-30"])
    assert in_time.exit_code == 0
    assert "To send now" in in_time.output
    assert "1 project has not said when they report" in in_time.output


def test_the_folder_is_named_by_the_calendar_of_the_settings(small: Path, tmp_path: Path) -> None:
    """As `socialvalue new` would name it."""
    data = Path(shutil.copytree(small, tmp_path / "data"))
    with (data / "authority.toml").open("a", encoding="utf-8") as file:
        file.write('\nquarters = "financial"\n')
    said = CliRunner().invoke(main, ["due", "--data", str(data), "--on", "2024-05-01", "--format", "json"]).output
    assert json.loads(said)[0] == {
        "state": "late",
        "project": "north-road",
        "start": "2024-01-01",
        "end": "2024-03-31",
        "folder": "2023-24-q4",
        "by": "2024-04-30",
    }
