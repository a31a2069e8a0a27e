"""No two returns of a project report the same days, unless one replaces the other."""

from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from socialvalue.check.precedence import Pair, giving_way
from socialvalue.check.rule import Hit, Rule, about
from socialvalue.check.tables import Tables
from socialvalue.check.wording import in_words
from socialvalue.domain.standing import stands
from socialvalue.domain.successions import successors
from socialvalue.domain.years import gap_before
from socialvalue.records import Severity, rows

Counts = frozenset[tuple[str, str, str, str]]


def find(tables: Tables) -> Iterator[Hit]:
    returns = tables["returns"]
    dated = returns[(returns["start"] != "") & (returns["end"] != "") & stands(returns["owner"], successors(returns))]
    in_order = dated.sort_values(["project", "start", "end"])
    follows = in_order.duplicated("project") & gap_before(in_order).lt(0)
    crowded = in_order[in_order["project"].isin(in_order.loc[follows, "project"])]
    if crowded.empty:
        return
    counted = _counted(tables)
    same = dict(_pairs(crowded, counted))
    for first, later in giving_way(same, tables):
        alike = same.get((first.owner, later.owner), same.get((later.owner, first.owner), ()))
        said = f"The period overlaps with that of {first.period}, {in_words(first.start)} to {in_words(first.end)}."
        if alike:
            said += f" Both report {', '.join(sorted({measure for measure, *_ in alike}))}."
        yield about(later, "period", said)


def _pairs(crowded: pd.DataFrame, counted: Mapping[str, Counts]) -> Iterator[tuple[Pair, Counts]]:
    """Two submitted returns may not overlap at all. Public statements do; they may not tell of the same twice."""
    for _, group in crowded.groupby("project"):
        before: list[Any] = []
        for returned in rows(group):
            before = [other for other in before if other.end >= returned.start]
            for other in before:
                same = counted.get(other.owner, frozenset()) & counted.get(returned.owner, frozenset())
                if same or "compiled" not in (other.basis, returned.basis):
                    yield (other.owner, returned.owner), same
            before.append(returned)


def _counted(tables: Tables) -> Mapping[str, Counts]:
    """What each return counts, and of whom and where, without the lines that are part of others."""
    lines = tables.lines
    lines = lines[(lines["measure_adds_up"] == "flow") & (lines["part_of"] == "")]
    found: dict[str, set[tuple[str, str, str, str]]] = {}
    columns = (lines[name] for name in ("owner", "measure", "area", "organisation", "local_definition"))
    for owner, *counts in zip(*columns, strict=True):
        found.setdefault(owner, set()).add(tuple(counts))
    return {owner: frozenset(counts) for owner, counts in found.items()}


RULE = Rule(
    id="overlapping-returns",
    severity=Severity.ERROR,
    group="Periods",
    title="Two returns of a project do not cover the same days",
    why="What was delivered in the days that they share would be counted twice.",
    example='"start": "2024-03-01" beside a return that ends on 31 March 2024',
    mend="Give each return its own days. A correction names the return that it replaces in supersedes, and says why.",
    find=find,
    of_what_stands=True,
)
