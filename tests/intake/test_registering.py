"""Lists that a council has become tables of its register: projects, sites, organisations, targets, areas."""

import csv
import re
import shutil
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from intake.conftest import Row, Said

HEADS = ["Project ref", "Site name", "District", "Main contractor", "Contract value (£k)", "Start date", "Contact"]
SITE = ["hall", "Exampleshire Hall", "Northtown", "Builder 3 Ltd", "1,250.5", "30/06/2026", "Jo Bloggs"]
ANSWERED = {
    "projects.programme": "Schools fund",
    "projects.kind": "building",
    "projects.what_it_is": "A school that is built or mended.",
    "programmes.what_it_is": "Pays for schools.",
}
"""What such a list never says."""


def answers(**more: str) -> list[str]:
    """The options that give these answers; a key is written with __ for a colon and - for _."""
    given = {**ANSWERED, **{key.replace("__", ":").replace("_", "-"): said for key, said in more.items()}}
    return [word for key, said in given.items() for word in ("--answer", f"{key}={said}")]


ALL = ("--register", "--yes", *answers())


def book(path: Path, *sheets: tuple[str, list[list[str | float]]]) -> Path:
    """A workbook with these sheets, each with a title above its headings."""
    with xlsxwriter.Workbook(path) as made:
        for name, rows in sheets:
            sheet = made.add_worksheet(name)
            sheet.write(0, 0, f"{name} (invented)")
            for number, row in enumerate(rows, start=2):
                sheet.write_row(number, 0, row)
    return path


def test_money_in_a_heading_that_isnt_pounds_is_asked_about(data: Path, bring: Said, tmp_path: Path) -> None:
    """Euros are never read as pounds; a heading that says pounds, or how sure they are, is no question."""
    site = dict(zip(HEADS, SITE, strict=True))
    for heading, asks in {
        "Contract value (€)": True,
        "Contract value (£, est.)": False,
    }.items():
        names = [heading if "value" in each else each for each in site]
        path = book(tmp_path / "list.xlsx", ("Sites", [names, [*site.values()]]))
        _, said = bring(path, *ALL, "--dry-run")
        assert (f"under “{heading}” is no plain number" in said) == asks, said


def table(data: Path, name: str) -> list[Row]:
    with (data / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def register(data: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for room in ("register", "reference") for path in (data / room).iterdir()}


def test_ninety_sites_and_forty_contractors_in_one_command(bring: Said, data: Path, tmp_path: Path) -> None:
    """Every row is there, under a name of its own, in its district, with its contractor; none is new a second time."""
    sites = [
        [f"P{n}", f"School {n}", "Northtown", f"Builder {n % 40} Ltd", 1250.5, "30/06/2026", "Jo"] for n in range(90)
    ]
    firms = [[f"BUILDER {n} LIMITED", 1234567 + n, "contractor"] for n in range(40)]
    path = book(
        tmp_path / "ours.xlsx",
        ("Sites", [HEADS, *sites, ["Total", "", "", "", 112545]]),
        ("Contractors", [["Supplier name", "Company number", "Type"], *firms]),
    )
    before = {name: table(data, f"register/{name}") for name in ("projects", "organisations")}
    code, said = bring(path, *ALL, "--learn")
    assert code == 0, said
    assert "projects.csv: 90 new, 0 as before, 0 changed. Nothing is deleted." in said
    assert "organisations.csv: 40 new" in said
    projects, firms_now = table(data, "register/projects"), table(data, "register/organisations")
    assert projects[:-90] == before["projects"]
    assert firms_now[:-40] == before["organisations"]
    assert (projects[-1]["project"], projects[-1]["contract_gbp"], projects[-1]["start"]) == (
        "p89",
        "1250500",
        "2026-06-30",
    )
    assert firms_now[-1]["identifier"] == "GB-COH-01234606"
    links = table(data, "register/project-organisations")
    assert {"project": "p89", "organisation": firms_now[-31]["organisation"], "role": "contractor"}.items() <= links[
        -1
    ].items()
    assert table(data, "register/project-areas")[-1]["project"] == "p89"
    assert "Jo" not in (data / "register/projects.csv").read_text("utf-8").split("p0,")[1]
    assert "left out: Contact" in said
    assert "projects.csv contract_end" in said.partition("Not known, and left empty:")[2]
    kept = register(data)
    code, said = bring(path, "--register", "--yes")
    assert code == 0
    assert "Known by its headings: data/imports/register/ours.toml" in said
    assert "projects.csv: 0 new, 90 as before, 0 changed." in said
    assert register(data) == kept


def test_what_a_list_says_otherwise_is_told_cell_by_cell(bring: Said, data: Path, tmp_path: Path) -> None:
    """Old and new stand side by side; an empty cell takes nothing away; a row that is not in the list stays."""
    code, said = bring(book(tmp_path / "a.xlsx", ("Sites", [HEADS, SITE])), *ALL)
    assert code == 0, said
    assert re.search(r"E4 +1,250.5 +1250500 +a plain number", said)
    again = ["hall", "Exampleshire Hall", "", "", "1300", "", ""]
    code, said = bring(book(tmp_path / "b.xlsx", ("Sites", [HEADS, again])), "--register", "--yes", "--dry-run")
    assert code == 0, said
    assert "  projects hall contract_gbp: 1250500 -> 1300000" in said
    assert "Nothing was written (--dry-run)." in said
    row = table(data, "register/projects")[-1]
    assert (row["project"], row["contract_gbp"], row["start"]) == ("hall", "1250500", "2026-06-30")


def test_a_csv_of_an_old_excel_is_read(bring: Said, data: Path, tmp_path: Path) -> None:
    """Semicolons and cp1252; a measure by its name, its unit as answered; a promise that moved is a new row."""
    path = tmp_path / "targets.csv"
    promised = table(data, "register/targets")
    project = table(data, "register/projects")[0]["project"]
    mine = {row["measure"] for row in promised if row["project"] == project}
    measure = next(row for row in table(data, "frameworks/example-open/measures") if row["measure"] not in mine)
    old = next(row for row in promised if not row["area"] and not row["part_of"])
    text = f"Project;KPI;Target;Notes\n{project};{measure['name']};about 40;– as agreed\nNo such;x;1;\n"
    path.write_bytes(f"{text}{old['project']};{old['measure']};987654;\n".encode("cp1252"))
    given = answers(notes="yes", project__no_such="leave-out", promise__=old["target"])
    given = [word.replace(f"promise:={old['target']}", f"promise:{old['target']}=moved") for word in given]
    units = [f"unit:{row['measure']}={row['unit']}" for row in (measure, old)]
    given += [word for unit in units for word in ("--answer", unit)]
    code, said = bring(path, "--register", "--yes", *given, "--answer", "targets.strength=commitment")
    assert code == 0, said
    first, second = table(data, "register/targets")[-2:]
    assert (first["project"], first["measure"], first["unit"]) == (project, measure["measure"], measure["unit"])
    assert (first["quantity"], first["bound"], first["strength"]) == ("40", "about", "commitment")
    assert first["note"] == "– as agreed"
    assert (second["replaces"], second["quantity"]) == (old["target"], "987654")
    assert old in table(data, "register/targets")
    assert "row 3: as answered" in said
    assert table(data, "register/sources")[-1]["title"] == "targets"


def test_what_is_not_clear_is_a_question_and_nothing_is_written(bring: Said, data: Path, tmp_path: Path) -> None:
    """A word that no column takes, an area that nobody knows, a number that is none, a name that stands twice."""
    before = register(data)
    rows = [
        [*SITE[:2], "Nowhere", "", "twelve", "soon", ""],
        ["", "The Twin", "", "", "1", "", ""],
        ["", "The Twin", "", "", "2", "", ""],
    ]
    code, said = bring(book(tmp_path / "a.xlsx", ("Sites", [HEADS, *rows])), *ALL)
    assert code == 1
    for key in ("area:nowhere", "twice:the-twin", "cell:Sites!E4", "cell:Sites!F4"):
        assert f"--answer {key}=" in said
    assert "so nothing was written" in said
    assert register(data) == before


def test_the_register_is_written_whole_or_not_at_all(bring: Said, data: Path, tmp_path: Path) -> None:
    """An error that the check finds in one row keeps every row back, and is told at its cell of the file."""
    before = register(data)
    wrong = ["end", "The Other Hall", "", "", "5", "30/06/2026", ""]
    heads = [*HEADS[:5], "Contract end", "Company number"]
    path = book(
        tmp_path / "a.xlsx",
        ("Sites", [heads[:6], SITE[:6], wrong[:6]]),
        ("Contractors", [["Supplier name", "Company number", "Type"], ["Good Ltd", "GB-COH-12/34", "contractor"]]),
    )
    code, said = bring(path, *ALL)
    assert code == 1, said
    assert "error  Contractors!B4" in said
    assert "so nothing was written. Put the cells right and import it again." in said
    assert register(data) == before


def test_a_workbook_that_means_harm_is_refused_by_the_same_guard(bring: Said, data: Path, tmp_path: Path) -> None:
    """One that unpacks into more than a workbook may hold, and a formula, which stays text that no sheet runs."""
    bomb = tmp_path / "bomb.xlsx"
    shutil.copyfile(book(tmp_path / "a.xlsx", ("Sites", [HEADS, SITE])), bomb)
    with zipfile.ZipFile(bomb, "a", zipfile.ZIP_DEFLATED) as file:
        file.writestr("xl/worksheets/sheet9.xml", b"0" * 400_000_000)
    code, said = bring(bomb, "--register", "--yes")
    assert code == 2
    assert "bomb.xlsx" in said
    assert "Traceback" not in said


@pytest.mark.parametrize(("rows", "words"), [([["a", "b"], ["1", "2"]], "No sheet is a list of the register")])
def test_a_sheet_that_is_no_list_is_said(
    bring: Said, tmp_path: Path, rows: list[list[str | float]], words: str
) -> None:
    """What a list needs is named."""
    code, said = bring(book(tmp_path / "a.xlsx", ("Odd", rows)), "--register")
    assert (code, words in said) == (2, True)
