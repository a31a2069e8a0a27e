"""The commands, as people run them."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import CliRunner

from socialvalue.cli import main
from socialvalue.cli.group import say_errors
from socialvalue.records import Finding, Severity


@pytest.fixture
def data(small: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(small, tmp_path / "data"))


def wrong(data: Path) -> None:
    """Put a quantity with a comma into one return."""
    lines = data / "returns/road-fund/north-road/2024-q2/lines.csv"
    lines.write_text(lines.read_text().replace("55.5", '"1,200"', 1))


def test_an_error_without_a_place_has_no_empty_one(capsys: pytest.CaptureFixture[str]) -> None:
    """The clock is wrong in no file: nothing stands between the word and what it says."""
    say_errors([Finding("The clock is wrong.", "Set it.", severity=Severity.ERROR, rule="clock-right")])
    say_errors([Finding("No such area.", "", "", "a.csv", 2, "area", severity=Severity.ERROR, rule="known-area")])
    assert capsys.readouterr().err == "error: The clock is wrong. Set it.\nerror: a.csv row 2 area: No such area.\n"


def test_build_says_what_it_published_and_where_to_open_it(data: Path, tmp_path: Path) -> None:
    """A newcomer reads the counts and the file to open."""
    done = CliRunner().invoke(main, ["build", "--data", str(data), "--out", str(tmp_path / "site")])
    assert done.exit_code == 0, done.output
    assert "Published 2 projects, 3 returns, 11 lines." in done.stdout
    assert "Held back 0 returns" in done.stdout
    assert "index.html" in done.stdout
    assert (tmp_path / "site" / "index.html").is_file()


def test_a_return_with_errors_is_held_back_and_the_rest_is_published(data: Path, tmp_path: Path) -> None:
    """The site says that it is held back, and shows none of its figures."""
    wrong(data)
    done = CliRunner().invoke(main, ["build", "--data", str(data), "--out", str(tmp_path / "site")])
    assert done.exit_code == 0, done.output
    assert "Published 2 projects, 2 returns, 6 lines." in done.stdout
    assert "Held back 1 return" in done.stdout
    assert not (tmp_path / "site/returns/north-road/2024-q2.html").exists()
    assert "north-road" in (tmp_path / "site" / "reported.html").read_text()


def test_strict_stops_and_leaves_the_old_site(data: Path, tmp_path: Path) -> None:
    """With --strict nothing changes until every error is mended."""
    out = tmp_path / "site"
    assert CliRunner().invoke(main, ["build", "--data", str(data), "--out", str(out)]).exit_code == 0
    before = (out / "index.html").read_bytes()
    wrong(data)
    done = CliRunner().invoke(main, ["build", "--data", str(data), "--out", str(out), "--strict"])
    assert done.exit_code == 1
    assert "1,200" in done.stderr
    assert (out / "index.html").read_bytes() == before


def test_a_register_with_errors_stops_the_build(data: Path, tmp_path: Path) -> None:
    """Without a register to trust, no figure is published."""
    projects = data / "register/projects.csv"
    projects.write_text(projects.read_text().replace("12000000", "twelve million"))
    done = CliRunner().invoke(main, ["build", "--data", str(data), "--out", str(tmp_path / "site")])
    assert done.exit_code == 1
    assert "twelve million" in done.stderr
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize("command", [["build"], ["new", "north-road", "2024-q3"]])
def test_a_folder_without_data_is_said_plainly(command: list[str], tmp_path: Path) -> None:
    """Exit code 2, one sentence, no traceback."""
    done = CliRunner().invoke(main, [*command, "--data", str(tmp_path)])
    assert done.exit_code == 2
    assert "--data" in done.stderr
    assert "Traceback" not in done.output


def test_two_builds_are_the_same_to_the_byte(data: Path, tmp_path: Path) -> None:
    """Another time zone, language, umask, folder and order of sets change nothing."""

    def build(name: str, umask: int, **settings: str) -> dict[str, bytes]:
        site = tmp_path / name
        command = [sys.executable, "-m", "socialvalue.cli", "build", "--data", str(data), "--out", str(site)]
        subprocess.run(command, env=os.environ | settings, umask=umask, check=True, capture_output=True, timeout=300)
        return {str(path.relative_to(site)): path.read_bytes() for path in site.rglob("*") if path.is_file()}

    first = build("first", 0o022, PYTHONHASHSEED="1", TZ="UTC", LANG="C.UTF-8")
    assert build("another/second", 0o077, PYTHONHASHSEED="2", TZ="Asia/Tokyo", LANG="de_DE.UTF-8") == first
    assert "index.html" in first


@pytest.mark.parametrize("command", ["check", "build"])
def test_verbose_says_how_long_each_step_took(command: str, data: Path, tmp_path: Path) -> None:
    """Each room has its time, wall and processor, and there is a sum; without the flag there is none."""
    to_one, to_another = ([f"--out={tmp_path / name}"] if command == "build" else [] for name in ("site", "twin"))
    timed = CliRunner().invoke(main, [command, "--data", str(data), "--verbose", *to_one])
    assert timed.exit_code == 0, timed.output
    steps = re.findall(r"^ +[0-9]+\.[0-9]{2} s +[0-9]+\.[0-9]{2} s of processor  (.*)$", timed.stderr, re.MULTILINE)
    rooms = {"reading the returns", "checking"} | ({"valuing", "drawing the pages"} if command == "build" else set())
    assert rooms < set(steps)
    assert steps[-1] == "in all"
    plain = CliRunner().invoke(main, [command, "--data", str(data), *to_another])
    assert "of processor" not in plain.stderr
    assert plain.stdout.replace(str(tmp_path / "twin"), str(tmp_path / "site")) == timed.stdout


def test_init_says_that_nothing_was_written_where_its_questions_end(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Whoever presses Ctrl-D is not left with one word."""
    terminal = SimpleNamespace(isatty=lambda: True)
    monkeypatch.setattr("socialvalue.cli.beginning.sys", SimpleNamespace(stdin=terminal, stdout=terminal))
    done = CliRunner().invoke(main, ["init", str(tmp_path / "kent")], input="")
    assert done.exit_code == 2
    assert "Nothing was written. Run it again, or give the answers as options: socialvalue init --help" in done.stderr
    assert not (tmp_path / "kent").exists()
