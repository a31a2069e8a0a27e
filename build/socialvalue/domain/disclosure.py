"""Which counts of people a site shows and which it hides, settled once and for all.

`register/disclosures.csv` remembers every count of people that a site has told of: its project, measure and days, and
whether it was shown. What is shown later is shown because it stands there, with the number that it has there. So no
second number of the same people ever meets the first one, and nothing that is published depends on a hidden number.
Source: the practice of the Government Statistical Service, marker [c]; see docs/decisions/0011.
"""

import numpy as np
import pandas as pd

from socialvalue.domain.clashes import KEY, clashes, same_count
from socialvalue.domain.covered import SPAN, covered, near, short_of
from socialvalue.records import (
    EACH_A_PERSON,
    LEAST_PEOPLE,
    MILLION,
    OF_PEOPLE,
    Flags,
    Ints,
    NoValue,
    Settings,
    plain,
)

OF_MEASURE = ["unit", "adds_up", "needs_headcount", "sensitivity", "disadvantaged"]
"""What never changes for the code of a measure that was told of."""
NOBODY_KNOWS = np.iinfo(np.int64).max
"""In the place of a number of people that a line does not give."""
FEW, CHANGED, AMONG, UNSETTLED = map(str, (NoValue.FEW, NoValue.CHANGED, NoValue.AMONG, NoValue.UNSETTLED))


def people_of(lines: pd.DataFrame) -> Ints:
    """People behind each line: its headcount, or its quantity where that tells of fewer or there is no headcount.

    A quantity tells of people where each one of its unit is about one person. A part of a person is one, and somebody
    stands behind every quantity; 0 where there is none.
    """
    whole = -(-lines["quantity"].astype("Int64") // MILLION)
    counted = whole.where(lines["unit"].isin(EACH_A_PERSON))
    headcount = lines["headcount"].astype("Int64")
    both = [each.fillna(NOBODY_KNOWS).to_numpy(dtype=np.int64) for each in (headcount, counted)]
    fewer = np.minimum(*both)
    found: Ints = np.where(fewer == NOBODY_KNOWS, whole.fillna(0).to_numpy(dtype=np.int64), fewer).astype(np.int64)
    somebody = (whole.fillna(0).gt(0) | headcount.fillna(0).gt(0)).to_numpy(dtype=np.bool_)
    return np.maximum(found, somebody.astype(np.int64))


def least_of(lines: pd.DataFrame) -> Ints:
    """How many people each line must have to be shown; 0 for a measure that is not sensitive."""
    return lines["sensitivity"].map(LEAST_PEOPLE).fillna(0).to_numpy(dtype=np.int64).astype(np.int64)


def few(lines: pd.DataFrame) -> Flags:
    """Whether so few people of a sensitive group stand behind each line that somebody could be recognised."""
    people = people_of(lines)
    found: Flags = (people > 0) & (people < least_of(lines))
    return found


def kept(settings: Settings, settled: pd.DataFrame) -> bool:
    """Whether a count of people needs a row of the register to be shown: where a repository is or was private."""
    return not settings.public or not settled.empty


def counts_people(lines: pd.DataFrame) -> Flags:
    """Whether each line counts people, by its unit or with a headcount, so that a sensitive group may be among them."""
    found: Flags = (lines["unit"].isin(OF_PEOPLE) | lines["headcount"].notna()).to_numpy(dtype=np.bool_)
    return found


def guarded(lines: pd.DataFrame) -> Flags:
    """The lines that the register remembers: those of sensitive groups, and others that count people."""
    found: Flags = counts_people(lines) | (least_of(lines) > 0)
    return found


def hidden(lines: pd.DataFrame, measures: pd.DataFrame, settled: pd.DataFrame, kept: bool) -> pd.Series:
    """Why each line is hidden: one of the reasons above, or empty where it is shown.

    `lines` stand, and have the columns of KEY, quantity, headcount, unit, sensitivity, disadvantaged and `corrects`, as
    `correcting` gives it. `measures` says which took one another's place, as `linked` gives it, `settled` is the
    register, as `renamed` gives it, and `kept` says whether a count needs a row of it to be shown.
    """
    lines = plain(lines)
    settled = _of_projects(settled, lines)
    reasons = _reasons(lines, measures, settled, kept)
    groups = _groups(lines, reasons, settled)
    among = _among(_spans(lines), groups, people_of(lines)) | _again(lines, reasons, measures, settled.iloc[:0], groups)
    return reasons.mask((reasons == "") & _beside(lines) & among, AMONG)


def unsettled(lines: pd.DataFrame, measures: pd.DataFrame, settled: pd.DataFrame) -> pd.DataFrame:
    """The rows that the register lacks, as it holds them; which of them may not be told: `late`; and which say
    `several`, as `_several` gives them.

    Late is a group among few people who were told of without it, or whose days were counted twice: whoever knows of
    these knows the most that it can be. A count that was told otherwise before, or is the second of two new counts of
    the same days, has a row of its own, which says that it is hidden: whatever was hidden is remembered.
    """
    lines = plain(lines)
    settled = _of_projects(settled, lines)
    reasons = _reasons(lines, measures, settled, kept=True)
    sensitive = least_of(lines) > 0
    known = pd.MultiIndex.from_frame(settled.loc[~settled["shown"].astype(bool), KEY])
    changed = (reasons == CHANGED).to_numpy() & ~pd.MultiIndex.from_frame(lines[KEY]).isin(known)
    new = (reasons == UNSETTLED).to_numpy() | changed
    if not new.any():
        return _several(lines, settled, settled)
    reasons = reasons.mask(reasons == UNSETTLED, np.where(few(lines), FEW, ""))
    ours = lines[new & sensitive].sort_values(KEY)
    pairs = clashes(ours, ours, measures)
    second = ours.index[np.unique(pairs.loc[pairs["at"] > pairs["at_other"], "at"])]
    reasons = reasons.mask(lines.index.isin(second), CHANGED)
    groups = _groups(lines, reasons, settled)
    lacking = _among(_spans(lines), groups, people_of(lines)) | _again(lines, reasons, measures, settled, groups)
    secret = (reasons != "").to_numpy()
    late = _told_of_few(lines, groups, settled) | (secret & _told_twice(lines, measures, settled))
    found = lines.assign(
        shown=np.where(sensitive, ~secret, ~lacking),
        least=np.where(reasons == CHANGED, 0, least_of(lines)),
        late=sensitive & late,
    )[new].sort_values(KEY)
    numbers = found["shown"] & found["sensitivity"].ne("none")
    found = found.assign(**{name: found[name].where(numbers) for name in ("quantity", "headcount")})
    found = found.sort_values("shown", kind="stable").drop_duplicates(KEY).assign(several=False)
    several = _several(lines, pd.concat([settled, found]), settled)
    return pd.concat([found, several]).sort_values([*KEY, "shown"])


def _several(lines: pd.DataFrame, remembered: pd.DataFrame, settled: pd.DataFrame) -> pd.DataFrame:
    """Rows that say of people in no sensitive group that more than one number of them was shown for the same days.

    Such a row is hidden, beside the one of `remembered` that is shown. So it is known when one of the numbers is gone.
    """
    shown = pd.MultiIndex.from_frame(remembered.loc[_shown_beside(remembered), KEY])
    known = pd.MultiIndex.from_frame(settled.loc[~settled["shown"].astype(bool), KEY])
    mine = pd.MultiIndex.from_frame(lines[KEY])
    several = _beside(lines) & mine.duplicated(keep=False) & mine.isin(shown) & ~mine.isin(known)
    found = lines[several].drop_duplicates(KEY).assign(shown=False, least=0, late=False, several=True)
    return found.assign(**{name: found[name].mask(found["least"] == 0) for name in ("quantity", "headcount")})


def _of_projects(settled: pd.DataFrame, lines: pd.DataFrame) -> pd.DataFrame:
    """The rows of the register on the projects of these lines: no other project's rows say anything of them."""
    return settled[settled["project"].isin(lines["project"])]


def _reasons(lines: pd.DataFrame, measures: pd.DataFrame, settled: pd.DataFrame, kept: bool) -> pd.Series:
    """Why each line by itself is hidden."""
    small = np.where(few(lines), FEW, "")
    if not kept:
        return pd.Series(small, index=lines.index, dtype=object)
    rows = settled.sort_values("shown", ascending=False, kind="stable").drop_duplicates(KEY)
    beside = lines[[*KEY, "quantity", "headcount"]].merge(rows, how="left", on=KEY, suffixes=("", "_settled"))
    otherwise = told_otherwise(beside)
    there = beside["shown"].notna().to_numpy(dtype=np.bool_)
    shown = beside["shown"].eq(True).to_numpy(dtype=np.bool_)
    sensitive = least_of(lines) > 0
    same = np.logical_and.reduce([_same(beside[name], beside[f"{name}_settled"]) for name in ("quantity", "headcount")])
    clashing = np.zeros(len(lines), dtype=np.bool_)
    alone = np.flatnonzero(sensitive & ~there)
    if len(alone) and len(rows):
        clashing[alone[clashes(lines.iloc[alone], rows[rows["sensitivity"] != "none"], measures)["at"]]] = True
    moved = sensitive & ~there & lines["corrects"].to_numpy(dtype=np.bool_)
    changed = clashing | moved | (sensitive & shown & ~same) | otherwise
    cases = [~guarded(lines), changed, ~there, shown, sensitive]
    reasons = np.select(cases, ["", CHANGED, UNSETTLED, small, FEW], AMONG)
    return pd.Series(reasons, index=lines.index, dtype=object)


def told_otherwise(rows: pd.DataFrame) -> Flags:
    """The rows of the register of groups that were hidden, however many they were, as they were told otherwise before.

    They have 0 in `least`, and may stand beside the row of what was told.
    """
    hidden = (rows["shown"].eq(False) & rows["least"].eq(0)).fillna(False).to_numpy(dtype=np.bool_)
    found: Flags = hidden & (rows["sensitivity"] != "none").to_numpy()
    return found


def _same(one: pd.Series, other: pd.Series) -> Flags:
    found: Flags = (one.eq(other).fillna(False) | (one.isna() & other.isna())).to_numpy(dtype=np.bool_)
    return found


def _groups(lines: pd.DataFrame, reasons: pd.Series, settled: pd.DataFrame) -> pd.DataFrame:
    """The groups of each project's days: how many are hidden, the most that one needs, and people that were shown."""
    of_groups = settled[settled["sensitivity"] != "none"]
    flags = lines.drop_duplicates(["framework", "measure"]).set_index(["framework", "measure"])["disadvantaged"]
    own = pd.MultiIndex.from_frame(of_groups[["framework", "measure"]])
    today = flags.reindex(own).fillna(True).to_numpy(dtype=np.bool_)
    one = np.where(of_groups["disadvantaged"] == "", today, of_groups["disadvantaged"] == "yes")
    least = of_groups["least"].mask(told_otherwise(of_groups), least_of(of_groups))
    of_groups = of_groups.assign(hidden=~of_groups["shown"].astype(bool), one=one, least=least)
    now = lines.assign(hidden=reasons != "", one=lines["disadvantaged"], least=least_of(lines))[least_of(lines) > 0]
    of_each = [*KEY, "quantity", "headcount", "unit", "hidden", "one", "least"]
    every = pd.concat([of_groups[of_each], now[of_each]])
    most = np.maximum(people_of(every), every["headcount"].astype("Int64").fillna(0).to_numpy(dtype=np.int64))
    every["people"] = np.where(every["one"] & ~every["hidden"], most, 0)
    every["least"] = every["least"].where(every["hidden"], 0).astype("int64")
    each = every.groupby(KEY, as_index=False).agg({"hidden": "max", "people": "max", "least": "max"})
    return each.groupby(SPAN, as_index=False).agg({"hidden": "sum", "people": "sum", "least": "max"})


def _spans(lines: pd.DataFrame) -> pd.DataFrame:
    return lines[SPAN].reset_index(drop=True)


def _among(spans: pd.DataFrame, groups: pd.DataFrame, people: Ints) -> Flags:
    """Whether so few people would be left for the hidden groups of their days that they limit one of them.

    Nobody limits a group to its other days.
    """
    short, of_hidden = short_of(spans, groups, people)
    return short & of_hidden


def _told_of_few(lines: pd.DataFrame, groups: pd.DataFrame, settled: pd.DataFrame) -> Flags:
    """Whether no day of each line has room for it in every count that was shown: these together limit a hidden group.

    On a day where all have room, the whole line may be of that day. Of a row that has no line any more, nobody knows
    how many it told of.
    """
    shown = settled[_shown_beside(settled)]
    now = lines.assign(people=people_of(lines)).groupby(KEY)["people"].min()
    people = now.reindex(pd.MultiIndex.from_frame(shown[KEY])).fillna(0).to_numpy(dtype=np.int64)
    short, of_hidden = short_of(_spans(shown), groups, people)
    return covered(_spans(lines), shown[short]) & near(_spans(lines), shown[short & of_hidden])


def _beside(counts: pd.DataFrame) -> Flags:
    """The counts of people who are in no sensitive group, lines or rows of the register: a group may be among them."""
    found: Flags = counts_people(counts) & (counts["sensitivity"] == "none").to_numpy(dtype=np.bool_)
    return found


def _again(
    lines: pd.DataFrame, reasons: pd.Series, measures: pd.DataFrame, settled: pd.DataFrame, groups: pd.DataFrame
) -> Flags:
    """The lines of people, some of whose people another line or a row that is shown counts too, near a hidden group.

    Their difference is the people of the days, places or firms between them, and these may be few. So of all that is
    shown of a measure, nothing has a day in common with what counts people on the days of a hidden group.
    """
    groups = groups[groups["hidden"] > 0]
    near_one = lines["project"].isin(groups["project"]).to_numpy() & (reasons == "").to_numpy()
    at = np.flatnonzero(near_one & _beside(lines))
    one, shown = lines.iloc[at], settled[_shown_beside(settled)]
    again = np.zeros(len(lines), dtype=np.bool_)
    if not len(at):
        return again
    of_lines, of_rows = clashes(one, one, measures), clashes(one, shown, measures)
    of_lines, of_rows = of_lines[of_lines["at"] != of_lines["at_other"]], of_rows[~same_count(of_rows)]
    for other, pairs in ((one, of_lines), (shown, of_rows)):
        close = near(_spans(one), groups)[pairs["at"]] | near(_spans(other), groups)[pairs["at_other"]]
        again[at[pairs["at"][close]]] = True
    return again


def _told_twice(lines: pd.DataFrame, measures: pd.DataFrame, settled: pd.DataFrame) -> Flags:
    """Whether each line has a day in common with one of two counts of the same people that were both shown."""
    shown = settled[_shown_beside(settled)].drop_duplicates(KEY)
    if shown.empty:
        return np.zeros(len(lines), dtype=np.bool_)
    pairs = clashes(shown, shown, measures)
    now = pd.MultiIndex.from_frame(lines[_beside(lines)][KEY])
    ever = pd.MultiIndex.from_frame(settled.loc[~settled["shown"].astype(bool), KEY])
    both = pd.MultiIndex.from_frame(shown[KEY]).isin(now[now.duplicated()].append(ever))
    both[pairs.loc[~same_count(pairs), "at"]] = True
    return near(_spans(lines), _spans(shown[both]))


def _shown_beside(settled: pd.DataFrame) -> Flags:
    """The rows of people in no sensitive group who were shown."""
    found: Flags = ((settled["sensitivity"] == "none") & settled["shown"].astype(bool)).to_numpy(dtype=np.bool_)
    return found
