"""What a line is worth, roughly: enough to ask a question, never to publish."""

import pandas as pd

from socialvalue.domain.look_up import beside
from socialvalue.records import MILLION


def worths(lines: pd.DataFrame, unit_values: pd.DataFrame, projects: pd.DataFrame) -> pd.DataFrame:
    """Those of the `lines` that are of projects with a contract, with `worth` and `contract` in pounds.

    The worth is the quantity times the lowest unit value of each kind, before deductions and in the prices of
    its source: valuing itself is done later, and in whole pence.
    """
    values = unit_values[unit_values["counts_in"] == "total"]
    lowest = values.groupby(["owner", "measure", "kind"])["value_gbp"].min().groupby(["owner", "measure"]).sum()
    priced = lowest.rename("each").reset_index()
    lines = beside(lines, ["project"], projects, ["project"], ["contract_gbp"])
    lines = lines.rename(columns={"contract_gbp": "contract"})
    lines = lines[lines["contract"].gt(0).fillna(False)]
    lines = beside(lines, ["framework", "measure"], priced, ["owner", "measure"], ["each"])
    lines = lines.assign(contract=lines["contract"].astype("Float64"))
    return lines.assign(worth=lines["quantity"].astype("Float64") / MILLION * lines["each"].fillna(0) / MILLION)
