"""Do the statements of gathering say the same on Spark as on DuckDB, and both what pandas says? Exit 1 where not.

Usage: gather_spark.py [FOLDER]. `make scale` runs it on invented packages: four authorities with 20,000 lines each. A
FOLDER is the parquet/ of a gathered site. Needs requirements/gather.txt and scale.txt, and a Java for Spark.
"""

import sys
import tempfile
from pathlib import Path
from time import perf_counter
from typing import Any

from gather_packages import write_packages
from gather_sums import BY, MONEY, by_pandas, digest, every_by_duckdb, every_by_spark

from socialvalue.gathering.gather import Manners, place_of
from socialvalue.gathering.reading import lay_down, read_authority
from socialvalue.gathering.sites import read_sites
from socialvalue.web_request import Rules

NOBODY = Rules(lambda address: "folders alone", lambda number: False)
AUTHORITIES, LINES = 4, 20_000


def session() -> Any:
    """Spark on this machine alone: nothing listens but on the loopback, and years stay text."""
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.master("local[2]").appName("gather")
    for name, value in {
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.memory": "4g",
        "spark.sql.shuffle.partitions": "4",
        "spark.sql.sources.partitionColumnTypeInference.enabled": "false",
    }.items():
        builder = builder.config(name, value)
    found = builder.getOrCreate()
    found.sparkContext.setLogLevel("ERROR")
    return found


def compared(folder: Path) -> bool:
    """Whether every table of sums is the same on both engines, and the totals are those of pandas."""
    start = perf_counter()
    ours = every_by_duckdb(folder)
    print(f"DuckDB  {perf_counter() - start:6.1f} s  {digest(ours)}")
    start = perf_counter()
    spark = session()
    print(f"Spark   {perf_counter() - start:6.1f} s  to start")
    start = perf_counter()
    theirs = every_by_spark(folder, spark)
    print(f"Spark   {perf_counter() - start:6.1f} s  {digest(theirs)}")
    spark.stop()
    start = perf_counter()
    plain = by_pandas(folder)["totals"]
    print(f"pandas  {perf_counter() - start:6.1f} s  totals alone")
    for name in ours:
        print(f"{'same  ' if ours[name] == theirs[name] else 'DIFFER'}  {name}: {len(ours[name]):,} sums")
    mine = [(*row[: len(BY)], *row[len(BY) + 1 : len(BY) + 1 + len(MONEY)], row[len(BY)]) for row in ours["totals"]]
    same = sorted(mine) == plain
    print(f"{'same  ' if same else 'DIFFER'}  totals of pandas: {len(plain):,} sums")
    return ours == theirs and same


def main() -> int:
    """Compare what is named, or what is made for it."""
    if len(sys.argv) > 1:
        return int(not compared(Path(sys.argv[1])))
    with tempfile.TemporaryDirectory(prefix="gather-spark-") as place:
        folder = Path(place)
        for listed in read_sites(write_packages(folder / "packages", AUTHORITIES, LINES)).listed:
            lay_down(read_authority(listed, place_of(listed, Manners(NOBODY))), folder / "parquet")
        return int(not compared(folder / "parquet"))


if __name__ == "__main__":
    sys.exit(main())
