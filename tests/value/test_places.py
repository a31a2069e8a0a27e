"""Where projects are: the same fact in every way that it may be written."""

from dataclasses import replace
from itertools import permutations

import pandas as pd
import pytest

from socialvalue.records import Checked
from socialvalue.value.places import only_places, places_of

COUNTY, NORTH, SOUTH, OWN, WARD = "E10000901", "E07000901", "E07000902", "E06000901", "E05000901"
AREAS = [
    {"area": COUNTY, "tile_column": None, "within": ""},
    {"area": NORTH, "tile_column": 0, "within": COUNTY},
    {"area": SOUTH, "tile_column": 1, "within": COUNTY},
    {"area": OWN, "tile_column": 2, "within": ""},
    {"area": WARD, "tile_column": None, "within": NORTH},
]


def told(checked: Checked, *named: str) -> list[tuple[str, str, bool]]:
    """The places of one project that names these areas: area, tile, whole."""
    tables = {
        **checked.tables,
        "areas": pd.DataFrame(AREAS),
        "project-areas": pd.DataFrame([{"project": "p", "area": area} for area in named]),
    }
    found = places_of(replace(checked, tables=tables))
    return list(found[["area", "tile", "whole"]].itertuples(index=False, name=None))


@pytest.mark.parametrize("named", [(COUNTY,), (NORTH, SOUTH), (COUNTY, SOUTH), (COUNTY, NORTH, SOUTH, WARD)])
def test_a_county_and_its_districts_are_one_fact(checked: Checked, named: tuple[str, ...]) -> None:
    """The county, all its districts, or both in any order: it covers the county, and is in no tile."""
    for order in permutations(named):
        assert told(checked, *order) == [(COUNTY, "", True)]


def test_a_part_of_a_county_is_not_the_county(checked: Checked) -> None:
    """One district of two is that district."""
    assert told(checked, NORTH) == [(NORTH, NORTH, False)]


def test_a_place_beside_the_county_is_in_no_tile_either(checked: Checked) -> None:
    """A project that covers the county and more is counted apart from all tiles alike."""
    assert told(checked, OWN, COUNTY) == [(OWN, "", True), (COUNTY, "", True)]
    assert told(checked, OWN, NORTH) == [(OWN, OWN, False), (NORTH, NORTH, False)]


def test_a_ward_counts_in_its_district(checked: Checked) -> None:
    """A place smaller than a tile counts in the tile that it lies in; its one ward is the whole district."""
    areas = [*AREAS, {"area": "E05000902", "tile_column": None, "within": NORTH}]
    tables = {**checked.tables, "areas": pd.DataFrame(areas)}
    assert told(checked, WARD) == [(NORTH, NORTH, False)]
    named = pd.DataFrame([{"project": "p", "area": WARD}])
    found = places_of(replace(checked, tables={**tables, "project-areas": named}))
    assert found[["area", "tile", "whole"]].to_numpy().tolist() == [[WARD, NORTH, False]]


def test_nothing_named_is_nowhere(checked: Checked) -> None:
    """A project without a place has no row."""
    assert told(checked) == []


def test_what_names_no_place_counts_in_the_only_one_of_its_project(checked: Checked) -> None:
    """One place, the county or a part of it, however it is written: there. Several places: in none."""
    for named, place in (
        ((NORTH,), NORTH),
        ((WARD,), NORTH),
        ((COUNTY,), COUNTY),
        ((NORTH, SOUTH), COUNTY),
        ((OWN, COUNTY), ""),
        ((OWN, NORTH), ""),
    ):
        rows = pd.DataFrame([{"project": "p", "area": area} for area in named])
        tables = {**checked.tables, "areas": pd.DataFrame(AREAS), "project-areas": rows}
        assert only_places(replace(checked, tables=tables)).get("p", "") == place
