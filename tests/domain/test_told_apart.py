"""What was told of as two: which names and which links between measures would make one of them. All invented."""

import pandas as pd
import pytest

from socialvalue.domain.remembered import LINK
from socialvalue.domain.told_apart import joining_measures, joining_names, told_names

COLUMNS = ["project", "framework", "measure", "start", "end", "shown", "sensitivity"]
Q2, Q3 = ("2023-04-01", "2023-06-30"), ("2023-07-01", "2023-09-30")


def settled(*counts: tuple[str, tuple[str, str], bool, str], project: str = "road") -> pd.DataFrame:
    """Rows of the register: measure, days, whether it is shown, and its sensitivity."""
    found = [(project, "open", measure, *days, shown, kind) for measure, days, shown, kind in counts]
    return pd.DataFrame(found, columns=COLUMNS, dtype=object)


def links(*pairs: tuple[str, str], framework: str = "open") -> pd.DataFrame:
    """Links between measures, or between projects where the framework is empty."""
    return pd.DataFrame([(framework, *pair) for pair in pairs], columns=LINK, dtype=object)


def refused(now: pd.DataFrame, known: pd.DataFrame, told: pd.DataFrame) -> list[tuple[str, str]]:
    found = joining_measures(now, known, told)
    return list(zip(found["name"], found["leads_to"], strict=True))


SECRET = ("offenders", Q2, False, "very sensitive")
VISITORS, LOCALS = ("visitors", Q2, True, "none"), ("locals", Q2, True, "none")


@pytest.mark.parametrize(
    ("told", "wrong"),
    [
        (settled(VISITORS, LOCALS, SECRET), True),
        (settled(VISITORS, ("locals", Q2, False, "none")), True),
        (settled(VISITORS, ("locals", Q2, True, "sensitive")), True),
        (settled(VISITORS, LOCALS), False),
        (settled(VISITORS, ("locals", Q3, True, "none"), SECRET), False),
        (pd.concat([settled(VISITORS, SECRET), settled(LOCALS, SECRET, project="hall")]), False),
        (settled(VISITORS, SECRET), False),
    ],
    ids=["beside a group", "beside what is hidden", "a group", "beside none", "other days", "other projects", "one"],
)
def test_measures_that_a_project_told_of_for_the_same_days(told: pd.DataFrame, wrong: bool) -> None:
    """A new link between them is refused where anything of the project is sensitive or hidden; one of before is not."""
    now = links(("locals", "visitors"))
    assert refused(now, now.iloc[:0], told) == ([("locals", "visitors")] if wrong else [])
    assert refused(now, now, told) == []


def test_a_chain_is_refused_where_it_is_new() -> None:
    """The last link joins both ends, and is new; what has nothing to do with them may come with it."""
    told, first = settled(VISITORS, LOCALS, SECRET), ("locals", "posts")
    now = links(first, ("posts", "visitors"), ("weeks", "hours"))
    assert refused(now, links(first), told) == [("posts", "visitors")]
    assert refused(now, links(), told) == [first, ("posts", "visitors")]


@pytest.mark.parametrize(
    ("renamed", "told", "joined"),
    [
        ({"road": "hall"}, {"road", "hall"}, {"road": ["hall", "road"]}),
        ({"road": "mid", "mid": "hall"}, {"road", "hall"}, {"road": ["hall", "road"], "mid": ["hall", "road"]}),
        ({"road": "hall"}, {"hall"}, {}),
        ({"road": "hall"}, {"road"}, {}),
        ({"road": "hall"}, {"road", "other"}, {}),
        ({}, {"road", "hall"}, {}),
    ],
    ids=["two", "by way of a third", "renamed", "renamed before", "another one", "none"],
)
def test_names_that_were_told_of_side_by_side(
    renamed: dict[str, str], told: set[str], joined: dict[str, list[str]]
) -> None:
    """A project takes the name that it had, and never that of another one."""
    names = ["road", "mid", "other"]
    projects = pd.DataFrame({"project": names, "renamed_from": [renamed.get(each, "") for each in names]}, dtype=object)
    assert joining_names(projects, [told]) == joined
    assert joining_names(projects, [{each} for each in told]) == {}


def test_the_register_knows_names_of_links_too() -> None:
    """A project of which only a link is remembered is one that was told of; a measure is none."""
    ends = pd.concat([links(("mid", "whole"), framework=""), links(("locals", "visitors"))])
    assert told_names(settled(SECRET), ends) == {"road", "mid", "whole"}
