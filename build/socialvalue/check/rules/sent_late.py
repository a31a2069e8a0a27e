"""A return was sent within a year of the end of its period."""

from collections.abc import Iterator
from datetime import date

from socialvalue.check.rule import Hit, Rule, about
from socialvalue.check.tables import Tables
from socialvalue.check.wording import in_words
from socialvalue.records import Severity, rows

LATE = 366
"""Days after the end of the period."""


def find(tables: Tables) -> Iterator[Hit]:
    for returned in rows(tables["returns"]):
        if returned.basis == "submitted" and _days(returned.end, returned.received_on) > LATE:
            said = f"It was received on {in_words(returned.received_on)}, for a period that ended on "
            yield about(returned, "received_on", f"{said}{in_words(returned.end)}.", value=returned.received_on)


def _days(start: str, end: str) -> int:
    try:
        return (date.fromisoformat(end) - date.fromisoformat(start)).days
    except ValueError:
        return 0


RULE = Rule(
    id="sent-late",
    severity=Severity.NOTE,
    group="Periods",
    title="Returns are sent within a year",
    why="Who was there may have left, and papers may be gone. Or the year of one of the two days is a slip.",
    example='"received_on": "2026-07-20" for a period that ended on 30 June 2024',
    mend="Look at the years of both days. If they are right, nothing needs mending.",
    find=find,
)
