"""The day until which security.txt holds has not passed."""

from collections.abc import Iterator

from socialvalue.check.rule import Hit, Rule
from socialvalue.check.tables import Tables
from socialvalue.check.wording import in_words
from socialvalue.records import Severity


def find(tables: Tables) -> Iterator[Hit]:
    day = tables.settings.security_expires
    if day and day < tables.today:
        said = f"The site's security.txt held until {in_words(day)}, which has passed."
        yield Hit(said, "", "", "authority.toml", None, "security_expires", day)


RULE = Rule(
    id="security-not-over",
    severity=Severity.WARNING,
    group="The check itself",
    title="The address for security reports still holds",
    why="Who finds a weakness reads in security.txt whom to tell. Programs pass over a file whose day has passed.",
    example='security_expires = "2026-11-30", on 1 December 2026',
    mend="See whether the contact still answers, then write a day within a year in data/authority.toml.",
    find=find,
)
