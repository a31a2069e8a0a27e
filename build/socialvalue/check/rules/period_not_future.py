"""A return reports what was delivered, so its period is over."""

from collections.abc import Iterator

from socialvalue.check.rule import Hit, Rule, about
from socialvalue.check.tables import Tables
from socialvalue.check.wording import in_words
from socialvalue.records import Severity, rows


def find(tables: Tables) -> Iterator[Hit]:
    for returned in rows(tables["returns"]) if not tables.clock_is_slow else ():
        told = returned.received_on or returned.compiled_on
        column = "received_on" if returned.received_on else "compiled_on"
        if told > tables.today:
            yield about(returned, column, f"{in_words(told)} has not come yet.", "Correct the day.", value=told)
        elif told and returned.end[: len(told)] > told:
            said = f"The period ends on {in_words(returned.end)}, after the return was made ({in_words(told)})."
            yield about(returned, "period.end", said, value=returned.end)
        elif returned.end > tables.today:
            said = f"The period ends on {in_words(returned.end)}, which has not come yet."
            yield about(returned, "period.end", said, value=returned.end)


RULE = Rule(
    id="period-not-future",
    severity=Severity.ERROR,
    group="Periods",
    title="The period is over",
    why="A return is a record. What is still hoped for belongs in targets.csv.",
    example='"end": "2099-03-31"',
    mend="Wait until the period is over, or correct the day.",
    find=find,
)
