"""The sentences of valuing that pages show: why there is no £, no number, no rating. Room 3 writes them in English."""

from socialvalue.publish.site import Row
from socialvalue.publish.words import figures
from socialvalue.publish.words.language import N_, _

SENTENCES = frozenset(
    (
        N_("It is kept as a record and cannot be added up or priced."),
        N_("It is a count on one day. The project has counted again since, and the two are never added."),
        N_("It is one of several promises of a count on one day. Such counts are never added."),
        N_("It is part of another line, which holds its value."),
        N_("It is part of another disadvantaged group’s line, and a person counts in one group only."),
        N_("These people have had their first 12 months, and only those count."),
        N_("We know no open source that gives a £ for it."),
        N_("What it is worth differs by area, and the line names no area."),
        N_("No unit value is known for its area."),
        N_("No unit value is known for its year."),
        N_("The price index does not reach its year."),
        N_("It has no date, so no year’s prices fit."),
        N_("Its value would be larger than any that can be true."),
        N_("So few people stand behind it, or stood when it was first told of, that somebody could be recognised."),
        N_("Another number was told for these days before. Two numbers of one group could tell how few came or went."),
        N_("A hidden group may be among these people, and they are so few that they would tell its size."),
        N_("It is not settled yet whether it can be shown."),
        N_("It has errors."),
        N_("nothing was promised"),
        N_("nothing has been reported yet"),
        N_("“up to” promises no least amount"),
        N_("the delivered figure is the most that it can be"),
        N_("nothing was due by the last day reported to"),
        N_("the promise has no date"),
        N_("what was reported is not about the same place or people"),
        N_("several figures were reported, and they cannot be added"),
        N_("some of it is hidden, so that nobody can be recognised"),
    )
)
REPORTED = "last reported on"
"""How the one reason begins that names a day."""


def said(reason: str) -> str:
    """A sentence of valuing in the language of the site; a framework's own words as they are."""
    return _(reason) if reason in SENTENCES else reason


def why(delivery: Row) -> str:
    """Why a row of the delivery table has no rating; empty where it has one."""
    if str(delivery["why"]).startswith(REPORTED):
        day = figures.day(delivery["reported_to"])
        return _("last reported on %(day)s, before the promise was due. What came after was not published", day=day)
    return said(delivery["why"])
