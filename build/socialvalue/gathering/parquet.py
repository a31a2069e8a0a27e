"""Lay lines down as Parquet: a folder for each table, authority and year, as DuckDB, Spark and others read them."""

from pathlib import Path
from typing import Any

DATASETS = ("told", "valued")
"""The lines as they were told, and what they are worth."""
PARTITIONS = ["authority", "year"]
FILE = "part-{i}.parquet"
SHAPES = "shapes"
"""Where the columns of each dataset stand without a row, for where nobody has one."""


def lay(folder: Path, dataset: str, table: Any) -> None:
    """Add the rows of one authority to a dataset below `folder`. The same rows give the same bytes."""
    import pyarrow as pa
    from pyarrow import dataset as datasets
    from pyarrow import parquet

    (folder / SHAPES).mkdir(parents=True, exist_ok=True)
    parquet.write_table(table.slice(0, 0), folder / SHAPES / f"{dataset}.parquet")
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
    """Every file of the datasets below `folder`, by its path within it."""
    found = (path for dataset in DATASETS for path in sorted((folder / dataset).rglob("*.parquet")))
    return {path.relative_to(folder).as_posix(): path for path in found}
