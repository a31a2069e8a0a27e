"""Hold the lines of a package to what the package itself says of them: a checksum can be altered with its file."""

from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from socialvalue.gathering.left_out import NotGathered
from socialvalue.gathering.local import Rings
from socialvalue.gathering.tables import joined, one_piece
from socialvalue.records import rows

EXACT = pa.decimal128(38, 0)
PROMISED = "committed"
OF_ONE_PROJECT = ("project", "return")
"""Counts on one day are given for these alone: those of two projects were taken on different days."""
SHARED = {name: name for name in ("return", "project", "programme", "measure", "theme", "organisation", "year")}
DIMENSIONS = {**SHARED, "area": "place"}
"""The dimensions of totals and counts, by the column of lines that names their members: a line counts in its place."""
SAME = {name: name for name in ("framework", "status", "unit")}
"""What a £ says as its line does."""
GROUPS = ["of", "framework", "measure", "status"]


def refuse_twice(lines: Any) -> None:
    """Refuse lines of which two have one key."""
    if len(pc.unique(lines["key"])) != lines.num_rows:
        raise NotGathered("odd-cell", table="lines: key")


def refuse_other_counts(lines: Any, counts: Any, measures: pd.DataFrame, rings: Rings) -> None:
    """Refuse a package whose lines do not come to its own counts, by return, project, theme, place, year and the rest.

    Where a number is hidden or rounded, or lines mean different things by local, the lines don't tell the sum, and
    nothing is compared. Nor is a measure that isn't added up, and one that counts what is there on a day only within a
    project.
    """
    adds_up = {kind: [f"{row.framework}\x1f{row.measure}" for row in rows(measures) if row.adds_up == kind]
               for kind in ("flow", "stock")}  # fmt: skip
    sure = pc.not_equal(counts["status"], PROMISED)
    for dimension, column in DIMENSIONS.items():
        added = adds_up["flow"] + (adds_up["stock"] if dimension in OF_ONE_PROJECT else [])
        stated = _of(counts.filter(pc.and_(sure, pc.equal(counts["dimension"], dimension))), "member", added)
        hidden = pc.or_(pc.not_equal(stated["suppressed"], 0), pc.is_null(stated["quantity_millionths"]))
        unclear = set(_members(stated.filter(hidden)))
        theirs = dict(zip(_members(stated), stated["quantity_millionths"].to_pylist(), strict=True))
        given = _of(lines, column, added)
        mine = _counted(given, rings.of(given), column)
        unclear |= {member for member, total in mine.items() if total is None}
        if any(mine.get(member) != theirs.get(member) for member in (mine.keys() | theirs.keys()) - unclear):
            raise NotGathered("other-counts", dimension=dimension)


def _of(found: Any, column: str, added: list[str]) -> Any:
    """The rows of measures that are added up and that name a member of a dimension."""
    measured = pc.is_in(joined(found["framework"], found["measure"]), value_set=pa.array(added, pa.string()))
    kept = found.filter(pc.and_(measured, pc.not_equal(found[column], "")))
    return kept.append_column("of", kept[column])


def _members(found: Any) -> list[tuple[str, ...]]:
    return list(zip(*(found[name].to_pylist() for name in GROUPS), strict=True))


def _counted(given: Any, rings: Any, column: str) -> dict[tuple[str, ...], int | None]:
    """The sum of the counted lines of each member, measure and status; None where they don't tell it."""
    counted = given["counted"]
    table = pa.table(
        {
            **{name: given[name] for name in GROUPS},
            "lines": counted.cast(pa.int64()),
            "quantity": pc.if_else(counted, pc.fill_null(given["quantity_millionths"], 0), 0).cast(EXACT),
            "ring": pc.if_else(counted, rings, pa.scalar(None, pa.string())),
            "marked": pc.not_equal(given["marker"], "").cast(pa.int64()),
        }
    )
    sums = [("lines", "sum"), ("quantity", "sum"), ("ring", "count_distinct"), ("marked", "max")]
    found = table.group_by(GROUPS).aggregate(sums).to_pylist()
    return {
        tuple(row[name] for name in GROUPS): None
        if row["marked_max"] or row["ring_count_distinct"] > 1
        else int(row["quantity_sum"])
        for row in found
        if row["lines_sum"] or row["marked_max"]
    }


def refuse_other_labels(lines: Any, values: Any) -> None:
    """Refuse a £ that stands under another project, measure, place, year or status than the line that it values."""
    places = pc.index_in(values["key"], value_set=one_piece(lines["key"]))
    known = pc.is_valid(places)
    chosen, mine = values.filter(known), lines.take(places.filter(known))
    for column, of_line in {**DIMENSIONS, **SAME}.items():
        if pc.any(pc.not_equal(chosen[column], mine[of_line])).as_py():
            raise NotGathered("other-labels", column=column)


def refuse_told(lines: Any, values: Any) -> None:
    """Refuse a package that gives a £ for a line whose quantity it hides: the one would tell the other."""
    hidden = lines.filter(lines["hidden"])["line_key"]
    if pc.any(pc.is_in(values["line_key"], value_set=hidden)).as_py():
        raise NotGathered("told")


def refuse_other_totals(values: Any, totals: Any) -> None:
    """Refuse a package whose lines do not come to its own totals, to the penny, kind by kind and status by status: all
    of them, and those of each project, theme, place, year and the rest."""
    counted = values.filter(values["counted"])
    for dimension, column in {"all": "", **SHARED, "area": "area"}.items():
        stated = totals.filter(pc.equal(totals["dimension"], dimension))
        if _pounds(stated, "member") != _pounds(counted, column):
            raise NotGathered("other-totals", dimension=dimension)


def _pounds(found: Any, column: str) -> dict[tuple[str, ...], tuple[int, ...]]:
    names = ("gross_pence", "deducted_pence", "net_pence", "real_pence")
    members = found[column] if column else pa.array(["all"] * found.num_rows, pa.string())
    columns = [members, found["kind"], found["status"], *(found[name].cast(EXACT) for name in names)]
    groups = ["member", "kind", "status"]
    exact = pa.table(columns, [*groups, *names])
    exact = exact.filter(pc.not_equal(exact["member"], ""))
    summed = exact.group_by(groups).aggregate([(name, "sum") for name in names])
    return {
        tuple(row[name] for name in groups): tuple(int(row[f"{name}_sum"]) for name in names)
        for row in summed.to_pylist()
    }
