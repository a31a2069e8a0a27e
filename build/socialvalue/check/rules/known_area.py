"""An area is one of the reference table, by its ONS code."""

from socialvalue.check.clauses.clause import Clause, Clauses
from socialvalue.check.rule import Rule
from socialvalue.records import Severity

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
        Clause(
            "lines",
            "area",
            when="area not in areas",
            say='"{area}" is not in reference/areas.csv.',
            value="{area}",
        ),
        Clause(
            "targets",
            "area",
            when="area not in areas",
            say='"{area}" is not in reference/areas.csv.',
            value="{area}",
        ),
        Clause(
            "sites",
            "area",
            when="area not in areas",
            say='"{area}" is not in reference/areas.csv.',
            value="{area}",
        ),
        Clause(
            "project-areas",
            "area",
            when="area not in areas",
            say='"{area}" is not in reference/areas.csv.',
            value="{area}",
        ),
        Clause(
            "unit-values",
            "area",
            when="area not in areas",
            say='"{area}" is not in reference/areas.csv.',
            value="{area}",
        ),
        Clause(
            "lines",
            "local_area_set",
            when="local_area_set not in area_sets and given(area_set_meant)",
            say='"{local_area_set}" is not in reference/area-sets.csv.',
            mend="{write_area_set}",
            suggest="{area_set_meant}",
            value="{local_area_set}",
        ),
        Clause(
            "lines",
            "local_area_set",
            when="local_area_set not in area_sets and empty(area_set_meant)",
            say='"{local_area_set}" is not in reference/area-sets.csv.',
            mend="{use_area_sets}",
            value="{local_area_set}",
        ),
        Clause(
            "targets",
            "local_area_set",
            when="local_area_set not in area_sets and given(area_set_meant)",
            say='"{local_area_set}" is not in reference/area-sets.csv.',
            mend="{write_area_set}",
            suggest="{area_set_meant}",
            value="{local_area_set}",
        ),
        Clause(
            "targets",
            "local_area_set",
            when="local_area_set not in area_sets and empty(area_set_meant)",
            say='"{local_area_set}" is not in reference/area-sets.csv.',
            mend="{use_area_sets}",
            value="{local_area_set}",
        ),
        Clause(
            "projects",
            "local_area_set",
            when="local_area_set not in area_sets and given(area_set_meant)",
            say='"{local_area_set}" is not in reference/area-sets.csv.',
            mend="{write_area_set}",
            suggest="{area_set_meant}",
            value="{local_area_set}",
        ),
        Clause(
            "projects",
            "local_area_set",
            when="local_area_set not in area_sets and empty(area_set_meant)",
            say='"{local_area_set}" is not in reference/area-sets.csv.',
            mend="{use_area_sets}",
            value="{local_area_set}",
        ),
    ),
)
