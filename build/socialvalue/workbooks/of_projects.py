"""What workbooks draw on, by project: each table is gone through once, however many workbooks are made of it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

import pandas as pd

from socialvalue.records import Valuation, rows
from socialvalue.workbooks.measures import Measure, measures_of

PROMISED = ["project", "framework", "measure", "quantity", "bound", "alone"]
REPORTED = ["project", "framework", "measure", "end", "quantity", "counted"]
"""What is looked at of a promise, and of a line: both are looked up by the first three."""
Counted = tuple[str, str, str]


class OfProjects:
    """The rows of a valuation as the workbooks of its projects need them."""

    def __init__(self, valuation: Valuation) -> None:
        self.valuation, self.tables = valuation, valuation.checked.tables

    @cached_property
    def projects(self) -> Mapping[str, Any]:
        """The row of the register of each project."""
        return {row.project: row for row in rows(self.tables["projects"])}

    @cached_property
    def frameworks(self) -> Sequence[str]:
        """The names of all frameworks."""
        return sorted(set(self.tables["measures"]["owner"]))

    @cached_property
    def promises(self) -> Mapping[Counted, Sequence[Any]]:
        """The promises that stand and are no part of another one."""
        targets = self.valuation.targets
        return _by_measure(targets.loc[targets["current"] & (targets["part_of"] == ""), PROMISED])

    @cached_property
    def reports(self) -> Mapping[Counted, Sequence[Any]]:
        """The lines, each with its period."""
        return _by_measure(self.valuation.lines[REPORTED])

    @cached_property
    def areas(self) -> Mapping[str, str]:
        """The names of all areas, in their order."""
        every = sorted(rows(self.tables["areas"]), key=lambda row: (row.name.casefold(), row.name))
        return {row.area: row.name for row in every}

    @cached_property
    def organisations(self) -> Mapping[str, str]:
        """The names of all organisations, in their order."""
        every = sorted(rows(self.tables["organisations"]), key=lambda row: str.casefold(row.name))
        return {row.organisation: row.name for row in every}

    @cached_property
    def areas_of(self) -> Mapping[str, Sequence[str]]:
        """The areas of each project that has some."""
        return _grouped(self.tables["project-areas"], "area")

    @cached_property
    def organisations_of(self) -> Mapping[str, Sequence[str]]:
        """The organisations that have a part in each project, in the order of the register."""
        return _grouped(self.tables["project-organisations"], "organisation")

    def measures(self, framework: str) -> Sequence[Measure]:
        """The measures of a framework that are in use."""
        if framework not in self._measures:
            self._measures[framework] = measures_of(self.valuation.checked, framework)
        return self._measures[framework]

    @cached_property
    def _measures(self) -> dict[str, Sequence[Measure]]:
        return {}


def _grouped(table: pd.DataFrame, column: str) -> Mapping[str, Sequence[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for project, name in zip(table["project"], table[column], strict=True):
        found[project].append(name)
    return dict(found)


def _by_measure(frame: pd.DataFrame) -> Mapping[Counted, Sequence[Any]]:
    found: defaultdict[Counted, list[Any]] = defaultdict(list)
    for row in rows(frame):
        found[row[:3]].append(row)
    return dict(found)
