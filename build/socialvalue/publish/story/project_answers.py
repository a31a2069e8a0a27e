"""The three questions that a reader asks first about a project, each with a figure and a sentence."""

from socialvalue.publish.site import Row, Site
from socialvalue.publish.story.promises import by_measure, promises
from socialvalue.publish.story.value_by_kind import by_kind, leading
from socialvalue.publish.story.worth import kind_name, worth_besides
from socialvalue.publish.words import figures
from socialvalue.publish.words.language import N_, _, _n, digits
from socialvalue.records import MILLION

Answer = dict[str, str]
PEOPLE_FIRST = {"headcount": 0, "jobs": 1, "gbp": 3, "percent": 4}


def in_short(site: Site, project: str) -> list[Answer]:
    """Did it keep its promises (or what came of it), what is it worth, how sure are we. Empty without a line."""
    lines = site.rows("lines", "project", project)
    promised = promises(site, project)
    if not lines:
        return [_awaited(promised)] if promised else []
    first = _kept(promised) if promised else _came(site, by_measure(site, project))
    return [first, _worth(site, project), _sure(lines)]


def _awaited(promised: list[Row]) -> Answer:
    return _answer(
        _("Did they keep their promises?"),
        _("Not known"),
        "",
        _n(
            "%(num)s promise is public. What came of it has not been published.",
            "%(num)s promises are public. What came of them has not been published.",
            len(promised),
        ),
    )


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
        _("Did they keep their promises?"),
        _("%(met)s of %(whole)s", met=digits(len(met)), whole=digits(whole)),
        _("met"),
        " ".join(said) or _("On what was published, every promise was met."),
    )


def _came(site: Site, delivered: list[Row]) -> Answer:
    if not delivered:
        said = _("Its figures are inside others, so they are not counted again. Each line says which.")
        return _answer(_("What came of it?"), _("Counted elsewhere"), "", said)
    first = min(delivered, key=_first)
    unit = site.unit(first)
    if first["unit"] == "gbp":
        number, small = figures.pounds_short(first["delivered"] * 100 // MILLION), ""
    else:
        number, small = figures.quantity_parts(first["delivered"], unit)
    rest = len(delivered) - 1
    also = _n("And %(num)s other figure below.", "And %(num)s other figures below.", rest) if rest else ""
    said = f"{figures.sentence(first['name'])} {also}".strip()
    return _answer(_("What came of it?"), number, f"{small} {_beside(first['delivered_bound'])}".strip(), said)


def _beside(bound: str) -> str:
    """A bound as it stands after its figure."""
    return _({"at least": N_("or more"), "up to": N_("at most"), "about": N_("or so")}[bound]) if bound else ""


def _first(row: Row) -> tuple[int, int]:
    """People before jobs, then other counts, money, and shares last; the largest of each first."""
    return PEOPLE_FIRST.get(row["unit"], 2), -row["delivered"]


def _worth(site: Site, project: str) -> Answer:
    kinds = [row for row in by_kind(site, "project", project) if row["net"]]
    question, top = _("What is it worth?"), leading(kinds)
    if not kinds:
        said = _("We have no open £ value for what was delivered here. That doesn’t mean it is worth nothing.")
        return _answer(question, _("Counted"), _("not valued"), said)
    counted = sum(1 for row in by_measure(site, project) if row["hue"] == "count")
    more = _n("%(num)s more measure counted, with no £.", "%(num)s more measures counted, with no £.", counted)
    words = [worth_besides(site, "project", project), more if counted else ""]
    if top is None:
        return _answer(question, _("No £"), _("beyond local spending"), " ".join(filter(None, words)))
    words = [_("of %(kind)s value.", kind=kind_name(top)), *words]
    small = _beside("at least") if top["bound"] == "at least" else figures.bound_alone(top["bound"])
    return _answer(question, figures.pounds_short(top["net"]), small, " ".join(filter(None, words)))


def _sure(lines: list[Row]) -> Answer:
    shown = sum(1 for line in lines if line["status"] != "self-reported")
    whole = len(lines)
    if not shown:
        said = _n(
            "%(num)s line, on the word of those who did the work.",
            "%(num)s lines, each on the word of those who did the work.",
            whole,
        )
        return _answer(_("How sure are we?"), _("Not checked"), "", said)
    figure = _("All") if shown == whole else figures.percent(shown, whole)
    checked = _n(
        "%(num)s of %(lines)s rests on a document or an independent check.",
        "%(num)s of %(lines)s rest on a document or an independent check.",
        shown,
        lines=figures.several(whole, "line"),
    )
    unchecked = _n(
        "%(num)s rest on the word of those who did the work.",
        "%(num)s rest on the word of those who did the work.",
        whole - shown,
        none=N_("None rest on the word of those who did the work."),
    )
    return _answer(_("How sure are we?"), figure, _("checked on paper"), f"{checked} {unchecked}")


def _names(rows: list[Row]) -> str:
    return figures.listing([figures.inside(row["name"]) for row in rows])


def _answer(question: str, answer: str, small: str, said: str) -> Answer:
    return {"question": question, "answer": answer, "small": small, "words": said}
