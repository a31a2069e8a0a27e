"""What is remembered of links keeps the numbers of linked projects and measures apart, whatever happens to them.

The same random play, without that memory, is found out. All invented.
"""

from collections.abc import Sequence
from pathlib import Path
from random import Random

import pytest

from disclosure.history import QUARTERS, History, Line, Name, Return, numbers_of
from disclosure.linking import Shown, linking, told_together
from disclosure.playing import Plan, played

SEED = 5
"""By this seed numbers of linked projects and of linked measures stand side by side, once no link is remembered."""
PROJECTS, RELEASES = 6, 4
GROUPS = ("trainees", "claimants", "offenders")


def tellers(seed: int) -> list[History]:
    """Projects that tell of a group or two of one quarter, each from a release of its own on; some tell of nobody."""
    return [_teller(History(f"p{number:03}", seed), Random(f"teller {number} {seed}")) for number in range(PROJECTS)]


def _teller(history: History, random: Random) -> History:
    (period, start, end), history.numbers = QUARTERS[0], {}
    first, name = random.randrange(RELEASES + 1), history.project
    groups = {group: random.randrange(first, RELEASES + 1) for group in random.sample(GROUPS, 2)}
    for place in range(RELEASES):
        returns = {}
        for at, (group, begins) in enumerate(groups.items()):
            if place >= begins:
                people = Name(history.project, at)
                history.numbers[people] = 20 + at
                returns[f"{period}-{at}"] = Return(start, end, {1: Line(group, people)}, "compiled")
        history.releases.append(returns)
        name += "-b" * (random.random() < 0.2 and place > 0)
        history.names.append(name)
    return history


def found(folder: Path, seed: int, forgets: bool) -> Sequence[tuple[int, Shown, Shown]]:
    """The numbers that stand side by side in any release of a play."""
    told = tellers(seed)
    links = linking(told, RELEASES, seed, measures=GROUPS)
    plan = Plan(told, links, (5,) * RELEASES, without_site=True, forgets_links=forgets)
    return list(told_together(played(folder, plan, numbers_of(told))))


@pytest.mark.parametrize("forgets", [False, True])
def test_links_are_remembered(forgets: bool, tmp_path: Path) -> None:
    """Set, emptied, led elsewhere, turned, by way of others, with new names: no two numbers stand side by side."""
    pairs = found(tmp_path, SEED, forgets)
    kinds = {"projects" if one.project != other.project else "measures" for _, one, other in pairs}
    assert kinds == ({"projects", "measures"} if forgets else set())
