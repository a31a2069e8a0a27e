"""The same delivery valued under another framework. Every repository here is invented."""

from typing import Any

from invented import MEASURES, UNITS, Row, repository

from socialvalue.publish.words.reasons import no_value
from socialvalue.records import NoValue, Valuation
from socialvalue.value import value

OTHER = {"owner": "other", "adds_up": "flow", "theme": "work"}
THEIRS = (
    {**OTHER, "measure": "spend", "unit": "gbp"},
    {**OTHER, "measure": "apprentice-weeks", "unit": "weeks"},
    {**OTHER, "measure": "hires", "unit": "jobs"},
)
VALUES = (
    {"unit_value": "pound", "measure": "spend", "kind": "local", "value_gbp": 1},
    {"owner": "other", "unit_value": "half", "measure": "spend", "kind": "local", "value_gbp": "0.5"},
    {"owner": "other", "unit_value": "week", "measure": "apprentice-weeks", "kind": "fiscal", "value_gbp": 10},
)
LINKED = (
    {"measure": "weeks", "system": "A third", "reference": "R1"},
    {"owner": "other", "measure": "apprentice-weeks", "system": "A third", "reference": "R1"},
)


def valued(measure: str, framework: str = "other", crosswalk: tuple[Row, ...] = LINKED, **more: Any) -> Valuation:
    """Ten of a measure, under another framework."""
    found = repository(
        [{"owner": "road/2023", "measure": measure, "quantity": 10}],
        VALUES,
        measures=(*MEASURES, *THEIRS),
        units=(*UNITS, *({**unit, "owner": "other"} for unit in UNITS)),
        crosswalk=crosswalk,
        **more,
    )
    return value(found, framework)


def nets(found: Valuation) -> dict[tuple[str, str], int]:
    """Net pence by measure and unit value."""
    values = found.values
    return dict(zip(zip(values["measure"], values["unit_value"], strict=True), values["net"], strict=True))


def why(found: Valuation) -> str:
    """Why the one line cannot be matched; it is in no other table then."""
    assert (len(found.lines), len(found.values), len(found.totals)) == (0, 0, 0)
    assert found.unvalued["reason"].tolist() == [NoValue.NO_MATCH]
    return no_value(NoValue.NO_MATCH, found.unvalued["facts"].iloc[0])


def test_a_measure_of_the_same_code_and_unit_is_the_same() -> None:
    """The other framework's unit value applies, and its name is on the line."""
    found = valued("spend")
    assert nets(found) == {("spend", "half"): 500}
    assert found.lines["framework"].tolist() == ["other"]


def test_its_own_framework_changes_nothing() -> None:
    """Under the framework that it was signed under, a line keeps its measure, its edition and its value."""
    found = valued("spend", "open", editions={"open": "9"})
    assert nets(found) == nets(valued("spend", "")) == {("spend", "pound"): 1000}
    assert found.lines["edition"].tolist() == ["1"]


def test_two_measures_close_to_one_reference_are_the_same() -> None:
    """Where codes differ, both must call theirs close to the same reference of the same system."""
    assert nets(valued("weeks")) == {("apprentice-weeks", "week"): 10_000}
    related = ({**LINKED[0], "match": "related"}, LINKED[1])
    elsewhere = ({**LINKED[0], "system": "A fourth"}, LINKED[1])
    for crosswalk in (related, elsewhere, ()):
        assert why(valued("weeks", crosswalk=crosswalk)) == (
            "weeks of open has no measure of the same code in other, and none close to the same reference."
        )


def test_references_of_two_editions_are_not_the_same() -> None:
    """References move between editions, so those that name two different ones do not match."""
    earlier, later = {**LINKED[0], "edition": "2018"}, {**LINKED[1], "edition": "2019"}
    assert "none close" in why(valued("weeks", crosswalk=(earlier, later)))
    assert nets(valued("weeks", crosswalk=(earlier, LINKED[1])))


def test_what_is_counted_in_another_unit_is_not_the_same() -> None:
    """The same code for another unit is another measure, and the reason names both units."""
    assert why(valued("hires")) == "hires of open is counted in fte_years, and hires of other in jobs."


def test_of_several_in_other_units_the_first_by_name_is_said() -> None:
    """One is enough to see why none will do, and it is the same one at each build."""
    theirs = tuple({**LINKED[1], "measure": measure} for measure in ("spend", "hires"))
    found = valued("weeks", crosswalk=(LINKED[0], *theirs))
    assert why(found) == "weeks of open is counted in weeks, and hires of other in jobs."


def test_of_several_close_measures_none_is_picked() -> None:
    """Nobody can say which one is meant."""
    second = {**LINKED[1], "measure": "spend"}
    alike = {**LINKED[0], "measure": "weeks"}
    assert nets(valued("weeks", crosswalk=(alike, LINKED[1], second)))
    twice = (*LINKED, {**LINKED[1], "measure": "weeks-2"})
    found = value(
        repository(
            [{"owner": "road/2023", "measure": "weeks", "quantity": 1}],
            measures=(*MEASURES, *THEIRS, {**OTHER, "measure": "weeks-2", "unit": "weeks"}),
            crosswalk=twice,
        ),
        "other",
    )
    assert why(found) == "weeks of open is close to several measures of other: apprentice-weeks, weeks-2."


def test_promises_are_matched_as_well() -> None:
    """A target is valued under the other framework, or says why it cannot be."""
    targets = [
        {"target": "t", "measure": "weeks", "quantity": 3, "due": "2023"},
        {"target": "u", "measure": "carbon", "quantity": 1, "due": "2023"},
    ]
    found = valued("spend", targets=targets)
    assert nets(found)["apprentice-weeks", "week"] == 3000
    assert found.unvalued["key"].tolist() == ["u"]
