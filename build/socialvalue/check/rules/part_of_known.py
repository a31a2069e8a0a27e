"""A line that is part of another names one that exists, and lines do not hold each other in a circle."""

from collections.abc import Iterator

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.domain.parts import circles
from socialvalue.domain.successions import holders_of
from socialvalue.records import Severity, rows


def find(tables: Tables) -> Iterator[Hit]:
    lines = tables["lines"]
    parts = lines[(lines["part_of"] != "") & lines["line"].notna()]
    if parts.empty:
        return
    holders = holders_of(parts, tables["returns"])
    named = {f"{line.owner}#{line.line}": line for line in rows(parts)}
    owners = {holder.rpartition("#")[0] for holder in holders.values()}
    known = {f"{line.owner}#{line.line}" for line in rows(lines.loc[lines["owner"].isin(owners), ["owner", "line"]])}
    for key, line in named.items():
        if holders[key] not in known:
            owner = holders[key].rpartition("#")[0]
            yield at(line, "part_of", f'"{line.part_of}" is no line of {owner}.', value=line.part_of)
        elif circles(key, holders):
            yield at(line, "part_of", "This line is part of itself, by way of the lines it names.", value=line.part_of)


RULE = Rule(
    id="part-of-known",
    severity=Severity.ERROR,
    group="Lines",
    title="A line is part of a line that exists",
    why="The whole holds the value of its parts. Without it, a part is counted again or not at all.",
    example="part_of 9 in a return whose last line is 5",
    mend="Write the number of a line of this return, or project/period#line. Leave it empty where there is none.",
    find=find,
)
