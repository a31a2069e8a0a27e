"""The commands value and explain, on the small invented repository."""

import csv
import io
import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from socialvalue.cli import main
from socialvalue.publish.downloads.published_tables import cells
from socialvalue.publish.site import Site
from socialvalue.records import Valuation


def run(*words: str) -> Result:
    """What a command prints."""
    return CliRunner().invoke(main, words)


def test_the_table_shows_each_kind_and_status_and_no_sum_of_kinds(small: Path, valuation: Valuation) -> None:
    """One row for each kind and status of everything, with gross, net and real."""
    found = run("value", "--data", str(small))
    assert found.exit_code == 0
    every = [line for line in found.stdout.splitlines() if "£" in line and not line.startswith(("Gross", "7 "))]
    rows = [line for line in every if " to £" not in line and "is known" not in line]
    totals = valuation.totals[valuation.totals["dimension"] == "all"]
    assert len(rows) == len(totals)
    assert len(every) - len(rows) == (totals["low"].notna() | totals["high"].notna()).sum() > 0
    assert any("no lower end is known" in line for line in every)
    fiscal = next(row for row in rows if row.startswith("fiscal"))
    assert fiscal.split() == ["fiscal", "verified", "1", "£84,242.32", "£57,284.77", "£55,955.99"]


def test_csv_and_json_hold_every_total(small: Path, valuation: Valuation) -> None:
    """The same rows in both, in pounds with two decimals, and the same columns as the download."""
    as_csv = list(csv.DictReader(io.StringIO(run("value", "--data", str(small), "--format", "csv").stdout)))
    as_json = json.loads(run("value", "--data", str(small), "--format", "json").stdout)
    assert as_csv == as_json["totals"] == cells(Site(valuation), "totals").to_dict("records")
    assert [row["net_gbp"].replace(".", "") for row in as_csv] == [f"{net:03}" for net in valuation.totals["net"]]
    assert (as_json["real_year"], as_json["deflator_vintage"]) == ("2023-24", "2024-10")


def test_explain_tells_the_working_in_words_and_figures(small: Path) -> None:
    """The line, its unit value in both years' prices, each deduction with its reason, and the sum on paper."""
    found = run("explain", "--data", str(small), "north-road/2024-q2", "3")
    assert found.exit_code == 0
    for words in (
        "26 people, 6.25 full-time years (April to June 2024)",
        "One full-time year was worth £9,800.00 to the public purse in 2012-13 prices",
        "frameworks/example-open/unit-values.csv, row 3",
        "That is £13,478.77 in 2024-25 prices",
        "We take off 20%, what would have happened anyway (deadweight), because: Some would have found work anyway.",
        "= Net, in prices of 2024-25",
        "£57,284.77",
        "no comparison group",
    ):
        assert words in found.stdout


def test_explain_says_why_a_line_has_no_value(small: Path) -> None:
    """A share is a record; a part is in another line."""
    assert "A share cannot be valued." in run("explain", "--data", str(small), "skills-centre/2023-24", "2").stdout
    assert "part of another line" in run("explain", "--data", str(small), "north-road/2023-q4", "3").stdout


@pytest.mark.parametrize(
    ("words", "said"), [(("nowhere/2020",), "no nowhere/2020"), (("north-road/2024-q2", "99"), "no line 99")]
)
def test_explain_of_what_is_not_there_is_one_plain_sentence(small: Path, words: tuple[str, ...], said: str) -> None:
    """No traceback, exit code 2, and how a return is named."""
    found = run("explain", "--data", str(small), *words)
    assert found.exit_code == 2
    assert said in found.stderr
    assert "project/period" in found.stderr


def test_a_return_that_is_held_back_says_so(small: Path, tmp_path: Path) -> None:
    """A return with an error has no value: its error is told instead."""
    data = Path(shutil.copytree(small, tmp_path / "data"))
    lines = data / "returns/road-fund/north-road/2024-q2/lines.csv"
    lines.write_text(lines.read_text(encoding="utf-8").replace("fw1,55.5", "zz9,55.5"), encoding="utf-8")
    found = run("explain", "--data", str(data), "north-road/2024-q2")
    assert (found.exit_code, "held back" in found.stderr, "zz9" in found.stderr) == (2, True, True)


def test_explain_takes_a_line_as_the_site_names_it(small: Path) -> None:
    """north-road/2024-q2#3 is what the pages show, and what people copy."""
    one = run("explain", "--data", str(small), "north-road/2024-q2#3")
    assert one.exit_code == 0
    assert one.stdout == run("explain", "--data", str(small), "north-road/2024-q2", "3").stdout


def test_explain_of_a_project_names_its_returns(small: Path) -> None:
    """Who gives the project alone is told which returns it has."""
    assert "north-road/2024-q2" in run("explain", "--data", str(small), "north-road").stderr
