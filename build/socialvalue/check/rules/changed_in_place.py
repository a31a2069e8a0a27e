"""A figure that was published is corrected by a return of its own, never changed where it stands."""

from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from socialvalue.check.rule import Hit, Rule, about, at
from socialvalue.check.tables import Tables
from socialvalue.check.wording import figure
from socialvalue.domain.successions import last_of, successors
from socialvalue.records import Severity, rows

OF_LINE = (
    *("measure", "quantity", "unit", "headcount", "bound", "area", "local_definition", "local_area_set"),
    *("organisation", "tier", "status", "part_of"),
)
"""The columns of a line that say what a figure is, how sure it is, and where it is added up."""
OF_EVIDENCE = ("kind", "title", "dated", "source", "link", "sha256", "checked_by", "checked_on")
"""The columns of a document that say why a figure is sure: of one that a line rests on."""
OF_RETURN = {
    **{"start": "period.start", "end": "period.end", "framework": "framework", "edition": "edition", "basis": "basis"},
    **{"organisation": "submitted_by.organisation", "withdraws": "withdraws", "supersedes": "supersedes"},
}
"""What a return's descriptor says of all its figures, and where it stands there."""
KEY_OF = {"lines": "line", "evidence": "evidence"}
MILLIONTHS = ("quantity", "headcount")


def find(tables: Tables) -> Iterator[Hit]:
    if tables.was is None:
        return
    was, now = tables.was, tables["returns"]
    published = was["returns"][was["returns"]["owner"].isin(set(now["owner"]))]
    if published.empty:
        return
    before = {returned.owner: returned for returned in rows(published)}
    old_lines, old_evidence = (_by_owner(_all(was, table), before, key) for table, key in KEY_OF.items())
    new_lines, new_evidence = (_by_owner(tables[table], before, key) for table, key in KEY_OF.items())
    newest = last_of(successors(now))
    for returned in rows(now[now["owner"].isin(set(before))]):
        owner, mend = returned.owner, _mend(returned.owner, newest)
        yield from _descriptor(returned, before[owner], mend)
        lines = old_lines.get(owner, {})
        yield from _lines(returned, lines, new_lines.get(owner, {}), mend)
        named = {str(line.evidence) for line in lines.values()}
        known = {name: row for name, row in old_evidence.get(owner, {}).items() if name in named}
        for name, row in new_evidence.get(owner, {}).items():
            yield from _cells(known[name], row, OF_EVIDENCE, mend) if name in known else ()


def _all(was: Mapping[str, pd.DataFrame], table: str) -> pd.DataFrame:
    """The rows of every published return, also of those that another one replaced: they stay readable."""
    return pd.concat([was[table], was[f"superseded-{table}"]], ignore_index=True)


def _by_owner(table: pd.DataFrame, owners: Mapping[str, Any], key: str) -> dict[str, dict[str, Any]]:
    """The rows of some returns: by return, then by their key."""
    found: dict[str, dict[str, Any]] = {}
    for row in rows(table[table["owner"].isin(set(owners))]):
        found.setdefault(row.owner, {})[str(getattr(row, key))] = row
    return found


def _descriptor(returned: Any, was: Any, mend: str) -> Iterator[Hit]:
    for column, key in OF_RETURN.items():
        old, new = getattr(was, column), getattr(returned, column)
        if old != new:
            said = f"This was published with {old or 'nothing'}, and is now {new or 'nothing'}."
            yield about(returned, key, said, mend, value=new)
    if returned.invented and not was.invented:
        yield about(returned, "description", "This was published as real, and says now that it is invented.", mend)


def _lines(returned: Any, was: Mapping[str, Any], now: Mapping[str, Any], mend: str) -> Iterator[Hit]:
    for number, line in now.items():
        if number in was:
            yield from _cells(was[number], line, OF_LINE, mend)
        else:
            yield at(line, "line", f"Line {number} was not in this return when it was published.", mend)
    gone = [number for number in was if number not in now]
    if gone:
        lines = f"Line {gone[0]} was" if len(gone) == 1 else f"Lines {', '.join(gone)} were"
        yield about(returned, "", f"{lines} in this return when it was published, and {_is(gone)} not now.", mend)


def _cells(was: Any, row: Any, columns: tuple[str, ...], mend: str) -> Iterator[Hit]:
    for column in columns:
        old, new = getattr(was, column), getattr(row, column)
        if _differ(old, new):
            said = f"This was published as {_said(column, old)}, and is now {_said(column, new)}."
            yield at(row, column, said, mend, value=_said(column, new))


def _differ(old: Any, new: Any) -> bool:
    return bool(pd.isna(old) != pd.isna(new) or (not pd.isna(old) and old != new))


def _said(column: str, cell: Any) -> str:
    if pd.isna(cell) or cell == "":
        return "nothing"
    return figure(cell) if column in MILLIONTHS else str(cell)


def _is(gone: list[str]) -> str:
    return "is" if len(gone) == 1 else "are"


def _mend(owner: str, newest: Mapping[str, str]) -> str:
    """What to do: of a return that was replaced, nothing but put it back."""
    if owner in newest:
        stands = newest[owner]
        return (
            "Put back what was published: this return was replaced, and counts no more. If a figure is wrong, correct "
            f'what stands: socialvalue correct {stands} --reason "…"'
        )
    return f'Run: socialvalue correct {owner} --reason "…". Your changes become those of the correction.'


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
