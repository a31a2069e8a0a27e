"""The colours of kinds, statuses and ratings: told apart by colour-blind readers, and seen against the page."""

import re
from itertools import combinations, pairwise
from math import dist
from pathlib import Path

import pytest

from socialvalue.publish import __file__ as room
from socialvalue.records import KINDS, RATINGS

TOKENS = Path(room).parent / "theme/assets/tokens.css"
STATUSES = ("committed", "selfreported", "evidenced", "verified")
SETS = {"kinds": KINDS, "statuses": STATUSES, "ratings": RATINGS}
SIGHT = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.3039)),
}
"""What is left of linear red, green and blue. Source: Machado, Oliveira and Fernandes 2009, at full strength."""
APART = {"kinds": 0.075, "statuses": 0.07, "ratings": 0.035}
"""The least distance in Oklab (Ottosson 2020), where 0.02 is just seen. Ratings have signs of their own shape."""
Colour = tuple[float, ...]


def tokens() -> dict[str, dict[str, Colour]]:
    """The colours of each scheme by name, in linear light."""
    found: dict[str, dict[str, Colour]] = {}
    text = TOKENS.read_text()
    for scheme, start in (("light", ":root"), ("dark", '[data-md-color-scheme="slate"]')):
        block = text[text.index(start) :]
        block = block[: block.index("}")]
        found[scheme] = {
            name: tuple(linear(int(value[at : at + 2], 16)) for at in (0, 2, 4))
            for name, value in re.findall(r"--ov-([a-z0-9-]+): #([0-9a-f]{6})", block)
        }
    return found


def linear(level: int) -> float:
    share = level / 255
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


def times(matrix: tuple[tuple[float, ...], ...], colour: Colour) -> Colour:
    return tuple(sum(a * b for a, b in zip(row, colour, strict=True)) for row in matrix)


def oklab(colour: Colour) -> Colour:
    cones = times(
        ((0.4122214708, 0.5363325363, 0.0514459929), (0.2119034982, 0.6806995451, 0.1073969566),
         (0.0883024619, 0.2817188376, 0.6299787005)), tuple(min(1, max(0, part)) for part in colour),
    )  # fmt: skip
    return times(
        ((0.2104542553, 0.793617785, -0.0040720468), (1.9779984951, -2.428592205, 0.4505937099),
         (0.0259040371, 0.7827717662, -0.808675766)), tuple(part ** (1 / 3) for part in cones),
    )  # fmt: skip


def contrast(one: Colour, other: Colour) -> float:
    """As WCAG 2.2 defines it."""
    low, high = sorted(0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2] for c in (one, other))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", SETS)
@pytest.mark.parametrize("sight", SIGHT)
def test_colours_of_a_set_are_told_apart(scheme: str, name: str, sight: str) -> None:
    """Any two of them differ well, for every kind of sight."""
    colours = tokens()[scheme]
    seen = {code: oklab(times(SIGHT[sight], colours[code])) for code in SETS[name]}
    near = {pair: dist(seen[pair[0]], seen[pair[1]]) for pair in combinations(seen, 2)}
    closest = min(near, key=lambda pair: near[pair])
    assert near[closest] >= APART[name], closest


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_shapes_stand_out_from_the_page(scheme: str) -> None:
    """Each shape has a contrast of 3 to 1 with paper and panel, and text one of 4.5 to 1."""
    colours = tokens()[scheme]
    for ground in ("paper", "panel"):
        for code in (*KINDS, *STATUSES, *RATINGS, "count", "focus-ink", "rule"):
            if code in colours:
                assert contrast(colours[code], colours[ground]) >= 3, code
        for code in ("ink", "ink-2", "link", "mark"):
            assert contrast(colours[code], colours[ground]) >= 4.5, code


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_steps_of_the_map_carry_their_numbers(scheme: str) -> None:
    """The number in a tile has a contrast of 4.5 to 1, and each step is further from the paper than the last."""
    colours = tokens()[scheme]
    steps = [colours[f"map-{step}"] for step in range(5)]
    assert all(contrast(step, colours[f"map-{at}-ink"]) >= 4.5 for at, step in enumerate(steps))
    assert all(contrast(a, steps[0]) < contrast(b, steps[0]) for a, b in pairwise(steps))
