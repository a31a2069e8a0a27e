"""A submitted return carries both attestations; a compiled one says when it was compiled, and attests nothing."""

from collections.abc import Iterator

from socialvalue.check.rule import Hit, Rule, about
from socialvalue.check.tables import Tables
from socialvalue.records import Severity, rows

ATTESTATIONS = (
    (
        "only_this_contract",
        "attestations.only_this_contract_and_period",
        "that it holds this contract and period alone",
    ),
    ("of_this_contract", "attestations.commitment_of_this_contract", "that each line is a commitment of this contract"),
)


def find(tables: Tables) -> Iterator[Hit]:
    for returned in rows(tables["returns"]):
        if returned.withdraws:
            continue  # it says nothing that could be another contract's
        if returned.basis == "submitted":
            for given, key, words in ATTESTATIONS:
                if not getattr(returned, given):
                    yield about(returned, key, f"The submitter does not declare {words}.")
        elif returned.basis == "compiled":
            if "attestations" in tables.descriptors.get(returned.owner, {}):
                mend = "Take the attestations away: whoever compiled it cannot give them."
                yield about(returned, "attestations", "A compiled return has attestations.", mend)
            if not returned.compiled_on:
                mend = "Add compiled_on with the month or the day, as in 2026-11."
                yield about(returned, "compiled_on", "A compiled return does not say when it was compiled.", mend)


RULE = Rule(
    id="attested",
    severity=Severity.ERROR,
    group="Attestations and privacy",
    title="Both attestations are given, or the basis says why not",
    why="Two projects may each tell of the same apprentices, and a firm may tell of what it does anyway. The "
    "attestations say that this return does neither.",
    example='"only_this_contract_and_period": false',
    mend="Set it to true if that is so. If it is not, take out what belongs to other contracts or periods first.",
    find=find,
)
