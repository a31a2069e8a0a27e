"""Whether a colour can be read or seen on the papers of the site, in light and in dark.

Source: Web Content Accessibility Guidelines 2.2, success criteria 1.4.3 and 1.4.11, with its relative
luminance.
"""

from collections.abc import Mapping

PAPERS: Mapping[str, tuple[str, ...]] = {"light": ("#ffffff", "#f6f4ef"), "dark": ("#14171c", "#1d2229")}
"""The paper and the panels of each scheme: those of tokens.css."""
LEAST: Mapping[str, float] = {
    **dict.fromkeys(("link", "link-hover", "mark"), 4.5),
    **dict.fromkeys(("fiscal", "economic", "wellbeing", "environmental", "local", "community"), 3.0),
}
"""The colours that an authority may set, and how much each must stand out: 4.5 for text, 3 for graphics."""


def contrast(one: str, other: str) -> float:
    """From 1, the same, to 21, black on white, of two colours such as #0b4f8a."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def too_faint(name: str, colour: str, scheme: str) -> bool:
    """Whether a colour of this name does not stand out enough on some paper of a scheme."""
    return any(contrast(colour, paper) < LEAST[name] for paper in PAPERS[scheme])


def _luminance(colour: str) -> float:
    levels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in levels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
