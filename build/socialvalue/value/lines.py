"""Lines and targets with everything that is known of them, ready to be valued."""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from socialvalue.domain.frameworks import signed_under
from socialvalue.domain.look_up import looked_up, ordered
from socialvalue.domain.standing import latest, once, stands
from socialvalue.domain.successions import holder, last_of, successors, target_successors
from socialvalue.domain.years import financial_year, last_day
from socialvalue.records import Checked, Flags
from socialvalue.value.places import only_places

OF_RETURN = ["return_id", "project", "period", "start", "end", "framework", "edition", "basis", "supersedes", "reason"]
REVISED = "r"


def lines_of(checked: Checked) -> pd.DataFrame:
    """The lines that stand, as described in records/frames.py.

    A superseding return replaces the whole of the earlier one. Its own lines are marked as revised.
    """
    return standing(every_line(checked), last_of(successors(checked.tables["returns"])), checked.tables["measures"])


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
    stand = found[stands(found["return_id"], now)].reset_index(drop=True)
    stand["held_in"] = [
        holder(part_of, owner, now) for part_of, owner in zip(stand["part_of"], stand["return_id"], strict=True)
    ]
    every = np.ones(len(stand), dtype=np.bool_)
    return stand.assign(counted=once(stand, every) & latest(stand, stocks(stand, measures)))


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
    days = [last_day(due or stated) for due, stated in zip(found["due"], found["stated_on"], strict=True)]
    found["end"] = pd.Series(days, index=found.index, dtype=object)
    found["current"] = ~found["target"].isin(targets["replaces"])
    now = last_of(target_successors(targets))
    found["held_in"] = found["part_of"].map(lambda whole: now.get(whole, whole)).astype(object)
    found = _placed(found, checked, ["project", "end", "key"])
    live = (found["current"] & (found["strength"] == "commitment")).to_numpy(dtype=np.bool_)
    found = found.assign(counted=live & once(found, live))
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


def stocks(lines: pd.DataFrame, measures: pd.DataFrame) -> Flags:
    """Whether each line is a count on one day, which is never added to that of another day."""
    found: Flags = looked_up(lines, measures, "measure", "adds_up", "") == "stock"
    return found


def where_counted(found: pd.DataFrame) -> pd.DataFrame:
    """Lines or targets whose area is the one that they count in, for every sum by area: see only_places."""
    return found.assign(area=found["place"])


def _placed(found: pd.DataFrame, checked: Checked, order: Sequence[str]) -> pd.DataFrame:
    programmes = checked.tables["projects"].set_index("project")["programme"]
    found["programme"] = found["project"].map(programmes).fillna("")
    places = only_places(checked)
    only = pd.Series([places.get(project, "") for project in found["project"]], index=found.index, dtype=object)
    found["place"] = found["area"].mask(found["area"] == "", only)
    found["theme"] = looked_up(found, checked.tables["measures"], "measure", "theme", "")
    found["year"] = found["end"].map({day: financial_year(day) for day in found["end"].unique()}).astype(object)
    return ordered(found, order)
