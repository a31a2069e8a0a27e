"""Nothing of Lancashire stands on the site of another authority, nor in what it downloads or edits."""

import csv
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from lancashire.ours import DATA
from socialvalue.cli import main

EVERYWHERE = {"government body"}
"""Kinds of organisations that work in every place: sources and measures may name them."""
COMMON = {"Schools", "University of Cumbria", "Balfour Beatty", "Community wealth building", "NHS buildings"}
"""Words that are names here and words anywhere."""
PLACES = ("Lancashire", "Preston", "Blackpool", "Lancaster", "Burnley", "The Harris", "UCLan", "Penwortham")


def rows(table: str) -> list[dict[str, str]]:
    with (DATA / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


NAMES = sorted(
    {
        *PLACES,
        *(row["name"] for row in rows("reference/areas")),
        *(row["name"] for row in rows("register/organisations") if row["kind"] not in EVERYWHERE),
        *(row["name"] for row in rows("register/programmes")),
        *(row["name"] for row in rows("register/projects")),
    }
    - COMMON
)
WORD = re.compile(rf"(?<![\w-])({'|'.join(re.escape(name) for name in NAMES)})(?![\w-])")


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository of another authority with the example, and its site in it."""
    folder = tmp_path_factory.mktemp("elsewhere") / "kent"
    for words in (
        ["init", str(folder), "Kent", "--area", "Kent", "--example"],
        [
            "build",
            "--data",
            str(folder / "data"),
            "--out",
            str(folder / "site"),
            "--base-url",
            "https://example.org/sv/",
        ],
    ):
        done = CliRunner().invoke(main, words)
        assert done.exit_code == 0, done.output
    return folder


def test_the_search_finds_what_is_ours() -> None:
    """The search itself: it knows many names, and finds one as a word."""
    assert len(NAMES) > 150
    assert WORD.findall("The Harris in Preston, lancashire-open, Prestonian") == ["The Harris", "Preston"]


def test_no_file_of_another_authority_names_us(elsewhere: Path) -> None:
    """Pages, downloads, scripts, the search and every file to edit."""
    found: dict[str, set[str]] = {}
    looked_at = 0
    for path in sorted(elsewhere.rglob("*")):
        if path.is_file() and path.suffix not in (".png", ".woff2", ".xlsx"):
            text = path.read_text(encoding="utf-8")
            looked_at += 1
            if names := {*WORD.findall(text), *re.findall("(?i)lancashire|preston|blackpool", text)}:
                found[path.relative_to(elsewhere).as_posix()] = names
    assert found == {}
    assert looked_at > 300
