"""What a rule that is data can name: the columns of a table, and what follows from them and is worked out once here.

The form on the site knows the same names: theme/assets/prepare/names.js.
"""

from collections.abc import Callable, Collection, Mapping
from typing import Any

import numpy as np
import pandas as pd

from socialvalue.check.clauses.delivery import OF_PROJECT
from socialvalue.check.clauses.evaluating import Numbers, Texts, Value
from socialvalue.check.clauses.expression import Tree
from socialvalue.check.document_titles import says_none, says_some
from socialvalue.check.tables import Tables
from socialvalue.domain.look_up import beside
from socialvalue.domain.years import days_of
from socialvalue.records import LEAST_PEOPLE, MILLION, Flags, Ints, held

IN_MILLIONTHS = ("quantity", "before", "before_that", "rest", "first")
"""Columns of numbers that need not be whole."""
Rows = pd.DataFrame
Derived = Callable[[Tables, Rows], Value]


class RowColumns:
    """The columns of one table, for evaluating.py."""

    def __init__(self, tables: Tables, table: str) -> None:
        self.tables = tables
        self.frame = frame_of(tables, table)
        self.derived = {**DERIVED.get(OF_LINES.get(table, table), {}), **DERIVED.get(table, {})}

    def column(self, name: str, at: Ints) -> Value:
        """The column at these places: as it stands in the table, or as it follows from other columns."""
        if name in self.frame:
            return _as_it_stands(self.frame[name], at)
        rows = self.frame.iloc[at]
        return self.derived[name](self.tables, rows)

    def list(self, name: str) -> Collection[Any]:
        """What is known under this name."""
        return LISTS[name](self.tables)

    def group(self, tree: Tree, at: Ints) -> Value:
        """Nothing: a rule that asks of the rows beside a row says in what they are alike."""
        raise ValueError(f"{tree[0]} is asked by a rule that does not say in what rows are alike")


def frame_of(tables: Tables, table: str) -> Rows:
    """The table; of the lines with what is known of their return and measure."""
    of_lines = {"lines": lambda: tables.lines, "standing": lambda: tables.standing, "series": lambda: tables.series}
    return of_lines[table]() if table in of_lines else tables[table]


OF_LINES = {"standing": "lines", "series": "lines"}
"""Tables that are made of the lines: those that count, and what each return says in all of a measure."""


def _as_it_stands(column: "pd.Series[Any]", at: Ints) -> Value:
    if column.dtype == bool:
        flags: Flags = column.to_numpy(dtype=np.bool_)[at]
        return flags
    if pd.api.types.is_numeric_dtype(column.dtype):
        part = column.iloc[at]
        numbers = part.fillna(0).to_numpy(dtype=np.int64)
        if column.name not in IN_MILLIONTHS:
            numbers = numbers * MILLION
        return Numbers(numbers, part.isna().to_numpy(dtype=np.bool_))
    if column.dtype == "category":
        codes, different = held(column)
        return Texts(codes[at], different)
    return _texts(column.iloc[at])


def _texts(cells: "pd.Series[str]") -> Texts:
    codes, different = held(cells.reset_index(drop=True))
    return Texts(codes, different)


def _whole(numbers: Any) -> Numbers:
    """Whole numbers, some of them missing."""
    found = pd.Series(numbers).astype("Int64")
    return Numbers(found.fillna(0).to_numpy(dtype=np.int64) * MILLION, found.isna().to_numpy(dtype=np.bool_))


def _days(tables: Tables, rows: Rows) -> Numbers:
    """The days of the period, both ends counted."""
    return _whole(days_of(rows).to_numpy())


def _submitter(tables: Tables, rows: Rows) -> Texts:
    """The organisation that submits the return."""
    returns = tables["returns"].set_index("owner")["organisation"]
    return _texts(rows["owner"].astype(object).map(returns).fillna(""))


def _least_people(tables: Tables, rows: Rows) -> Numbers:
    """How many people a number of the measure must be about; 0 where it is not sensitive."""
    return _whole(rows["measure_sensitivity"].astype(object).map(LEAST_PEOPLE).fillna(0).to_numpy())


def _evidence(name: str) -> Derived:
    def column(tables: Tables, rows: Rows) -> Value:
        evidence = tables["evidence"].assign(evidence_there=True)
        found = beside(rows, ["owner", "evidence"], evidence, ["owner", "evidence"], ["checked_by", "evidence_there"])
        return _as_it_stands(found[name].reset_index(drop=True), np.arange(len(found)))

    return column


def _whole_line(name: str) -> Derived:
    """Of the line in the same unit that a line is part of; nothing where there is none in its return."""

    def column(tables: Tables, rows: Rows) -> Value:
        wholes = tables["lines"].astype({"line": "string", "row": "Int64"})
        found = beside(rows, ["owner", "part_of", "unit"], wholes, ["owner", "line", "unit"], [name])
        return _as_it_stands(found[name].reset_index(drop=True), np.arange(len(found)))

    return column


def _local_area(tables: Tables, rows: Rows) -> Texts:
    """The set of areas that is called local: the line's own, or its project's."""
    projects = tables["projects"].drop_duplicates("project")
    of_project = dict(zip(projects["project"], projects["local_area_set"], strict=True))
    named = zip(rows["local_area_set"], rows["project"], strict=True)
    return _texts(pd.Series([own or of_project.get(project, "") for own, project in named], dtype=object))


def _called(kind: str) -> Derived:
    return lambda tables, rows: _texts(
        pd.Series([tables.names.name(kind, key) for key in rows[kind].astype(object)], dtype=object)
    )


def _meant(kind: str, column: str = "", written: bool = False) -> Derived:
    """The key that was probably meant by what stands in a column; or the sentence that says to write it."""

    def found(tables: Tables, rows: Rows) -> Texts:
        frameworks = rows["framework"].astype(object) if kind == "measure" else [""] * len(rows)
        names = tables.names
        keys = [
            names.meant(kind, text, of)
            for text, of in zip(rows[column or kind].astype(object), frameworks, strict=True)
        ]
        return _texts(pd.Series([names.write(kind, key) if written and key else key for key in keys], dtype=object))

    return found


def _of_contract(column: str) -> Derived:
    def found(tables: Tables, rows: Rows) -> Texts:
        contracts = tables["projects"].drop_duplicates("project").set_index("project")[column].to_dict()
        return _texts(pd.Series([contracts.get(project, "") for project in rows["project"]], dtype=object))

    return found


def _received(tables: Tables, rows: Rows) -> Texts:
    """The day, or the month, on which a return was made, as far as it says so."""
    return _texts(rows["received_on"].where(rows["received_on"] != "", rows["compiled_on"]))


def _end_as_told(tables: Tables, rows: Rows) -> Texts:
    """The end of the period, as exact as the day on which the return was made is told."""
    received = _received(tables, rows).each()
    return _texts(pd.Series([end[: len(day)] for end, day in zip(rows["end"], received, strict=True)], dtype=object))


def _flags(of: Callable[[Tables, Rows], Any]) -> Derived:
    return lambda tables, rows: np.array(of(tables, rows), dtype=np.bool_)


LOCAL_MEANT: dict[str, Derived] = {
    "area_set_meant": _meant("area_set", "local_area_set"),
    "write_area_set": _meant("area_set", "local_area_set", written=True),
}
ORGANISATION_MEANT: dict[str, Derived] = {
    "organisation_meant": _meant("organisation"),
    "write_organisation": _meant("organisation", written=True),
}
DERIVED: dict[str, Mapping[str, Derived]] = {
    "lines": {
        "days": _days,
        "submitter": _submitter,
        "least_people": _least_people,
        "public": _flags(lambda tables, rows: [tables.settings.public] * len(rows)),
        "checked_by": _evidence("checked_by"),
        "evidence_there": _evidence("evidence_there"),
        "whole_quantity": _whole_line("quantity"),
        "whole_bound": _whole_line("bound"),
        "whole_row": _whole_line("row"),
        "local_area": _local_area,
        "area_name": _called("area"),
        "measure_meant": _meant("measure"),
        "write_measure": _meant("measure", written=True),
        **ORGANISATION_MEANT,
        **LOCAL_MEANT,
    },
    "standing": OF_PROJECT,
    "evidence": {
        "says_none": _flags(lambda tables, rows: [says_none(title) for title in rows["title"]]),
        "says_some": _flags(lambda tables, rows: [says_some(title) for title in rows["title"]]),
        "checked_by_meant": _meant("organisation", "checked_by"),
        "write_checked_by": _meant("organisation", "checked_by", written=True),
    },
    "returns": {
        "today": lambda tables, rows: tables.today,
        "clock_is_slow": _flags(lambda tables, rows: [tables.clock_is_slow] * len(rows)),
        "told": _received,
        "end_as_told": _end_as_told,
        "contract_start": _of_contract("contract_start"),
        "contract_end": _of_contract("contract_end"),
        "has_attestations": _flags(
            lambda tables, rows: ["attestations" in tables.descriptors.get(owner, {}) for owner in rows["owner"]]
        ),
        "project_meant": _meant("project"),
        "write_project": _meant("project", written=True),
        **ORGANISATION_MEANT,
    },
    "targets": LOCAL_MEANT,
    "projects": LOCAL_MEANT,
}
"""For each table what follows from its columns, for the rows that it is asked about."""
LISTS: dict[str, Callable[[Tables], Collection[Any]]] = {
    "areas": lambda tables: {"", *tables["areas"]["area"]},
    "area_sets": lambda tables: {"", *tables["area-sets"]["area_set"]},
    "local_areas": lambda tables: set(zip(tables["area-sets"]["area_set"], tables["area-sets"]["area"], strict=True)),
    "organisations": lambda tables: {"", *tables["organisations"]["organisation"]},
    "projects": lambda tables: set(tables["projects"]["project"]),
    "frameworks": lambda tables: set(tables.frameworks),
}
"""What a cell is asked to be among; the empty one is among them where a cell need not be filled in."""
