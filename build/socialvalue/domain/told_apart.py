"""What a site has told of as two stays two: a name or a link that would make one of them tells what either hides."""

from collections import defaultdict
from collections.abc import Iterable, Set

import pandas as pd

from socialvalue.domain.project_parts import parts_of
from socialvalue.domain.remembered import LINK, linked, named, names_now, unremembered
from socialvalue.records import plain, rows


def told_names(settled: pd.DataFrame, links: pd.DataFrame) -> frozenset[str]:
    """The projects that the register has told of, by the names that stand there."""
    ends = links[links["framework"] == ""]
    return frozenset({*settled["project"], *ends["name"], *ends["leads_to"]})


def joining_names(projects: pd.DataFrame, told: Iterable[Set[str]]) -> dict[str, list[str]]:
    """Each project that would be several in one by its earlier name, and these: names that were told of side by side.

    Each of `told` holds the names that projects had at one time. Two of these never become one.
    """
    now, found = names_now(projects), dict[str, list[str]]()
    for names in told:
        alike = defaultdict[str, list[str]](list)
        for name in sorted(names):
            alike[now.get(name, name)].append(name)
        for row in rows(projects[projects["renamed_from"] != ""]):
            several = alike.get(now.get(row.project, row.project), [])
            if len(several) > 1:
                found[row.project] = several
    return found


def joining_projects(now: pd.DataFrame, links: pd.DataFrame, settled: pd.DataFrame) -> pd.DataFrame:
    """The links of today that the register lacks and may not have: LINK, their places, and the ends `one` and `other`.

    By them two projects would become one, by whatever other links, of which the register tells for the same days, and
    of a sensitive group in one of them.
    """
    new, ends = unremembered(now, links), {"name": "project", "leads_to": "part_of"}
    new = new[new["framework"] == ""]
    days, before = _told_of(settled), plain(links).loc[links["framework"].to_numpy() == "", LINK].rename(columns=ends)
    if new.empty or days.empty:
        return new.iloc[:0].assign(one="", other="")
    ever = parts_of(pd.concat([before, new[LINK].rename(columns=ends)]))
    pairs = set(ever.itertuples(index=False, name=None)) - set(parts_of(before).itertuples(index=False, name=None))
    both = ever.merge(days, on="project").merge(days.add_suffix("_other"), left_on="whole", right_on="project_other")
    both = both[(both["start"] <= both["end_other"]) & (both["start_other"] <= both["end"])]
    both = both[both["sensitive"] | both["sensitive_other"]]
    pairs &= set(both[["project", "whole"]].itertuples(index=False, name=None))
    through = {*ever.itertuples(index=False, name=None), *((name, name) for name in {*ever["project"], *ever["whole"]})}
    joined = [
        next(((a, b) for a, b in sorted(pairs) if (a, link.name) in through and (link.leads_to, b) in through), None)
        for link in rows(new)
    ]
    found = new.assign(
        one=[each[0] if each else "" for each in joined], other=[each[1] if each else "" for each in joined]
    )
    return found[found["one"] != ""]


def _told_of(settled: pd.DataFrame) -> pd.DataFrame:
    """The days for which the register tells of people in each project, and whether they are of a sensitive group."""
    days = plain(settled).assign(sensitive=(settled["sensitivity"] != "none").to_numpy())
    return days[["project", "start", "end", "sensitive"]].drop_duplicates()


def joining_measures(now: pd.DataFrame, links: pd.DataFrame, settled: pd.DataFrame) -> pd.DataFrame:
    """The links of today between measures that the register lacks and may not have: as `joining_projects` gives them.

    By them two measures would become one, of which the register tells for the same days of a project, where anything of
    this project is of a sensitive group or hidden. `project` is that one.
    """
    new, settled = unremembered(now, links), plain(settled)
    new = new[new["framework"] != ""]
    close = settled.loc[~settled["shown"].astype(bool) | (settled["sensitivity"] != "none"), "project"]
    settled = settled[settled["project"].isin(close)]
    if new.empty or settled.empty:
        return new.iloc[:0].assign(one="", other="", project="")
    none = pd.DataFrame(columns=["owner", "measure", "replaced_by"], dtype=object)
    before, after = linked(none, links), linked(none, pd.concat([plain(links)[LINK], new[LINK]]))
    settled = settled.assign(before=named(settled, before), after=named(settled, after))
    both = settled.merge(settled, on=["project", "after"], suffixes=("", "_other"))
    both = both[(both["start"] <= both["end_other"]) & (both["start_other"] <= both["end"])]
    both = both[both["before"] < both["before_other"]].drop_duplicates("after").set_index("after")
    ends = named(new.rename(columns={"name": "measure"}), after)
    pairs = {row.Index: (row.measure, row.measure_other, row.project) for row in both.itertuples()}
    one, other, project = zip(*(pairs.get(end, ("", "", "")) for end in ends), strict=True)
    found = new.assign(one=one, other=other, project=project)
    return found[found["one"] != ""]
