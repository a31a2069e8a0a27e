"""An area is one of the reference table, by its ONS code."""

from collections.abc import Iterator

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.records import Severity, rows

TABLES = ("lines", "targets", "sites", "project-areas", "unit-values")


def find(tables: Tables) -> Iterator[Hit]:
    known = set(tables["areas"]["area"]) | {""}
    for name in TABLES:
        table = tables[name]
        for row in rows(table[~table["area"].isin(known)]):
            yield at(row, "area", f'"{row.area}" is not in reference/areas.csv.', value=row.area)
    sets = set(tables["area-sets"]["area_set"]) | {""}
    for name in ("lines", "targets", "projects"):
        table = tables[name]
        for row in rows(table[~table["local_area_set"].isin(sets)]):
            text = row.local_area_set
            meant = tables.names.meant("area_set", text)
            mend = tables.names.write("area_set", meant) if meant else "Use a set of reference/area-sets.csv."
            yield at(row, "local_area_set", f'"{text}" is not in reference/area-sets.csv.', mend, meant, text)


RULE = Rule(
    id="known-area",
    severity=Severity.ERROR,
    group="Places and organisations",
    title="Areas are in the reference table",
    why="Names of places are spelt in many ways and borders move; a code means one area.",
    example="E07000999",
    mend="Use the ONS code of an area in reference/areas.csv, or add the area there.",
    find=find,
)
