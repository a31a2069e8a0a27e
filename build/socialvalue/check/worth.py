"""What a line is worth, roughly: enough to ask a question, never to publish."""

import pandas as pd

from socialvalue.check.series import standing
from socialvalue.check.tables import Tables
from socialvalue.records import MILLION


def worths(tables: Tables) -> pd.DataFrame:
    """The lines that count of projects with a contract, with `worth` and `contract` in pounds.

    The worth is the quantity times the lowest unit value of each kind, before deductions and in the prices of
    its source: valuing itself is done later, and in whole pence.
    """
    values = tables["unit-values"]
    values = values[values["counts_in"] == "total"]
    lowest = values.groupby(["owner", "measure", "kind"])["value_gbp"].min().groupby(["owner", "measure"]).sum()
    contracts = tables["projects"].drop_duplicates("project").set_index("project")["contract_gbp"]
    lines = standing(tables)
    lines = lines.assign(contract=lines["project"].map(contracts).astype("Float64"))
    lines = lines[lines["contract"].gt(0).fillna(False)]
    lines = lines.join(lowest.astype("Float64").rename("each"), on=["framework", "measure"])
    return lines.assign(worth=lines["quantity"].astype("Float64") / MILLION * lines["each"].fillna(0) / MILLION)
