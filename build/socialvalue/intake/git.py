"""What the last commit holds, where there is git: it tells a published return from a draft."""

import subprocess
from pathlib import Path

SECONDS = 20


def tracked_files(data: Path) -> frozenset[str] | None:
    """The files below data/returns/ in the last commit; None where there is no git, so that all count as published."""
    found = _git(data, "ls-tree", "-r", "-z", "--name-only", "HEAD", "--", "returns")
    return None if found is None else frozenset(found.decode("utf-8", "replace").split("\0"))


def committed(data: Path, name: str) -> bytes | None:
    """A file below the data folder as the last commit has it; None where it has none."""
    return _git(data, "show", f"HEAD:./{name}")


def _git(data: Path, *words: str) -> bytes | None:
    try:
        done = subprocess.run(  # noqa: S603 - git itself, and names that were checked to be those of returns
            ["git", "-C", str(data), *words],  # noqa: S607
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return None if done.returncode else done.stdout
