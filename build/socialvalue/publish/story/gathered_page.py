"""What every page that gathers lines shows: answers, doors, what was delivered, and what that is worth."""

from collections.abc import Iterable

from socialvalue.publish.site import Row, Site
from socialvalue.publish.story.doors import doors_of
from socialvalue.publish.story.gathered import gathered
from socialvalue.publish.story.gathered_answers import answers
from socialvalue.publish.story.value_by_kind import by_kind
from socialvalue.records.table_rows import StatedFigure


def gathered_page(site: Site, dimension: str, member: str, claims: Iterable[StatedFigure] = ()) -> Row:
    """What macros/gathered.jinja needs for a member of a dimension. `claims` are figures that others stated of it."""
    lines = site.lines_of(dimension, member)
    return {
        "lines": lines,
        "answers": answers(site, dimension, member, claims),
        "doors": doors_of(site, dimension, member),
        "groups": gathered(site, dimension, member),
        "kinds": by_kind(site, dimension, member),
        "among": {dimension: member},
        "each_status": len({line["status"] for line in lines}) > 1,
    }
