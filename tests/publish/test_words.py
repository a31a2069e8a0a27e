"""How numbers, money, dates and periods are said."""

from decimal import Decimal
from fractions import Fraction

import pytest
from babel import Locale
from babel.numbers import format_currency
from babel.support import NullTranslations

from socialvalue.publish.words import days, figures
from socialvalue.publish.words.language import Language, speaking
from socialvalue.publish.words.money_style import money_style
from socialvalue.records import MILLION

WEEKS = {"unit": "weeks", "one": "week", "many": "weeks"}
POUNDS = {"unit": "gbp", "one": "pound", "many": "pounds"}
SHARE = {"unit": "percent", "one": "per cent", "many": "per cent"}


@pytest.mark.parametrize(
    ("pence", "said"),
    [
        (418_322_000, "£4.2 million"),
        (4_800_050, "£48,000"),
        (51_150, "£512"),
        (999_949, "£9,999"),
        (1_049_999, "£10,000"),
        (99_949_999, "£999,000"),
        (99_950_000, "£1 million"),
        (9_994_999_999, "£99.9 million"),
        (9_995_000_000, "£100 million"),
        (48_870_000_000, "£489 million"),
        (99_949_999_999, "£999 million"),
        (99_990_000_000, "£1 billion"),
        (-99_990_000_000, "−£1 billion"),
        (1_250_000_000_000, "£12.5 billion"),
        (12_389_000_000_000, "£124 billion"),
        (-418_322_000, "−£4.2 million"),
        (0, "£0"),
    ],
)
def test_headlines_say_two_or_three_figures(pence: int, said: str) -> None:
    """A headline rounds to two or three figures, half-up, and spells out millions."""
    assert figures.pounds_short(pence) == said


def test_tables_say_whole_pounds_and_workings_say_pence() -> None:
    """Half a pound goes up in a table; a working keeps the pence."""
    assert figures.pounds(80_000_050) == "£800,001"
    assert figures.pounds_exact(80_000_050) == "£800,000.50"


@pytest.mark.parametrize(
    ("millionths", "unit", "said"),
    [
        (MILLION, WEEKS, "1 week"),
        (55_500_000, WEEKS, "55.5 weeks"),
        (0, WEEKS, "0 weeks"),
        (1_200_000 * MILLION, POUNDS, "£1,200,000"),
        (800_000_500_000, POUNDS, "£800,000.50"),
        (79_700_000, SHARE, "79.7%"),
        (118 * MILLION, {"unit": "count", "one": "time", "many": "times"}, "118"),
    ],
)
def test_a_quantity_is_said_in_the_words_of_its_unit(millionths: int, unit: dict[str, str], said: str) -> None:
    """One of a thing is singular, money has its sign, a share its percent sign; a bare count is not so many times."""
    assert figures.quantity(millionths, unit) == said


@pytest.mark.parametrize(
    ("millionths", "unit", "said"),
    [
        (10_000_000 * MILLION, "pounds a year", "£10,000,000 a year"),
        (80 * MILLION, "percent", "80%"),
        (64_412 * MILLION, "vaccinations", "64,412 vaccinations"),
        (7 * MILLION, "", "7"),
    ],
)
def test_a_unit_of_a_source_stays_its_own(millionths: int, unit: str, said: str) -> None:
    """Money and shares get their signs; a unit that no register knows follows its number as it is."""
    assert figures.as_told(millionths, unit) == said


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("2018-04-01", "2019-03-31", "2018-19"),
        ("2022-04-01", "2022-06-30", "April to June 2022"),
        ("2022-01-01", "2022-12-31", "2022"),
        ("2024-02-01", "2024-02-29", "February 2024"),
        ("2023-02-01", "2023-02-27", "1 February 2023 to 27 February 2023"),
        ("2019-01-01", "2021-12-31", "2019 to 2021"),
        ("2014-04-01", "2017-03-31", "April 2014 to March 2017"),
    ],
)
def test_a_period_is_said_as_people_say_it(start: str, end: str, said: str) -> None:
    """Financial years, quarters, years and months have their own words."""
    assert days.span(start, end) == said


def test_bounds_and_ranges_keep_the_words_of_the_source() -> None:
    """A lower bound says so, and a range is never a dash."""
    assert figures.bounded("£4,000,000", "at least") == "at least £4,000,000"
    assert figures.bounded("£4,000,000", "") == "£4,000,000"
    assert figures.reach(2_011_800, 3_218_900) == "£20,118 to £32,189"


def test_how_many_of_a_thing() -> None:
    """None, one and many each have their form."""
    assert [figures.several(number, "line") for number in (0, 1, 1200)] == ["no lines", "1 line", "1,200 lines"]
    assert figures.several(2, "person") == "2 people"


def test_lists_end_with_and() -> None:
    """A list of one is just that."""
    assert [figures.listing(found) for found in (["a"], ["a", "b"], ["a", "b", "c"])] == ["a", "a and b", "a, b and c"]


def test_a_factor_has_five_decimals_at_most() -> None:
    """Uprating from 2012-13 to 2023-24 is said to five decimals, rounded half-up; a whole one has none."""
    assert figures.factor(Fraction(100_0000, 744_335)) == "1.34348"
    assert figures.factor(Fraction(1)) == "1"


def test_numbers_over_a_column_share_one_scale() -> None:
    """Millions have a decimal, thousands none, and the scale is named once."""
    name, one = figures.pounds_scale(120_000_000)
    assert (name, figures.on_scale(120_000_000, one), figures.on_scale(80_000_050, one)) == ("£ million", "1.2", "0.8")
    name, one = figures.pounds_scale(5_728_500)
    assert (name, figures.on_scale(356_800, one)) == ("£ thousand", "4")


def test_a_name_inside_a_sentence_keeps_its_abbreviation() -> None:
    """Jobs created become jobs created; NEET stays NEET."""
    assert [figures.inside(name) for name in ("Jobs created", "NEET young people", "")] == [
        "jobs created",
        "NEET young people",
        "",
    ]


@pytest.mark.parametrize("tag", ["en-GB", "cy", "de", "fr", "pl", "ar", "hi", "de-CH"])
def test_money_reads_as_babel_writes_it(tag: str) -> None:
    """Put together from the signs of a language, or by Babel where those would not do, as in Hindi: to the last one."""
    locale = Locale.parse(tag, sep="-")
    language = Language(tag, locale, NullTranslations())
    with speaking(language):
        for pence in (0, 1, 99, 100, 123_456, 99_999_999, 1_234_567_890_12):
            written = format_currency(Decimal(pence).scaleb(-2), "GBP", locale=locale)
            assert figures.pounds_exact(pence) == written
    assert (money_style(2, language, figures._written) is None) == (tag in ("hi", "de-CH"))
