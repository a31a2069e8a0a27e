"""A submitted return carries both attestations; a compiled one says when it was compiled, and attests nothing."""

from socialvalue.check.clauses.clause import Clause, Clauses
from socialvalue.check.rule import Rule
from socialvalue.records import Severity

RULE = Rule(
    id="attested",
    severity=Severity.ERROR,
    group="Attestations and privacy",
    title="Both attestations are given, or the basis says why not",
    why="Two projects may each tell of the same apprentices, and a firm may tell of what it does anyway. The "
    "attestations say that this return does neither.",
    example='"only_this_contract_and_period": false',
    mend="{say_so} If it is not, take out what belongs to other contracts or periods first.",
    find=Clauses(
        Clause(
            "returns",
            "attestations.only_this_contract_and_period",
            when='not withdraws and basis == "submitted" and not only_this_contract',
            say="The submitter does not declare that it holds this contract and period alone.",
        ),
        Clause(
            "returns",
            "attestations.commitment_of_this_contract",
            when='not withdraws and basis == "submitted" and not of_this_contract',
            say="The submitter does not declare that each line is a commitment of this contract.",
        ),
        Clause(
            "returns",
            "attestations",
            when='not withdraws and basis == "compiled" and has_attestations',
            say="A compiled return has attestations.",
            mend="Take the attestations away: whoever compiled it cannot give them.",
        ),
        Clause(
            "returns",
            "compiled_on",
            when='not withdraws and basis == "compiled" and empty(compiled_on)',
            say="A compiled return does not say when it was compiled.",
            mend="Add compiled_on with the month or the day, as in 2026-11.",
        ),
    ),
)
