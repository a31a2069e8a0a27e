"""A table that nobody could read is told of once; nothing is said of the rows that point to it. All is invented."""

import shutil
from pathlib import Path

import pytest

from check.repository import GOOD, RETURN, TODAY
from socialvalue.check import check
from socialvalue.load import load

TABLES = ["register/sources.csv", "register/organisations.csv", "register/projects.csv", "reference/areas.csv"]
TABLES += ["frameworks/example-open/measures.csv"]


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("slip", ["unread", "no key"])
def test_no_reference_to_a_table_that_could_not_be_read_is_told_of(table: str, slip: str, tmp_path: Path) -> None:
    """The one finding is about the table itself: that a row of it is missing, nobody can know."""
    data = shutil.copytree(GOOD, tmp_path / "data")
    text = (data / table).read_text(encoding="utf-8")
    other = text.replace(text.partition(",")[0], "nonsense", 1).encode()
    (data / table).write_bytes(text.encode("utf-16") if slip == "unread" else other)
    found = check(load(data, today=TODAY))
    assert table in {finding.file for finding in found.errors}
    assert not [finding.words for finding in found.findings if "is not in" in finding.words]


@pytest.mark.parametrize(("cell", "said"), [("no-such-page", 1), ("example-page", 0)])
def test_a_reference_into_a_table_that_was_read_is_judged(cell: str, said: int, tmp_path: Path) -> None:
    """The twin: with its table there, a row that is missing is told of."""
    data = shutil.copytree(GOOD, tmp_path / "data")
    evidence = data / RETURN / "evidence.csv"
    text = evidence.read_text(encoding="utf-8")
    evidence.write_text(text.replace("2024-08,,", f"2024-08,{cell},"), encoding="utf-8")
    found = check(load(data, today=TODAY))
    assert len([finding for finding in found.findings if finding.rule == "known-source"]) == said
