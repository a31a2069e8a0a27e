"""What we don't know about a project, made from the data alone."""

from collections.abc import Iterator, Sequence

from socialvalue.publish.site import Row, Site
from socialvalue.publish.story.amount import amount
from socialvalue.publish.story.cost import cost_of
from socialvalue.publish.story.kept_off import besides, kept_off
from socialvalue.publish.story.promises import MeasureRow, by_measure
from socialvalue.publish.words import figures
from socialvalue.publish.words.language import _, _n
from socialvalue.publish.words.reasons import no_value
from socialvalue.records import NoValue
from socialvalue.records.typed_rows import LineRow

Gap = tuple[str, str]
DATES = ("start", "completion", "opening")
"""Facts that say when, if only roughly."""
OWN_PLACE = (NoValue.PART, NoValue.RECORD)
"""Reasons for having no £ that the line itself shows."""


def gaps(site: Site, project: Row) -> list[Gap]:
    """What is not known, and why that matters, as pairs of sentences. A field of study for whoever asks next."""
    lines = site.lines("project", project["project"])
    return [
        *_about(site, project),
        *_promised(site, project),
        *_lines(site, lines, project["project"]),
        *_worth(site, lines),
    ]


def _about(site: Site, project: Row) -> Iterator[Gap]:
    cost = cost_of(site, project)
    if cost.pounds is None and cost.stated:
        why = _("No one figure stands for the whole of it. What was stated is under “Money”.")
        yield _("What it cost."), why
    elif cost.pounds is None and project["contract_gbp"] is None:
        why = _("No public figure was found for the whole cost, so value can’t be compared with it.")
        yield _("What it cost."), why
    if not project["start"] and not project["completion"]:
        if any(row["fact"] in DATES for row in site.rows("project-facts", "project", project["project"])):
            yield (
                _("Its exact dates."),
                _("We know no start or end for certain. What was said of them is under “Dates and sizes”."),
            )
        else:
            yield _("Its dates."), _("We found no public start or completion date.")
    if not site.rows("places", "project", project["project"]):
        yield _("Where it is."), _("The sources name no single area.")


def _promised(site: Site, project: Row) -> Iterator[Gap]:
    targets = [row for row in site.targets("project", project["project"]) if row["current"]]
    commitments = [row for row in targets if row["strength"] == "commitment"]
    if not commitments and not kept_off(site, project["project"]):
        yield _("What was promised."), _("No public commitment was found, so nothing can be rated.")
    open_ended = [row for row in commitments if not row["due"]]
    if open_ended:
        name = figures.listing(list(dict.fromkeys(figures.inside(site.measure(row)["name"]) for row in open_ended)))
        yield _("When the promise falls due."), _("No date was given for %(measures)s.", measures=name)


def _second_hand(lines: Sequence[LineRow]) -> str:
    second = sum(1 for line in lines if line["confidence"] == "B")
    if second == len(lines):
        return _n("The one line was read second-hand.", "All %(num)s lines were read second-hand.", second)
    if not second:
        return ""
    return _n(
        "%(num)s of %(lines)s was read second-hand.",
        "%(num)s of %(lines)s were read second-hand.",
        second,
        lines=figures.several(len(lines), "line"),
    )


def _lines(site: Site, lines: Sequence[LineRow], project: str) -> Iterator[Gap]:
    if not lines:
        nothing = _("No return was sent, and no public statement gave a figure that we can use.")
        yield _("What it delivered."), kept_off(site, project) or nothing
        return
    if kept := besides(site, [project]):
        yield _("All that it delivered."), f"{kept} {kept_off(site, project)}"
    yield from _not_exact(site, project, lines)
    if said := _second_hand(lines):
        yield _("What the first source said."), said
    local = [line for line in lines if site.measure(line)["local"]]
    drawn = list(dict.fromkeys(line["local_definition"] for line in local if not line["local_area_set"]))
    if drawn:
        quoted = [_("“%(words)s”", words=definition) for definition in drawn if definition]
        words = _n(
            "The source says %(definitions)s. We keep its words: they name no list of areas.",
            "The sources say %(definitions)s. We keep their words: they name no list of areas.",
            len(quoted),
            definitions=figures.listing(quoted),
        )
        silent = _("Not every source says.") if "" in drawn else ""
        yield _("How “local” was drawn."), f"{words if quoted else ''} {silent}".strip()
    basis = {site.one("returns", line["return_id"])["basis"] for line in lines}
    if "compiled" in basis:
        yield (
            _("What its own records say."),
            _("These figures come from public statements. The project has not sent us a return."),
        )


def _not_exact(site: Site, project: str, lines: Sequence[LineRow]) -> Iterator[Gap]:
    """What is hidden, then all bounds in one, whether a source gave them or a sum has them."""
    delivered = by_measure(site, project)
    for row in delivered:
        if row["suppressed"]:
            why = _("Few people stand behind a part of it, so that part is hidden [c].")
            yield _("All of %(measure)s.", measure=figures.inside(row["name"])), why
    loose = list(dict.fromkeys([*_loose_sums(site, delivered), *_loose_lines(site, delivered, lines)]))
    if loose:
        yield (
            _n("The exact number.", "The exact numbers.", len(loose)),
            _n(
                "%(num)s is a bound or rounded: %(figures)s.",
                "%(num)s are bounds or rounded: %(figures)s.",
                len(loose),
                figures=figures.listing(loose),
            ),
        )


def _loose_sums(site: Site, delivered: Sequence[MeasureRow]) -> Iterator[str]:
    for row in delivered:
        if row["delivered"] is not None and row["delivered_bound"] and not row["suppressed"]:
            yield figures.bounded(figures.quantity(row["delivered"], site.unit(row)), row["delivered_bound"])


def _loose_lines(site: Site, delivered: Sequence[MeasureRow], lines: Sequence[LineRow]) -> Iterator[str]:
    """The figures that are in no sum: they stand on the page one by one."""
    summed = {(row["framework"], row["measure"]) for row in delivered if row["delivered"] is not None}
    for line in lines:
        alone = not line["counted"] or (line["framework"], line["measure"]) not in summed
        if line["bound"] and line["quantity"] is not None and alone:
            yield figures.bounded(amount(site, line), line["bound"])


def _worth(site: Site, lines: Sequence[LineRow]) -> Iterator[Gap]:
    without = [line for line in lines if why_no_pounds(site, line)]
    names = list(dict.fromkeys(figures.inside(site.measure(line)["name"]) for line in without))
    if names:
        yield (
            _("What it is worth in £."),
            _n(
                "%(measures)s has no £ here. It says why when opened above.",
                "%(measures)s have no £ here. Each says why when opened above.",
                len(names),
                measures=figures.capital(figures.listing(names)),
            ),
        )
    if any(site.values("key", line["key"]) for line in lines):
        why = _("Returns have no comparison group. Where we deduct for that, we use a standard share.")
        yield _("What would have happened without it."), why


def why_no_pounds(site: Site, line: LineRow) -> str:
    """Why a line has no £, where the line itself doesn't show it; empty for one that has, or that shows it."""
    found = (row for row in site.rows("unvalued", "key", line["key"]) if row["reason"] not in OWN_PLACE)
    return next((no_value(row["reason"], row["facts"]) for row in found), "")
