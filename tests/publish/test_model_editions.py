"""Which edition of the Social Value Model holds: that of the day on which the procurement began, at its very edges."""

import csv
from typing import NamedTuple

import pytest

from socialvalue.beginning import OPEN
from socialvalue.publish.story.model_editions import Choice, NoEdition, edition_of, is_large


class Edition(NamedTuple):
    model: str
    begins: str
    from_gbp: int | None


MODELS = OPEN / "reference/models.csv"
ROWS = list(csv.DictReader(MODELS.read_text(encoding="utf-8").splitlines()))
EDITIONS = [
    Edition(row["model"][-4:], row["begins"], int(row["from_gbp"]) if row["from_gbp"] else None)
    for row in ROWS
    if row["begins"]
]
"""The editions as every authority begins with them."""


@pytest.mark.parametrize(
    ("began", "value", "model", "reason"),
    [
        ("2020-12-31", 2_000_000, "", NoEdition.BEFORE),
        ("2021-01-01", 2_000_000, "2020", None),
        ("2025-02-23", 2_000_000, "2020", None),
        ("2025-02-24", 2_000_000, "2025", None),
        ("2026-12-31", 2_000_000, "2025", None),
        ("2026-12-31", None, "2025", None),
        ("2027-01-01", 2_000_000, "2026", None),
        ("2027-01-01", 1_000_000, "2026", None),
        ("2027-01-01", 999_999, "2026", NoEdition.BELOW),
        ("2027-01-01", None, "2026", NoEdition.VALUE_NOT_KNOWN),
        ("2026-12", 2_000_000, "2025", None),
        ("2027", 2_000_000, "2026", None),
        ("2025-02", 2_000_000, "", NoEdition.NOT_EXACT),
        ("2025", 2_000_000, "", NoEdition.NOT_EXACT),
        ("2020", 2_000_000, "", NoEdition.BEFORE),
    ],
)
def test_the_day_of_the_notice_picks_the_edition(
    began: str, value: int | None, model: str, reason: NoEdition | None
) -> None:
    """An edition holds from its first day on, and from the very pound that it asks from."""
    assert edition_of(began, value, EDITIONS) == Choice(model, reason)


def test_the_order_of_the_rows_has_no_say() -> None:
    """The newest edition that has begun is found in whatever order they stand."""
    assert edition_of("2026-12-31", None, EDITIONS[::-1]) == edition_of("2026-12-31", None, EDITIONS)


@pytest.mark.parametrize(("value", "large"), [(4_999_999, False), (5_000_000, True), (5_000_001, True), (None, False)])
def test_a_large_contract_begins_at_its_very_pound(value: int | None, large: bool) -> None:
    """£5,000,000 exactly is £5 million or more."""
    newest = max((row for row in ROWS if row["begins"]), key=lambda row: row["begins"])
    assert is_large(value, int(newest["large_from_gbp"])) is large
    assert not is_large(value, None)
