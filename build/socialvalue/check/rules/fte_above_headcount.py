"""There are not more full-time jobs than people behind them."""

from collections.abc import Iterator

from socialvalue.check.rule import PLACE, Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.domain.years import YEAR, days_of
from socialvalue.records import MILLION, Severity, rows


def find(tables: Tables) -> Iterator[Hit]:
    lines = tables.lines
    lines = lines[(lines["unit"] == "fte_years") & lines["headcount"].notna()]
    if lines.empty:
        return
    most = lines["headcount"].astype("Float64") * (days_of(lines) / YEAR).fillna(1).clip(lower=1).round(2)
    above = (lines["quantity"].astype("Float64") / MILLION).gt(most).fillna(False)
    for line in rows(lines.loc[above, [*PLACE, "measure", "measure_name"]]):
        yield at(line, "quantity", f"{line.measure} ({line.measure_name}) has more full-time years than people.")


RULE = Rule(
    id="fte-above-headcount",
    severity=Severity.ERROR,
    group="People",
    title="Full-time jobs are not above the headcount",
    why="One person cannot hold more than one full-time job. The two columns may have been swapped.",
    example="le1,24,fte_years,5",
    mend="Look whether quantity and headcount were swapped, and correct the one that is wrong.",
    find=find,
)
