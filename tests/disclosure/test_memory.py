"""A table that remembers, and that lost a row, is noticed by every command, with git and without. All invented."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from check.test_bad_examples import commit
from disclosure.test_parts_and_links import NUMBERS, trainees
from disclosure.world import World
from socialvalue import commands, run
from socialvalue.cli import main
from socialvalue.cli.group import say_compared


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A private repository that was published: 10 were told of a whole, and a part of it has told of nobody."""
    folder = tmp_path_factory.mktemp("told")
    world = World(folder / "data", NUMBERS, part_of={"a": "whole"})
    world._write({"whole": trainees(10), "a": {}})
    commands.disclosed(world.folder)
    commit(folder)
    world.part_of = {}
    world._write({"whole": trainees(10), "a": trainees(7)})
    return folder


@pytest.fixture
def data(told: Path, tmp_path: Path) -> Path:
    """The same, where the link was taken away and the part counts 7 of the 10, in no commit."""
    shutil.copytree(told, tmp_path / "told")
    return tmp_path / "told" / "data"


def ran(command: str, data: Path) -> Result:
    out = ["--out", str(data.parent / "site")] if command == "build" else []
    return CliRunner().invoke(main, [command, "--data", str(data), *out])


def forget(data: Path, table: str) -> None:
    """Take the rows of a table away, and what the descriptor says of their number."""
    path = data / "register" / f"{table}.csv"
    path.write_text(path.read_text().splitlines()[0] + "\n")
    descriptor = data / "register" / "datapackage.json"
    package = json.loads(descriptor.read_text())
    for each in package["resources"]:
        each.pop("rows", None)
    descriptor.write_text(json.dumps(package))


@pytest.mark.parametrize("table", ["links", "disclosures"])
@pytest.mark.parametrize("command", ["build", "disclose"])
def test_a_row_that_git_knows_is_asked_for_by_each_command(command: str, table: str, data: Path) -> None:
    """Neither builds a site nor writes a row while one is gone that was published; each names the table."""
    forget(data, table)
    before = {path: path.read_bytes() for path in (data / "register").iterdir()}
    done = ran(command, data)
    assert done.exit_code == 1
    assert f"register/{table}.csv: The row" in done.output
    assert "is gone" in done.output
    assert not (data.parent / "site").exists()
    assert {path: path.read_bytes() for path in (data / "register").iterdir()} == before


@pytest.mark.parametrize("table", ["links", "disclosures"])
@pytest.mark.parametrize("kept", [0, 1])
def test_without_git_the_descriptor_knows_how_many_rows_there_were(table: str, kept: int, data: Path) -> None:
    """An emptied table is an error; one with as many rows as there were is none, and more rows are none."""
    shutil.rmtree(data.parent / ".git")
    path = data / "register" / f"{table}.csv"
    lines = path.read_text().splitlines(keepends=True)
    assert len(lines) == 2
    path.write_text("".join(lines[: 1 + kept]))
    said = [each.message for each in run.checked(data).errors if each.file == f"register/{table}.csv"]
    assert said == ([] if kept else ["Rows that it had: 1. Rows that it has now: 0."])


def test_what_could_not_be_compared_is_said(data: Path) -> None:
    """Without git, and without the number of rows, nobody can know: build and disclose say so."""
    shutil.rmtree(data.parent / ".git")
    forget(data, "links")
    done = ran("disclose", data)
    assert done.exit_code == 0
    found, unseen = run.publishable(data)
    assert unseen == ()
    for said in (done.output, " ".join(say_compared(found))):
        assert "Not compared with what was published before: this folder is not in a git repository" in said


def test_a_public_repository_is_built_without_git(data: Path) -> None:
    """It remembers nothing, so nothing is compared and nothing said."""
    settings = data / "authority.toml"
    settings.write_text(settings.read_text().replace("public = false", "public = true"))
    for table in ("links", "disclosures"):
        forget(data, table)
    found, unseen = run.publishable(data)
    assert (found.compared, unseen) == ("", ())


def test_a_count_that_was_changed_in_place_is_seen_by_build_alone(data: Path) -> None:
    """A published return says another number: check by itself finds nothing, and the comparison does."""
    lines = data / "returns/fund/whole/q2/lines.csv"
    lines.write_text(lines.read_text().replace("10", "12"))
    found, unseen = run.publishable(data)
    assert "changed-in-place" not in {each.rule for each in found.errors}
    assert [(each.rule, each.owner) for each in unseen] == [("changed-in-place", "whole/q2")]
