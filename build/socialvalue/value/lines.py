"""Lines and targets with everything that is known of them, ready to be valued."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from socialvalue.domain.frameworks import signed_under
from socialvalue.records import Checked
from socialvalue.value.codes import coded, ordered
from socialvalue.value.exact import Flags
from socialvalue.value.parts import held_by_same, holders
from socialvalue.value.prices import financial_year, last_day

OF_RETURN = ["return_id", "project", "period", "start", "end", "framework", "edition", "basis", "supersedes", "reason"]
REVISED = "r"


def lines_of(checked: Checked) -> pd.DataFrame:
    """The lines that stand, as described in records.valuation.

    A superseding return replaces the whole of the earlier one. Its own lines are marked as revised.
    """
    return standing(every_line(checked), last_of(successors(checked)), checked.tables["measures"])


def every_line(checked: Checked) -> pd.DataFrame:
    """Every line with what is known of it, also those that a later return replaced."""
    tables = checked.tables
    returns = tables["returns"].rename(columns={"owner": "return_id"}).reindex(columns=OF_RETURN, fill_value="")
    found = pd.concat([tables["lines"], tables["superseded-lines"]], ignore_index=True)
    found = found.rename(columns={"owner": "return_id"}).merge(returns, on="return_id")
    found["key"] = found["return_id"] + "#" + found["line"].astype(str)
    found["marker"] = np.where(found["supersedes"] == "", "", REVISED)
    return _placed(found, checked, ["project", "end", "return_id", "line"])


def standing(found: pd.DataFrame, now: Mapping[str, str], measures: pd.DataFrame) -> pd.DataFrame:
    """The lines of the returns that stand. `now` maps each return that does not to the one that does in its place."""
    stand = found[~found["return_id"].isin(list(now))].reset_index(drop=True)
    stand["held_in"] = _held_in(stand, now)
    return stand.assign(counted=_once(stand, _true(stand)) & latest(stand, measures))


def targets_of(checked: Checked) -> pd.DataFrame:
    """One row per target. A target that another one replaced is kept, and is not current.

    Its framework is that of domain/frameworks.py.
    """
    targets = checked.tables["targets"]
    found = targets.merge(checked.tables["projects"][["project", "framework", "edition"]], on="project")
    found["framework"] = framework_of_targets(checked)
    found["key"] = found["target"]
    found["return_id"] = ""
    found["status"] = "committed"
    found["start"] = ""
    found["end"] = [last_day(due or stated) for due, stated in zip(found["due"], found["stated_on"], strict=True)]
    found["current"] = ~found["target"].isin(targets["replaces"])
    later = targets[targets["replaces"] != ""]
    now = last_of(dict(zip(later["replaces"], later["target"], strict=True)))
    found["held_in"] = [now.get(whole, whole) for whole in found["part_of"]]
    found = _placed(found, checked, ["project", "end", "key"])
    live = (found["current"] & (found["strength"] == "commitment")).to_numpy(dtype=np.bool_)
    found = found.assign(counted=live & _once(found, live))
    return found.assign(alone=_alone(found, checked.tables["measures"]))


def _alone(targets: pd.DataFrame, measures: pd.DataFrame) -> Flags:
    """True for each of several promises of one project in a measure that does not add up: each stands alone."""
    measure = [targets[name] for name in ("project", "framework", "measure")]
    several = targets["counted"].groupby(measure).transform("sum") > 1
    adds_up = looked_up(targets, measures, "measure", "adds_up", "")
    found: Flags = several.to_numpy(dtype=np.bool_) & targets["counted"].to_numpy(dtype=np.bool_) & (adds_up != "flow")
    return found


def framework_of_targets(checked: Checked) -> pd.Series:
    """The framework that each target is counted under."""
    targets, projects, returns, measures = (
        checked.tables[name] for name in ("targets", "projects", "returns", "measures")
    )
    return pd.Series(signed_under(targets, projects, returns, measures), index=targets.index, dtype=object)


def looked_up(found: pd.DataFrame, table: pd.DataFrame, by: str, column: str, none: str | bool) -> Any:
    """One column of a framework's table (measures or units) for each row, as an array; `none` if it has no such row."""
    known = dict(zip(zip(table["owner"], table[by], strict=True), table[column], strict=True))
    codes, first = coded(found, ["framework", by])
    cases = zip(*(found[name].to_numpy()[first] for name in ("framework", by)), strict=True)
    cells = np.empty(len(first), dtype=np.bool_ if none is False else object)
    cells[:] = [known.get(case, none) for case in cases]
    return cells[codes]


def latest(lines: pd.DataFrame, measures: pd.DataFrame) -> Flags:
    """False for a stock (a count on one day) that the same project has counted again since: stocks are never added."""
    stock = looked_up(lines, measures, "measure", "adds_up", "") == "stock"
    if not stock.any():
        return _true(lines)
    last = lines.groupby(["project", "framework", "measure"])["end"].transform("max")
    found: Flags = ~stock | (lines["end"] == last).to_numpy()
    return found


def _once(found: pd.DataFrame, live: Flags) -> Flags:
    """False for a part of another row that counts the same measure."""
    measures, _ = coded(found, ["framework", "measure"])
    return ~held_by_same(holders(found["key"], found["held_in"]), measures, live)


def _true(found: pd.DataFrame) -> Flags:
    return np.ones(len(found), dtype=np.bool_)


def successors(checked: Checked) -> dict[str, str]:
    """Each return that another one replaced, with that one."""
    returns = checked.tables["returns"]
    later = returns[returns["supersedes"] != ""]
    return dict(zip(later["project"] + "/" + later["supersedes"], later["owner"], strict=True))


def last_of(after: Mapping[str, str]) -> dict[str, str]:
    """Each name with the last one of its chain."""
    found = {}
    for first in after:
        last = first
        for _ in after:
            last = after.get(last, last)
        found[first] = last
    return found


def _held_in(lines: pd.DataFrame, now: Mapping[str, str]) -> list[str]:
    """The key of the line that holds each line: a line keeps its number when its return is corrected."""
    keys = []
    for part_of, return_id in zip(lines["part_of"], lines["return_id"], strict=True):
        owner, _, line = part_of.rpartition("#")
        owner = owner or return_id
        keys.append(f"{now.get(owner, owner)}#{line}" if line else "")
    return keys


def _placed(found: pd.DataFrame, checked: Checked, order: Sequence[str]) -> pd.DataFrame:
    programmes = checked.tables["projects"].set_index("project")["programme"]
    found["programme"] = found["project"].map(programmes).fillna("")
    found["theme"] = looked_up(found, checked.tables["measures"], "measure", "theme", "")
    found["year"] = found["end"].map({day: financial_year(day) for day in found["end"].unique()})
    return ordered(found, order)
