"""Our own workbook in the form: offered for the days that were chosen, and read as `socialvalue import` reads it."""

import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Page
from preparing import field, for_days, opened, package

from intake.books import own
from intake.conftest import descriptor_of, lines_of
from intake.test_own_workbook import DOCUMENT, MARK, ROWS
from socialvalue.cli import main

pytestmark = pytest.mark.browser

SMALL = Path(__file__).parents[2] / "tests/examples/small/data"
DAYS = {"start": "2025-10-01", "end": "2025-12-31", "period": "2025-q4"}
FOLDER = "returns/road-fund/north-road/2025-q4"


def dropped(page: Page, book: Path) -> str:
    """Give the file to the form; what it says of it."""
    page.set_input_files("#pr-file", book)
    page.wait_for_selector(".pr-read:not([hidden])")
    return page.inner_text(".pr-read")


def test_it_becomes_the_package_that_import_writes(page_of: Callable[..., Page], mailing: str, tmp_path: Path) -> None:
    """What is said once, who sends it, the ticks and the document come along; lines and evidence are the same."""
    book = own(tmp_path / "return.xlsx", ROWS, {**MARK, **DAYS}, DOCUMENT)
    page = opened(page_of(), mailing)
    for_days(page)
    assert "Our workbook for North Road (invented), 1 October to 31 December 2025." in dropped(page, book)
    page.get_by_role("button", name="Take these rows").click()
    page.wait_for_selector("section[data-step=figures]:not([hidden]) .pr-row")
    assert page.locator(".pr-every").get_by_label("Where").input_value() == "E07000901"
    assert field(page, "Carbon saved", "How much in this period").input_value() == "0"
    page.get_by_role("button", name="Go on", exact=True).click()
    if page.locator(".pr-sum").is_visible():
        page.get_by_role("button", name="Go on", exact=True).click()
    data, theirs = (Path(shutil.copytree(SMALL, tmp_path / name)) for name in ("data", "theirs"))
    package(page, data)
    said = ["import", str(book), "--data", str(theirs), "--yes", "--answer", "notes=yes"]
    found = CliRunner().invoke(main, said)
    assert found.exit_code == 0, found.output
    for table in ("lines", "evidence"):
        assert lines_of(data / FOLDER, table) == lines_of(theirs / FOLDER, table)
    for key in ("submitted_by", "attestations", "period"):
        assert descriptor_of(data / FOLDER)[key] == descriptor_of(theirs / FOLDER)[key]


def test_one_for_other_days_is_not_read(page_of: Callable[..., Page], mailing: str, tmp_path: Path) -> None:
    """It says whose workbook it is, and takes nothing."""
    page = opened(page_of(), mailing)
    for_days(page)
    said = dropped(page, own(tmp_path / "return.xlsx", ROWS, MARK, DOCUMENT))
    assert "This workbook is for North Road (invented), 1 April to 30 June 2024." in said
    assert not page.get_by_role("button", name="Take these rows").is_visible()


def test_a_figure_without_its_saved_result_is_named(page_of: Callable[..., Page], mailing: str, tmp_path: Path) -> None:
    """A formula that somebody put in the place of a figure: its row is not taken, and that is said."""
    rows = [*ROWS, {"measure": ROWS[0]["measure"], "quantity": "=20+6"}]
    book = own(tmp_path / "return.xlsx", rows, {**MARK, **DAYS})
    page = opened(page_of(), mailing)
    for_days(page)
    with zipfile.ZipFile(book) as kept:
        parts = {name: kept.read(name).replace(b"</f><v>0</v>", b"</f>") for name in kept.namelist()}
    with zipfile.ZipFile(book, "w") as kept:
        for name, content in parts.items():
            kept.writestr(name, content)
    read = dropped(page, book)
    cell = f"D{len(ROWS) + 2}"
    assert f"{cell} is a formula whose result was not saved." in read
    assert read.count("is a formula") == 1
