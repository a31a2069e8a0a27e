"""The words that people write for a period, and the days that they mean in each calendar."""

from datetime import date

import pytest

from socialvalue.domain.spans import Span, months
from socialvalue.intake.amounts import amount
from socialvalue.intake.days import day_of, is_open, orders
from socialvalue.intake.periods import period_meant, span_in, spans_of

Q1, Q2 = ("2025-01-01", "2025-03-31"), ("2025-04-01", "2025-06-30")
WORDS = {
    "2025-q2": [Q2],
    "Q1 2025-26": [Q2, Q1],
    "Quarter 1, 2025-26": [Q2, Q1],
    "Qtr 1 2025/26": [Q2, Q1],
    "2025-26 Q1": [Q2, Q1],
    "Q1 25/26": [Q2],
    "Q1 2025": [Q1, Q2],
    "Q1 FY2025": [Q2, ("2024-04-01", "2024-06-30")],
    "Q4 2024-25": [("2025-01-01", "2025-03-31"), ("2024-10-01", "2024-12-31")],
    "April to June 2025": [Q2],
    "Apr-Jun 25": [Q2],
    "Oct 2024 - Mar 2025": [("2024-10-01", "2025-03-31")],
    "Nov to Jan 2025": [("2024-11-01", "2025-01-31")],
    "June 2025": [("2025-06-01", "2025-06-30")],
    "Jun-25": [("2025-06-01", "2025-06-30")],
    "2011-12": [("2011-04-01", "2012-03-31"), ("2011-12-01", "2011-12-31")],
    "2025-26-q1": [Q2],
    "0000-q1": [],
    "2025-06": [("2025-06-01", "2025-06-30")],
    "2025-26": [("2025-04-01", "2026-03-31")],
    "2025/26": [("2025-04-01", "2026-03-31")],
    "FY 2025/26": [("2025-04-01", "2026-03-31")],
    "2025": [("2025-01-01", "2025-12-31"), ("2025-04-01", "2026-03-31")],
    "01/04/2025 - 30/06/2025": [Q2],
    "1 April 2025 to 30 June 2025": [Q2],
    "Quarter ending 30 June 2025": [Q2],
    "Actual": [],
    "Q5 2025": [],
    "Q1 2025-29": [],
    "2025-13": [],
}


@pytest.mark.parametrize("text", WORDS)
def test_the_words_for_a_period_are_days(text: str) -> None:
    """The likeliest first; both calendars where both have the name; nothing for what is no period."""
    assert [(span.start.isoformat(), span.end.isoformat()) for span in spans_of(text)] == WORDS[text]


@pytest.mark.parametrize(
    ("quarters", "text", "meant"),
    [
        ("financial", "2025-q1", [Q2]),
        ("financial", "Q1 2025", [Q2]),
        ("financial", "Q1 2025-26", [Q2]),
        ("calendar", "2025-q1", [Q1]),
        ("calendar", "Q1 2025", [Q1]),
        ("calendar", "Q1 2025-26", [Q2, Q1]),
        ("financial", "2025-26-q1", [Q2]),
        ("financial", "Q1 25/26", [Q2]),
        ("financial", "Q1 FY2025", [Q2, ("2024-04-01", "2024-06-30")]),
        ("financial", "2025", [("2025-01-01", "2025-12-31"), ("2025-04-01", "2026-03-31")]),
    ],
)
def test_the_settings_say_which_quarters_are_meant(quarters: str, text: str, meant: list[tuple[str, str]]) -> None:
    """They decide what only a calendar can; a financial year that is named stays one."""
    assert [(span.start.isoformat(), span.end.isoformat()) for span in spans_of(text, quarters)] == meant
    assert [span.folder for span in span_in(f"Return, {text}.", quarters)] == [
        span.folder for span in spans_of(text, quarters)
    ]


def test_every_period_has_a_folder_of_its_own() -> None:
    """Also October 2009, which is written as the financial year 2009-10 is; and each name means its days."""
    spans = [months(year, month, count) for year in range(2000, 2031) for month in range(1, 13) for count in (1, 3, 12)]
    for quarters in ("calendar", "financial"):
        names = [span.folder_in(quarters) for span in spans]
        assert len(set(names)) == len(spans)
        for span, name in zip(spans, names, strict=True):
            if "-to-" not in name:
                assert period_meant(name, quarters if "q" not in name or len(name) == 7 else "")[0] == span, name


def test_a_period_is_found_in_a_title() -> None:
    """The longest words that are one."""
    assert [span.folder for span in span_in("North Road, social value return: Quarter 1, 2025-26 (draft)")] == [
        "2025-q2",
        "2025-q1",
    ]
    assert span_in("Version 3 of 2 sheets") == []


def test_a_period_is_named_as_both_calendars_name_it() -> None:
    """Its two days, and its folder."""
    span = Span(date(2025, 4, 1), date(2025, 6, 30))
    assert span.words == "1 April to 30 June 2025"
    assert span.also == "quarter 2 of 2025, quarter 1 of the financial year 2025-26"
    for first, last, folder in (
        ((2025, 6, 1), (2025, 6, 30), "2025-06"),
        ((2025, 4, 1), (2026, 3, 31), "2025-26"),
        ((2025, 1, 1), (2025, 12, 31), "2025"),
        ((2025, 4, 1), (2025, 8, 31), "2025-04-to-2025-08"),
        ((2025, 4, 3), (2025, 8, 31), "2025-04-03-to-2025-08-31"),
    ):
        assert Span(date(*first), date(*last)).folder == folder


def test_a_day_that_two_orders_have_is_open() -> None:
    """30/06 decides; 07/07 makes no difference; what is no day of the calendar is none."""
    assert is_open("05/06/2025")
    assert not is_open("07/07/2025")
    assert not is_open("30/06/2025")
    assert orders(["05/06/2025", "30/06/2025"]) == {"day first"}
    assert orders(["05/06/2025", "06/30/2025"]) == {"month first"}
    assert day_of("05/06/2025", "day first") == "2025-06-05"
    assert day_of("05/06/2025", "month first") == "2025-05-06"
    assert day_of("42401", "day first") == "2016-02-01"
    assert day_of("2016-02-01 09:30:00", "day first") == "2016-02-01"
    assert [day_of(text, "day first") for text in ("2024-13-01", "1900-01-05", "30/02/2025", "soon")] == [""] * 4


@pytest.mark.parametrize(("text", "number", "word", "bound"), [
    ("£1,200", "1200", "£", ""), ("£1.2k", "1200", "£", ""), ("£0.5m", "500000", "£", ""), ("26 wks", "26", "wks", ""),
    ("4.5 FTE", "4.5", "fte", ""), ("5 FTE", "5", "fte", ""), ("12%", "12", "%", ""), ("0", "0", "", ""),
    ("5 thousand hours", "5000", "hours", ""), ("20k hours", "20000", "hours", ""), ("5m", "5", "m", ""),
    ("1.5 million pounds", "1500000", "£", ""), ("5m pounds", "5000000", "£", ""), ("GBP 5k", "5000", "£", ""),
    ("£5 per week", "5", "£ per week", ""), ("£2k pounds", "2000", "£", ""), ("up to 5k wks", "5000", "wks", "up to"),
    ("60+", "60", "", "at least"), ("about 40", "40", "", "about"), ("1 200", "1200", "", ""),
])  # fmt: skip
def test_a_figure_is_a_number_and_a_word(text: str, number: str, word: str, bound: str) -> None:
    """What stands with it is never thrown away: it may be another unit."""
    found = amount(text)
    assert (found.number, found.word, found.bound, found.absent) == (number, word, bound, "")


@pytest.mark.parametrize(("text", "absent"), [
    ("", "not-sent"), ("n/a", "not-sent"), ("-", "not-sent"), ("-99", "not-sent"), ("TBC", "not-sent"), ("nil", "none"),
    ("<5", "hidden"), ("*", "hidden"), ("2024-05-26", "wrong"), ("=A1", "wrong"), ("#REF!", "wrong"),
    ("3 or 4", "wrong"), ("2 dozen people", "wrong"), ("2 and a half weeks", "wrong"), ("£1.200", "wrong"),
])  # fmt: skip
def test_what_is_no_figure_says_why(text: str, absent: str) -> None:
    """Not sent, perhaps none, hidden on purpose, or not to be read."""
    assert amount(text).absent == absent
