"""A deduction that figures are counted by is recorded with their edition: added later, it would move their figures."""

from collections.abc import Iterator

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.domain.editions_in_use import Late, late
from socialvalue.how_many import many
from socialvalue.records import Checked, Severity


def find(tables: Tables) -> Iterator[Hit]:
    before = tables.before
    returns, targets = (frozenset(), frozenset()) if before is None else (tables.published_returns, _promised(before))
    for each in late(tables.frames, tables.editions):
        # edition-unchanged tells of one that moves what was published
        if not (each.returns & returns or each.targets & targets):
            said = f"Edition {each.edition} was recorded without {each.deduction.adjustment}, and {_counted(each)} now."
            yield at(each.deduction, "", said)


def _promised(before: Checked) -> frozenset[str]:
    return frozenset(before.tables["targets"]["target"])


def _counted(each: Late) -> str:
    """1 return and 2 promises are counted by it."""
    named = ((len(each.returns), "return"), (len(each.targets), "promise"))
    said = " and ".join(many(count, word) for count, word in named if count)
    return f"{said} {'is' if len(each.returns) + len(each.targets) == 1 else 'are'} counted by it"


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
