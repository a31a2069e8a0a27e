"""What a project or a return counts, in a few words: for descriptions of pages, lists and news."""

from collections.abc import Iterable, Iterator

from socialvalue.domain.bounds import joint
from socialvalue.publish.site import Row, Site
from socialvalue.publish.story.answering import understood_first
from socialvalue.publish.story.claims import in_order
from socialvalue.publish.story.kept_off import kept_off
from socialvalue.publish.story.largest import UNDERSTOOD, counts
from socialvalue.publish.story.promises import by_measure, promises, same_measure
from socialvalue.publish.story.value_by_kind import DELIVERED
from socialvalue.publish.words import figures
from socialvalue.publish.words.language import _

FIRST = 2
"""How many figures are said."""


def of_project(site: Site, project: str) -> str:
    """The first two figures that it delivered; where there is none, what others claim and what was promised."""
    if said := _said(site, by_measure(site, project)):
        return figures.sentence(said)
    nothing = not site.lines("project", project) and not kept_off(site, project)
    claims = in_order(site.stated_figures("project", project))
    claimed = _claimed(claims[0]["as_written"], nothing) if claims else ""
    promised = figures.inside(_said(site, _promised(site, project)))
    if promised and nothing and not claims:
        return _("Promised, with no result published: %(figures)s.", figures=promised)
    also = _("Promised: %(figures)s.", figures=promised) if promised else ""
    return f"{claimed} {also}".strip()


def _claimed(figure: str, nothing: bool) -> str:
    if nothing:
        return _("%(figure)s is claimed; nothing was counted.", figure=figure)
    return _("%(figure)s is claimed.", figure=figure)


def of_return(site: Site, owner: str) -> str:
    """The first two figures of a return."""
    said = _said(site, _returned(site, owner))
    return figures.sentence(said) if said else ""


def _promised(site: Site, project: str) -> Iterator[Row]:
    """What was promised, measure by measure. Of a measure with several promises that stand alone none is the whole."""
    for row in promises(site, project):
        if not row["target"]:
            yield {**row, "delivered": row["promised"], "delivered_bound": row["promised_bound"]}


def _returned(site: Site, owner: str) -> Iterator[Row]:
    """What a return counts by each measure, whatever the status: what may be added, or all that there is."""
    wholes = site.sums("counted", "return_id", owner)
    counted = [row for row in site.counts("return_id", owner) if row["status"] in DELIVERED]
    hidden = [row for row in site.rows("suppressed", "return_id", owner) if row["counted"]]
    for first in {(row["framework"], row["measure"]): row for row in counted}.values():
        mine: list[Row] = [row for row in counted if same_measure(row, first)]
        if len(mine) > 1:
            mine = [row for row in wholes if same_measure(row, first) and row["quantity"] is not None]
        for whole in mine:
            more = "at least" if any(same_measure(row, first) for row in hidden) else ""
            bound = joint((whole["bound"], more))
            yield {**first, "delivered": whole["quantity"], "delivered_bound": bound}


def _said(site: Site, rows: Iterable[Row]) -> str:
    """The first two figures: people and jobs, other counts, money, then shares; the largest of each first."""
    known = sorted((row for row in rows if row["delivered"] is not None), key=understood_first)
    return figures.capital("; ".join(_figure(site, row) for row in known[:FIRST]))


def _figure(site: Site, row: Row) -> str:
    """A quantity and what it counts: 148 people supported; 45.5 hours: volunteering."""
    unit, words = site.unit(row), counts(site, row)
    if row["unit"] in UNDERSTOOD or site.measure(row)["plain_name"]:
        number = figures.quantity_parts(row["delivered"], unit)[0]
        return figures.bounded(_("%(number)s %(words)s", number=number, words=words), row["delivered_bound"])
    return f"{figures.bounded(figures.quantity(row['delivered'], unit), row['delivered_bound'])}: {words}"
