"""The command value with another framework or with unit values of one's own. All invented."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from socialvalue.cli import main

PLACE = Path("frameworks/example-open/unit-values.csv")


def run(*words: str) -> Result:
    """What the command prints."""
    return CliRunner().invoke(main, ["value", *words])


@pytest.fixture
def own(small: Path, tmp_path: Path) -> Path:
    """A table with one row alone, another name and twice the value."""
    header, *rows = (small / PLACE).read_text(encoding="utf-8").splitlines()
    row = next(row for row in rows if row.startswith("claimant-fiscal,"))
    path = tmp_path / "own.csv"
    path.write_text(f"{header}\n{row.replace('claimant-fiscal,', 'my-own,').replace(',9800,', ',19600,')}\n", "utf-8")
    return path


def test_own_unit_values_are_used_alone(small: Path, own: Path) -> None:
    """Twice the value of a unit is twice the gross, no total holds any other value, and nothing is written."""
    before = {path: path.read_bytes() for path in small.rglob("*") if path.is_file()}
    found = run("--data", str(small), "--unit-values", str(own), "--format", "json")
    assert found.exit_code == 0
    told = json.loads(found.stdout)
    assert next(iter(told)) == "notes"
    assert told["notes"][-1] == "These are not the published figures. Nothing was written."
    published = json.loads(run("--data", str(small), "--format", "json").stdout)
    fiscal = [then for then in published["totals"] if then["kind"] == "fiscal"]
    assert {row["kind"] for row in published["totals"]} > {"fiscal"}
    for now, then in zip(told["totals"], fiscal, strict=True):
        assert {name: now[name] for name in ("dimension", "member", "kind", "lines")} == {
            name: then[name] for name in ("dimension", "member", "kind", "lines")
        }
        assert pence(now["gross_gbp"]) == pytest.approx(2 * pence(then["gross_gbp"]), abs=int(then["lines"]))
    assert before == {path: path.read_bytes() for path in small.rglob("*") if path.is_file()}
    table = run("--data", str(small), "--unit-values", str(own)).stdout
    assert table.startswith(f"The unit values of {own} alone are used")


def test_another_framework_lends_no_value(small: Path, own: Path, tmp_path: Path) -> None:
    """With a second framework in the repository, the file is still alone."""
    data = Path(shutil.copytree(small, tmp_path / "data"))
    shutil.copytree(data / "frameworks/example-open", data / "frameworks/other-open")
    words = ("--unit-values", str(own), "--framework", "example-open", "--format", "json")
    found, alone = (json.loads(run("--data", str(folder), *words).stdout) for folder in (data, small))
    assert found["totals"] == alone["totals"]


def pence(pounds: str) -> int:
    """Whole pence of pounds with two decimals."""
    return int(pounds.replace(".", ""))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [(",19600,", ",dear,", "dear"), (",fw2,", ",zz9,", "zz9"), ("value_gbp", "worth", "value_gbp")],
)
def test_what_is_wrong_with_the_file_is_said_plainly(small: Path, own: Path, old: str, new: str, said: str) -> None:
    """The same judgement as for a framework's own table, row by row, and exit code 2."""
    own.write_text(own.read_text("utf-8").replace(old, new, 1), "utf-8")
    found = run("--data", str(small), "--unit-values", str(own))
    assert (found.exit_code, found.stdout) == (2, "")
    assert f"{own} cannot be used." in found.stderr
    assert said in found.stderr
    assert "Traceback" not in found.stderr


def test_a_framework_that_is_not_there_is_named_with_those_that_are(small: Path, own: Path) -> None:
    """One plain sentence and exit code 2, with a file of one's own or without."""
    for words in ((), ("--unit-values", str(own))):
        found = run("--data", str(small), "--framework", "nowhere", *words)
        assert found.exit_code == 2
        assert "There is no framework nowhere. There are: example-open." in found.stderr


def test_what_cannot_be_matched_is_told_with_the_reason(small: Path, tmp_path: Path) -> None:
    """Under a framework with fewer measures, the rest is listed above the table, each with how many lines it is."""
    data = Path(shutil.copytree(small, tmp_path / "data"))
    lean = Path(shutil.copytree(data / "frameworks/example-open", data / "frameworks/lean"))
    for table in ("measures", "unit-values", "crosswalk", "adjustments"):
        path = lean / f"{table}.csv"
        header, *rows = path.read_text("utf-8").splitlines()
        path.write_text(
            "\n".join([header, *(row for row in rows if "fw2" not in row and "le1" not in row), ""]), "utf-8"
        )
    found = run("--data", str(data), "--framework", "lean")
    assert found.exit_code == 0
    assert found.stdout.startswith("Everything is valued under lean.")
    assert "  fw2 of example-open has no measure of the same code in lean" in found.stdout
    assert not any(row.startswith("fiscal") for row in found.stdout.splitlines())
