"""The six questions that the front page answers first: each with one sentence and the page that says more."""

from collections.abc import Iterator
from typing import NamedTuple

from socialvalue.publish.site import Row, Site
from socialvalue.publish.story.promises import promises
from socialvalue.publish.story.value_by_kind import DELIVERED, by_kind
from socialvalue.publish.words import figures
from socialvalue.publish.words.language import N_, _, _n, digits
from socialvalue.publish.words.vocabulary import KIND, STATUS


class Answer(NamedTuple):
    """A question, its answer in one sentence, and where more of it is: a path and the words that lead there."""

    question: str
    sentence: str
    path: str
    more: str


def answers(site: Site, benefit: Row | None) -> list[Answer]:
    """How much, of what kinds, how sure, where, who benefits, is it on track.

    A question that nothing is known about says so. `benefit` is the line that counts most people, if any does.
    """
    return list(_answers(site, benefit))


def _answers(site: Site, benefit: Row | None) -> Iterator[Answer]:
    kinds = [row for row in by_kind(site) if row["net"]]
    working = _("How a £ is worked out")
    yield Answer(_("How much?"), _how_much(kinds), "method.html", working)
    yield Answer(_("Of what kinds?"), _of_what_kinds(kinds), "method.html", working)
    yield Answer(_("How sure?"), _how_sure(site), "explore.html", _("Every line with its status"))
    yield Answer(_("Where?"), _where(site), "areas/index.html", _("All places"))
    yield Answer(_("Who benefits?"), _who(site, benefit), "themes/index.html", _("All themes"))
    yield Answer(_("Is it on track?"), _on_track(site), "reported.html", _("Who has reported, and who has not"))


def _how_much(kinds: list[Row]) -> str:
    if not kinds:
        return _("Nothing that was reported has a £ yet.")
    apart = [row for row in kinds if row["kind"] != "local"]
    top = max(apart or kinds, key=lambda row: int(row["net"]))
    split = [(status, top[status]) for status in DELIVERED if top[status]]
    said = {"kind": _kind(top), "money": _money(top), "split": _split(split, top["net"])}
    if not apart:
        return _("Only local spending has a £: %(money)s (%(split)s), most of which would be spent anyway.", **said)
    return _("Local spending apart, the largest kind is %(kind)s value: %(money)s (%(split)s).", **said)


def _split(split: list[tuple[str, int]], whole: int) -> str:
    if len(split) == 1:
        return _("all of it %(status)s", status=_status(split[0][0]))
    parts = [
        _("%(share)s %(status)s", share=figures.percent(net, whole), status=_status(status)) for status, net in split
    ]
    return figures.listing(parts)


def _of_what_kinds(kinds: list[Row]) -> str:
    if not kinds:
        return _("No kind of value has a £ yet.")
    said = [_("%(money)s %(kind)s", money=_money(row), kind=_kind(row)) for row in kinds]
    if len(said) == 1:
        return _("One kind: %(kinds)s.", kinds=said[0])
    return _("%(kinds)s: different things, so there is no grand total.", kinds=figures.capital(figures.listing(said)))


def _how_sure(site: Site) -> str:
    lines = site.rows("lines")
    if not lines:
        return _("Nobody has reported anything yet.")
    shown = sum(line["status"] != "self-reported" for line in lines)
    if not shown:
        return _n(
            "The one line rests on the word of those who did the work.",
            "All %(num)s lines rest on the word of those who did the work.",
            len(lines),
        )
    return _n(
        "%(shown)s of %(num)s line rests on a document or an independent check (%(share)s).",
        "%(shown)s of %(num)s lines rest on a document or an independent check (%(share)s).",
        len(lines),
        shown=digits(shown),
        share=figures.percent(shown, len(lines)),
    )


def _where(site: Site) -> str:
    areas = {
        row["area"]: len(site.rows("project-areas", "area", row["area"]))
        for row in site.rows("areas")
        if row["kind"] != "county"
    }
    if not any(areas.values()):
        return _("No project names a place yet.")
    top = max(areas, key=lambda area: areas[area])
    return _n(
        "There are projects in %(known)s of %(num)s area, and most are in %(area)s (%(projects)s).",
        "There are projects in %(known)s of %(num)s areas, and most are in %(area)s (%(projects)s).",
        len(areas),
        known=digits(sum(number > 0 for number in areas.values())),
        area=site.one("areas", top)["name"],
        projects=digits(areas[top]),
    )


def _who(site: Site, benefit: Row | None) -> str:
    if benefit is None:
        return _("No line counts people or jobs yet.")
    figure = figures.bounded(figures.quantity(benefit["quantity"], site.unit(benefit)), benefit["bound"])
    return _(
        "The largest single figure is %(figure)s: “%(measure)s”, %(project)s, %(when)s.",
        figure=figure,
        measure=site.measure(benefit)["name"],
        project=site.one("projects", benefit["project"])["name"],
        when=figures.span(benefit["start"], benefit["end"]),
    )


def _on_track(site: Site) -> str:
    kept = [promise for project in site.rows("projects") for promise in promises(site, project["project"])]
    if not kept:
        return _("No public promise has been found, so nothing can be rated.")
    rated = _n(
        "%(good)s of %(num)s public promise is rated good.",
        "%(good)s of %(num)s public promises are rated good.",
        len(kept),
        good=digits(sum(promise["rating"] == "good" for promise in kept)),
    )
    late = _n(
        "%(num)s is past the day it was due.",
        "%(num)s are past the day they were due.",
        sum(bool(promise["overdue"]) for promise in kept),
        none=N_("None is past the day it was due."),
    )
    return f"{rated} {late}"


def _money(row: Row) -> str:
    return figures.bounded(figures.pounds_short(row["net"]), row["bound"])


def _kind(row: Row) -> str:
    return KIND[row["kind"]].name.lower()


def _status(code: str) -> str:
    return STATUS[code].name.lower()
