"""What an edition in use says is recorded, so that a change is seen also where there is no git."""

from collections.abc import Iterator

from socialvalue.check.rule import Hit, Rule
from socialvalue.check.tables import Tables
from socialvalue.domain.edition_words import unrecorded_words
from socialvalue.domain.editions_in_use import by_returns, late, unrecorded
from socialvalue.records import Severity


def find(tables: Tables) -> Iterator[Hit]:
    if not tables.compared:  # nobody asked what was before
        return
    current, reported = tables.editions, by_returns(tables["returns"])
    known = late(tables.frames, current)
    found = {
        ("adjustments", each.deduction.owner, each.deduction.adjustment) for each in known
    }  # by deduction-recorded
    lacking = [
        row for row in unrecorded(tables.frames, current) if (row["table"], row["owner"], row["name"]) not in found
    ]
    for framework, edition in dict.fromkeys((row["owner"], row["edition"]) for row in lacking):
        many = sum((row["owner"], row["edition"]) == (framework, edition) for row in lacking)
        rows = "1 row is" if many == 1 else f"{many:,} rows are"
        who = "Returns" if (framework, edition) in reported else "Promises"
        said = f"{who} use edition {edition}, and {rows} not recorded in editions.csv yet."
        yield Hit(said, "", framework, f"frameworks/{framework}/datapackage.json")
    said_now = {(cell.framework, cell.table, cell.name) for cell in unrecorded_words(tables.frames, current)}
    for framework in sorted({framework for framework, *_ in said_now} - {row["owner"] for row in lacking}):
        many = sum(named[0] == framework for named in said_now)
        which = "1 of its measures and units" if many == 1 else f"{many:,} of its measures and units"
        who = "Returns" if framework in {name for name, _ in reported} else "Promises"
        said = f"{who} use this framework, and the words of {which} are not recorded in edition-words.csv yet."
        yield Hit(said, "", framework, f"frameworks/{framework}/datapackage.json")


RULE = Rule(
    id="edition-recorded",
    severity=Severity.WARNING,
    group="History",
    title="What an edition in use says is recorded",
    why="Without it a change of a value is only seen where git knows what was published before.",
    example="a first return of edition 2024.1, and no editions.csv beside measures.csv",
    mend="If an error says what is wrong with this edition, mend that first. Then whoever keeps the site runs "
    "socialvalue record and adds what it writes to this change.",
    find=find,
)
