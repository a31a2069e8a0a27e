"""The same job is not reported by two tiers of the supply chain."""

from collections.abc import Iterator
from typing import Any

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.records import MILLION, Severity, rows

SAME = ["owner", "measure", "quantity", "unit", "headcount", "area"]
PEOPLE = ("fte_years", "person_years", "headcount", "jobs", "placements", "weeks")
TOO_SMALL = 3 * MILLION
"""Below this, the same number from two organisations says nothing."""


def find(tables: Tables) -> Iterator[Hit]:
    lines = tables["lines"]
    lines = lines[(lines["tier"] != "") & (lines["part_of"] == "") & lines["unit"].isin(PEOPLE)]
    lines = lines[lines["quantity"].ge(TOO_SMALL).fillna(False)]
    tiers = lines[["owner", "tier"]].drop_duplicates()
    lines = lines[lines["owner"].isin(set(tiers.loc[tiers.duplicated("owner"), "owner"]))]
    again = lines.duplicated(SAME) & ~lines.duplicated([*SAME, "tier"])
    if not again.any():
        return
    first = {
        tuple(str(getattr(line, column)) for column in SAME): line.row for line in rows(lines.drop_duplicates(SAME))
    }
    for line in rows(lines[again]):
        other = first[tuple(str(getattr(line, column)) for column in SAME)]
        yield at(line, "tier", f"Row {other} reports the same from another tier.", value=line.tier)


def _told(line: Any) -> tuple[str, ...]:
    return tuple(str(getattr(line, column)) for column in SAME)


RULE = Rule(
    id="two-tiers",
    severity=Severity.WARNING,
    group="Places and organisations",
    title="The same job is not reported by two tiers",
    why="A subcontractor's apprentice may stand in its own list and in the main contractor's.",
    example="le1,5.25 from the main contractor and le1,5.25 from a subcontractor",
    mend="Keep the line of the organisation that employs them. If they are others, say so in public_note.",
    find=find,
)
