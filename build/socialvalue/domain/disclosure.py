"""Which counts of people a site shows and which it hides, settled once and for all.

`register/disclosures.csv` remembers every count of people that a site has told of: its project, measure and days, and
whether it was shown. What is shown later is shown because it stands there, with the number that it has there. So no
second number of the same people ever meets the first one, and nothing that is published depends on a hidden number.
Source: the practice of the Government Statistical Service, marker [c]; see docs/decisions/0011.
"""

import numpy as np
import pandas as pd

from socialvalue.domain.clashes import KEY, clashes, same_count
from socialvalue.domain.few_people import few, guarded, least_of, people_of
from socialvalue.domain.remembered import named
from socialvalue.domain.shared_days import SPAN, crossing, near, short_of
from socialvalue.domain.shown_numbers import another, beside_groups, fewest_shown, same_numbers, several, shown_beside
from socialvalue.records import Flags, NoValue, Settings, plain

OF_MEASURE = ["unit", "adds_up", "needs_headcount", "sensitivity", "disadvantaged"]
"""What never changes for the code of a measure that was told of."""
FEW, CHANGED, AMONG, UNSETTLED = map(str, (NoValue.FEW, NoValue.CHANGED, NoValue.AMONG, NoValue.UNSETTLED))


def kept(settings: Settings, settled: pd.DataFrame) -> bool:
    """Whether a count of people needs a row of the register to be shown: where a repository is or was private."""
    return not settings.public or not settled.empty


def hidden(lines: pd.DataFrame, measures: pd.DataFrame, settled: pd.DataFrame, kept: bool) -> pd.Series:
    """Why each line is hidden: one of the reasons above, or empty where it is shown.

    `lines` stand, and have the columns of KEY, quantity, headcount, unit, sensitivity, disadvantaged, and what
    `correcting` gives. `measures` says which took one another's place, as `linked` gives it, `settled` is the
    register, as `renamed` gives it, and `kept` says whether a count needs a row of it to be shown.
    """
    lines = plain(lines)
    settled = _of_projects(settled, lines)
    reasons = _reasons(lines, measures, settled, kept)
    groups = _groups(lines, reasons, settled)
    among = short_of(lines, groups, people_of(lines)) | _again(lines, reasons, measures, settled.iloc[:0], groups)
    among |= _moved(lines, measures, settled) if kept else crossing(lines, _secret(groups))
    return reasons.mask((reasons == "") & beside_groups(lines) & among, AMONG)


def unsettled(lines: pd.DataFrame, measures: pd.DataFrame, settled: pd.DataFrame) -> pd.DataFrame:
    """The rows that the register lacks, as it holds them; which of them may not be told: `late`; and which say
    `several`, as `several` gives them.

    Late is a group that something which was told before limits, as `_late` finds it. A count that was told otherwise
    before, or is the second of two new counts of the same days, has a row of its own, which says that it is hidden:
    whatever was hidden is remembered.
    """
    lines = plain(lines)
    settled = _of_projects(settled, lines)
    reasons = _reasons(lines, measures, settled, kept=True)
    sensitive = least_of(lines) > 0
    known = pd.MultiIndex.from_frame(settled.loc[~settled["shown"].astype(bool), KEY])
    changed = (reasons == CHANGED).to_numpy() & ~pd.MultiIndex.from_frame(lines[KEY]).isin(known)
    new = (reasons == UNSETTLED).to_numpy() | changed
    if not new.any():
        return several(lines, settled, settled)
    reasons = reasons.mask(reasons == UNSETTLED, np.where(few(lines), FEW, ""))
    ours = lines[new & sensitive].sort_values(KEY)
    pairs = clashes(ours, ours, measures)
    second = ours.index[np.unique(pairs.loc[pairs["at"] > pairs["at_other"], "at"])]
    reasons = reasons.mask(lines.index.isin(second), CHANGED)
    groups, people = _groups(lines, reasons, settled), people_of(lines)
    lacking = short_of(lines, groups, people) | crossing(lines, _secret(groups)) | _moved(lines, measures, settled)
    lacking |= _again(lines, reasons, measures, settled, groups)
    limited = _limited(lines, reasons, groups, measures, settled)
    found = lines.assign(
        shown=np.where(sensitive, reasons == "", ~lacking),
        least=np.where(reasons == CHANGED, 0, least_of(lines)),
        late=sensitive & (limited | _crossed(lines, reasons, second, settled)),
        people=people,
    )[new].sort_values([*KEY, "people"])
    found = found.assign(**{name: found[name].where(found["shown"]) for name in ("quantity", "headcount")})
    found = found.sort_values("shown", kind="stable").drop_duplicates(KEY).assign(several=False)
    again = several(lines, pd.concat([settled, found]), settled)
    return pd.concat([found, again]).sort_values([*KEY, "shown"])


def _limited(
    lines: pd.DataFrame, reasons: pd.Series, groups: pd.DataFrame, measures: pd.DataFrame, settled: pd.DataFrame
) -> Flags:
    """Whether what was told of its days limits each line, if it is of a group: few people, or two numbers of them."""
    shown = settled[shown_beside(settled)]
    short = short_of(shown, groups, fewest_shown(shown, lines))
    found: Flags = near(lines, shown[short]) | ((reasons != "").to_numpy() & _told_twice(lines, measures, settled))
    return found


def _crossed(lines: pd.DataFrame, reasons: pd.Series, second: pd.Index, settled: pd.DataFrame) -> Flags:
    """Whether the days of each line, if it is of a group, reach to others: of a hidden group, or where it is hidden.

    Of the days of a hidden group nothing is ever told but numbers of these very days. So no numbers of other days say
    where its people were, nor days on which nobody was there. A count that was told otherwise, or `second` of two, may
    move to such days: nobody knows how many it holds.
    """
    first = ~lines.index.isin(second)
    others = _groups(lines[first], reasons[first], settled)
    shown = settled[shown_beside(settled)]
    secret = crossing(lines, shown) | crossing(lines, others)
    crossed = np.where(reasons != "", secret, crossing(lines, _secret(others)))
    found: Flags = crossed.astype(np.bool_) & (reasons != CHANGED).to_numpy()
    return found


def _moved(lines: pd.DataFrame, measures: pd.DataFrame, settled: pd.DataFrame) -> Flags:
    """Whether each line may be a count of people that was hidden in its project, put elsewhere by a correction.

    It is new there, has another number than was shown, or is of other days than before. Where a hidden count of the
    days that are corrected is gone, also one of a group, the correction may call it by another measure: what it brings
    is hidden then, whatever it counts.
    """
    hidden = settled[~settled["shown"].to_numpy(dtype=np.bool_)]
    secret = hidden[beside_groups(hidden) & near(hidden, hidden[hidden["sensitivity"] != "none"])]
    ours, theirs = (pd.MultiIndex.from_arrays([frame["project"], named(frame, measures)]) for frame in (lines, secret))
    several = secret.groupby("project")["framework"].agg(set).to_dict()
    pairs = zip(lines["project"], lines["framework"], strict=True)
    elsewhere = np.array([bool(several.get(project, set()) - {own}) for project, own in pairs], dtype=np.bool_)
    new = ~pd.MultiIndex.from_frame(lines[KEY]).isin(pd.MultiIndex.from_frame(settled[KEY]))
    put = lines["moves"] | (lines["replaces"] & (new | another(lines, settled[shown_beside(settled)])))
    gone = pd.concat([secret, hidden[hidden["sensitivity"] != "none"]])
    gone = gone[~pd.MultiIndex.from_frame(gone[KEY]).isin(pd.MultiIndex.from_frame(lines[KEY]))]
    days = set(gone[SPAN].itertuples(index=False, name=None))
    instead = zip(lines["project"], lines["instead_of"], strict=True)
    otherwise = np.array([any((project, *span) in days for span in of) for project, of in instead], dtype=np.bool_)
    found: Flags = put.to_numpy(dtype=np.bool_) & (ours.isin(theirs) | elsewhere | otherwise)
    return found


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
    same = same_numbers(beside)
    clashing = np.zeros(len(lines), dtype=np.bool_)
    alone = np.flatnonzero(sensitive & ~there)
    if len(alone) and len(rows):
        clashing[alone[clashes(lines.iloc[alone], rows[rows["sensitivity"] != "none"], measures)["at"]]] = True
    moved = sensitive & ~there & lines["corrects"].to_numpy(dtype=np.bool_)
    changed = clashing | moved | (sensitive & shown & ~same) | otherwise
    cases = [~guarded(lines) & ~(there & ~shown), changed, ~there, shown, sensitive]
    reasons = np.select(cases, ["", CHANGED, UNSETTLED, small, FEW], AMONG)
    return pd.Series(reasons, index=lines.index, dtype=object)


def told_otherwise(rows: pd.DataFrame) -> Flags:
    """The rows of the register of groups that were hidden, however many they were, as they were told otherwise before.

    They have 0 in `least`, and may stand beside the row of what was told.
    """
    hidden = (rows["shown"].eq(False) & rows["least"].eq(0)).fillna(False).to_numpy(dtype=np.bool_)
    found: Flags = hidden & (rows["sensitivity"] != "none").to_numpy()
    return found


def _groups(lines: pd.DataFrame, reasons: pd.Series, settled: pd.DataFrame) -> pd.DataFrame:
    """The groups of each project's days: how many are hidden, people of groups that were shown, and `least`.

    That is the threshold of a hidden group, less its own people if a number of it was shown before: the most there is.
    """
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
    each["least"] = (each["least"] - each["people"]).where(each["hidden"].astype(bool))
    found = each.groupby(SPAN, as_index=False).agg({"hidden": "sum", "people": "sum", "least": "max"})
    return found.assign(least=found["least"].fillna(0).astype("int64"))


def _secret(groups: pd.DataFrame) -> pd.DataFrame:
    """The days of hidden groups."""
    return groups[groups["hidden"] > 0]


def _again(
    lines: pd.DataFrame, reasons: pd.Series, measures: pd.DataFrame, settled: pd.DataFrame, groups: pd.DataFrame
) -> Flags:
    """The lines of people, some of whose people another line or a row that is shown counts too, near a hidden group.

    Their difference is the people of the days, places or firms between them, and these may be few. So of all that is
    shown of a measure, nothing has a day in common with what counts people on the days of a hidden group.
    """
    groups = _secret(groups)
    near_one = lines["project"].isin(groups["project"]).to_numpy() & (reasons == "").to_numpy()
    at = np.flatnonzero(near_one & beside_groups(lines))
    one, shown = lines.iloc[at], settled[shown_beside(settled)]
    again = np.zeros(len(lines), dtype=np.bool_)
    if not len(at):
        return again
    of_lines, of_rows = clashes(one, one, measures), clashes(one, shown, measures)
    of_lines, of_rows = of_lines[of_lines["at"] != of_lines["at_other"]], of_rows[~same_count(of_rows)]
    for other, pairs in ((one, of_lines), (shown, of_rows)):
        close = near(one, groups)[pairs["at"]] | near(other, groups)[pairs["at_other"]]
        again[at[pairs["at"][close]]] = True
    return again


def _told_twice(lines: pd.DataFrame, measures: pd.DataFrame, settled: pd.DataFrame) -> Flags:
    """Whether each line has a day in common with one of two counts of the same people that were both shown."""
    shown = settled[shown_beside(settled)].drop_duplicates(KEY)
    if shown.empty:
        return np.zeros(len(lines), dtype=np.bool_)
    pairs = clashes(shown, shown, measures)
    now = pd.MultiIndex.from_frame(lines[beside_groups(lines)][KEY])
    ever = pd.MultiIndex.from_frame(settled.loc[~settled["shown"].astype(bool), KEY])
    both = pd.MultiIndex.from_frame(shown[KEY]).isin(now[now.duplicated()].append(ever))
    both[pairs.loc[~same_count(pairs), "at"]] = True
    return near(lines, shown[both])
