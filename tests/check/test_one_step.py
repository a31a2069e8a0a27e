"""Conditions of rules that no example in tests/bad and tests/good reaches, one step on each side of the line."""

import json
from pathlib import Path

import pytest

from check.repository import PROJECT, RETURN, TODAY
from check.test_bad_examples import repository
from socialvalue.check import check
from socialvalue.load import load

REST = ",,,,,,,,self-reported,,,,,"


def found(rule: str, data: Path) -> int:
    """How many findings of this rule there are."""
    return sum(finding.rule == rule for finding in check(load(data, today=TODAY)).findings)


def example(tmp_path: Path, *lines: str) -> Path:
    """The good repository with these lines in its last return, in the places of those with the same number."""
    given = tmp_path / "given"
    given.mkdir()
    (given / "patch-lines.csv").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return repository(given, tmp_path / "data")


def lasting(data: Path, package: Path, start: str, end: str) -> None:
    """Give a return these days."""
    path = data / package / "datapackage.json"
    said = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**said, "period": {"start": start, "end": end}}), encoding="utf-8")


@pytest.mark.parametrize(
    ("start", "end", "findings"),
    [
        ("2023-12-31", "2024-05-16", 1),  # 46 days after 92
        ("2023-12-31", "2024-05-15", 0),
        ("2024-01-01", "2024-09-29", 1),  # 182 days after 91
        ("2024-01-01", "2024-09-30", 0),
    ],
)
def test_periods_are_alike_up_to_half_and_up_to_double(start: str, end: str, findings: int, tmp_path: Path) -> None:
    """Ten times as much is a jump where one period is just twice the other, and none where it is a day more."""
    data = example(tmp_path, f"1,fw1,410,weeks{REST}")
    lasting(data, PROJECT / "2024-q1", start, "2024-03-31")
    lasting(data, RETURN, "2024-04-01", end)
    assert found("order-of-magnitude", data) == findings


@pytest.mark.parametrize(
    ("pounds", "rule"), [("1500000", "above-plausible-share"), ("1500000.01", "worth-more-than-contract")]
)
def test_a_line_that_is_worth_just_the_contract_is_in_the_share(pounds: str, rule: str, tmp_path: Path) -> None:
    """A line above its contract has a rule of its own, and is not told of twice; one of just its contract has not."""
    data = example(tmp_path, f"5,le2,{pounds},gbp,,,E07000901,in the county{REST[6:]}")
    about = {"above-plausible-share", "worth-more-than-contract"}
    assert about & {each.rule for each in check(load(data, today=TODAY)).findings} == {rule}


@pytest.mark.parametrize(("unit", "findings"), [("weeks", 1), ("fte_years", 0)])
def test_decimals_are_those_of_the_unit_of_the_measure(unit: str, findings: int, tmp_path: Path) -> None:
    """A quantity in another unit than its measure is answered for that alone."""
    assert found("precision", example(tmp_path, f"1,fw1,62.5171,{unit}{REST}")) == findings


@pytest.mark.parametrize(("part", "share"), [(1, "6.3"), (9, "56.3")])
def test_the_share_that_is_advised_is_rounded_half_up(part: int, share: str, tmp_path: Path) -> None:
    """6.25 is 6.3 and 56.25 is 56.3, as everywhere: never to the nearest even number."""
    data = example(tmp_path, f"5,le3,85,percent{REST}{part} of 16 firms are local.")
    suggested = [each.suggestion for each in check(load(data, today=TODAY)).findings if each.rule == "share-of-parts"]
    assert suggested == [share]
