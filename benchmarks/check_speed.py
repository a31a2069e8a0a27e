"""How fast returns are checked, beside frictionless on the same files, in one run.

Usage: check_speed.py [RETURNS LINES]. Without sizes: 1,000 small returns, and 1,000,000 lines in a few large ones.
Both programs judge the same returns, a datapackage.json with lines.csv and evidence.csv each, by the same schemas and
in a process of its own. CPU seconds are those of the work, without imports. Ours also reads the register and applies
every rule of the domain.
"""

import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from make_scale import write

ROOT = Path(__file__).parents[1]
SCHEMAS = ROOT / "schemas/return"
SIZES = (1_000, 1_000_000)
A_PROJECT = 10
"""Returns of one project, at most."""
A_FILE = 100_000
"""Lines of one large return."""
BOUND = ",fte_years,"
"""In lines of this unit the people bound the quantity."""


def ours(data: Path) -> Callable[[], Any]:
    from socialvalue import run
    from socialvalue.check import catalogue

    catalogue()  # imports the rules

    return lambda: run.checked(data)


def frictionless(data: Path) -> Callable[[], Any]:
    from frictionless import Package

    schemas = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in SCHEMAS.glob("*.json")}
    parts = ("fields", "primaryKey", "foreignKeys")

    def work() -> None:
        for path in sorted((data / "returns").rglob("datapackage.json")):
            descriptor = json.loads(path.read_text(encoding="utf-8"))
            for table in descriptor["resources"]:
                schema = schemas[table["name"]]
                table["schema"] = {part: schema[part] for part in parts if part in schema}
            package = Package.from_descriptor(descriptor, basepath=str(path.parent))
            assert package.validate(limit_errors=1).valid, path

    return work


PROGRAMS = {"ours": ours, "frictionless": frictionless}


TURNS = ("ours", "ours", "frictionless", "ours", "ours", "ours")
"""Who works when. Of several runs the median counts: a machine's clock changes within the seconds that ours takes."""


def measure(program: str, data: Path) -> dict[str, float]:
    """CPU seconds, wall seconds and megabytes that `program` takes to judge the data."""
    work = PROGRAMS[program](data)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    return {
        "cpu": time.process_time() - cpu,
        "wall": time.perf_counter() - wall,
        "before": before / 1024,
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def lengthen(data: Path, lines: int) -> None:
    """Make so many lines of lines in `data`, each with another quantity.

    They are lines of a measure whose quantity may be any, so that both programs find them good.
    """
    for folder in sorted(path.parent for path in data.glob("returns/*/*/*/lines.csv"))[: -(-lines // A_FILE)]:
        path, rows = folder / "lines.csv", min(A_FILE, lines)
        header, *those = path.read_text(encoding="utf-8").splitlines()
        measure, _, rest = next(line for line in those if BOUND not in line).split(",", 3)[1:]
        path.write_text(
            "\n".join([header, *(f"{n},{measure},{n},{rest}" for n in range(1, rows + 1))]) + "\n", encoding="utf-8"
        )
        lines -= rows


def in_its_own_process(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *words], check=True, capture_output=True, text=True)


def side_by_side(title: str, data: Path) -> None:
    """Print what both programs take for the same data, and the ratio of their CPU seconds."""
    print(f"\n{title}\n{'':14}{'CPU s':>9}{'wall s':>9}{'start MB':>10}{'peak MB':>9}")
    runs: dict[str, list[dict[str, float]]] = {name: [] for name in PROGRAMS}
    for name in TURNS:
        runs[name].append(json.loads(in_its_own_process(__file__, "measure", name, str(data)).stdout))
    took = {name: sorted(each, key=lambda run: run["cpu"])[len(each) // 2] for name, each in runs.items()}
    for name, figures in took.items():
        print(f"{name:14}{figures['cpu']:9.2f}{figures['wall']:9.2f}{figures['before']:10.0f}{figures['peak']:9.0f}")
    print(f"{took['frictionless']['cpu'] / took['ours']['cpu']:.1f} times as fast per CPU second", flush=True)


def cold(title: str, *words: str) -> None:
    """Print what a command takes from a cold start."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    in_its_own_process("-m", "socialvalue.cli", *words)
    wall, now = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = now.ru_utime + now.ru_stime - used.ru_utime - used.ru_stime
    print(f"{title:28}{cpu:6.2f} CPU s {wall:6.2f} wall s")


def main(returns: int, lines: int) -> None:
    print(f"load average {os.getloadavg()[0]:.1f}, {os.cpu_count()} cores")
    with TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        write(-(-returns // A_PROJECT), returns, data)
        side_by_side(f"{returns:,} small returns", data)
        first = next(path.parent for path in sorted(data.glob("returns/*/*/*/lines.csv")))
        cold("one return, cold", "check", str(first), "--data", str(data))
    with TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        count = -(-lines // A_FILE)
        write(count, count, data)
        lengthen(data, lines)
        side_by_side(f"{lines:,} lines", data)
    cold("--help", "--help")


if __name__ == "__main__":
    if sys.argv[1:2] == ["measure"]:
        print(json.dumps(measure(sys.argv[2], Path(sys.argv[3]))))
    else:
        main(*(int(size) for size in sys.argv[1:] or SIZES))
