"""The totals of gathered lines, by DuckDB, by Spark and by pandas, in one form, so that they can be compared."""

import hashlib
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas as pd

from socialvalue.gathering.engine import summed_up
from socialvalue.gathering.parquet import DATASETS
from socialvalue.gathering.statements import statements

BY = [
    *("authority", "dimension", "member", "framework", "edition", "method", "local_means", "kind"),
    *("price_year", "real_year", "deflator_vintage", "status"),
]
MONEY = ["gross_pence", "deducted_pence", "net_pence", "real_pence"]
DIMENSIONS = ("all", "year", "area", "measure", "organisation")
Tables = dict[str, list[tuple[Any, ...]]]


def by_duckdb(folder: Path) -> Tables:
    """The totals alone, as gathering makes them."""
    found = summed_up(folder)["totals"]
    return {"totals": sorted(found[[*BY, *MONEY, "lines"]].itertuples(index=False, name=None))}


def by_pandas(folder: Path) -> Tables:
    """The same with groupby on whole numbers of 64 bits: where a sum would be larger, pandas could not tell."""
    columns = [*(name for name in BY if name not in ("dimension", "member")), *DIMENSIONS[1:], *MONEY, "counted"]
    lines = pd.read_parquet(folder / "valued", columns=list(dict.fromkeys(columns)))
    lines = lines[lines["counted"]].assign(all="all")
    texts = [name for name in lines.columns if name not in MONEY and name != "counted"]
    lines = lines.astype(dict.fromkeys(texts, "category"))
    rows: list[tuple[Any, ...]] = []
    for dimension in DIMENSIONS:
        mine = lines[lines[dimension] != ""]
        keys = [mine[name].rename(name) for name in BY if name not in ("dimension", "member")]
        grouped = mine.groupby([keys[0], mine[dimension].rename("member"), *keys[1:]], observed=True)
        sums = grouped[MONEY].sum().assign(lines=grouped.size()).reset_index()
        sums.insert(1, "dimension", dimension)
        whole = sums.astype(dict.fromkeys([*BY], object))
        rows += [(*row[: len(BY)], *map(int, row[len(BY) :])) for row in whole.itertuples(index=False, name=None)]
    return {"totals": sorted(rows)}


def every_by_duckdb(folder: Path) -> Tables:
    """Every table of sums."""
    return {name: _sorted(found.itertuples(index=False, name=None)) for name, found in summed_up(folder).items()}


def every_by_spark(folder: Path, session: Any) -> Tables:
    """Every table of sums, by the same statements."""
    for name in DATASETS:
        session.read.parquet(str(folder / name)).createOrReplaceTempView(name)
    found: Tables = {}
    for statement in statements():
        answer = session.sql(statement.text)
        if statement.published:
            answer = answer.cache()
            rows = [tuple(int(cell) if isinstance(cell, Decimal) else cell for cell in row) for row in answer.collect()]
            found[statement.name] = _sorted(rows)
        answer.createOrReplaceTempView(statement.name)
    return found


def digest(tables: Tables) -> str:
    """A checksum of all the sums, and how many there are."""
    text = json.dumps(tables).encode()
    return f"{sum(map(len, tables.values())):,} sums {hashlib.sha256(text).hexdigest()[:16]}"


def _sorted(rows: Any) -> list[tuple[Any, ...]]:
    return sorted(rows, key=lambda row: tuple(map(str, row)))
