"""The settings name a price index and a year that the table of deflators has."""

from collections.abc import Iterator

from socialvalue.check.rule import Hit, Rule
from socialvalue.check.tables import Tables
from socialvalue.records import Severity


def find(tables: Tables) -> Iterator[Hit]:
    deflators, settings = tables["deflators"], tables.settings
    if deflators.empty:
        return
    vintages = sorted(set(deflators["vintage"]))
    vintage = settings.deflator_vintage or vintages[-1]
    years = sorted(deflators.loc[deflators["vintage"] == vintage, "financial_year"])
    if not years:
        said = f'"{vintage}" is no vintage of reference/deflators.csv.'
        yield _in_settings("deflator_vintage", vintage, said, f"Write one of these: {', '.join(vintages)}.")
    elif settings.real_year not in years:
        said = f'"{settings.real_year}" is no financial year of the price index of {vintage}.'
        mend = f"Write a financial year as the table does, from {years[0]} to {years[-1]}."
        yield _in_settings("real_year", settings.real_year, said, mend)


def _in_settings(name: str, value: str, message: str, mend: str) -> Hit:
    return Hit(message, mend, "", "authority.toml", None, name, value)


RULE = Rule(
    id="known-prices",
    severity=Severity.ERROR,
    group="Frameworks",
    title="Prices are of a year that is known",
    why="Without the price index of that year no £ can be worked out, and every figure would be a count.",
    example='real_year = "2031-32", where the table ends with 2024-25',
    mend="Correct data/authority.toml, or add the years to reference/deflators.csv.",
    find=find,
)
