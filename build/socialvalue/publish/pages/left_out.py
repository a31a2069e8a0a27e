"""What we left out: each published statement that was not used, with the reason."""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from socialvalue.publish.page import Entry, Page
from socialvalue.publish.site import Row, Site
from socialvalue.publish.words.language import N_, _


class Reason(NamedTuple):
    """A kind of reason: its heading and what it means, as messages. The order is the page's."""

    heading: str
    meaning: str


REASONS = {
    "a share without a base": Reason(N_("A share without a base"), N_("A percentage, and nobody says of how many.")),
    "an expectation": Reason(
        N_("Expected, not done"), N_("What someone hoped for. It is neither a promise nor a result.")
    ),
    "a multiplier": Reason(
        N_("Worked out by a rule of thumb"), N_("Nobody counted it: one number was multiplied to give another.")
    ),
    "a count on one day": Reason(
        N_("A count on one day"), N_("How many there were at one time, not how many in a period.")
    ),
    "an input": Reason(N_("Money put in"), N_("What was paid or granted, not what came of it.")),
    "said again": Reason(N_("The same figure, told again"), N_("It is already here, from its first telling.")),
    "inside another figure": Reason(N_("Inside another figure"), N_("A larger figure that is here already holds it.")),
    "a duty": Reason(N_("A duty"), N_("Planning rules or the law ask for it, so it is no extra.")),
    "a ratio": Reason(N_("A ratio"), N_("Pounds back for each pound: a result of a sum that was not published.")),
    "not clear": Reason(N_("Not clear"), N_("We can’t tell what was counted.")),
    "not about people or place": Reason(
        N_("Not about people or place"), N_("True, but no benefit to people, place or climate.")
    ),
    "too few people": Reason(N_("Too few people"), N_("So few people stand behind it that they could be known.")),
    "other": Reason(N_("Other reasons"), N_("Each has its own reason beside it.")),
}


def entries(site: Site) -> Iterator[Entry]:
    grouped: dict[str, list[Row]] = defaultdict(list)
    for item in site.rows("left-out"):
        grouped[item["reason_kind"]].append(item)
    yield Entry(
        path="left-out.html",
        title=_("What we left out"),
        description=_("Published statements that became no figure here, each with the reason."),
        context={
            "groups": [
                (f"because-{kind.replace(' ', '-')}", Reason(*(_(said) for said in reason)), grouped[kind])
                for kind, reason in REASONS.items()
                if grouped[kind]
            ],
            "number": len(site.rows("left-out")),
        },
    )


PAGE = Page(name="left_out", section="", entries=entries, searchable=False)
