"""The contractors that a list of projects names: by their numbers, and two of them in one cell."""

import pytest

from intake.lists import Desk

FIRMS = ["Ref", "Project", "Contractor", "Company number"]


def firms_of(register: Desk) -> dict[str, tuple[str, str]]:
    """The name and number of each contractor of a project in the list, by project and key."""
    firms = {row["organisation"]: (row["name"], row["identifier"]) for row in register.rows("organisations")}
    linked = [row for row in register.rows("project-organisations") if row["project"].startswith("z")]
    return {f"{row['project']}/{row['organisation']}": firms[row["organisation"]] for row in linked}


def test_two_contractors_of_one_name_are_told_apart_by_number(register: Desk) -> None:
    """The number of a contractor is its identifier, as in a list of organisations; the list again writes nothing."""
    two = [FIRMS, ["z1", "School A", "Acme Ltd", "1111111"], ["z2", "School B", "Acme Ltd", "02222222"]]
    for _ in range(2):
        register.bring(("Projects", two))
        assert firms_of(register) == {
            "z1/acme-ltd": ("Acme Ltd", "GB-COH-01111111"),
            "z2/acme-ltd-2": ("Acme Ltd", "GB-COH-02222222"),
        }
    assert register.bring(("Projects", two)).tables == []
    unnumbered = [FIRMS, ["z3", "School C", "Acme Ltd", ""]]
    register.bring(("Projects", unnumbered))
    assert list(register.open) == ["cell:Projects!C2"]


def test_one_contractor_of_two_projects_is_one_and_gets_its_number(register: Desk) -> None:
    """One number is one firm, however it is called; one that stood without a number gets it, and that is told."""
    register.bring(("Projects", [FIRMS[:3], ["z1", "School A", "Acme Ltd"]]))
    found = register.bring(
        ("Projects", [FIRMS, ["z1", "School A", "ACME Limited", "1111111"], ["z2", "School B", "Acme UK", "1111111"]])
    )
    number = ("Acme Ltd", "GB-COH-01111111")
    assert firms_of(register) == {"z1/acme-ltd": number, "z2/acme-ltd": number}
    assert [each.cells for each in found.changed] == [{"identifier": ("", "GB-COH-01111111")}]


def test_suppliers_parted_by_a_semicolon_are_two(register: Desk) -> None:
    """Each is asked about as others are, and has the number that stands in its place; one number for two is none."""
    rows = [
        ["z1", "School A", "Care Co; Helping Hands CIC", "1111111; 2222222"],
        ["z2", "School B", "Smith, Jones and Co", "3333333"],
        ["z3", "School C", "Care Co;Other Co", "1111111"],
    ]
    found = register.bring(("Projects", [FIRMS, *rows]))
    assert firms_of(register) == {
        "z1/care-co": ("Care Co", "GB-COH-01111111"),
        "z1/helping-hands-cic": ("Helping Hands CIC", "GB-COH-02222222"),
        "z2/smith-jones-and-co": ("Smith, Jones and Co", "GB-COH-03333333"),
        "z3/care-co": ("Care Co", "GB-COH-01111111"),
        "z3/other-co": ("Other Co", ""),
    }
    assert [each.why for each in found.left_out] == ["it can't be told which contractor each number is of"]
    register.bring(("Projects", [FIRMS[:3], ["z4", "School D", "Care Coo; Third Co"]]))
    assert list(register.open) == ["organisation:care-coo"]


def test_a_contractor_without_a_number_above_two_of_its_name_is_asked_about(register: Desk) -> None:
    """Which of them it is nobody can tell."""
    rows = [["z1", "School A", "Acme Ltd", ""], ["z2", "School B", "Acme Limited", "1111111"]]
    more = ["z3", "School C", "Acme Ltd", "02222222"]
    register.bring(("Projects", [FIRMS, *rows, more]))
    assert list(register.open) == ["cell:Projects!C2"]
    assert firms_of(register) == {}
    register.bring(("Projects", [FIRMS, *rows, more]), **{"cell__Projects!C2": "02222222"})
    firms = firms_of(register)
    assert firms["z1/acme-ltd"] == firms["z3/acme-ltd"] == ("Acme Ltd", "GB-COH-02222222")
    assert firms["z2/acme-limited"] == ("Acme Limited", "GB-COH-01111111")


def test_one_more_firm_of_a_name_without_a_number_is_none_of_those_with_one(register: Desk) -> None:
    """What is answered to be another firm stays without a number, also when those with one are read."""
    names = ["", "1111111", "02222222"]
    rows = [[f"z{at}", f"School {at}", "Acme Ltd", number] for at, number in enumerate(names, start=1)]
    register.settle(("Projects", [FIRMS, *rows]), said={"cell": -1, "number": -1})
    assert sorted(number for _, number in firms_of(register).values()) == ["", "GB-COH-01111111", "GB-COH-02222222"]


def test_one_number_is_the_one_of_a_name_without(register: Desk) -> None:
    """No question where there is one firm of that name."""
    register.bring(("Projects", [FIRMS, ["z1", "School A", "Acme Ltd", ""], ["z2", "School B", "Acme Ltd", "1111111"]]))
    assert list(register.open) == []
    assert {number for _, number in firms_of(register).values()} == {"GB-COH-01111111"}


LISTED = [FIRMS, ["z1", "School A", "Acme Ltd", "01111111"], ["z2", "School B", "Bolt Ltd", "02222222"]]
BOLT = "GB-COH-02222222"


@pytest.mark.parametrize("rows", [[["Acme Ltd", "2222222"]], [["Acme Ltd", "2222222"], ["Bolt Ltd", "1111111"]]])
def test_a_firm_with_the_number_of_another_is_asked_about(register: Desk, rows: list[list[str]]) -> None:
    """A slip in a number renames nobody, and numbers that were swapped swap no names."""
    register.bring(("Projects", LISTED))
    before = register.rows("organisations")
    register.bring(("Firms", [["Supplier", "Company number"], *rows]))
    assert list(register.open) == [f"row:Firms!{at}" for at, _ in enumerate(rows, start=2)]
    assert [each.value for each in register.open["row:Firms!2"].choices] == ["bolt-ltd", "acme-ltd", "new"]
    assert register.rows("organisations") == before


def test_a_number_beside_a_name_that_nobody_has_is_a_renaming(register: Desk) -> None:
    """The number says which firm it is."""
    register.bring(("Projects", LISTED))
    register.bring(("Firms", [["Supplier", "Company number"], ["Bolt and Sons Ltd", "2222222"]]))
    assert list(register.open) == []
    assert {row["identifier"]: row["name"] for row in register.rows("organisations")}[BOLT] == "Bolt and Sons Ltd"


def test_a_contractor_with_the_number_of_another_is_asked_about_once(register: Desk) -> None:
    """Which firm a project is linked with is answered once for all its cells; no number moves."""
    register.bring(("Projects", LISTED))
    more = ("Projects", [FIRMS, *([f"z{at}", f"School {at}", "Acme Ltd", "2222222"] for at in (3, 4))])
    register.bring(more)
    assert list(register.open) == ["number:gb-coh-02222222-acme-ltd"]
    assert "the number of Bolt Ltd (bolt-ltd)" in register.open["number:gb-coh-02222222-acme-ltd"].words
    left = register.bring(more, **{"number:gb-coh-02222222-acme-ltd": "leave-out"}).left_out
    assert [each.why for each in left] == ["as answered", "as answered"]
    register.bring(more, **{"number:gb-coh-02222222-acme-ltd": "acme-ltd"})
    firms = firms_of(register)
    assert firms["z3/acme-ltd"] == firms["z4/acme-ltd"] == ("Acme Ltd", "GB-COH-01111111")
