"""What is called local was delivered in the project's own local area."""

from socialvalue.check.clauses.clause import Clause, Clauses
from socialvalue.check.rule import Rule
from socialvalue.records import Severity

OUTSIDE = (
    "measure_local and given(area) and (empty(local_definition) or given(local_area_set)) and area in areas "
    "and given(local_area) and local_area in area_sets and (local_area, area) not in local_areas"
)

RULE = Rule(
    id="outside-local-area",
    severity=Severity.ERROR,
    group="Places and organisations",
    title="Local lines lie in the local area",
    why="Each project says what local means for it. Work or spend elsewhere may be good, but it is not local.",
    example="le1 in Fartown for a project whose local area is Northtown and Southtown",
    mend="Correct the area, or leave the line out. "
    "If the line has a definition of its own, give it in {the_local_definition}.",
    find=Clauses(
        Clause(
            "lines",
            "area",
            when=OUTSIDE,
            say="{measure} ({measure_name}) is local, but {area_name} is not in the local area {local_area}.",
            value="{area}",
        ),
    ),
)
