"""What a reader asks first about a project: what was claimed, counted, worth, kept, and how sure that is."""

from collections.abc import Sequence

from socialvalue.publish.site import Row, Site
from socialvalue.publish.story.answering import Answer, answer, came, sure, worth
from socialvalue.publish.story.claims import in_order, said_by
from socialvalue.publish.story.cost import cost_of, only_grant
from socialvalue.publish.story.kept_off import besides, kept_off, promises_besides
from socialvalue.publish.story.places import apart
from socialvalue.publish.story.promises import PromiseRow, answered, by_measure, promises
from socialvalue.publish.story.theirs_and_ours import missing
from socialvalue.publish.words import figures
from socialvalue.publish.words.language import N_, _, _n, digits
from socialvalue.records.table_rows import StatedFigure
from socialvalue.records.typed_rows import LineRow

WHOLE = "whole programme"
"""The kind of a project that stands for a programme: for all of it, or for what one place has of it."""


def answers(site: Site, project: Row) -> list[Answer]:
    """Questions with their answers, as macros/answers.jinja shows them; each is worked out from the data alone.

    Of a project without a line: what was claimed, and what is known of its promises; where there is nothing else, its
    cost too, where more is stated of it than the one figure.
    """
    key = project["project"]
    lines, promised = site.lines("project", key), promises(site, key)
    if not lines:
        claimed = [_claimed(site, project)]
        if not site.stated_figures("project", key):
            known = [_awaited(promised)] if promised else [_nothing(site, key), *_cost(site, project)]
            return [*claimed, *known]
        no_pounds = answer(
            _("Worth"), _("No £ of ours"), "", _("Nothing delivered was published that could be valued."), nil=True
        )
        on_track = _awaited(promised) if promised else _unrated(site, key)
        return [*claimed, _nothing(site, key), no_pounds, on_track]
    on_track = _kept(promised) if promised else _unrated(site, key)
    delivered = by_measure(site, key)
    counted = sum(1 for row in delivered if row["hue"] == "count")
    valued = worth(site, "project", key, counted)
    found = came(site, delivered or _alone(site, lines), lines)
    if kept := besides(site, [key]):
        found = {**found, "words": f"{found['words']} {kept}".strip()}
    return [_claimed(site, project), found, valued, on_track, sure(lines)]


def _alone(site: Site, lines: Sequence[LineRow]) -> list[Row]:
    """The figures that are never added, of each measure the newest, as rows of came(), where nothing else counts."""
    known = [line for line in lines if line["counted"] and line["quantity"] is not None]
    newest = {(line["framework"], line["measure"]): line for line in sorted(known, key=lambda line: str(line["end"]))}
    return [
        {**line, "name": site.measure(line)["name"], "delivered": line["quantity"], "delivered_bound": line["bound"]}
        for line in newest.values()
    ]


def _claimed(site: Site, project: Row) -> Answer:
    stated = site.stated_figures("project", project["project"])
    if stated:
        first = in_order(stated)[0]
        unsaid = _unsaid(first)
        words = " ".join(
            filter(None, (said_by(site, first), unsaid, _("We haven’t valued it, and it is in no sum of ours.")))
        )
        return answer(_("Claimed"), first["as_written"], "", words, said=True)
    around = _around(site, project)
    words = _("No source that we read states one figure for its social value.")
    if around:
        words = f"{words} {_stated_around(site, project, in_order(around)[0])}"
    return answer(_("Claimed"), _("No total found"), "", words, nil=True)


def programmes_of(site: Site, project: Row) -> list[str]:
    """The programmes of a project, its main one first."""
    also = sorted(row["programme"] for row in site.rows("project-programmes", "project", project["project"]))
    return list(dict.fromkeys([project["programme"], *also]))


def _stated_around(site: Site, project: Row, claim: StatedFigure) -> str:
    """A figure that was stated of more than the project, of just what it was stated of."""
    figure, about = figures.capital(claim["as_written"]), site.one("projects", claim["project"])
    if not about:
        programme = site.one("programmes", claim["programme"])["name"]
        said = _("%(figure)s is stated for all of %(programme)s.", figure=figure, programme=programme)
    else:
        said = _("%(figure)s is stated for %(project)s.", figure=figure, project=about["name"])
    unsaid = _("Nobody says whether this project is in it.")
    if claim["project"] and claim["project"] in holding(site, project):
        unsaid = _("This project is part of it. Nobody says how much of the figure is for this part.")
    return f"{said} {unsaid}"


def _around(site: Site, project: Row) -> list[StatedFigure]:
    """What was stated of what the project is part of, of all of its programme, or of a project for a whole programme.

    Such a project may stand for one place of a programme alone (one of several deals): not for a project elsewhere.
    """
    found = [row for programme in programmes_of(site, project) for row in site.stated_figures("programme", programme)]
    found += [row for whole in holding(site, project) for row in site.stated_figures("project", whole)]
    return [row for row in found if not row["project"] or _may_hold(site, row["project"], project)]


def holding(site: Site, project: Row) -> list[str]:
    """The projects that a project is part of, the nearest first."""
    found: list[str] = []
    while (whole := project["part_of"]) and whole not in found:
        found.append(whole)
        project = site.one("projects", whole)
    return found


def _may_hold(site: Site, whole: str, project: Row) -> bool:
    """Whether a project for a whole programme may hold another one, by what each is part of and where each is."""
    if whole in holding(site, project):
        return True
    return site.one("projects", whole)["kind"] == WHOLE and not apart(site, whole, project["project"])


def _unsaid(claim: StatedFigure) -> str:
    """What a claim leaves unsaid: how it was worked out, or how many things it would take to check it."""
    if not claim["method"]:
        return _("It doesn’t say how that was worked out.")
    things = len(missing(claim))
    if not things:
        return ""
    return _n(
        "%(num)s thing that anyone needs to check it was not published.",
        "%(num)s things that anyone needs to check it were not published.",
        things,
    )


def _nothing(site: Site, project: str) -> Answer:
    if hidden := kept_off(site, project):
        return answer(_("Counted"), _("Not published"), "", hidden, nil=True)
    words = _("No return was sent, and no public statement gave a figure that we can use.")
    return answer(_("Counted"), _("Nothing published"), "", words, nil=True)


def _cost(site: Site, project: Row) -> list[Answer]:
    """What it cost, where sources also state other figures, or one grant; else the line of facts has it all."""
    cost, grant = cost_of(site, project), only_grant(site, project)
    others = [figure for figure in cost.stated if figure != cost.bounded]
    if not cost.figure or not (others or grant):
        return []
    also = _("Sources also state %(figures)s.", figures=figures.listing(others)) if others else ""
    given = _("A grant is stated: %(grant)s.", grant=grant) if grant else ""
    words = " ".join(filter(None, (also, given)))
    return [answer(_("Cost, as stated"), cost.figure, cost.qualified, words, bound=cost.bound)]


def _unrated(site: Site, project: str) -> Answer:
    expected = [row for row in site.targets("project", project) if row["current"]]
    if kept := promises_besides(site, project):
        return answer(_("On track"), _("Can’t be rated"), "", kept, nil=True)
    words = _n(
        "No public promise was found, only %(num)s forecast, which isn’t rated.",
        "No public promise was found, only %(num)s forecasts, which aren’t rated.",
        len(expected),
        none=N_("No public promise was found to set this beside."),
    )
    return answer(_("On track"), _("Can’t be rated"), "", words, nil=True)


def _awaited(promised: Sequence[PromiseRow]) -> Answer:
    words = _n(
        "%(num)s promise is public. What came of it has not been published.",
        "%(num)s promises are public. What came of them has not been published.",
        len(promised),
    )
    return answer(_("On track"), _("Not known"), "", words, nil=True)


def _kept(promised: Sequence[PromiseRow]) -> Answer:
    met, whole = [row for row in promised if row["met"]], len(promised)
    hidden = [row for row in promised if not row["met"] and row["suppressed"]]
    open_ = [row for row in promised if not row["met"] and row["delivered"] is not None and row not in hidden]
    short = [row for row in open_ if row["rating"] not in ("good", "other")]
    on_track = [row for row in open_ if row["rating"] == "good" and not row["overdue"]]
    late = [row for row in open_ if row["rating"] == "good" and row["overdue"]]
    silent = [row for row in promised if not answered(row)]
    unrated = [row for row in promised if row not in (*met, *hidden, *silent, *short, *on_track, *late)]
    said = []
    if short:
        said.append(_("Not met when last reported on: %(measures)s.", measures=_names(short)))
    if on_track:
        said.append(_("On track, and not due in full yet: %(measures)s.", measures=_names(on_track)))
    if late:
        said.append(
            _("As much as was due when last reported on, and more was due since: %(measures)s.", measures=_names(late))
        )
    if unrated:
        said.append(_("Not rated, for the reasons below: %(measures)s.", measures=_names(unrated)))
    if silent:
        said.append(_("Nothing was published on %(measures)s.", measures=_names(silent)))
    if hidden:
        measures = _names(hidden)
        said.append(_("Partly hidden, so that nobody can be recognised: %(measures)s.", measures=measures))
    if len(unrated) + len(silent) == whole:
        return answer(_("On track"), _("Can’t be rated"), "", " ".join(said), nil=True)
    return answer(
        _("On track"),
        _("%(met)s of %(whole)s", met=digits(len(met)), whole=digits(whole)),
        _("met"),
        " ".join(said)
        or _n(
            "On what was published, the promise was met.",
            "On what was published, each of the promises was met.",
            whole,
        ),
    )


def _names(rows: Sequence[PromiseRow]) -> str:
    return figures.listing([figures.inside(row["name"]) for row in rows])
