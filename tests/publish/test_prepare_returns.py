"""What the form gets of a return that it may correct: all of it, or nothing of its rows."""

from dataclasses import replace
from typing import Any

import pytest

from socialvalue.publish.downloads.prepare_returns import returns
from socialvalue.publish.site import Site
from socialvalue.records import Valuation


def told(valuation: Valuation) -> dict[str, Any]:
    return dict(returns(Site(valuation)))


def with_hidden(valuation: Valuation, key: str) -> Valuation:
    """The same, where the number of one line is hidden."""
    hidden = valuation.lines["key"] == key
    lines = valuation.lines.assign(
        marker=valuation.lines["marker"].mask(hidden, "c"), quantity=valuation.lines["quantity"].mask(hidden)
    )
    return replace(valuation, lines=lines)


def test_a_return_that_is_all_shown_comes_whole(valuation: Valuation) -> None:
    """Every cell of its lines and documents as they stand in its files."""
    found = told(valuation)["north-road/2024-q2"]
    assert [line["quantity"] for line in found["lines"]] == ["55.5", "800000.5", "6.25", "96", "40"]
    assert found["evidence"][1]["checked_on"] == "2024-08-30"
    assert found["correct"]["descriptor"]["submitted_by"]["mailbox"] == "social.value@example.gov.uk"


@pytest.mark.parametrize("key", ["north-road/2024-q2#4", "north-road/2023-q4#1"])
def test_a_return_beside_a_hidden_number_has_no_rows(key: str, valuation: Valuation) -> None:
    """Whether the hidden line is its own or that of another return of the same measure: words may be left out."""
    found = told(with_hidden(valuation, key))
    assert "lines" not in found["north-road/2024-q2"]
    assert "withdraw" in found["north-road/2024-q2"]
    assert "lines" in found["skills-centre/2023-24"]


def test_a_private_repository_tells_no_more_than_its_site(valuation: Valuation) -> None:
    """The mailbox stands in the repository alone, so what would be lost with it can't be corrected in the form."""
    checked = valuation.checked
    private = replace(valuation, checked=replace(checked, settings=replace(checked.settings, public=False)))
    found = told(private)
    assert "mailbox" not in str(found)
    assert "lines" not in found["north-road/2024-q2"]
    assert "lines" in found["skills-centre/2023-24"]
