"""The same job is not reported by two tiers of the supply chain."""

from socialvalue.check.clauses.clause import Clause, Clauses
from socialvalue.check.rule import Rule
from socialvalue.records import YEARS_OF_WORK, Severity

PEOPLE = ", ".join(f'"{unit}"' for unit in (*YEARS_OF_WORK, "headcount", "jobs", "placements", "weeks"))
ENOUGH = "quantity >= 3"
"""Below this, the same number from two organisations says nothing."""

RULE = Rule(
    id="two-tiers",
    severity=Severity.WARNING,
    group="Places and organisations",
    title="The same job is not reported by two tiers",
    why="A subcontractor's apprentice may stand in its own list and in the main contractor's.",
    example="le1,5.25 from the main contractor and le1,5.25 from a subcontractor",
    mend="Keep the line of the organisation that employs them. If they are others, say so in {the_note}.",
    find=Clauses(
        Clause(
            "lines",
            "tier",
            among=f"given(tier) and empty(part_of) and {ENOUGH} and unit in ({PEOPLE})",
            alike=("measure", "quantity", "unit", "headcount", "area"),
            when="nth() > 0 and not earlier(tier)",
            names=(("other", "of_first(row)"),),
            say="Row {other} reports the same from another tier.",
            value="{tier}",
        ),
    ),
)
