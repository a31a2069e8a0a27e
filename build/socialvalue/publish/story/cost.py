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

    @property
    def figure(self) -> str:
        """The figure that stands, without its bound; empty where there is none."""
        return "" if self.pounds is None else figures.pounds_short(self.pounds * 100)

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
            return figures.bounded(self.figure, self.bound)
        return ": ".join(filter(None, (self.missing, self.besides)))


def cost_of(site: Site, project: Row) -> Cost:
    """The whole cost of a project, by its row and the facts that sources state."""
    facts = [row for row in site.rows("project-facts", "project", project["project"]) if row["fact"] == TOTAL]
    known = [row for row in facts if row["amount_gbp"] is not None]
    stated = [figures.bounded(figures.pounds_short(row["amount_gbp"] * 100), row["bound"]) for row in known]
    return Cost(project["total_cost_gbp"], project["total_cost_bound"], list(dict.fromkeys(stated)))


def grants_stated(site: Site, project: Row) -> list[str]:
    """The grant from each who gives one to a project, in words, the largest first.

    Who is said to give two different ones is left out: they may be one, told twice.
    """
    amounts: dict[str, dict[str, int]] = {}
    for row in site.rows("project-facts", "project", project["project"]):
        if row["fact"] == GRANT and row["paid_by"] and row["amount_gbp"] is not None:
            said = figures.bounded(figures.pounds_short(row["amount_gbp"] * 100), row["bound"])
            amounts.setdefault(row["paid_by"], {})[said] = row["amount_gbp"]
    one = {by: next(iter(said.items())) for by, said in amounts.items() if len(said) == 1}
    order = sorted(one, key=lambda by: (-one[by][1], by))
    return [_("%(figure)s from %(who)s", figure=one[by][0], who=by) for by in order]
