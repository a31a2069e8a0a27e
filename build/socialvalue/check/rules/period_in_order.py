"""The days of a return are days of the calendar, and its period begins before it ends."""

from collections.abc import Iterator
from datetime import date

from socialvalue.check.rule import Hit, Rule, about
from socialvalue.check.tables import Tables
from socialvalue.check.wording import in_words
from socialvalue.records import Severity, rows

DAYS = (
    ("start", "period.start"),
    ("end", "period.end"),
    ("received_on", "received_on"),
    ("compiled_on", "compiled_on"),
)


def find(tables: Tables) -> Iterator[Hit]:
    for returned in rows(tables["returns"]):
        right = True
        for name, column in DAYS:
            day = getattr(returned, name)
            if day and not _real(day):
                right = False
                yield about(returned, column, f'"{day}" is not a day of the calendar.', value=day)
        if right and returned.start and returned.end and returned.start > returned.end:
            said = f"The period ends on {in_words(returned.end)}, before it begins on {in_words(returned.start)}."
            yield about(returned, "period.end", said, value=returned.end)


def _real(day: str) -> bool:
    try:
        date.fromisoformat(day if len(day) > len("2026-11") else f"{day}-01")
    except ValueError:
        return False
    return True


RULE = Rule(
    id="period-in-order",
    severity=Severity.ERROR,
    group="Periods",
    title="The period has a beginning and an end, in that order",
    why="Everything is sorted and added up by period.",
    example='"end": "2024-06-31"',
    mend="Write the first and the last day as year-month-day, as in 2024-03-31.",
    find=find,
)
