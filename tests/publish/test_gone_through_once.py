"""What is asked for each project, place or return is looked up: no table is gone through once for each of them."""

from typing import Any

import pytest

from socialvalue.publish.downloads.news import atom, news
from socialvalue.publish.pages.news import PAGE
from socialvalue.publish.site import Site
from socialvalue.publish.story import worth
from socialvalue.publish.story.ranking import rings
from socialvalue.publish.story.value_by_kind import by_kind, delivered_values
from socialvalue.records import Valuation

DIMENSIONS = ("all", "programme", "project", "area", "theme", "return_id")


def test_the_values_are_gone_through_once(valuation: Valuation, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is called local is found for all members of a dimension at once, and is for each what its values say."""
    site, walks = Site(valuation), []

    def walked(site: Site) -> list[dict[str, Any]]:
        walks.append(1)
        return delivered_values(site)

    monkeypatch.setattr(worth, "delivered_values", walked)
    members = [(row["dimension"], row["member"]) for row in site.rows("by_kind") if row["kind"] == "local"]
    assert len(members) > len(DIMENSIONS)
    assert {dimension for dimension, _member in members} >= set(DIMENSIONS)
    for dimension, member in members:
        values = [row for row in delivered_values(site) if dimension == "all" or row[dimension] == member]
        lines = [site.one("lines", row["key"]) for row in values if row["kind"] == "local"]
        assert worth._meant(site, dimension, member) == rings(lines)
        local = next(row for row in by_kind(site, dimension, member) if row["kind"] == "local")
        assert worth.spent_nearby(site, local, dimension, member)
    assert len(walks) == len({dimension for dimension, _member in members})
    assert worth._meant(site, "project", "no such project") == set()


def test_the_news_is_told_once(valuation: Valuation) -> None:
    """The page and the feed share it."""
    site = Site(valuation)
    first = news(site)
    list(PAGE.entries(site))
    atom(site)
    assert first
    assert news(site) is first
