"""Whoever was taken on counts in one disadvantaged group at most."""

from collections.abc import Iterator

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.domain.look_up import coded
from socialvalue.records import WORK, Severity, rows


def find(tables: Tables) -> Iterator[Hit]:
    lines = tables.lines
    lines = lines[lines["unit"].isin(WORK) & (lines["part_of"] == "") & lines["known"]]
    if lines.empty:
        return
    group, taken_on = lines["measure_disadvantaged"], ~lines["measure_disadvantaged"]
    people = lines["headcount"].astype("Float64")  # however many there are
    return_of, _ = coded(lines, ["owner"])
    told, employed = (people.where(of, 0).fillna(0).groupby(return_of).transform("sum") for of in (group, taken_on))
    counted = (taken_on & people.notna()).groupby(return_of).transform("any")
    uncounted = (taken_on & people.isna()).groupby(return_of).transform("any")
    last = lines[group & counted & ~uncounted & told.gt(employed)].drop_duplicates("owner", keep="last")
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
