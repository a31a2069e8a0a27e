"""Hours times attendees are neither below the number of people nor more than they have hours for."""

from collections.abc import Iterator

import pandas as pd

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.check.wording import figure
from socialvalue.domain.years import days_of
from socialvalue.records import MILLION, Severity, rows

HOURS_A_WEEK = 40


def find(tables: Tables) -> Iterator[Hit]:
    lines = tables.lines
    lines = lines[(lines["unit"] == "hours_x_attendees") & lines["headcount"].gt(0) & lines["quantity"].gt(0)]
    if lines.empty:
        return
    hours = lines["quantity"].astype("Float64") / MILLION
    people = lines["headcount"].astype("Float64")
    yield from _each(lines[hours < people], "is less than an hour for each person")
    most = people * HOURS_A_WEEK * (days_of(lines) / 7).clip(lower=1)
    yield from _each(lines[(hours > most).fillna(False)], f"is more than {HOURS_A_WEEK} hours a week for each person")


def _each(lines: pd.DataFrame, words: str) -> Iterator[Hit]:
    for line in rows(lines):
        yield at(line, "quantity", f"{figure(line.quantity)} {words}.", value=figure(line.quantity))


RULE = Rule(
    id="hours-times-attendees",
    severity=Severity.WARNING,
    group="Quantities",
    title="Hours times attendees are plausible",
    why="A session of 2 hours for 8 people is 16. The classic slip is to give the 2, or to multiply twice.",
    example="fw2,2,hours_x_attendees,8",
    mend="Multiply the hours of each session by the people who came, and add these up.",
    find=find,
)
