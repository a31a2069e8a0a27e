"""Names in the tiles of a map: whatever a district is called, its name has room."""

import csv
import re
from html import unescape
from importlib.resources import files
from itertools import product

import pytest

from socialvalue.publish.drawing.tiles import tile_map

NAMES = [
    row["name"]
    for row in csv.DictReader(
        files("socialvalue.beginning").joinpath("districts/districts.csv").read_text(encoding="utf-8").splitlines()
    )
]
"""Every district of England and Wales, as the Office for National Statistics names it."""
TEXT = re.compile(r'<text class="(long|short)( f(\d+))? i\d" [^>]*>([^<]*)</text>')
RULE = re.compile(r"text\.f(\d+) \{ font-size: min\(12px, (\d+)cqw / (\d+)\)")
WIDE = 0.62
"""Of its height, how wide a letter is at most on average: DejaVu Sans, the widest of the common fonts."""


def drawn(name: str, columns: int) -> list[tuple[str, int, str]]:
    """The lines of a name in a tile of a map so many tiles wide: long or short, its class of size, the line."""
    corner = {"name": "X", "short_name": "X", "tile_column": columns - 1, "tile_row": 0, "n": 0, "here": False}
    row = {**corner, "name": name, "short_name": name[:12], "tile_column": 0}
    shapes = str(tile_map([row, corner], "n", lambda row: "0").shapes)
    return [(which, int(size or 0), unescape(line)) for which, _f, size, line in TEXT.findall(shapes) if line != "X"]


@pytest.mark.parametrize("columns", [1, 3, 4, 5, 8, 12])
def test_a_name_has_room_in_its_tile(columns: int) -> None:
    """In the narrowest map of a phone (288 pixels) as in a wide one (500), at the size that charts.css gives it."""
    sheet = files("socialvalue.publish").joinpath("theme/assets/charts.css").read_text(encoding="utf-8")
    rules = {int(size): int(part) / int(by) for size, part, by in RULE.findall(sheet)}
    for name, (narrow, which) in product(NAMES, ((288, "short"), (500, "long"))):
        lines = [(size, line) for found, size, line in drawn(name, columns) if found == which]
        assert 1 <= len(lines) <= 2, name
        for size, line in lines:
            letter = min(12.0 if which == "short" or size else 13.0, rules[size] * narrow / 100 if size else 13.0)
            assert len(line) * WIDE * letter <= 0.97 * narrow / columns, (name, line, size)
            assert letter >= 8, (name, line)


@pytest.mark.parametrize(("name", "columns", "lines"), [
    ("Bramblecombe", 4, ["Bramblecombe"]),
    ("Bramblecombe", 5, ["Bramblecombe"]),
    ("South Ribble", 5, ["South", "Ribble"]),
    ("Wolverhampton", 4, ["Wolverhampton"]),
    ("Wolverhampton", 8, ["Wolverh."]),
])  # fmt: skip
def test_a_name_stays_whole_where_it_can(name: str, columns: int, lines: list[str]) -> None:
    """A wide tile cuts only what has no room even in small letters."""
    found = [line for which, _size, line in drawn(name, columns) if which == "long"]
    assert found == lines
