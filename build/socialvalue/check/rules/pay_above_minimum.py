"""An hour of work is valued at no less than what the law says it must be paid."""

from collections.abc import Iterator

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.check.wording import figure
from socialvalue.domain.look_up import beside
from socialvalue.records import Severity, rows

HOURS = ("hours", "staff_hours", "expert_hours")
"""The units that are an hour of somebody's work."""


def find(tables: Tables) -> Iterator[Hit]:
    wages = tables["minimum-wages"].dropna(subset=["hourly_gbp"])
    adult = {day[:4]: max(same["hourly_gbp"]) for day, same in wages.groupby(wages["valid_from"].astype(str))}
    measures = tables["measures"][["owner", "measure", "unit"]]
    values = beside(tables["unit-values"], ["owner", "measure"], measures, ["owner", "measure"], ["unit"])
    for row in rows(values[values["unit"].isin(HOURS)].dropna(subset=["value_gbp"])):
        least = adult.get(str(row.price_year)[:4], 0)
        if row.value_gbp < least:
            said = f"£{figure(row.value_gbp)} for an hour is less than the law's £{figure(least)} of {row.price_year}."
            yield at(row, "value_gbp", said, value=figure(row.value_gbp))


RULE = Rule(
    id="pay-above-minimum",
    severity=Severity.WARNING,
    group="Frameworks",
    title="An hour of work is worth at least the minimum wage",
    why="A lower figure is a slip, or is the price of something else than an adult's hour of work.",
    example="an hour of volunteering at £4.43 in the prices of 2024",
    mend="Look at the value, its unit and its price year. If it is right, say in accepted-warnings.csv why.",
    find=find,
)
