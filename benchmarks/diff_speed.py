"""How long `socialvalue diff` takes for one return among many projects, from a cold start.

Usage: diff_speed.py [PROJECTS RETURNS]. Without sizes: 1,000 projects with 4,000 returns. All returns but one are
committed; the one is new. The whole command is timed, start of Python and git included, three times.
"""

import os
import resource
import shutil
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from make_scale import write

SIZES = (1_000, 4_000)
TIMES = 3


def committed(folder: Path) -> None:
    """Make the folder a repository of git whose main branch holds what lies in it."""
    named = ("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "gc.auto=0", "-c", "maintenance.auto=false")
    for command in (["init", "-q", "-b", "main"], ["add", "-A"], ["commit", "-q", "-m", "Published"]):
        subprocess.run(["git", "-C", folder, *named, *command], check=True)


def main(projects: int, returns: int) -> None:
    print(f"load average {os.getloadavg()[0]:.1f}, {os.cpu_count()} cores; {projects:,} projects, {returns:,} returns")
    with TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        write(projects, returns, data)
        sent = max(data.glob("returns/*/*/*"))
        kept = Path(folder) / "sent"
        shutil.move(sent, kept)
        committed(Path(folder) / "data")
        shutil.move(kept, sent)
        for _ in range(TIMES):
            used, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
            done = subprocess.run(
                [sys.executable, "-m", "socialvalue.cli", "diff", "--data", str(data)],
                check=True, capture_output=True, text=True,
            )  # fmt: skip
            wall, now = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
            cpu = now.ru_utime + now.ru_stime - used.ru_utime - used.ru_stime
            print(f"{wall:6.2f} wall s {cpu:6.2f} CPU s   {done.stdout.splitlines()[0]}", flush=True)


if __name__ == "__main__":
    main(*(map(int, sys.argv[1:3]) if len(sys.argv) > 2 else SIZES))
