"""The form with our own data: it is light, and each figure is worth the same in it."""

from collections.abc import Callable

import pytest
from every_page import HEAVIEST, MOST_REQUESTS, Built, loaded_by, weight
from playwright.sync_api import Page
from test_prepare import WORTH, modules_of, pence, table_of

pytestmark = pytest.mark.browser


def test_the_page_is_light(real: Built, page_of: Callable[..., Page]) -> None:
    """With its script and what it loads by itself it is at most 350 kB, in at most 12 requests."""
    asked = loaded_by(page_of(), real, "prepare.html")
    assert len(asked) <= MOST_REQUESTS
    assert weight({name: real.files[name] for name in asked}) <= HEAVIEST


def test_each_figure_of_the_site_is_worth_the_same_in_the_form(real: Built, page_of: Callable[..., Page]) -> None:
    """Every line of the real data that is part of no other: each kind of value, gross and net, to the penny."""
    lines, values, returns = (table_of(real, name) for name in ("lines", "values", "returns"))
    edition = {row["return"]: row["edition"] for row in returns}
    given = [line | {"edition": edition[line["return"]]} for line in lines if line["quantity"] and not line["part_of"]]
    worth = modules_of(page_of, real).evaluate(WORTH, given)
    found = {(key, kind, place): tuple(money) for key, each in worth for kind, place, *money in each}
    keys = {line["key"] for line in given}
    expected = {
        (row["key"], row["kind"], row["counts_in"]): (pence(row["gross_gbp"]), pence(row["net_gbp"]))
        for row in values
        if row["key"] in keys
    }
    assert found == expected
    assert len(found) >= 4
