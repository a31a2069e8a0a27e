"""What a line would be worth at its framework's current edition. Each contract keeps the one it was signed under."""

import pandas as pd

from socialvalue.records import Checked
from socialvalue.records.frames import empty
from socialvalue.value.method import Method
from socialvalue.value.worth import worth

COLUMNS = ["key", "kind", "edition", "current_edition", "unit_value", "bound", "net_current", "net", "difference"]


def current_of(checked: Checked, subjects: pd.DataFrame, values: pd.DataFrame, method: Method) -> pd.DataFrame:
    """One row per line or target of an earlier edition and kind of value, as described in records/frames.py."""
    dated = set(method.unit_values.loc[method.unit_values["edition"] != "", "owner"]) & set(checked.editions)
    if not dated:
        return empty("at_current_edition")
    asked = subjects[subjects["framework"].isin(dated)]
    asked = asked.assign(current_edition=asked["framework"].map(checked.editions)).reset_index(drop=True)
    earlier = asked.loc[(asked["edition"] != "") & (asked["edition"] != asked["current_edition"])]
    if earlier.empty:
        return empty("at_current_edition")
    moved = asked["edition"].where(asked["edition"] == "", asked["current_edition"])
    now = worth(asked.assign(edition=moved), method).values
    pair = ["key", "kind"]
    found = _in_totals(now, earlier)[[*pair, "unit_value", "net"]].rename(columns={"net": "net_current"})
    found = found.merge(_in_totals(values, earlier)[[*pair, "net"]], how="outer", on=pair)
    found = found.merge(earlier[["key", "edition", "current_edition", "bound"]], on="key")
    nets = {name: found[name].fillna(0).astype("int64") for name in ("net_current", "net")}
    found = found.assign(
        unit_value=found["unit_value"].fillna(""), **nets, difference=nets["net_current"] - nets["net"]
    )
    return found.sort_values(pair, ignore_index=True)[COLUMNS]


def _in_totals(values: pd.DataFrame, rows: pd.DataFrame) -> pd.DataFrame:
    return values[(values["counts_in"] == "total") & values["key"].isin(rows["key"])]
