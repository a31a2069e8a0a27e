"""The repository that init writes: how it names the program, what it asks, what the forges run."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from socialvalue.beginning import areas_asked, chosen, districts, settings_asked
from socialvalue.beginning.districts import area_rows
from socialvalue.beginning.repository import FILES
from socialvalue.errors import BrokenRepository
from socialvalue.pinning import pin, put, running
from test_beginning import invoke
from test_workflows import PINNED, read, steps

FORGES = sorted((FILES / "dot-github/workflows").glob("*.yml"))
WHEEL = f"socialvalue-{running()}-py3-none-any.whl"


def answers(*given: str) -> Iterator[str]:
    yield from given


def test_a_version_a_wheel_and_an_address_name_the_program(tmp_path: Path) -> None:
    """By a version alone; by a wheel, which is kept with its checksum; by an address with its checksum."""
    (tmp_path / WHEEL).write_bytes(b"a wheel")
    digest = "f" * 64
    assert pin(running()).line == f"socialvalue=={running()}"
    assert pin(f"https://example.org/{WHEEL}#sha256={digest}").line == (
        f"socialvalue @ https://example.org/{WHEEL} --hash=sha256:{digest}"
    )
    kept = pin(str(tmp_path / WHEEL))
    (tmp_path / "own/wheels").mkdir(parents=True)
    (tmp_path / "own/wheels/socialvalue-0.0.1-py3-none-any.whl").touch()
    put(kept, tmp_path / "own")
    assert re.fullmatch(rf"\./wheels/{re.escape(WHEEL)} --hash=sha256:[0-9a-f]{{64}}", kept.line)
    assert [path.name for path in (tmp_path / "own/wheels").iterdir()] == [WHEEL]
    locked = (tmp_path / "own/requirements.txt").read_text("utf-8")
    assert locked.count("--hash=sha256:") > 100
    assert "socialvalue==" not in locked


@pytest.mark.parametrize(
    "given",
    [
        f"http://example.org/{WHEEL}#sha256={'f' * 64}",
        f"https://example.org/{WHEEL}",
        f"https://example.org/other.whl#sha256={'f' * 64}",
        f"https://example.org/ {WHEEL}#sha256={'f' * 64}",
        "nothing.whl",
        "9.9.9",
    ],
)
def test_what_names_no_program_that_runs_is_refused(given: str) -> None:
    """No address without a checksum, no file that is no wheel of ours, no version that does not run."""
    with pytest.raises(BrokenRepository):
        pin(given)


def test_districts_are_found_by_name_code_or_county(tmp_path: Path) -> None:
    """A county's name means its districts, and the county is a row that they lie in; a newer file may be given."""
    known = districts()
    assert [row.name for row in chosen(["oxford", "E07000105"], known)] == ["Oxford", "Ashford"]
    kent = list(area_rows(chosen(["Kent"], known)))
    assert len(kent) == 13
    assert {row["within"] for row in kent[:-1]} == {kent[-1]["area"]} == {"E10000016"}
    assert all(len(row["short_name"]) <= 12 for row in area_rows(known))
    newer = tmp_path / "newer.csv"
    newer.write_text("LAD24CD,LAD24NM\nS12000033,Aberdeen City\n", encoding="utf-8")
    assert [row["kind"] for row in area_rows(chosen(["aberdeen city"], districts(newer)))] == ["unitary"]


OFFERED = {
    "Oxfrod": "Oxford",
    "Devin": "Devon",
    "Wight": "Isle of Wight",
    "Tonbridge": "Tonbridge and Malling or Torridge or Teignbridge or Tandridge",
    "Bristl": "Bristol, City of",
}


@pytest.mark.parametrize("typed", OFFERED)
def test_a_name_that_is_not_known_is_led_to_those_that_may_be_meant(typed: str) -> None:
    """Counties too, by a part of the name or a slip in it, and written as they are."""
    with pytest.raises(BrokenRepository, match=re.escape(f"Did you mean {OFFERED[typed]}?")):
        chosen([typed], districts())


def test_what_no_name_is_like_is_led_to_none() -> None:
    """Highland is no district of the list, and no Wigan."""
    with pytest.raises(BrokenRepository) as refused:
        chosen(["Highland"], districts())
    assert "Did you mean" not in str(refused.value)


def test_a_terminal_is_asked_what_was_not_said_until_it_is_right() -> None:
    """What was given is not asked; a wrong answer is asked again, with the reason; Enter takes what is offered."""
    said: list[str] = []
    given = answers("", "Kent", "Kent County Council", "not a mailbox", "team@example.org")
    assert settings_asked({"place": ""}, lambda question: next(given), said.append) == {
        "place": "Kent", "publisher": "Kent County Council", "contact": "team@example.org"
    }  # fmt: skip
    assert len(said) == 2
    assert (
        settings_asked({"place": "A", "publisher": "B", "contact": "c@example.org"}, str, said.append)["place"] == "A"
    )
    again = answers("Nowhere at all", "Oxford, Ashford")
    found = areas_asked("Kent", districts(), lambda question: next(again), said.append)
    assert [row.name for row in found] == ["Oxford", "Ashford"]
    assert len(areas_asked("Kent", districts(), lambda question: "", said.append)) == 12
    assert areas_asked("Nowhere", districts(), lambda question: "", said.append) == ()


def test_a_repository_may_begin_in_a_folder_that_holds_git_alone(tmp_path: Path) -> None:
    """As it is cloned from a forge; a wrong answer leaves it as it was."""
    (tmp_path / "own/.git").mkdir(parents=True)
    assert invoke("init", tmp_path / "own", "Kent", "--contact", "nobody").exit_code == 2
    assert [path.name for path in (tmp_path / "own").iterdir()] == [".git"]
    assert invoke("init", tmp_path / "own", 'K"ent', "--area", "Dover").exit_code == 0
    assert (tmp_path / "own/.github/workflows/check.yml").is_file()
    assert 'place = "K\\"ent"' in (tmp_path / "own/data/authority.toml").read_text("utf-8")
    assert not [path for path in (tmp_path / "own").rglob("*") if path.is_file() and "[[" in path.read_text("utf-8")]


def test_the_makefile_has_three_lines() -> None:
    """What it makes is seen at a glance."""
    lines = (FILES / "Makefile").read_text("utf-8").splitlines()
    assert len([line for line in lines if not line.startswith("#")]) == 3


@pytest.mark.parametrize("path", FORGES, ids=lambda path: path.stem)
def test_its_workflows_read_run_pinned_actions_and_nothing_of_strangers(path: Path) -> None:
    """The same rules as for ours; they install what program.txt names, and run no test."""
    workflow = read(path)
    used = [step["uses"] for step in steps(workflow) if "uses" in step]
    assert used
    assert all(PINNED.fullmatch(action) for action in used)
    runs = [step["run"] for step in steps(workflow) if "run" in step]
    assert [run for run in runs if "${{" in run or "test" in run] == []
    assert any("make .venv/ready" in run for run in runs)
    assert workflow["permissions"] == {"contents": "read"}


@pytest.mark.parametrize("name", ["dot-gitlab-ci.yml", *(f"dot-forgejo/workflows/{path.name}" for path in FORGES)])
def test_the_other_forges_run_the_same(name: str) -> None:
    """They are whole YAML, and install the program in the same way."""
    text = (FILES / name).read_text("utf-8")
    assert yaml.safe_load(text)
    assert "make .venv/ready" in text
    assert ".site-ready" not in text
