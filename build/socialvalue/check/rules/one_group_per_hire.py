"""Whoever was taken on counts in one disadvantaged group at most."""

from collections.abc import Iterator

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.records import Severity, rows

WORK = ("fte_years", "person_years")
"""Units of people at work."""


def find(tables: Tables) -> Iterator[Hit]:
    lines = tables.lines
    lines = lines[lines["unit"].isin(WORK) & (lines["part_of"] == "") & lines["known"]]
    if lines.empty:
        return
    lines = lines.assign(headcount=lines["headcount"].astype("Float64"))  # however many there are
    groups, hires = (lines[lines["measure_disadvantaged"] == of] for of in (True, False))
    uncounted = set(hires.loc[hires["headcount"].isna(), "owner"])
    taken_on = hires[~hires["owner"].isin(uncounted)].groupby("owner")["headcount"].sum()
    told = groups.groupby("owner")["headcount"].sum()
    above = set(told.index[told.gt(taken_on.reindex(told.index)).fillna(False).to_numpy(dtype=bool)])
    last = groups[groups["owner"].isin(above)].drop_duplicates("owner", keep="last")
    for line in rows(last):
        said = "The disadvantaged groups of this return come to more people than it says were employed."
        yield at(line, "headcount", said)


RULE = Rule(
    id="one-group-per-hire",
    severity=Severity.WARNING,
    group="People",
    title="Each person counts in one group at most",
    why="A care leaver who was long out of work is one person. Counted in both groups, the same year of work is "
    "valued twice.",
    example="9 people in iw1 and 20 in iw2, where le1 tells of 24 employed",
    mend="Count each person in the group that fits best. Whoever is in a group is in local employment too.",
    find=find,
)
