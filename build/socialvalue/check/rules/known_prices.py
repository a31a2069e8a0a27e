"""The table of deflators has the price index and the years that the settings and the unit values name."""

from collections.abc import Iterator

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.domain.years import price_base
from socialvalue.records import Severity, rows


def find(tables: Tables) -> Iterator[Hit]:
    deflators, settings = tables["deflators"], tables.settings
    if deflators.empty:
        return
    vintages = sorted(set(deflators["vintage"]))
    vintage = settings.deflator_vintage or vintages[-1]
    years = sorted(set(deflators.loc[deflators["vintage"] == vintage, "financial_year"]) - {""})
    if not years:
        said = f'"{vintage}" is no vintage of reference/deflators.csv.'
        yield _in_settings("deflator_vintage", vintage, said, f"Write one of these: {', '.join(vintages)}.")
    elif settings.real_year not in years:
        said = f'"{settings.real_year}" is no financial year of the price index of {vintage}.'
        mend = f"Write a financial year as the table does, from {years[0]} to {years[-1]}."
        yield _in_settings("real_year", settings.real_year, said, mend)
    if years:
        yield from _in_unit_values(tables, vintage, years)


def _in_unit_values(tables: Tables, vintage: str, years: list[str]) -> Iterator[Hit]:
    """A value that is brought to the prices of later years needs the index of its own."""
    values = tables["unit-values"]
    wanted = values[values["uprate"].to_numpy(dtype=bool) & ~values["price_year"].isin(["", "delivery"])]
    for row in rows(wanted):
        base = price_base(row.price_year, "")
        if base not in years:
            known = f"which has {years[0]} to {years[-1]}"
            said = f"The price index of {vintage}, {known}, lacks {base}: nothing is worth a £ by this value."
            mend = f"Correct the year, or add {base} to reference/deflators.csv."
            yield at(row, "price_year", said, mend, value=row.price_year)


def _in_settings(name: str, value: str, message: str, mend: str) -> Hit:
    return Hit(message, mend, "", "authority.toml", None, name, value)


RULE = Rule(
    id="known-prices",
    severity=Severity.ERROR,
    group="Frameworks",
    title="Prices are of a year that is known",
    why="Without the price index of that year no £ can be worked out, and every figure would be a count.",
    example='real_year = "2031-32", where the table ends with 2024-25',
    mend="Correct the year in data/authority.toml or in unit-values.csv, or add it to reference/deflators.csv.",
    find=find,
)
