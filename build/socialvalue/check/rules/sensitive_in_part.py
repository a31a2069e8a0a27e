"""A sensitive group is counted in a project or in the projects that are parts of it, never in both."""

from collections.abc import Iterator

import pandas as pd

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.check.wording import in_words
from socialvalue.domain.clashes import KEY
from socialvalue.domain.few_people import guarded
from socialvalue.domain.project_parts import parts_of
from socialvalue.domain.remembered import LINK
from socialvalue.records import Severity, plain, rows

DAYS = ["project", "start", "end", "sensitive", "told"]


def find(tables: Tables) -> Iterator[Hit]:
    pairs = linked_projects(tables.links_now.drop(index=tables.joining.index), tables.links)
    if pairs.empty:
        return
    settled = plain(tables.settled[guarded(tables.settled)])
    told = pd.MultiIndex.from_frame(settled[KEY])
    counts = plain(tables.counts[tables.counts["project"].isin({*pairs["project"], *pairs["whole"]})])
    counts = counts.assign(told=pd.MultiIndex.from_frame(counts[KEY]).isin(told))
    every = pd.concat([counts, settled.assign(told=True)])
    every = every.assign(sensitive=every["sensitivity"] != "none")[DAYS].drop_duplicates()
    both = pd.concat([pairs, pairs.rename(columns={"project": "whole", "whole": "project"})], keys=[True, False])
    both = both.rename(columns={"whole": "project_other"}).assign(part=both.index.get_level_values(0))
    found = counts.assign(sensitive=counts["sensitivity"] != "none").merge(both, on="project")
    every = every.rename(columns={"project": "project_other"})
    yield from _hits(found.merge(every, on="project_other", suffixes=("", "_other")))


def linked_projects(now: pd.DataFrame, remembered: pd.DataFrame) -> pd.DataFrame:
    """The projects that hold others: project, whole, and whether the links of `now` alone say so."""
    now, remembered = (links.loc[links["framework"] == "", LINK] for links in (now, remembered))
    ends = {"name": "project", "leads_to": "part_of"}
    ever = parts_of(pd.concat([now, plain(remembered)]).rename(columns=ends))
    return ever.merge(parts_of(now.rename(columns=ends)).assign(today=True), how="left", on=["project", "whole"])


def _hits(found: pd.DataFrame) -> Iterator[Hit]:
    """A hit at each line that counts people for days on which a project that holds it, or lies in it, does.

    Of the two it is the one that the site has not told of yet, or else that of the part.
    """
    found = found[(found["start"] <= found["end_other"]) & (found["start_other"] <= found["end"])]
    found = found[found["sensitive"] | found["sensitive_other"]]
    alike = found["told"] == found["told_other"]
    found = found[(alike & found["part"]) | (~found["told"] & found["told_other"])]
    for line in rows(found.sort_values(["start_other", "end_other"]).drop_duplicates(["file", "row"])):
        said = f"{line.project_other} counts people too, for {in_words(line.start_other)} to {in_words(line.end_other)}"
        link = "is" if line.today is True else "was once"
        yield at(line, "measure", f"{said}, and one of the two {link} part of the other.", value=line.measure)


RULE = Rule(
    id="sensitive-in-part",
    severity=Severity.ERROR,
    group="Attestations and privacy",
    title="A sensitive group is counted in a project or in its parts",
    why="10 people in a whole project and 7 in the one part of it are 3 in the other part, which were hidden. Whoever "
    "counts people beside such a group would tell the most that it can be.",
    example="iw1 in a return of a project, and in one of a project with its name in part_of",
    mend="Count these people in the parts alone, or in the whole alone. Withdraw the other return.",
    find=find,
    of_what_stands=True,
)
