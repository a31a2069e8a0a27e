"""The words of what returns count: who changes them is told what they said, by git and by what was recorded."""

import shutil
from pathlib import Path

import pytest

from check.repository import GOOD
from check.test_bad_examples import commit
from check.test_editions import FRAMEWORK, MEASURES, UNITS
from check.test_history import edited
from test_beginning import invoke

TABLE = FRAMEWORK / "edition-words.csv"
ALL = 4 * 11 + 2 * 8
"""The words of eleven measures and eight units."""


@pytest.fixture
def recorded(tmp_path: Path) -> Path:
    """The good repository with its editions recorded, where there is no git."""
    data = Path(shutil.copytree(GOOD, tmp_path / "data"))
    done = invoke("record", "--data", data)
    assert f"{TABLE}: {ALL} texts of its measures and units." in done.stdout
    return data


def warned(data: Path) -> list[str]:
    said = invoke("check", "--data", data).stdout.splitlines()
    return [line.strip() for line in said if "[edition-words]" in line or "edition-words.csv" in line]


def test_other_words_are_seen_without_git(recorded: Path) -> None:
    """With the old words and the new, in their place; those of a measure that nothing counts may be anything."""
    assert warned(recorded) == []
    edited(MEASURES, "what_counts", "Days worked on the project.")(recorded)
    edited(MEASURES, "name", "Something that nobody counts", "po2")(recorded)
    (said,) = warned(recorded)
    assert said.startswith("row 2  what_counts  warning  Figures are counted by fw1. When they were recorded, its")
    assert 'said "What the name says."; it says "Days worked on the project." now.' in said
    assert "runs socialvalue record --words." in said


@pytest.mark.parametrize("of_git", [True, False])
def test_another_theme_is_seen(of_git: bool, recorded: Path) -> None:
    """It moves the sums of two themes: with git and without; of a measure that nothing counts it moves nothing."""
    if of_git:
        commit(recorded.parent)
    edited(MEASURES, "theme", "local-economy")(recorded)
    edited(MEASURES, "theme", "local-economy", "po2")(recorded)
    (said,) = warned(recorded)
    assert 'its theme said "future-workforce"; it says "local-economy" now.' in said
    assert "leaves the sums of one theme for those of the other." in said
    assert "runs socialvalue record --words." in said


def test_only_what_differs_is_said_of_a_long_text(recorded: Path) -> None:
    """With three words on each side; a word that was added stands between them."""
    long = "One two three four five six {}seven eight nine ten eleven twelve."
    edited(MEASURES, "what_counts", long.format(""))(recorded)
    invoke("record", "--words", "--data", recorded)
    edited(MEASURES, "what_counts", long.format("and a half "))(recorded)
    (said,) = warned(recorded)
    assert 'said "… four five six seven eight nine …"; it says "… four five six and a half seven eight nine …"' in said


def test_words_are_recorded_again_only_where_that_is_asked(recorded: Path) -> None:
    """Another run of record leaves the old ones there, and says so; with --words the warning is gone."""
    edited(UNITS, "many", "days")(recorded)
    before = (recorded / TABLE).read_text("utf-8")
    done = invoke("record", "--data", recorded).stdout
    assert "Says something else than was recorded: many of weeks. See socialvalue check." in done
    assert "Commit" not in done
    assert (recorded / TABLE).read_text("utf-8") == before
    assert 'said "weeks"; it says "days" now.' in " ".join(warned(recorded))
    assert "Recorded again: many of weeks." in invoke("record", "--words", "--data", recorded).stdout
    assert warned(recorded) == []
    assert "Nothing was written" in invoke("record", "--words", "--data", recorded).stdout


def test_words_that_are_not_recorded_yet_are_asked_for(recorded: Path) -> None:
    """As in data whose editions were recorded before words were: one warning, of the framework."""
    (recorded / TABLE).unlink()
    path = recorded / FRAMEWORK / "datapackage.json"
    path.write_text(path.read_text("utf-8").replace("edition-words", "gone"), "utf-8")
    said = invoke("check", "--data", recorded).stdout
    assert "the words of 19 of its measures and units are not recorded in edition-words.csv yet" in said


def test_words_of_a_framework_that_nothing_uses_are_forgotten(recorded: Path) -> None:
    """As after the example of a new repository."""
    shutil.rmtree(recorded / "returns/road-fund")
    targets = recorded / "register/targets.csv"
    targets.write_text(targets.read_text("utf-8").splitlines()[0] + "\n", "utf-8")
    invoke("record", "--data", recorded)
    assert (recorded / TABLE).read_text("utf-8") == "table,name,column,words\n"
