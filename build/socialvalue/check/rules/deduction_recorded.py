"""A deduction that returns are counted by is recorded with their edition: added later, it would move their figures."""

from collections.abc import Iterator

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.domain.editions import late
from socialvalue.records import Severity


def find(tables: Tables) -> Iterator[Hit]:
    known = tables.published_returns if tables.before is not None else frozenset()
    for deduction, edition, returns in late(tables.frames):
        if not returns & known:  # edition-unchanged tells of one that moves what was published
            many = "1 return is" if len(returns) == 1 else f"{len(returns):,} returns are"
            said = f"Edition {edition} was recorded without {deduction.adjustment}, and {many} counted by it now."
            yield at(deduction, "", said)


RULE = Rule(
    id="deduction-recorded",
    severity=Severity.ERROR,
    group="History",
    title="A deduction for some projects is recorded before it counts",
    why="A deduction that is added to an edition in use moves figures that may have been published without it.",
    example="a deduction for one project, beside returns of it and an editions.csv that does not know it",
    mend="If one of these figures was published, take the deduction away, or write the edition that it is for into its "
    "column edition. If none was, whoever keeps the site runs socialvalue record --deductions, which says what moves.",
    find=find,
)
