"""A site that stands is left as it stands only where nothing that goes into it has changed, and nothing of it."""

import random
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from mutating import mutated
from socialvalue import unchanged
from socialvalue.cli import main

SMALL = Path(__file__).parent / "examples/small/data"
LEFT = "Nothing has changed since it was built"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the small repository, that may be changed."""
    return Path(shutil.copytree(SMALL, tmp_path / "repository/data"))


def built(data: Path, out: Path) -> str:
    found = CliRunner().invoke(main, ["build", "--data", str(data), "--out", str(out)])
    assert found.exit_code == 0, found.output
    return found.stdout


def test_a_site_is_left_where_nothing_changed(data: Path, tmp_path: Path) -> None:
    """The second build says the same and writes nothing. A site that was touched, or of other data, is not trusted."""
    out = tmp_path / "site"
    first = built(data, out)
    page = out / "index.html"
    file = page.stat().st_ino
    again = built(data, out)
    assert again.startswith(first)
    assert LEFT in again
    assert page.stat().st_ino == file
    key = unchanged.inputs(data, "", "False")
    assert unchanged.standing(key, out) == first.splitlines()
    content = page.read_bytes()
    for touched in (content + b" ", b""):
        page.write_bytes(touched)
        assert unchanged.standing(key, out) is None
    page.write_bytes(content)
    assert unchanged.standing(key, out)
    page.chmod(0o600)
    assert unchanged.standing(key, out) is None
    page.chmod(0o644)
    assert unchanged.standing(key, out)
    (out / "more.html").write_bytes(b"")
    assert unchanged.standing(key, out) is None
    (out / "more.html").unlink()
    (data / "register/projects.csv").write_text("project\n")
    assert unchanged.standing(unchanged.inputs(data, "", "False"), out) is None


@pytest.mark.parametrize("command", ["build", "serve"])
@pytest.mark.parametrize("place", ["loop", "loop/x", "there/x/y"])
def test_a_link_that_leads_back_to_itself_is_told_of(command: str, place: str, data: Path, tmp_path: Path) -> None:
    """As the data or as the site, itself or on the way: a sentence, and not an error of the program's."""
    for name, to in (("loop", "loop"), ("there", "back"), ("back", "there")):
        (tmp_path / name).symlink_to(to)
    given = [["--data", str(tmp_path / place)]]
    given += [["--data", str(data), "--out", str(tmp_path / place)]] if command == "build" else []
    for options in given:
        found = CliRunner().invoke(main, [command, *options])
        assert found.exit_code == 2, found.output
        assert isinstance(found.exception, SystemExit)


def test_each_change_of_an_input_is_seen(data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Any one thing in the data, the own pages or the program, changed at random; undone, all is as before."""
    own, program = data.parent / "docs", tmp_path / "program"
    own.mkdir()
    (own / "index.md").write_text("# Ours")
    shutil.copytree(unchanged.PROGRAM / "value", program)
    monkeypatch.setattr(unchanged, "PROGRAM", program)
    monkeypatch.setattr(unchanged, "CARRIED", ("mkdocs.yml",))
    before = unchanged.inputs(data)
    for number in range(40):
        chance = random.Random(number)
        folder = chance.choice((data, data, own, program))
        kept = Path(shutil.copytree(folder, tmp_path / "kept"))
        said = mutated(folder, chance)
        now = unchanged.inputs(data)
        assert now != before, said
        shutil.rmtree(folder)
        kept.rename(folder)
        assert unchanged.inputs(data) == before


def test_what_is_said_on_the_command_line_counts_too(data: Path) -> None:
    """Another address is another site."""
    assert unchanged.inputs(data, "https://example.org/") != unchanged.inputs(data, "")


def test_nothing_is_trusted_that_a_link_leads_to(data: Path, tmp_path: Path) -> None:
    """What lies behind a link can change without notice, so that a repository with one is always built."""
    (tmp_path / "elsewhere.csv").write_text("a")
    (data / "register/linked.csv").symlink_to(tmp_path / "elsewhere.csv")
    assert unchanged.inputs(data) == ""
    assert unchanged.standing("", tmp_path) is None
