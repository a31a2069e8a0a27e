"""A figure that was published is corrected by a return of its own, never changed where it stands."""

from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from socialvalue.check.rule import Hit, Rule, about, at
from socialvalue.check.tables import Tables
from socialvalue.check.wording import figure
from socialvalue.records import Checked, Severity, rows

OF_LINE = (
    *("measure", "quantity", "unit", "headcount", "bound", "area", "local_definition", "local_area_set"),
    *("organisation", "tier", "status", "part_of"),
)
"""The columns of a line that say what a figure is, how sure it is, and where it is added up."""
OF_RETURN = {"start": "period.start", "end": "period.end", "framework": "framework", "edition": "edition"}
"""What a return's descriptor says of all its figures, and where it stands there."""
MILLIONTHS = ("quantity", "headcount")


def find(tables: Tables) -> Iterator[Hit]:
    if tables.before is None:
        return
    was, now = tables.before.tables, tables["returns"]
    published = was["returns"][was["returns"]["owner"].isin(set(now["owner"]))]
    if published.empty:
        return
    before = {returned.owner: returned for returned in rows(published)}
    old_lines, new_lines = _by_owner(_all_lines(tables.before), before), _by_owner(tables["lines"], before)
    for returned in rows(now[now["owner"].isin(set(before))]):
        yield from _descriptor(returned, before[returned.owner])
        yield from _lines(returned, old_lines.get(returned.owner, {}), new_lines.get(returned.owner, {}))


def _all_lines(before: Checked) -> pd.DataFrame:
    """The lines of every published return, also of those that another one replaced: they stay readable."""
    return pd.concat([before.tables["lines"], before.tables["superseded-lines"]], ignore_index=True)


def _by_owner(lines: pd.DataFrame, owners: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """The lines of some returns: by return, then by their number."""
    found: dict[str, dict[str, Any]] = {}
    for line in rows(lines[lines["owner"].isin(set(owners))]):
        found.setdefault(line.owner, {})[str(line.line)] = line
    return found


def _descriptor(returned: Any, was: Any) -> Iterator[Hit]:
    for column, key in OF_RETURN.items():
        old, new = getattr(was, column), getattr(returned, column)
        if old != new:
            yield about(returned, key, f"This was published with {old}, and is now {new}.", _mend(returned), value=new)


def _lines(returned: Any, was: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[Hit]:
    for number, line in now.items():
        if number not in was:
            yield at(line, "line", f"Line {number} was not in this return when it was published.", _mend(returned))
            continue
        for column in OF_LINE:
            old, new = getattr(was[number], column), getattr(line, column)
            if _differ(old, new):
                said = f"This was published as {_said(column, old)}, and is now {_said(column, new)}."
                yield at(line, column, said, _mend(returned), value=_said(column, new))
    gone = [number for number in was if number not in now]
    if gone:
        lines = f"Line {gone[0]} was" if len(gone) == 1 else f"Lines {', '.join(gone)} were"
        mend = _mend(returned)
        yield about(returned, "", f"{lines} in this return when it was published, and {_is(gone)} not now.", mend)


def _differ(old: Any, new: Any) -> bool:
    return bool(pd.isna(old) != pd.isna(new) or (not pd.isna(old) and old != new))


def _said(column: str, cell: Any) -> str:
    if pd.isna(cell) or cell == "":
        return "nothing"
    return figure(cell) if column in MILLIONTHS else str(cell)


def _is(gone: list[str]) -> str:
    return "is" if len(gone) == 1 else "are"


def _mend(returned: Any) -> str:
    return f'Run: socialvalue correct {returned.owner} --reason "…". Your changes become those of the correction.'


RULE = Rule(
    id="changed-in-place",
    severity=Severity.ERROR,
    group="History",
    title="Published figures are corrected, not changed in their place",
    why="Whoever quoted a figure must be able to find it, and why it was changed.",
    example="1,fw1,999999,weeks where 40 was published",
    mend="Put back what was published, and correct it with a return of its own.",
    find=find,
)
