"""Hide the lines behind which so few people of a sensitive group stand that somebody could be recognised.

What is hidden enters no published number at all: no sum, no £, no rating. So no subtraction can bring it back, and
what is published would be the same whatever the hidden numbers were. Which lines count as small is decided on people:
the headcount, or else the quantity. Source: the practice of the Government Statistical Service, marker [c].
"""

from collections import Counter
from collections.abc import Sequence
from itertools import repeat

import numpy as np
import pandas as pd

from socialvalue.domain.look_up import coded, looked_up
from socialvalue.domain.parts import climb, holders
from socialvalue.records import LEAST_PEOPLE, MILLION, Flags, Ints, NoValue
from socialvalue.value.totals import DIMENSIONS, members_of

HIDDEN = "c"
TOLD = ("public_note", "derivation")
"""Words of a line that may tell its number, or that of a line which belongs to it or follows it."""


def suppressed_of(lines: pd.DataFrame, measures: pd.DataFrame) -> pd.DataFrame:
    """One row per line to hide: the columns of the line that say what it is, `counted` and reason. No reason
    tells which line of a whole is the small one: that would narrow it down.

    `lines` are all that stand, as in lines.py; `counted` says whether the line would have been in the sums.
    """
    holder = holders(lines["key"], lines["held_in"])
    measure, first = coded(lines, ["framework", "measure"])
    least = _least(lines.iloc[first], measures)[measure]
    hidden = _spread(_people(lines), least, holder, measure)
    family = holder >= 0
    family[holder[holder >= 0]] = True
    about = ["key", "framework", "measure", "status", "counted", *(name for name in DIMENSIONS if name != "all")]
    found = lines[list(dict.fromkeys(about))].assign(reason=np.where(family, str(NoValue.FAMILY), str(NoValue.FEW)))[
        hidden
    ]
    return found.reset_index(drop=True)


def uncounted(lines: pd.DataFrame, suppressed: pd.DataFrame) -> pd.DataFrame:
    """The lines, of which those that are hidden are counted nowhere."""
    hidden = lines["key"].isin(suppressed["key"])
    return lines.assign(counted=lines["counted"] & ~hidden, marker=lines["marker"].mask(hidden, HIDDEN))


def masked(lines: pd.DataFrame) -> pd.DataFrame:
    """The lines as they may be seen: without the number of those that are hidden, or words that may tell it.

    The words of a whole may tell its parts (12 people, 3 of them from here), and how a later line of the same measure
    was worked out may tell an earlier one (15 so far less 12): these words are left out too.
    """
    hidden = (lines["marker"] == HIDDEN).to_numpy(dtype=np.bool_)
    numbers = {name: lines[name].astype("Int64").mask(hidden) for name in ("quantity", "headcount")}
    near = _near(lines, hidden)
    words = {name: lines[name].mask(near, "") for name in TOLD}
    return lines.assign(**numbers, **words, bound=lines["bound"].mask(hidden, ""))


def told(sums: pd.DataFrame, suppressed: pd.DataFrame, by: Sequence[str]) -> pd.DataFrame:
    """Sums by dimension and member with `suppressed`: how many lines of the same `by` they leave out as hidden."""
    left_out = suppressed[suppressed["counted"].to_numpy(dtype=np.bool_)]
    if left_out.empty:
        return sums.assign(suppressed=np.int64(0))
    shared = [left_out[name] for name in by]
    numbers: Counter[tuple[str, ...]] = Counter()
    for dimension, member in members_of(left_out, DIMENSIONS).items():
        numbers.update(zip(repeat(dimension), member, *shared, strict=False))
    cells = zip(*(sums[name] for name in ("dimension", "member", *by)), strict=True)
    return sums.assign(suppressed=np.array([numbers[cell] for cell in cells], dtype=np.int64))


def small(lines: pd.DataFrame, measures: pd.DataFrame) -> Flags:
    """Whether each line alone tells of so few people of a sensitive group that somebody could be recognised."""
    people = _people(lines)
    found: Flags = (people > 0) & (people < _least(lines, measures))
    return found


def _people(lines: pd.DataFrame) -> Ints:
    """People behind each line: its headcount, or else its quantity, a part of one being one."""
    whole = -(-lines["quantity"].astype("Int64") // MILLION)
    people = lines["headcount"].astype("Int64").fillna(whole)
    return people.to_numpy(dtype=np.int64).astype(np.int64)


def _least(lines: pd.DataFrame, measures: pd.DataFrame) -> Ints:
    """How many people each line must have to be shown."""
    sensitivity = looked_up(lines, measures, "measure", "sensitivity", "none")
    return np.array([LEAST_PEOPLE[each] for each in sensitivity], dtype=np.int64)


def _near(lines: pd.DataFrame, hidden: Flags) -> Flags:
    """The lines that are hidden, those of the same project and measure, and all that hold one that is hidden."""
    if not hidden.any():
        return hidden
    series, _ = coded(lines, ["project", "framework", "measure"])
    found: Flags = np.isin(series, series[hidden])
    for above in climb(holders(lines["key"], lines["held_in"])):
        found[above[hidden & (above >= 0)]] = True
    return found


def _spread(people: Ints, least: Ints, holder: Ints, measure: Ints) -> Flags:
    """What is hidden: small counts, and within a whole whatever would tell them.

    Everything inside one whole is hidden together. The whole stays unless it is a tighter limit on a part than the
    threshold is. Parts of the same measure share the whole, and there is somebody in each, so it must have room for the
    most that one of them may be and for one person in each of the others.
    """
    few = (people > 0) & (people < least)
    part = np.flatnonzero(holder >= 0)
    alike = part[measure[part] == measure[holder[part]]]
    room = np.zeros(len(people), dtype=np.int64)
    room[alike] = np.bincount(holder[alike], minlength=len(people))[holder[alike]] - 1
    hidden = few.copy()
    hidden[part] |= _small_rest(people, least, holder, measure)[holder[part]]
    need, most = np.where(few, least - 1, 0), people.max(initial=0) + 1
    while True:
        before = (int(hidden.sum()), int(need.sum()))
        further = np.minimum(need[part] + room[part], most)
        np.maximum.at(need, holder[part], np.where(need[part] > 0, further, 0))
        hidden |= (people > 0) & (people < need)
        opened = hidden.copy()
        opened[holder[part][hidden[part]]] = True
        hidden[part] |= opened[holder[part]]
        if (int(hidden.sum()), int(need.sum())) == before:
            return hidden


def _small_rest(people: Ints, least: Ints, holder: Ints, measure: Ints) -> Flags:
    """Whether what is left of a line, without its parts of the same measure, is itself a small count."""
    part = np.flatnonzero(holder >= 0)
    part = part[measure[part] == measure[holder[part]]]
    rest: Ints = people.copy()
    np.subtract.at(rest, holder[part], people[part])
    split = np.zeros(len(people), dtype=np.bool_)
    split[holder[part]] = True
    found: Flags = split & (rest > 0) & (rest < least)
    return found
