"""Each area on the map of tiles has a tile of its own, with a column and a row."""

from collections.abc import Iterator

import pandas as pd

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.records import Severity, rows


def find(tables: Tables) -> Iterator[Hit]:
    taken: dict[tuple[int, int], str] = {}
    for area in rows(tables["areas"]):
        empty = [name for name in ("tile_column", "tile_row") if pd.isna(getattr(area, name))]
        if len(empty) == 1:
            yield at(area, empty[0], f"{area.name} has one half of a tile: a column without a row, or a row alone.")
        elif not empty:
            first = taken.setdefault((area.tile_column, area.tile_row), area.name)
            if first != area.name:
                yield at(area, "tile_column", f"{area.name} has the tile of {first}.", value=area.tile_column)


RULE = Rule(
    id="own-tile",
    severity=Severity.ERROR,
    group="Places and organisations",
    title="Each area has a tile of its own, or none",
    why="On the map of tiles, two areas in one place hide each other, and half a place is nowhere.",
    example="two areas in column 1 and row 0",
    mend="Give the area a column and a row that no other area has, or leave both empty.",
    find=find,
)
