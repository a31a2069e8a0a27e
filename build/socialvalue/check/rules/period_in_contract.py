"""A return reports days of the project's contract."""

from collections.abc import Iterator

from socialvalue.check.rule import Hit, Rule, about
from socialvalue.check.tables import Tables
from socialvalue.check.wording import in_words
from socialvalue.records import Severity, rows


def find(tables: Tables) -> Iterator[Hit]:
    contracts = tables["projects"].drop_duplicates("project").set_index("project")
    returns = tables["returns"].join(contracts[["contract_start", "contract_end"]], on="project")
    for returned in rows(returns[~returns["approximate"]].fillna("")):
        begins, ends = returned.contract_start, returned.contract_end
        if begins and "" < returned.start < begins:
            said = f"The period begins on {in_words(returned.start)}, before the contract does ({in_words(begins)})."
            yield about(returned, "period.start", said, value=returned.start)
        if ends and returned.end > ends:
            said = f"The period ends on {in_words(returned.end)}, after the contract does ({in_words(ends)})."
            yield about(returned, "period.end", said, value=returned.end)


RULE = Rule(
    id="period-in-contract",
    severity=Severity.ERROR,
    group="Periods",
    title="The period lies within the contract",
    why="What was done before or after a contract is not what the contract brought.",
    example='"end": "2026-03-31" for a contract that ended on 31 December 2025',
    mend="Correct the days. If the contract was extended, correct contract_end in register/projects.csv first.",
    find=find,
)
