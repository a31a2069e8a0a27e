"""socialvalue check: its paths, its forms and how it ends."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from check.repository import GOOD, RETURN
from socialvalue.check import check
from socialvalue.cli import main
from socialvalue.load import load
from socialvalue.recording import record


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The good repository, with its edition recorded."""
    data = shutil.copytree(GOOD, tmp_path / "data")
    record(check(load(data)), data)
    return data


def run(*words: object) -> tuple[int, str]:
    found = CliRunner().invoke(main, ["check", *map(str, words)])
    assert found.exception is None or isinstance(found.exception, SystemExit)
    return found.exit_code, found.output


def spoil(data: Path) -> Path:
    path = data / RETURN / "lines.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("62.5", "62;5"), encoding="utf-8")
    return data / RETURN


def test_a_clean_data_folder_ends_with_0(data: Path) -> None:
    """A data folder, given as the path or as --data, is judged whole."""
    for words in ((data,), ("--data", data)):
        code, text = run(*words)
        assert code == 0
        assert text.startswith("Nothing is wrong.")


def test_errors_end_with_1(data: Path) -> None:
    """Where there is an error, scripts can tell."""
    spoil(data)
    assert run(data)[0] == 1


def test_what_cannot_run_ends_with_2(tmp_path: Path, data: Path) -> None:
    """A path that is not there, or no data at all, is said in one sentence."""
    for words in (
        (tmp_path / "nowhere",),
        ("--data", tmp_path / "nowhere"),
        (data / "register", "--data", data),
        (data, data / RETURN),
        (data / RETURN / "lines.csv",),
        (data / RETURN.parent, "--data", data),
        (data / "frameworks/example-open", "--data", data),
    ):
        code, text = run(*words)
        assert code == 2
        assert text.startswith("socialvalue: ")
        assert text.count("\n") == 1


def test_a_return_is_judged_wherever_it_lies(data: Path, tmp_path: Path) -> None:
    """A return outside the data is judged by its register, and what is wrong elsewhere is not told of."""
    elsewhere = shutil.copytree(GOOD / RETURN, tmp_path / "mine" / "2024-q3")

    def found() -> set[str]:
        code, text = run(elsewhere, "--data", data, "--format", "json")
        assert code == 1
        return {finding["rule"] for finding in json.loads(text)["findings"]}

    assert found() == {"return-folder", "overlapping-returns", "sensitive-once"}
    spoil(data)
    assert found() == {"return-folder"}  # the other one is held back, so it stands in nobody's way
    mine = shutil.copytree(GOOD / RETURN, tmp_path / "mine" / "2024-q2")
    assert run(mine, "--data", data)[0] == 0
    assert run(data / RETURN, "--data", data)[0] == 1


def test_a_return_is_judged_beside_the_others_of_its_project(data: Path) -> None:
    """Overlap with another return of the project is found though only one return is asked about."""
    path = data / RETURN / "datapackage.json"
    path.write_text(path.read_text(encoding="utf-8").replace("2024-04-01", "2024-03-01"), encoding="utf-8")
    code, text = run(data / RETURN, "--data", data)
    assert code == 1
    assert "overlapping-returns" in text


@pytest.mark.parametrize("form", ["text", "json", "markdown", "html", "github"])
def test_every_form_is_written(form: str, data: Path) -> None:
    """Each form names the rule and ends with a line end."""
    code, text = run(spoil(data), "--data", data, "--format", form)
    assert code == 1
    assert "number" in text
    assert text.endswith("\n")


def test_a_folder_above_returns_names_those_in_it(data: Path) -> None:
    """Who gives the folder of a project is told which returns there are, and nothing is judged by mistake."""
    code, text = run(data / RETURN.parent, "--data", data)
    assert code == 2
    assert "In it are: 2024-q1, 2024-q2." in text


def test_a_file_of_a_return_leads_to_its_folder(data: Path) -> None:
    """Who gives lines.csv is told what to give instead."""
    assert f"Give the folder that it lies in: {data / RETURN}" in run(data / RETURN / "lines.csv", "--data", data)[1]


def test_the_same_return_given_twice_is_judged_once(data: Path) -> None:
    """A shell that lists a folder in two ways makes no error of it."""
    code, text = run(data / RETURN, f"{data / RETURN}/", data / RETURN / "." / "", "--data", data)
    assert (code, text) == run(data / RETURN, "--data", data)
    assert code == 0
    assert run(data, data)[0] == 0


@pytest.mark.parametrize("command", sorted(main.commands))
def test_the_help_of_a_command_teaches_by_an_example(command: str) -> None:
    """Each shows a whole line that can be typed."""
    shown = CliRunner().invoke(main, [command, "--help"]).output
    assert f"\n  socialvalue {command}" in shown
    assert max(map(len, shown.splitlines())) <= 80


def test_settings_cannot_put_a_command_into_a_log(data: Path) -> None:
    """A key of authority.toml that begins a line of its own would be obeyed by a forge."""
    (data / "authority.toml").write_text('"\\n::error::x" = 1\n', encoding="utf-8")
    code, text = run(data)
    assert code == 2
    assert not any(line.lstrip().startswith("::") for line in text.splitlines())
