"""Lines and targets with everything that is known of them, ready to be valued."""

import pandas as pd

from socialvalue.records import Checked
from socialvalue.value.prices import financial_year


def lines_of(checked: Checked) -> pd.DataFrame:
    """One row per accepted line, as described in records.valuation."""
    tables = checked.tables
    returns = tables["returns"].rename(columns={"owner": "return_id"})
    found = tables["lines"].rename(columns={"owner": "return_id"}).drop(columns=["file"])
    found = found.merge(
        returns[["return_id", "project", "period", "start", "end", "framework", "edition", "basis"]],
        on="return_id",
    )
    found["key"] = found["return_id"] + "#" + found["line"].astype("string").astype(object)
    found["counted"] = found["part_of"] == ""
    return _placed(found, checked)


def targets_of(checked: Checked) -> pd.DataFrame:
    """One row per target. A target that another one replaced is kept, and is not current."""
    found = checked.tables["targets"].drop(columns=["file"])
    projects = checked.tables["projects"][["project", "framework", "edition"]]
    found = found.merge(projects, on="project")
    found["key"] = found["target"]
    found["status"] = "committed"
    found["end"] = found["due"].where(found["due"] != "", found["stated_on"])
    found["current"] = ~found["target"].isin(found["replaces"])
    found["counted"] = found["current"] & (found["part_of"] == "") & (found["strength"] == "commitment")
    return _placed(found, checked)


def _placed(found: pd.DataFrame, checked: Checked) -> pd.DataFrame:
    projects = checked.tables["projects"].set_index("project")["programme"]
    themes = checked.tables["measures"].set_index(["owner", "measure"])["theme"]
    found["programme"] = found["project"].map(projects)
    found["theme"] = [themes.get((f, m), "") for f, m in zip(found["framework"], found["measure"], strict=True)]
    found["year"] = [financial_year(day) if day else "" for day in found["end"]]
    return found.sort_values(["project", "end", "key"], ignore_index=True)
