"""How fast, how lean and how exact valuing is, beside pandas, polars, duckdb and Decimal on the same lines.

Usage: value_speed.py [LINES]. Without a number: ten million. Needs requirements/bench.txt beside site.txt.

Each way values every line (quantity x unit value x price index x what is left after deductions, in whole pence, half
up) and totals the pence of each project, in a process of its own that makes the same invented lines first. The time is
the CPU time of all its threads, from lines in memory to totals; the memory is the whole process's peak. What is right
comes from Python's integers, one line at a time. Reading, checking and explaining are not in it.
"""

import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import numpy as np

from socialvalue.records import MILLION
from socialvalue.value.exact import Ints, multiplied, summed
from socialvalue.value.factors import Deduction, Terms, factors_of

LINES = 10_000_000
PROJECTS = 1_000
LIMITS = {"cpu": 2.0, "memory": 1_500}
"""What we hold ourselves to for ten million lines: CPU seconds, and megabytes."""
VALUES = ("1", "9.45", "14.43", "111.11", "9800", "17.5")
INDEX = (79_958_2, 81_304_7, 83_190_1, 85_110_5, 86_822_3, 94_217_5, MILLION)
"""Prices of seven years, in millionths of the last."""
RATES = ((), (200_000,), (200_000, 150_000, 100_000), (125_000, 340_000))


class Lines(NamedTuple):
    """Invented lines: a quantity in millionths, the number of its terms and of its project; what a unit is worth."""

    quantity: Ints
    terms: Ints
    project: Ints
    factors: list[Fraction]
    """Pounds for one unit on each of the terms, exactly."""


def invented(size: int) -> Lines:
    """The same lines each time, with two decimals: hours or pounds up to 2,500, and one in twenty up to 2.5 million."""
    factors = [factor * MILLION / 100 for factor in _factors()]
    random = np.random.default_rng(20)
    large = np.where(random.integers(0, 20, size) == 0, 1_000, 1)
    return Lines(
        random.integers(0, 250_000, size) * 10_000 * large,
        random.integers(0, len(factors), size),
        random.integers(0, PROJECTS, size),
        factors,
    )


def _factors() -> list[Fraction]:
    return [
        _last(Terms(int(Fraction(value) * MILLION), None, None, Fraction(index, INDEX[0]), Fraction(1), Fraction(1), 1,
                    [Deduction("", "deadweight", rate) for rate in rates]))
        for value in VALUES for index in INDEX for rates in RATES
    ]  # fmt: skip


def _last(terms: Terms) -> Fraction:
    found = factors_of(terms)
    return found.after[-1] if found.after else found.gross


def ours(lines: Lines) -> tuple[Ints, Any]:
    """Our own: whole columns of integers."""
    pence = multiplied(lines.quantity, lines.terms, [factor * 100 / MILLION for factor in lines.factors])
    return pence, summed(pence, lines.project, PROJECTS)


def ours_thrice(lines: Lines) -> tuple[Ints, Any]:
    """Our own, as the site needs it: gross, real and net of each line and project; the net is what is compared."""
    for times in (Fraction(5, 4), Fraction(1_013_747, MILLION)):
        pence = multiplied(lines.quantity, lines.terms, [factor * times * 100 / MILLION for factor in lines.factors])
        summed(pence, lines.project, PROJECTS)
    return ours(lines)


def pandas_float(lines: Lines) -> tuple[Ints, Any]:
    """pandas, in float64."""
    import pandas as pd

    frame = pd.DataFrame({"quantity": lines.quantity / MILLION, "terms": lines.terms, "project": lines.project})
    factor = pd.Series([float(factor) for factor in lines.factors])
    frame["pence"] = np.floor(frame["quantity"] * factor.reindex(frame["terms"]).to_numpy() * 100 + 0.5)
    totals = frame.groupby("project")["pence"].sum()
    return frame["pence"].to_numpy().astype(np.int64), totals.to_numpy()


def polars_float(lines: Lines) -> tuple[Ints, Any]:
    """polars, in Float64."""
    import polars as pl

    frame = pl.DataFrame({"quantity": lines.quantity / MILLION, "terms": lines.terms, "project": lines.project})
    terms = pl.DataFrame({"terms": range(len(lines.factors)), "factor": [float(factor) for factor in lines.factors]})
    joined = frame.join(terms, on="terms", how="left", maintain_order="left")
    valued = joined.with_columns(pence=(pl.col("quantity") * pl.col("factor") * 100 + 0.5).floor())
    totals = valued.group_by("project").agg(pl.col("pence").sum()).sort("project")
    return valued["pence"].to_numpy().astype(np.int64), totals["pence"].to_numpy()


def duckdb_double(lines: Lines) -> tuple[Ints, Any]:
    """duckdb, in DOUBLE. Its rows come in any order, so each brings its number."""
    import duckdb
    import pandas as pd

    size = len(lines.quantity)
    frame = pd.DataFrame(
        {
            "line": np.arange(size),
            "quantity": lines.quantity / MILLION,
            "terms": lines.terms,
            "project": lines.project,
        }
    )
    terms = pd.DataFrame({"terms": range(len(lines.factors)), "factor": [float(factor) for factor in lines.factors]})
    database = duckdb.connect()
    database.register("frame", frame)
    database.register("known", terms)
    database.execute(
        "create table valued as select line, project, floor(quantity * factor * 100 + 0.5) as pence"
        " from frame left join known using (terms)"
    )
    totals = database.execute("select sum(pence) as pence from valued group by project order by project").fetchnumpy()
    found = database.execute("select line, pence from valued").fetchnumpy()
    pence = np.empty(size, dtype=np.int64)
    pence[found["line"]] = found["pence"]
    return pence, totals["pence"]


def decimal_lines(lines: Lines) -> tuple[Ints, Any]:
    """Python's Decimal, with 28 digits."""
    context = Context(prec=28, rounding=ROUND_HALF_UP)
    penny, times = Decimal("0.01"), context.multiply
    factors = [context.divide(Decimal(f.numerator), Decimal(f.denominator)) for f in lines.factors]
    totals = [Decimal(0)] * PROJECTS
    pence = np.empty(len(lines.quantity), dtype=np.int64)
    rows = zip(lines.quantity.tolist(), lines.terms.tolist(), lines.project.tolist(), strict=True)
    for at, (quantity, terms, project) in enumerate(rows):
        pounds = times(Decimal(quantity).scaleb(-6), factors[terms]).quantize(penny, context=context)
        totals[project] += pounds
        pence[at] = int(pounds.scaleb(2))
    return pence, np.array([int(total.scaleb(2)) for total in totals])


def right(lines: Lines) -> tuple[Ints, Any]:
    """Python's integers, one line at a time: the yardstick."""
    parts = [(factor.numerator * 200, factor.denominator * MILLION) for factor in lines.factors]
    totals = [0] * PROJECTS
    pence = np.empty(len(lines.quantity), dtype=np.int64)
    rows = zip(lines.quantity.tolist(), lines.terms.tolist(), lines.project.tolist(), strict=True)
    for at, (quantity, terms, project) in enumerate(rows):
        over, under = parts[terms]
        pence[at] = whole = (quantity * over + under) // (2 * under)
        totals[project] += whole
    return pence, np.array(totals)


WAYS: dict[str, Callable[[Lines], tuple[Ints, Any]]] = {
    "Python integers": right,
    "ours": ours,
    "ours, 3 amounts": ours_thrice,
    "pandas float64": pandas_float,
    "polars Float64": polars_float,
    "duckdb DOUBLE": duckdb_double,
    "Decimal": decimal_lines,
}


def measured(way: str, size: int, yardstick: Path) -> dict[str, Any]:
    """Time, memory and error of one way. The first one writes what the others are held against."""
    lines = invented(size)
    wall, cpu = time.perf_counter(), _cpu()
    pence, totals = WAYS[way](lines)
    found = {"way": way, "cpu": _cpu() - cpu, "wall": time.perf_counter() - wall}
    found["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    if not yardstick.exists():
        np.savez(yardstick, pence=pence, totals=totals)
    known = np.load(yardstick)
    off = [abs(int(one) - int(exact)) for one, exact in zip(totals, known["totals"], strict=True)]
    return {**found, "lines": int((pence != known["pence"]).sum()), "totals": sum(map(bool, off)), "pence": sum(off)}


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def compared(size: int) -> list[dict[str, Any]]:
    """Every way, each in a process of its own."""
    with TemporaryDirectory() as folder:
        yardstick = Path(folder) / "right.npz"
        return [
            json.loads(
                subprocess.run(
                    [sys.executable, __file__, way, str(size), str(yardstick)], check=True, capture_output=True
                ).stdout
            )
            for way in WAYS
        ]


def told(size: int) -> None:
    """Print the table, and whether we keep to our limits."""
    found = compared(size)
    own = next(row for row in found if row["way"] == "ours")
    print(f"{size:,} lines on {len(_factors())} terms, valued to the penny and totalled for {PROJECTS:,} projects\n")
    heads = f"{'CPU s':>8}{'x ours':>8}{'wall s':>8}{'peak MB':>9}{'lines off':>11}{'totals off':>12}{'by £':>10}"
    print(f"{'':<16}{heads}")
    for row in found:
        times = f"{row['cpu']:>8.2f}{row['cpu'] / own['cpu']:>8.1f}{row['wall']:>8.2f}{row['memory']:>9,.0f}"
        print(f"{row['way']:<16}{times}{row['lines']:>11,}{row['totals']:>12,}{row['pence'] / 100:>10,.2f}")
    kept = all(own[name] <= limit for name, limit in LIMITS.items())
    print(f"\nOurs is {'within' if kept else 'outside'} {LIMITS['cpu']} CPU seconds and {LIMITS['memory']:,} MB.")


if __name__ == "__main__":
    if len(sys.argv) == 4:
        print(json.dumps(measured(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]))))
    else:
        told(int(sys.argv[1].replace(",", "")) if len(sys.argv) > 1 else LINES)
