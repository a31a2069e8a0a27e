"""What git can't say is said, and nothing that a repository holds decides what is compared."""

import subprocess
from pathlib import Path

import pytest

from check.test_bad_examples import commit, repository
from socialvalue.check import check, report
from socialvalue.errors import BrokenRepository
from socialvalue.load import load

BAD = Path(__file__).parent / "bad"
GOOD = BAD.parent / "good"
TODAY = "2026-12-01"


def said(data: Path, since: str = "") -> str:
    source = load(data, today=TODAY, since=since)
    return report(check(source), source, "text")


def test_without_git_the_report_says_that_nothing_was_compared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No repository, or no git at all: the check runs, and says what it couldn't compare."""
    data = repository(GOOD / "five-times-target", tmp_path / "data")
    assert "Not compared with what was published before: this folder is not in a git repository" in said(data)
    commit(tmp_path)
    assert "Not compared with what was published before: main itself is checked out." in said(data)
    for words in (["switch", "-q", "-c", "mine"], ["commit", "-q", "--allow-empty", "-m", "Nothing"]):
        subprocess.run(
            ["git", "-C", tmp_path, "-c", "user.name=x", "-c", "user.email=x@example.org", *words], check=True
        )
    assert said(data).endswith("Compared with main, and nothing differs from it.\n")
    monkeypatch.setenv("PATH", "")
    assert "Not compared with what was published before" in said(data)


def test_a_folder_that_git_ignores_was_never_published(tmp_path: Path) -> None:
    """As a demonstration beside real data: it is not compared with nothing. What was committed can't be hidden so."""
    data = repository(GOOD / "five-times-target", tmp_path / "data")
    (tmp_path / ".gitignore").write_text("/demo/\n")
    commit(tmp_path)
    demo = repository(BAD / "turned-private", tmp_path / "demo/data", published=False)
    assert said(demo).endswith(
        "Not compared with what was published before: git ignores this folder, and never had it.\n"
    )
    (tmp_path / ".gitignore").write_text("/data/\n")
    subprocess.run(["git", "-C", tmp_path, "rm", "-q", "-r", "--cached", "data"], check=True)
    assert "never had it" not in said(data)


def test_a_name_that_git_does_not_know_is_said(tmp_path: Path) -> None:
    """A branch that was asked for and isn't there ends the command; an option is never taken for a name."""
    data = repository(GOOD / "five-times-target", tmp_path / "data")
    commit(tmp_path)
    for name in ("nowhere", "--output=stolen", "main..nowhere"):
        with pytest.raises(BrokenRepository, match="git knows no commit called"):
            load(data, since=name)
    assert not (tmp_path / "stolen").exists()


def test_attributes_of_the_repository_hide_nothing(tmp_path: Path) -> None:
    """A sender may write .gitattributes: what is exported or shown as text changes nothing that is compared."""
    data = repository(BAD / "changed-in-place", tmp_path / "data")
    (tmp_path / ".gitattributes").write_text("* export-ignore -diff binary\ndata/** merge=ours text eol=crlf\n")
    assert "[changed-in-place]" in said(data)


def test_a_commit_does_not_make_a_change_published(tmp_path: Path) -> None:
    """On a branch the comparison is with where it left main, whatever was committed since."""
    data = repository(BAD / "changed-in-place", tmp_path / "data")
    for words in (["switch", "-q", "-c", "mine"], ["commit", "-q", "-a", "-m", "Changed"]):
        subprocess.run(
            ["git", "-C", tmp_path, "-c", "user.name=x", "-c", "user.email=x@example.org", *words], check=True
        )
    assert "[changed-in-place]" in said(data)
    assert "[changed-in-place]" not in said(data, "mine")


@pytest.mark.parametrize("version", ['  "version": "2024.1",\n', ""])
@pytest.mark.parametrize(
    ("table", "was", "now"),
    [
        ("unit-values", ",9800,", ",98000,"),
        ("units", ",full-time year,full-time years,2,no,", ",full-time year,full-time years,2,no,yes"),
    ],
)
def test_what_a_framework_says_stays_with_or_without_a_version(
    version: str, table: str, was: str, now: str, tmp_path: Path
) -> None:
    """A framework that gives no version is no way round: the whole of it is one edition."""
    data = repository(GOOD / "five-times-target", tmp_path / "data")
    folder = data / "frameworks" / "example-open"
    package, path = folder / "datapackage.json", folder / f"{table}.csv"
    package.write_text(package.read_text("utf-8").replace('  "version": "2024.1",\n', version), "utf-8")
    commit(tmp_path)
    assert was in path.read_text("utf-8")
    path.write_text(path.read_text("utf-8").replace(was, now), "utf-8")
    assert "[edition-unchanged]" in said(data)


def test_private_data_that_come_anew_beside_other_files_are_settled(tmp_path: Path) -> None:
    """A repository without data was not public: its first counts of people turn nothing private."""
    (tmp_path / "README.md").write_text("Nothing yet.\n")
    commit(tmp_path)
    found = said(repository(BAD / "counts-recorded", tmp_path / "data", published=False))
    assert "[counts-recorded]" in found
    assert "[turned-private]" not in found
