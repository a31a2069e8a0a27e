"""The clock of this computer is not slow: by it a return that was made since would lie in the future."""

from collections.abc import Iterator

from socialvalue.check.rule import Hit, Rule
from socialvalue.check.tables import WRITTEN, Tables
from socialvalue.check.wording import in_words
from socialvalue.records import Severity


def find(tables: Tables) -> Iterator[Hit]:
    if tables.clock_is_slow:
        said = f"The clock of this computer says {in_words(tables.today)}."
        yield Hit(f"{said} It is slow: this program was not there before {in_words(WRITTEN)}.")


RULE = Rule(
    id="clock-right",
    severity=Severity.ERROR,
    group="The check itself",
    title="The computer's clock is right",
    why="A return is judged by the day of today: its period must be over. By a slow clock none would be.",
    example="a clock that says 1 January 1980",
    mend="Set the clock and run the check again.",
    find=find,
)
