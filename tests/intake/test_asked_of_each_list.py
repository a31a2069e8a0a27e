"""What is said of the new rows of one list is not true of those of the next: it is asked again."""

import tomllib
from pathlib import Path

import pytest

from intake.conftest import Said
from intake.test_registering import ALL, ANSWERED, answers, book, register

SITES = ["Project ref", "Project name", "Contract value (£)"]
PROMISES = ["Project ref", "Measure", "Target", "Unit"]
HALL, LIBRARY = ["hall", "Exampleshire Hall", 5], ["library", "Exampleshire Library", 6]
SAID = {
    **ANSWERED,
    "projects.promoter": "Example Council (invented)",
    "targets.strength": "commitment",
    "targets.confidence": "B",
}


@pytest.fixture
def second(bring: Said, data: Path, tmp_path: Path) -> Path:
    """The list of the next month, after one whose answers were kept: a new project, and a promise of it."""
    first = book(
        tmp_path / "one.xlsx", ("Sites", [SITES, HALL]), ("Promises", [PROMISES, ["hall", "fw1", 40, "weeks"]])
    )
    code, said = bring(first, *ALL, *answers(**{key: SAID[key] for key in SAID.keys() - ANSWERED.keys()}), "--learn")
    assert code == 0, said
    promise = ["library", "fw1", 20, "weeks"]
    return book(tmp_path / "two.xlsx", ("Sites", [SITES, HALL, LIBRARY]), ("Promises", [PROMISES, promise]))


def test_what_was_said_of_rows_is_not_kept(second: Path, data: Path) -> None:
    """Who runs them, what they are, how firm a promise is: none of it stands in the file of answers."""
    kept = tomllib.loads((data / "imports/register/one.toml").read_text("utf-8"))
    assert not kept["answers"].keys() & SAID.keys()


def test_the_next_list_is_asked_about_its_own_rows(second: Path, bring: Said, data: Path) -> None:
    """Also where a file of answers from before holds what was said of other rows. Nothing is written meanwhile."""
    path = data / "imports/register/one.toml"
    old = "".join(f'"{key}" = "{text}"\n' for key, text in SAID.items())
    path.write_text(f"{path.read_text('utf-8')}{old}", "utf-8")
    before = register(data)
    code, said = bring(second, "--register", "--yes")
    assert code == 1
    assert "Known by its headings: data/imports/register/one.toml" in said
    assert register(data) == before
    for key in ("targets.strength", "projects.what_it_is", "projects.programme"):
        assert f"--answer {key}=" in said, said


def test_a_question_says_which_rows_it_is_about(second: Path, bring: Said, tmp_path: Path) -> None:
    """A project by its name, a promise by its project, measure and number; of many the first ones."""
    _, said = bring(second, "--register", "--yes")
    assert "what_it_is of 1 new row of projects.csv (Exampleshire Library)?" in said
    assert "strength of 1 new row of targets.csv (library fw1 20 weeks)?" in said
    many = [[f"p{n}", f"School {n}", 5] for n in range(9)]
    _, said = bring(book(tmp_path / "many.xlsx", ("Sites", [SITES, *many])), "--register", "--yes")
    assert "9 new rows of projects.csv (School 0, School 1, School 2, School 3 and 5 more)?" in said
