"""The sums that pages show, each worked out again here line by line. All rows are invented."""

from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import pandas as pd
import pytest
from invented import repository, table

from socialvalue.records import KINDS, STATUSES, Valuation, rows
from socialvalue.value import value
from socialvalue.value.housing import housing_of

Row = dict[str, Any]
VALUES = (
    {"measure": "weeks", "unit_value": "week", "kind": "economic", "value_gbp": 10, "low_gbp": 8, "high_gbp": 14},
    {"measure": "spend", "unit_value": "pound", "kind": "local", "value_gbp": 1},
    {"measure": "carbon", "unit_value": "tonne", "kind": "environmental", "value_gbp": 50},
)
AREAS = (
    {"area": "north", "population": 4, "tile_column": 0},
    {"area": "south", "tile_column": 1},
    {"area": "afar", "population": 10},
)
ROAD = {"project": "road", "contract_gbp": 1600}
BRIDGE = {"project": "bridge", "contract_gbp": 500}
TWO_PLACES = {"project": "tunnel", "contract_gbp": 900}


def behind(valuation: Valuation) -> Iterator[Row]:
    """The value rows behind every sum."""
    for row in valuation.values.to_dict("records"):
        if row["counted"] and row["counts_in"] == "total":
            yield row


@pytest.mark.parametrize(
    ("name", "by"), [("by_kind", ()), ("by_measure", ("measure",)), ("by_area", ("area",)), ("by_year", ("year",))]
)
def test_each_sum_of_a_table_is_that_of_the_rows_behind_it(
    valuation: Valuation, name: str, by: tuple[str, ...]
) -> None:
    """Of everything and of each project: every status, gross, net, real, low and high, and how many lines."""
    cells: defaultdict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in behind(valuation):
        for dimension, member in (("all", "all"), ("project", row["project"])):
            if all(row[column] for column in by):
                cells[dimension, member, row["kind"], *(row[column] for column in by)].append(row)
    found = getattr(valuation, name)
    found = found[found["dimension"].isin(["all", "project"])]
    assert len(found) == len(cells)
    for row in found.to_dict("records"):
        mine = cells[row["dimension"], row["member"], row["kind"], *(row[column] for column in by)]
        done = [each for each in mine if each["status"] != "committed"]
        for status in STATUSES:
            assert row[status] == sum(each["net"] for each in mine if each["status"] == status)
        assert row["with_promises"] == sum(each["net"] for each in mine)
        for money in ("net", "gross", "real"):
            assert row[money] == sum(each[money] for each in done)
        for end in ("low", "high"):
            other = {"low": "high", "high": "low"}[end]
            known = [each for each in done if not pd.isna(each[end])]
            open_end = [each for each in done if pd.isna(each[end]) and not pd.isna(each[other])]
            ends = [each["net"] if pd.isna(each[end]) else each[end] for each in done]
            assert pd.isna(row[end]) if open_end or not known else row[end] == sum(ends)
        assert row["lines"] == len({each["key"] for each in done})
        given = {each["bound"] for each in done} - {""}
        assert row["bound"] == (given.pop() if len(given) == 1 else "more or less" if given else "")


def test_kinds_stand_in_their_order_and_measures_as_their_lines_come(valuation: Valuation) -> None:
    """So that pages need not sort what is equal."""
    kinds = valuation.by_kind[valuation.by_kind["dimension"] == "all"]["kind"].tolist()
    assert kinds == [kind for kind in KINDS if kind in kinds]
    later = {"owner": "road/2024", "measure": "spend", "quantity": 5}
    found = value(repository([later, {"owner": "road/2023", "measure": "weeks", "quantity": 1}], VALUES))
    assert found.by_measure["measure"].tolist()[:2] == ["weeks", "spend"]


def test_deductions_of_a_kind_leave_its_net(valuation: Valuation) -> None:
    """What the last deduction leaves of gross is net, and each takes what its steps took."""
    nets = {(row.dimension, row.member, row.kind): row for row in rows(valuation.by_kind)}
    steps = valuation.steps.merge(pd.DataFrame(behind(valuation)), on=["key", "unit_value"])
    last: dict[tuple[str, ...], int] = {}
    assert len(valuation.deductions)
    for row in rows(valuation.deductions):
        mine = steps[(steps["effect"] == row.effect) & (steps["kind"] == row.kind) & (steps["status"] != "committed")]
        mine = mine if row.dimension == "all" else mine[mine[row.dimension] == row.member]
        assert row.taken == mine["taken"].sum()
        assert [row.lowest_share, row.highest_share] == [pick(mine["share"], key=Fraction) for pick in (min, max)]
        last[row.dimension, row.member, row.kind] = row.remaining
        once = mine.drop_duplicates(["key", "unit_value"])
        assert row.of_all == (once["gross"].sum() == nets[row.dimension, row.member, row.kind].gross)
    assert set(valuation.deductions["of_all"]) == {True, False}
    assert all(nets[cell].net == left for cell, left in last.items())


SOMEWHERE = (
    {"owner": "road/2023", "measure": "spend", "quantity": "2.50", "area": "north"},
    {"owner": "bridge/2023", "measure": "spend", "quantity": 40, "area": "south"},
    {"owner": "tunnel/2023", "measure": "spend", "quantity": 70, "area": "afar"},
)


def rates(**more: Any) -> dict[str, Any]:
    """Of each area the rates of local value: the road is in the north alone, the tunnel in two areas."""
    places = [("road", "north"), ("bridge", "south"), ("tunnel", "north"), ("tunnel", "south"), ("ferry", "north")]
    checked = repository(
        more.get("lines", SOMEWHERE),
        VALUES,
        targets=more.get("targets", ()),
        projects=more.get("projects", (ROAD, BRIDGE, TWO_PLACES)),
        areas=AREAS,
        project_areas=[{"project": project, "area": area} for project, area in places],
    )
    found = value(checked)
    return {row.area: row for row in rows(found.area_rates) if row.kind == "local"}


def test_a_rate_per_head_is_rounded_half_up() -> None:
    """£2.50 for four people is 62.5 pence, 63; £2.50 for £1,600 of contract is 156.25 pence for each £1,000, 156."""
    north = rates()["north"]
    assert (north.net, north.per_person) == (250, 63)
    assert (north.contract, north.gained, north.per_thousand) == (1600, 250, 156)


def test_an_area_where_nothing_was_delivered_has_nothing_to_the_penny() -> None:
    """Nobody delivered local value in the north: 0 pence there, and 0 for each person."""
    north = rates(lines=SOMEWHERE[1:])["north"]
    assert (north.net, north.bound, north.per_person) == (0, "", 0)


def test_a_half_of_a_penny_per_head_goes_up() -> None:
    """£40 for £16,000 of contract is £2.50 for each £1,000; for £320,000 it is 12.5 pence, 13."""
    south = rates(projects=(ROAD, {**BRIDGE, "contract_gbp": 320_000}, TWO_PLACES))["south"]
    assert south.per_thousand == 13
    assert pd.isna(south.per_person)


def test_a_project_in_two_areas_or_without_a_contract_is_set_against_none() -> None:
    """Its value is in the area that its lines name; no contract stands against it there."""
    found = rates(projects=(ROAD, {"project": "bridge"}, TWO_PLACES))
    assert [pd.isna(found[area].contract) for area in ("north", "south", "afar")] == [False, True, True]
    assert (found["south"].net, found["afar"].net) == (4000, 7000)


def test_a_contract_of_which_nothing_was_delivered_yet_is_in_no_rate() -> None:
    """A promise is no delivered value, so its contract would only make the rate of the others smaller."""
    promise = {"target": "ferry", "project": "ferry", "measure": "spend", "quantity": 5, "stated_on": "2023"}
    north = rates(projects=(ROAD, {"project": "ferry", "contract_gbp": 1000}), targets=[promise])["north"]
    assert (north.contract, north.per_thousand) == (1600, 156)


def test_what_the_areas_of_the_map_have_together_leaves_out_those_without_a_tile() -> None:
    """A share of the map is a share of what the map shows."""
    lines = [{"owner": "road/2023", "measure": "spend", "quantity": 10, "area": area["area"]} for area in AREAS]
    found = value(repository(lines, VALUES, areas=AREAS))
    assert set(found.by_area["on_map"]) == {2000}


def counted(*lines: Row, **more: Any) -> Any:
    """What the one programme counts."""
    found = value(repository(lines, VALUES, **more)).counted
    return next(rows(found[found["dimension"] == "programme"]))


def test_flows_are_added_without_parts_of_the_same_measure() -> None:
    """A part is inside; the sum has the bound of its lines."""
    whole = {"owner": "road/2023", "measure": "spend", "quantity": 7, "line": 1, "bound": "at least"}
    part = {"owner": "road/2024", "measure": "spend", "quantity": 2, "part_of": "road/2023#1"}
    other = {"owner": "bridge/2024", "measure": "spend", "quantity": 5, "confidence": "B"}
    found = counted(whole, part, other, projects=(ROAD, BRIDGE))
    assert (found.quantity, found.bound, found.lines, found.inside) == (12_000_000, "at least", 3, 1)
    assert (found.projects, found.second_hand, found.again, found.hidden) == (2, True, 0, 0)


def test_the_projects_of_a_sum_are_those_that_it_adds() -> None:
    """One whose figure is inside that of another is not counted; where nothing is added each is."""
    whole = {"owner": "road/2023", "measure": "spend", "quantity": 7, "line": 1}
    part = {"owner": "bridge/2024", "measure": "spend", "quantity": 2, "part_of": "road/2023#1"}
    assert counted(whole, part, projects=(ROAD, BRIDGE)).projects == 1
    assert counted(whole, {**part, "part_of": ""}, projects=(ROAD, BRIDGE)).projects == 2


def test_counts_on_one_day_stand_alone_and_are_never_added() -> None:
    """The newest of one project stands; those of two projects give no sum."""
    first, again = ({"owner": f"road/{year}", "measure": "jobs", "quantity": 4} for year in ("2022", "2023"))
    one = counted(first, again)
    assert (one.quantity, one.again) == (4_000_000, 1)
    two = counted(first, {**first, "owner": "bridge/2023"}, projects=(ROAD, BRIDGE))
    assert pd.isna(two.quantity)


def test_a_share_is_never_added() -> None:
    """Of one line it is shown, of two there is no sum."""
    share = {"owner": "road/2023", "measure": "share", "quantity": 80}
    assert counted(share).quantity == 80_000_000
    assert pd.isna(counted(share, {**share, "owner": "bridge/2023"}, projects=(ROAD, BRIDGE)).quantity)


def sites(*given: Row) -> pd.DataFrame:
    blank = {"zone": "East", "stage": "permission", "programme": "roads"}
    return table("sites", given, **blank)


def test_homes_are_added_once() -> None:
    """A phase, a plan that was replaced and a plan that was refused add nothing to the whole."""
    found = housing_of(
        sites(
            {"site": "whole", "homes": 300, "bound": "up to"},
            {"site": "phase", "homes": 120, "part_of": "whole"},
            {"site": "phase-of-phase", "homes": 20, "part_of": "phase"},
            {"site": "old-plan", "homes": 500, "replaced_by": "whole"},
            {"site": "refused", "homes": 90, "stage": "refused"},
            {"site": "elsewhere", "homes": 50, "zone": "West"},
            {"site": "no-number"},
        )
    )
    zones = [(zone.zone, zone.homes, zone.bound, zone.unknown) for zone in rows(found.zones)]
    assert zones == [("East", 300, "up to", 1), ("West", 50, "", 0)]
    assert [tuple(each) for each in rows(found.homes)] == [("roads", 350, "up to")]
    stand = {each.site: each.counted for each in rows(found.housing)}
    assert [site for site, counts in stand.items() if not counts] == ["old-plan", "refused"]


def test_a_phase_that_was_refused_or_replaced_is_in_no_whole() -> None:
    """Its own number is still told."""
    parts = (
        {"site": "one", "homes": 100},
        {"site": "two", "homes": 40, "stage": "refused"},
        {"site": "three", "homes": 7, "replaced_by": "one"},
    )
    found = housing_of(sites({"site": "whole"}, *({**part, "part_of": "whole"} for part in parts)))
    assert [zone.homes for zone in rows(found.zones)] == [100]
    assert [(each.site, each.homes) for each in rows(found.housing)] == [
        ("whole", 100), ("one", 100), ("two", 40), ("three", 7),
    ]  # fmt: skip


def test_a_whole_without_a_number_counts_its_phases() -> None:
    """Where only the phases have numbers, their sum stands for the whole."""
    parts = ({"site": "one", "homes": 100}, {"site": "two", "homes": 40})
    found = housing_of(sites({"site": "whole"}, *({**part, "part_of": "whole"} for part in parts)))
    (zone,) = rows(found.zones)
    assert (zone.homes, zone.unknown) == (140, 0)


def test_a_programme_without_a_number_has_no_homes() -> None:
    """Its sites are unknown, not none: the zone has no number, and the sum of the programme is 0."""
    found = housing_of(sites({"site": "whole"}))
    (zone,) = rows(found.zones)
    assert (pd.isna(zone.homes), zone.unknown) == (True, 1)
    assert found.homes["homes"].tolist() == [0]


def test_an_end_is_known_only_where_no_part_has_just_the_other_end() -> None:
    """£8 to £14 beside a £50 that is at least £40 is at least £48, and at most nobody knows what; the twin has both."""
    line = {"owner": "road/2023", "quantity": 1}
    lines = [{**line, "measure": "weeks"}, {**line, "measure": "carbon"}]
    weeks = {**VALUES[0], "value_gbp": 10, "low_gbp": 8, "high_gbp": 14}
    tonne = {**VALUES[2], "kind": "economic", "low_gbp": 40}
    for more, ends in (({}, (4_800, None)), ({"high_gbp": 60}, (4_800, 7_400))):
        total = value(repository(lines, [weeks, {**tonne, **more}])).by_kind
        row = total[total["dimension"] == "all"].iloc[0]
        assert tuple(None if pd.isna(row[end]) else row[end] for end in ("low", "high")) == ends


def test_a_promise_adds_nothing_to_the_range_of_what_was_delivered() -> None:
    """One week is worth £8 to £14, to the penny, whatever was promised besides."""
    line = {"owner": "road/2023", "measure": "weeks", "quantity": 1}
    target = {"target": "more", "project": "road", "measure": "weeks", "quantity": 3, "stated_on": "2023"}
    found = value(repository((line,), VALUES, targets=(target,))).by_kind
    (row,) = rows(found[(found["dimension"] == "all") & (found["kind"] == "economic")])
    assert (row.committed, row.low, row.high) == (3000, 800, 1400)
