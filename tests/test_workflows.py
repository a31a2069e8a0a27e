"""The workflows run beside what strangers send: none gives them more than reading."""

import os
import re
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from check.test_bad_examples import commit
from socialvalue.cli import main

ROOT = Path(__file__).parents[1]
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
OTHER_FORGES = [ROOT / ".gitlab-ci.yml", *sorted((ROOT / ".forgejo/workflows").glob("*.yml"))]
FORMS = [path for path in (ROOT / ".github/ISSUE_TEMPLATE").glob("*.yml") if path.stem != "config"]
PINNED = re.compile(r"[\w.-]+/[\w./-]+@[0-9a-f]{40}")


def read(path: Path) -> dict[Any, Any]:
    """A workflow. YAML takes its `on` for a yes, so that is given back as it was written."""
    found: dict[Any, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {"on": found.pop(True), **found}


def steps(workflow: dict[Any, Any]) -> Iterator[dict[str, Any]]:
    for job in workflow["jobs"].values():
        yield from job["steps"]


def test_there_are_workflows_to_judge() -> None:
    """One checks what a pull request brings, one says so there, one publishes, one asks the sources."""
    assert {path.stem for path in WORKFLOWS} == {"check", "comment", "publish", "sources"}


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
    assert workflow["permissions"] in ({"contents": "read"}, {})
    assert set(workflow["on"]) <= {"pull_request", "push", "schedule", "workflow_dispatch", "workflow_run"}
    if "push" in workflow["on"]:
        assert workflow["on"] == {"push": {"branches": ["main"]}}
    elif "workflow_run" not in workflow["on"]:
        assert not any("permissions" in job or "environment" in job for job in workflow["jobs"].values())
    assert "secrets" not in path.read_text(encoding="utf-8")


def test_the_comment_runs_nothing_of_the_pull_request() -> None:
    """It follows the check, takes main's own script, and may write to conversations and nowhere else."""
    workflow = read(ROOT / ".github/workflows/comment.yml")
    assert workflow["on"] == {"workflow_run": {"workflows": ["Check"], "types": ["completed"]}}
    (job,) = workflow["jobs"].values()
    assert job["permissions"] == {"actions": "read", "contents": "read", "pull-requests": "write"}
    checkout, script = job["steps"]
    assert checkout["with"]["ref"] == "${{ github.event.repository.default_branch }}"
    assert checkout["with"]["sparse-checkout"] == ".github/scripts"
    assert script["run"] == "python3 .github/scripts/comment.py"
    assert (ROOT / ".github/scripts/comment.py").is_file()


@pytest.mark.parametrize("folder", [ROOT, ROOT / "build/socialvalue/beginning/files"], ids=["ours", "theirs"])
def test_nothing_is_published_that_was_not_checked(folder: Path) -> None:
    """Also what came to main without a pull request: it is compared with what was published last, then built."""
    dot = "." if folder == ROOT else "dot-"
    jobs = read(folder / f"{dot}github/workflows/publish.yml")["jobs"]
    assert jobs["build"]["needs"] == "check"
    assert jobs["check"]["permissions"] == {"contents": "read", "actions": "read"}
    assert jobs["check"]["steps"][0]["with"]["fetch-depth"] == 0
    assert jobs["check"]["steps"][-1]["run"].startswith('.venv/bin/socialvalue check ${LAST:+--since "$LAST"}')
    others = [yaml.safe_load((folder / f"{dot}gitlab-ci.yml").read_text("utf-8"))["pages"]["script"]]
    (step,) = read(folder / f"{dot}forgejo/workflows/publish.yml")["jobs"]["publish"]["steps"]
    others.append(step["run"].splitlines())
    for script in others:
        ours = [line.split()[1] for line in script if line.startswith(".venv/bin/socialvalue")]
        assert ours == ["check", "build"]


def test_only_what_main_holds_is_attested() -> None:
    """Which commit the data were built from; the job that may sign runs no code of ours."""
    jobs = read(ROOT / ".github/workflows/publish.yml")["jobs"]
    attest = jobs["attest"]
    assert attest["needs"] == "build"
    assert attest["permissions"] == {"id-token": "write", "attestations": "write"}
    assert not any("run" in step for step in attest["steps"])
    assert "permissions" not in jobs["build"]


@pytest.mark.parametrize("path", OTHER_FORGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_the_other_forges_do_the_same(path: Path) -> None:
    """Their files can be read, and every command that they run is one of ours."""
    text = path.read_text(encoding="utf-8")
    assert yaml.safe_load(text)
    known = set(main.commands)
    assert set(re.findall(r"bin/socialvalue ([a-z]+)", text)) <= known
    assert "secrets" not in text


@pytest.mark.parametrize("folder", [ROOT, ROOT / "build/socialvalue/beginning/files"], ids=["ours", "theirs"])
def test_a_private_repository_can_be_read_by_its_own_workflows(folder: Path) -> None:
    """On Forgejo each line that asks the forge says with which token; no line leaves the token in the folder."""
    dot = "." if folder == ROOT else "dot-"
    for path in sorted((folder / f"{dot}forgejo/workflows").glob("*.yml")):
        lines = [line for step in steps(read(path)) for line in step.get("run", "").splitlines()]
        asked = [line for line in lines if re.search(r"\bgit\b.*\b(fetch|clone|push)\b", line)]
        assert asked, path
        assert [line for line in asked if '-c http.extraHeader="Authorization: token $TOKEN"' not in line] == []


@pytest.mark.parametrize("folder", [ROOT, ROOT / "build/socialvalue/beginning/files"], ids=["ours", "theirs"])
def test_gitlab_says_what_a_change_does_also_where_it_is_wrong(folder: Path) -> None:
    """The shell of a job ends at the first command that fails, and the check does where there are errors."""
    jobs = yaml.safe_load((folder / f"{'.' if folder == ROOT else 'dot-'}gitlab-ci.yml").read_text("utf-8"))
    *files, _log = jobs["data"]["after_script"]
    assert [line.split(" #")[0].split()[-2:] for line in files] == [["||", "true"]] * 2


def test_the_forms_ask_for_what_a_correction_needs() -> None:
    """Each question has a name, and a correction says which return, what is to be done and why."""
    forms = {path.stem: yaml.safe_load(path.read_text("utf-8")) for path in FORMS}
    assert [form["name"] for form in (forms["figure"], forms["return"])] == ["Question a figure", "Correct a return"]
    for form in forms.values():
        asked = [each for each in form["body"] if each["type"] != "markdown"]
        assert len({each["id"] for each in asked}) == len(asked)
        assert all(each["attributes"]["label"] for each in asked)
    needed = {each["id"] for each in forms["return"]["body"] if each.get("validations", {}).get("required")}
    assert needed == {"return", "what", "reason"}


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_no_token_is_left_beside_the_code(path: Path) -> None:
    """What the checkout leaves in the folder, the code of a pull request could read."""
    taken = [step for step in steps(read(path)) if step.get("uses", "").startswith("actions/checkout@")]
    assert taken, path
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


def test_the_reviewer_is_told_what_it_does_to_published_figures() -> None:
    """Also where the check found errors; it is compared with the branch that it asks to join, history and all."""
    data = read(ROOT / ".github/workflows/check.yml")["jobs"]["data"]
    told = next(step for step in data["steps"] if "socialvalue diff" in step.get("run", ""))
    assert told["if"] == "always()"
    assert 'diff "origin/$GITHUB_BASE_REF" --format markdown >> "$GITHUB_STEP_SUMMARY"' in told["run"]
    checks = [step["run"] for step in data["steps"] if "socialvalue check" in step.get("run", "")]
    assert all('--since "origin/$GITHUB_BASE_REF"' in run for run in checks)
    assert next(step for step in data["steps"] if "uses" in step)["with"]["fetch-depth"] == 0


@pytest.mark.parametrize(
    ("file", "code"),
    [("data/returns/line.csv", "false"), ("build/new.py", "true"), ("database.py", "true"), ("data\n/x", "true")],
)
def test_only_a_change_of_code_starts_the_tests_of_the_code(file: str, code: str, tmp_path: Path) -> None:
    """The step itself, in a repository where one file is new."""
    jobs = read(ROOT / ".github/workflows/check.yml")["jobs"]
    step = next(step for step in jobs["data"]["steps"] if step.get("id") == "touched")
    (tmp_path / "data").mkdir()
    (tmp_path / "data/old").write_text("old")
    commit(tmp_path)
    git = ["git", "-C", str(tmp_path), "-c", "user.name=x", "-c", "user.email=x@example.org"]
    subprocess.run([*git, "update-ref", "refs/remotes/origin/main", "HEAD"], check=True)
    (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / file).write_text("new")
    subprocess.run([*git, "add", "-A"], check=True)
    subprocess.run([*git, "commit", "-q", "-m", "Sent"], check=True)
    said = {"GITHUB_BASE_REF": "main", "RUNNER_TEMP": str(tmp_path), "GITHUB_OUTPUT": str(tmp_path / "output")}
    subprocess.run(["bash", "-e", "-c", step["run"]], cwd=tmp_path, env={**os.environ, **said}, check=True)
    assert (tmp_path / "output").read_text() == f"code={code}\n"
    assert {jobs[job]["if"] for job in ("code", "install")} == {"needs.data.outputs.code == 'true'"}


def test_the_set_up_is_tried_on_the_lowest_and_the_highest_python() -> None:
    """From empty environments, and the package as it is installed; also whether the locks match their inputs."""
    about = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    versions = [tuple(map(int, re.findall(r"\d+", each)[-2:])) for each in about["classifiers"] if ":: 3." in each]
    tried = read(ROOT / ".github/workflows/check.yml")["jobs"]["install"]
    assert tried["strategy"]["matrix"] == {
        "python": [f"{major}.{minor}" for major, minor in (min(versions), max(versions))]
    }
    assert about["requires-python"] == f">=3.{min(versions)[1]}"
    assert [step.get("run") for step in tried["steps"][-2:]] == [".ci/install python locks", ".ci/package python"]
