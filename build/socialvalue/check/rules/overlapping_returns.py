"""No two returns of a project report the same days, unless one replaces the other."""

from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from socialvalue.check.rule import Hit, Rule, about
from socialvalue.check.tables import Tables
from socialvalue.check.wording import in_words
from socialvalue.records import Severity, rows


def find(tables: Tables) -> Iterator[Hit]:
    returns = tables["returns"]
    replaced = returns["project"] + "/" + returns["supersedes"]
    dated = returns[(returns["start"] != "") & (returns["end"] != "") & ~returns["owner"].isin(replaced)]
    crowded = dated[dated.duplicated("project", keep=False)].sort_values(["project", "start"])
    if crowded.empty:
        return
    counted = _counted(tables)
    for _, group in crowded.groupby("project"):
        before: list[Any] = []
        for returned in rows(group):
            before = [other for other in before if other.end >= returned.start]
            for other in before:
                yield from _pair(other, returned, counted, tables)
            before.append(returned)


def _counted(tables: Tables) -> Mapping[str, frozenset[str]]:
    """The measures whose periods are added up, of each return, without the lines that are part of others."""
    lines = tables.lines
    lines = lines[(lines["measure_adds_up"] == "flow") & (lines["part_of"] == "")]
    found: pd.Series[Any] = lines.groupby("owner")["measure"].agg(frozenset)
    return {str(owner): measures for owner, measures in found.items()}


def _pair(one: Any, other: Any, counted: Mapping[str, frozenset[str]], tables: Tables) -> Iterator[Hit]:
    both = sorted(counted.get(one.owner, frozenset()) & counted.get(other.owner, frozenset()))
    if not both and "compiled" in (one.basis, other.basis):
        return
    first, later = sorted((one, other), key=lambda r: (r.owner in tables.asked, r.received_on, r.start, r.period))
    days = f"{in_words(first.start)} to {in_words(first.end)}"
    said = f"The period overlaps with that of {first.period}, {days}."
    if both:
        said += f" Both report {', '.join(both)}."
    yield about(later, "period", said)


RULE = Rule(
    id="overlapping-returns",
    severity=Severity.ERROR,
    group="Periods",
    title="Two returns of a project do not cover the same days",
    why="What was delivered in the days that they share would be counted twice.",
    example='"start": "2024-03-01" beside a return that ends on 31 March 2024',
    mend="Give each return its own days. A correction names the return that it replaces in supersedes, and says why.",
    find=find,
)
