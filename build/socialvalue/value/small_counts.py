"""Hide the lines that could tell about a person: what room 3 leaves out of every number, and of every word.

What is hidden enters no published number at all: no sum, no £, no rating. So no subtraction can bring it back, and
what is published would be the same whatever the hidden numbers were. Which lines are hidden is settled in
domain/disclosure.py.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import repeat

import numpy as np
import pandas as pd

from socialvalue.domain import disclosure, remembered
from socialvalue.domain.few_people import counts_people
from socialvalue.domain.look_up import coded, looked_up
from socialvalue.domain.shown_numbers import untold
from socialvalue.records import Checked, Flags
from socialvalue.value.lines import where_counted
from socialvalue.value.totals import DIMENSIONS, members_of

HIDDEN = "c"
TOLD = ("public_note", "derivation")
"""Words of a line that may tell its number, or that of a line beside it."""


def reasons_of(lines: pd.DataFrame, checked: Checked) -> dict[str, str]:
    """Why lines are hidden, by their keys: those that are. `lines` are all that stand, as in lines.py."""
    measures, projects = checked.tables["measures"], checked.tables["projects"]
    lines = lines.assign(
        sensitivity=looked_up(lines, measures, "measure", "sensitivity", "none"),
        disadvantaged=looked_up(lines, measures, "measure", "disadvantaged", False),
    )
    settled = remembered.renamed(checked.tables["disclosures"], projects)
    lines = remembered.correcting(lines.assign(owner=lines["return_id"]), checked.tables["returns"], settled)
    linked = remembered.linked(measures, checked.tables["links"])
    found = disclosure.hidden(lines, linked, settled, disclosure.kept(checked.settings, settled))
    return {key: reason for key, reason in zip(lines["key"], found, strict=True) if reason}


def untold_keys(lines: pd.DataFrame, checked: Checked) -> set[str]:
    """The keys of lines of people whose number was replaced before a site showed it, and would be forgotten.

    `lines` are as in lines.py.
    """
    tables = checked.tables
    settled = remembered.renamed(tables["disclosures"], tables["projects"])
    if not disclosure.kept(checked.settings, settled):
        return set()
    lines = lines.assign(sensitivity=looked_up(lines, tables["measures"], "measure", "sensitivity", "none"))
    return set(lines.loc[untold(lines, settled), "key"])


def suppressed_of(lines: pd.DataFrame, reasons: Mapping[str, str]) -> pd.DataFrame:
    """One row per line to hide: the columns of the line that say what it is, `counted` and reason.

    `counted` says whether the line would have been in the sums.
    """
    about = ["key", "framework", "measure", "status", "counted", *(name for name in DIMENSIONS if name != "all")]
    found = where_counted(lines).loc[lines["key"].isin(reasons), list(dict.fromkeys(about))].reset_index(drop=True)
    return found.assign(reason=found["key"].map(reasons).astype(object))


def uncounted(lines: pd.DataFrame, suppressed: pd.DataFrame) -> pd.DataFrame:
    """The lines, of which those that are hidden are counted nowhere."""
    hidden = lines["key"].isin(suppressed["key"])
    return lines.assign(counted=lines["counted"] & ~hidden, marker=lines["marker"].mask(hidden, HIDDEN))


def masked(lines: pd.DataFrame) -> pd.DataFrame:
    """The lines as they may be seen: without the number of those that are hidden, or words that may tell it.

    How another line of the same measure was worked out may tell a hidden one (15 so far less 12), and so may what is
    said of the people that it is among (12, of whom 3 had been out of work): these words are left out too.
    """
    hidden = (lines["marker"] == HIDDEN).to_numpy(dtype=np.bool_)
    numbers = {name: lines[name].astype("Int64").mask(hidden) for name in ("quantity", "headcount")}
    near = _near(lines, hidden)
    words = {name: lines[name].mask(near, "") for name in TOLD}
    return lines.assign(**numbers, **words, bound=lines["bound"].mask(hidden, ""))


def with_suppressed(sums: pd.DataFrame, suppressed: pd.DataFrame, by: Sequence[str]) -> pd.DataFrame:
    """Sums by dimension and member with `suppressed`: how many lines of the same `by` they leave out as hidden."""
    left_out = suppressed[suppressed["counted"].to_numpy(dtype=np.bool_)]
    if left_out.empty:
        return sums.assign(suppressed=np.int64(0))
    shared = [left_out[name] for name in by]
    numbers: Counter[tuple[str, ...]] = Counter()
    for dimension, member in members_of(left_out, DIMENSIONS).items():
        numbers.update(zip(repeat(dimension), member, *shared, strict=False))
    cells = zip(*(sums[name] for name in ("dimension", "member", *by)), strict=True)
    return sums.assign(suppressed=np.array([numbers.get(cell, 0) for cell in cells], dtype=np.int64))


def _near(lines: pd.DataFrame, hidden: Flags) -> Flags:
    """The lines that are hidden, those of the same project and measure, and all of its return that count people."""
    series, _ = coded(lines, ["project", "framework", "measure"])
    beside = counts_people(lines) & lines["return_id"].isin(lines.loc[hidden, "return_id"]).to_numpy()
    found: Flags = np.isin(series, series[hidden]) | beside
    return found
