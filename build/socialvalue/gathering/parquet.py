"""Lay lines down as Parquet: a folder for each table, authority and year, as DuckDB, Spark and others read them."""

from pathlib import Path
from typing import Any

DATASETS = ("told", "valued")
"""The lines as they were told, and what they are worth."""
PARTITIONS = ["authority", "year"]
FILE = "part-{i}.parquet"


def lay(folder: Path, dataset: str, table: Any) -> None:
    """Add the rows of one authority to a dataset below `folder`. The same rows give the same bytes."""
    import pyarrow as pa
    from pyarrow import dataset as datasets

    datasets.write_dataset(
        table.sort_by([("year", "ascending"), ("line_key", "ascending")]),
        folder / dataset,
        format="parquet",
        file_options=datasets.ParquetFileFormat().make_write_options(compression="zstd"),
        partitioning=datasets.partitioning(pa.schema([(name, pa.string()) for name in PARTITIONS]), flavor="hive"),
        basename_template=FILE,
        existing_data_behavior="overwrite_or_ignore",
        use_threads=False,
    )


def laid(folder: Path) -> dict[str, Path]:
    """Every file below `folder`, by its path within it."""
    return {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*.parquet"))}
