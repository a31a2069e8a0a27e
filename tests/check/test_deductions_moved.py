"""A deduction for one project or line stays with it, and names one that is there; also where there is no git."""

import csv
import shutil
from pathlib import Path

import pytest

from check.repository import GOOD
from check.test_bad_examples import commit
from check.test_editions import DEDUCTIONS, FRAMEWORK, GUIDE, added
from check.test_history import edited
from test_beginning import invoke

TABLE = FRAMEWORK / "editions.csv"
MOVED = "applies_to of shared differs from what edition 2024.1 was published with."


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The good repository with a deduction for its project, recorded."""
    found = Path(shutil.copytree(GOOD, tmp_path / "data"))
    added(DEDUCTIONS, f"shared,project,north-road,,attribution,0.5,,{GUIDE}")(found)
    assert "23 rows of edition 2024.1, for good" in invoke("record", "--data", found).stdout
    return found


def recorded(data: Path) -> dict[str, str]:
    """What each row that was recorded is for."""
    with (data / TABLE).open(newline="", encoding="utf-8") as file:
        return {row["name"]: row["applies_to"] for row in csv.DictReader(file)}


def test_what_a_deduction_is_for_is_recorded(data: Path) -> None:
    """The project of one for a project; of the others, for a measure, their checksum has it."""
    assert {name: named for name, named in recorded(data).items() if named} == {"shared": "north-road"}


@pytest.mark.parametrize("of_git", [True, False])
def test_a_deduction_that_goes_to_another_project_is_found(data: Path, of_git: bool, tmp_path: Path) -> None:
    """Its figures move, and those of the other project: refused with git and without."""
    if of_git:
        commit(data.parent)
    edited(DEDUCTIONS, "applies_to", "south-hall", "shared")(data)
    done = invoke("check", "--data", data)
    assert (done.exit_code, done.stdout.count(MOVED)) == (1, 1), done.stdout
    assert invoke("build", "--data", data, "--out", tmp_path / "site").exit_code == 1


@pytest.mark.parametrize("of_git", [True, False])
@pytest.mark.parametrize(("applies_to", "status"), [("south-hall", 1), ("north-road", 0)])
def test_another_name_hides_no_other_project(applies_to: str, status: int, of_git: bool, data: Path) -> None:
    """A deduction that is only called otherwise is the same; one for another project is another one, and is not
    recorded."""
    if of_git:
        commit(data.parent)
    edited(DEDUCTIONS, "applies_to", applies_to, "shared")(data)
    edited(DEDUCTIONS, "adjustment", "halved", "shared")(data)
    done = invoke("check", "--data", data)
    gone = "shared was in edition 2024.1 when it was published."
    assert (done.exit_code, done.stdout.count(gone)) == (status, status), done.stdout
    invoke("record", "--data", data)
    assert ("halved" in recorded(data)) == (not status)


def test_a_project_may_be_called_otherwise(data: Path) -> None:
    """It is the same project: nothing moved."""
    for file in ("register/projects.csv", "register/targets.csv", DEDUCTIONS):
        column = "applies_to" if file == DEDUCTIONS else "project"
        edited(file, column, "north-way", "shared" if file == DEDUCTIONS else "north-road")(data)
    edited("register/projects.csv", "renamed_from", "north-road", "north-way")(data)
    assert MOVED not in invoke("check", "--data", data).stdout


def test_an_older_record_is_filled_in_and_then_kept(data: Path) -> None:
    """A row from before the column says what the deduction is for after the next run; its checksum stays."""
    before = (data / TABLE).read_text("utf-8")
    (data / TABLE).write_text(before.replace("north-road", ""), "utf-8")
    assert "1 row of edition 2024.1" in invoke("record", "--data", data).stdout
    assert (data / TABLE).read_text("utf-8") == before
    commit(data.parent)
    (data / TABLE).write_text(before.replace("north-road", "south-hall"), "utf-8")
    assert "The applies_to of shared in edition 2024.1 is another." in invoke("check", "--data", data).stdout


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("measure,iw7", 'There is no measure "iw7" in example-open.'),
        ("programme,roads", 'There is no programme "roads".'),
        ("project,", "It names no project."),
        ("line,north-road/2024-q2#99", 'There is no line and no promise "north-road/2024-q2#99".'),
        ("line,north-road/2030-q1#1", 'There is no line and no promise "north-road/2030-q1#1".'),
    ],
)
def test_a_deduction_for_nothing_is_refused(row: str, said: str, tmp_path: Path) -> None:
    """Of every scope; nothing would be taken off, and nobody would know."""
    data = Path(shutil.copytree(GOOD, tmp_path / "data"))
    added(DEDUCTIONS, f"shared,{row},,attribution,0.5,,{GUIDE}")(data)
    done = invoke("check", "--data", data)
    assert (done.exit_code, said in done.stdout) == (1, True), done.stdout


@pytest.mark.parametrize("row", ["line,north-road/2024-q2#3", "line,north-road-weeks"])
def test_a_deduction_for_a_line_or_a_promise_is_right(row: str, tmp_path: Path) -> None:
    """Also where one return alone is asked about, and the lines of others are not read."""
    data = Path(shutil.copytree(GOOD, tmp_path / "data"))
    added(DEDUCTIONS, f"shared,{row},,attribution,0.5,,{GUIDE}")(data)
    assert invoke("check", "--data", data).exit_code == 0
    one = data / "returns/road-fund/north-road/2024-q1"
    assert invoke("check", "--data", data, one).exit_code == 0
