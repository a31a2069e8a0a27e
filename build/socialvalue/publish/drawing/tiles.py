"""The tile map: one square for each area, in the column and row that areas.csv gives it, its number inside."""

from collections.abc import Callable, Sequence
from typing import Any

from markupsafe import Markup

from socialvalue.domain.bounds import surely_most
from socialvalue.publish.chart import Column, Drawing, Subject
from socialvalue.publish.drawing import shapes
from socialvalue.publish.drawing.shapes import Shape
from socialvalue.publish.site import Row, Site
from socialvalue.publish.words import figures, unranked
from socialvalue.publish.words.language import N_

HIGH, GAP = 72, 4
SHORT, LONG = 50, 70
"""Letters that all tiles of a row have room for beside each other: in a narrow map, and in a wide one."""
STEP, SMALLER = 6, 36
"""Of a row of tiles with more letters than so many the letters are smaller, by so many a step: see charts.css."""
TILE = (
    Column("tile_column", N_("Column of its tile"), "text", shown=False),
    Column("tile_row", N_("Row of its tile"), "text", shown=False),
)
"""The columns of a chart that say where each area’s tile is."""
NET = (Column("name", N_("Area"), "text"), Column("net", N_("Net"), "pounds"), *TILE)
"""The columns of a map of net value."""


def tiled(site: Site) -> list[Row]:
    """The areas with a tile, by name: the order of a register's rows means nothing."""
    areas = [area for area in site.rows("areas") if area["tile_column"] is not None]
    return sorted(areas, key=lambda area: (area["name"].casefold(), area["area"]))


def highest(rows: Sequence[Row], number: str) -> Row | None:
    """The row with the highest number; None where several are level, or a bound leaves open which one it is."""
    place = surely_most([(int(row[number] or 0), row[f"{number}_bound"]) for row in rows])
    return None if place is None else rows[place]


def in_each(rows: Sequence[Row], number: str, said: Callable[[int], str]) -> str:
    """What to say where no area is the highest: the figure of each that has one, by name."""
    having = sorted((row for row in rows if row[number]), key=lambda row: row["name"])
    return unranked.in_each(
        [(row["name"], figures.bounded(said(row[number]), row[f"{number}_bound"])) for row in having]
    )


def tile_spec(number: str, heading: str) -> Any:
    """The map as an Altair chart: the shade of a tile is the column `number`, with its heading."""
    import altair  # seldom: a specification is kept

    return altair.Chart().mark_rect().encode(
        x=altair.X("tile_column:O", axis=None),
        y=altair.Y("tile_row:O", axis=None),
        color=altair.Color(f"{number}:Q", title=heading),
        tooltip=["name:N", f"{number}:Q"],
    )  # fmt: skip


def tile_map(rows: Sequence[Row], number: str, said: Callable[[Row], str]) -> Drawing:
    """The map of rows with area columns (name, short_name, tile_column, tile_row), `number`, and `here`.

    Five shades: nothing, or not known, is plain paper, then four equal steps up to the largest number.
    """
    columns = 1 + max(row["tile_column"] for row in rows)
    drawn = Markup().join(
        _tile(row, columns, _shade(row[number], rows, number), (said(row), _bound(row, number))) for row in rows
    )
    middle = Shape('<g text-anchor="middle">{}</g>').format(drawn)
    return Drawing(HIGH * (1 + max(row["tile_row"] for row in rows)), middle, "ov-map")


def net_map(rows: Sequence[Row], subject: Subject) -> Drawing:
    """The map of net value, all tiles on one scale."""
    one = figures.pounds_scale(max(int(row["net"]) for row in rows))[1]
    return tile_map(rows, "net", lambda row: figures.on_scale(row["net"], one) if row["net"] else "0")


def rate_map(rows: Sequence[Row], number: str) -> Drawing:
    """The map of a rate in pounds and pence; a dash where nobody knows it."""
    return tile_map(rows, number, lambda row: "–" if row[number] is None else figures.pounds_exact(row[number]))


def _bound(row: Row, number: str) -> str:
    """What stands below a number that its source gave no closer."""
    return figures.bound_alone(row.get(f"{number}_bound", ""))


def _tile(row: Row, columns: int, shade: int, figure: tuple[str, str]) -> Markup:
    left, middle = shapes.share(50 * row["tile_column"] + 1, 50 * columns), (2 * row["tile_column"] + 1, 2 * columns)
    top, centre = HIGH * row["tile_row"] + GAP // 2, shapes.share(*middle)
    square = Shape('<rect class="m{}{}" x="{}" y="{}" width="{}" height="{}"/>').format(
        shade, " here" if row["here"] else "", left, top, shapes.share(48, 50 * columns), HIGH - GAP
    )
    number = Shape('<text class="v i{}" x="{}" y="{}">{}</text>')
    named = (
        ("long", _long(row, columns)),
        ("short", [_cut(line, SHORT // columns) for line in _lines(row["short_name"])]),
    )
    names = Markup().join(_name(f"{which}{_size(lines, columns)}", lines, shade, centre, top) for which, lines in named)
    said, bound = figure
    if not bound:
        return square + names + number.format(shade, centre, top + 56, said)
    below = Shape('<text class="w i{}" x="{}" y="{}">{}</text>').format(shade, centre, top + 65, bound)
    return square + names + number.format(shade, centre, top + 51, said) + below


def _name(look: str, lines: Sequence[str], shade: int, centre: str, top: int) -> Markup:
    """The name of an area: the whole one where the map is wide, the short one elsewhere; in two lines if it must be."""
    line = Shape('<text class="{} i{}" x="{}" y="{}">{}</text>')
    start = top + (27 if len(lines) == 1 else 19)
    return Markup().join(line.format(look, shade, centre, start + 15 * at, text) for at, text in enumerate(lines))


def _long(row: Row, columns: int) -> Sequence[str]:
    """The whole name of an area where its lines are short enough for a wide tile, else its short one."""
    room = LONG // columns
    lines = _lines(str(row["name"]))
    if max(map(len, lines)) <= room:
        return lines
    return [_cut(line, room) for line in _lines(str(row["short_name"]))]


def _cut(line: str, room: int) -> str:
    """A line that has room in a tile: of a longer one its beginning, as it is abbreviated."""
    return line if len(line) <= room else f"{line[: max(1, room - 1)].rstrip()}."


def _size(lines: Sequence[str], columns: int) -> str:
    """The class of letters small enough for the longest line of a name; none where any size has room."""
    letters = columns * max(map(len, lines))
    return f" f{-(-letters // STEP) * STEP}" if letters > SMALLER else ""


def _lines(words: str) -> list[str]:
    if len(words) < 10 or " " not in words:
        return [words]
    cuts = [at for at, letter in enumerate(words) if letter == " "]
    cut = min(cuts, key=lambda at: abs(2 * at - len(words)))
    return [words[:cut], words[cut + 1 :]]


def _shade(number: int | None, rows: Sequence[Row], column: str) -> int:
    top = max(row[column] or 0 for row in rows)
    if not number:
        return 0
    return min(4, 1 + (4 * (number - 1)) // top) if top else 0
