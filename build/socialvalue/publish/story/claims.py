"""Who stands behind a total that somebody else published, in words that promise no more than its source does."""

from socialvalue.publish.site import Row, Site
from socialvalue.publish.words.language import N_, _

NO_RESULT = {
    "pledged": N_("It is a pledge, not a result."),
    "forecast": N_("It is a forecast, not a result."),
}
"""What is said of a claim that nobody says was delivered."""


def said_by(site: Site, claim: Row) -> str:
    """Who says so. A paper that tells of somebody's figure is its source and claims nothing; a plan is no result."""
    publisher = site.one("sources", claim["source"])["publisher"]
    own = publisher in site.once("names of organisations", lambda: {row["name"] for row in site.rows("organisations")})
    who = _("So says %(publisher)s.", publisher=publisher) if own else _("Source: %(publisher)s.", publisher=publisher)
    if claim["strength"] == "delivered":
        return who
    return f"{who} {_(NO_RESULT[claim['strength']])}"
