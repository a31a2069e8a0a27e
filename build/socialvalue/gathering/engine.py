"""Add up, on DuckDB: it reads the Parquet that was laid down, and nothing else of this machine or of any other."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas as pd

from socialvalue.errors import BrokenRepository
from socialvalue.gathering.parquet import DATASETS, SHAPES
from socialvalue.gathering.statements import statements

MEMORY = "4GB"
"""What the engine takes before it goes to the disk."""


def summed_up(folder: Path, threads: int = 0) -> dict[str, pd.DataFrame]:
    """Every table of sums, by its name, from the datasets below `folder`. Each number in it is a whole one.

    Raises:
        BrokenRepository: memory or the disk is too small.
    """
    import duckdb

    settings: dict[str, Any] = {
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
        "memory_limit": MEMORY,
        "temp_directory": str(folder / "spill"),
        **({"threads": threads} if threads else {}),
    }
    try:
        with duckdb.connect(":memory:", config=settings) as engine:
            return _tables(engine, folder)
    except duckdb.Error as error:
        said = str(error).partition("\n")[0]
        raise BrokenRepository(f"The lines could not be added up: {said}. Nothing was written.") from error


def _tables(engine: Any, folder: Path) -> dict[str, pd.DataFrame]:
    engine.execute("SET enable_progress_bar = false")
    engine.execute("SET allowed_directories = [$1]", [f"{folder}/"])
    engine.execute("SET enable_external_access = false")
    engine.execute("SET lock_configuration = true")
    for name in DATASETS:
        engine.execute(f"CREATE VIEW {name} AS SELECT * FROM {_reader(folder, name)}")  # noqa: S608  a path of ours
    found = {}
    for statement in statements():
        kind = "TABLE" if statement.published else "VIEW"
        engine.execute(f"CREATE {kind} {statement.name} AS\n{statement.text}")
        if statement.published:
            found[statement.name] = _frame(engine.execute(f"SELECT * FROM {statement.name} ORDER BY ALL"))  # noqa: S608
    return found


def _reader(folder: Path, name: str) -> str:
    """What reads a dataset; where nobody has a row of it, its columns alone."""
    some = any((folder / name).rglob("*.parquet"))
    files = folder / name / "**" / "*.parquet" if some else folder / SHAPES / f"{name}.parquet"
    quoted = str(files).replace("'", "''")
    return f"read_parquet('{quoted}', hive_partitioning = {str(some).lower()}, hive_types_autocast = false)"


def _frame(answer: Any) -> pd.DataFrame:
    names = [column[0] for column in answer.description]
    return whole_frame(names, answer.fetchall())


def whole_frame(names: list[str], rows: list[tuple[Any, ...]]) -> pd.DataFrame:
    """Rows of an engine as a frame: its exact decimals, which have no digit after the point, as whole numbers."""
    whole = [[int(cell) if isinstance(cell, Decimal) else cell for cell in row] for row in rows]
    return pd.DataFrame(whole, columns=names, dtype=object)


def records_of(found: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows of a frame, by column."""
    return [{str(name): cell for name, cell in row.items()} for row in found.to_dict("records")]
