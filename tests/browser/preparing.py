"""The form "Prepare a return", as somebody uses it: what the tests of its pages share."""

import io
import zipfile
from pathlib import Path

from playwright.sync_api import Page

TODAY = "2026-12-01T10:00:00"
"""A day that does not depend on the clock."""


def opened(page: Page, url: str, asked: str = "") -> Page:
    """The form, on a day that does not depend on the clock."""
    page.clock.set_fixed_time(TODAY)
    page.goto(f"{url}prepare.html{asked}")
    page.wait_for_selector("#pr:not([hidden])")
    return page


def chosen(page: Page, project: str) -> None:
    """Choose the project by its name, with the keyboard alone."""
    page.focus("#pr-project-q")
    page.keyboard.type(project[:6])
    page.wait_for_selector("[role=option]")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_selector(".pr-periods:not([hidden])")


def for_days(page: Page, project: str = "North Road", start: str = "2025-10-01", end: str = "2025-12-31") -> None:
    """Choose the project, then the days."""
    chosen(page, project)
    page.get_by_label("A month, a year, or other days").check()
    page.fill("#pr-from", start)
    page.fill("#pr-to", end)
    page.locator("#pr-to").dispatch_event("change")


def looked_at(page: Page, block: str) -> str:
    """Paste a block of cells, and wait for what the form says of them."""
    page.fill("#pr-block", block)
    page.get_by_role("button", name="Look at these rows").click()
    page.wait_for_selector(".pr-read:not([hidden])")
    return page.inner_text(".pr-read")


def typing(page: Page) -> None:
    """Choose to type the figures."""
    page.get_by_role("button", name="Fill in the table").click()
    page.wait_for_selector("section[data-step=figures]:not([hidden]) .pr-row")


def field(page: Page, measure: str, label: str):  # type: ignore[no-untyped-def]
    return page.get_by_role("region", name=measure).get_by_label(label, exact=True).first


def figures(page: Page) -> str:
    return page.inner_text("section[data-step=figures]")


def finished(page: Page) -> None:
    """Go on, declare and say who sends it."""
    page.get_by_role("button", name="Go on", exact=True).click()
    page.wait_for_selector("section[data-step=finish]:not([hidden])")
    page.check("#pr-only")
    page.check("#pr-of")
    page.get_by_label("Who sends it").select_option("Example Builder (invented)")


def package(page: Page, data: Path) -> Path:
    """Save the folder, and unpack it where it belongs in the data."""
    with page.expect_download() as download:
        page.get_by_role("button", name="Save the folder").click()
    content = Path(download.value.path()).read_bytes()
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        assert packed.testzip() is None
        packed.extractall(data / "returns")
        return data / "returns" / Path(packed.namelist()[0]).parent
