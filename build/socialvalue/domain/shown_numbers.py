"""Numbers that the register says were shown, and whether a line says the same."""

import numpy as np
import pandas as pd

from socialvalue.domain.clashes import KEY
from socialvalue.domain.few_people import NOBODY_KNOWS, counts_people, people_of
from socialvalue.records import Flags, Ints


def another(lines: pd.DataFrame, shown: pd.DataFrame) -> Flags:
    """Whether each line has another number than the shown row of its count says, or there is no such row."""
    numbers = shown.loc[_numbered(shown), [*KEY, "quantity", "headcount"]].drop_duplicates(KEY)
    beside = lines[[*KEY, "quantity", "headcount"]].merge(numbers, how="left", on=KEY, suffixes=("", "_settled"))
    found: Flags = ~same_numbers(beside)
    return found


def same_numbers(pairs: pd.DataFrame) -> Flags:
    """Whether a line tells no other number than the row beside it, whose columns end in _settled.

    A headcount that is left out tells nothing new.
    """
    same = [pairs[name].eq(pairs[f"{name}_settled"]).fillna(False) for name in ("quantity", "headcount")]
    found: Flags = (same[0] & (same[1] | pairs["headcount"].isna())).to_numpy(dtype=np.bool_)
    return found


def untold(lines: pd.DataFrame, settled: pd.DataFrame) -> Flags:
    """The lines of people in no sensitive group whose number is neither the one that was shown nor known as another.

    Such a line was replaced before a site showed it: whatever is told of it would be forgotten.
    """
    found: Flags = beside_groups(lines) & never_told(lines, settled)
    return found


def never_told(lines: pd.DataFrame, settled: pd.DataFrame) -> Flags:
    """The lines whose number no row of the register can be about: none is there, or it was shown with another one.

    Rows of before, and of what was hidden, don't say which number it was; some of these say that it was a small one.
    """
    mine, hidden = pd.MultiIndex.from_frame(lines[KEY]), ~settled["shown"].to_numpy(dtype=np.bool_)
    small = hidden & settled["least"].gt(0).fillna(False).to_numpy(dtype=np.bool_)
    any_number = pd.MultiIndex.from_frame(settled.loc[(hidden & ~small) | ~(hidden | _numbered(settled)), KEY])
    least = settled[small].drop_duplicates(KEY).set_index(KEY)["least"].astype("int64")
    below, people = least.reindex(mine, fill_value=0).to_numpy(), people_of(lines)
    found: Flags = another(lines, settled[~hidden]) & ~mine.isin(any_number) & ~((people > 0) & (people < below))
    return found


def fewest_shown(shown: pd.DataFrame, lines: pd.DataFrame) -> Ints:
    """The fewest people that were shown for each of these rows, as far as it says so; its lines of today may be fewer.

    Rows of before say nothing, so it may have been nobody.
    """
    now = lines.assign(people=people_of(lines)).groupby(KEY)["people"].min()
    today = now.reindex(pd.MultiIndex.from_frame(shown[KEY]), fill_value=NOBODY_KNOWS).to_numpy(dtype=np.int64)
    found: Ints = np.minimum(today, np.where(_numbered(shown), people_of(shown), 0)).astype(np.int64)
    return found


def _numbered(rows: pd.DataFrame) -> Flags:
    """The rows that say how many people were shown."""
    found: Flags = (rows["quantity"].notna() | rows["headcount"].notna()).to_numpy(dtype=np.bool_)
    return found


def several(lines: pd.DataFrame, remembered: pd.DataFrame, settled: pd.DataFrame) -> pd.DataFrame:
    """Rows that say of people in no sensitive group that they had more than one number for the same days.

    Such a row is hidden, beside the one of `remembered` that is shown. So it is known when one of the numbers is gone.
    """
    shown = pd.MultiIndex.from_frame(remembered.loc[shown_beside(remembered), KEY])
    known = pd.MultiIndex.from_frame(settled.loc[~settled["shown"].astype(bool), KEY])
    mine = pd.MultiIndex.from_frame(lines[KEY])
    rows = remembered[shown_beside(remembered) & _numbered(remembered)]
    otherwise = mine.isin(pd.MultiIndex.from_frame(rows[KEY])) & another(lines, rows)
    numbers = mine.duplicated(keep=False) | otherwise
    several = beside_groups(lines) & numbers & mine.isin(shown) & ~mine.isin(known)
    found = lines[several].drop_duplicates(KEY).assign(shown=False, least=0, late=False, several=True)
    return found.assign(**{name: found[name].mask(found["least"] == 0) for name in ("quantity", "headcount")})


def shown_beside(settled: pd.DataFrame) -> Flags:
    """The rows of people in no sensitive group who were shown."""
    found: Flags = ((settled["sensitivity"] == "none") & settled["shown"].astype(bool)).to_numpy(dtype=np.bool_)
    return found


def beside_groups(counts: pd.DataFrame) -> Flags:
    """The counts of people who are in no sensitive group, lines or rows of the register: a group may be among them."""
    found: Flags = counts_people(counts) & (counts["sensitivity"] == "none").to_numpy(dtype=np.bool_)
    return found
