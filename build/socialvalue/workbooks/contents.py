"""What stands in the workbook of a return before anybody fills it in: measures, promises, earlier figures, names."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

import pandas as pd

from socialvalue.domain.bounds import joint
from socialvalue.domain.spans import Span
from socialvalue.records import MILLION, Checked, Valuation
from socialvalue.workbooks.measures import Measure
from socialvalue.workbooks.of_projects import OfProjects
from socialvalue.workbooks.standing import Given, documents_of, lines_of, standing_return

NOT_SHOWN = "not shown"
"""In place of a figure that the site hides, so that nobody can be recognised."""


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
    valuation: Valuation, project: str, span: Span, correcting: bool = False, of: OfProjects | None = None
) -> Contents:
    """What the workbook of a project and a period shows. It tells nothing that the site hides, but for one thing:
    `correcting` fills in the cells of the return that stands for these days, for whoever has the repository.
    Who makes many workbooks gives `of`, which goes through the tables once for all of them.

    Raises:
        KeyError: the register has no such project.
    """
    checked, of = valuation.checked, of or OfProjects(valuation)
    known = of.projects[project]
    framework = known.framework or next(iter(of.frameworks), "")
    in_use = of.measures(framework)
    mine = of.areas_of.get(project, ())
    area_names = _areas(of, mine)
    codes = {each.code: each for each in in_use}
    figures = list(_figures(of, project, framework, span, codes))
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
        organisations=_organisations(of, known),
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


def _figures(
    of: OfProjects, project: str, framework: str, span: Span, measures: Mapping[str, Measure]
) -> Iterable[Figure]:
    """A row for each measure with a promise that stands and is no part of another one, in the order of the measures."""
    for measure in measures.values():
        counted = project, framework, measure.code
        if counted in of.promises:
            target, bound = _promised(of.promises[counted])
            last, so_far = _reported(of.reports.get(counted, ()), span)
            yield Figure(measure, target, bound, last, so_far)


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


def _areas(of: OfProjects, mine: Sequence[str]) -> list[str]:
    """The names of all areas: those of the project first."""
    own = [name for area, name in of.areas.items() if area in mine]
    return own + [name for area, name in of.areas.items() if area not in mine]


def _organisations(of: OfProjects, project: Any) -> list[str]:
    """The names of all organisations: those of the project first, in the order of the register."""
    mine, names = [*of.organisations_of.get(project.project, ()), project.promoter], of.organisations
    first = [names[key] for key in dict.fromkeys(mine) if key in names]
    return first + [name for name in names.values() if name not in first]


def _allowed(checked: Checked, table: str, column: str) -> list[str]:
    fields = {each["name"]: each for each in checked.schemas[table]["fields"]}
    return list(fields[column]["constraints"]["enum"])
