"""Inputs that try a rule of the domain: links, circles, numbers near the end of 64 bits. All rows are invented."""

import csv
import json
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from check.repository import GOOD, PROJECT, RETURN, TODAY
from socialvalue.check import check
from socialvalue.check.rules.safe_link import trouble
from socialvalue.load import load
from socialvalue.records import Finding, Severity

LARGEST = "999999999999.999999"
"""The largest number that a cell may hold."""
LINKS = {
    "https://user:pass@example.org/a": "a user name or a password",
    "https://user@example.org/a": "a user name or a password",
    "https://:@example.org/a": "a user name or a password",
    "https://127.0.0.1/a": "a number instead of a name",
    "https://[::1]/a": "a number instead of a name",
    "https://2130706433/a": "a number instead of a name",
    "https://0x7f.1/a": "a number instead of a name",
    "https://127.1/a": "a number instead of a name",
    "https://0177.0.0.01./a": "a number instead of a name",
    "https://localhost/a": "cannot open",
    "https://printer.local/a": "cannot open",
    "https://example.org:8443/a": "cannot open",
    "https://example.org:port/a": "no web address",
    "https://[::1/a": "no web address",
    "javascript:alert(1)": "does not begin with https",
    "data:text/html,x": "does not begin with https",
    "file:///etc/passwd": "does not begin with https",
}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return shutil.copytree(GOOD, tmp_path / "data")


def found(data: Path, *rules: str) -> Sequence[Finding]:
    return [finding for finding in check(load(data, today=TODAY)).findings if not rules or finding.rule in rules]


@pytest.mark.parametrize("link", LINKS)
def test_a_link_that_leads_nowhere_public_is_named(link: str) -> None:
    """Only https, to a name, without anybody's password, on the usual port."""
    assert LINKS[link] in trouble(link)


@pytest.mark.parametrize(
    "link",
    ["https://www.example.gov.uk/a?b=c#d", "https://example.org:443/", "https://a.b-c.uk", "http://example.org/a"],
)
def test_a_link_to_a_public_page_passes(link: str) -> None:
    """Addresses as councils write them pass."""
    assert trouble(link) == ""


def test_a_link_with_a_password_is_answered_at_its_row(data: Path) -> None:
    """The finding names the row and the column, and repeats nothing of the link."""
    path = data / RETURN / "evidence.csv"
    with path.open(encoding="utf-8", newline="") as file:
        header, first, *rest = csv.reader(file)
    first[header.index("link")] = "https://me:secret@example.org/a"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([header, first, *rest])
    (finding,) = found(data, "safe-link")
    assert (finding.row, finding.column, finding.severity) == (2, "link", Severity.ERROR)
    assert "secret" not in finding.words + finding.value


@pytest.mark.parametrize("circle", [("2024-q2",), ("2024-q2", "2024-q3"), ("2024-q2", "2024-q3", "2024-q4")])
def test_returns_that_replace_each_other_are_all_named(circle: Sequence[str], data: Path) -> None:
    """A circle of corrections has no end, so no return of it can stand: each is an error, and nothing hangs."""
    for at, period in enumerate(circle):
        if period != RETURN.name:
            shutil.copytree(data / RETURN, data / PROJECT / period)
        path = data / PROJECT / period / "datapackage.json"
        descriptor = json.loads(path.read_text(encoding="utf-8"))
        descriptor |= {"name": f"north-road-{period}", "reason": "Corrected.", "supersedes": circle[at - 1]}
        path.write_text(json.dumps(descriptor), encoding="utf-8")
    named = found(data, "supersession")
    assert {finding.owner for finding in named} == {f"north-road/{period}" for period in circle}
    assert all("leads back to this return" in finding.message for finding in named)
    assert {finding.severity for finding in named} == {Severity.ERROR}


def test_sums_beyond_64_bits_are_still_questioned(data: Path) -> None:
    """Twenty lines of the largest number: their sum wraps round to a small one, which would pass unseen."""
    path = data / RETURN / "lines.csv"
    header = path.read_text(encoding="utf-8").splitlines()[0]
    rows = [f"{n},fw1,{LARGEST},weeks,,,,place {n},,,,self-reported,,,,," for n in range(1, 21)]
    path.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    targets = data / "register/targets.csv"
    columns = targets.read_text(encoding="utf-8").splitlines()[0].split(",")
    target = dict.fromkeys(columns, "") | {
        **{"target": "t1", "project": "north-road", "measure": "fw1", "quantity": "10", "unit": "weeks"},
    }
    targets.write_text(",".join(columns) + "\n" + ",".join(target.values()) + "\n", encoding="utf-8")
    (finding,) = found(data, "five-times-target")
    assert finding.message.startswith("9,000,000,000,000 weeks in all are more than 5 times the target")


def test_a_sum_over_periods_beyond_64_bits_does_not_look_small(data: Path) -> None:
    """A chain of returns with the largest number each is not taken for a fall, nor for a sum of those before."""
    line = f"1,fw1,{LARGEST},weeks,,,,,,,,self-reported,,,,,"
    for quarter in range(1, 5):
        folder = data / PROJECT / f"2024-q{quarter}"
        if not folder.exists():
            shutil.copytree(data / RETURN, folder)
        header = (folder / "lines.csv").read_text(encoding="utf-8").splitlines()[0]
        (folder / "lines.csv").write_text(f"{header}\n{line}\n", encoding="utf-8")
        descriptor = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
        month = 3 * quarter
        days = {"start": f"2024-{month - 2:02}-01", "end": f"2024-{month:02}-28"}
        descriptor |= {"name": f"north-road-2024-q{quarter}", "period": days}
        (folder / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")
    said = found(data, "order-of-magnitude", "looks-cumulative", "same-as-before")
    assert {finding.rule for finding in said} == {"same-as-before"}
    assert len(said) == 3
