"""What a list of projects leaves unsaid and a first return needs; days of the contract, or of the works."""

from dataclasses import replace

import pytest

from intake.lists import Desk

HEADS = ["Ref", "Project", "Contract value"]
SITE = ["p1", "New Hall", "5"]


def row_of(register: Desk, key: str = "p1") -> dict[str, str]:
    return next(row for row in register.rows("projects") if row["project"] == key)


def test_the_only_framework_and_its_only_edition_are_filled_in_and_said(register: Desk) -> None:
    """A first return needs both; a row that stands keeps its own, and the list again writes nothing."""
    one = {**register.source.frameworks["example-open"], "version": "2024.1"}
    register.source = replace(register.source, frameworks={"example-open": one})
    found = register.bring(("Projects", [HEADS, SITE]))
    assert (row_of(register)["framework"], row_of(register)["edition"]) == ("example-open", "2024.1")
    assert [said.partition(":")[2] for said in found.remarks] == [
        " framework example-open in 1 new row: there is no other.",
        " edition 2024.1 in 1 new row: of example-open there is no other.",
    ]
    assert register.bring(("Projects", [HEADS, SITE])).tables == []


def test_of_two_frameworks_or_editions_none_is_taken_in_silence(register: Desk) -> None:
    """Each is asked about once for all rows; without an answer both stay empty."""
    one = register.source.frameworks["example-open"]
    register.source = replace(register.source, frameworks={"example-open": one, "other": {"version": "3"}})
    register.bring(("Projects", [HEADS, SITE]))
    assert (row_of(register)["framework"], row_of(register)["edition"]) == ("", "")
    assert "projects.framework" in register.asked
    register.bring(("Projects", [HEADS, ["p2", "Old Hall", "6"]]), **{"projects.framework": "other"})
    assert (row_of(register, "p2")["framework"], row_of(register, "p2")["edition"]) == ("other", "3")
    newer = {"example-open": {**one, "version": "2025.1"}}
    values = register.source.tables["unit-values"]
    tables = {**register.source.tables, "unit-values": values.assign(edition="2024.1")}
    register.source = replace(register.source, frameworks=newer, tables=tables)
    register.bring(("Projects", [HEADS, ["p3", "Third Hall", "7"]]))
    assert (row_of(register, "p3")["framework"], row_of(register, "p3")["edition"]) == ("example-open", "")
    assert [each.value for each in register.asked["projects.edition:example-open"].choices[:2]] == ["2024.1", "2025.1"]


def test_who_runs_the_projects_is_asked_and_may_be_the_publisher(register: Desk) -> None:
    """One question for all new rows. Without an answer it stays empty; a new name gets a row."""
    register.bring(("Projects", [HEADS, SITE]))
    assert row_of(register)["promoter"] == ""
    settings = replace(register.source.settings, publisher="Exampleshire Borough")
    register.source = replace(register.source, settings=settings)
    register.bring(("Projects", [HEADS, ["p2", "Old Hall", "6"]]), **{"projects.promoter": "publisher"})
    assert row_of(register, "p2")["promoter"] == "exampleshire-borough"
    assert register.rows("organisations")[-1]["name"] == "Exampleshire Borough"


@pytest.mark.parametrize(
    ("heads", "asked", "filled"),
    [
        (["Contract ref", "Contract title", "Start date", "End date"], False, ("contract_start", "contract_end")),
        (["Ref", "Title", "Supplier", "Start", "End"], True, ("start", "completion")),
        (["Ref", "Project", "Start", "End"], False, ("start", "completion")),
        (["Ref", "Contract", "Start on site", "Practical completion"], False, ("start", "completion")),
    ],
)
def test_start_and_end_of_a_list_of_contracts_are_those_of_the_contract(
    heads: list[str], asked: bool, filled: tuple[str, str], register: Desk
) -> None:
    """A contract says so in its name or its reference; where only a contractor hints at it, somebody has to say."""
    row = ["p1", "New Hall", *(["First Ltd"] if "Supplier" in heads else []), "01/04/2026", "31/03/2028"]
    register.bring(("List", [heads, row]))
    days = {column: row_of(register)[column] for column in ("start", "completion", "contract_start", "contract_end")}
    assert {column for column, day in days.items() if day} == set(filled)
    assert days[filled[1]] == "2028-03-31"
    assert ("days:list" in register.asked) is asked


def test_a_list_that_only_hints_at_contracts_has_days_of_the_contract_as_answered(register: Desk) -> None:
    """The other answer."""
    heads = ["Ref", "Title", "Supplier", "Start", "End"]
    row = ["p1", "New Hall", "First Ltd", "01/04/2026", "31/03/2028"]
    register.bring(("List", [heads, row]), days__list="contract")
    assert (row_of(register)["contract_end"], row_of(register)["completion"]) == ("2028-03-31", "")
