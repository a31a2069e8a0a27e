"""How long gathering takes and how much memory, and its sums beside those of pandas.

Usage: gather_scale.py [AUTHORITIES LINES]. Without numbers: 50 authorities with 200,000 lines each, ten million in all.
Needs some 6 GB of the disk that TMPDIR names, and requirements/gather.txt.

Each step is a process of its own. Time is from its start to its end, processor is of all its threads, memory is its
peak. The totals of DuckDB and of pandas are made from the same Parquet files, and have to be equal to the penny.
"""

import json
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter
from typing import Any

from gather_packages import write_packages

GATHER = "from socialvalue.cli import main; main(['gather', {sites!r}, '--out', {out!r}, '--verbose'])"
DUCKDB = """
import sys; sys.path.insert(0, {here!r})
from pathlib import Path
from gather_sums import by_duckdb, digest
print(digest(by_duckdb(Path({folder!r}))))
"""
PANDAS = DUCKDB.replace("by_duckdb", "by_pandas")


def measured(code: str, show: bool = False) -> tuple[float, float, int, str]:
    """Seconds, seconds of the processor, megabytes at the peak, and the last line that it said."""
    wrapped = (
        "import resource, sys, json\n"
        f"try:\n    exec({code!r})\nexcept SystemExit as end:\n    assert not end.code, end.code\n"
        "used = resource.getrusage(resource.RUSAGE_SELF)\n"
        "print(json.dumps([used.ru_utime + used.ru_stime, used.ru_maxrss // 1024]))"
    )
    start = perf_counter()
    found = subprocess.run(
        [sys.executable, "-c", wrapped],
        stdout=subprocess.PIPE,
        stderr=None if show else subprocess.DEVNULL,
        text=True,
        check=True,
    )
    seconds = perf_counter() - start
    *said, last = found.stdout.strip().splitlines()
    processor, memory = json.loads(last)
    return seconds, processor, memory, said[-1]


def main(authorities: int, lines: int) -> int:
    """Write, gather, sum up both ways; 1 where the sums differ."""
    here = str(Path(__file__).parent)
    with tempfile.TemporaryDirectory(prefix="gather-scale-") as place:
        folder = Path(place)
        start = perf_counter()
        sites = write_packages(folder / "packages", authorities, lines)
        size = sum(path.stat().st_size for path in folder.rglob("*.csv")) // 1_000_000
        took = perf_counter() - start
        print(f"{authorities} authorities, {authorities * lines:,} lines, {size:,} MB of CSV: {took:.0f} s", flush=True)
        out = folder / "out"
        rows: list[tuple[str, Any]] = [("gather", measured(GATHER.format(sites=str(sites), out=str(out)), show=True))]
        lake = sum(path.stat().st_size for path in out.rglob("*.parquet")) // 1_000_000
        for name, code in (("totals, DuckDB", DUCKDB), ("totals, pandas", PANDAS)):
            rows.append((name, measured(code.format(here=here, folder=str(out / "parquet")))))
    print(f"{lake:,} MB of Parquet; peak of writing the packages {_peak():,} MB")
    for name, (seconds, processor, memory, said) in rows:
        print(f"{name:16} {seconds:7.1f} s {processor:7.1f} s of processor {memory:6,} MB  {said}")
    equal = rows[1][1][3] == rows[2][1][3]
    print("DuckDB and pandas agree to the penny." if equal else "DuckDB and pandas DIFFER.")
    return int(not equal)


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:3])) if len(sys.argv) > 2 else main(50, 200_000))
