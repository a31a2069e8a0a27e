"""Years: one rule for those that a fact may be of, wherever a column, a descriptor or a setting holds one."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from socialvalue.check.cells import BadCell, judge_of
from socialvalue.check.cells.year import JUDGES
from socialvalue.check.profile import misfits, resolved
from socialvalue.domain.years import is_financial_year, is_year

SCHEMAS = Path(__file__).parents[2] / "schemas"
FIELDS = [
    (path.stem, field)
    for path in sorted(SCHEMAS.glob("*/*.json"))
    if path.parent.name != "published"
    for field in json.loads(path.read_text(encoding="utf-8")).get("fields", [])
]
OF_YEARS = [
    (f"{name}.{field['name']}", field)
    for name, field in FIELDS
    if field.get("constraints", {}).get("pattern") in JUDGES
]
DAYS = [(f"{name}.{field['name']}", field) for name, field in FIELDS if field["type"] == "date"]
NEVER = ("0000", "0202", "1800", "1899", "2200", "9999")


def said(field: Any, text: str) -> str:
    """What is wrong with a cell; empty where nothing is."""
    try:
        judge_of(field)(text)
    except BadCell as wrong:
        return f"{wrong.message} {wrong.mend}"
    return ""


def ours(field: Any, year: str) -> Iterator[str]:
    """Texts of this year that a column takes."""
    second = f"{(int(year) + 1) % 100:02}"
    texts = (year, f"{year}-{second}", f"{year}-03", f"{year}-03-31")
    pattern = field.get("constraints", {}).get("pattern", r"\d{4}-\d{2}-\d{2}")
    form = re.compile(pattern.replace("(19|2[01])[0-9]{2}", "[0-9]{4}"))
    yield from (text for text in texts if form.fullmatch(text))


@pytest.mark.parametrize(
    ("name", "field"), [*OF_YEARS, *DAYS], ids=lambda given: given if isinstance(given, str) else ""
)
def test_a_year_that_no_fact_is_of_is_refused_in_every_column(name: str, field: Any) -> None:
    """0000 and 9999 stand for something else; 1900 and 2199 are years."""
    for year in NEVER:
        texts = [*ours(field, year)]
        assert texts
        for text in texts:
            assert "before 1900 or after 2199" in said(field, text), text
    for year in ("1900", "2024", "2199"):
        good = [text for text in ours(field, year) if not said(field, text)]
        assert good


def test_every_column_with_the_form_of_a_year_is_judged() -> None:
    """No schema and no profile takes any four digits for a year, and none with a form of years is passed over."""
    assert len(OF_YEARS) > 15
    for path in sorted(SCHEMAS.rglob("*.json")):
        assert "[0-9]{4}" not in path.read_text(encoding="utf-8"), path
    for name, field in FIELDS:
        pattern = field.get("constraints", {}).get("pattern", "")
        assert pattern in JUDGES or "(19|2[01])" not in pattern, (name, field["name"])


@pytest.mark.parametrize(
    ("table", "column", "text", "words"),
    [
        ("unit-values", "price_year", "2024-13", "Write 2024-25 for April 2024 to March 2025."),
        ("unit-values", "price_year", "2024-24", "second half is the year after the first"),
        ("unit-values", "price_year", "0000", "before 1900 or after 2199"),
        ("unit-values", "price_year", "1800-05", "before 1900 or after 2199"),
        ("unit-values", "price_year", "1999-01", "Write 1999-00 for April 1999 to March 2000."),
        ("deflators", "financial_year", "2024-13", "Write 2024-25"),
        ("deflators", "financial_year", "2024", "does not have the form"),
        ("areas", "population_year", "0000", "before 1900 or after 2199"),
        ("areas", "population_year", "2024-25", "does not have the form"),
    ],
)
def test_an_impossible_year_is_told_in_words(table: str, column: str, text: str, words: str) -> None:
    """A financial year's second half is the year after the first."""
    assert words in said(next(field for name, field in FIELDS if (name, field["name"]) == (table, column)), text)


@pytest.mark.parametrize("text", ["2024-25", "1999-00", "2017", "delivery"])
def test_years_of_prices_are_let_through(text: str) -> None:
    """The good twins."""
    assert not said(next(field for name, field in FIELDS if field["name"] == "price_year"), text)


@pytest.mark.parametrize("year", NEVER)
def test_a_descriptor_has_no_such_year(year: str) -> None:
    """A period and a day of receipt are of years that a return may be of."""
    profile = json.loads((SCHEMAS / "return/profile.json").read_text(encoding="utf-8"))
    profile = resolved({key: part for key, part in profile.items() if key != "version"})  # of the profile itself
    for key, inner in (
        ("received_on", f"{year}-03-31"),
        ("period", {"start": f"{year}-01-01", "end": f"{year}-03-31"}),
    ):
        assert [hit.column for hit in misfits({key: inner}, profile) if hit.column.startswith(key)]
        good = json.loads(json.dumps(inner).replace(year, "2024"))
        assert not [hit for hit in misfits({key: good}, profile) if hit.column in (key, f"{key}.start", f"{key}.end")]


def test_the_forms_of_years_are_ascii() -> None:
    """Digits of other scripts are no year, and neither is a longer number."""
    assert not any(map(is_year, ("２０２４", "20244", "", "202")))
    assert not any(map(is_financial_year, ("2024-２５", "2024-025", "2024", "2024/25")))
    assert is_financial_year("2024-25")
