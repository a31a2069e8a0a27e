"""What is called local was delivered in the project's own local area."""

from collections.abc import Iterator

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.records import Severity, plain, rows


def find(tables: Tables) -> Iterator[Hit]:
    lines = tables.lines
    lines = plain(lines[lines["measure_local"] & (lines["area"] != "")])
    of_project = tables["projects"].drop_duplicates("project").set_index("project")["local_area_set"]
    chosen = lines["local_area_set"].where(lines["local_area_set"] != "", lines["project"].map(of_project).fillna(""))
    own_words = (lines["local_definition"] != "") & (lines["local_area_set"] == "")
    lines = lines.assign(local=chosen)[(chosen != "") & ~own_words]
    sets = tables["area-sets"]
    inside = set(zip(sets["area_set"], sets["area"], strict=True))
    pairs = lines[["local", "area"]].drop_duplicates()
    outside = {pair for pair in zip(pairs["local"], pairs["area"], strict=True) if pair not in inside}
    known = set(tables["areas"]["area"])
    for local, area in sorted(outside):
        if local not in set(sets["area_set"]) or area not in known:
            continue
        for line in rows(lines[(lines["local"] == local) & (lines["area"] == area)]):
            where = tables.names.name("area", area)
            said = f"{line.measure} ({line.measure_name}) is local, but {where} is not in the local area {local}."
            yield at(line, "area", said, value=area)


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
