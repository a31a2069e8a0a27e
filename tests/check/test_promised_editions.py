"""A promise's £ is a published figure: its edition stays what it was, and a new one takes nothing away unsaid."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from check.repository import GOOD
from check.test_bad_examples import commit
from check.test_editions import DEDUCTIONS, GUIDE, KEPT, VALUES, added, each, raised
from check.test_editions import value as value_row
from check.test_history import edited, edited_settings
from socialvalue import run
from socialvalue.check import check
from socialvalue.load import load
from socialvalue.publish.words.reasons import no_value
from socialvalue.records import NoValue
from socialvalue.value import value
from test_beginning import invoke

PROJECTS = "register/projects.csv"
PROMISE = "south-hall-jobs,south-hall,iw1,2,fte_years,,commitment,2023-01,2024-03,,,,,,,example-page,A,"
"""2 years at £9,800, less a fifth: £15,680."""
NEW_EDITION = each(
    edited(VALUES, "edition", "2024.1"), added(VALUES, value_row("claimant-2025", "9900", "2025.1")), raised
)
"""The old row is given its edition, a row with £9,900 is added, and the version raised: as docs/upgrade.md says."""
NEW_DEDUCTION = each(added(DEDUCTIONS, f"later,framework,,,deadweight,0.25,2025.1,{GUIDE}"), raised)
BOTH = "2024.1 and 2025.1"


def promising(to: Path, edition: str) -> Path:
    """The good repository without a return, and with one promise, of a project that names this edition or none."""
    data = Path(shutil.copytree(GOOD, to / "data"))
    shutil.rmtree(data / "returns/road-fund")
    targets = data / "register/targets.csv"
    targets.write_text(f"{targets.read_text('utf-8').splitlines()[0]}\n{PROMISE}\n", "utf-8")
    signed("example-open", edition)(data)
    return data


def signed(framework: str, edition: str) -> Callable[[Path], None]:
    def change(data: Path) -> None:
        for column, cell in (("framework", framework), ("edition", edition)):
            edited(PROJECTS, column, cell, "south-hall")(data)

    return change


def committed(data: Path) -> int:
    """The net pence of the promise."""
    values = run.valued(run.checked(data)).values
    return int(values.loc[values["key"] == "south-hall-jobs", "net"].sum())


CHANGED = {
    "a value": edited(VALUES, "value_gbp", "9900"),
    "a value and the version": each(edited(VALUES, "value_gbp", "9900"), raised),
    "a deduction": edited(DEDUCTIONS, "rate", "0.3"),
    "a value gone": edited(VALUES, "", ""),
}


@pytest.mark.parametrize("edition", ["2024.1", ""])
@pytest.mark.parametrize("change", CHANGED)
def test_what_a_promise_is_worth_does_not_change_in_place(change: str, edition: str, tmp_path: Path) -> None:
    """Refused with git and, once it is recorded, without; also where the project names no edition."""
    data = promising(tmp_path / "of-git", edition)
    assert committed(data) == 15_680_00
    shutil.copytree(data, tmp_path / "copied/data")
    commit(data.parent)
    copied = tmp_path / "copied/data"
    assert "22 rows of edition 2024.1, for good" in invoke("record", "--data", copied).stdout
    for each_data in (data, copied):
        CHANGED[change](each_data)
        done = invoke("check", "--data", each_data)
        assert (done.exit_code, "Promises use it." in done.stdout) == (1, True), done.stdout
        assert "edition 2024.1" in done.stdout
    assert invoke("build", "--data", copied, "--out", tmp_path / "site").exit_code == 1


@pytest.mark.parametrize(
    ("new_edition", "editions"),
    [(NEW_EDITION, BOTH), (KEPT["a new edition beside it"], "2024.1"), (NEW_DEDUCTION, BOTH)],
    ids=["named", "for every other", "a deduction of the new one alone"],
)
@pytest.mark.parametrize("of_git", [True, False])
def test_a_new_edition_takes_no_published_pound_away(
    of_git: bool, new_edition: Callable[[Path], None], editions: str, tmp_path: Path
) -> None:
    """A project that names no edition has to name it, once there are several; then its figures are what they were."""
    data = promising(tmp_path, "")
    if of_git:
        commit(data.parent)
    else:
        invoke("record", "--data", data)
    new_edition(data)
    done = invoke("check", "--data", data)
    assert done.exit_code == 1
    assert "south-hall names no edition, and what its promises are worth in example-open differs" in done.stdout
    assert f"differs by edition: {editions}." in done.stdout
    assert "What is published rests on 2024.1." in done.stdout
    assert invoke("build", "--data", data, "--out", tmp_path / "site").exit_code == 1
    signed("example-open", "2024.1")(data)
    assert invoke("check", "--data", data).exit_code == 0
    assert committed(data) == 15_680_00


@pytest.mark.parametrize("edition", ["2025.1", ""])
def test_the_edition_that_keeps_recorded_figures_is_advised_first(edition: str, tmp_path: Path) -> None:
    """Where git can't say: a project that is given another edition, or names none, isn't told to move its returns."""
    data = Path(shutil.copytree(GOOD, tmp_path / "data"))
    invoke("record", "--data", data)
    NEW_EDITION(data)
    edited(PROJECTS, "edition", edition, "north-road")(data)
    said = invoke("check", "--data", data).stdout
    assert "If the contract was signed under 2024.1, write 2024.1 into register/projects.csv: its figures stay." in said
    assert "Only if it was signed under 2025.1, write 2025.1: its figures may move. [known-framework]" in said
    assert "Write 2025.1." not in said


def test_a_promise_that_moves_is_told_to_reviewers(tmp_path: Path) -> None:
    """With the promise, and its £ before and after; never that no published figure moves."""
    data = promising(tmp_path, "")
    commit(data.parent)
    NEW_EDITION(data)
    signed("example-open", "2025.1")(data)
    said = invoke("diff", "--data", data).stdout
    assert "1 published figure moves" in said.splitlines()[0]
    assert "south-hall-jobs, Fiscal: £15,680 → £15,840." in said or "£15,680.00 → £15,840.00" in said, said


def test_a_reviewer_is_told_of_every_amount_that_is_published(tmp_path: Path) -> None:
    """Also of one that is not the £ after deductions: in the prices of another year."""
    data = promising(tmp_path, "2024.1")
    commit(data.parent)
    edited_settings('real_year = "2024-25"')(data)
    said = invoke("diff", "--data", data).stdout
    assert "1 published figure moves" in said.splitlines()[0]
    assert "south-hall-jobs, Fiscal, in real prices: £" in said


def test_a_late_deduction_for_a_project_with_promises_is_refused(tmp_path: Path) -> None:
    """It moves the £ of its promise: without git it is said what moves; with git the edition is unchanged or not."""
    data = promising(tmp_path / "copied", "2024.1")
    invoke("record", "--data", data)
    of_git = Path(shutil.copytree(data, tmp_path / "of-git/data"))
    commit(of_git.parent)
    for each_data, said in (
        (data, "Edition 2024.1 was recorded without shared, and 1 promise is counted by it now."),
        (of_git, "shared was not in edition 2024.1 when it was published. Promises use it."),
    ):
        added(DEDUCTIONS, f"shared,project,south-hall,,attribution,0.5,,{GUIDE}")(each_data)
        done = invoke("check", "--data", each_data)
        assert (done.exit_code, said in done.stdout) == (1, True), done.stdout
    done = invoke("record", "--data", data)
    assert (done.exit_code, "south-hall-jobs, fiscal: £7,840.00 with shared" in done.stdout) == (1, True), done.stdout


def test_an_edition_that_a_promise_brings_may_still_be_mended(tmp_path: Path) -> None:
    """A value that no published promise is counted by may change in the request that brings the first promise."""
    data = promising(tmp_path, "2024.1")
    targets = data / "register/targets.csv"
    with_promise = targets.read_text("utf-8")
    targets.write_text(with_promise.splitlines()[0] + "\n", "utf-8")
    commit(data.parent)
    targets.write_text(with_promise, "utf-8")
    edited(VALUES, "value_gbp", "9900")(data)
    assert "edition-unchanged" not in invoke("check", "--data", data).stdout


@pytest.mark.parametrize(("edition", "known"), [("2023", False), ("2024.1", True), ("2025.1", True), ("2024.2", False)])
def test_an_edition_that_never_was_is_refused(edition: str, known: bool, tmp_path: Path) -> None:
    """One below, between or above those that rows name; also without git."""
    data = promising(tmp_path, edition)
    NEW_EDITION(data)
    done = invoke("check", "--data", data)
    assert ("[signed-framework]" not in done.stdout) is known
    if not known:
        said = f'example-open has no edition "{edition}": it is at 2025.1, and its rows name 2024.1 beside it.'
        assert said in done.stdout


def test_an_edition_below_the_first_is_refused_where_git_knows(tmp_path: Path) -> None:
    """Where no row names one, what was published says which there were."""
    data = promising(tmp_path, "2024.1")
    commit(data.parent)
    signed("example-open", "2023")(data)
    assert 'example-open has no edition "2023"' in invoke("check", "--data", data).stdout


@pytest.mark.parametrize(("edition", "reason"), [("", NoValue.NO_EDITION), ("2023", NoValue.OTHER_EDITION)])
def test_the_reason_without_a_pound_is_true(edition: str, reason: NoValue, tmp_path: Path) -> None:
    """There are values, and none for this edition: nobody says that no source gives one."""
    data = promising(tmp_path, edition)
    NEW_EDITION(data)
    valuation = value(check(load(data), published=True))
    assert dict(zip(valuation.unvalued["key"], valuation.unvalued["reason"], strict=True)) == {
        "south-hall-jobs": reason
    }
    assert "edition" in no_value(reason, ())


def test_a_return_of_an_earlier_edition_asks_for_that_of_its_project(tmp_path: Path) -> None:
    """Its project names none: nobody is told only to write another edition over the one that it was published with."""
    data = Path(shutil.copytree(GOOD, tmp_path / "data"))
    NEW_EDITION(data)
    edited(PROJECTS, "edition", "", "north-road")(data)
    said = " ".join(invoke("check", "--data", data).stdout.split())
    assert "If the contract was signed under 2024.1, write that into register/projects.csv." in said
