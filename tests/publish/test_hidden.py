"""A whole site with a hidden line, drawn from the small invented repository, tells nothing of its number."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from socialvalue import run
from socialvalue.publish import publish
from socialvalue.records import MILLION, Checked, Place
from socialvalue.value import explain

SENSITIVE = "fw2"
Files = Mapping[str, bytes]


def with_people(checked: Checked, people: int) -> Checked:
    """The repository with so many people in the lines of its sensitive measure, and a note that tells it."""
    lines = checked.tables["lines"].copy()
    mine = lines["measure"] == SENSITIVE
    assert mine.any()
    lines.loc[mine, "headcount"] = people
    lines.loc[mine, "quantity"] = people * MILLION // 4
    lines.loc[mine, "public_note"] = f"It was {people} people."
    return replace(checked, tables={**checked.tables, "lines": lines})


@pytest.fixture(scope="module")
def site(checked: Checked, small: Path) -> Files:
    return publish(run.valued(with_people(checked, 3)))


def test_every_file_is_the_same_whatever_the_hidden_number_is(site: Files, checked: Checked, small: Path) -> None:
    """Pages, charts, downloads, feed and search say the same of one person as of three."""
    other = publish(run.valued(with_people(checked, 1)))
    assert [path for path in site if site[path] != other[path]] == []


def test_the_pages_show_the_marker_with_its_word(site: Files, checked: Checked) -> None:
    """Where the number would stand, the project, its return and the measure say that it is hidden."""
    lines = checked.tables["lines"]
    owner = lines.loc[lines["measure"] == SENSITIVE, "owner"].iloc[0]
    pages = [f"measures/{SENSITIVE}.html", f"projects/{owner.partition('/')[0]}.html", f"returns/{owner}.html"]
    for path in [*pages, "explore.html"]:
        assert "[c] confidential" in site[path].decode(), path
    assert owner in site["data/suppressed.csv"].decode()


def test_an_explanation_does_not_tell_the_hidden_number(checked: Checked) -> None:
    """It says who did what and when, and why no number stands there."""
    valuation = run.valued(with_people(checked, 3))
    key = valuation.suppressed["key"].iloc[0]
    owner, _, line = key.partition("#")
    (found,) = explain(valuation, owner, int(line))
    assert (found.quantity, found.headcount, found.workings) == (None, None, ())
    assert isinstance(found.place, Place)
    assert found.unvalued
