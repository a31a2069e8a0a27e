"""Draw what uses what, from the imports that the code has and the layers that pyproject.toml names.

A box is a module or a folder, an arrow leads to what it imports. What is reached by way of another box has no arrow of
its own, and the lowest floors, which all use, have none at all: those would hide the others. Boxes stand in rows as in
the layers, each below what uses it, as near as there is room.
"""

import tomllib
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from statistics import fmean

import grimp

ROOT = Path(__file__).resolve().parents[1]
ROOMS = {"load", "check", "value", "publish"}
BOX, TALL, GAP, BETWEEN, MARGIN, LEAST = 132, 40, 10, 46, 20, 900
ROUNDS = 12
STYLE = """
svg { background: var(--paper); font: 15px system-ui, sans-serif; color-scheme: light dark;
  --paper: #fff; --ink: #1f2933; --quiet: #52606d; --box: #f1f4f7; --edge: #7b8794; --room: #dbe9f6; --line: #1d5b95; }
@media (prefers-color-scheme: dark) { svg {
  --paper: #12181f; --ink: #e8edf2; --quiet: #a9b6c3; --box: #1f2933; --room: #173a5c; --line: #8cbfee; } }
text { fill: var(--ink); text-anchor: middle; } .s { fill: var(--quiet); }
rect { fill: var(--box); stroke: var(--edge); } .room { fill: var(--room); stroke: var(--line); }
path { fill: none; stroke: var(--line); stroke-opacity: .6; } marker path { fill: var(--line); stroke: none; }
"""
Edges = Mapping[str, set[str]]


def layers(container: str) -> list[list[str]]:
    """The layers of a package from the highest on, as the import rules name them."""
    rules = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    found = [rule for rule in rules if rule["type"] == "layers" and rule["containers"] == [container]]
    return [[name.strip() for name in row.split("|")] for row in found[0]["layers"]]


def used(container: str, names: Sequence[str]) -> dict[str, set[str]]:
    """What each module or folder of a package imports of the others."""
    graph = grimp.build_graph("socialvalue")
    return {
        name: {
            other
            for other in names
            if other != name
            and graph.direct_import_exists(
                importer=f"{container}.{name}", imported=f"{container}.{other}", as_packages=True
            )
        }
        for name in names
    }


def straight(edges: Edges) -> dict[str, set[str]]:
    """The same without what is reached by way of another."""

    def reached(name: str) -> set[str]:
        return edges[name].union(*(reached(other) for other in edges[name]))

    return {name: of - set().union(*(reached(other) for other in of)) for name, of in edges.items()}


def placed(rows: Sequence[Sequence[str]], edges: Edges) -> dict[str, tuple[float, int]]:
    """The middle of each box, and its row: boxes of a row change places until each is near what it has to do with.

    The rooms stand in the order in which data goes through them.
    """
    wide = width(rows)
    near = {name: [*edges[name], *(other for other, of in edges.items() if name in of)] for row in rows for name in row}
    places = {name: (_middle(at, len(row), wide), down) for down, row in enumerate(rows) for at, name in enumerate(row)}
    for _ in range(ROUNDS):
        for down, row in enumerate(rows):
            if ROOMS.intersection(row):
                continue
            wanted = {name: fmean(places[other][0] for other in near[name] or [name]) for name in row}
            for at, name in enumerate(sorted(row, key=lambda name: (wanted[name], name))):
                places[name] = (_middle(at, len(row), wide), down)
    return places


def width(rows: Sequence[Sequence[str]]) -> int:
    """That of a picture: its longest row, or its longest sentence."""
    return max(LEAST, max(map(len, rows)) * (BOX + GAP) - GAP + 2 * MARGIN)


def _middle(at: int, number: int, wide: int) -> float:
    return wide / 2 + (at - (number - 1) / 2) * (BOX + GAP)


def _top(down: int) -> int:
    return MARGIN + down * (TALL + BETWEEN)


def _box(name: str, middle: float, down: int) -> str:
    look = ' class="room"' if name in ROOMS else ""
    return (
        f'<rect{look} x="{middle - BOX / 2:g}" y="{_top(down)}" width="{BOX}" height="{TALL}" rx="6"/>'
        f'<text x="{middle:g}" y="{_top(down) + TALL // 2 + 5}">{escape(name)}</text>'
    )


def _arrow(above: tuple[float, int], below: tuple[float, int]) -> str:
    """From the foot of one box to the head of another, behind whatever stands between."""
    start, end = _top(above[1]) + TALL, _top(below[1])
    bend = (end - start) / 2
    return (
        f'<path marker-end="url(#to)" d="M{above[0]:g} {start} C{above[0]:g} {start + bend:g} '
        f'{below[0]:g} {end - bend:g} {below[0]:g} {end}"/>'
    )


def drawn(container: str, title: str, about: str, ground: int = 0) -> str:
    """The picture of a package, as the text of an SVG file; the `ground` lowest rows are used by all."""
    rows = layers(container)
    names = [name for row in rows for name in row]
    everyone = {name for row in rows[len(rows) - ground :] for name in row}
    edges = {name: of - everyone for name, of in straight(used(container, names)).items()}
    places = placed(rows, edges)
    wide, height = width(rows), _top(len(rows)) - BETWEEN + 2 * MARGIN
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {height}" role="img" aria-labelledby="t d">',
        f'<title id="t">{escape(title)}</title>',
        f'<desc id="d">{escape(about)}</desc>',
        f"<style>{STYLE}</style>",
        '<marker id="to" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto">'
        '<path d="M0 0 8 4 0 8z"/></marker>',
        *(_arrow(places[name], places[other]) for name in names for other in sorted(edges[name])),
        *(_box(name, *places[name]) for name in names),
        f'<text class="s" x="{wide // 2}" y="{height - 12}">{escape(about)}</text>',
    ]
    return "\n".join([*lines, "</svg>"]) + "\n"
