"""What was published as invented may go as it came, and nothing real goes with it."""

import json
import shutil
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from check.repository import TODAY
from check.test_bad_examples import commit
from check.test_history import edited
from review.command import diff
from socialvalue.check import check
from socialvalue.cli import main
from socialvalue.domain.invented import says_invented
from socialvalue.load import load


def example_gone(data: Path) -> None:
    """Take the example away, as the README of a new repository says."""
    shutil.rmtree(data / "returns/example-programme")
    for path in (data / "register").glob("*.csv"):
        rows = path.read_text().splitlines(keepends=True)
        path.write_text("".join(row for row in rows if "example" not in row.lower()))


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data of a new repository with the example."""
    folder = tmp_path_factory.mktemp("begun") / "own"
    done = CliRunner().invoke(main, ["init", str(folder), "Kent", "--area", "Ashford", "--example"])
    assert done.exit_code == 0, done.output
    return folder / "data"


def test_the_example_may_go_as_it_came(begun: Path, tmp_path: Path) -> None:
    """Its return, its project and its rows of the register; no reviewer is told to withdraw what was invented."""
    data = Path(shutil.copytree(begun, tmp_path / "data"))
    commit(tmp_path)
    example_gone(data)
    assert not check(load(data, today=TODAY, since="main")).findings
    said = diff(data, "main")
    assert said.startswith("2 rows REMOVED. 0 errors, 0 warnings.")
    assert "It was invented." in said
    assert "withdraw" not in said


def test_an_edition_that_the_example_alone_used_begins_anew(begun: Path, tmp_path: Path) -> None:
    """A unit value may change with the first real return; while the example is there, it may not."""
    data = Path(shutil.copytree(begun, tmp_path / "data"))
    framework = data / "frameworks/kent"
    commit(tmp_path)
    edited("frameworks/kent/unit-values.csv", "value_gbp", "123.45", "volunteering-hour")(data)
    assert "edition-unchanged" in {each.rule for each in check(load(data, today=TODAY, since="main")).errors}
    first = Path(shutil.copytree(data / "returns", tmp_path / "first"))
    example_gone(data)
    (framework / "editions.csv").unlink()
    described = json.loads((framework / "datapackage.json").read_text())
    described["resources"] = [each for each in described["resources"] if each["name"] != "editions"]
    (framework / "datapackage.json").write_text(json.dumps(described))
    (example,) = first.glob("*/*/*")
    home = data / "returns/roads/bypass/2024-25-q2"
    shutil.copytree(example, home)
    found = check(load(data, today=TODAY, since="main")).errors
    assert "edition-unchanged" not in {each.rule for each in found}
    shutil.copytree(first, data / "returns", dirs_exist_ok=True)
    found = check(load(data, today=TODAY, since="main")).errors
    assert "edition-unchanged" in {each.rule for each in found}


def test_a_return_is_invented_only_where_what_was_published_says_so(begun: Path, tmp_path: Path) -> None:
    """A real one can't be called invented on its way out, nor now to go later, and one real return keeps all rows."""
    data = Path(shutil.copytree(begun, tmp_path / "data"))
    path = data / "returns/example-programme/example-project/2024-25-q1/datapackage.json"
    invented = path.read_text()
    path.write_text(json.dumps({name: cell for name, cell in json.loads(invented).items() if name != "description"}))
    before = load(data, today=TODAY)
    path.write_text(invented)
    (called,) = check(replace(load(data, today=TODAY), before=before)).findings
    assert (called.rule, called.column) == ("changed-in-place", "description")
    example_gone(data)
    found = check(replace(load(data, today=TODAY), before=before)).findings
    assert Counter(each.rule for each in found) == {"return-removed": 1, "register-changed": 7}


@pytest.mark.parametrize(
    ("title", "description", "invented"),
    [
        ("Example project (invented), 1 April 2024", "An invented return: it shows what one looks like.", True),
        ("Example project (Invented)", "Of a fund (invented).", True),
        ("Re-invented High Street", "First return of the Re-invented High Street fund.", False),
        ("The loom invented here", "A museum of what was invented in the county.", False),
        ("Made-up beds", "Beds made up for guests of a fictitious hotel.", False),
        ("Example project (invented)", "A return of the fund.", False),
        ("Example project", "An invented return.", False),
        ("Example project (invented)", "Of an invented return to the High Street.", False),
    ],
)
def test_a_word_in_another_sense_lets_no_return_go(title: str, description: str, invented: bool) -> None:
    """Only the mark that the example has, in its title and in its description, says that it is invented."""
    assert says_invented(title, description) is invented
