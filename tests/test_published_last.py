"""GitLab compares what is to be published with what it published last, whatever main held in between."""

import os
import subprocess
from pathlib import Path

import pytest
import yaml

from check.test_bad_examples import commit

ROOT = Path(__file__).parents[1]
FILES = [ROOT / ".gitlab-ci.yml", ROOT / "build/socialvalue/beginning/files/dot-gitlab-ci.yml"]
NOTHING = "0" * 40


def git(folder: Path, *words: str) -> str:
    """What git says in a folder."""
    return subprocess.run(["git", *words], cwd=folder, check=True, capture_output=True, text=True).stdout.strip()


def compared(file: Path, folder: Path, before: str) -> str:
    """The words that the job which publishes checks with, its own lines run in a folder."""
    job = yaml.safe_load(file.read_text("utf-8"))["pages"]
    assert job["environment"]["name"] == "production"
    tool = folder / ".venv/bin/socialvalue"
    tool.parent.mkdir(parents=True, exist_ok=True)
    tool.write_text('#!/bin/sh\necho "$@"\n', "utf-8")
    tool.chmod(0o755)
    lines = [line for line in job["script"] if not line.startswith("make ") and " build " not in line]
    told = subprocess.run(
        ["bash", "-e", "-c", "\n".join(lines)],
        cwd=folder,
        env={**os.environ, "CI_COMMIT_BEFORE_SHA": before},
        check=True,
        capture_output=True,
        text=True,
    )
    return told.stdout.strip()


@pytest.fixture
def history(tmp_path: Path) -> tuple[Path, list[str]]:
    """A copy of a forge's repository, and the commits that its main held one after the other."""
    forge, folder = tmp_path / "forge", tmp_path / "folder"
    commits = []
    for number in range(3):
        (forge / "data").mkdir(parents=True, exist_ok=True)
        (forge / "data/number.csv").write_text(f"{number}\n", "utf-8")
        commit(forge)
        commits.append(git(forge, "rev-parse", "HEAD"))
    git(tmp_path, "clone", "-q", str(forge), str(folder))
    return folder, commits


@pytest.mark.parametrize("file", FILES, ids=["ours", "theirs"])
def test_what_was_published_last_is_what_is_compared(file: Path, history: tuple[Path, list[str]]) -> None:
    """The newest deployment by its number, not what the last push found, and also in a pipeline run by hand."""
    folder, commits = history
    for number, published in ((9, commits[1]), (10, commits[0])):
        git(folder.parent / "forge", "update-ref", f"refs/environments/production/deployments/{number}", published)
    for before in (commits[1], NOTHING):
        assert compared(file, folder, before) == f"check --since {commits[0]}"


@pytest.mark.parametrize("file", FILES, ids=["ours", "theirs"])
def test_before_the_first_deployment_the_last_push_is_compared(file: Path, history: tuple[Path, list[str]]) -> None:
    """Where the forge has published nothing that it knows of; the first push of all is compared with nothing."""
    folder, commits = history
    assert compared(file, folder, commits[1]) == f"check --since {commits[1]}"
    assert compared(file, folder, NOTHING) == "check"
