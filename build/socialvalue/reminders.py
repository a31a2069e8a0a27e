"""Which returns are late on a day, which are to be sent then and which come next, by register and returns."""

import json
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from socialvalue.domain.reporting import Duty, duties
from socialvalue.domain.spans import in_words
from socialvalue.records import Checked

HEADS = {"late": "Late", "open": "To send now", "next": "Next"}
"""The states of a return that is not there, the most pressing first."""


class Reminder(NamedTuple):
    """A return that is awaited."""

    state: str
    duty: Duty


def reminders(checked: Checked, on: date) -> list[Reminder]:
    """What is awaited on a day: each period that has ended and is not reported, and the one that runs or comes next."""
    found: list[Reminder] = []
    frames = (checked.tables[name] for name in ("reporting", "projects", "returns"))
    for periods in duties(*frames):
        found.extend(_of(periods, on))
    order = list(HEADS)
    return sorted(found, key=lambda each: (order.index(each.state), each.duty.by, each.duty.project))


def _of(periods: Iterator[Duty], on: date) -> Iterator[Reminder]:
    for duty in periods:
        ended = duty.span.end < on
        if not duty.reported:
            yield Reminder(("late" if duty.by < on else "open") if ended else "next", duty)
        if not ended:
            return


def reminded(checked: Checked, on: date, form: str) -> str:
    """The reminders as text for people, or as json."""
    found = reminders(checked, on)
    quarters = checked.settings.quarters
    if form == "json":
        rows = [
            {
                "state": state,
                "project": duty.project,
                "start": duty.span.start.isoformat(),
                "end": duty.span.end.isoformat(),
                "folder": duty.span.folder_in(quarters),
                "by": duty.by.isoformat(),
            }
            for state, duty in found
        ]
        return json.dumps(rows, indent=1, ensure_ascii=False)
    return "\n".join([*_text(found, quarters), _unknown(checked)])


def _text(found: list[Reminder], quarters: str) -> Iterator[str]:
    wide = max((len(each.duty.project) for each in found), default=0)
    for state, head in HEADS.items():
        mine = [each.duty for each in found if each.state == state]
        if mine:
            yield head
        for duty in mine:
            name = duty.span.folder_in(quarters)
            yield f"  by {in_words(duty.by):<17}  {duty.project:<{wide}}  {duty.span.words}  ({name})"
        if mine:
            yield ""


def _unknown(checked: Checked) -> str:
    """How many projects have not said when they report."""
    projects, said = set(checked.tables["projects"]["project"]), set(checked.tables["reporting"]["project"])
    count = len(projects - said)
    if not count:
        return "Every project has said when it reports."
    called = "1 project has" if count == 1 else f"{count:,} projects have"
    return f"{called} not said when they report: register/reporting.csv has no row for them."
