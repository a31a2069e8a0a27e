"""A new return is laid out so that an officer only fills it in."""

import csv
import json
import shutil
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from socialvalue import run
from socialvalue.cli import main
from socialvalue.drafting import dates_of, draft
from socialvalue.errors import BrokenRepository

TODAY = "2024-10-04"


@pytest.fixture
def data(small: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(small, tmp_path / "data"))


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        ("2025-q3", date(2025, 7, 1), date(2025, 9, 30)),
        ("2025-q4", date(2025, 10, 1), date(2025, 12, 31)),
        ("2025-26", date(2025, 4, 1), date(2026, 3, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("1999-00", date(1999, 4, 1), date(2000, 3, 31)),
    ],
)
def test_a_period_has_a_first_and_a_last_day(period: str, first: date, last: date) -> None:
    """A quarter, a financial year, a month and a year are understood."""
    assert dates_of(period) == (first, last)


@pytest.mark.parametrize("period", ["2025-q5", "2025-13", "25-q1", "2025-00", "../2025", "july"])
def test_what_is_no_period_is_refused_with_examples(period: str) -> None:
    """The message shows what to write instead."""
    with pytest.raises(BrokenRepository, match="2025-26"):
        dates_of(period)


def test_a_line_is_laid_out_for_each_promised_measure(data: Path) -> None:
    """The officer finds the measures and units of the project's current promises."""
    folder = draft(run.checked(data), data, "north-road", "2024-q3", TODAY)
    assert folder == data / "returns" / "road-fund" / "north-road" / "2024-q3"
    with (folder / "lines.csv").open(newline="") as file:
        lines = list(csv.DictReader(file))
    assert [(line["measure"], line["unit"], line["quantity"]) for line in lines] == [
        ("fw1", "weeks", ""),
        ("le1", "gbp", ""),
    ]


def test_the_descriptor_declares_nothing_for_the_officer(data: Path) -> None:
    """Both attestations are false until the officer says otherwise."""
    folder = draft(run.checked(data), data, "north-road", "2024-q3", TODAY)
    descriptor = json.loads((folder / "datapackage.json").read_text())
    assert set(descriptor["attestations"].values()) == {False}
    assert descriptor["period"] == {"start": "2024-07-01", "end": "2024-09-30"}
    assert descriptor["received_on"] == TODAY


def test_a_project_that_is_not_in_the_register_is_named_with_its_likeness(data: Path) -> None:
    """A slip in the name is answered with the name that was probably meant."""
    with pytest.raises(BrokenRepository, match="Did you mean north-road"):
        draft(run.checked(data), data, "north", "2024-q3", TODAY)


def test_a_folder_that_is_there_is_never_overwritten(data: Path) -> None:
    """What an officer has filled in is safe."""
    with pytest.raises(BrokenRepository, match="already there"):
        draft(run.checked(data), data, "north-road", "2024-q2", TODAY)


@pytest.mark.parametrize("written", ["North Road", "north_road", "NORTH-ROAD", "nort-road"])
def test_a_project_that_people_call_by_its_name_is_found(data: Path, written: str) -> None:
    """The name in words, in capitals or with a slip leads to the short name."""
    with pytest.raises(BrokenRepository, match=r"Did you mean .*north-road"):
        draft(run.checked(data), data, written, "2025-q3", TODAY)


def test_new_says_how_to_check_what_it_wrote(data: Path) -> None:
    """The line that it prints works as it stands, also for data in another place."""
    said = CliRunner().invoke(main, ["new", "--data", str(data), "north-road", "2025-q3"]).output.splitlines()
    words = said[-1].split()
    assert words[:2] == ["socialvalue", "check"]
    assert CliRunner().invoke(main, words[1:]).exit_code == 1  # not filled in yet, but found
