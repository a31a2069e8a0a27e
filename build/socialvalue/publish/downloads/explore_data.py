"""Every line for the explore page: in words for its table, and with all its cells for the page's script."""

import json
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from socialvalue.publish.downloads import csv_file, release
from socialvalue.publish.frame.templating import amount
from socialvalue.publish.site import OF_FRAMEWORKS, Row, Site
from socialvalue.publish.story.models import codes_of_measures, parts_of
from socialvalue.publish.words import figures, vocabulary
from socialvalue.publish.words.language import N_, N_n, _, digits, forms, in_words
from socialvalue.records import KINDS, STATUSES

LIMIT = 50
"""Lines that the page shows at first, and more at each press of its button. Also in theme/assets/explore.js."""


class Facet(NamedTuple):
    """What the lines can be narrowed by: a column, its heading, and its codes with their names, in order."""

    column: str
    title: str
    options: list[tuple[str, str]]


class Shown(NamedTuple):
    """A line as a row of the page's table. `worth` holds each net value with its kind."""

    row: Row
    measure: str
    project: str
    period: str
    quantity: str
    worth: list[tuple[str, str]]


def newest(site: Site) -> list[Row]:
    """Every line, the newest period first; lines of one period stay in their order."""
    return sorted(site.rows("lines"), key=lambda line: str(line["end"]), reverse=True)


def _money(line: Row, value: Row) -> str:
    """What a line is worth, with the bound of the line: at least £4,000."""
    return figures.bounded(figures.pounds(value["net"]), line["bound"])


def shown(site: Site, line: Row) -> Shown:
    """A line in words, as the page’s table and the script show it."""
    return Shown(
        row=line,
        measure=site.measure(line)["name"],
        project=_name(site, "projects")(line["project"]),
        period=figures.span(line["start"], line["end"]),
        quantity=amount(site, line),
        worth=[(_money(line, value), vocabulary.KIND[value["kind"]].name.lower()) for value in _valued(site, line)],
    )


def counted(found: int, everything: int, visible: int) -> str:
    """How many lines there are, in the words that the script uses too."""
    number = figures.capital(figures.sentence(figures.several(everything, "line")))
    if found < everything:
        number = _("%(found)s of %(all)s lines.", found=digits(found), all=digits(everything))
    newest = _("The newest %(number)s are shown.", number=digits(visible))
    return number if visible >= found else f"{number} {newest}"


def facets(site: Site) -> list[Facet]:
    """What the lines can be narrowed by, with just the codes that some line has."""
    lines = site.rows("lines")

    def named(column: str, title: str, table: str) -> Facet:
        name = _name(site, table)
        codes = {str(line[column]) for line in lines if line[column]}
        return Facet(column, title, sorted(((code, name(code)) for code in codes), key=lambda pair: pair[1].casefold()))

    years = sorted({str(line["year"]) for line in lines if line["year"]}, reverse=True)
    statuses = {line["status"] for line in lines}
    kinds = {value["kind"] for line in lines for value in _valued(site, line)}
    return [
        named("programme", _("Programme"), "programmes"),
        named("project", _("Project"), "projects"),
        named("measure", _("Measure"), "measures"),
        named("theme", _("Theme"), "themes"),
        named("area", _("Area"), "areas"),
        named("organisation", _("Organisation"), "organisations"),
        Facet("year", _("Financial year"), [(year, year) for year in years]),
        Facet("status", _("How sure"), [(code, vocabulary.STATUS[code].name) for code in STATUSES if code in statuses]),
        Facet("model", _("National model"), _parts(site)),
        Facet("kind", _("Kind of value"), [(code, vocabulary.KIND[code].name) for code in KINDS if code in kinds]),
    ]


def _parts(site: Site) -> list[tuple[str, str]]:
    """The parts of the national models that some line counts something of: model.part, and what both are called."""
    return [
        (part.code, f"{model['short_name']}: {part.words or part.part}")
        for model in site.rows("models")
        for part in parts_of(site, model)
        if part.lines
    ]


def lines_json(site: Site) -> bytes:
    """The lines for the script. Each column is a list of its different cells, and for each line a place in that list.

    `columns` are those of data/lines.csv, cell for cell and row for row; `words` is what the table shows beside
    them; `newest` is the order of the table; `names` are the names of the codes.
    """
    lines = site.rows("lines")
    said = [shown(site, line) for line in lines]
    cells = release.cells(site, "lines")
    place = {line["key"]: number for number, line in enumerate(lines)}
    narrowed, models = facets(site), codes_of_measures(site)
    found = {
        "columns": [{"name": name, **_coded(cells[name])} for name in cells.columns],
        "words": {
            "period": _coded(row.period for row in said),
            "quantity": _coded(row.quantity for row in said),
            "worth": _coded(row.worth for row in said),
            "kind": _coded([value["kind"] for value in _valued(site, line)] for line in lines),
            "model": _coded(models.get((line["framework"], line["measure"]), []) for line in lines),
        },
        "newest": [place[line["key"]] for line in newest(site)],
        "facets": [{"column": facet.column, "title": facet.title, "options": facet.options} for facet in narrowed],
        "statuses": {code: vocabulary.STATUS[code].name for code in STATUSES},
        "bounds": {code: figures.bound_alone(code) for code in figures.BOUND},
        "guard": {"begins": csv_file.BEGINS, "follows": csv_file.FOLLOWS, "number": csv_file.NUMBER},
        "texts": _texts(),
    }
    return json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode()


def _texts() -> Row:
    """The sentences of the script."""
    return {
        "all": forms(*N_n("%(num)s line.", "%(num)s lines.")),
        "chosen": in_words(N_("%(num)s chosen")),
        "clear": _("Clear all choices"),
        "enough": _("More than this is too much to read. Narrow the lines down, or download them."),
        "inside": _("inside another line, in no total"),
        "narrow": _("Narrow down"),
        "newest": in_words(N_("The newest %(number)s are shown.")),
        "no_value": _("no £"),
        "second_hand": _("second-hand"),
        "show": in_words(N_("Show %(num)s more")),
        "some": in_words(N_("%(found)s of %(all)s lines.")),
        "take_all": _("Download all lines (CSV)"),
        "take_some": _("Download these lines (CSV)"),
    }


def _coded(cells: Iterable[Any]) -> dict[str, list[Any]]:
    """A column as its different cells in the order in which they first come, and the place of each row's cell."""
    places: dict[str, int] = {}
    different: list[Any] = []
    rows = []
    for cell in cells:
        code = repr(cell)
        if code not in places:
            places[code] = len(different)
            different.append(cell)
        rows.append(places[code])
    return {"cells": different, "rows": rows}


def _valued(site: Site, line: Row) -> list[Row]:
    """The values of a line that stand in totals, in the order of the kinds."""
    found = [value for value in site.rows("values", "key", line["key"]) if value["counts_in"] == "total"]
    return sorted(found, key=lambda value: KINDS.index(value["kind"]))


def _name(site: Site, table: str) -> Callable[[str], str]:
    """What a code of this table is called; a code without a row stands for itself.

    A measure or theme is called as the framework of its lines calls it.
    """
    if table in OF_FRAMEWORKS:
        return lambda code: str(site.leading(table, code)["name"])
    return lambda code: str(site.one(table, code).get("name") or code)
