"""What the check accepts, the build can add up and publish: with every number at and around its bounds. All invented.

Each example is the small repository with columns of it at a bound. Either the check refuses it, at its row, or it is
valued, the whole site is drawn, and all its tables are what their schemas say.
"""

import csv
import shutil
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from check.test_differential import DERANDOMISED
from socialvalue import run
from socialvalue.check import check, confirm
from socialvalue.check.rules import within_limits
from socialvalue.load import load
from socialvalue.publish import publish
from socialvalue.records import DIGITS, LARGEST, LARGEST_SHARE, LARGEST_WORTH, MILLION, Checked
from socialvalue.value.exact import MOST, MOST_IN_ALL

pytestmark = pytest.mark.usefixtures("one_frame")

TODAY = "2026-12-01"
LINES = ("returns/road-fund/north-road/2024-q2/lines.csv", "returns/skills-fund/skills-centre/2023-24/lines.csv")
FRAMEWORK = "frameworks/example-open"
COLUMNS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "quantities": tuple((file, "quantity") for file in LINES),
    "headcounts": tuple((file, "headcount") for file in LINES),
    "unit values": ((f"{FRAMEWORK}/unit-values.csv", "value_gbp"),),
    "ranges": tuple((f"{FRAMEWORK}/unit-values.csv", name) for name in ("low_gbp", "value_gbp", "high_gbp")),
    "rates": ((f"{FRAMEWORK}/adjustments.csv", "rate"),),
    "years": ((f"{FRAMEWORK}/unit-values.csv", "benefit_years"),),
    "prices": (("reference/deflators.csv", "index"),),
    "people": (("reference/areas.csv", "population"),),
    "tiles": (("reference/areas.csv", "tile_column"), ("reference/areas.csv", "tile_row")),
    "promises": (("register/targets.csv", "quantity"),),
    "costs": tuple(("register/projects.csv", f"{name}_gbp") for name in ("total_cost", "grant", "contract")),
    "stated": (("register/published-figures.csv", "amount_gbp"), ("register/project-facts.csv", "amount_gbp")),
    "homes": (("register/sites.csv", "homes"),),
    "order": ((f"{FRAMEWORK}/themes.csv", "order"),),
    "days": (("register/targets.csv", "due"), ("register/targets.csv", "stated_on")),
}
NUMBERS = ("0", "0.000001", "1000000000", "90000000000", str(LARGEST))
DAYS = ("0000", "0001", "0001-01-01", "9999-12-31", "2024-02-29")
COUNTED = ("quantities", "headcounts", "unit values", "ranges", "rates", "years", "prices")
"""What the worth of a line comes from."""


def changed(data: Path, changes: Mapping[str, str]) -> Path:
    """The repository with each of these kinds of column at its bound, wherever a cell was filled in."""
    for what, bound in changes.items():
        for file, column in COLUMNS[what]:
            with (data / file).open(encoding="utf-8", newline="") as read:
                found = list(csv.DictReader(read))
            for row in found:
                row[column] = bound if row[column] or what in ("ranges", "years", "people") else ""
            with (data / file).open("w", encoding="utf-8", newline="") as written:
                writer = csv.DictWriter(written, list(found[0]))
                writer.writeheader()
                writer.writerows(found)
    return data


def judged(small: Path, to: Path, changes: Mapping[str, str]) -> Checked:
    """Judge it; a fault of the program, and nothing else, raises."""
    shutil.rmtree(to, ignore_errors=True)
    checked = check(load(changed(shutil.copytree(small, to), changes), today=TODAY))
    assert not checked.not_applied
    assert all(finding.row or finding.file.endswith((".json", ".toml")) for finding in checked.errors)
    return checked


def builds(small: Path, to: Path, changes: Mapping[str, str]) -> Checked:
    """Judge, value and draw it."""
    checked = judged(small, to, changes)
    if not checked.broken:
        confirm(publish(run.valued(checked)), checked.published)
    return checked


@pytest.mark.parametrize("bound", [*NUMBERS, *DAYS])
def test_what_is_accepted_is_published(bound: str, small: Path, tmp_path: Path) -> None:
    """Each kind of number at this bound, in every row: judged and valued alone. A site shows those that go alike.

    One is of what the worth of a line comes from, one of all else, one of what holds returns back.
    """
    together: dict[tuple[bool, bool], dict[str, str]] = defaultdict(dict)
    for what in COLUMNS:
        if (what == "days") == (bound in DAYS):
            checked = judged(small, tmp_path / "data", {what: bound})
            if not checked.broken:
                assert len(run.valued(checked).values)
                together[bool(checked.held_back), what in COUNTED][what] = bound
    for (held_back, _), kinds in together.items():
        checked = builds(small, tmp_path / "data", kinds)
        assert not checked.broken
        assert bool(checked.held_back) == held_back


def test_several_at_once_are_published(small: Path, tmp_path: Path) -> None:
    """Kinds of numbers at bounds of their own, all in one repository."""
    numbers = st.fixed_dictionaries(
        {}, optional={what: st.sampled_from(DAYS if what == "days" else NUMBERS[:-1]) for what in COLUMNS}
    )

    @settings(DERANDOMISED, max_examples=8)
    @given(numbers)
    def each(changes: Mapping[str, str]) -> None:
        builds(small, tmp_path / "data", changes)

    each()


@pytest.mark.parametrize("quantity", [str(LARGEST), f"{LARGEST}.999999"])
def test_two_lines_of_nearly_a_trillion_are_held_back(quantity: str, small: Path, tmp_path: Path) -> None:
    """They passed once, and the build ended for everybody: each is a finding at its row, and the rest is published."""
    checked = builds(small, tmp_path / "data", {"quantities": quantity})
    assert {finding.row for finding in checked.errors if finding.rule == "within-limits"} >= {2, 3}
    assert set(checked.held_back) == {"north-road/2024-q2", "skills-centre/2023-24"}


@pytest.mark.parametrize("promised", [(2, 9), (9, 2)])
def test_the_least_of_several_promises_is_what_a_line_is_held_against(promised: tuple[int, int]) -> None:
    """A line just above a million times the lower one is told of, and so it is whichever comes first."""
    most = 2 * LARGEST_SHARE * MILLION
    for quantity, told in ((most, 0), (most + 1, 1)):
        amounts = [("", number * MILLION) for number in promised] + [("road/2024-q2", quantity)]
        told_of = [(owner, "file", 2, "road", "open", "weeks", amount) for owner, amount in amounts]
        hits = list(within_limits._beside_promise(pd.DataFrame(told_of, columns=within_limits.HERE)))
        assert len(hits) == told
        assert all(hit.message.endswith("what was promised, 2.") for hit in hits)


def test_a_unit_is_worth_its_highest_value_in_each_of_its_years() -> None:
    """One year where none is given or 0, as everywhere; the values of two kinds add up."""
    cells = [(10, 12, None, "economic"), (10, None, 0, "social"), (10, None, 3, "fiscal")]
    made = [("open", "weeks", kind, "total", low, value, None, years) for low, value, years, kind in cells]
    names = ["owner", "measure", "kind", "counts_in", "low_gbp", "value_gbp", "high_gbp", "benefit_years"]
    values = pd.DataFrame(made, columns=names).astype(dict.fromkeys(names[4:], "Int64"))
    values[names[4:7]] *= MILLION
    (each,) = within_limits._unit_values({"unit-values": values})["each"]
    assert each == 12 + 10 + 3 * 10


def test_the_limits_fit_together() -> None:
    """Sums stay within the digits that are published, and a line's worth within a tenth of a sum."""
    assert len(str(LARGEST)) == DIGITS
    assert MOST == 100 * LARGEST_WORTH
    assert MOST < MOST_IN_ALL < 100 * LARGEST
