"""Cells that are pasted into the form: what reads them is loaded then, and says what it does not read."""

from collections.abc import Callable, Sequence

import pytest
from playwright.sync_api import Browser, Page
from preparing import for_days, looked_at, opened

from parted_rows import FIT, JOINED, UNFIT
from said_of_all import NOT_SAID, ROWS, SAID_OF_ALL
from yes_and_no import PARTING, SAYING_NOTHING

pytestmark = pytest.mark.browser

BLOCK = "KPI\tActual\nfw1\t26\n"
QUESTIONS = {
    "totals": "and no totals so far?",
    "done": "what was done, and no plan?",
    "alone": "alone?",
    "units": "in the unit of its measure?",
}
WHICH_ROWS = "Which of these are said of rows of this return?"
READER = "**/assets/prepare-reading.js*"


def test_what_does_not_load_is_said(browser: Browser, site_url: str) -> None:
    """The reader of cells comes when cells are given; without it nothing is read, and it is tried again."""
    page = browser.new_page()  # no guard: a browser complains of what did not load
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.route(READER, lambda route: route.abort())
    for_days(opened(page, site_url))
    assert not [url for url in asked if "reading" in url]
    assert "What reads cells did not load, so nothing was read." in looked_at(page, BLOCK)
    assert page.evaluate("document.activeElement.className") == "pr-read"
    assert not page.get_by_role("button", name="Take these rows").is_visible()
    page.unroute(READER)
    page.get_by_role("button", name="Look at these rows").click()
    page.wait_for_selector("text=1 row can be taken")
    page.close()


def test_a_figure_in_two_cells_is_not_taken(page_of: Callable[..., Page], site_url: str) -> None:
    """1,200 without quotation marks is neither 1 nor 200; a row that fits is taken as it stands."""
    page = opened(page_of(), site_url)
    for_days(page)
    for text in JOINED:
        read = looked_at(page, text)
        assert "Row 2: “" in read, text
        assert "may be one figure that was parted at its comma" in read, text
        assert "2 rows can be taken" not in read, text
    for text in UNFIT:
        read = looked_at(page, text)
        assert "0 rows can be taken" in read, text
        assert any(words in read for words in ("may be one figure", "has more cells than there are headings")), text
    for text in FIT:
        assert "2 rows can be taken" in looked_at(page, text), text


def block(rows: Sequence[Sequence[object]]) -> str:
    """A table as it is copied from a spreadsheet."""
    width = max(map(len, rows))
    cells = (["" if cell is None else str(cell) for cell in row] + [""] * (width - len(row)) for row in rows)
    return "".join("\t".join(row) + "\n" for row in cells)


def test_what_is_said_of_all_figures_is_asked_about(page_of: Callable[..., Page], site_url: str) -> None:
    """In a title, below the rows or in the name of a file: without a yes no row is taken. The box keeps the focus."""
    page = opened(page_of(), site_url)
    for_days(page)
    for above, below, sheet, kind in SAID_OF_ALL:
        text = block([*([[above]] if above else []), *ROWS, *([[], [below]] if below else [])])
        page.fill("#pr-block", "")
        looked_at(page, "")  # so that what was said of the one before is not taken for this one's
        page.set_input_files("#pr-file", {"name": f"{sheet}.txt", "mimeType": "text/plain", "buffer": text.encode()})
        page.wait_for_selector("text=0 rows can be taken")
        assert QUESTIONS[kind] in page.inner_text(".pr-read fieldset legend"), (above, below, sheet)
        assert f"says “{above or below}”" in page.inner_text(".pr-read") or sheet != "S"
        assert not page.get_by_role("button", name="Take these rows").is_visible()
        page.get_by_label("Yes, all of them").focus()
        page.keyboard.press("Space")
        page.wait_for_selector("text=2 rows can be taken")
        assert page.evaluate("document.activeElement.checked")
    for rows, below in NOT_SAID:
        read = looked_at(page, block([*rows, *([[], [below]] if below else [])]))
        assert "2 rows can be taken" in read, rows
        assert "fieldset" not in page.inner_html(".pr-mapping"), rows


def test_columns_of_yes_and_no_are_asked_about(page_of: Callable[..., Page], site_url: str) -> None:
    """As by the command, also below Cumulative?, which is no total so far."""
    page = opened(page_of(), site_url)
    for_days(page)
    for heading, words, *_ in PARTING:
        read = looked_at(page, block([["KPI", "Delivered", heading], *(["fw1", "4", word] for word in words)]))
        if heading != "Signed off by":  # the form knows it as a column of its own
            assert WHICH_ROWS in read, heading
            assert "0 rows can be taken" in read, heading
    for heading, words in SAYING_NOTHING:
        read = looked_at(page, block([["KPI", "Delivered", heading], *(["fw1", "4", word] for word in words)]))
        assert WHICH_ROWS not in read, heading
        assert f"{len(words)} row" in read or f"“{heading}” has figures too" in read, heading


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (
            [["Measure", "Number", "Hours"], ["Volunteering", 4, 40]],
            "“Hours” has figures too. Are those under “Number”",
        ),
        ([["KPI", "Actual", "Adjusted"], ["fw1", 4, 5]], "“Adjusted” has figures too"),
        ([["KPI", "Actual", None], ["fw1", 4, 5]], "“column C” has figures too"),
        ([["KPI", "Target", "Actual", "Target", "Actual"], ["fw1", 9, 4, 9, 5]], "“Actual” has figures too"),
        ([["The plan", None, None], ["KPI", "Actual", "Adjusted"], ["fw1", 4, 5]], "“Adjusted” has figures too"),
        ([["KPI", "Actual", "Adjusted"], ["fw1", 4, 4]], ""),
        ([["KPI", "Actual", "Remaining"], ["fw1", 4, 5]], ""),
        ([["KPI", "Actual", "Theme"], ["fw1", 4, "Jobs"]], ""),
        ([["KPI", "Actual", "Worth"], ["fw1", 4, 100], ["le1", None, 500]], "“Worth” has figures too"),
        ([["KPI", "Actual", "Total spend"], ["fw1", 4, 100]], "“Total spend” has figures too"),
    ],
)
def test_other_columns_with_figures_are_asked_about(
    rows: list[list[object]], said: str, page_of: Callable[..., Page], site_url: str
) -> None:
    """Unless they say the same; without a yes no row is taken."""
    page = opened(page_of(), site_url)
    for_days(page)
    read = looked_at(page, block(rows))
    assert said in read
    assert ("0 rows" if said else "1 row can be taken") in read


def test_a_total_of_a_measure_is_not_taken(page_of: Callable[..., Page], site_url: str) -> None:
    """Volunteering total is no slip for Volunteering; a text below the table is no row without a figure."""
    page = opened(page_of(), site_url)
    for_days(page)
    rows = [
        ["KPI", "Actual"],
        ["Volunteering", 10],
        ["Volunteering total", 30],
        ["Total for the site", 30],
        [],
        ["Thanks"],
    ]
    read = looked_at(page, block(rows))
    assert "1 row can be taken" in read
    assert "Row 3, “Volunteering total”, looks like a total of other rows." in read
    assert "Row 4 is a row of totals." in read
    assert "Row 6, “Thanks”, has no figure beside it." in read


@pytest.mark.parametrize(
    ("title", "asked"),
    [
        ("Skills Centre (invented) Q3 2025/26", True),
        ("Skills Center (invented)", True),
        ("North Road (invented), October 2025", True),
        ("Social value, Q1", True),
        ("July to September", True),
        ("North Road (invented) Q3 2025/26", False),
        ("North Road, October to December 2025", False),
        ("Oct - Dec", False),
        ("Marketing and jobs", False),
    ],
)
def test_a_title_of_another_project_or_of_other_days_is_asked_about(
    title: str, asked: bool, page_of: Callable[..., Page], site_url: str
) -> None:
    """As the columns of projects and days are; without a yes no row is taken."""
    page = opened(page_of(), site_url)
    for_days(page)
    read = looked_at(page, block([[title], ["KPI", "Actual"], ["co1", 4]]))
    words = "Are the figures those of North Road (invented) for 1 October to 31 December 2025 alone?"
    assert (f"Row 1 says “{title}”. {words}" in read) == asked
    assert ("0 rows" if asked else "1 row can be taken") in read


@pytest.mark.parametrize(
    ("comment", "asked"),
    [
        ("cumulative since January 2025", True),
        ("target figure, actual awaited", True),
        ("Includes £300 from Q1", True),
        ("of which 3 are new", True),
        ("figures in £k", True),
        ("counted in days", True),
        ("A day in the park", False),
        ("Working here since then", False),
    ],
)
def test_a_comment_that_speaks_of_the_figure_is_asked_about(
    comment: str, asked: bool, page_of: Callable[..., Page], site_url: str
) -> None:
    """It is a note for readers, and the figure may be another: only the sender knows."""
    page = opened(page_of(), site_url)
    for_days(page)
    read = looked_at(page, block([["KPI", "Actual", "Comments"], ["co1", 4, comment]]))
    assert (WHICH_ROWS in read) == asked
    assert ("0 rows" if asked else "1 row can be taken") in read
    if asked:
        page.get_by_label(f"Comments: {comment}").check()
        page.wait_for_selector("text=1 row can be taken")


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (
            [["Measure", "Apr", "May"], ["fw1", 4, 5]],
            "Row 1 has headings, and none is known here as that of the figures",
        ),
        (
            [["T"], ["KPI", "Claimed", "Approved"], ["fw1", 4, 5]],
            "Row 2 has headings, and none is known here as that of",
        ),
        ([["Site", "Actual"], ["A", 4]], "none is known here as that of the measures: Site; Actual. Call that column"),
        ([["fw1", 4], ["co1", 5]], "No row of headings was found that is known here."),
    ],
)
def test_a_table_that_cannot_be_read_is_told_why(
    rows: list[list[object]], said: str, page_of: Callable[..., Page], site_url: str
) -> None:
    """It has measures and figures, so what is said is which heading is not known, and where the table is read."""
    page = opened(page_of(), site_url)
    for_days(page)
    assert said in looked_at(page, block(rows))
    assert page.get_by_role("link", name="Send the table as it is").get_attribute("href") == "submit.html"
    assert not page.get_by_role("button", name="Take these rows").is_visible()


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([["KPI", "Actual"], ["Q1 2024-25"], ["fw1", 4]], "1 row is of another project or of other days: Q1 2024-25"),
        ([["KPI", "Actual"], ["Q4 2025"], ["fw1", 4]], "Which of these are 1 October to 31 December 2025?"),
        ([["KPI", "Actual"], ["fw1", 4], ["KPI", "Actual"], ["co1", 5]], "These are the headings once more."),
        ([["KPI", "Actual", "Status"], ["fw1", 4, "Planned"]], "“Planned” is not known as how sure a figure is."),
        (
            [["KPI", "Actual"], ["Volunteering (target)", 4]],
            "by “Volunteering (target)” it is no figure of what was done",
        ),
        ([["KPI", "Actual"], ["NT1", 4]], "no measure is called “NT1”"),
        ([["KPI", "Actual", "Unit"], ["fw1", "26 weeks", "£k"]], "the measure is not counted in “£k”"),
        ([["KPI", "Actual", "Q4 2025"], ["fw1", 4, 9]], "“Q4 2025” has figures too."),
        ([["KPI", "Actual"], ["Apprenticeship weeks (FTE)", 2]], "the measure is not counted in “FTE”"),
        ([["KPI", "Actual"], ["Volunteering days", 2]], "the measure is not counted in “days”"),
        ([["KPI", "Actual"], ["Spend with local firms (%)", 60]], "the measure is not counted in “%”"),
        ([["Ref", "Description", "Actual"], ["co1", "Volunteering (people)", 4]], "is not counted in “people”"),
        ([["KPI", "Actual", "Unit"], ["le2", 0.6, "%"]], "“0.6” of a measure in percent may be a share of one"),
        ([["KPI", "Actual"], ["All volunteering", 4]], "“All volunteering”, looks like a total"),
        ([["KPI", "Actual"], ["Overall volunteering", 4]], "“Overall volunteering”, looks like a total"),
        ([["KPI", "Actual"], ["Sum of spend with local firms", 4]], "looks like a total"),
        ([["KPI", "Actual", "Supplier"], ["co1", 4, "All suppliers"]], "“All suppliers”, looks like a total"),
        ([["KPI", "Actual", "People"], ["co1", None, 3]], "people stand there and no figure"),
    ],
)
def test_what_import_asks_about_is_not_taken_in_silence(
    rows: list[list[object]], said: str, page_of: Callable[..., Page], site_url: str
) -> None:
    """Days or another table above rows, a plan, a code that is like another, two units, figures of a period."""
    page = opened(page_of(), site_url)
    for_days(page)
    read = looked_at(page, block(rows))
    assert said in read
    assert "0 rows can be taken" in read
