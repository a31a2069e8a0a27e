"""Prepare a return in a real browser: from pasted cells to a package that the check finds right, to the penny."""

import csv
import io
import shutil
import zipfile
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from every_page import OPENED, SCHEMES, WEARS, WIDTHS, Built
from playwright.sync_api import Page
from preparing import TODAY, field, figures, finished, for_days, opened, package, typing

from intake import books
from socialvalue import run
from socialvalue.check import check
from socialvalue.load import load
from socialvalue.records import KINDS, Valuation
from story.publishing import published

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
SMALL = ROOT / "tests/examples/small/data"
BOMB = b"<worksheet>" + b" " * 70_000_000 + b"</worksheet>"
FAR = b'<worksheet><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
BLOCK = """Apprentices and others, October to December
KPI\tActual\tUnit\tPeople\tDistrict\tComments
Apprenticeship weeks\t26 wks\tweeks\t\tNorthtown\t
People off benefit into work\t2.5\t\t\tNorthtown\t
Volunteering\t"120.5"\thours\t\tNorthtown\t"A day\tin the park"
Planting of trees\t30\t\t\t\t
Total\t58.5\t\t\t\t
"""


def test_from_pasted_cells_to_a_package_that_is_right(
    page_of: Callable[..., Page], mailing: str, tmp_path: Path
) -> None:
    """Pasted, mended, declared and saved, with the keyboard; the check finds nothing, a reviewer reads what it brings,
    and once it is merged the £ are the build's."""
    page = opened(page_of(), mailing)
    for_days(page)
    page.fill("#pr-block", BLOCK)
    page.get_by_role("button", name="Look at these rows").click()
    page.wait_for_selector(".pr-read:not([hidden])")
    read = page.inner_text(".pr-read")
    assert "3 rows can be taken" in read
    assert "“26 wks” becomes “26”" in read
    assert "no measure is called “Planting of trees”" in read
    assert "Row 7 is a row of totals." in read
    page.get_by_role("button", name="Take these rows").click()
    page.wait_for_selector("section[data-step=figures]:not([hidden]) .pr-row")
    page.get_by_role("button", name="Go on", exact=True).click()
    assert "1 thing to do" in page.inner_text(".pr-sum")
    assert page.evaluate("document.activeElement.className") == "pr-sum"
    page.locator(".pr-sum a").first.press("Enter")
    assert page.evaluate("document.activeElement.getAttribute('aria-invalid')") == "true"
    assert "fw2 (People off benefit into work) needs a headcount." in figures(page)
    page.keyboard.type("12")
    page.keyboard.press("Tab")
    assert "needs a headcount" not in figures(page)
    worth = {kind: words(page, kind) for kind in KINDS}
    finished(page)
    data = tmp_path / "data"
    shutil.copytree(SMALL, data)
    repository = published(tmp_path)
    folder = package(page, data)
    assert folder == data / "returns/road-fund/north-road/2025-q4"
    descriptor = folder / "datapackage.json"  # on a day that has passed, whatever day it is
    descriptor.write_text(descriptor.read_text(encoding="utf-8").replace(TODAY[:10], "2026-01-05"), encoding="utf-8")
    assert repository.proposed("from-the-form").startswith("Nothing removed. 1 new return, 3 rows. 0 errors")
    repository.merged("from-the-form")
    checked = check(load(data, today=TODAY[:10]))
    assert [finding.words for finding in checked.findings if finding.owner == "north-road/2025-q4"] == []
    assert worth == built_worth(run.valued(checked), "north-road/2025-q4")


def words(page: Page, kind: str) -> str:
    """What the form says that one kind of value comes to; empty for none."""
    if kind == "local":
        text = page.inner_text(".pr-local") if page.locator(".pr-local").is_visible() else ""
        return text.partition("value, ")[2].partition(". Most")[0]
    name = {"community": "Community investment"}.get(kind, kind.capitalize())
    row = page.locator(".pr-worth tbody tr").filter(has=page.locator("th", has_text=name))
    return row.locator("td").inner_text() if row.count() else ""


def built_worth(valuation: Valuation, owner: str) -> dict[str, str]:
    """What the build says that a return comes to, as the form writes it."""
    values = valuation.values
    ours = values[(values["return_id"] == owner) & (values["counts_in"] == "total")]
    sums = ours.groupby("kind")["net"].sum().to_dict()
    written = {}
    for kind in KINDS:
        pence = int(sums.get(kind, 0))
        text = f"£{pence // 100:,}" + (f".{pence % 100:02}" if pence % 100 else "")
        written[kind] = text if kind in sums else ""
    return written


def test_ways_to_send_name_the_place(page_of: Callable[..., Page], mailing: str) -> None:
    """The letter goes to the authority's mailbox; the forge's page for uploads has the folder in its address."""
    page = opened(page_of(), mailing)
    for_days(page)
    typing(page)
    field(page, "Apprenticeship weeks", "How much in this period").fill("26")
    finished(page)
    letter = page.get_by_role("link", name="Write the mail").get_attribute("href")
    assert letter.startswith("mailto:team@example.org?subject=")
    assert page.get_by_role("link", name="Open the upload page").get_attribute("href") == (
        "https://github.com/example/values/upload/main/data/returns/road-fund/north-road/2025-q4"
    )


def test_nothing_can_be_sent_before_it_is_right(page_of: Callable[..., Page], site_url: str) -> None:
    """While something must be mended or declared, the ways to send are not there, and the page says why."""
    page = opened(page_of(), site_url)
    for_days(page)
    typing(page)
    field(page, "Apprenticeship weeks", "How much in this period").fill("5 FTE")
    finished_button = page.get_by_role("button", name="Go on", exact=True)
    finished_button.click()
    assert '"5 FTE" says FTE, and this is counted in weeks.' in figures(page)
    finished_button.click()
    assert not page.locator(".pr-send").is_visible()
    assert "Mend what must be mended first." in page.inner_text(".pr-not-yet")
    assert "does not declare" in page.inner_text(".pr-not-yet")


def test_a_draft_is_kept_until_it_is_deleted(page_of: Callable[..., Page], site_url: str) -> None:
    """What was typed is there after the page was left, and gone once it is deleted."""
    page = opened(page_of(), site_url)
    for_days(page)
    typing(page)
    field(page, "Apprenticeship weeks", "How much in this period").fill("26")
    opened(page, site_url)
    assert "North Road (invented), 1 October to 31 December 2025" in page.inner_text(".pr-draft")
    page.get_by_role("button", name="Go on with it").click()
    assert field(page, "Apprenticeship weeks", "How much in this period").input_value() == "26"
    opened(page, site_url)
    for_days(page)
    typing(page)
    assert field(page, "Apprenticeship weeks", "How much in this period").input_value() == "26"
    opened(page, site_url)
    page.get_by_role("button", name="Delete it").click()
    assert not page.locator(".pr-draft").is_visible()
    assert page.evaluate("localStorage.length") == 0


def test_days_that_are_not_over_are_refused(page_of: Callable[..., Page], site_url: str) -> None:
    """A period that overlaps with a return leads to that one; one that has not ended leads no further; one
    outside the contract is warned of."""
    page = opened(page_of(), site_url)
    for_days(page, start="2024-06-01", end="2024-08-31")
    assert "reported already" in page.inner_text("#pr-period-said")
    page.fill("#pr-from", "2026-11-01")
    page.fill("#pr-to", "2027-01-31")
    page.locator("#pr-to").dispatch_event("change")
    assert "not over" in page.inner_text("#pr-period-said")
    assert not page.locator(".pr-in").is_visible()
    page.fill("#pr-from", "2022-10-01")
    page.fill("#pr-to", "2022-12-31")
    page.locator("#pr-to").dispatch_event("change")
    assert "The contract begins on 1 January 2023, after these days do." in page.inner_text("#pr-period-said")


@pytest.mark.parametrize("step", ["start", "figures", "finish"])
def test_each_step_is_accessible(
    step: str, page_of: Callable[..., Page], axe: Callable[..., list[str]], site_url: str
) -> None:
    """At two widths and in light and dark, with findings shown and every working open."""
    page = opened(page_of(), site_url)
    for_days(page)
    if step != "start":
        typing(page)
        field(page, "Spend with local firms", "How much in this period").fill("1,200")
        page.get_by_role("button", name="Add a document").click()
        page.get_by_role("button", name="Go on", exact=True).click()
    if step == "finish":
        page.get_by_role("button", name="Go on", exact=True).click()
    page.evaluate(OPENED)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        for scheme, paper in SCHEMES.items():
            page.emulate_media(color_scheme=scheme)
            page.wait_for_function(WEARS, arg=paper)
            assert axe(page) == [], f"{width} pixels wide, {scheme}"
    page.set_viewport_size({"width": 320, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0


def test_without_javascript_it_leads_to_the_other_ways(page_of: Callable[..., Page], mailing: str) -> None:
    """The page names the guidance with the workbook, and the mailbox."""
    page = page_of(javascript=False)
    page.goto(f"{mailing}prepare.html")
    assert page.locator(".pr-without a[href='submit.html']").is_visible()
    assert page.locator(".pr-without a[href='mailto:team@example.org']").is_visible()
    assert not page.locator("#pr").is_visible()


def table_of(built: Built, name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(built.files[f"data/{name}.csv"].decode(), newline="")))


def pence(pounds: str) -> str:
    return str(int(Decimal(pounds) * 100))


WORTH = """async given => {
  const { valuesOf } = await import('/modules/worth.js');
  const { number } = await import('/modules/number-cells.js');
  const got = async path => (await fetch('/' + path)).json();
  const lists = { ...(await got('prepare/start.json')), ...(await got('prepare/lists.json')) };
  const frameworks = new Map();
  for (const name of lists.frameworks) frameworks.set(name, await got(`prepare/frameworks/${name}.json`));
  return given.map(line => {
    const typed = { ...line, quantity: number(line.quantity), part_of: '',
      headcount: line.headcount === '' ? null : number(line.headcount) };
    const project = lists.projects[line.project];
    const facts = { lists, framework: frameworks.get(line.framework), project, history: [] };
    const returned = { ...line, programme: project.programme };
    return [line.key, valuesOf(typed, returned, facts).map(
      ({ kind, counts_in, gross, net }) => [kind, counts_in, String(gross), String(net)])];
  });
}"""


def modules_of(page_of: Callable[..., Page], built: Built) -> Page:
    """A page of a site that has the form's modules one by one beside its own files."""
    folder = ROOT / "build/socialvalue/publish/theme/assets/prepare"
    page = page_of()
    page.route("**/modules/*.js", lambda route: route.fulfill(path=folder / route.request.url.rpartition("/")[2]))
    page.goto(f"{built.url}prepare.html")
    return page


@pytest.mark.parametrize("name", ["figures.xlsx", "figures.xls", "figures.ods"])
def test_another_workbook_is_not_read(page_of: Callable[..., Page], site_url: str, tmp_path: Path, name: str) -> None:
    """62 that shows as £62k is not £62: why nothing is read is said, what to do, and where the file is read."""
    file = books.table(tmp_path / "figures.xlsx", [["Measure", "Actual"], ["Local spend", 62]]).rename(tmp_path / name)
    page = opened(page_of(), site_url)
    for_days(page)
    page.set_input_files("#pr-file", file)
    page.wait_for_selector(".pr-read:not([hidden])")
    read = page.inner_text(".pr-read")
    assert "This is not the workbook that this site makes." in read
    assert "copy the cells as they show" in read
    assert page.get_by_role("link", name="Send the table as it is").get_attribute("href") == "submit.html"
    assert not page.get_by_role("button", name="Take these rows").is_visible()


@pytest.mark.parametrize(
    ("part", "content", "said"),
    [
        ("xl/worksheets/sheet1.xml", b'<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>', "holds declarations"),
        ("xl/worksheets/sheet1.xml", FAR, "lies very far out"),
        (
            "xl/worksheets/sheet1.xml",
            b"<worksheet>" + b" " * 70_000_000 + b"</worksheet>",
            "holds more than a return can",
        ),
        ("xl/_rels/workbook.xml.rels", b"<Relationships/>", "not the workbook that this site makes"),
    ],
    ids=["entities", "far", "bomb", "nothing"],
)
def test_a_hostile_workbook_is_refused_in_words(
    part: str, content: bytes, said: str, page_of: Callable[..., Page], site_url: str, tmp_path: Path
) -> None:
    """It is refused before it fills the memory, and the page goes on."""
    books.table(tmp_path / "good.xlsx", [["Measure", "Actual"], ["fw1", 1]])
    bad = tmp_path / "bad.xlsx"
    with zipfile.ZipFile(tmp_path / "good.xlsx") as good, zipfile.ZipFile(bad, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in good.namelist():
            packed.writestr(name, content if name == part else good.read(name))
    page = opened(page_of(), site_url)
    for_days(page)
    page.set_input_files("#pr-file", bad)
    page.wait_for_selector(".pr-read:not([hidden])")
    assert said in page.inner_text(".pr-read")
    assert not page.get_by_role("button", name="Take these rows").is_visible()
