"""One workbook, many returns: new ones, unchanged ones and corrections are told apart."""

import csv
from collections.abc import Sequence
from pathlib import Path

import pytest

from intake.books import Cell, table
from intake.conftest import DECLARED, Said, descriptor_of, lines_of
from socialvalue.intake import importing

ROAD, CENTRE = "North Road (invented)", "Skills Centre (invented)"
HEADINGS: list[Cell] = ["Project", "Measure", "Period", "Quantity", "District"]
LONG: list[list[Cell]] = [
    HEADINGS,
    [ROAD, "Apprenticeship weeks", "Q2 2024-25", 30, "Northtown"],
    [ROAD, "NT18", "Q2 2024-25", "£1,200", "Northtown"],
    [ROAD, "fw1", "2024-q4", 12.5, "Northtown"],
    ["skills-centre", "Volunteering", "July to September 2024", 40, "Southtown"],
]
SAYS = {"status": "self-reported", "organisation": "register", "tier": "register"}
HOME = Path("returns/road-fund/north-road")


def test_rows_become_all_their_returns_at_once(bring: Said, data: Path, tmp_path: Path) -> None:
    """A return for each project and period, each with its own lines; who did it is looked up for each."""
    code, said = bring(table(tmp_path / "master.xlsx", LONG), "--yes", *DECLARED, **SAYS)
    assert code == 0, said
    assert " 3  new" in said
    assert "(submitted_by in datapackage.json says otherwise)" in said
    first = lines_of(data / HOME / "2024-q3")
    assert [(row["measure"], row["quantity"], row["organisation"]) for row in first] == [
        ("fw1", "30", "example-builder"),
        ("le1", "1200", "example-builder"),
    ]
    assert lines_of(data / HOME / "2024-q4")[0]["quantity"] == "12.5"
    other = data / "returns/skills-fund/skills-centre/2024-q3"
    assert lines_of(other)[0]["organisation"] == ""
    assert descriptor_of(other)["submitted_by"] == {"organisation": "example-college"}


WIDE: dict[str, Sequence[Sequence[Cell]]] = {
    "periods across": [
        ["Project", "KPI", "Q2 2024-25", "Q3 2024-25"],
        [ROAD, "fw1", 30, 12.5],
        [ROAD, "co1", None, 40],
    ],
    "measures across": [
        ["Site", "Period", "Apprenticeship weeks", "Volunteering (hrs)"],
        [ROAD, "Q2 2024-25", 30, None],
        [ROAD, "Q3 2024-25", 12.5, 40],
    ],
    "periods over measures": [
        ["Return", None, None, None, None],
        [None, "Q2 2024-25", "Q2 2024-25", "Q3 2024-25", "Q3 2024-25"],
        ["Site", "Apprenticeship weeks", "Volunteering", "Apprenticeship weeks", "Volunteering"],
        [ROAD, 30, None, 12.5, 40],
    ],
    "months of Excel": [
        ["Project", "Measure", "Start", "End", "Quantity"],
        [ROAD, "fw1", "01/07/2024", "30/09/2024", 30],
        [ROAD, "fw1", "01/10/2024", "31/12/2024", 12.5],
        [ROAD, "co1", "01/10/2024", "31/12/2024", 40],
    ],
}


@pytest.mark.parametrize("kind", WIDE)
def test_a_wide_table_says_the_same_as_a_long_one(kind: str, bring: Said, data: Path, tmp_path: Path) -> None:
    """Periods across, measures across, both, or days: the same two returns; an empty cell is not sent."""
    code, said = bring(table(tmp_path / "wide.xlsx", WIDE[kind]), "--yes", *DECLARED, **SAYS)
    assert code == 0, said
    found = {
        (period, row["measure"]): row["quantity"]
        for period in ("2024-q3", "2024-q4")
        for row in lines_of(data / HOME / period)
    }
    assert found == {("2024-q3", "fw1"): "30", ("2024-q4", "fw1"): "12.5", ("2024-q4", "co1"): "40"}


@pytest.mark.parametrize(("mark", "codec"), [(";", "cp1252"), ("\t", "utf-16"), (",", "utf-8-sig")])
def test_a_table_of_text_is_imported(mark: str, codec: str, bring: Said, data: Path, tmp_path: Path) -> None:
    """Semicolons, tabs in Unicode text, a byte order mark; titles above; £ in any encoding."""
    path = tmp_path / "master.csv"
    with path.open("w", encoding=codec, newline="") as file:
        csv.writer(file, delimiter=mark).writerows([["Social value 2024"], [], *LONG])
    code, said = bring(path, "--yes", *DECLARED, **SAYS)
    assert code == 0, said
    assert lines_of(data / HOME / "2024-q3")[1]["quantity"] == "1200"


def test_the_same_file_again_touches_nothing(bring: Said, data: Path, tmp_path: Path) -> None:
    """Nothing is asked about returns that stand as the file has them."""
    path = table(tmp_path / "master.xlsx", LONG)
    bring(path, "--yes", *DECLARED, **SAYS)
    before = {file: file.read_bytes() for file in (data / "returns").rglob("*") if file.is_file()}
    code, said = bring(path, "--yes", **SAYS)
    assert code == 0, said
    assert "3  as before: not touched" in said
    assert "Written: nothing." in said
    assert {file: file.read_bytes() for file in (data / "returns").rglob("*") if file.is_file()} == before


def test_a_changed_figure_of_a_published_return_is_a_correction(bring: Said, data: Path, tmp_path: Path) -> None:
    """A reason is asked; the earlier return stays as it was, and the later one says what it replaces."""
    bring(table(tmp_path / "master.xlsx", LONG), "--yes", *DECLARED, **SAYS)
    before = (data / HOME / "2024-q3/lines.csv").read_bytes()
    rows = [list(row) for row in LONG]
    rows[1][3] = 41
    path = table(tmp_path / "later.xlsx", rows)
    code, said = bring(path, "--yes", *DECLARED, **SAYS)
    assert code == 1
    assert "north-road/2024-q3 is published, and the file says something else. Why?" in said
    assert "line 1 (fw1), quantity: 30, now 41" in said
    code, said = bring(path, "--yes", *DECLARED, reason="Two figures were swapped.", **SAYS)
    assert code == 0, said
    assert "1  corrected: version raised" in said
    assert (data / HOME / "2024-q3/lines.csv").read_bytes() == before
    later = data / HOME / "2024-q3-correction-1"
    found = descriptor_of(later)
    assert (found["supersedes"], found["version"], found["reason"]) == ("2024-q3", "1.1.0", "Two figures were swapped.")
    assert [row["quantity"] for row in lines_of(later)] == ["41", "1200"]
    code, said = bring(path, "--yes", **SAYS)
    assert "3  as before: not touched" in said


def test_rows_that_the_file_lacks_are_asked_about(bring: Said, data: Path, tmp_path: Path) -> None:
    """A file with some of the rows doesn't take the others away in silence."""
    bring(table(tmp_path / "master.xlsx", LONG), "--yes", *DECLARED, **SAYS)
    path = table(tmp_path / "less.xlsx", [row for row in LONG if row[1] != "NT18"])
    code, said = bring(path, "--yes", *DECLARED, **SAYS)
    assert code == 1
    assert "1 rows of 1 returns that stand are not in the file." in said
    assert bring(path, "--yes", **{"missing-rows": "keep"}, **SAYS)[0] == 0
    assert not (data / HOME / "2024-q3-correction-1").exists()
    code, said = bring(path, "--yes", *DECLARED, reason="Sent twice.", **{"missing-rows": "take-out"}, **SAYS)
    assert code == 0, said
    assert [row["line"] for row in lines_of(data / HOME / "2024-q3-correction-1")] == ["1"]


def test_a_quarter_that_each_calendar_has_is_asked_once(bring: Said, data: Path, tmp_path: Path) -> None:
    """Q3 2024 is July to September, or October to December: asked once for the file, and shown as days."""
    rows = [[*row] for row in LONG[:2]]
    rows[1][2] = "Q3 2024"
    path = table(tmp_path / "master.xlsx", [*rows, [ROAD, "co1", "Q4 2024", 3, None]])
    code, said = bring(path, "--yes", *DECLARED, **SAYS)
    assert code == 1
    assert said.count("--answer quarters=") == 1
    assert "1 July to 30 September 2024" in said
    assert "1 October to 31 December 2024" in said
    bring(path, "--yes", *DECLARED, quarters="financial", **SAYS)
    assert {folder.name for folder in (data / HOME).iterdir()} == {"2023-q4", "2024-q4", "2025-q1"}


def test_a_project_that_is_not_known_is_asked_about(bring: Said, data: Path, tmp_path: Path) -> None:
    """Also one that is only like a name, which is offered; what can't be known leaves its rows out, and says so."""
    rows = [*LONG, ["Skils Centre", "Volunteering", "2024-q4", 5, "Southtown"], ["The Moon", "fw1", "2024-q4", 5, ""]]
    path = table(tmp_path / "master.xlsx", rows)
    code, said = bring(path, "--yes", *DECLARED, **SAYS)
    assert code == 1
    assert 'Which project is "The Moon"?' in said
    assert 'Which project is "Skils Centre"?' in said
    answers = {"project:the-moon": "leave-out", "project:skils-centre": "skills-centre"}
    code, said = bring(path, "--yes", *DECLARED, **answers, **SAYS)
    assert code == 0, said
    assert (data / "returns/skills-fund/skills-centre/2024-q4").is_dir()
    assert "row 7: left out by an answer" in said


def test_hidden_rows_and_sheets_are_not_read_in_silence(bring: Said, data: Path, tmp_path: Path) -> None:
    """A filter hides rows: whether they count is asked. A hidden sheet is named, and read when it is asked for."""
    import xlsxwriter

    path = tmp_path / "book.xlsx"
    book = xlsxwriter.Workbook(path)
    for name in ("Shown", "Old"):
        sheet = book.add_worksheet(name)
        for number, row in enumerate(LONG):
            sheet.write_row(number, 0, row)
    sheet.hide()
    book.get_worksheet_by_name("Shown").set_row(3, None, None, {"hidden": True})
    book.close()
    code, said = bring(path, "--yes", *DECLARED, **SAYS)
    assert code == 1
    assert "Shown has 1 hidden rows, from row 4. Read them?" in said
    assert "hidden: left out" in said
    bring(path, "--yes", *DECLARED, **{"hidden-rows": "leave-out"}, **SAYS)
    assert not (data / HOME / "2024-q4").exists()
    assert bring(path, "--yes", "--sheet", "Old", *DECLARED, **SAYS)[0] == 0
    assert (data / HOME / "2024-q4").exists()


def test_each_word_is_looked_up_once_however_many_rows_say_it(
    bring: Said, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Forty returns ask no more of the register than one, so that time grows with the rows alone."""
    counts: list[str] = []
    real = importing.Words._measure

    def counted(self: importing.Words, text: str, *rest: object) -> object:
        counts.append(text)
        return real(self, text, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(importing.Words, "_measure", counted)
    rows = [[ROAD, "fw1", f"{2000 + n // 4}-q{n % 4 + 1}", n, ""] for n in range(40)]
    bring(table(tmp_path / "master.xlsx", [HEADINGS, *rows]), "--yes", *DECLARED, **SAYS)
    assert len(counts) == 1


def test_empty_cells_below_a_name_are_asked_about(bring: Said, data: Path, tmp_path: Path) -> None:
    """People write a project once and leave the cells below it empty: whether that is meant is asked once."""
    rows = [LONG[0], LONG[1], [None, "co1", None, 7, "Northtown"], [None, None, None, 37, None]]
    path = table(tmp_path / "master.xlsx", rows)
    code, said = bring(path, "--yes", *DECLARED, **SAYS)
    assert code == 1
    assert "Master has rows with an empty Project, as row 3. The same as above it?" in said
    answers = {"blanks:project": "yes", "blanks:period": "yes", **SAYS}
    code, said = bring(path, "--yes", *DECLARED, **answers)
    assert code == 0, said
    assert [row["quantity"] for row in lines_of(data / HOME / "2024-q3")] == ["30", "7"]
    assert "row 4: figures alone: a total?" in said


def test_words_that_are_no_period_are_asked_about(bring: Said, data: Path, tmp_path: Path) -> None:
    """No row falls out of a return because its period can't be read."""
    path = table(tmp_path / "master.xlsx", [LONG[0], [ROAD, "fw1", "the summer", 30, "Northtown"]])
    code, said = bring(path, "--yes", *DECLARED, **SAYS)
    assert code == 1
    assert 'Which days are "the summer"?' in said
    code, said = bring(path, "--yes", *DECLARED, **{"period:the-summer": "2024-07-01 to 2024-09-30"}, **SAYS)
    assert code == 0, said
    assert (data / HOME / "2024-q3").is_dir()


def test_a_place_that_is_no_district_is_asked_about(bring: Said, data: Path, tmp_path: Path) -> None:
    """A town is no district. The project's own is offered, and is not taken for certain."""
    path = table(tmp_path / "master.xlsx", [LONG[0], [ROAD, "fw1", "Q2 2024-25", 30, "Little Hamlet"]])
    code, said = bring(path, "--yes", *DECLARED, **SAYS)
    assert code == 1
    assert "E07000901       Northtown (E07000901), where the project lies" in said
    assert bring(path, "--yes", *DECLARED, **{"area:little-hamlet": "E07000901"}, **SAYS)[0] == 0
    assert lines_of(data / HOME / "2024-q3")[0]["area"] == "E07000901"


def uncounted(path: Path, rows: int) -> Path:
    """A sheet whose rows of fw2, which needs it, say nothing of how many people stand behind them."""
    months = [[ROAD, "fw2", f"2023-{month:02}", month, "Northtown"] for month in range(1, rows + 1)]
    return table(path, [HEADINGS, *months, [ROAD, "fw1", "2023-12", 4, "Northtown"]])


def test_many_rows_without_a_headcount_are_one_question(bring: Said, data: Path, tmp_path: Path) -> None:
    """One for the measure, with its ways out; each way does what it says."""
    path = uncounted(tmp_path / "master.xlsx", 9)
    code, said = bring(path, "--yes", *DECLARED, **SAYS)
    assert code == 1
    assert "1 question stands open" in said
    assert "9 rows of fw2 (People off benefit into work) don't say how many people stand behind them." in said
    assert "headcount:" not in said
    _, said = bring(path, "--yes", "--dry-run", *DECLARED, **SAYS, headcounts__fw2="leave-out")
    assert "1 return would be" in said
    _, said = bring(path, "--yes", *DECLARED, **SAYS, headcounts__fw2="each")
    assert said.count("--answer headcount:") == 9
    bring(path, "--yes", *DECLARED, **SAYS, headcounts__fw2="later", months="apart")
    assert lines_of(data / HOME / "2023-01")[0]["headcount"] == ""


def test_a_few_rows_without_a_headcount_are_asked_one_by_one(bring: Said, tmp_path: Path) -> None:
    """Up to three numbers are typed sooner than the file is changed."""
    code, said = bring(uncounted(tmp_path / "master.xlsx", 3), "--yes", *DECLARED, **SAYS)
    assert code == 1
    assert said.count("--answer headcount:") == 3
    assert "headcounts:" not in said
