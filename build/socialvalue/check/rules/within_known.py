"""An area lies within one of the reference table, and areas do not hold each other in a circle."""

from collections.abc import Iterator

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.domain.parts import circles
from socialvalue.records import Severity, rows


def find(tables: Tables) -> Iterator[Hit]:
    areas = tables["areas"]
    holders = dict(zip(areas["area"], areas["within"], strict=True))
    for area in rows(areas[areas["within"] != ""]):
        if area.within not in holders:
            yield at(area, "within", f'"{area.within}" is not in reference/areas.csv.', value=area.within)
        elif circles(area.area, holders):
            yield at(
                area, "within", f"{area.name} lies within itself, by way of the areas it names.", value=area.within
            )


RULE = Rule(
    id="within-known",
    severity=Severity.ERROR,
    group="Places and organisations",
    looks_up=True,
    title="An area lies within an area of the reference table",
    why="A project that names a county stands for all its districts. Which those are, only this column says.",
    example="a district within E10000999, which has no row",
    mend="Write the ONS code of the area that holds it. Leave it empty where none does.",
    find=find,
)
