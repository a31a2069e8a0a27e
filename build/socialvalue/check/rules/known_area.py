"""An area is one of the reference table, by its ONS code."""

from socialvalue.check.clauses.clause import Clause, Clauses
from socialvalue.check.rule import Rule
from socialvalue.records import Severity

NO_SET = '"{local_area_set}" is not in reference/area-sets.csv.'


def _area(table: str) -> Clause:
    said = '"{area}" is not in reference/areas.csv.'
    return Clause(table, "area", when="area not in areas", say=said, value="{area}")


def _area_set(table: str) -> tuple[Clause, Clause]:
    """With the set that was probably meant, and without."""
    meant = Clause(
        table,
        "local_area_set",
        when="local_area_set not in area_sets and given(area_set_meant)",
        say=NO_SET,
        mend="{write_area_set}",
        suggest="{area_set_meant}",
        value="{local_area_set}",
    )
    unknown = Clause(
        table,
        "local_area_set",
        when="local_area_set not in area_sets and empty(area_set_meant)",
        say=NO_SET,
        mend="{use_area_sets}",
        value="{local_area_set}",
    )
    return meant, unknown


RULE = Rule(
    id="known-area",
    severity=Severity.ERROR,
    group="Places and organisations",
    looks_up=True,
    title="Areas are in the reference table",
    why="Names of places are spelt in many ways and borders move; a code means one area.",
    example="E07000999",
    mend="{use_areas}",
    find=Clauses(
        *(_area(table) for table in ("lines", "targets", "sites", "project-areas", "unit-values")),
        *(clause for table in ("lines", "targets", "projects") for clause in _area_set(table)),
    ),
)
