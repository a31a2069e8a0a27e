"""What we don't know about a project, made from the data alone."""

from collections.abc import Iterator

from socialvalue.publish.site import Row, Site
from socialvalue.publish.story.promises import by_measure
from socialvalue.publish.words import figures
from socialvalue.publish.words.language import N_, _, _n
from socialvalue.publish.words.reasons import no_value
from socialvalue.records import NoValue

Gap = tuple[str, str]
BOUND = {
    "at least": N_("The source gives a bound, not a count, for %(measure)s. The true figure is higher."),
    "up to": N_("The source gives a bound, not a count, for %(measure)s. The true figure may be lower."),
    "about": N_("The source gives a bound, not a count, for %(measure)s. The source rounds it."),
}
DATES = ("start", "completion", "opening")
"""Facts that say when, if only roughly."""
OWN_PLACE = (NoValue.PART, NoValue.RECORD)
"""Reasons for having no £ that the line itself shows."""


def gaps(site: Site, project: Row) -> list[Gap]:
    """What is not known, and why that matters, as pairs of sentences. A field of study for whoever asks next."""
    lines = site.rows("lines", "project", project["project"])
    return [
        *_about(site, project),
        *_promised(site, project),
        *_lines(site, lines, project["project"]),
        *_worth(site, lines),
    ]


def _about(site: Site, project: Row) -> Iterator[Gap]:
    if all(project[money] is None for money in ("total_cost_gbp", "contract_gbp")):
        yield _("What it cost."), _("No public figure was found, so value can’t be compared with cost.")
    if not project["start"] and not project["completion"]:
        if any(row["fact"] in DATES for row in site.rows("project-facts", "project", project["project"])):
            yield _("Exactly when it was done."), _("No source gives the day. What was said of it is under “When”.")
        else:
            yield _("When it was done."), _("We found no public start or completion date.")
    if not site.rows("places", "project", project["project"]):
        yield _("Where it is."), _("The sources name no single area.")


def _promised(site: Site, project: Row) -> Iterator[Gap]:
    targets = [row for row in site.rows("targets", "project", project["project"]) if row["current"]]
    commitments = [row for row in targets if row["strength"] == "commitment"]
    if not commitments:
        yield _("What was promised."), _("No public commitment was found, so nothing can be rated.")
    open_ended = [row for row in commitments if not row["due"]]
    if open_ended:
        name = figures.listing(list(dict.fromkeys(site.measure(row)["name"].lower() for row in open_ended)))
        yield _("When the promise falls due."), _("No date was given for %(measures)s.", measures=name)


def _lines(site: Site, lines: list[Row], project: str) -> Iterator[Gap]:
    if not lines:
        yield _("What it delivered."), _("No return was sent, and no public statement gave a figure that we can use.")
        return
    for row in by_measure(site, project):
        name, bound = row["name"].lower(), row["delivered_bound"]
        if row["suppressed"]:
            why = _("Few people stand behind a part of it, so that part is hidden [c].")
            yield _("All of %(measure)s.", measure=name), why
        elif bound:
            figure = figures.bounded(figures.quantity(row["delivered"], site.unit(row)), bound)
            exact = _("The exact number.") if bound == "about" else ""
            yield exact or _("Anything beyond “%(figure)s”.", figure=figure), _(BOUND[bound], measure=name)
    second_hand = sum(1 for line in lines if line["confidence"] == "B")
    if second_hand:
        yield (
            _("What the first source said."),
            _n(
                "%(num)s of %(lines)s was read second-hand.",
                "%(num)s of %(lines)s were read second-hand.",
                second_hand,
                lines=figures.several(len(lines), "line"),
            ),
        )
    local = [line for line in lines if site.measure(line)["local"]]
    drawn = list(dict.fromkeys(line["local_definition"] for line in local if not line["local_area_set"]))
    if drawn:
        quoted = [_("“%(words)s”", words=definition) for definition in drawn if definition]
        told = _n(
            "The source says %(definitions)s. That is no set of areas.",
            "The sources say %(definitions)s. That is no set of areas.",
            len(quoted),
            definitions=figures.listing(quoted),
        )
        silent = _("Not every source says.") if "" in drawn else ""
        yield _("How “local” was drawn."), f"{told if quoted else ''} {silent}".strip()
    basis = {site.one("returns", line["return_id"])["basis"] for line in lines}
    if "compiled" in basis:
        yield (
            _("What its own records say."),
            _("These figures come from public statements. The project has not sent us a return."),
        )


def _worth(site: Site, lines: list[Row]) -> Iterator[Gap]:
    reasons: dict[str, list[str]] = {}
    for line in lines:
        for without in site.rows("unvalued", "key", line["key"]):
            name = site.measure(line)["name"].lower()
            if without["reason"] not in OWN_PLACE:
                names = reasons.setdefault(no_value(without["reason"], without["facts"]), [])
                names += [] if name in names else [name]
    for reason, names in reasons.items():
        yield _("What this is worth in £: %(measures)s.", measures=figures.listing(names)), reason
    if any(site.rows("values", "key", line["key"]) for line in lines):
        why = _("Returns have no comparison group. Where we deduct for that, we use a standard share.")
        yield _("What would have happened without it."), why
