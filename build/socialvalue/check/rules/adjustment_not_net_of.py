"""No adjustment takes off what the unit values that it is for are already net of."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.records import Severity, rows


def find(tables: Tables) -> Iterator[Hit]:
    unit_values = tables["unit-values"]
    here = unit_values["file"].str.startswith("frameworks/")  # not those brought for one run
    if not (here & (unit_values["net_of"] != "")).any():
        return
    values = list(rows(unit_values[here]))
    adjustments = tables["adjustments"]
    named = adjustments.loc[adjustments["scope"] == "line", "applies_to"]
    lines = tables["lines"]
    lines = lines[lines["owner"].isin({name.partition("#")[0] for name in named})]
    measures = {f"{line.owner}#{line.line}": line.measure for line in rows(lines)}
    for adjustment in rows(adjustments):
        already = _already(adjustment, measures, values)
        if already:
            yield at(
                adjustment,
                "effect",
                f"{adjustment.effect} is taken off twice: {already} is already net of it.",
                value=adjustment.effect,
            )


def _already(adjustment: Any, measures: Mapping[str, str], unit_values: Sequence[Any]) -> str:
    """The first of the unit values of the adjustment's measure, where all of them are net of its effect."""
    named = {"measure": adjustment.applies_to, "line": measures.get(adjustment.applies_to, "")}
    measure = named.get(adjustment.scope, "")
    own = [row for row in unit_values if (row.owner, row.measure) == (adjustment.owner, measure)]
    own = [row for row in own if adjustment.kind in ("", row.kind)]
    net = [adjustment.effect in {name.strip() for name in row.net_of.split(";")} for row in own]
    return str(own[0].unit_value) if net and all(net) else ""


RULE = Rule(
    id="adjustment-not-net-of",
    severity=Severity.ERROR,
    group="Frameworks",
    title="Nothing is taken off that the unit value is already net of",
    why="What the source of a unit value has taken off already would be taken off twice, or be written down in vain.",
    example="claimant-deadweight,measure,iw1,,deadweight,0.2 beside a unit value of iw1 whose net_of says deadweight",
    mend="Delete the adjustment, or correct net_of in unit-values.csv if the source has not taken it off.",
    find=find,
)
