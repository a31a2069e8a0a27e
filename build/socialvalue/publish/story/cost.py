"""What a project cost as a whole, for every page that says so: the one figure that stands, or else what was stated."""

from typing import NamedTuple

from socialvalue.publish.site import Row, Site
from socialvalue.publish.words import figures
from socialvalue.publish.words.language import _

TOTAL = "total cost"
"""The fact that states one."""
GRANT = "grant"
"""The fact that states what somebody gives towards it."""


class Cost(NamedTuple):
    """The one figure in pounds that stands for the whole cost, or none; and what sources state, in words."""

    pounds: int | None
    bound: str
    stated: list[str]
    qualified: str = ""
    """What its source says of the figure, as that it is an estimate, or of more than the project; empty for nothing."""

    @property
    def figure(self) -> str:
        """The figure that stands, without its bound; empty where there is none."""
        return "" if self.pounds is None else figures.pounds_short(self.pounds * 100)

    @property
    def bounded(self) -> str:
        """The figure that stands, with its bound; empty where there is none."""
        return figures.bounded(self.figure, self.bound) if self.figure else ""

    @property
    def missing(self) -> str:
        """In place of a figure: that none of those that were stated is the whole cost, or that none was."""
        return _("no one figure") if self.stated else _("not published")

    @property
    def besides(self) -> str:
        """What was stated where no one figure stands; empty otherwise."""
        if self.pounds is not None or not self.stated:
            return ""
        return _("%(figures)s stated", figures=figures.listing(self.stated))

    @property
    def said(self) -> str:
        """All of it in one sentence."""
        if self.pounds is not None:
            return " ".join(filter(None, (self.bounded, self.qualified and f"({self.qualified})")))
        return ": ".join(filter(None, (self.missing, self.besides)))


def cost_of(site: Site, project: Row) -> Cost:
    """The whole cost of a project, by its row and the facts that sources state."""
    facts = [row for row in site.rows("project-facts", "project", project["project"]) if row["fact"] == TOTAL]
    known = [row for row in facts if row["amount_gbp"] is not None]
    stated = [figures.bounded(figures.pounds_short(row["amount_gbp"] * 100), row["bound"]) for row in known]
    pounds = project["total_cost_gbp"]
    notes = [row["note"] for row in known if row["note"] and row["amount_gbp"] == pounds]
    said = figures.inside(notes[0].partition(". ")[0].rstrip(".")) if notes else ""
    return Cost(pounds, project["total_cost_bound"], list(dict.fromkeys(stated)), said)


def only_grant(site: Site, project: Row) -> str:
    """The one grant that is stated, and whose, in words; empty where there is none, or where several are stated, which
    may be parts of each other, or one that is told twice."""
    facts = site.rows("project-facts", "project", project["project"])
    grants = {
        (figures.bounded(figures.pounds_short(row["amount_gbp"] * 100), row["bound"]), row["paid_by"])
        for row in facts
        if row["fact"] == GRANT and row["amount_gbp"] is not None
    }
    if len(grants) != 1:
        return ""
    ((figure, who),) = grants
    return _("%(figure)s from %(who)s", figure=figure, who=who) if who else ""
