"""The days on which returns are due, as a calendar that calendars read. Everything in it is invented."""

from dataclasses import replace
from datetime import date

from icalendar import Calendar

from socialvalue.publish.downloads.calendar import WHOLE, calendars
from socialvalue.publish.site import Site
from socialvalue.publish.story.on_time import AHEAD, rhythms
from socialvalue.records import Valuation


def test_each_return_that_is_not_there_is_a_day_of_the_calendar(valuation: Valuation) -> None:
    """What is missing, then what follows the last that is there; the contract ends in 2025."""
    files = calendars(Site(valuation, "https://example.org/"))
    assert sorted(files) == ["projects/north-road/returns-due.ics", WHOLE]
    events = Calendar.from_ical(files[WHOLE]).walk("VEVENT")
    assert [event["DTSTART"].dt for event in events] == [
        date(2024, 4, 30),
        date(2024, 10, 30),
        date(2025, 1, 30),
        date(2025, 4, 30),
        date(2025, 7, 30),
        date(2025, 10, 30),
        date(2026, 1, 30),
    ]
    assert events[0]["SUMMARY"] == "North Road (invented): return for January to March 2024 is due"
    assert events[0]["URL"] == "https://example.org/submit.html"
    assert len({str(event["UID"]) for event in events}) == len(events)


def test_a_calendar_is_the_same_at_each_build(valuation: Valuation) -> None:
    """It comes from the data alone, and a name with commas and semicolons stays whole."""
    site = Site(valuation, version="2024-07-20.abc")
    assert calendars(site) == calendars(Site(valuation, version="2024-07-20.abc"))
    projects = valuation.checked.tables["projects"].copy()
    projects.loc[projects["project"] == "north-road", "name"] = 'Roads, "north"; and south \\ east'
    checked = replace(valuation.checked, tables={**valuation.checked.tables, "projects": projects})
    (event, *_) = Calendar.from_ical(calendars(Site(replace(valuation, checked=checked)))[WHOLE]).walk("VEVENT")
    assert str(event["SUMMARY"]).startswith('Roads, "north"; and south \\ east: return')


def test_where_nobody_said_when_they_report_there_is_no_calendar(valuation: Valuation) -> None:
    """And a project whose contract never ends is told so far ahead and no further."""
    tables = valuation.checked.tables
    without = replace(valuation.checked, tables={**tables, "reporting": tables["reporting"].iloc[:0]})
    assert calendars(Site(replace(valuation, checked=without))) == {}
    endless = replace(valuation.checked, tables={**tables, "projects": tables["projects"].assign(contract_end="")})
    (rhythm,) = rhythms(Site(replace(valuation, checked=endless)))
    assert (rhythm.reported, len(rhythm.missing), len(rhythm.ahead)) == (2, 1, AHEAD)
