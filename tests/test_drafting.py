"""A new return is laid out so that an officer only fills it in."""

import csv
import json
import shutil
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from socialvalue import arguments, run
from socialvalue.cli import main
from socialvalue.domain.spans import Span
from socialvalue.drafting import draft
from socialvalue.errors import BrokenRepository

TODAY = "2024-10-04"


@pytest.fixture
def data(small: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(small, tmp_path / "data"))


def drafted(data: Path, project: str, period: str) -> Path:
    """A return as `socialvalue new` lays it out."""
    return draft(run.checked(data), data, project, arguments.period(period, data)[0], TODAY)


def setting(data: Path, quarters: str) -> None:
    """Count quarters by one calendar."""
    with (data / "authority.toml").open("a", encoding="utf-8") as file:
        file.write(f'\nquarters = "{quarters}"\n')


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        ("2025-q3", date(2025, 7, 1), date(2025, 9, 30)),
        ("2025-q4", date(2025, 10, 1), date(2025, 12, 31)),
        ("2025-26-q4", date(2026, 1, 1), date(2026, 3, 31)),
        ("Q1 2026-27", date(2026, 4, 1), date(2026, 6, 30)),
        ("2025-26", date(2025, 4, 1), date(2026, 3, 31)),
        ("2011-12", date(2011, 4, 1), date(2012, 3, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("1999-00", date(1999, 4, 1), date(2000, 3, 31)),
    ],
)
def test_a_period_has_a_first_and_a_last_day(data: Path, period: str, first: date, last: date) -> None:
    """A quarter of each calendar, a financial year, a month and a year are understood."""
    assert arguments.period(period, data)[0] == Span(first, last)


@pytest.mark.parametrize(
    "period", ["2025-q5", "2025-13", "25-q1", "2025-00", "../2025", "july", "0000-q1", "2025-27-q1"]
)
def test_what_is_no_period_is_refused_with_examples(data: Path, period: str) -> None:
    """The message shows what to write instead."""
    with pytest.raises(BrokenRepository, match="2025-26"):
        arguments.period(period, data)


@pytest.mark.parametrize(
    ("quarters", "period", "first", "folder", "also"),
    [
        ("", "2026-q1", date(2026, 1, 1), "2026-q1", "2026-27-q1"),
        ("", "2026-27-q1", date(2026, 4, 1), "2026-q2", ""),
        ("calendar", "2026-q1", date(2026, 1, 1), "2026-q1", ""),
        ("calendar", "2026-27-q1", date(2026, 4, 1), "2026-q2", ""),
        ("financial", "2026-q1", date(2026, 4, 1), "2026-27-q1", ""),
        ("financial", "Q4 2025-26", date(2026, 1, 1), "2025-26-q4", ""),
    ],
)
def test_the_settings_say_which_quarter_is_meant(
    data: Path, quarters: str, period: str, first: date, folder: str, also: str
) -> None:
    """A council's first quarter begins in April: its name stands for its days, and without a setting both are told."""
    if quarters:
        setting(data, quarters)
    span, name, others = arguments.period(period, data)
    assert (span.start, name) == (first, folder)
    assert (also in others) if also else not others


def test_new_prints_the_days_and_what_both_calendars_call_them(data: Path) -> None:
    """The wrong quarter is never written in silence."""
    said = CliRunner().invoke(main, ["new", "--data", str(data), "north-road", "2026-q1"]).output
    assert "1 January to 31 March 2026: quarter 1 of 2026, quarter 4 of the financial year 2025-26." in said
    assert "For 1 April to 30 June 2026, write 2026-27-q1." in said


def test_a_second_return_for_the_same_days_is_refused_under_its_other_name(data: Path) -> None:
    """2024-q2 and 2024-25-q1 are the same days."""
    setting(data, "financial")
    with pytest.raises(BrokenRepository, match=r"north-road/2024-q2 is already there, for 1 April to 30 June 2024"):
        drafted(data, "north-road", "2024-25-q1")
    assert drafted(data, "north-road", "2024-25-q4").name == "2024-25-q4"


def test_a_line_is_laid_out_for_each_promised_measure(data: Path) -> None:
    """The officer finds the measures and units of the project's current promises."""
    folder = drafted(data, "north-road", "2024-q3")
    assert folder == data / "returns" / "road-fund" / "north-road" / "2024-q3"
    with (folder / "lines.csv").open(newline="") as file:
        lines = list(csv.DictReader(file))
    assert [(line["measure"], line["unit"], line["quantity"]) for line in lines] == [
        ("fw1", "weeks", ""),
        ("le1", "gbp", ""),
    ]


def test_the_descriptor_declares_nothing_for_the_officer(data: Path) -> None:
    """Both attestations are false until the officer says otherwise."""
    folder = drafted(data, "north-road", "2024-q3")
    descriptor = json.loads((folder / "datapackage.json").read_text())
    assert set(descriptor["attestations"].values()) == {False}
    assert descriptor["period"] == {"start": "2024-07-01", "end": "2024-09-30"}
    assert descriptor["received_on"] == TODAY


def test_a_project_that_is_not_in_the_register_is_named_with_its_likeness(data: Path) -> None:
    """A slip in the name is answered with the name that was probably meant."""
    with pytest.raises(BrokenRepository, match="Did you mean north-road"):
        drafted(data, "north", "2024-q3")


def test_a_folder_that_is_there_is_never_overwritten(data: Path) -> None:
    """What an officer has filled in is safe."""
    with pytest.raises(BrokenRepository, match="already there"):
        drafted(data, "north-road", "2024-q2")


@pytest.mark.parametrize("written", ["North Road", "north_road", "NORTH-ROAD", "nort-road"])
def test_a_project_that_people_call_by_its_name_is_found(data: Path, written: str) -> None:
    """The name in words, in capitals or with a slip leads to the short name."""
    with pytest.raises(BrokenRepository, match=r"Did you mean .*north-road"):
        drafted(data, written, "2025-q3")


def test_new_warns_of_days_outside_the_contract(data: Path) -> None:
    """The return is laid out all the same: contracts are extended."""
    done = CliRunner().invoke(main, ["new", "north-road", "2026-q1", "--data", str(data)])
    assert done.exit_code == 0, done.output
    assert "Warning: The contract of North Road (invented) ended on 31 December 2025" in done.output


def test_new_says_how_to_check_what_it_wrote(data: Path) -> None:
    """The line that it prints works as it stands, also for data in another place."""
    said = CliRunner().invoke(main, ["new", "--data", str(data), "north-road", "2025-q3"]).output.splitlines()
    words = said[-1].split()
    assert words[:2] == ["socialvalue", "check"]
    assert CliRunner().invoke(main, words[1:]).exit_code == 1  # not filled in yet, but found
