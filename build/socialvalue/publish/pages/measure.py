"""A measure: what counts, what one is worth or why it has no £, how others do it, and every line that counts it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from socialvalue.publish.page import Entry, Page
from socialvalue.publish.site import Row, Site
from socialvalue.publish.story.doors import doors_of
from socialvalue.publish.story.families import family_of
from socialvalue.publish.story.gathered_answers import measure_answers
from socialvalue.publish.story.models import parts_with
from socialvalue.publish.story.side_by_side import reported
from socialvalue.publish.story.value_by_kind import by_kind


class Series(NamedTuple):
    """Unit values of one source that stand for the same thing, for several years or areas."""

    first: Row
    rows: list[Row]


def series_of(unit_values: Sequence[Row]) -> list[Series]:
    """The unit values by what they stand for; most have one row, carbon and pay have one for each year or area."""
    groups: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in unit_values:
        groups[row["kind"], row["counts_in"], row["source_title"], row["publisher"]].append(row)
    return [Series(rows[0], rows) for rows in groups.values()]


def entries(site: Site) -> Iterator[Entry]:
    codes = dict.fromkeys(row["measure"] for row in site.rows("measures"))
    for code in codes:
        first = site.leading("measures", code)
        definitions = sorted(site.definitions("measures", code), key=lambda row: row is not first)
        lines = site.lines("measure", code)
        yield Entry(
            path=f"measures/{code}.html",
            title=first["name"],
            description=first["what_counts"],
            context={
                "definitions": [_definition(site, row) for row in definitions],
                "measure": first,
                "theme": site.theme(first),
                "answers": measure_answers(site, first),
                "doors": doors_of(site, "measure", code),
                "reported": reported(site, code),
                "family": family_of(site, first),
                "each_status": len({line["status"] for line in lines}) > 1,
                "kinds": by_kind(site, "measure", code),
                "targets": site.targets("measure", code),
            },
        )


def _definition(site: Site, measure: Row) -> Row:
    """What one framework says of the measure. Two frameworks may share a code; each keeps its own words."""
    return {
        "measure": measure,
        "series": series_of(site.of("unit-values", measure, "measure", measure["measure"])),
        "adjustments": [row for row in site.of("adjustments", measure) if _for(site, row, measure)],
        "benchmarks": site.of("benchmarks", measure, "measure", measure["measure"]),
        "models": parts_with(site, measure),
        "crosswalk": site.of("crosswalk", measure, "measure", measure["measure"]),
    }


def _for(site: Site, adjustment: Row, measure: Row) -> bool:
    """Whether a deduction is for the measure: for all or for it alone, or for a project or line that reports it."""
    scope, applies_to = adjustment["scope"], adjustment["applies_to"]
    if scope in ("framework", "measure"):
        return scope == "framework" or bool(applies_to == measure["measure"])
    named = site.values("key" if scope == "line" else scope, applies_to)
    return any((value["framework"], value["measure"]) == (measure["owner"], measure["measure"]) for value in named)


PAGE = Page(name="measure", section="measures", entries=entries, contents=False)
