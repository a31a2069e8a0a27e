"""The workflows run beside what strangers send: none gives them more than reading."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[1]
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
PINNED = re.compile(r"[\w.-]+/[\w./-]+@[0-9a-f]{40}")


def read(path: Path) -> dict[Any, Any]:
    """A workflow. YAML takes its `on` for a yes, so that is given back as it was written."""
    found: dict[Any, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {"on": found.pop(True), **found}


def steps(workflow: dict[Any, Any]) -> Iterator[dict[str, Any]]:
    for job in workflow["jobs"].values():
        yield from job["steps"]


def test_there_are_workflows_to_judge() -> None:
    """One checks what a pull request brings, one publishes."""
    assert {path.stem for path in WORKFLOWS} == {"check", "publish"}


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_every_action_is_pinned_to_a_commit(path: Path) -> None:
    """A tag can be moved to other code; a commit can't."""
    used = [step["uses"] for step in steps(read(path)) if "uses" in step]
    assert used
    assert [action for action in used if not PINNED.fullmatch(action)] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_no_shell_line_holds_what_others_wrote(path: Path) -> None:
    """A title or a branch name put into a shell line would be run."""
    assert [step["run"] for step in steps(read(path)) if "${{" in step.get("run", "")] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_reads_unless_it_publishes_from_main(path: Path) -> None:
    """A pull request gets a token that reads, and no secret; nothing runs with more on code from elsewhere."""
    workflow = read(path)
    assert workflow["permissions"] == {"contents": "read"}
    assert set(workflow["on"]) <= {"pull_request", "push"}
    if "push" in workflow["on"]:
        assert workflow["on"] == {"push": {"branches": ["main"]}}
    else:
        assert not any("permissions" in job or "environment" in job for job in workflow["jobs"].values())
    assert "secrets" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_no_token_is_left_beside_the_code(path: Path) -> None:
    """What the checkout leaves in the folder, the code of a pull request could read."""
    taken = [step for step in steps(read(path)) if step.get("uses", "").startswith("actions/checkout@")]
    assert taken
    assert all(step["with"]["persist-credentials"] is False for step in taken)


def test_what_the_check_says_reaches_the_officer() -> None:
    """Marks beside the rows, a summary also where it could not run, and the tables with the cells marked."""
    workflow = read(next(path for path in WORKFLOWS if path.stem == "check"))
    ran = [step for step in workflow["jobs"]["data"]["steps"] if "socialvalue check" in step.get("run", "")]
    github, markdown, html = ran
    assert github["run"].endswith("--format github")
    assert (markdown["if"], '>> "$GITHUB_STEP_SUMMARY" 2>&1' in markdown["run"]) == ("always()", True)
    assert (html["if"], "--format html > check.html" in html["run"]) == ("failure()", True)


def test_the_code_is_tried_on_data_that_is_right() -> None:
    """An officer's slip is told once, in words, and not a second time as a test that fails."""
    workflow = read(next(path for path in WORKFLOWS if path.stem == "check"))
    assert workflow["jobs"]["code"]["needs"] == "data"


def test_the_set_up_is_tried_on_the_lowest_and_the_highest_python() -> None:
    """From empty virtual environments; there it is also seen whether the locks match their inputs."""
    about = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    versions = [tuple(map(int, re.findall(r"\d+", each)[-2:])) for each in about["classifiers"] if ":: 3." in each]
    tried = read(ROOT / ".github/workflows/check.yml")["jobs"]["install"]
    assert tried["strategy"]["matrix"] == {
        "python": [f"{major}.{minor}" for major, minor in (min(versions), max(versions))]
    }
    assert about["requires-python"] == f">=3.{min(versions)[1]}"
    assert tried["steps"][-1]["run"] == ".ci/install python locks"
