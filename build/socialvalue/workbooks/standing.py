"""What a return that stands says, in the words of its workbook: a correction changes cells, and retypes none."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

import pandas as pd

from socialvalue.domain.spans import Span
from socialvalue.records import MILLION, Checked, rows
from socialvalue.workbooks import layout

Given = Mapping[str, str | Decimal]
STATUSES = {value: words for words, value in layout.STATUSES.items()}
TIERS = {value: words for words, value in layout.TIERS.items()}


def standing_return(checked: Checked, project: str, span: Span) -> str:
    """The return of a project and a period that stands, as project/period; empty where there is none."""
    mine = checked.tables["returns"]
    mine = mine[(mine["project"] == project) & (mine["superseded_by"] == "")]
    same = mine[(mine["start"] == span.start.isoformat()) & (mine["end"] == span.end.isoformat())]
    return next(iter(same["owner"]), "")


def lines_of(checked: Checked, owner: str) -> list[tuple[str, Given]]:
    """The lines of a return in their order: the measure of each, and its cells in words."""
    names = {
        kind: {getattr(row, kind): row.name for row in rows(checked.tables[f"{kind}s"])}
        for kind in ("area", "organisation")
    }
    titles = {row.evidence: row.title for row in _own(checked, "evidence", owner)}
    found: list[tuple[str, Given]] = []
    for row in _own(checked, "lines", owner):
        cells: dict[str, str | Decimal] = {
            "quantity": Decimal(int(row.quantity)) / MILLION,
            "area": names["area"].get(row.area, ""),
            "organisation": names["organisation"].get(row.organisation, ""),
            "tier": TIERS.get(row.tier, ""),
            "status": STATUSES.get(row.status, ""),
            "evidence": titles.get(row.evidence, ""),
            "bound": row.bound,
            "public_note": row.public_note,
            "local_definition": row.local_definition,
            "part_of": row.part_of,
        }
        if not pd.isna(row.headcount):
            cells["headcount"] = Decimal(int(row.headcount))
        found.append((row.measure, {**cells, "line": str(row.line)}))
    return found


def documents_of(checked: Checked, owner: str) -> Sequence[Mapping[str, str]]:
    """The documents of a return, by the columns of evidence.csv."""
    names = {row.organisation: row.name for row in rows(checked.tables["organisations"])}
    fields = [column.field for column in layout.EVIDENCE_COLUMNS]
    return [
        {name: names.get(text, text) if name == "checked_by" else text
         for name in fields if (text := str(getattr(row, name) or ""))}
        for row in _own(checked, "evidence", owner)
    ]  # fmt: skip


def _own(checked: Checked, table: str, owner: str) -> Iterator[Any]:
    frame = checked.tables[table]
    return rows(frame[frame["owner"] == owner])
