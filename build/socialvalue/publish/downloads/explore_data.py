"""Every line for the explore page: in words for its table, and with all its cells, in parts, for the page's script."""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from socialvalue.publish.downloads.explore_facets import (
    facets,
    kinds_of,
    models_of,
    named,
    place_in_words,
    places_of,
    spans_of,
    values_of,
    worths_of,
)
from socialvalue.publish.downloads.published_tables import table_of
from socialvalue.publish.formats import csv_file
from socialvalue.publish.site import Row, Site
from socialvalue.publish.story.amount import amount
from socialvalue.publish.words import days, figures, vocabulary
from socialvalue.publish.words.language import N_, N_n, _, digits, forms, in_words
from socialvalue.records import STATUSES
from socialvalue.records.typed_rows import LineRow, ValueRow

LIMIT = 24
"""Lines that the page shows at first. Also in theme/assets/explore.js."""
PART = 1_000
"""Lines in each part of the data: some 30 kB packed."""
CHOICES = 40_000
"""Lines in each file of what they can be narrowed by: at most some 100 kB packed."""


class Shown(NamedTuple):
    """A line as a row of the page's table. `worth` holds each net value with its kind."""

    row: LineRow
    measure: str
    project: str
    place: str
    period: str
    quantity: str
    worth: list[tuple[str, str]]


def newest(site: Site) -> list[int]:
    """The place of every line in the table of lines, the newest period first; those of one period in their order."""
    lines = site.lines()
    return sorted(range(len(lines)), key=lambda place: str(lines[place]["end"]), reverse=True)


def _money(line: LineRow, value: ValueRow) -> str:
    """What a line is worth, with the bound of the line: at least £4,000."""
    return figures.bounded(figures.pounds(value["net"]), line["bound"])


def shown(site: Site, places: Sequence[int]) -> list[Shown]:
    """The lines at these places in words, as the page’s table and the script show them."""
    lines, where = site.lines(), places_of(site)
    return [_shown(site, lines[place], where[place]) for place in places]


def _shown(site: Site, line: LineRow, where: Sequence[str]) -> Shown:
    return Shown(
        row=line,
        measure=site.measure(line)["name"],
        project=named(site, "projects")(line["project"]),
        place=place_in_words(site, line, where),
        period=days.span(line["start"], line["end"]),
        quantity=amount(site, line),
        worth=[(_money(line, value), vocabulary.KIND[value["kind"]].name.lower()) for value in values_of(site, line)],
    )


def counted(found: int, everything: int) -> str:
    """How many lines there are, in the words that the script uses too."""
    if found < everything:
        return _("%(found)s of %(all)s lines", found=digits(found), all=digits(everything))
    return figures.capital(figures.several(everything, "line"))


def statuses(site: Site) -> list[str]:
    """How sure the lines are: each status that some line has, in the order of how sure."""
    present = {line["status"] for line in site.lines()}
    return [code for code in STATUSES if code in present]


def explore_files(site: Site) -> dict[str, bytes]:
    """The lines for the script, by path.

    explore/lines.json: `columns` names those of data/lines.csv with the type of each; `facets` what the lines can be
    narrowed by; `lines` how many there are, `part` how many at the most in each of their `parts`. explore/lines-N.json:
    so many lines, the newest first. `place` is the place of each in data/lines.csv; of the `columns`, cell for cell,
    and of the `words` that the table shows beside them (_where), each is a list of its different cells, and for each
    line a place in it. Where there are several parts, explore/choices-N.json, `choices` in number, hold for each facet
    the same of many more lines: a reader who narrows them down waits for these, and for the parts that are then shown.
    """
    order = newest(site)
    parts = list(_divided(order, PART)) or [[]]
    many = list(_divided(order, CHOICES)) if len(parts) > 1 else []
    types = {field["name"]: field["type"] for field in site.valuation.checked.published["lines"]["fields"]}
    cells = {str(name): column.tolist() for name, column in table_of(site, "lines").cells.items()}
    offered = facets(site)
    contents = {
        "columns": [{"name": name, "type": types[name]} for name in cells],
        "lines": len(order),
        "part": PART,
        "parts": len(parts),
        "choices": len(many),
        "facets": [facet._asdict() for facet in offered],
        "statuses": {code: vocabulary.STATUS[code].name for code in STATUSES},
        "bounds": {code: figures.bound_alone(code) for code in figures.BOUND},
        "guard": {"begins": csv_file.BEGINS, "follows": csv_file.FOLLOWS, "number": csv_file.NUMBER},
        "texts": _texts(),
    }
    words = _words(site, range(len(order)))
    files = {"explore/lines.json": _json(contents)}
    for number, part in enumerate(parts):
        columns = {name: _coded(column[place] for place in part) for name, column in cells.items()}
        said = {f"_{name}": _coded(column[place] for place in part) for name, column in words.items()}
        files[f"explore/lines-{number}.json"] = _json({"place": part, "columns": columns, "words": said})
    for number, part in enumerate(many):
        chosen_by = {each.column: words.get(each.column) or cells[each.column] for each in offered}
        codes = {name: _coded(column[place] for place in part) for name, column in chosen_by.items()}
        files[f"explore/choices-{number}.json"] = _json(codes)
    return files


def _divided(order: list[int], size: int) -> Iterator[list[int]]:
    return (order[start : start + size] for start in range(0, len(order), size))


def _words(site: Site, places: Sequence[int]) -> dict[str, list[Any]]:
    """What the table, the facets and the box of words need beside the cells, for each line."""
    said = shown(site, places)
    return {
        "period": [row.period for row in said],
        "quantity": [row.quantity for row in said],
        "where": [row.place for row in said],
        "worth": [row.worth for row in said],
        "source": [site.one("sources", row.row["evidence"]).get("title", "") for row in said],
        "place": places_of(site),
        "when": spans_of(site),
        "kind": kinds_of(site),
        "has": worths_of(site),
        "model": models_of(site),
    }


def _texts() -> Row:
    """The sentences of the script."""
    return {
        "address": _("The address of this page keeps your choice, in words."),
        "all": forms(*N_n("%(num)s line", "%(num)s lines")),
        "chosen": in_words(N_("%(num)s chosen")),
        "clear": _("Clear all choices"),
        "enough": _("More than this is too much to read. Narrow the lines down, or download them."),
        "fewer": _("fewer"),
        "further": _("More choices"),
        "inside": _("inside another line, in no total"),
        "loading": _("Getting the rest of the lines"),
        "more": forms(*N_n("%(num)s more", "%(num)s more")),
        "narrow": _("Narrow down"),
        "second_hand": _("second-hand"),
        "show": in_words(N_("Show %(num)s more")),
        "show_all": in_words(N_("Show all %(num)s")),
        "some": in_words(N_("%(found)s of %(all)s lines")),
        "words": _("Words"),
        "words_help": _("A measure, project, place or source"),
        "worth": forms(*N_n("%(num)s can have a £;", "%(num)s can have a £;")),
        "worth_show": _("show those"),
    }


def _coded(cells: Iterable[Any]) -> dict[str, list[Any]]:
    """A column as its different cells in the order in which they first come, and the place of each row's cell."""
    places: dict[str, int] = {}
    different: list[Any] = []
    rows = []
    for cell in cells:
        code = cell if type(cell) is str else repr(cell)  # a list, say: a column holds cells of one kind
        if code not in places:
            places[code] = len(different)
            different.append(cell)
        rows.append(places[code])
    return {"cells": different, "rows": rows}


def _json(content: Any) -> bytes:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
