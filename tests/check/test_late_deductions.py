"""A deduction that is added beside returns moves what stands: refused until it is said, with and without git."""

import shutil
from pathlib import Path

import pytest

from check.test_editions import DEDUCTIONS, FRAMEWORK, GUIDE, Was, added, was
from test_beginning import invoke

__all__ = ["was"]

MOVES = "north-road/2024-q2#3, fiscal: £6,997.20 with shared, £13,994.40 without."
"""Half of 1.75 years at £9,800 in the prices of the settings, less a fifth."""
MOVES = "north-road/2024-q2#3, fiscal: £6,997.20 with shared, £13,994.40 without."
"""Half of 1.75 years at £9,800 in the prices of the settings, less a fifth."""
LATE = {
    "project": "shared,project,north-road,,attribution,0.5",
    "programme": "shared,programme,road-fund,,attribution,0.5",
    "line": "shared,line,north-road/2024-q2#3,,attribution,0.5",
    "one edition": "shared,project,north-road,,attribution,0.5,2024.1",
}


@pytest.mark.parametrize("scope", LATE)
def test_a_late_deduction_is_refused_without_git(scope: str, was: Was, tmp_path: Path) -> None:
    """No figure that stands moves unsaid: check and build refuse it; record says what moves, and asks for a word."""
    data = Path(shutil.copytree(was.data, tmp_path / "data"))
    row = LATE[scope] if scope == "one edition" else f"{LATE[scope]},"
    added(DEDUCTIONS, f"{row},{GUIDE}")(data)
    table = data / FRAMEWORK / "editions.csv"
    recorded = table.read_text("utf-8")
    done = invoke("check", "--data", data)
    assert (done.exit_code, "Edition 2024.1 was recorded without shared" in done.stdout) == (1, True)
    assert invoke("build", "--data", data, "--out", tmp_path / "site").exit_code == 1
    done = invoke("record", "--data", data)
    assert (done.exit_code, "Nothing was written" in done.stderr) == (1, True)
    assert MOVES in done.stdout
    assert table.read_text("utf-8") == recorded
    done = invoke("record", "--data", data, "--deductions")
    assert (done.exit_code, MOVES in done.stdout) == (0, True)
    assert "1 row of edition 2024.1, for good" in done.stdout
    assert invoke("check", "--data", data).exit_code == 0


@pytest.mark.parametrize("row", ["project,south-hall", "programme,skills-fund"])
def test_a_deduction_that_no_return_is_counted_by_is_recorded(row: str, was: Was, tmp_path: Path) -> None:
    """It moves no figure: it can be recorded before the first return comes."""
    data = Path(shutil.copytree(was.data, tmp_path / "data"))
    added(DEDUCTIONS, f"shared,{row},,attribution,0.5,,{GUIDE}")(data)
    assert invoke("check", "--data", data).exit_code == 0
    assert "1 row of edition 2024.1, for good" in invoke("record", "--data", data).stdout
