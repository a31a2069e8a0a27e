"""Figures that can't be put in order, in the words of a title."""

from collections.abc import Sequence

from socialvalue.publish.words import figures
from socialvalue.publish.words.language import _, _n

NAMED = 3
"""The most figures that a title names one by one."""


def in_each(given: Sequence[tuple[str, str]]) -> str:
    """Figures where none is said to be the highest, each with its place or year; of many only how many there are."""
    if len(given) > NAMED:
        return _n("%(num)s figure", "%(num)s figures", len(given))
    return figures.listing([_("%(figure)s in %(where)s", figure=figure, where=where) for where, figure in given])
