"""What can stand side by side: projects and areas, each with its facts, its value by kind and what was counted."""

import json
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from socialvalue.publish.site import Row, Site
from socialvalue.publish.story.amount import amount
from socialvalue.publish.story.cost import cost_of
from socialvalue.publish.story.in_no_sum import in_no_sum
from socialvalue.publish.story.kept_off import besides, promises_besides
from socialvalue.publish.story.places import covered_with, in_area
from socialvalue.publish.story.promises import PromiseRow, promises, same_measure
from socialvalue.publish.story.value_by_kind import by_kind
from socialvalue.publish.words import figures, vocabulary
from socialvalue.publish.words.language import N_, N_n, _, _n, digits, forms, in_words
from socialvalue.records import KINDS
from socialvalue.records.typed_rows import CountRow


def project_facts() -> tuple[str, ...]:
    """What is said of a project, in the order of its facts."""
    return _("Programme"), _("Where"), _("Whole cost"), _("Returns"), _("Promises met")


def area_facts() -> tuple[str, ...]:
    """What is said of an area, in the order of its facts."""
    return _("Population"), _("Projects"), _("Lines")


class Measured(NamedTuple):
    """What was counted by one measure, in words; empty where nothing was delivered, or nothing promised."""

    measure: str
    delivered: str
    promised: str


class Member(NamedTuple):
    """A project or area. `facts` stand in the order of their headings; `kinds` holds net value in words by kind."""

    id: str
    name: str
    path: str
    facts: list[str]
    kinds: dict[str, str]
    measures: list[Measured]


def projects(site: Site) -> list[Member]:
    """Every project by its name. A promise is a standing commitment; it is met or not, whatever its measure."""
    return sorted((_project(site, row) for row in site.rows("projects")), key=lambda member: member.name.casefold())


def areas(site: Site) -> list[Member]:
    """Every area that a project or a line names, by its name. Nothing is promised for an area."""
    named = {row["area"] for row in site.rows("places")} | {line["place"] for line in site.lines()}
    found = [_area(site, row) for row in site.rows("areas") if row["area"] in named]
    return sorted(found, key=lambda member: member.name.casefold())


def members_json(site: Site) -> bytes:
    """Both lists for the page's script, with the words that go beside them."""
    lists = {"projects": (project_facts(), projects(site)), "areas": (area_facts(), areas(site))}
    used = {measured.measure for _, members in lists.values() for member in members for measured in member.measures}
    found: dict[str, Any] = {
        "texts": _texts(),
        "kinds": [[kind, vocabulary.KIND[kind].name] for kind in KINDS],
        "measures": list(
            {row["measure"]: row["name"] for row in site.rows("measures") if row["measure"] in used}.items()
        ),
        **{
            name: {"facts": facts, "members": [member._asdict() for member in them]}
            for name, (facts, them) in lists.items()
        },
    }
    return json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode()


def _texts() -> Row:
    """The sentences of the page's script."""
    return {
        "about": _("About"),
        "areas": _("Areas"),
        "beside": _("Side by side"),
        "choose": _("Choose two to four to see them side by side."),
        "choose_one": _("Choose one"),
        "choose_set": _("Choose two to four"),
        "compare": _("Compare"),
        "comparing": {
            "areas": forms(*N_n("Comparing %(num)s area.", "Comparing %(num)s areas.")),
            "projects": forms(*N_n("Comparing %(num)s project.", "Comparing %(num)s projects.")),
        },
        "counted": _("What was counted"),
        "delivered": _("Net value delivered. Kinds are different things, so they are never added up"),
        "local": _("Net local value, kept apart: most of this money would be spent anyway"),
        "more": _("Choose one more to see them side by side."),
        "no_figure": _("no figure"),
        "no_place": _("no single place"),
        "none": _("None"),
        "no_result": _("nothing published"),
        "places": {
            "areas": [_("First area"), _("Second area"), _("Third area"), _("Fourth area")],
            "projects": [_("First project"), _("Second project"), _("Third project"), _("Fourth project")],
        },
        "projects": _("Projects"),
        "promised": in_words(N_("promised %(figure)s")),
        "what": _("What"),
    }


def _project(site: Site, row: Row) -> Member:
    name = row["project"]
    promised = promises(site, name)
    kept = promises_besides(site, name)
    facts = [
        site.one("programmes", row["programme"])["name"],
        figures.listing([site.one("areas", area["area"])["name"] for area in site.rows("places", "project", name)]),
        cost_of(site, row).said,
        " ".join(filter(None, (_returns(site, name), besides(site, [name])))),
        " ".join(filter(None, (_met(promised, kept), kept))),
    ]
    return Member(
        name,
        row["name"],
        f"projects/{name}.html",
        facts,
        _kinds(site, "project", name),
        _measures(site, "project", name, promised),
    )


def _returns(site: Site, project: str) -> str:
    """How many returns stand, which no other replaced; nothing of none, where some are kept off."""
    number = sum(not row["superseded_by"] for row in site.rows("returns", "project", project))
    return "" if not number and besides(site, [project]) else figures.several(number, "return")


def _met(promised: Sequence[PromiseRow], kept: str) -> str:
    """How many promises are met, of how many; nothing of none, where some are kept off."""
    if promised:
        return _("%(met)s of %(whole)s", met=sum(bool(row["met"]) for row in promised), whole=len(promised))
    return "" if kept else _("none known")


def _area(site: Site, row: Row) -> Member:
    lines = site.lines_of("area", row["area"])
    inside, whole = in_area(site, row["area"])
    projects = [figures.several(len(inside), "project")] if inside or not whole else []
    if whole:
        covered = covered_with(site, row, whole)
        said = _n("%(num)s project covers %(area)s", "%(num)s projects cover %(area)s", len(whole), area=covered)
        projects.append(said)
    facts = [
        _("not known") if row["population"] is None else digits(row["population"]),
        ". ".join(projects),
        figures.several(len(lines), "line"),
    ]
    kinds = _kinds(site, "area", row["area"])
    return Member(
        row["slug"],
        row["name"],
        f"areas/{row['slug']}.html",
        facts,
        kinds,
        _measures(site, "area", row["area"], []),
    )


def _kinds(site: Site, dimension: str, member: str) -> dict[str, str]:
    found = [row for row in by_kind(site, dimension, member) if row["lines"]]
    return {row["kind"]: figures.bounded(figures.pounds(row["net"]), row["bound"]) for row in found}


def _measures(site: Site, dimension: str, member: str, promised: Sequence[PromiseRow]) -> list[Measured]:
    """One row for each measure that was counted or promised, in the order of the framework."""
    counted: dict[tuple[str, str], list[CountRow]] = {}
    for row in site.counts(dimension, member):
        if row["status"] != "committed":
            counted.setdefault((row["framework"], row["measure"]), []).append(row)
    added = {key: _counted(site, rows) for key, rows in counted.items()}
    delivered = _by_code(
        (code, said) for (_framework, code), said in (added | in_no_sum(site, dimension, member)).items()
    )
    for hidden in site.rows("suppressed", dimension, member):
        delivered.setdefault(hidden["measure"], _("hidden [c]"))
    for promise in promised:
        if promise["delivered"] == 0:  # whoever reports leaves it out: that says that there was none
            delivered.setdefault(promise["measure"], amount(site, {**promise, "quantity": 0}))
    wanted = _by_code((row["measure"], _promise(site, row)) for row in promised)
    order = dict.fromkeys(row["measure"] for row in site.rows("measures"))
    return [
        Measured(code, delivered.get(code, ""), wanted.get(code, ""))
        for code in order
        if code in delivered or code in wanted
    ]


def _by_code(said: Iterable[tuple[str, str]]) -> dict[str, str]:
    """What is said of each measure: a code has one row, also where a project counts by it under two frameworks."""
    found: dict[str, str] = {}
    for code, words in said:
        found[code] = ", ".join(filter(None, (found.get(code), words)))
    return found


def _counted(site: Site, rows: Sequence[CountRow]) -> str:
    """What was counted by one measure of one framework, in words."""
    summed = _summed(site, rows)
    return ", ".join(figures.bounded(amount(site, row), row["bound"]) + _sure(row, summed) for row in summed)


def _promise(site: Site, row: PromiseRow) -> str:
    return figures.bounded(amount(site, {**row, "quantity": row["promised"]}), row["promised_bound"])


def _summed(site: Site, rows: Sequence[CountRow]) -> Sequence[Row]:
    """One row in place of one for each status, where the measure adds up."""
    if site.measure(rows[0])["adds_up"] != "flow":
        return rows
    found = site.sums("counted", rows[0]["dimension"], rows[0]["member"])
    sums: list[Row] = [
        {**rows[0], **whole} for whole in found if same_measure(whole, rows[0]) and whole["quantity"] is not None
    ]
    return sums or rows


def _sure(row: Row, rows: Sequence[Row]) -> str:
    """The status, where a measure was counted under more than one."""
    return f" ({vocabulary.STATUS[row['status']].name.lower()})" if len(rows) > 1 else ""
