"""Nothing that is released over time tells a hidden number, whatever happens to a return in between."""

from pathlib import Path

import pytest

from disclosure.attack_over_time import narrowed
from disclosure.history import histories, numbers_of
from disclosure.linking import linking, told_together
from disclosure.playing import Plan, played
from disclosure.twins import never_shown, small_counts, twin

PROJECTS = 20
"""Each with a random history of its own. play_sequences.py plays two hundred, and every page of their site."""


@pytest.mark.parametrize(("seed", "thresholds", "public"), [(1, (5, 5, 5, 5), -1), (2, (5, 10, 5), 1)])
def test_twins_of_histories_are_released_alike(
    seed: int, thresholds: tuple[int, ...], public: int, tmp_path: Path
) -> None:
    """With other hidden numbers, each file of each release is the same to the last byte; and no attack narrows one."""
    told = histories(PROJECTS, len(thresholds), seed)
    numbers = numbers_of(told)
    links = linking(told, len(thresholds), seed, deleted=public < 0)
    plan = Plan(told, links, thresholds, public)
    releases = played(tmp_path / "one", plan, numbers)
    assert list(told_together(releases)) == []
    others = twin(told, releases, numbers, seed)
    assert sum(numbers[name] != others[name] for name in never_shown(told, releases)) > PROJECTS
    again = played(tmp_path / "other", plan, others)
    for place, (one, other) in enumerate(zip(releases, again, strict=True)):
        assert [path for path in one.files if one.files[path] != other.files.get(path)] == [], place
        assert one.valuation.findings == other.valuation.findings, place
        assert one.valuation.checked.held_back == other.valuation.checked.held_back, place
    small = small_counts(told, releases, numbers, thresholds)
    assert len(small) > PROJECTS
    assert narrowed([release.files for release in releases], small) == []
