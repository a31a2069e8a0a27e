"""The whole way of a return, from the spreadsheet that somebody has to the figure on the project's page."""

import re
import tomllib
from pathlib import Path

import pytest

from intake.books import contractor, table
from intake.conftest import DECLARED
from intake.packages import cells, text, xlsx
from intake.test_contractors_workbook import SAYS
from socialvalue.intake.own_workbook import marks_of
from socialvalue.intake.reading import read_file
from socialvalue.workbooks import layout
from story.publishing import SITES, Repository, begun, master_rows
from workbooks.libreoffice import saved_by_libreoffice

pytestmark = pytest.mark.libreoffice
ENTITY = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
RETURN = "returns/*/north-road/2024-q3"
REASON = "A month of timesheets came late."


def test_the_whole_way_of_a_return(small: Path, tmp_path: Path) -> None:
    """Our workbook, a contractor's and a programme's, a correction, a withdrawal and an attack: each on its branch,
    checked, told to a reviewer and merged; then the site is built, and says what the files said."""
    here = begun(small, tmp_path / "repository")
    our_workbook(here, tmp_path)
    a_contractors(here, tmp_path)
    a_programmes(here, tmp_path)
    a_correction(here)
    a_withdrawal(here)
    an_attack(here, tmp_path)
    here.run("build", "--out", str(tmp_path / "site"))
    on_the_pages(tmp_path / "site")


def our_workbook(here: Repository, folder: Path) -> None:
    """The template, filled in and saved by LibreOffice as a person would, is a return without a question."""
    empty = folder / "return-north-road-2024-q3.xlsx"
    assert "It is for 1 July to 30 September 2024" in here.run("template", "north-road", "2024-q3", "-o", str(empty))
    marks = marks_of(read_file(empty))
    sheets = {
        layout.START: {
            marks["organisation"]: "Example Builder (invented)", marks["area"]: "Northtown",
            marks["status"]: next(iter(layout.STATUSES)),
            marks["only_this_contract"]: layout.TICK, marks["of_this_contract"]: layout.TICK,
        },
        layout.FIGURES: {"D2": 26.5, "N2": "A document shows it", "O2": "Log", "D3": 0},
        layout.EVIDENCE: {"A2": "Log", "B2": "training record", "C2": "2024-09"},
    }  # fmt: skip
    back = saved_by_libreoffice(empty.read_bytes(), folder / "back.xlsx", sheets)
    said = here.run("import", str(back), "--yes")
    assert "Checked: Nothing is wrong." in said
    here.run("check", "--since", "main", str(next(here.data.glob(RETURN))))
    first = here.proposed("our-workbook")
    assert first == "Nothing removed. 1 new return, 2 rows. 0 errors, 0 warnings."
    here.merged("our-workbook")


def a_contractors(here: Repository, folder: Path) -> None:
    """A messy workbook by a mapping, which is kept for the next one of this contractor."""
    answers = [word for key, value in SAYS.items() for word in ("--answer", f"{key.replace('__', ':')}={value}")]
    here.run("import", str(contractor(folder / "q1.xlsx")), "--yes", "--learn", *DECLARED, *answers)
    assert "KPI" in tomllib.loads((here.data / "imports/example-builder.toml").read_text(encoding="utf-8"))["columns"]
    first = here.proposed("contractor")
    assert first.startswith("Nothing removed. 1 new return, 5 rows. 0 errors")
    here.merged("contractor")


def a_programmes(here: Repository, folder: Path) -> None:
    """One workbook with the rows of forty sites becomes all their returns in one command."""
    says = ("status=self-reported", "organisation=register", "tier=register")
    answers = [word for answer in says for word in ("--answer", answer)]
    said = here.run("import", str(table(folder / "master.xlsx", master_rows())), "--yes", *DECLARED, *answers)
    assert f"{SITES}  new" in said
    first = here.proposed("programme")
    assert first.startswith(f"Nothing removed. {SITES} new returns, {2 * SITES} rows. 0 errors")
    here.merged("programme")


def a_correction(here: Repository) -> None:
    """An officer writes over a published figure; the change becomes a return that says what it replaces, and why."""
    published = here.data / "returns/road-fund/north-road/2024-q3/lines.csv"
    before = published.read_bytes()
    published.write_bytes(before.replace(b",26.5,", b",30.5,"))
    said = here.run("correct", "north-road/2024-q3", "--reason", REASON)
    assert "quantity: 26.5, now 30.5" in said
    assert published.read_bytes() == before
    descriptor = published.parent.with_name("2024-q3-correction-1") / "datapackage.json"
    descriptor.write_text(descriptor.read_text(encoding="utf-8").replace(": false", ": true"), encoding="utf-8")
    first = here.proposed("correction")
    assert first == "Nothing removed. 1 return corrected. 0 errors, 0 warnings."
    here.merged("correction")


def a_withdrawal(here: Repository) -> None:
    """A return is taken back; its rows are named to the reviewer first."""
    here.run("withdraw", "site-07/2025-q1", "--reason", "It was sent for another site.")
    first = here.proposed("withdrawal")
    assert first.startswith("2 rows REMOVED. 1 return withdrawn. 0 errors")
    here.merged("withdrawal")


def an_attack(here: Repository, folder: Path) -> None:
    """A workbook that reaches for a file of the machine is refused in a sentence, and nothing is written."""
    path = folder / "hostile.xlsx"
    path.write_bytes(xlsx(ENTITY + cells(f'<row r="1">{text("A1", "&a;")}</row>')))
    said = here.run("import", str(path), "--yes", code=2)
    assert "socialvalue: hostile.xlsx holds declarations that no spreadsheet writes." in said
    assert here.git("status", "--porcelain") == ""


def on_the_pages(site: Path) -> None:
    """Each figure stands on its project's page as its file said it."""
    road = words_of(site / "projects/north-road.html")
    for figure in ("30.5 weeks", "£412,500"):
        assert figure in road
    assert "26.5 weeks" not in road
    assert REASON in words_of(site / "returns/north-road/2024-q3-correction-1.html")
    assert "18 weeks" in words_of(site / "projects/site-08.html")
    assert "17.5 weeks" not in words_of(site / "projects/site-07.html")
    assert "It was sent for another site." in words_of(site / "returns/site-07/2025-q1-withdrawal-1.html")


def words_of(page: Path) -> str:
    """The words of a page, without its marks."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", page.read_text(encoding="utf-8")))
