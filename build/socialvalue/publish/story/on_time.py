"""When returns are due, told from the register and the returns alone, and never from the clock."""

from collections.abc import Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from socialvalue.domain.reporting import Duty, duties
from socialvalue.domain.withheld import every_return
from socialvalue.publish.site import Site
from socialvalue.publish.words.language import N_, _

AHEAD = 8
"""Returns of one project that are told ahead, from the first that is not there."""
LOOKED_AT = 1_200
"""Periods of one row of the register that are looked through: a hundred years of months."""
EVERY: Mapping[str, str] = {
    "month": N_("Every month"),
    "quarter": N_("Every quarter"),
    "half-year": N_("Every six months"),
    "year": N_("Every year"),
}


class Rhythm(NamedTuple):
    """How often a project reports, and which of its returns come next."""

    project: str
    every: str
    """In words."""
    reported: int
    """How many periods a return is there for."""
    missing: Sequence[Duty]
    """The periods without one before the last that has one."""
    ahead: Sequence[Duty]
    """The periods after that, as many as are told ahead; none where the last one is reported."""


def rhythms(site: Site) -> list[Rhythm]:
    """One for each row of the register that says when a project reports."""
    return site.once("rhythms", lambda: _rhythms(site))


def _rhythms(site: Site) -> list[Rhythm]:
    frames = (site.frame("reporting"), site.frame("projects"), every_return(site.valuation.checked))
    found = []
    for row, periods in zip(site.rows("reporting"), duties(*frames), strict=True):
        known = list(islice(periods, LOOKED_AT))
        done = [number for number, duty in enumerate(known) if duty.reported]
        after = done[-1] + 1 if done else 0
        missing = [duty for duty in known[:after] if not duty.reported]
        found.append(Rhythm(row["project"], _(EVERY[row["every"]]), len(done), missing, known[after : after + AHEAD]))
    return found
