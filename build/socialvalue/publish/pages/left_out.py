"""What we left out: each published statement that was not used, with the reason."""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from socialvalue.publish.page import Entry, Page
from socialvalue.publish.site import Row, Site


class Reason(NamedTuple):
    """A kind of reason: its heading and what it means. The order is the page's."""

    heading: str
    meaning: str


REASONS = {
    "a share without a base": Reason("A share without a base", "A percentage, and nobody says of how many."),
    "an expectation": Reason("Expected, not done", "What someone hoped for. It is neither a promise nor a result."),
    "a multiplier": Reason(
        "Worked out by a rule of thumb", "Nobody counted it: one number was multiplied to give another."
    ),
    "a count on one day": Reason("A count on one day", "How many there were at one time, not how many in a period."),
    "an input": Reason("Money put in", "What was paid or granted, not what came of it."),
    "said again": Reason("The same figure, told again", "It is already here, from its first telling."),
    "inside another figure": Reason("Inside another figure", "A larger figure that is here already holds it."),
    "a duty": Reason("A duty", "Planning rules or the law ask for it, so it is no extra."),
    "a ratio": Reason("A ratio", "Pounds back for each pound: a result of a sum that was not published."),
    "not clear": Reason("Not clear", "We can’t tell what was counted."),
    "not about people or place": Reason(
        "Not about people or place", "True, but no benefit to people, place or climate."
    ),
    "too few people": Reason("Too few people", "So few people stand behind it that they could be known."),
    "other": Reason("Other reasons", "Each has its own reason beside it."),
}


def entries(site: Site) -> Iterator[Entry]:
    grouped: dict[str, list[Row]] = defaultdict(list)
    for item in site.rows("left-out"):
        grouped[item["reason_kind"]].append(item)
    yield Entry(
        path="left-out.html",
        title="What we left out",
        description="Published statements that became no figure here, each with the reason.",
        context={
            "groups": [
                (kind.replace(" ", "-"), reason, grouped[kind]) for kind, reason in REASONS.items() if grouped[kind]
            ],
            "number": len(site.rows("left-out")),
        },
    )


PAGE = Page(name="left_out", section="", entries=entries, searchable=False)
