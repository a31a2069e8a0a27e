"""What is called local was delivered in the project's own local area."""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.domain.look_up import beside
from socialvalue.records import Severity, plain, rows

CASE = ["project", "local_area_set", "area"]
"""What decides whether a line lies where it is called local."""


def find(tables: Tables) -> Iterator[Hit]:
    lines = tables.lines
    own_words = (lines["local_definition"] != "") & (lines["local_area_set"] == "")
    lines = lines[lines["measure_local"] & (lines["area"] != "") & ~own_words]
    outside = _outside(plain(lines[CASE].drop_duplicates()), tables)
    for line in rows(beside(lines, CASE, outside, CASE, ["local"]).loc[lambda found: found["local"] != ""]):
        where = tables.names.name("area", line.area)
        said = f"{line.measure} ({line.measure_name}) is local, but {where} is not in the local area {line.local}."
        yield at(line, "area", said, value=line.area)


def _outside(cases: pd.DataFrame, tables: Tables) -> pd.DataFrame:
    """The cases in which a known area does not lie in the known set of areas called local, with that set."""
    projects = tables["projects"].drop_duplicates("project")
    of_project = dict(zip(projects["project"], projects["local_area_set"], strict=True))
    named = zip(cases["local_area_set"], cases["project"], strict=True)
    cases = cases.assign(local=[area_set or of_project.get(project, "") for area_set, project in named])
    sets = tables["area-sets"]
    cases = cases[cases["local"].isin(sets["area_set"]) & cases["area"].isin(tables["areas"]["area"])]
    inside = set(zip(sets["area_set"], sets["area"], strict=True))
    out = [pair not in inside for pair in zip(cases["local"], cases["area"], strict=True)]
    return cases[np.array(out, dtype=bool)]


RULE = Rule(
    id="outside-local-area",
    severity=Severity.ERROR,
    group="Places and organisations",
    title="Local lines lie in the local area",
    why="Each project says what local means for it. Work or spend elsewhere may be good, but it is not local.",
    example="le1 in Fartown for a project whose local area is Northtown and Southtown",
    mend="Correct the area, or leave the line out. If the line has a definition of its own, give it in "
    "local_definition.",
    find=find,
)
