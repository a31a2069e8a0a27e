"""Value by area: as it is, for each person, for each £1,000 of contract."""

from dataclasses import replace

import pytest

from socialvalue import run
from socialvalue.publish.drawing.value_by_area import placed
from socialvalue.publish.site import Site
from socialvalue.records import KINDS, Checked, Valuation


@pytest.mark.parametrize("kind", KINDS)
def test_each_area_has_the_lines_that_name_it(valuation: Valuation, kind: str) -> None:
    """Its value is the published total of its lines; for each person, that divided by the people, to the penny."""
    totals = valuation.totals
    mine = totals[(totals["dimension"] == "area") & (totals["kind"] == kind) & (totals["status"] != "committed")]
    for row in placed(Site(valuation), kind):
        assert row["net"] == mine.loc[mine["member"] == row["area"], "net"].sum()
        if row["population"]:
            assert abs(row["per_person"] * row["population"] - row["net"]) * 2 <= row["population"]
        else:
            assert row["per_person"] is None


def test_only_projects_in_one_area_with_a_contract_are_set_against_it(checked: Checked) -> None:
    """A project in two areas, or without a published contract, is in no such share."""
    tables = checked.tables
    projects = tables["projects"].assign(contract_gbp=tables["projects"]["contract_gbp"].astype("Int64"))
    projects.loc[projects["project"] == "north-road", "contract_gbp"] = 2_000_000
    places = tables["project-areas"]
    places = places[(places["project"] != "north-road")]
    first, second = tables["areas"]["area"].iloc[:2]

    def per_thousand(areas: list[str]) -> list[int | None]:
        rows = [{**tables["project-areas"].iloc[0], "project": "north-road", "area": area} for area in areas]
        given = {**tables, "projects": projects, "project-areas": type(places)([*places.to_dict("records"), *rows])}
        site = Site(run.valued(replace(checked, tables=given)))
        return [row["per_thousand"] for row in placed(site, "economic") if row["area"] in areas]

    values = run.valued(checked).values
    mine = values[(values["project"] == "north-road") & (values["kind"] == "economic") & values["counted"]]
    delivered = mine[(mine["status"] != "committed") & (mine["counts_in"] == "total")]["net"].sum()
    assert per_thousand([first]) == [round(int(delivered) / 2000)]
    assert per_thousand([first, second]) == [None, None]
