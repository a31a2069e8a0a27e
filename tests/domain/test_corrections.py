"""What a correction or a withdrawal says of itself. Everything here is invented."""

import pytest

from socialvalue.domain.corrections import corrected, next_folder, raised, withdrawn

OLD = {
    "name": "road-2025-q3",
    "title": "Road, July to September 2025",
    "version": "1.0.0",
    "basis": "submitted",
    "received_on": "2025-10-04",
    "attestations": {"only_this_contract_and_period": True, "commitment_of_this_contract": True},
}
COMPILED = {**OLD, "basis": "compiled"}
WHY = ("road", "2025-q3", " Two figures were swapped. ", "2025-12-01")


@pytest.mark.parametrize(
    ("name", "correction", "withdrawal"),
    [
        ("2025-q3", "2025-q3-correction-1", "2025-q3-withdrawal-1"),
        ("2025-q3-correction-1", "2025-q3-correction-2", "2025-q3-withdrawal-2"),
        ("2025-q3-withdrawal-9", "2025-q3-correction-10", "2025-q3-withdrawal-10"),
        ("2025-q3-correction-10", "2025-q3-correction-11", "2025-q3-withdrawal-11"),
        ("a-correction-of-1", "a-correction-of-1-correction-1", "a-correction-of-1-withdrawal-1"),
    ],
)
def test_each_step_has_the_next_number(name: str, correction: str, withdrawal: str) -> None:
    """The first is 1, and what replaces a correction or a withdrawal goes on from its number."""
    assert (next_folder(name), next_folder(name, "withdrawal")) == (correction, withdrawal)


@pytest.mark.parametrize(
    ("version", "next_one"), [("1.0.0", "1.1.0"), ("2.9.4", "2.10.0"), ("3", "3.1.0"), ("1.x.0", "1.1.0")]
)
def test_a_correction_raises_the_middle_number(version: str, next_one: str) -> None:
    """What is no version becomes the first that is above 1.0.0."""
    assert raised(version) == next_one


def test_a_correction_of_what_was_sent_is_received_and_attested_anew() -> None:
    """Nobody has attested to the new figures yet. What was compiled has no sender, and keeps its days."""
    found = corrected(OLD, *WHY)
    assert found["received_on"] == "2025-12-01"
    assert found["attestations"] == {"only_this_contract_and_period": False, "commitment_of_this_contract": False}
    assert (found["name"], found["supersedes"]) == ("road-2025-q3-correction-1", "2025-q3")
    assert (found["title"], found["reason"]) == (f"{OLD['title']}, corrected", "Two figures were swapped.")
    assert corrected({**OLD, "withdraws": True}, *WHY).get("withdraws") is None
    assert corrected(COMPILED, *WHY)["received_on"] == "2025-10-04"


def test_a_withdrawal_of_what_was_sent_is_received_anew_and_attests_nothing() -> None:
    """It has no lines to attest to."""
    found = withdrawn({**OLD, "title": f"{OLD['title']}, corrected"}, *WHY)
    assert (found["received_on"], found["withdraws"]) == ("2025-12-01", True)
    assert (found["name"], found["title"]) == ("road-2025-q3-withdrawal-1", f"{OLD['title']}, withdrawn")
    assert "attestations" not in found
    assert withdrawn(COMPILED, *WHY)["received_on"] == "2025-10-04"


def test_both_tables_are_listed_once() -> None:
    """What the old descriptor lists stays as it is, and what it lacks or lists badly is added."""
    lines, both = {"name": "lines", "path": "lines.csv", "note": "x"}, {"name": "evidence", "path": "evidence.csv"}
    assert corrected({**OLD, "resources": [lines]}, *WHY)["resources"] == [lines, both]
    for odd in (None, "lines", [7]):
        assert [each["name"] for each in corrected({**OLD, "resources": odd}, *WHY)["resources"]] == [
            "lines",
            "evidence",
        ]
