"""Who stands behind a total that somebody else published, in words that promise no more than its source does."""

from collections.abc import Sequence

from socialvalue.publish.site import Site
from socialvalue.publish.story.theirs_and_ours import pence
from socialvalue.publish.words.language import N_, _
from socialvalue.records.table_rows import StatedFigure

STRENGTHS = {"delivered": N_("Delivered"), "pledged": N_("Pledged"), "forecast": N_("Expected")}
"""How firm the source's own claim is, in the order of the page."""
NO_RESULT = {
    "pledged": N_("It is a pledge, not a result."),
    "forecast": N_("It is a forecast, not a result."),
}
"""What is said of a claim that nobody says was delivered."""


def said_by(site: Site, claim: StatedFigure) -> str:
    """Who says so. A paper that tells of somebody's figure is its source and claims nothing; a plan is no result."""
    publisher = site.one("sources", claim["source"])["publisher"]
    own = publisher in site.once("names of organisations", lambda: {row["name"] for row in site.rows("organisations")})
    who = _("So says %(publisher)s.", publisher=publisher) if own else _("Source: %(publisher)s.", publisher=publisher)
    if claim["strength"] == "delivered":
        return who
    return f"{who} {_(NO_RESULT[claim['strength']])}"


def in_order(figures: Sequence[StatedFigure]) -> list[StatedFigure]:
    """The firmest claims first, the largest of each first; one that is read beside another comes right after it."""
    strengths = list(STRENGTHS)
    ranked = sorted(figures, key=lambda row: (strengths.index(row["strength"]), -pence(row), row["figure"]))
    ordered: list[StatedFigure] = []
    for figure in ranked:
        if figure not in ordered:
            ordered.append(figure)
            ordered += [row for row in ranked if row not in ordered and _beside(row, figure)]
    return ordered


def _beside(one: StatedFigure, other: StatedFigure) -> bool:
    return bool(other["figure"] == one["compare_with"] or one["figure"] == other["compare_with"])
