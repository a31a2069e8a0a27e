"""What the lines of Explore can be narrowed by: each facet with the options that some line has."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

from socialvalue.publish.search.analysis import tokens
from socialvalue.publish.site import OF_FRAMEWORKS, Site
from socialvalue.publish.story.models import codes_of_measures, parts_of
from socialvalue.publish.story.places import covered_name
from socialvalue.publish.words import figures, vocabulary
from socialvalue.publish.words.language import _
from socialvalue.records import KINDS, STATUSES
from socialvalue.records.typed_rows import LineRow, ValueRow

WHOLE, SEVERAL = "whole", "several"
"""The place of a line whose project covers a larger area than one of the map's, and of one in several places."""
FIRST = ("theme", "place", "has", "when", "measure", "project")
"""The facets that most people ask for."""
MOST_YEARS = 7
"""Years that stand as options by themselves; where there are more, five make one."""


class Option(NamedTuple):
    """A code that lines have, what it is called, how the address says it, and how many lines have it."""

    code: str
    label: str
    name: str
    lines: int


class Facet(NamedTuple):
    """A choice: the column or word of the lines that it looks at, its name in addresses, its heading, its options.

    One that is `asked` for by addresses alone is shown where the address names it: it tells no more than another does.
    """

    column: str
    name: str
    title: str
    options: list[Option]
    asked: bool = False
    further: bool = True
    """Whether it is folded away at first: it is not among the FIRST."""


def facets(site: Site) -> list[Facet]:
    """The facets in the order of the page, without those that would leave every line."""
    spans = Counter(code for codes in spans_of(site) for code in codes)
    found = [
        _coded(site, "theme", "subject", _("Subject"), named(site, "themes")),
        Facet("place", "place", _("Place"), _ordered(site, places_of(site), lambda code: _place_called(site, code))),
        Facet("has", "worth", _("Can have a £"), sorted(_ordered(site, worths_of(site), _yes_or_no), reverse=True)),
        Facet("when", "when", _("When"), [_when(code, spans[code]) for code in sorted(spans, reverse=True)]),
        _coded(site, "measure", "measure", _("Measure"), named(site, "measures"), by_label=True),
        _coded(site, "project", "project", _("Project"), named(site, "projects")),
        _coded(site, "programme", "programme", _("Programme"), named(site, "programmes")),
        _coded(site, "organisation", "organisation", _("Organisation"), named(site, "organisations")),
        _in_order(site, "status", _("How sure"), {code: vocabulary.STATUS[code].name for code in STATUSES}),
        Facet("model", "model", _("National model"), _parts_of_models(site)),
        Facet("kind", "kind", _("Kind of value"), _ordered(site, kinds_of(site), _kind_called)),
    ]
    asked = [
        _coded(site, "area", "area", _("Area that the line names"), named(site, "areas")),
        _coded(site, "year", "year", _("Financial year"), str),
    ]
    every = len(site.lines())
    telling = [facet for facet in found if any(option.lines < every for option in facet.options)]
    others = [*asked, *(facet for facet in found if facet not in telling)]
    return [
        *(facet._replace(further=facet.column not in FIRST) for facet in telling),
        *(facet._replace(asked=True) for facet in others),
    ]


def named(site: Site, table: str) -> Callable[[str], str]:
    """What a code of this table is called; a code without a row stands for itself.

    A measure or theme is called as the framework of its lines calls it.
    """
    if table in OF_FRAMEWORKS:
        return lambda code: str(site.leading(table, code)["name"])
    return lambda code: str(site.one(table, code).get("name") or code)


def places_of(site: Site) -> list[list[str]]:
    """Where each line counts, as the page of that area has it; else that its project covers a larger one or several."""
    return [_places(site, line) for line in site.lines()]


def _places(site: Site, line: LineRow) -> list[str]:
    rows = site.rows("places", "project", line["project"])
    if line["place"] or not rows:
        return [line["place"]] if line["place"] else []
    return [WHOLE] if any(row["whole"] for row in rows) else [SEVERAL]


def place_in_words(site: Site, line: LineRow, codes: Sequence[str]) -> str:
    """The place of a line as its cell says it; of one that counts in none of several, these by name."""
    if SEVERAL in codes:
        codes = [row["area"] for row in site.rows("places", "project", line["project"])]
    return figures.listing([_place_called(site, code) for code in codes]) if codes else ""


def _place_called(site: Site, code: str) -> str:
    if code == SEVERAL:
        return _("Several places, not split")
    if code != WHOLE:
        return named(site, "areas")(code)
    covered = [row for row in site.rows("places") if row["whole"]]
    return figures.capital(covered_name(site, covered) or _("the whole area"))


def worths_of(site: Site) -> list[list[str]]:
    """Whether each line has a £ in a total: yes or no."""
    return [["yes" if values_of(site, line) else "no"] for line in site.lines()]


def kinds_of(site: Site) -> list[list[str]]:
    """The kinds of value of each line."""
    return [[value["kind"] for value in values_of(site, line)] for line in site.lines()]


def values_of(site: Site, line: LineRow) -> list[ValueRow]:
    """The values of a line that stand in totals, in the order of the kinds."""
    found = [value for value in site.values("key", line["key"]) if value["counts_in"] == "total"]
    return sorted(found, key=lambda value: KINDS.index(value["kind"]))


def spans_of(site: Site) -> list[list[str]]:
    """When each line ended: its calendar year, or the five years from one that ends in 1 or 6 where there are many."""
    ends = [str(line["end"])[:4] for line in site.lines()]
    if len(set(ends)) <= MOST_YEARS:
        return [[year] if year else [] for year in ends]
    return [[_five(int(year))] if year else [] for year in ends]


def _five(year: int) -> str:
    first = year - (year - 1) % 5
    return f"{first}-{first + 4}"


def _when(code: str, count: int) -> Option:
    first, _to, last = code.partition("-")
    if not last:
        return Option(code, _("Ends in %(year)s", year=first), code, count)
    return Option(code, _("Ends %(first)s to %(last)s", first=first, last=last), code, count)


def models_of(site: Site) -> list[list[str]]:
    """The parts of the national models that each line counts something of."""
    models = codes_of_measures(site)
    return [list(models.get((line["framework"], line["measure"]), [])) for line in site.lines()]


def _parts_of_models(site: Site) -> list[Option]:
    """The parts with lines, model by model in its own order: model.part, and what both are called."""
    counted = Counter(code for codes in models_of(site) for code in codes)
    return [
        Option(part.code, f"{model['short_name']}: {part.words or part.part}", part.code, counted[part.code])
        for model in site.models()
        for part in parts_of(site, model)
        if counted[part.code]
    ]


def _kind_called(code: str) -> str:
    return vocabulary.KIND[code].name


def _yes_or_no(code: str) -> str:
    return _("Yes") if code == "yes" else _("No")


def _coded(
    site: Site, column: str, name: str, title: str, called: Callable[[str], str], by_label: bool = False
) -> Facet:
    """The facet of a column that holds codes. A measure's code says nothing: the address says what it is called."""
    found = _ordered(site, [[str(line[column])] if line[column] else [] for line in site.rows("lines")], called)
    said = found
    if by_label:
        said = [option._replace(name="-".join(tokens(option.label)) or option.code) for option in found]
        often = Counter(option.name for option in said)
        said = [each if often[each.name] == 1 else each._replace(name=each.code) for each in said]
    return Facet(column, name, title, said)


def _in_order(site: Site, column: str, title: str, names: dict[str, str]) -> Facet:
    """The facet of a column whose codes have an order."""
    counted = Counter(line[column] for line in site.rows("lines"))
    options = [Option(code, label, code, counted[code]) for code, label in names.items() if counted[code]]
    return Facet(column, column, title, options)


def _ordered(site: Site, codes: Sequence[Sequence[str]], called: Callable[[str], str]) -> list[Option]:
    """An option for each code that some line has, the one of most lines first. A place goes by the name of its page."""
    counted = Counter(code for each in codes for code in each)
    slug = {row["area"]: row["slug"] for row in site.rows("areas")}
    found = [Option(code, called(code), slug.get(code, code), number) for code, number in counted.items()]
    return sorted(found, key=lambda option: (-option.lines, option.label.casefold(), option.code))
