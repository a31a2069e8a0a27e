"""A package says whether its data are invented; words in another sense decide nothing."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from check.repository import GOOD
from gathering.packages import described
from socialvalue.domain.invented import speaks_of_invented
from socialvalue.gathering.manifest import read_manifest
from socialvalue.gathering.places import Folder
from test_beginning import invoke

ABOUT = "What public projects of a region made up of three counties promised."


def as_it_is(text: str) -> str:
    return text


def as_if_real(text: str) -> str:
    return text.replace(" (invented)", "")


def test_a_word_for_it_in_another_sense_says_nothing() -> None:
    """What is re-invented is real, a region may be made up of counties, and a clause may deny it."""
    assert speaks_of_invented("Figures of a made-up county")
    assert speaks_of_invented("Nothing here is real: all of it is invented.")
    assert not speaks_of_invented("The Re-invented High Street")
    assert not speaks_of_invented(ABOUT)
    assert not speaks_of_invented("No figure here is invented.")


@pytest.mark.parametrize(
    ("announcement", "change", "invented"),
    [("", as_it_is, True), ("", as_if_real, False), ("This is an example that is invented.", as_if_real, True)],
    ids=["by its projects", "not at all", "by its announcement"],
)
def test_a_package_says_whether_it_holds_invented_data(
    announcement: str, change: Callable[[str], str], invented: bool, tmp_path: Path
) -> None:
    """In its manifest, also where the announcement went before the example did; no description decides it."""
    data = Path(shutil.copytree(GOOD, tmp_path / "data"))
    settings = f'title = "Mid Shire"\nannouncement = "{announcement}"\ndescription = "{ABOUT}"\n'
    (data / "authority.toml").write_text(settings, encoding="utf-8")
    projects = data / "register/projects.csv"
    projects.write_text(change(projects.read_text("utf-8")), encoding="utf-8")
    site = tmp_path / "site"
    done = invoke("build", "--data", data, "--out", site)
    assert done.exit_code == 0, done.output
    assert json.loads((site / "datapackage.json").read_text("utf-8"))["invented"] is invented
    assert read_manifest(Folder(site), described(site)).invented is invented
