"""The days on which returns are due, as calendars (RFC 5545) that an officer's own calendar follows."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from uuid import NAMESPACE_URL, uuid5

from icalendar import Calendar, Event

from socialvalue.domain.reporting import Duty
from socialvalue.domain.years import last_day
from socialvalue.publish.page_addresses import canonical
from socialvalue.publish.site import Site
from socialvalue.publish.story.on_time import rhythms
from socialvalue.publish.words import days
from socialvalue.publish.words.language import _

WHOLE = "returns-due.ics"


def calendar_of(project: str) -> str:
    """Where the calendar of one project lies."""
    return f"projects/{project}/{WHOLE}"


def calendars(site: Site) -> dict[str, bytes]:
    """Every calendar by its path: one of all projects, and one for each; none where nobody said when they report."""
    awaited: dict[str, list[Duty]] = {}
    for rhythm in rhythms(site):
        awaited.setdefault(rhythm.project, []).extend([*rhythm.missing, *rhythm.ahead])
    if not awaited:
        return {}
    title = _("%(title)s: returns due", title=site.settings.title)
    files = {WHOLE: _calendar(site, title, [duty for each in awaited.values() for duty in each])}
    for project, mine in awaited.items():
        name = site.one("projects", project)["name"]
        files[calendar_of(project)] = _calendar(site, _("%(project)s: returns due", project=name), mine)
    return files


def _calendar(site: Site, title: str, due: Iterable[Duty]) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", "-//Open Social Value//socialvalue//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", title)
    for duty in sorted(due, key=lambda duty: (duty.by, duty.project)):
        calendar.add_component(_event(site, duty))
    written: bytes = calendar.to_ical()
    return written


def _event(site: Site, duty: Duty) -> Event:
    """A whole day. It blocks nobody's time. Its name stays, so that a moved day moves the event."""
    name = site.one("projects", duty.project)["name"]
    period = days.span(duty.span.start.isoformat(), duty.span.end.isoformat())
    folder = duty.span.folder_in(site.settings.quarters)
    settings = site.settings
    event = Event()
    named = f"{settings.title}/{settings.place}/{settings.publisher}/due/{duty.project}/{duty.span.start}"
    event.add("uid", uuid5(NAMESPACE_URL, named).urn)
    event.add("dtstamp", _stamp(site))
    event.add("dtstart", duty.by)
    event.add("dtend", duty.by + timedelta(1))
    event.add("transp", "TRANSPARENT")
    event.add("summary", _("%(project)s: return for %(period)s is due", project=name, period=period))
    event.add("description", _("Send it by this day. Its folder is called %(folder)s.", folder=folder))
    if site.base_url:
        event.add("url", canonical(site.base_url, "submit.html"))
    return event


def _stamp(site: Site) -> datetime:
    """The day of the newest data, as the version has it: two builds of the same data are the same."""
    day = last_day(site.version.partition(".")[0])
    return datetime.fromisoformat(day if len(day) == 10 else "1970-01-01").replace(tzinfo=UTC)
