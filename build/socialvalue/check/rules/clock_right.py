"""The clock of this computer is not years slow: by it every return would lie in the future."""

from collections.abc import Iterator

from socialvalue.check.rule import Hit, Rule
from socialvalue.check.tables import Tables
from socialvalue.check.wording import in_words
from socialvalue.records import Severity


def find(tables: Tables) -> Iterator[Hit]:
    if tables.clock_is_slow:
        yield Hit(f"The clock of this computer says {in_words(tables.today)}, which is long past.")


RULE = Rule(
    id="clock-right",
    severity=Severity.ERROR,
    group="The check itself",
    title="The computer's clock is right",
    why="A return is judged by the day of today: its period must be over. By a clock that is years slow none would be.",
    example="a clock that says 1 January 1980",
    mend="Set the clock and run the check again.",
    find=find,
)
