"""What officers' files hold, and what they are told: never to write a figure that is another one. All is invented."""

import shutil
from pathlib import Path

import pytest

from check.repository import GOOD, RETURN, TODAY
from socialvalue.check import check
from socialvalue.check.wording import in_words
from socialvalue.load import load
from socialvalue.records import Finding

WEEKS = "1,fw1,{},weeks,,,,,,,,evidenced,e1,,,,"
SPEND = "4,le2,{},gbp,,,E07000902,within 30 miles,,example-builder,main contractor,self-reported,,,,,"
YEARS = "2,le1,{},fte_years,24,,E07000901,,both-towns,example-builder,main contractor,verified,e2,,,,"
OTHER_UNITS = {
    "5 FTE": "le1 (Local people employed)",
    "12%": "le3 (Share of spend that is local)",
    "£1,200": "le2 (Spend with local firms)",
    "4.5 hrs": "fw2 (Into-work support)",
    "about 5 FTE": "le1 (Local people employed)",
    "£1.2m": "le2 (Spend with local firms)",
    "60 apprentices": "",
    "5m": "",
    "3 months": "",
}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return shutil.copytree(GOOD, tmp_path / "data")


def told(data: Path, line: str, file: str = "lines.csv") -> list[Finding]:
    """The findings on the return with this line in the place of its own."""
    path = data / RETURN / file
    key = line.partition(",")[0]
    kept = [line if row.partition(",")[0] == key else row for row in path.read_text(encoding="utf-8").splitlines()]
    path.write_text("\n".join(kept) + "\n", encoding="utf-8")
    return list(check(load(data, today=TODAY)).findings)


def cell(text: str) -> str:
    return f'"{text}"' if "," in text else text


@pytest.mark.parametrize("unit", ["£k", "GBP k", "£m"])
def test_thousands_are_no_unit(unit: str, data: Path) -> None:
    """Nobody is told to write gbp beside a figure that is in thousands."""
    (finding,) = [each for each in told(data, SPEND.format("3").replace("gbp", unit)) if each.column == "unit"]
    times = "1,000,000" if unit == "£m" else "1,000"
    assert finding.suggestion == ""
    assert finding.mend == f"Multiply the quantity by {times}, and write the code of the unit alone: gbp."


@pytest.mark.parametrize("text", OTHER_UNITS)
def test_a_number_of_another_unit_is_never_asked_for(text: str, data: Path) -> None:
    """5 FTE are not 5 weeks: the unit is named, and the measures that are counted in it."""
    (finding,) = told(data, WEEKS.format(cell(text)))
    assert (finding.column, finding.suggestion) == ("quantity", "")
    assert "this is counted in weeks" in finding.message
    assert not finding.mend.startswith("Write")
    assert OTHER_UNITS[text] in finding.mend


@pytest.mark.parametrize(
    ("line", "text", "wanted"),
    [
        (WEEKS, "62.5 weeks", "62.5"),
        (WEEKS, "60 wks", "60"),
        (WEEKS, "1,200", "1200"),
        (WEEKS, "5k", "5000"),
        (SPEND, "£1,200", "1200"),
        (SPEND, "£1.2m", "1200000"),
        (SPEND, "£5 million", "5000000"),
        (SPEND, "1,200 pounds", "1200"),
    ],
)
def test_a_number_of_its_own_unit_is_asked_for(line: str, text: str, wanted: str, data: Path) -> None:
    """Where the unit is that of the measure, the number alone is what is meant."""
    (finding,) = told(data, line.format(cell(text)))
    assert (finding.suggestion, finding.mend) == (wanted, f"Write {wanted}.")


def test_an_m_may_be_millions_or_metres(data: Path) -> None:
    """1.2m pounds are not 1.2 pounds."""
    (finding,) = told(data, SPEND.format("1.2m"))
    assert finding.suggestion == ""
    assert finding.mend.startswith("If millions are meant")


def test_a_level_is_no_year_of_work(data: Path) -> None:
    """FTE on a day become full-time years only with the months of the period."""
    (finding,) = told(data, YEARS.format("5 FTE"))
    assert finding.suggestion == ""
    assert "multiplied by the months" in finding.mend


@pytest.mark.parametrize("text", ["12%", "£12", "12 weeks"])
def test_a_headcount_is_of_people(text: str, data: Path) -> None:
    """12 % of the people are not 12 people."""
    (finding,) = told(data, f"1,fw1,62.5,weeks,{text},,,,,,,evidenced,e1,,,,")
    assert finding.suggestion == ""
    assert "counted in people" in finding.message


def test_people_are_people(data: Path) -> None:
    """The word for what is counted may be left out."""
    (finding,) = told(data, "1,fw1,62.5,weeks,12 people,,,,,,,evidenced,e1,,,,")
    assert finding.suggestion == "12"


@pytest.mark.parametrize("unit", ["FTE", "£", ""])
def test_a_unit_is_told_by_its_measure(unit: str, data: Path) -> None:
    """The unit of the measure is named, with the question whether the quantity is in it."""
    (finding,) = told(data, f"1,fw1,62.5,{unit},,,,,,,,evidenced,e1,,,,")
    assert finding.mend == ("fw1 is counted in weeks. If the quantity is too, write weeks; if not, work it out first.")
    assert finding.suggestion == ""


def test_an_empty_status_is_told_by_its_words(data: Path) -> None:
    """The three words are named; "How sure it is" helps nobody."""
    (finding,) = told(data, "1,fw1,62.5,weeks,,,,,,,,,e1,,,,")
    assert finding.mend == "Fill it in. Choose from: self-reported, evidenced, verified."


@pytest.mark.parametrize("text", ["Audit of wages", "audit of wages", "Audit-of-wages"])
def test_evidence_is_known_by_its_title(text: str, data: Path) -> None:
    """Whoever names the document gets the key of its row."""
    (finding,) = told(data, f"1,fw1,62.5,weeks,,,,,,,,evidenced,{text},,,,")
    assert (finding.suggestion, finding.mend) == ("e2", "Write e2.")


def test_evidence_of_another_return_is_not_meant(data: Path) -> None:
    """The same title in another return of the project is another row."""
    path = data / RETURN.parent / "2024-q1/evidence.csv"
    path.write_text(
        path.read_text(encoding="utf-8").replace("e2,audit,Audit of wages", "e9,audit,Audit of hours"), "utf-8"
    )
    (finding,) = told(data, "1,fw1,62.5,weeks,,,,,,,,evidenced,Audit of hours,,,,")
    assert finding.suggestion == ""


def test_a_column_that_is_wrong_in_every_row_is_one_finding(data: Path) -> None:
    """26 lines with the same three slips were 78 findings; they are three."""
    path = data / RETURN / "lines.csv"
    header, *_ = path.read_text(encoding="utf-8").splitlines()
    row = "{},fw1,{},weeks,,,,,,Example Builder Ltd,Main,,e1,,,,"
    path.write_text("\n".join([header, *(row.format(n, n) for n in range(1, 27))]) + "\n", encoding="utf-8")
    found = list(check(load(data, today=TODAY)).findings)
    assert sorted(each.column for each in found) == ["organisation", "status", "tier"]
    assert {each.row for each in found} == {2}
    assert all(each.message.endswith("It is so in every row.") for each in found)


def test_a_column_that_is_wrong_in_every_row_but_one_is_told_row_by_row(data: Path) -> None:
    """Where one row is right, the others are told of one by one, so that nobody changes the right one."""
    path = data / RETURN / "lines.csv"
    header, *_ = path.read_text(encoding="utf-8").splitlines()
    row = "{},fw1,{},weeks,,,,,,,,{},e1,,,,"
    rows = [row.format(n, n, "evidenced" if n == 4 else "") for n in range(1, 8)]
    path.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    found = list(check(load(data, today=TODAY)).findings)
    assert [each.row for each in found] == [2, 3, 4, 6, 7, 8]


@pytest.mark.parametrize(
    ("day", "words"),
    [
        *(("2024-03-31", "31 March 2024"), ("2024-03", "March 2024")),
        *(("2024-13", "2024-13"), ("2024-02-30", "2024-02-30"), ("2024", "2024"), ("", "")),
    ],
)
def test_a_day_or_a_month_is_said_as_people_write_it(day: str, words: str) -> None:
    """What is neither stays as it was written, so that it can be found."""
    assert in_words(day) == words
