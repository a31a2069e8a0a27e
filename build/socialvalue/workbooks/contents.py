"""What stands in the workbook of a return before anybody fills it in: measures, promises, earlier figures, names."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

import pandas as pd

from socialvalue.domain.bounds import joint
from socialvalue.domain.spans import Span
from socialvalue.records import LEAST_PEOPLE, MILLION, Checked, Valuation, rows
from socialvalue.workbooks.standing import Given, documents_of, lines_of, standing_return

NOT_SHOWN = "not shown"
"""In place of a figure that the site hides, so that nobody can be recognised."""
PROMISED, REPORTED = ["measure", "quantity", "bound", "alone"], ["measure", "end", "quantity", "counted"]
"""What is looked at of a promise, and of a line."""


@dataclass(frozen=True)
class Measure:
    """A measure as the workbook tells of it. Yes and no are words, as the cells of its sheets hold them."""

    code: str
    name: str
    theme: str
    unit: str
    what_counts: str
    what_does_not: str
    others: str
    people: str
    """Whether the people behind a figure have to be counted."""
    least: int
    """How many people it takes until a figure is shown; 0 where it tells of nobody."""
    local: str
    narrative: str
    adds_up: str


@dataclass(frozen=True)
class Figure:
    """A row of Your figures: a measure, what was promised of it, what was reported, and what is already filled in."""

    measure: Measure
    target: Decimal | str = ""
    """The sum of the promises; words where they can't be added; empty for none."""
    bound: str = ""
    last: Decimal | str = ""
    so_far: Decimal | str = Decimal(0)
    """What was delivered before this period; words where it isn't shown."""
    given: Mapping[str, str | Decimal] = field(default_factory=dict)
    """Cells that are filled in already, by the columns of lines.csv in the words that people read."""


@dataclass(frozen=True)
class Contents:
    """Everything that the sheets of one workbook show."""

    project: str
    name: str
    span: Span
    framework: str
    edition: str
    measures: Sequence[Measure]
    figures: Sequence[Figure]
    areas: Sequence[str]
    """Names of areas, those of the project first."""
    organisations: Sequence[str]
    """Names of organisations, those of the project first."""
    area: str
    """The one area that the project lies in; empty where it has several, or none."""
    kinds: Sequence[str]
    """Kinds of document."""
    documents: Sequence[Mapping[str, str]] = ()
    """Rows of Evidence that are filled in already, by the columns of evidence.csv."""
    previous: str = ""
    """The folder of the return that this one corrects; empty for a first one."""


def contents_of(
    valuation: Valuation,
    project: str,
    span: Span,
    correcting: bool = False,
    measures: Callable[[str], Sequence[Measure]] | None = None,
) -> Contents:
    """What the workbook of a project and a period shows. It tells nothing that the site hides, but for one thing:
    `correcting` fills in the cells of the return that stands for these days, for whoever has the repository.
    `measures` gives those of a framework to whoever makes many workbooks; without it they are looked up.

    Raises:
        KeyError: the register has no such project.
    """
    checked = valuation.checked
    known = {row.project: row for row in rows(checked.tables["projects"])}[project]
    owners = sorted(set(checked.tables["measures"]["owner"]))
    framework = known.framework or next(iter(owners), "")
    in_use = measures(framework) if measures else measures_of(checked, framework)
    area_names = _areas(checked, project)
    own = checked.tables["project-areas"]
    mine = own.loc[own["project"] == project, "area"]
    codes = {each.code: each for each in in_use}
    figures = list(_figures(valuation, project, framework, span, codes))
    standing = standing_return(checked, project, span) if correcting else ""
    return Contents(
        project=project,
        name=known.name,
        span=span,
        framework=framework,
        edition=known.edition or checked.editions.get(framework, "1"),
        measures=in_use,
        figures=_filled(figures, lines_of(checked, standing), codes) if standing else figures,
        areas=area_names,
        organisations=_organisations(checked, known),
        area=area_names[0] if len(mine) == 1 and area_names and not standing else "",
        kinds=_allowed(checked, "evidence", "kind"),
        documents=documents_of(checked, standing) if standing else (),
        previous=standing.rpartition("/")[2],
    )


def _filled(
    figures: Sequence[Figure], lines: Sequence[tuple[str, Given]], measures: Mapping[str, Measure]
) -> list[Figure]:
    """The rows with the lines of a return filled in: promised measures first, then what else it has."""
    left = list(lines)
    found: list[Figure] = []
    for figure in figures:
        mine = [line for line in left if line[0] == figure.measure.code]
        left = [line for line in left if line[0] != figure.measure.code]
        found += [replace(figure, given=given) for _, given in mine] or [figure]
    found += [Figure(measures[code], given=given) for code, given in left if code in measures]
    numbers = {
        line: str(row) for row, figure in enumerate(found, start=1) if (line := str(figure.given.get("line", "")))
    }
    return [replace(each, given=_renumbered(each.given, numbers)) for each in found]


def _renumbered(given: Given, numbers: Mapping[str, str]) -> Given:
    """The cells with the row that holds it, in place of the line."""
    cells = {name: cell for name, cell in given.items() if name != "line"}
    whole = str(cells.get("part_of", ""))
    return cells | {"part_of": numbers.get(whole, whole)} if whole else cells


def measures_of(checked: Checked, framework: str) -> list[Measure]:
    """The measures of a framework that are in use, by theme and name."""
    of = {name: checked.tables[name] for name in ("measures", "units", "themes")}
    mine = {name: list(rows(table[table["owner"] == framework])) for name, table in of.items()}
    units = {row.unit: row.many for row in mine["units"]}
    themes = {row.theme: row for row in mine["themes"]}
    live = [row for row in mine["measures"] if not row.retired_on]
    live.sort(key=lambda row: (int(themes[row.theme].order), row.name.casefold()))
    return [
        Measure(
            code=row.measure,
            name=row.name,
            theme=themes[row.theme].name,
            unit=units.get(row.unit, row.unit),
            what_counts=row.what_counts,
            what_does_not=row.what_does_not,
            others=row.how_others_do_it,
            people="yes" if row.needs_headcount else "no",
            least=LEAST_PEOPLE.get(row.sensitivity, 0),
            local="yes" if row.local else "no",
            narrative="yes" if row.needs_narrative else "no",
            adds_up=row.adds_up,
        )
        for row in live
    ]


def _figures(
    valuation: Valuation, project: str, framework: str, span: Span, measures: Mapping[str, Measure]
) -> Iterable[Figure]:
    """A row for each measure with a promise that stands and is no part of another one, in the order of the measures."""
    targets, lines = valuation.targets, valuation.lines
    stands = targets["current"] & (targets["part_of"] == "") & (targets["framework"] == framework)
    promises = _by_measure(targets.loc[stands & (targets["project"] == project), PROMISED])
    mine = (lines["project"] == project) & (lines["framework"] == framework)
    reports = _by_measure(lines.loc[mine, REPORTED])
    for measure in measures.values():
        if measure.code in promises:
            target, bound = _promised(promises[measure.code])
            last, so_far = _reported(reports.get(measure.code, ()), span)
            yield Figure(measure, target, bound, last, so_far)


def _by_measure(frame: pd.DataFrame) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for row in rows(frame):
        found.setdefault(row.measure, []).append(row)
    return found


def _promised(targets: Sequence[Any]) -> tuple[Decimal | str, str]:
    """What was promised of a measure, and its bound; promises that can't be added stand beside each other."""
    if len(targets) > 1 and any(target.alone for target in targets):
        return "; ".join(f"{target.bound} {number(target.quantity):,f}".strip() for target in targets), ""
    return number(sum(int(t.quantity) for t in targets)), joint(t.bound for t in targets)


def _reported(lines: Sequence[Any], span: Span) -> tuple[Decimal | str, Decimal | str]:
    """What the last period before this one brought, and all of them together: of the lines of one measure."""
    start = span.start.isoformat()
    before = [line for line in lines if line.end < start and (line.counted or pd.isna(line.quantity))]
    if not before:
        return "none sent", Decimal(0)
    end = max(line.end for line in before)
    return _sum(line.quantity for line in before if line.end == end), _sum(line.quantity for line in before)


def _sum(quantities: Iterable[Any]) -> Decimal | str:
    known = list(quantities)
    return NOT_SHOWN if any(map(pd.isna, known)) else number(sum(map(int, known)))


def number(millionths: int) -> Decimal:
    """A quantity held in millionths as it is written: 2250000 -> 2.25."""
    found = Decimal(millionths) / MILLION
    return found.quantize(Decimal(1)) if found == found.to_integral_value() else found.normalize()


def _areas(checked: Checked, project: str) -> list[str]:
    own = checked.tables["project-areas"]
    mine = set(own.loc[own["project"] == project, "area"])
    found = [(row.area not in mine, row.name.casefold(), row.name) for row in rows(checked.tables["areas"])]
    return [name for _, _, name in sorted(found)]


def _organisations(checked: Checked, project: Any) -> list[str]:
    """The names of all organisations: those of the project first, in the order of the register."""
    roles = checked.tables["project-organisations"]
    mine = [*roles.loc[roles["project"] == project.project, "organisation"], project.promoter]
    names = {row.organisation: row.name for row in rows(checked.tables["organisations"])}
    first = [names[key] for key in dict.fromkeys(mine) if key in names]
    return first + sorted((name for name in names.values() if name not in first), key=str.casefold)


def _allowed(checked: Checked, table: str, column: str) -> list[str]:
    fields = {each["name"]: each for each in checked.schemas[table]["fields"]}
    return list(fields[column]["constraints"]["enum"])
