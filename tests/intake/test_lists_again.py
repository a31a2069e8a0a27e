"""The same list a second time writes nothing; a row that may be another is a question, never a new one in silence."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.lists import Desk, desk
from socialvalue.records import Checked, Source

PROMISES = ["Project", "Measure", "Target", "Unit", "Due"]
SITES = ["Site name", "District", "No. of dwellings"]
PROJECTS = ["Ref", "Project", "District", "Contract value"]


def promise(quantity: str, due: str, unit: str = "weeks") -> list[str]:
    return ["skills-centre", "fw1", quantity, unit, due]


def test_promises_of_two_days_are_two_and_stay_two(register: Desk) -> None:
    """Project, measure and due day tell a promise; a third year beside two that are known is one more."""
    two = [PROMISES, promise("4", "31/03/2026"), promise("6", "31/03/2027")]
    assert len(register.bring(("Targets", two)).new["targets"]) == 2
    assert [register.bring(("Targets", two)).tables for _ in range(2)] == [[], []]
    three = [*two, promise("7", "31/03/2028")]
    assert len(register.bring(("Targets", three)).new["targets"]) == 1
    assert [row["quantity"] for row in register.rows("targets") if row["measure"] == "fw1"][-3:] == ["4", "6", "7"]


@pytest.mark.parametrize(("answer", "many"), [("one", 1), ("two", 2)])
def test_a_promise_that_stands_twice_is_asked_about(register: Desk, answer: str, many: int) -> None:
    """Two rows that say the same are one promise, or two; the list again writes nothing."""
    twice = ("Targets", [PROMISES, promise("4", "31/03/2026"), promise("4", "31/03/2026")])
    register.bring(twice)
    [key] = register.open
    assert (key, register.open[key].words.endswith("stands in the list twice, and says the same.")) == (
        "twice:skills-centre-fw1",
        True,
    )
    found = register.bring(twice, **{key: answer})
    assert len(found.new["targets"]) == many
    assert register.bring(twice, **({key: answer} if many == 1 else {})).tables == []
    assert register.open == {}


@pytest.mark.parametrize(
    ("answer", "quantities", "replaces"), [("moved", ["4", "5"], 1), ("copied", ["5"], 0), ("another", ["4", "5"], 0)]
)
def test_a_promise_that_says_otherwise_is_asked_about(
    register: Desk, answer: str, quantities: list[str], replaces: int
) -> None:
    """Its number, or its day. What was answered holds, and the list again writes nothing."""
    register.bring(("Targets", [PROMISES, promise("4", "31/03/2026")]))
    again = ("Targets", [PROMISES, promise("5", "31/03/2026")])
    register.bring(again)
    [key] = register.open
    assert key == "promise:skills-centre-fw1"
    register.bring(again, **{key: answer})
    mine = [row for row in register.rows("targets") if row["project"] == "skills-centre" and row["measure"] == "fw1"]
    assert [row["quantity"] for row in mine] == quantities
    assert len([row for row in mine if row["replaces"]]) == replaces
    assert not register.bring(again).tables
    assert not register.open


def test_a_day_that_is_not_known_yet_is_filled_in_and_another_day_is_a_question(register: Desk) -> None:
    """A list without the column says nothing of days; one with another day may mean another promise."""
    register.bring(("Targets", [PROMISES[:4], promise("4", "")[:4]]))
    assert register.bring(("Targets", [PROMISES, promise("4", "31/03/2026")])).tables == ["targets"]
    assert not register.bring(("Targets", [PROMISES[:4], promise("4", "")[:4]])).tables
    assert not register.open
    register.bring(("Targets", [PROMISES, promise("4", "31/03/2027")]))
    assert list(register.open) == ["promise:skills-centre-fw1"]


DEPOTS = [SITES, ["Former Depot", "Northtown", "10"], ["Former Depot", "Southtown", "20"]]


def test_two_sites_of_one_name_keep_their_rows(register: Desk) -> None:
    """Asked once whether they are one; then each stays what it is, in whichever order the list comes."""
    register.bring(("Sites", DEPOTS))
    assert list(register.open) == ["twice:former-depot"]
    found = register.bring(("Sites", DEPOTS), **{"twice:former-depot": "two"})
    assert found.new["sites"] == ["former-depot", "former-depot-2"]
    before = register.rows("sites")
    for again in (DEPOTS, [SITES, DEPOTS[2], DEPOTS[1]]):
        assert not register.bring(("Sites", again)).tables
        assert not register.open
    changed = register.bring(("Sites", [SITES, DEPOTS[1], ["Former Depot", "Southtown", "25"]]))
    assert [(each.key, each.cells["homes"]) for each in changed.changed] == [("former-depot-2", ("20", "25"))]
    assert register.rows("sites")[: len(before) - 1] == before[:-1]


def test_a_row_that_fits_two_is_a_question(register: Desk) -> None:
    """And so is one of a known name in another district: the same that moved, or another."""
    register.bring(("Sites", DEPOTS), **{"twice:former-depot": "two"})
    register.bring(("Sites", [["Site name", "Units"], ["Former Depot", "30"]]))
    [question] = register.open.values()
    assert question.key == "row:Sites!2"
    assert [choice.value for choice in question.choices] == ["former-depot", "former-depot-2", "new"]
    found = register.bring(
        ("Sites", [["Site name", "Units"], ["Former Depot", "30"]]), **{"row:Sites!2": "former-depot-2"}
    )
    assert [each.key for each in found.changed] == ["former-depot-2"]
    register.bring(("Sites", [SITES, ["West Field (invented)", "Southtown", "300"]]))
    assert list(register.open) == ["row:Sites!2"]


HALLS = [PROJECTS, ["NCC/1", "Village Hall", "Northtown", "100000"], ["NCC/2", "Village Hall", "Southtown", "200000"]]


def test_a_reference_is_the_key_of_its_row(register: Desk) -> None:
    """Two projects of one name stay two by it, without a question; nothing of one comes to the other."""
    assert register.bring(("Projects", HALLS)).new["projects"] == ["ncc-1", "ncc-2"]
    for again in (HALLS, [HALLS[0], HALLS[2], HALLS[1]]):
        assert not register.bring(("Projects", again)).tables
    assert [row["contract_gbp"] for row in register.rows("projects")[-2:]] == ["100000", "200000"]
    assert [row["project"] for row in register.rows("project-areas")[-2:]] == ["ncc-1", "ncc-2"]


def test_two_projects_of_one_name_and_no_reference(register: Desk) -> None:
    """Places alone make it a question, too; a promise that names one of the two is one."""
    halls = [row[1:] for row in HALLS]
    register.bring(("Projects", halls))
    assert list(register.open) == ["twice:village-hall"]
    register.bring(("Projects", halls), **{"twice:village-hall": "two"})
    assert not register.bring(("Projects", halls)).tables
    register.bring(("Targets", [PROMISES, ["Village Hall", "fw1", "4", "weeks", ""]]))
    assert list(register.open) == ["cell:Targets!A2"]


def test_a_reference_that_the_register_lacks_is_asked_about_where_two_may_be_meant(register: Desk) -> None:
    """One row of the name and one in the list are the same; a second one is a question, whose answer is kept."""
    register.bring(("Projects", [PROJECTS[1:], HALLS[1][1:]]))
    assert not register.bring(("Projects", HALLS[:2])).new
    register.bring(("Projects", HALLS))
    assert list(register.open) == ["row:ncc-1", "row:ncc-2"]
    assert all(question.kept for question in register.open.values())
    found = register.bring(("Projects", HALLS), **{"row:ncc-1": "village-hall", "row:ncc-2": "new"})
    assert found.new["projects"] == ["ncc-2"]


def test_firms_of_one_name_are_told_apart_by_their_numbers(register: Desk) -> None:
    """Ltd and Limited are one name; another number is a question; a number that can be none is one, too."""
    heads = ["Supplier name", "Company number", "Type"]
    register.bring(("Firms", [heads, ["Acme Ltd", "1234567", "contractor"]]))
    assert not register.bring(("Firms", [heads, ["ACME LIMITED", "01234567", "contractor"]])).new
    register.bring(("Firms", [heads, ["Acme Ltd", "7654321", "contractor"]]))
    assert list(register.open) == ["row:Firms!2"]
    register.bring(("Firms", [heads, ["New Ltd", "12AB", "contractor"], ["Scot Ltd", "SC123456", "contractor"]]))
    assert list(register.open) == ["cell:Firms!B2"]


def test_columns_decide_which_table_a_sheet_is(register: Desk) -> None:
    """Whatever its name; where they fit two alike it is a question, and an answer always holds."""
    for homes in ("No. of dwellings", "Number of dwellings", "Units", "Homes"):
        found = register.bring(("Projects", [["Site", "District", homes], ["A Field", "Northtown", "5"]]))
        assert [each.table for each in found.listings] == ["sites"], homes
    both = ("Sites", [["Site name", "District"], ["A Field", "Northtown"]])
    register.bring(both)
    assert list(register.open) == ["table:sites"]
    assert [each.table for each in register.bring(both, **{"table:sites": "sites"}).listings] == ["sites"]
    assert [each.table for each in register.bring(("Sites", DEPOTS), **{"table:sites": "projects"}).listings] == [
        "projects"
    ]


def test_a_new_programme_of_sites_has_their_source(register: Desk) -> None:
    """It is that of the rows that name it, also where no project does."""
    register.bring(("Sites", [[*SITES, "Programme"], ["A Field", "Northtown", "5", "Homes fund"]]))
    assert register.rows("programmes")[-1]["source"] == register.rows("sites")[-1]["source"] == "list"


@pytest.mark.parametrize(
    ("heading", "measure", "said", "unit"),
    [
        ("Target", "Volunteering", "10", ""),
        ("Target", "Volunteering", "10 hours", "hours"),
        ("Target (hrs)", "Volunteering", "10", "hours"),
        ("Target", "Volunteering (hours)", "10", "hours"),
        ("Target", "Volunteering", "10 people", "people"),
    ],
)
def test_a_promise_without_a_unit_is_a_question(
    register: Desk, heading: str, measure: str, said: str, unit: str
) -> None:
    """A number, its heading or its measure may name one; the measure's own is never taken in silence."""
    hours = next(row for row in register.rows("measures") if row["unit"] == "hours")
    register.given[f"measure:{measure.casefold().replace(' (', '-').replace(')', '')}"] = hours["measure"]
    found = register.bring(("Targets", [["Project", "Measure", heading], ["north-road", measure, said]]))
    assert list(register.open) == ([] if unit else [f"unit:{hours['measure']}"])
    if unit:
        assert register.rows("targets")[-1]["unit"] == unit
        assert found.new["targets"]


def test_what_nobody_knows_is_left_empty(register: Desk) -> None:
    """TBC is no firm and no developer; a name with & is one name."""
    heads = [*SITES, "Developer"]
    found = register.bring(("Sites", [heads, ["A Field", "TBC", "5", "TBC"], ["B Field", "Northtown", "6", "Tbcon"]]))
    assert [row["developer"] for row in register.rows("sites")[-2:]] == ["", "Tbcon"]
    assert [change.why for change in found.changes].count("nothing is known") == 2
    register.bring(("Projects", [["Project", "Main contractor", "Start"], ["A", "not yet appointed", "tbc"]]))
    assert register.rows("organisations")[-1]["name"] != "not yet appointed"


def test_a_row_that_changes_names_the_new_list_as_its_source(register: Desk) -> None:
    """Unless somebody says that it stays what its source says; a row that is as before keeps its own."""
    field = [SITES, ["West Field (invented)", "Northtown", "310"]]
    found = register.bring(("Sites", field), **{"sites.source.changed": "as-before"})
    assert "source" not in found.changed[0].cells
    field[1][2] = "320"
    [changed] = register.bring(("Sites", field)).changed
    assert changed.cells["source"] == ("example-page", "list")
    assert register.rows("sources")[-1]["title"] == "list"
    field[1][2] = "330"
    assert "sites.source.changed" not in (register.bring(("Sites", field)), register.asked)[1]


def test_a_name_with_and_in_it_is_not_cut(register: Desk) -> None:
    """Where the whole is no name, each part has to be one, or the whole is asked about."""
    areas = register.source.tables["areas"]
    one = areas["name"] == "Northtown"
    register.source.tables["areas"] = areas.assign(name=areas["name"].astype(object).mask(one, "Kings and West North"))
    try:
        register.bring(
            ("Projects", [PROJECTS[1:3], ["A", "Kings & West North"], ["B", "Southtown & Kings and West North"]])
        )
        assert list(register.open) == []
        register.bring(("Projects", [PROJECTS[1:3], ["C", "Nowhere & Elsewhere"]]))
        assert list(register.open) == ["area:nowhere-elsewhere"]
    finally:
        register.source.tables["areas"] = areas


NAMES, PLACES = st.sampled_from(["Depot", "Depot Ltd", "Mill"]), st.sampled_from(["", "Northtown", "Southtown"])
NUMBERS, DAYS = st.sampled_from(["", "1", "2"]), st.sampled_from(["", "2026-03-31", "2027-03-31"])
FIRMS = st.sampled_from(["", "1234567", "7654321"])
LISTS = {
    "Firms": (["Supplier name", "Company number", "Notes"], st.tuples(NAMES, FIRMS, NUMBERS)),
    "Contracts": (PROJECTS, st.tuples(st.sampled_from(["", "N/1", "N/2"]), NAMES, PLACES, NUMBERS)),
    "Housing": (SITES, st.tuples(NAMES, PLACES, NUMBERS)),
    "Targets": (
        PROMISES,
        st.tuples(*map(st.just, ("north-road", "fw1")), st.sampled_from("12"), st.just("weeks"), DAYS),
    ),
}


ANSWERS = st.fixed_dictionaries(
    {"twice": st.integers(0, 1), "row": st.integers(0, 3), "promise": st.integers(0, 2), "notes": st.just(0)}
)


@pytest.fixture(scope="module")
def fresh(source: Source, checked: Checked) -> Callable[[], Desk]:
    return lambda: desk(source, checked)


@settings(max_examples=40, deadline=None, derandomize=True)
@given(name=st.sampled_from(list(LISTS)), said=ANSWERS, drawn=st.data())
def test_any_list_again_writes_nothing(
    fresh: Callable[[], Desk], name: str, said: dict[str, int], drawn: st.DataObject
) -> None:
    """Whatever stands in it twice, half or otherwise, and whatever was answered: the third time all is as before."""
    heads, row = LISTS[name]
    register, sheet = fresh(), (name, [heads, *map(list, drawn.draw(st.lists(row, min_size=1, max_size=4)))])
    register.settle(sheet, said=said)
    register.settle(sheet, said=said)
    assert register.settle(sheet, said=said).tables == []
