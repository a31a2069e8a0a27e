"""Everything that decides a £ besides the line itself."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from socialvalue.records import Checked
from socialvalue.value.prices import deflators


@dataclass(frozen=True)
class Method:
    """The tables of all frameworks, the deflators of one vintage (millionths) and the year of real prices."""

    measures: pd.DataFrame
    units: pd.DataFrame
    unit_values: pd.DataFrame
    adjustments: pd.DataFrame
    index: Mapping[str, int]
    vintage: str
    real_year: str


def method_of(checked: Checked) -> Method:
    """The method that the repository sets."""
    tables = checked.tables
    vintage, index = deflators(tables["deflators"], checked.settings)
    return Method(
        measures=tables["measures"],
        units=tables["units"],
        unit_values=tables["unit-values"],
        adjustments=tables["adjustments"],
        index=index,
        vintage=vintage,
        real_year=checked.settings.real_year,
    )
