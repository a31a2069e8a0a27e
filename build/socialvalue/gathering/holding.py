"""Hold the lines of a package to what the package itself says of them: a checksum can be altered with its file."""

from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from socialvalue.gathering.left_out import NotGathered
from socialvalue.gathering.tables import joined
from socialvalue.records import rows

EXACT = pa.decimal128(38, 0)


def refuse_twice(lines: Any) -> None:
    """Refuse lines of which two have one key."""
    if len(pc.unique(lines["key"])) != lines.num_rows:
        raise NotGathered("odd-cell", table="lines: key")


def refuse_other_counts(lines: Any, counts: Any, measures: pd.DataFrame) -> None:
    """Refuse a package whose lines do not come to its own counts, return by return, measure by measure.

    Where a number is hidden or rounded, the lines don't tell the sum, and nothing is compared.
    """
    added = [f"{row.framework}\x1f{row.measure}" for row in rows(measures) if row.adds_up in ("flow", "stock")]
    told = _keyed(lines, "return", added)
    marked = set(told.filter(pc.not_equal(told["marker"], ""))["group"].to_pylist())
    mine = _sums(told.filter(told["counted"]))
    stated = _keyed(counts.filter(pc.equal(counts["dimension"], "return")), "member", added)
    unclear = pc.or_(pc.not_equal(stated["suppressed"], 0), pc.is_null(stated["quantity_millionths"]))
    marked |= set(stated.filter(unclear)["group"].to_pylist())
    theirs = _sums(stated.filter(pc.invert(unclear)))
    if any(mine.get(group) != theirs.get(group) for group in (mine.keys() | theirs.keys()) - marked):
        raise NotGathered("other-counts")


def _keyed(found: Any, owner: str, added: list[str]) -> Any:
    """The rows of measures that are added up, with the group that each belongs to."""
    measured = pc.is_in(joined(found["framework"], found["measure"]), value_set=pa.array(added, pa.string()))
    kept = found.filter(measured)
    return kept.append_column("group", joined(*(kept[name] for name in (owner, "framework", "measure", "status"))))


def _sums(found: Any) -> dict[str, int]:
    exact = pa.table([found["group"], found["quantity_millionths"].cast(EXACT)], ["group", "quantity"])
    summed = exact.group_by("group").aggregate([("quantity", "sum")]).to_pylist()
    return {row["group"]: int(row["quantity_sum"]) for row in summed}


def refuse_told(lines: Any, values: Any) -> None:
    """Refuse a package that gives a £ for a line whose quantity it hides: the one would tell the other."""
    hidden = lines.filter(lines["hidden"])["line_key"]
    if pc.any(pc.is_in(values["line_key"], value_set=hidden)).as_py():
        raise NotGathered("told")


def refuse_other_totals(values: Any, totals: Any) -> None:
    """Refuse a package whose lines do not come to its own totals, to the penny, kind by kind and status by status."""
    whole = totals.filter(pc.equal(totals["dimension"], "all"))
    stated = _pounds(whole, pc.equal(whole["kind"], whole["kind"]))
    if stated != _pounds(values, values["counted"]):
        raise NotGathered("other-totals")


def _pounds(found: Any, chosen: Any) -> dict[tuple[str, str], tuple[int, ...]]:
    names = ("gross_pence", "deducted_pence", "net_pence", "real_pence")
    mine = found.filter(chosen)
    columns = [mine["kind"], mine["status"], *(mine[name].cast(pa.decimal128(38, 0)) for name in names)]
    exact = pa.table(columns, ["kind", "status", *names])
    summed = exact.group_by(["kind", "status"]).aggregate([(name, "sum") for name in names])
    return {
        (row["kind"], row["status"]): tuple(int(row[f"{name}_sum"]) for name in names) for row in summed.to_pylist()
    }
