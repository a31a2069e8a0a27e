"""Correct or withdraw a return in the form: the same package as the command writes, and what differs worked out."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page
from preparing import TODAY, chosen, field, for_days, opened, package

from socialvalue import run
from socialvalue.check import check
from socialvalue.intake.correcting import correct, withdraw
from socialvalue.load import load

pytestmark = pytest.mark.browser

SMALL = Path(__file__).parents[2] / "tests/examples/small/data"
PUBLISHED = "returns/road-fund/north-road/2024-q2"
WHY = "Two weeks were counted twice."


def sent_before(page: Page, period: str = "2024-q2") -> None:
    """Choose a return of North Road that was sent."""
    chosen(page, "North Road")
    page.get_by_label("Correct or withdraw a return that was sent").check()
    page.get_by_label("Which return").select_option(period)
    page.wait_for_selector(".pr-in:not([hidden])")


def changes(page: Page, step: str) -> list[str]:
    return page.locator(f"section[data-step={step}] .pr-changed li").all_inner_texts()


def files_of(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}


def test_a_correction_is_the_commands(
    page_of: Callable[..., Page], axe: Callable[..., list[str]], mailing: str, tmp_path: Path
) -> None:
    """Its rows come in; what is changed, taken out and put back is told; the package is the command's, byte by byte.

    But for a nought at the end of a number: the site knows what it is worth, not how it was written.
    """
    page = opened(page_of(), mailing)
    sent_before(page)
    page.get_by_role("button", name="Correct this return").click()
    page.wait_for_selector("section[data-step=figures]:not([hidden]) .pr-row")
    assert "A correction of version 1.0.0." in page.inner_text(".pr-what")
    assert page.inner_text("section[data-step=figures] .pr-changed-n") == "Nothing differs from what was sent."
    weeks = field(page, "Apprenticeship weeks", "How much in this period")
    assert weeks.input_value() == "55.5"
    weeks.fill("65.5")
    assert "Was: 55.5." in page.get_by_role("region", name="Apprenticeship weeks").inner_text()
    for name in ("Carbon saved", "Volunteering"):
        page.get_by_role("region", name=name).get_by_role("button", name="Take this row away").click()
    page.get_by_role("button", name="Put it back: Volunteering").click()
    assert page.evaluate("document.activeElement.value") == "96"
    told = ["Taken out: Carbon saved, 40 tonnes of CO2e.", "Changed: Apprenticeship weeks."]
    assert [text.split(".")[0] + "." for text in changes(page, "figures")] == told
    assert "How much in this period: was 55.5, now 65.5." in changes(page, "figures")[1]
    assert axe(page) == []
    page.get_by_role("button", name="Go on", exact=True).click()
    assert axe(page) == []
    assert page.title().startswith("Declare and send · ")
    assert "Say why" in page.inner_text(".pr-not-yet")
    page.get_by_label("The reason").fill(WHY)
    page.check("#pr-only")
    page.check("#pr-of")
    data = Path(shutil.copytree(SMALL, tmp_path / "data"))
    ours = package(page, data)
    assert ours == data / f"{PUBLISHED}-correction-1"
    assert check(load(data, today=TODAY[:10])).errors == ()
    assert files_of(ours) == by_command(Path(shutil.copytree(SMALL, tmp_path / "theirs")))


def by_command(data: Path) -> dict[str, str]:
    """The files of the same correction as the command writes it and its sender goes over it."""
    written = files_of(correct(run.checked(data), data, "north-road/2024-q2", WHY, TODAY[:10]).folder)
    written["datapackage.json"] = written["datapackage.json"].replace("false", "true")
    mended = written["lines.csv"].replace("1,fw1,55.5,", "1,fw1,65.5,")
    lines = mended.replace("800000.50", "800000.5").splitlines(keepends=True)
    written["lines.csv"] = "".join(line for line in lines if not line.startswith("5,"))
    return written


def test_a_withdrawal_is_the_commands(
    page_of: Callable[..., Page], axe: Callable[..., list[str]], mailing: str, tmp_path: Path
) -> None:
    """Its page leads there. It asks for the reason alone; its package is the command's, byte by byte, and sound."""
    page = opened(page_of(), mailing, "?return=north-road/2024-q2")
    page.get_by_role("button", name="Withdraw this return").click()
    page.wait_for_selector("section[data-step=finish]:not([hidden])")
    assert axe(page) == []
    assert not page.locator("#pr-only").is_visible()
    assert not page.locator(".pr-send").is_visible()
    page.get_by_label("The reason").fill("Sent for\nanother project.")
    data, theirs = (Path(shutil.copytree(SMALL, tmp_path / name)) for name in ("data", "theirs"))
    ours = package(page, data)
    assert check(load(data, today=TODAY[:10])).errors == ()
    found = withdraw(run.checked(theirs), theirs, "north-road/2024-q2", "Sent for another project.", TODAY[:10])
    assert files_of(ours) == files_of(found)


def test_days_that_were_reported_lead_to_a_correction(page_of: Callable[..., Page], mailing: str) -> None:
    """Whoever chooses them is led to correct that return; what is pasted becomes the figures of its rows."""
    page = opened(page_of(), mailing)
    for_days(page, start="2024-06-01", end="2024-08-31")
    page.wait_for_selector(".pr-in:not([hidden])")
    assert "reported already" in page.inner_text("#pr-period-said")
    assert page.get_by_role("button", name="Correct this return").is_visible()
    assert not page.get_by_role("button", name="Fill in the table").is_visible()
    page.fill("#pr-block", "Measure\tActual\nApprenticeship weeks\t60\nVolunteering\t96\nJobs created\t3\n")
    page.get_by_role("button", name="Look at these rows").click()
    page.get_by_role("button", name="Take these rows").click()
    page.wait_for_selector("section[data-step=figures]:not([hidden]) .pr-row")
    assert [text.partition(".")[0] for text in changes(page, "figures")] == [
        "Changed: Apprenticeship weeks",
        "Added: Jobs created, 3 jobs",
    ]


def test_what_the_site_hides_is_not_brought_in(page_of: Callable[..., Page], mailing: str) -> None:
    """Where the file of a return has no rows, the form says so, leads on, and offers the withdrawal alone."""
    page = page_of()
    address = f"{mailing}prepare/returns/north-road/2024-q2.json"
    told = json.loads(urlopen(address).read())
    page.route(
        address, lambda route: route.fulfill(json={key: told[key] for key in ("version", "correct", "withdraw")})
    )
    opened(page, mailing, "?return=north-road/2024-q2")
    page.wait_for_selector(".pr-in:not([hidden])")
    assert page.get_by_text("Part of this return is hidden on the site").is_visible()
    assert not page.get_by_role("button", name="Correct this return").is_visible()
    assert not page.locator("#pr-file").is_visible()
    assert page.get_by_role("button", name="Withdraw this return").is_visible()
