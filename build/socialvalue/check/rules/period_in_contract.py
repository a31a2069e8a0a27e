"""A return reports days of the project's contract."""

from socialvalue.check.clauses.clause import Clause, Clauses
from socialvalue.check.rule import Rule
from socialvalue.records import Severity

RULE = Rule(
    id="period-in-contract",
    severity=Severity.ERROR,
    group="Periods",
    title="The period lies within the contract",
    why="What was done before or after a contract is not what the contract brought.",
    example='"end": "2026-03-31" for a contract that ended on 31 December 2025',
    mend="Correct the days. If the contract was extended, {the_contract_end_first}.",
    find=Clauses(
        Clause(
            "returns",
            "period.start",
            when="not approximate and given(contract_start) and given(start) and start < contract_start",
            say="The period begins on {start:day}, before the contract does ({contract_start:day}).",
            value="{start}",
        ),
        Clause(
            "returns",
            "period.end",
            when="not approximate and given(contract_end) and end > contract_end",
            say="The period ends on {end:day}, after the contract does ({contract_end:day}).",
            value="{end}",
        ),
    ),
)
