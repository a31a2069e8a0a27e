"""A count of a sensitive group is no part of another line, and no line is a part of it."""

from collections.abc import Iterator

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.domain.successions import holders_of
from socialvalue.records import Severity, rows


def find(tables: Tables) -> Iterator[Hit]:
    lines = tables.lines
    parts = lines[(lines["part_of"] != "") & lines["line"].notna()]
    if parts.empty:
        return
    sensitive = lines[lines["known"] & (lines["measure_sensitivity"] != "none")]
    groups = {f"{line.owner}#{line.line}": line.measure_name for line in rows(sensitive)}
    holders = holders_of(parts, tables["returns"])
    for line in rows(parts):
        key = f"{line.owner}#{line.line}"
        if key in groups:
            yield at(line, "part_of", f"{groups[key]} is a sensitive group.", value=line.part_of)
        elif holders[key] in groups:
            said = f"Line {line.part_of} counts a sensitive group: {groups[holders[key]]}."
            yield at(line, "part_of", said, value=line.part_of)


RULE = Rule(
    id="sensitive-stands-alone",
    severity=Severity.ERROR,
    group="Attestations and privacy",
    title="A sensitive group is no part of another line",
    why="12 people of whom 9 are named apart are 3 others. Whoever sees the whole and its parts can work out the rest.",
    example="iw1 with part_of 1, or another line with part_of 5 where line 5 is iw1",
    mend="Take the part_of away. If the same people stand in both lines, leave one of the two out.",
    find=find,
    of_what_stands=True,
)
