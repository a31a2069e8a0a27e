"""What a reader asks first about a project: what was claimed, counted, worth, kept, and how sure that is."""

from typing import Any

from socialvalue.publish.site import Row, Site
from socialvalue.publish.story.kept_off import kept_off
from socialvalue.publish.story.promises import by_measure, promises
from socialvalue.publish.story.value_by_kind import DELIVERED, by_kind, leading
from socialvalue.publish.story.worth import kind_name, worth_besides
from socialvalue.publish.words import figures
from socialvalue.publish.words.language import N_, _, _n, digits
from socialvalue.records import MILLION

Answer = dict[str, Any]
PEOPLE_FIRST = {"headcount": 0, "jobs": 1, "gbp": 3, "percent": 4}
ALSO = 3
"""How many more figures the sentence after the largest one names."""


def answers(site: Site, project: Row) -> list[Answer]:
    """Questions with their answers, as macros/answers.jinja shows them; each is worked out from the data alone.

    Of a project without a line: what was claimed, and what is known of its promises.
    """
    key = project["project"]
    lines, promised = site.rows("lines", "project", key), promises(site, key)
    if not lines:
        return [_claimed(site, project), *([_awaited(promised)] if promised else [_nothing(site, key)])]
    on_track = _kept(promised) if promised else _unrated(site, key)
    return [_claimed(site, project), _came(site, by_measure(site, key)), _worth(site, key), on_track, _sure(lines)]


def _claimed(site: Site, project: Row) -> Answer:
    stated = site.rows("published-figures", "project", project["project"])
    if stated:
        first = max(stated, key=lambda row: row["amount_gbp"] or 0)
        unsaid = "" if first["method"] else _("It doesn’t say how that was worked out.")
        who = _("So says %(publisher)s.", publisher=site.one("sources", first["source"])["publisher"])
        words = " ".join(filter(None, (who, unsaid, _("We haven’t valued it, and it is in no sum of ours."))))
        return _answer(_("Claimed"), first["as_written"], "", words, said=True)
    whole = site.rows("published-figures", "programme", project["programme"])
    around = [row for row in whole if not row["project"]]
    words = _("No source that we read states one figure for its social value.")
    if around:
        named = site.one("programmes", project["programme"])["name"]
        most = max(around, key=lambda row: row["amount_gbp"] or 0)
        said = _("%(figure)s is stated for all of %(programme)s.", figure=most["as_written"], programme=named)
        unsaid = _("Nobody says whether this project is in it.")
        words = f"{words} {said} {unsaid}"
    return _answer(_("Claimed"), _("No total found"), "", words, nil=True)


def _nothing(site: Site, project: str) -> Answer:
    if hidden := kept_off(site, project):
        return _answer(_("Counted"), _("Not published"), "", hidden, nil=True)
    words = _("No return was sent, and no public statement gave a figure that we can use.")
    return _answer(_("Counted"), _("Nothing published"), "", words, nil=True)


def _unrated(site: Site, project: str) -> Answer:
    expected = [row for row in site.rows("targets", "project", project) if row["current"]]
    words = _n(
        "No public promise was found. %(num)s forecast was published, and a forecast is not rated.",
        "No public promise was found. %(num)s forecasts were published, and a forecast is not rated.",
        len(expected),
        none=N_("No public promise was found to set this beside."),
    )
    return _answer(_("On track"), _("Can’t be rated"), "", words, nil=True)


def _awaited(promised: list[Row]) -> Answer:
    words = _n(
        "%(num)s promise is public. What came of it has not been published.",
        "%(num)s promises are public. What came of them has not been published.",
        len(promised),
    )
    return _answer(_("On track"), _("Not known"), "", words, nil=True)


def _kept(promised: list[Row]) -> Answer:
    met, whole = [row for row in promised if row["met"]], len(promised)
    hidden = [row for row in promised if not row["met"] and row["suppressed"]]
    open_ = [row for row in promised if not row["met"] and row["delivered"] is not None and row not in hidden]
    short = [row for row in open_ if row["rating"] not in ("good", "other")]
    on_track = [row for row in open_ if row["rating"] == "good"]
    unrated = [row for row in open_ if row["rating"] == "other"]
    silent = [row for row in promised if row["delivered"] is None and row not in hidden]
    said = []
    if short:
        said.append(_("Not met when last reported on: %(measures)s.", measures=_names(short)))
    if on_track:
        said.append(_("On track, and not due in full yet: %(measures)s.", measures=_names(on_track)))
    if unrated:
        said.append(_("Not rated, for the reasons below: %(measures)s.", measures=_names(unrated)))
    if silent:
        said.append(_("Nothing was published on %(measures)s.", measures=_names(silent)))
    if hidden:
        measures = _names(hidden)
        said.append(_("Partly hidden, so that nobody can be recognised: %(measures)s.", measures=measures))
    return _answer(
        _("On track"),
        _("%(met)s of %(whole)s", met=digits(len(met)), whole=digits(whole)),
        _("met"),
        " ".join(said) or _("On what was published, every promise was met."),
    )


def _came(site: Site, delivered: list[Row]) -> Answer:
    if not delivered:
        said = _("Its figures are inside others or hidden, so they are in no sum. Each line says which.")
        return _answer(_("Counted"), _("In no sum"), "", said, nil=True)
    known = sorted((row for row in delivered if row["delivered"] is not None), key=_first)
    if not known:
        hidden = _("Few people stand behind its figures, so they are hidden [c].")
        return _answer(_("Counted"), _("Hidden"), "", hidden, nil=True)
    first, *others = known
    number, small = _number(site, first)
    also = [_figure(site, row) for row in others[:ALSO]]
    rest = len(others) - len(also)
    words = [f"{figures.sentence(first['name'])}"]
    if also:
        words.append(_("And %(figures)s.", figures=figures.listing(also)))
    if rest:
        words.append(_n("%(num)s more below.", "%(num)s more below.", rest))
    return _answer(_("Counted"), number, f"{small} {_beside(first['delivered_bound'])}".strip(), " ".join(words))


def _number(site: Site, row: Row) -> tuple[str, str]:
    """The number of a figure and what stands small after it."""
    if row["unit"] == "gbp":
        return figures.pounds_short(row["delivered"] * 100 // MILLION), ""
    return figures.quantity_parts(row["delivered"], site.unit(row))


def _figure(site: Site, row: Row) -> str:
    """A figure with what it counts, inside a sentence: 31 qualifications gained; 105 weeks (apprenticeship weeks)."""
    number, unit = _number(site, row)
    said = figures.bounded(" ".join(filter(None, (number, unit))), row["delivered_bound"])
    if unit and figures.inside(row["name"]).startswith(unit):
        return figures.bounded(f"{number} {figures.inside(row['name'])}", row["delivered_bound"])
    return _("%(figure)s (%(measure)s)", figure=said, measure=figures.inside(row["name"]))


def _beside(bound: str) -> str:
    """A bound as it stands after its figure."""
    return _({"at least": N_("or more"), "up to": N_("at most"), "about": N_("or so")}[bound]) if bound else ""


def _first(row: Row) -> tuple[bool, int, int]:
    """People before jobs, then other counts, money, and shares last; the largest of each first. What is the most that
    it can be comes after what is counted."""
    return row["delivered_bound"] == "up to", PEOPLE_FIRST.get(row["unit"], 2), -row["delivered"]


def _worth(site: Site, project: str) -> Answer:
    kinds = [row for row in by_kind(site, "project", project) if row["net"]]
    question, top = _("Worth"), leading(kinds)
    if not kinds:
        said = _("We have no open £ value for what was delivered here. That doesn’t mean it is worth nothing.")
        return _answer(question, _("No £ of ours"), "", said, nil=True)
    counted = sum(1 for row in by_measure(site, project) if row["hue"] == "count")
    more = _n("%(num)s more measure counted, with no £.", "%(num)s more measures counted, with no £.", counted)
    words = [worth_besides(site, "project", project), more if counted else ""]
    if top is None:
        return _answer(question, _("No £"), _("beyond local spending"), " ".join(filter(None, words)), nil=True)
    words = [_("of %(kind)s value.", kind=kind_name(top)), *words]
    small = _beside("at least") if top["bound"] == "at least" else figures.bound_alone(top["bound"])
    return _answer(question, figures.pounds_short(top["net"]), small, " ".join(filter(None, words)))


def _sure(lines: list[Row]) -> Answer:
    """The least sure of its lines, with its sign; then how many rest on what."""
    least = next(name for name in reversed(DELIVERED) if any(line["status"] == name for line in lines))
    shown, whole = sum(1 for line in lines if line["status"] != "self-reported"), len(lines)
    words = _n(
        "%(num)s line, on the word of those who did the work.",
        "%(num)s lines, each on the word of those who did the work.",
        whole,
    )
    if shown:
        words = _n(
            "%(num)s of %(lines)s rests on a document or an independent check.",
            "%(num)s of %(lines)s rest on a document or an independent check.",
            shown,
            lines=figures.several(whole, "line"),
        )
    second = sum(1 for line in lines if line["confidence"] == "B")
    hand = _n("%(num)s was read second-hand.", "%(num)s were read second-hand.", second) if second else ""
    return {**_answer(_("How sure"), "", "", f"{words} {hand}".strip()), "status": least}


def _names(rows: list[Row]) -> str:
    return figures.listing([figures.inside(row["name"]) for row in rows])


def _answer(question: str, answer: str, small: str, words: str, said: bool = False, nil: bool = False) -> Answer:
    return {
        "question": question,
        "answer": answer,
        "small": small,
        "words": words,
        "said": said,
        "nil": nil,
        "status": "",
    }
