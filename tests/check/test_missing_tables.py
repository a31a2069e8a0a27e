"""A table that goes missing, one by one: each is noticed, for without it figures would vanish. All is invented."""

import json
import shutil
from pathlib import Path

import pytest

from check.repository import GOOD, TODAY
from socialvalue.check import check
from socialvalue.load import load
from socialvalue.records import Finding

SHARED = ("register", "reference", "frameworks/example-open")
TABLES = [path.relative_to(GOOD) for folder in SHARED for path in sorted((GOOD / folder).glob("*.csv"))]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return shutil.copytree(GOOD, tmp_path / "data")


def found(data: Path) -> list[Finding]:
    checked = check(load(data, today=TODAY))
    assert checked.broken
    return [each for each in checked.findings if each.rule == "resources-listed"]


@pytest.mark.parametrize("table", TABLES, ids=str)
def test_a_table_that_is_listed_and_gone_stops_the_build(table: Path, data: Path) -> None:
    """Whichever it is: nothing is published without the figures that it held."""
    (data / table).unlink()
    (told,) = found(data)
    assert told.message == f'"{table.name}" is listed and is not there.'
    assert told.file == f"{table.parent.as_posix()}/datapackage.json"


@pytest.mark.parametrize("folder", SHARED)
def test_a_table_that_nobody_lists_is_told_of(folder: str, data: Path) -> None:
    """Other programs would not read it, so they would publish something else than we do."""
    path = data / folder / "datapackage.json"
    described = json.loads(path.read_text(encoding="utf-8"))
    kept, *left = described["resources"]
    path.write_text(json.dumps({**described, "resources": [kept]}), encoding="utf-8")
    told = {(each.file, each.message) for each in found(data)}
    assert told == {(f"{folder}/datapackage.json", f'"{each["path"]}" is there and is not listed.') for each in left}
    assert left


@pytest.mark.parametrize("folder", SHARED)
def test_a_folder_without_a_descriptor_is_told_of(folder: str, data: Path) -> None:
    """Without it nobody would know that a table went missing."""
    (data / folder / "datapackage.json").unlink()
    (told,) = found(data)
    assert told.message.startswith("There is no datapackage.json here")


@pytest.mark.parametrize("folder", SHARED)
@pytest.mark.parametrize("text", ["{}", '{"resources": {}}', '{"resources": ["areas.csv"]}'])
def test_a_descriptor_that_lists_nothing_is_told_of(text: str, folder: str, data: Path) -> None:
    """It is there and says nothing of its tables."""
    (data / folder / "datapackage.json").write_text(text, encoding="utf-8")
    (told,) = found(data)
    assert told.message.startswith("It does not list the tables")


@pytest.mark.parametrize("folder", ["reference", "frameworks"])
def test_a_whole_folder_that_is_gone_is_told_of(folder: str, data: Path) -> None:
    """Its descriptor went with it, and is missed."""
    shutil.rmtree(data / folder)
    assert len(found(data)) == 1


def test_a_table_under_a_name_in_capitals_is_told_of_once(data: Path) -> None:
    """Targets.csv is in the way of targets.csv: one slip, one finding."""
    (data / "register/targets.csv").rename(data / "register/Targets.csv")
    assert found(data) == []


def test_a_table_that_is_listed_twice_is_told_of(data: Path) -> None:
    """One of the two was meant to be another."""
    path = data / "register/datapackage.json"
    described = json.loads(path.read_text(encoding="utf-8"))
    described["resources"].append(described["resources"][0])
    path.write_text(json.dumps(described), encoding="utf-8")
    assert {each.message for each in found(data)} == {'"accepted-warnings.csv" is listed twice.'}


def test_settings_that_are_gone_stop_the_build(data: Path) -> None:
    """Without them the site would lose its name, and look as if all were well. A file that is empty is meant so."""
    settings = data / "authority.toml"
    settings.unlink()
    checked = check(load(data, today=TODAY))
    (told,) = checked.findings
    assert (told.rule, told.file, bool(checked.broken)) == ("no-settings", "authority.toml", True)
    settings.touch()
    assert check(load(data, today=TODAY)).findings == ()
