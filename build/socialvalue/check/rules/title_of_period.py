"""The title of a return names no month or year outside its period."""

import re
from collections.abc import Iterator

from socialvalue.check.columns import quoted
from socialvalue.check.rule import Hit, Rule, about
from socialvalue.check.tables import Tables
from socialvalue.check.wording import in_words
from socialvalue.records import Severity, rows

MONTHS = {
    name: number
    for number, name in enumerate(
        (
            *("january", "february", "march", "april", "may", "june"),
            *("july", "august", "september", "october", "november", "december"),
        ),
        start=1,
    )
}
RANGE = re.compile(rf"\b({'|'.join(MONTHS)})\b.{{0,12}}?\b(?:to|until|-|–)\s+({'|'.join(MONTHS)})\b", re.IGNORECASE)
"""From one month to another: April to June."""


def find(tables: Tables) -> Iterator[Hit]:
    for returned in rows(tables["returns"]):
        named = RANGE.search(returned.title)
        if not named or not returned.start or not returned.end:
            continue
        first, last = (MONTHS[name.casefold()] for name in named.groups())
        if (first, last) != (int(returned.start[5:7]), int(returned.end[5:7])):
            days = f"{in_words(returned.start)} to {in_words(returned.end)}"
            said = f"The title says {quoted(named[0])}; the period is {days}."
            yield about(returned, "title", said, value=named[0])


RULE = Rule(
    id="title-of-period",
    severity=Severity.WARNING,
    group="Periods",
    title="The title says the months of the period",
    why="A descriptor that was copied from the last return keeps its title, or its days. Readers see the title.",
    example='"title": "North Road, January to March 2024" for April to June 2024',
    mend="Correct the title or the days, whichever was copied.",
    find=find,
)
