"""No line is worth more than the contract that it belongs to."""

from collections.abc import Iterator

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.check.wording import figure
from socialvalue.records import Severity, rows


def find(tables: Tables) -> Iterator[Hit]:
    lines = tables.worths
    for line in rows(lines[lines["worth"] > lines["contract"]]):
        said = f"The line is worth about £{int(line.worth):,}, more than the whole contract: £{int(line.contract):,}."
        yield at(line, "quantity", said, value=figure(line.quantity))


RULE = Rule(
    id="worth-more-than-contract",
    severity=Severity.WARNING,
    group="Plausibility",
    title="No line is worth more than the contract",
    why="What a contract brings beside its purpose seldom costs more than the contract. Most often a unit is wrong.",
    example="le2,2000000,gbp on a contract of £1,500,000",
    mend="Look at the quantity, its unit and contract_gbp in register/projects.csv.",
    find=find,
)
