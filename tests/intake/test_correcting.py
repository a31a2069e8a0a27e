"""A correction and a withdrawal are returns of their own: what was published stays as it was."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from intake.conftest import descriptor_of, lines_of
from socialvalue import run
from socialvalue.cli import main

PUBLISHED = "returns/road-fund/north-road/2024-q2"


@pytest.fixture
def whole(small: Path, tmp_path: Path) -> Path:
    """The data folder of the small repository."""
    return Path(shutil.copytree(small, tmp_path / "data"))


def git(data: Path, *words: str) -> None:
    subprocess.run(["git", "-C", str(data), "-c", "user.name=a", "-c", "user.email=a@b", *words], check=True)


@pytest.fixture
def kept(whole: Path) -> Path:
    """The same, with all of it in the history of git."""
    git(whole.parent, "init", "-q")
    git(whole.parent, "add", "-A")
    git(whole.parent, "commit", "-q", "-m", "All")
    return whole


def said(data: Path, *words: str) -> tuple[int, str]:
    found = CliRunner().invoke(main, [words[0], "--data", str(data), *words[1:]])
    assert found.exception is None or isinstance(found.exception, SystemExit), found.output
    return found.exit_code, found.output


def change(data: Path) -> None:
    path = data / PUBLISHED / "lines.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("1,fw1,55.5,", "1,fw1,65.5,"), encoding="utf-8")


def test_a_correction_is_a_copy_that_says_what_it_replaces(whole: Path) -> None:
    """The version is raised, the attestations are to be given anew, and the figures are there to be changed."""
    code, words = said(whole, "correct", "north-road/2024-q2", "--reason", "Two figures were swapped.")
    assert code == 0, words
    assert "It says what the published one says. Change its lines.csv." in words
    folder = whole / f"{PUBLISHED}-correction-1"
    found = descriptor_of(folder)
    assert (found["supersedes"], found["version"]) == ("2024-q2", "1.1.0")
    assert set(found["attestations"].values()) == {False}
    assert lines_of(folder) == lines_of(whole / PUBLISHED)
    assert {finding.rule for finding in run.checked(whole).errors} == {"attested"}


def test_nobody_attests_to_what_was_compiled(whole: Path) -> None:
    """A return that was compiled from public pages has no attestations, so nobody is asked for any."""
    path = whole / PUBLISHED / "datapackage.json"
    descriptor = descriptor_of(path.parent)
    descriptor.pop("attestations", None)
    descriptor.pop("received_on", None)
    path.write_text(json.dumps({**descriptor, "basis": "compiled", "compiled_on": "2026-11"}), encoding="utf-8")
    code, words = said(whole, "correct", "north-road/2024-q2", "--reason", "Two figures were swapped.")
    assert code == 0, words
    assert "attestation" not in words
    assert "Then run:" in words


def test_what_was_changed_in_place_becomes_the_correction(kept: Path) -> None:
    """What somebody changed in the published return is worked out, and the published one is put back."""
    before = (kept / PUBLISHED / "lines.csv").read_bytes()
    change(kept)
    code, words = said(kept, "correct", "north-road/2024-q2", "--reason", "Two figures were swapped.")
    assert code == 0, words
    assert "line 1 (fw1), quantity: 55.5, now 65.5" in words
    assert (kept / PUBLISHED / "lines.csv").read_bytes() == before
    assert lines_of(kept / f"{PUBLISHED}-correction-1")[0]["quantity"] == "65.5"


def test_without_git_nothing_is_put_back(whole: Path) -> None:
    """Nobody knows then what was published: the correction says what the folder says."""
    change(whole)
    code, words = said(whole, "correct", "north-road/2024-q2", "--reason", "Two figures were swapped.")
    assert code == 0, words
    assert lines_of(whole / PUBLISHED)[0]["quantity"] == "65.5"


def test_a_correction_of_a_correction_names_it(whole: Path) -> None:
    """Each return is replaced once; whoever names the first is led to the last."""
    said(whole, "correct", "north-road/2024-q2", "--reason", "One.")
    code, words = said(whole, "correct", "north-road/2024-q2", "--reason", "Two.")
    assert code == 2
    assert "was replaced already. What stands is north-road/2024-q2-correction-1: name that one." in words
    assert said(whole, "correct", "north-road/2024-q2-correction-1", "--reason", "Two.")[0] == 0
    found = descriptor_of(whole / f"{PUBLISHED}-correction-2")
    assert (found["supersedes"], found["version"]) == ("2024-q2-correction-1", "1.2.0")


@pytest.mark.parametrize("name", ["../x/y", "north-road", "north-road/1999", "moon/2024-q2", "north-road/2024-q2/.."])
@pytest.mark.parametrize("command", ["correct", "withdraw"])
def test_what_is_no_return_is_refused_in_a_sentence(command: str, name: str, whole: Path) -> None:
    """It says how returns are named, or which there are."""
    before = sorted(whole.rglob("*"))
    code, words = said(whole, command, name, "--reason", "Why not.")
    assert code == 2
    assert words.startswith("socialvalue: ")
    assert "project/period" in words
    assert sorted(whole.rglob("*")) == before


@pytest.mark.parametrize(("reason", "code"), [("", 2), ("  ", 2), ("x" * 501, 2), ("x" * 500, 0)])
def test_a_reason_is_a_sentence(reason: str, code: int, whole: Path) -> None:
    """Not nothing, and not a report."""
    assert said(whole, "withdraw", "north-road/2024-q2", "--reason", reason)[0] == code


def test_a_withdrawal_takes_every_figure_back(whole: Path) -> None:
    """It has no lines and no attestations, is sound, and none of the figures of the earlier return counts."""
    code, words = said(whole, "withdraw", "north-road/2024-q2", "--reason", "Sent for another project.")
    assert code == 0, words
    folder = whole / f"{PUBLISHED}-withdrawal-1"
    found = descriptor_of(folder)
    assert found["withdraws"] is True
    assert "attestations" not in found
    assert lines_of(folder) == []
    checked = run.checked(whole)
    assert checked.errors == ()
    valuation = run.valued(checked)
    assert not valuation.lines["return_id"].str.startswith("north-road/2024-q2").any()
    assert set(valuation.ledger["by"]) == {"north-road/2024-q2-withdrawal-1"}
    assert set(valuation.ledger["reason"]) == {"Sent for another project."}


def test_the_site_says_that_it_was_withdrawn_and_why(whole: Path, tmp_path: Path) -> None:
    """On the page of the withdrawal, in the list of returns, in the news and in the download."""
    said(whole, "withdraw", "north-road/2024-q2", "--reason", "Sent for another project.")
    run.published(run.valued(run.checked(whole)), whole, tmp_path / "site")
    page = (tmp_path / "site/returns/north-road/2024-q2-withdrawal-1.html").read_text(encoding="utf-8")
    assert "none of its figures counts any more" in page
    assert "Sent for another project." in page
    assert "What the sender confirmed" not in page
    assert "a withdrawal" in (tmp_path / "site/returns/index.html").read_text(encoding="utf-8")
    assert "return for April to June 2024 withdrawn" in (tmp_path / "site/news.html").read_text(encoding="utf-8")
    rows = (tmp_path / "site/data/returns.csv").read_text(encoding="utf-8").splitlines()
    assert [row.rpartition(",")[2] for row in rows if row.startswith("north-road/2024-q2-withdrawal-1")] == ["yes"]


def test_a_withdrawal_has_something_to_withdraw_and_no_lines(whole: Path) -> None:
    """One that names no return, or that has lines of its own, is an error."""
    said(whole, "withdraw", "north-road/2024-q2", "--reason", "Sent for another project.")
    folder = whole / f"{PUBLISHED}-withdrawal-1"
    shutil.copyfile(whole / PUBLISHED / "lines.csv", folder / "lines.csv")
    shutil.copyfile(whole / PUBLISHED / "evidence.csv", folder / "evidence.csv")
    words = " ".join(finding.words for finding in run.checked(whole).errors)
    assert "It withdraws 2024-q2, and has lines of its own." in words


def test_a_corrected_return_without_lines_leads_to_a_withdrawal(whole: Path) -> None:
    """Whoever takes all lines out is told what does that."""
    said(whole, "correct", "north-road/2024-q2", "--reason", "None of it was right.")
    path = whole / f"{PUBLISHED}-correction-1/lines.csv"
    path.write_text(path.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
    words = " ".join(finding.words for finding in run.checked(whole).errors)
    assert "socialvalue withdraw" in words


def test_a_return_without_evidence_is_corrected_soundly(whole: Path) -> None:
    """A correction is written with both tables, and lists both, also where the published one had no evidence.csv."""
    folder = whole / PUBLISHED
    (folder / "evidence.csv").unlink()
    lines = (folder / "lines.csv").read_text(encoding="utf-8").splitlines()
    kept = [",".join("" if cell == "e1" else cell for cell in line.split(",")) for line in lines]
    (folder / "lines.csv").write_text("\n".join([*kept, ""]), encoding="utf-8")
    descriptor = descriptor_of(folder)
    descriptor["resources"] = descriptor["resources"][:1]
    (folder / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")
    before = {finding.rule for finding in run.checked(whole).errors}
    assert said(whole, "correct", "north-road/2024-q2", "--reason", "Two figures were swapped.")[0] == 0
    assert {finding.rule for finding in run.checked(whole).errors} - before == {"attested"}


def test_a_return_that_was_withdrawn_can_be_sent_anew(whole: Path) -> None:
    """The correction of a withdrawal withdraws nothing: it has the rows that stood, and waits for the declarations."""
    said(whole, "withdraw", "north-road/2024-q2", "--reason", "Sent for another project.")
    code, words = said(whole, "correct", "north-road/2024-q2-withdrawal-1", "--reason", "It was right after all.")
    assert code == 0, words
    found = descriptor_of(whole / f"{PUBLISHED}-correction-2")
    assert "withdraws" not in found
    assert lines_of(whole / f"{PUBLISHED}-correction-2") == lines_of(whole / PUBLISHED)
    assert "These are those of north-road/2024-q2, the last return that stood:" in words
    assert "line 1 (fw1) is new" in words
    assert {finding.rule for finding in run.checked(whole).errors} == {"attested"}
    assert (found["supersedes"], found["version"]) == ("2024-q2-withdrawal-1", "1.2.0")
    assert found["title"].endswith("(invented), corrected")
    assert set(found["attestations"].values()) == {False}


def test_what_was_held_back_does_not_come_in_again(whole: Path) -> None:
    """Where a correction never passed the check and was withdrawn, the rows are those of the return before it."""
    said(whole, "correct", "north-road/2024-q2", "--reason", "Two figures were swapped.")
    path = whole / f"{PUBLISHED}-correction-1/lines.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("1,fw1,55.5,", "1,fw1,many,"), encoding="utf-8")
    said(whole, "withdraw", "north-road/2024-q2-correction-1", "--reason", "Sent for another project.")
    said(whole, "correct", "north-road/2024-q2-withdrawal-2", "--reason", "It was right after all.")
    assert lines_of(whole / f"{PUBLISHED}-correction-3") == lines_of(whole / PUBLISHED)


@pytest.mark.parametrize("held", [True, False])
def test_a_withdrawal_takes_back_what_stands_behind_a_correction_that_is_held_back(held: bool, whole: Path) -> None:
    """No figure counts any more, whether the correction between was accepted or not, and the ledger says why."""
    said(whole, "correct", "north-road/2024-q2", "--reason", "Two figures were swapped.")
    if not held:
        path = whole / f"{PUBLISHED}-correction-1/datapackage.json"
        path.write_text(path.read_text(encoding="utf-8").replace(": false", ": true"), encoding="utf-8")
    assert bool(run.checked(whole).held_back) == held
    said(whole, "withdraw", "north-road/2024-q2-correction-1", "--reason", "Sent for another project.")
    checked = run.checked(whole)
    assert bool(checked.held_back) == held
    valuation = run.valued(checked)
    assert not valuation.lines["return_id"].str.startswith("north-road/2024-q2").any()
    assert "Sent for another project." in set(valuation.ledger["reason"])
