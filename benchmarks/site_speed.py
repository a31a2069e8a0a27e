"""How fast a site is built, stage by stage, beside mkdocs with as many pages of Markdown.

Usage: site_speed.py [PROJECTS,RETURNS ...]. Without sizes: 150 projects with 2,000 returns, and 1,000 with 12,000.
Both are built in a process of their own and removed again. mkdocs draws pages of one heading, one paragraph and a
table of twenty rows, with the same theme and its search: less than our pages hold, and without charts and downloads.
"""

import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

from make_scale import write

SIZES = ("150,2000", "1000,12000")
ROWS = 20
Result = TypeVar("Result")


class Stages:
    """Wall and CPU seconds of each stage, and the peak of memory so far."""

    def __init__(self) -> None:
        self.rows: list[dict[str, Any]] = []

    def run(self, stage: str, work: Callable[[], Result]) -> Result:
        """Do the work and note what it took."""
        wall, cpu = time.perf_counter(), _cpu()
        found = work()
        self.rows.append(
            {
                "stage": stage,
                "cpu": _cpu() - cpu,
                "wall": time.perf_counter() - wall,
                "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
            }
        )
        return found


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def build(data: Path, out: Path) -> dict[str, Any]:
    """Build the site of `data` into `out`; stages, files, bytes and pages."""
    stages = Stages()
    run = stages.run("start", _started)
    checked = stages.run("read and check", lambda: run.checked(data))
    valuation = stages.run("value", lambda: run.valued(checked))
    files = stages.run("publish", lambda: _publish(valuation))
    stages.run("write", lambda: _written(files, out))
    return {
        "stages": stages.rows,
        "files": len(files),
        "bytes": sum(len(content) for content in files.values()),
        "pages": sum(path.endswith(".html") for path in files),
        "lines": len(checked.tables["lines"]),
    }


def _started() -> Any:
    from socialvalue import publish, run, value  # noqa: F401 - to be timed

    return run


def _publish(valuation: Any) -> dict[str, bytes]:
    from socialvalue.publish import publish

    return publish(valuation)


def _written(files: dict[str, bytes], out: Path) -> None:
    from socialvalue import publish

    publish.write(files, out)


def mkdocs(pages: int, folder: Path) -> dict[str, Any]:
    """Build as many pages of Markdown with mkdocs alone; its stage, files and bytes."""
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
    found = [path for path in (folder / "site").rglob("*") if path.is_file()]
    return {"stages": stages.rows, "files": len(found), "bytes": sum(path.stat().st_size for path in found)}


def _run_mkdocs(config: Path) -> None:
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    build(load_config(config_file=str(config)))


def apart(what: str, of: str) -> dict[str, Any]:
    """Measure one of the two builds in a process of its own, so that its peak of memory is its own."""
    answer = subprocess.run([sys.executable, __file__, what, of], check=True, stdout=subprocess.PIPE).stdout
    found: dict[str, Any] = json.loads(answer)
    return found


def measure(what: str, of: str) -> dict[str, Any]:
    """What `apart` asks for: ours of a size, or mkdocs with so many pages."""
    with TemporaryDirectory(prefix="site-speed-") as name:
        folder = Path(name)
        if what == "--mkdocs":
            return mkdocs(int(of), folder)
        projects, returns = (int(number) for number in of.split(","))
        write(projects, returns, folder / "data")
        return build(folder / "data", folder / "site")


def compare(size: str) -> None:
    """Print the stages of both builds, and how many times more mkdocs takes."""
    ours = apart("--ours", size)
    theirs = apart("--mkdocs", str(ours["pages"]))
    projects, returns = (int(number) for number in size.split(","))
    print(f"\n{projects:,} projects, {returns:,} returns, {ours['lines']:,} lines, {ours['pages']:,} pages")
    print(f"{'stage':<16}{'CPU s':>9}{'wall s':>9}{'peak MB':>9}{'files':>9}{'MB':>9}")
    whole: dict[str, Any] = {key: sum(row[key] for row in ours["stages"]) for key in ("cpu", "wall")}
    whole |= {"stage": "all of ours", "peak": max(row["peak"] for row in ours["stages"])}
    for row in ours["stages"]:
        print(_told(row))
    plain = theirs["stages"][0]
    print(_told(whole, ours))
    print(_told(plain, theirs))
    ratios = ", ".join(f"{plain[key] / whole[key]:.2f} times the {words}" for key, words in RATIOS.items())
    print(f"mkdocs takes {ratios}.", flush=True)


RATIOS = {"cpu": "CPU", "wall": "wall time", "peak": "memory"}


def _told(row: dict[str, Any], built: dict[str, Any] | None = None) -> str:
    told = f"{row['stage']:<16}{row['cpu']:>9.2f}{row['wall']:>9.2f}{row['peak']:>9.0f}"
    return told + (f"{built['files']:>9,}{built['bytes'] / 1e6:>9.1f}" if built else "")


if __name__ == "__main__":
    if sys.argv[1:2] in (["--ours"], ["--mkdocs"]):
        print(json.dumps(measure(*sys.argv[1:])))
    else:
        for size in sys.argv[1:] or SIZES:
            compare(size)
