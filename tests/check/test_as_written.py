"""What the words of a stated figure say, however a document writes it."""

from decimal import Decimal
from typing import Any

import pandas as pd
import pytest

from socialvalue.check.cells.number_words import in_digits
from socialvalue.check.rules.as_written import RULE
from socialvalue.check.stated_amounts import stated
from socialvalue.records import MILLION


def millionths(pounds: str) -> int:
    return int(Decimal(pounds) * MILLION)


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("£1.2 million", ["1200000"]),
        ("1.2 million pounds", ["1200000"]),
        ("1.2M", ["1200000"]),
        ("GBP 1.2 million", ["1200000"]),
        ("£1.2mn", ["1200000"]),
        ("£1.2  million", ["1200000"]),
        ("£1 400 000", ["1400000"]),
        ("£1 400 of 900 jobs", ["1400"]),
        ("£1.4 mln", []),
        ("£1.4mil", []),
        ("£1.4 milion", []),
        ("£1.4bln", []),
        ("£1.4 trillion", []),
        ("£1.4 for each mile", ["1.4"]),
        ("over £25.9m", ["25900000"]),
        ("2,000 pounds", ["2000"]),
        ("£34m of the £434m", ["34000000", "434000000"]),
        ("£4,907,525.38", ["4907525.38"]),
        ("148 people in 2019", []),
        ("2,000,000", ["2000000"]),
        ("over 2000000", ["2000000"]),
        ("one million", ["1000000"]),
        ("One Million pounds", ["1000000"]),
        ("over a million", ["1000000"]),
        ("two hundred and fifty", ["250"]),
        ("two hundred and fifty pounds", ["250"]),
        ("two hundred and fifty people", []),
        ("a hundred thousand pounds", ["100000"]),
        ("twenty-five thousand pounds", ["25000"]),
        ("half a million pounds", ["500000"]),
        ("two and a half million", ["2500000"]),
        ("one point two five million", ["1250000"]),
        ("seventeen million two hundred thousand and five pounds", ["17200005"]),
        ("a total of two million pounds", ["2000000"]),
        ("a £2-million scheme", ["2000000"]),
        ("two million in twenty twenty-three", ["2000000"]),
        ("£2½ million", []),
        ("£2 and a half million", []),
        ("£2 hundred thousand", []),
        ("£1.2 trillion", []),
        ("a quarter of a million pounds", []),
        ("20% of a million", []),
        ("a couple of million pounds", []),
        ("a million and a half pounds", []),
        ("hundreds of thousands of pounds", []),
        ("five million, ten pounds", []),
        ("a thousand million pounds", []),
    ],
)
def test_an_amount_is_read_as_people_write_it(words: str, meant: list[str]) -> None:
    """In digits and in words, with a scale before and behind; what is not clearly one amount is not read."""
    found = stated(words)
    assert (found.amounts, found.ranges) == ([*map(millionths, meant)], [])


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("£1 to £2 million", "1000000", "2000000"),
        ("£1.2-£1.5 million", "1200000", "1500000"),
        ("£1.2m – £1.5m", "1200000", "1500000"),
        ("£800,000 to £1 million", "800000", "1000000"),
        ("£40–50k", "40000", "50000"),
        ("1 to 2 million pounds", "1000000", "2000000"),
        ("two or three million pounds", "2000000", "3000000"),
        ("between 40 and 50", "40", "50"),
        ("40-50", "40", "50"),
        ("between £1m and £2m", "1000000", "2000000"),
        ("between about £1m and £2m", "1000000", "2000000"),
        ("between forty and fifty thousand pounds", "40000", "50000"),
        ("between one hundred and fifty and two hundred pounds", "150", "200"),
        ("between half a million and one million", "500000", "1000000"),
        ("from £1m to £2m", "1000000", "2000000"),
    ],
)
def test_a_range_has_two_ends(words: str, low: str, high: str) -> None:
    """A scale at the end is also that of the beginning, unless the beginning is the larger number."""
    found = stated(words)
    assert (found.amounts, found.ranges) == ([], [(millionths(low), millionths(high))])


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("£34m and £434m", ["34000000", "434000000"]),
        ("£5m in 2018-19", ["5000000"]),
        ("£5m between 2018 and 2019", ["5000000"]),
        ("rose in 2019 to 2 million", ["2000000"]),
        ("£5m to 200 firms", ["5000000"]),
        ("£20 to 200 families", ["20"]),
    ],
)
def test_two_numbers_are_no_range_where_one_is_no_amount(words: str, meant: list[str]) -> None:
    """Years and counts beside an amount are no end of it."""
    assert stated(words)[:2] == ([*map(millionths, meant)], [])


@pytest.mark.parametrize(
    ("words", "amount", "bound", "found"),
    [
        ("one million", "2000000", "", [("amount_gbp", "1000000")]),
        ("one million", "1000000", "", []),
        ("over a million", "1000000", "", [("bound", "at least")]),
        ("over a million", "1000000", "at least", []),
        ("£5m over 3 years", "5000000", "", []),
        ("£5m over three years", "5000000", "", []),
        ("£1 to £2 million", "2000001", "up to", [("amount_gbp", "")]),
        ("£1 to £2 million", "2000000", "up to", []),
        ("£1 to £2 million", "2000000", "at least", [("bound", "up to")]),
        ("£1 to £2 million", "1000000", "at least", []),
        ("£1 to £2 million", "999999.99", "at least", [("amount_gbp", "")]),
        ("£1 to £2 million", "1500000", "about", []),
        ("£1 to £2 million", "1500000", "", [("bound", "about")]),
        ("from £1m to £2m", "2000000", "", []),
        ("between 40 and 50", "60", "about", [("amount_gbp", "")]),
        ("between 40 and 50", "45", "about", []),
        ("a couple of million", "2000000", "", []),
        ("2000000", "3000000", "", [("amount_gbp", "2000000")]),
    ],
)
def test_the_amount_and_its_bound_are_what_the_words_say(
    words: str, amount: str, bound: str, found: list[tuple[str, str]]
) -> None:
    """An amount outside what is said is found, and one within a range says which of it it is."""
    figures = pd.DataFrame({"row": [2], "as_written": [words], "amount_gbp": [millionths(amount)], "bound": [bound]})
    tables: Any = {"published-figures": figures.assign(file="f", owner="")}
    hits = list(RULE.find(tables))
    assert [(hit.column, hit.suggestion) for hit in hits] == found


def test_words_that_are_no_number_stay() -> None:
    """A year in words, fractions, and what merely sounds like a number."""
    for words in ("twenty twenty-three", "one-third", "three dozen", "millions", "someone else's tent", "a hundredth"):
        assert in_digits(words) == words, words
