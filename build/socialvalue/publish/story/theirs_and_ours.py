"""A stated figure that is larger than all that we found, beside ours: why they are not the same, row by row."""

from collections.abc import Iterator
from typing import NamedTuple

from socialvalue.publish.site import Site
from socialvalue.publish.story.answering import second_hand
from socialvalue.publish.story.value_by_kind import DELIVERED, by_kind, delivered_values
from socialvalue.publish.story.worth import kind_name
from socialvalue.publish.words import figures
from socialvalue.publish.words.language import N_, _, _n, digits
from socialvalue.publish.words.vocabulary import KIND, STATUS
from socialvalue.records import KINDS, MILLION
from socialvalue.records.table_rows import Project, StatedFigure
from socialvalue.records.typed_rows import LineRow, SumRow, ValueRow

MISSING = {
    "projects": (N_("The projects in it,"), N_("each by its name.")),
    "period": (N_("The period,"), N_("from which day to which.")),
    "quantities": (N_("The quantity of each measure:"), N_("people, weeks and pounds, before any value.")),
    "unit-values": (N_("The unit values and their edition:"), N_("what one of each was taken to be worth.")),
    "deductions": (N_("What was taken off"), N_("for what would have happened anyway.")),
    "local-spending": (N_("Local wages and spending, shown apart,"), N_("if they are in it.")),
    "check": (N_("Who checked it,"), N_("and against which records.")),
}
"""What makes a stated figure checkable, by the words of published-figures.csv: the thing, and what about it."""


class Part(NamedTuple):
    """One question about both figures. `short` is for the front page too."""

    id: str
    question: str
    theirs: str
    ours: str
    short: bool = True


class Beside(NamedTuple):
    """A stated figure and our largest sum, side by side.

    `theirs` is its row of published-figures, `ours` the row of by_kind, `verdict` one sentence, `projects` those that
    ours is made of, `missing` what would make theirs checkable, `others` what else was stated and is read beside it.
    """

    theirs: StatedFigure
    ours: SumRow
    verdict: str
    parts: list[Part]
    projects: list[Project]
    missing: list[tuple[str, str]]
    others: list[StatedFigure]


class _Ours(NamedTuple):
    """What our sum is made of."""

    kind: str
    values: list[ValueRow]
    lines: list[LineRow]
    projects: list[Project]


def beside(site: Site) -> Beside | None:
    """The largest stated figure of a programme or a project of one, where no sum of ours is as large; else None."""
    sums = [row for row in by_kind(site) if row["net"]]
    if not sums:
        return None
    ours = min(sums, key=lambda row: (-int(row["net"]), KINDS.index(row["kind"])))
    claims = [row for row in site.stated_figures() if row["programme"] and row["strength"] == "delivered"]
    larger = [row for row in claims if pence(row) > ours["net"]]
    if not larger:
        return None
    theirs = min(larger, key=lambda row: (-pence(row), row["figure"]))
    made_of = _made_of(site, ours["kind"])
    return Beside(
        theirs=theirs,
        ours=ours,
        verdict=_verdict(site, theirs, made_of),
        parts=list(_parts(site, theirs, made_of)),
        projects=made_of.projects,
        missing=missing(theirs),
        others=[
            row
            for row in site.stated_figures()
            if theirs["figure"] == row["compare_with"] or theirs["compare_with"] == row["figure"]
        ],
    )


def pence(figure: StatedFigure) -> int:
    """A stated figure in pence, for comparing alone: it is shown as it was written."""
    return int(figure["amount_gbp"]) * 100 // MILLION


def missing(figure: StatedFigure) -> list[tuple[str, str]]:
    """What the sources of a stated figure leave unsaid, in the order of MISSING: the thing, and what about it."""
    named = figure["missing"].split()
    return [(_(thing), _(about)) for code, (thing, about) in MISSING.items() if code in named]


def _made_of(site: Site, kind: str) -> _Ours:
    values = [row for row in delivered_values(site) if row["kind"] == kind]
    lines = [line for row in values for line in site.lines("key", row["key"])]
    projects = {row["project"]: row for line in lines for row in site.projects("project", line["project"])}
    by_name = sorted(projects.values(), key=lambda row: (row["name"].casefold(), row["project"]))
    return _Ours(kind, values, lines, by_name)


def _verdict(site: Site, theirs: StatedFigure, ours: _Ours) -> str:
    apart = []
    if not _shared(site, theirs, ours):
        unsaid = "projects" in theirs["missing"].split()
        apart.append(_("theirs names no projects") if unsaid else _("other projects"))
    years = _span(theirs)
    if years != _years(ours) and years[0]:
        overlap = years[0] <= _years(ours)[1] and _years(ours)[0] <= years[1]
        apart.append(_("not the same years") if overlap else _("other years"))
    apart.append(_("another method"))
    said = _("They don’t measure the same thing: %(differences)s.", differences=", ".join(apart))
    no_part = _("Nothing published makes one a part of the other.")
    return said if _shared(site, theirs, ours) else f"{said} {no_part}"


def _shared(site: Site, theirs: StatedFigure, ours: _Ours) -> list[Project]:
    """Those of our projects that the register puts into their programme."""
    also = {row["project"] for row in site.rows("project-programmes", "programme", theirs["programme"])}
    return [row for row in ours.projects if row["programme"] == theirs["programme"] or row["project"] in also]


def _span(theirs: StatedFigure) -> tuple[str, str]:
    """The first and the last year of a stated figure; empty where its source names none."""
    return theirs["period_start"][:4], (theirs["period_end"] or theirs["period_start"])[:4]


def _years(ours: _Ours) -> tuple[str, str]:
    return min(line["start"] for line in ours.lines)[:4], max(line["end"] for line in ours.lines)[:4]


def _parts(site: Site, theirs: StatedFigure, ours: _Ours) -> Iterator[Part]:
    left_out = theirs["missing"].split()
    says = _("Its source says.")
    yield Part("whose", _("Whose figure"), _whose(site, theirs), _ours_is(site, ours))
    yield Part("years", _("Which years"), _period(theirs), _our_years(ours))
    whole = _their_projects(site, theirs, left_out)
    yield Part("projects", _("Which projects"), whole, _our_projects(site, theirs, ours))
    unsaid = _("Whether local wages and spending are in it is not said.") if "local-spending" in left_out else ""
    what = f"{figures.sentence(theirs['what'])} {unsaid}".strip()
    yield Part("in", _("What is in it"), what, _our_content(site, ours))
    method = figures.sentence(theirs["method"] or _("Not stated."))
    yield Part("method", _("By which method"), method, _our_method(site, ours))
    taken = _("Not said.") if "deductions" in left_out else says
    yield Part("off", _("What was taken off"), taken, _our_deductions(site, ours), short=False)
    unchecked = _("Nobody has published who checked it.") if "check" in left_out else says
    yield Part("sure", _("How sure"), unchecked, _our_status(ours), short=False)
    number = len(missing(theirs))
    no = _n("No. One thing is missing, below.", "No. %(num)s things are missing, below.", number)
    yes = _("Yes: its source says all that it takes.") if left_out else _("Nobody has looked yet.")
    by_source = _("Yes, line by line, to the page or document that each rests on.")
    yield Part("checked", _("Can it be checked?"), no if number else yes, by_source, short=False)
    yield Part("source", _("Source"), "", "")


def _whose(site: Site, theirs: StatedFigure) -> str:
    publisher = site.one("sources", theirs["source"]).get("publisher", "")
    leader = site.one("organisations", site.one("programmes", theirs["programme"])["led_by"]).get("name", "")
    if publisher and publisher == leader:
        return _("%(who)s, of its own programme.", who=publisher)
    return figures.sentence(publisher)


def _ours_is(site: Site, ours: _Ours) -> str:
    compiled = all(site.one("returns", line["return_id"])["basis"] == "compiled" for line in ours.lines)
    if compiled:
        return _n(
            "Ours, worked out from %(num)s line that was said in public.",
            "Ours, worked out from %(num)s lines that were said in public.",
            len(ours.lines),
        )
    return _n(
        "Ours, worked out from %(num)s line that was reported.",
        "Ours, worked out from %(num)s lines that were reported.",
        len(ours.lines),
    )


def _period(theirs: StatedFigure) -> str:
    return figures.sentence(theirs["period"] or _("Not stated"))


def _our_years(ours: _Ours) -> str:
    first, last = _years(ours)
    years = first if first == last else _("%(start)s to %(end)s", start=first, end=last)
    return _n(
        "%(years)s: one project.",
        "%(years)s: %(num)s projects, each in its own years.",
        len(ours.projects),
        years=years,
    )


def _their_projects(site: Site, theirs: StatedFigure, left_out: list[str]) -> str:
    programme = site.one("programmes", theirs["programme"])["name"]
    about = site.one("projects", theirs["project"])
    whole = f"{about['name']}." if about else _("%(programme)s as a whole.", programme=programme)
    unsaid = _("The source doesn’t say which projects are in it.")
    return f"{whole} {unsaid}" if "projects" in left_out else whole


def _our_projects(site: Site, theirs: StatedFigure, ours: _Ours) -> str:
    """What the register says of our projects and their programme; their names stand beside it."""
    programme = site.one("programmes", theirs["programme"])["name"]
    return _n(
        "%(shared)s of these is recorded as a project of %(programme)s.",
        "%(shared)s of these are recorded as projects of %(programme)s.",
        number := len(_shared(site, theirs, ours)),
        none=N_("None of these is recorded as a project of %(programme)s."),
        shared=digits(number),
        programme=programme,
    )


def _our_content(site: Site, ours: _Ours) -> str:
    names = sorted({figures.inside(site.measure(line)["name"]) for line in ours.lines})
    what = figures.capital(figures.sentence(figures.listing(names)))
    if ours.kind == "local":
        nearby = _("It was kept nearby, and is not added value.")
        return f"{what} {nearby}"
    return _("%(kind)s value: %(what)s", kind=KIND[ours.kind].name, what=figures.inside(what))


def _our_method(site: Site, ours: _Ours) -> str:
    each = {row["unit_value"]: site.unit_value(row) for row in ours.values}
    if all(row["value_gbp"] == MILLION and site.measure(row)["unit"] == "gbp" for row in each.values()):
        first = _("£1 spent is recorded as £1. No multiplier.")
    else:
        first = _n("%(num)s unit value, with its source.", "%(num)s unit values, each with its source.", len(each))
    without = len({row["key"] for row in site.rows("unvalued")} & {line["key"] for line in site.lines()})
    rest = _n("%(num)s other line has no £.", "%(num)s other lines have no £.", without, none=N_("Every line has a £."))
    return f"{first} {rest}"


def _our_deductions(site: Site, ours: _Ours) -> str:
    each = {row["key"]: row["unit_value"] for row in ours.values}
    if any(each.get(step["key"]) == step["unit_value"] for step in site.rows("steps")):
        return _("What would have happened anyway, step by step; each line shows it.")
    if ours.kind == "local":
        return _("Nothing. Most of this money would have been spent anyway, so it stands apart from every other total.")
    return _("Nothing.")


def _our_status(ours: _Ours) -> str:
    found = [status for status in DELIVERED if any(line["status"] == status for line in ours.lines)]
    said = figures.capital(figures.listing([STATUS[status].name.lower() for status in found]))
    return f"{figures.sentence(said)} {second_hand(ours.lines)}".strip()


def heading(ours: SumRow) -> str:
    """What stands over our figure."""
    if ours["kind"] == "local":
        return _("Ours: local spending")
    return _("Ours: %(kind)s value, net", kind=kind_name(ours))
