"""What the page "Prepare a return" needs to know: lists for all projects, and a file for each framework and project.

Numbers are whole millionths, as text: a script's own numbers hold no more than 53 bits.
"""

import json
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Any

from socialvalue.domain.corrections import REASON_CHARACTERS
from socialvalue.domain.years import financial_year
from socialvalue.publish.downloads.prepare_returns import returns
from socialvalue.publish.downloads.prepare_texts import first_texts, texts
from socialvalue.publish.downloads.workbooks import offers
from socialvalue.publish.site import Row, Site
from socialvalue.publish.words import vocabulary
from socialvalue.publish.words.days import day
from socialvalue.publish.words.figures import web
from socialvalue.records import KINDS, LEAST_PEOPLE
from socialvalue.records import STATUSES as SUREST_FIRST
from socialvalue.workbooks import layout

MEASURE = [
    *("name", "plain_name", "what_counts", "unit", "adds_up", "needs_headcount", "needs_narrative", "sensitivity"),
    *("disadvantaged", "local", "no_value_reason", "replaced_by", "retired_on"),
]
UNIT = ["one", "many", "decimals", "record_only", "level"]
UNIT_VALUE = [
    *("unit_value", "kind", "counts_in", "value_gbp", "price_year", "uprate", "edition", "area", "valid_from"),
    *("valid_to", "benefit_years", "net_of", "source_title", "publisher", "caution"),
]
ADJUSTMENT = ["scope", "applies_to", "kind", "effect", "rate", "edition"]
PROJECT = ["name", "programme", "renamed_from"]
CONTRACT = ["framework", "edition", "local_area_set", "contract_start", "contract_end"]
LINE = [
    *("period", "start", "end", "measure", "unit", "quantity", "bound", "headcount", "local_definition", "part_of"),
    "row",
]
PROMISE = ["measure", "unit", "promised", "promised_bound", "delivered", "delivered_bound", "due", "target"]
RETURN = ["period", "start", "end", "version", "basis", "withdraws"]
SECTIONS = (
    *("not_done", "above", "done", "so_far", "says_yes", "says_no", "not_ours", "ours", "by_whom", "puts_right"),
    "difference",
)
"""The words of rows and headings that the page goes by."""
FIELD = ["name", "type", "title", "description", "constraints"]
IN_MILLIONTHS = {"quantity", "value_gbp", "rate", "promised", "delivered", "index"}


def files(site: Site) -> dict[str, bytes]:
    """The files by their paths: what the page begins with, the lists for a return, and each framework and project."""
    found = {"prepare/start.json": start(site), "prepare/lists.json": lists(site)}
    found |= {f"prepare/frameworks/{name}.json": framework(site, name) for name in _frameworks(site)}
    for project in site.rows("projects"):
        found[f"prepare/projects/{project['project']}.json"] = _project(site, project)
    found |= {f"prepare/returns/{owner}.json": content for owner, content in returns(site)}
    return {path: _written(content) for path, content in found.items()}


def _written(content: Mapping[str, Any]) -> bytes:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def start(site: Site) -> Row:
    """What the page begins with: its first sentences, and the projects to choose from."""
    return {
        "projects": {row["project"]: _named(site, row) for row in site.rows("projects")},
        "texts": first_texts(),
    }


def lists(site: Site) -> Row:
    """What is the same for every return: rules, words, places, organisations and the other sentences."""
    checked = site.valuation.checked
    sets: dict[str, Row] = {}
    for row in site.rows("area-sets"):
        sets.setdefault(row["area_set"], {"name": row["name"], "areas": []})["areas"].append(row["area"])
    return {
        **checked.for_form,
        "fields": {table: _fields(checked.schemas[table]) for table in ("lines", "evidence")},
        "least_people": LEAST_PEOPLE,
        "public": site.settings.public,
        "areas": {row["area"]: _filled(row, ["name", "short_name", "slug"]) for row in site.rows("areas")},
        "area_sets": sets,
        "organisations": {row["organisation"]: {"name": row["name"]} for row in site.rows("organisations")},
        "frameworks": _frameworks(site),
        "deflators": {
            row["financial_year"]: str(row["index"]) for row in site.rows("deflators") if row["vintage"] == site.vintage
        },
        "real_year": site.settings.real_year,
        "reason_characters": REASON_CHARACTERS,
        "kinds": {kind: vocabulary.KIND[kind].name for kind in KINDS},
        "statuses": {status: vocabulary.STATUS[status].name for status in SUREST_FIRST},
        "headings": _words("intake/headings"),
        "sections": {name: words for name, words in _words("intake/sections").items() if name in SECTIONS},
        "quarters": site.settings.quarters,
        "no_titles": _words("check/no_titles"),
        "workbook": _layout(),
        "send": _send(site),
        "texts": texts(),
    }


def _fields(schema: Mapping[str, Any]) -> list[Row]:
    """Its fields; with their descriptions those that may be empty or ill-formed, where these are said."""
    ruled = ("required", "pattern")
    return [
        {
            name: field[name]
            for name in FIELD
            if name in field and (name != "description" or any(rule in field.get("constraints", {}) for rule in ruled))
        }
        for field in schema["fields"]
    ]


@cache
def _words(name: str) -> Mapping[str, list[str]]:
    """The words that people write for a thing, as the other ways in know them: headings, sections, or no titles."""
    text = resources.files("socialvalue").joinpath(f"{name}.toml").read_text(encoding="utf-8")
    found: Mapping[str, list[str]] = tomllib.loads(text)
    return found


def _layout() -> Row:
    """How our own workbook is laid out, so that the page can read one that was filled in."""
    return {
        "template": layout.TEMPLATE,
        "start": layout.START,
        "figures": layout.FIGURES,
        "evidence": layout.EVIDENCE,
        "lists": layout.LISTS,
        "marks": layout.MARKS,
        "mark": layout.MARK_COLUMN,
        "figures_columns": [column.field for column in layout.FIGURES_COLUMNS],
        "evidence_columns": [column.field for column in layout.EVIDENCE_COLUMNS],
        "tiers": layout.TIERS,
    }


def _book(site: Site, project: str) -> Row | None:
    """The workbook that the site offers for a project, and for which days."""
    offer = offers(site).get(project)
    if offer is None:
        return None
    days = {"start": offer.span.start.isoformat(), "end": offer.span.end.isoformat()}
    return {"path": offer.path, "size": offer.size, **days}


def _send(site: Site) -> Row:
    """Where a return goes: the mailbox or page of the authority, and its repository on a forge."""
    settings = site.settings
    return {
        "title": f"{settings.title} {settings.place}".strip(),
        "contact": settings.contact,
        "repository": web(settings.repository),
        "forge": settings.forge,
        "branch": settings.branch,
    }


def _frameworks(site: Site) -> list[str]:
    return list(dict.fromkeys(row["owner"] for row in site.rows("measures")))


def _named(site: Site, project: Row) -> Row:
    """A project in the list to choose from, with where it is."""
    places = [
        site.one("areas", row["area"])["name"] for row in site.rows("project-areas", "project", project["project"])
    ]
    return {**_filled(project, PROJECT), "places": places}


def contract(site: Site, project: Row) -> Row:
    """What its contract says, asked for once a project is chosen; `place` is its area where it is in one alone."""
    of = _filled(project, CONTRACT)
    counted = site.rows("places", "project", project["project"])
    if len(counted) == 1 and not counted[0]["whole"]:
        of = {**of, "place": counted[0]["area"]}
    return {**of, "framework": of.get("framework") or site.signed_under(project["project"])}


def framework(site: Site, name: str) -> Row:
    """Measures with their units and unit values, and what is deducted."""
    of = {"framework": name}
    values: dict[str, list[Row]] = {}
    for row in site.of("unit-values", of):
        values.setdefault(row["measure"], []).append(_filled(row, UNIT_VALUE))
    return {
        "name": name,
        "edition": site.valuation.checked.editions.get(name, ""),
        "measures": {row["measure"]: _filled(row, MEASURE) for row in site.of("measures", of)},
        "units": {row["unit"]: _filled(row, UNIT) for row in site.of("units", of)},
        "values": values,
        "adjustments": [_filled(row, ADJUSTMENT) for row in site.of("adjustments", of)],
        "crosswalk": dict(_references(site.of("crosswalk", of))),
    }


def _references(crosswalk: Sequence[Row]) -> Iterator[tuple[str, str]]:
    """The measure of each reference of another framework that stands for one alone."""
    close = [row for row in crosswalk if row["match"] == "close"]
    for row in close:
        if sum(other["reference"] == row["reference"] for other in close) == 1:
            yield row["reference"], row["measure"]


def _project(site: Site, project: Row) -> Row:
    """What was promised and reported, who takes part, and the returns so far. Nothing that the site hides."""
    key = project["project"]
    lines = [row for row in site.lines("project", key) if row["quantity"] is not None]
    return {
        "contract": contract(site, project),
        "promised": [_filled(row, PROMISE) for row in site.delivery("project", key) if row["promised"] is not None],
        "targets": [_filled(row, ["measure", "quantity", "bound"]) for row in _whole(site, key)],
        "returns": [
            {**_filled(row, RETURN), "year": financial_year(row["end"]), "until": day(row["end"])}
            for row in site.rows("returns", "project", key)
            if not row["superseded_by"]
        ],
        "lines": [
            {**_filled(row, LINE), "flow": site.measure(row).get("adds_up") == "flow" and not row["part_of"]}
            for row in lines
        ],
        "organisations": list(
            dict.fromkeys(
                [row["organisation"] for row in site.rows("project-organisations", "project", key)]
                + [project["promoter"]] * bool(project["promoter"])
            )
        ),
        "areas": [row["area"] for row in site.rows("project-areas", "project", key)],
        "workbook": _book(site, key),
    }


def _whole(site: Site, project: str) -> list[Row]:
    """The promises that stand, of no place and part of no other."""
    narrower = ("part_of", "area", "local_definition")
    rows: Sequence[Row] = site.targets("project", project)
    return [row for row in rows if row["current"] and not any(row[name] for name in narrower)]


def _filled(row: Row, columns: Sequence[str]) -> Row:
    """The cells that hold something: what is empty, missing or no is left out."""
    held = ((name, row[name]) for name in columns)
    return {name: _cell(name, cell) for name, cell in held if cell is not None and cell is not False and cell != ""}


def _cell(name: str, cell: Any) -> Any:
    return str(cell) if name in IN_MILLIONTHS else cell
