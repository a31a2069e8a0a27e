"""A project reports no more for each pound of its contract than nearly all others do, or is asked about it."""

from collections.abc import Iterator

import pandas as pd

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.check.wording import figure
from socialvalue.records import MILLION, Severity, rows


def find(tables: Tables) -> Iterator[Hit]:
    found = tables["benchmarks"]
    projects = tables["projects"].drop_duplicates("project").set_index("project")
    costs = projects["contract_gbp"].fillna(projects["total_cost_gbp"])
    for benchmark in rows(found[(found["kind"] == "range")].dropna(subset=["high", "per"])):
        lines = tables.standing
        lines = lines[(lines["framework"] == benchmark.owner) & (lines["measure"] == benchmark.measure)]
        lines = lines.assign(cost=lines["project"].astype(str).map(costs)).dropna(subset=["cost"])
        lines = lines[lines["cost"] > 0].sort_values("start")
        for _, same in lines.groupby(lines["project"].astype(str)):
            yield from _asked(same, benchmark)


def _asked(lines: pd.DataFrame, benchmark: object) -> Iterator[Hit]:
    """The last line of a project whose lines come to more than the high end for what it costs."""
    per, low, high = (int(getattr(benchmark, name) or 0) for name in ("per", "low", "high"))
    *_, last = rows(lines)
    whole = sum(int(quantity) for quantity in lines["quantity"])
    if whole * per > high * int(last.cost):
        each = figure(whole * per * 10 // int(last.cost) // MILLION * MILLION // 10)
        said = f"All that {last.project} reports of {last.measure} comes to {each} for each £{per:,}. "
        said += f"Most projects report {figure(low)} to {figure(high)}."
        yield at(last, "quantity", said, value=figure(last.quantity))


RULE = Rule(
    id="above-others",
    severity=Severity.NOTE,
    group="Plausibility",
    title="What is reported is near what others report",
    why="Days in the place of weeks, or a total since the start, make a project look far better than all others.",
    example="fw3,1200,weeks on a contract of £10,000,000",
    mend="Look at the number, its unit and contract_gbp in register/projects.csv. If all are right, keep them.",
    find=find,
)
