"""How fast a site is built, stage by stage, beside mkdocs with as many pages of Markdown, in one run.

Usage: site_speed.py [PROJECTS,RETURNS | FOLDER ...]. Without any: 100 projects with 800 returns, and the data of this
repository. Several sizes, as 50,400 100,800 200,1600, show how the work grows: with the square where a page takes more
at each. Each build is a process of its own, into a fresh folder: one that finds nothing kept, one that finds what is
kept by version, and one of which nothing has changed. mkdocs draws pages of one heading, one paragraph and a table of
twenty rows, with the same theme and its search: less than our pages hold, and without charts and downloads.
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
from typing import Any, TypeVar

ROOT = Path(__file__).parents[1]
SIZES = ("100,800", str(ROOT / "data"))
ROWS = 20
KEPT = "SOCIALVALUE_CACHE"
Result = TypeVar("Result")


class Stages:
    """Wall and CPU seconds of each stage, and the peak of memory so far."""

    def __init__(self) -> None:
        self.rows: list[dict[str, Any]] = []

    def run(self, stage: str, work: Callable[[], Result]) -> Result:
        """Do the work and note what it took."""
        wall, cpu = time.perf_counter(), _cpu()
        found = work()
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        self.rows.append({"stage": stage, "cpu": _cpu() - cpu, "wall": time.perf_counter() - wall, "peak": peak})
        return found


def _cpu(who: int = resource.RUSAGE_SELF) -> float:
    used = resource.getrusage(who)
    return used.ru_utime + used.ru_stime


def build(data: Path, out: Path) -> dict[str, Any]:
    """Build the site of `data` into `out`; stages, files, bytes and pages. What is said says when a stage begins."""
    stages = Stages()
    run = stages.run("start", _started)
    checked = stages.run("read and check", lambda: run.shareable(run.checked(data)))
    valuation = stages.run("value", lambda: run.valued(checked))
    stages.run("draw and write", lambda: run.published(valuation, data, out))
    return {"stages": stages.rows, "lines": len(checked.tables["lines"]), **_found(out)}


def _started() -> Any:
    from socialvalue import publish, run, value

    assert value.value
    assert publish.drawn_onto
    return run


def _found(out: Path) -> dict[str, int]:
    found = [path for path in out.rglob("*") if path.is_file()]
    embedded = out / "embed"  # a chart by itself, without the frame of a page
    pages = sum(path.suffix == ".html" and embedded not in path.parents for path in found)
    return {"files": len(found), "bytes": sum(path.stat().st_size for path in found), "pages": pages}


def mkdocs(pages: int, folder: Path) -> dict[str, Any]:
    """Build as many pages of Markdown with mkdocs alone; its stages, files and bytes."""
    table = (
        "| measure | quantity | value |\n| --- | --- | --- |\n"
        + "| Apprenticeship weeks | 87.2 | £96,331.20 |\n" * ROWS
    )
    for number in range(pages):
        page = folder / "docs" / str(number // 1000) / f"{number}.md"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(f"# Project {number}\n\nWhat it promised and what it delivered.\n\n{table}", encoding="utf-8")
    config = {
        "site_name": "Plain",
        "theme": {"name": "material", "font": False},
        "plugins": ["search"],
        "nav": [{"First": "0/0.md"}],
        "validation": {"nav": {"omitted_files": "ignore"}},
    }
    (folder / "mkdocs.yml").write_text(json.dumps(config), encoding="utf-8")
    stages = Stages()
    stages.run("mkdocs", lambda: _run_mkdocs(folder / "mkdocs.yml"))
    return {"stages": stages.rows, **_found(folder / "site")}


def _run_mkdocs(config: Path) -> None:
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    build(load_config(config_file=str(config)))


def apart(kept: str, *words: str) -> dict[str, Any]:
    """Measure in a process of its own, so that its peak of memory is its own; `kept` is where things are kept."""
    command = [sys.executable, __file__, *words]
    answer = subprocess.run(command, check=True, stdout=subprocess.PIPE, env={**os.environ, KEPT: kept}).stdout
    found: dict[str, Any] = json.loads(answer)
    return found


def command(kept: str, *words: str) -> dict[str, Any]:
    """What a command takes, from the start of Python on."""
    wall, cpu = time.perf_counter(), _cpu(resource.RUSAGE_CHILDREN)
    program = [sys.executable, "-m", "socialvalue.cli", *words]
    subprocess.run(program, check=False, capture_output=True, env={**os.environ, KEPT: kept})
    return {"cpu": _cpu(resource.RUSAGE_CHILDREN) - cpu, "wall": time.perf_counter() - wall}


def compare(size: str, folder: Path) -> None:
    """Print what each build of this size, or of this folder, takes, and its ratio to mkdocs."""
    data = Path(size)
    if not data.is_dir():
        data = folder / "data"
        subprocess.run([sys.executable, Path(__file__).with_name("make_scale.py"), *size.split(","), data], check=True)
    kept = str(folder / "kept")
    cold = apart("", "--ours", str(data), str(folder / "cold"))
    apart(kept, "--ours", str(data), str(folder / "first"))
    warm = apart(kept, "--ours", str(data), str(folder / "warm"))
    plain = apart("", "--mkdocs", str(cold["pages"]), str(folder / "plain"))
    theirs = plain["stages"][0]
    print(f"\n{size}: {cold['lines']:,} lines, {cold['pages']:,} pages; load average {os.getloadavg()[0]:.1f}")
    print(f"{'':<34}{'CPU s':>8}{'wall s':>8}{'peak MB':>9}{'files':>9}{'MB':>8}{'of mkdocs CPU':>15}")
    for row in warm["stages"]:
        _say({**row, "stage": f"  {row['stage']}"}, theirs)
    drawn = warm["stages"][-1]["cpu"] / warm["pages"]
    print(f"  that is {drawn * 1000:.1f} ms a page")
    _say({"stage": "build, with what is kept by version", **_whole(warm)}, theirs, warm)
    _say({"stage": "build, nothing kept", **_whole(cold)}, theirs, cold)
    _say({**theirs, "stage": "mkdocs, as many pages"}, theirs, plain)
    words = ("build", "--data", str(data), "--out", str(folder / "site"))
    command(kept, *words)
    _say({"stage": "build, nothing changed", **command(kept, *words)}, theirs)
    one = min(path.parent for path in data.glob("returns/*/*/*/lines.csv"))
    _say({"stage": "check of one return", **command(kept, "check", str(one), "--data", str(data))}, theirs)
    _say({"stage": "--help", **command(kept, "--help")}, theirs)
    sys.stdout.flush()


def _whole(built: dict[str, Any]) -> dict[str, float]:
    rows = built["stages"]
    summed = {key: sum(row[key] for row in rows) for key in ("cpu", "wall")}
    return {**summed, "peak": max(row["peak"] for row in rows)}


def _say(row: dict[str, Any], theirs: dict[str, Any], built: dict[str, Any] | None = None) -> None:
    peak = f"{row['peak']:>9.0f}" if "peak" in row else " " * 9
    size = f"{built['files']:>9,}{built['bytes'] / 1e6:>8.1f}" if built else " " * 17
    print(f"{row['stage']:<34}{row['cpu']:>8.2f}{row['wall']:>8.2f}{peak}{size}{row['cpu'] / theirs['cpu']:>15.2f}")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--ours"]:
        print(json.dumps(build(Path(sys.argv[2]), Path(sys.argv[3]))))
    elif sys.argv[1:2] == ["--mkdocs"]:
        print(json.dumps(mkdocs(int(sys.argv[2]), Path(sys.argv[3]))))
    else:
        for size in sys.argv[1:] or SIZES:
            with TemporaryDirectory(prefix="site-speed-") as name:
                compare(size, Path(name))
