"""What can stand side by side: projects and areas, each with its facts, its value by kind and what was counted."""

import json
from typing import Any, NamedTuple

from socialvalue.publish import terms, words
from socialvalue.publish.counts import counted
from socialvalue.publish.delivered import promises
from socialvalue.publish.kinds import by_kind
from socialvalue.publish.site import Row, Site
from socialvalue.publish.templating import amount
from socialvalue.records import KINDS

PROJECT_FACTS = ("Programme", "Where", "Whole cost", "Returns", "Promises met")
AREA_FACTS = ("Population", "Projects", "Lines")


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
    named = {row["area"] for table in ("project-areas", "lines") for row in site.rows(table)}
    found = [_area(site, row) for row in site.rows("areas") if row["area"] in named]
    return sorted(found, key=lambda member: member.name.casefold())


def members_json(site: Site) -> bytes:
    """Both lists for the page's script, with the words that go beside them."""
    lists = {"projects": (PROJECT_FACTS, projects(site)), "areas": (AREA_FACTS, areas(site))}
    used = {measured.measure for _, members in lists.values() for member in members for measured in member.measures}
    found: dict[str, Any] = {
        "kinds": [[kind, terms.KIND[kind].name] for kind in KINDS],
        "measures": list(
            {row["measure"]: row["name"] for row in site.rows("measures") if row["measure"] in used}.items()
        ),
        **{
            name: {"facts": facts, "members": [member._asdict() for member in them]}
            for name, (facts, them) in lists.items()
        },
    }
    return json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode()


def _project(site: Site, row: Row) -> Member:
    name = row["project"]
    promised = promises(site, name)
    met = sum(1 for promise in promised if promise["met"])
    cost = row["total_cost_gbp"]
    facts = [
        site.one("programmes", row["programme"])["name"],
        words.listing(
            [site.one("areas", area["area"])["name"] for area in site.rows("project-areas", "project", name)]
        ),
        "not published" if cost is None else words.pounds_short(cost * 100),
        words.several(len(site.rows("returns", "project", name)), "return"),
        f"{met} of {len(promised)}" if promised else "none known",
    ]
    measures = [
        Measured(
            found["measure"],
            _said(site, found["delivered"], found["unit"], found["delivered_bound"]),
            _said(site, found["promised"], found["unit"], found["promised_bound"]),
        )
        for found in site.rows("delivery", "project", name)
        if found["delivered"] is not None or found["promised"] is not None
    ]
    return Member(name, row["name"], f"projects/{name}.html", facts, _kinds(site, "project", name), measures)


def _area(site: Site, row: Row) -> Member:
    lines = site.rows("lines", "area", row["area"])
    facts = [
        "not known" if row["population"] is None else f"{row['population']:,}",
        words.several(len(site.rows("project-areas", "area", row["area"])), "project"),
        words.several(len(lines), "line"),
    ]
    measures = [
        Measured(
            count.measure["measure"],
            _said(site, count.quantity, count.measure["unit"], count.bound) or "not added up",
            "",
        )
        for count in counted(site, lines)
    ]
    kinds = _kinds(site, "area", row["area"])
    return Member(row["slug"], row["name"], f"areas/{row['slug']}.html", facts, kinds, measures)


def _kinds(site: Site, dimension: str, member: str) -> dict[str, str]:
    found = [row for row in by_kind(site, dimension, member) if row["lines"]]
    return {row["kind"]: words.bounded(words.pounds(row["net"]), row["bound"]) for row in found}


def _said(site: Site, quantity: int | None, unit: str, bound: str) -> str:
    """A quantity in words with its bound; empty where there is none."""
    return words.bounded(amount(site, {"quantity": quantity, "unit": unit}), bound) if quantity is not None else ""
