"""What was published before of all that a change touches, laid out as a data folder of its own."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from socialvalue.git import Base, differing, files_below
from socialvalue.system import temporary_folder

SHARED = ("register", "reference", "frameworks", "authority.toml")
PROJECT_PARTS = 3
"""returns, programme, project: the folder in which all returns of a project lie."""


@contextmanager
def published_before(data: Path, base: Base) -> Iterator[Path]:
    """A folder laid out as `data`: what `base` had of shared tables, and of each project with a return that differs.

    Raises:
        NoHistory: git could not say.
    """
    projects = {_project(path) for path in differing(data, base)} - {""}
    with temporary_folder("socialvalue-before-") as before:
        for room in ("register", "returns"):
            (before / room).mkdir()
        for path, content in files_below(data, base, [*SHARED, *sorted(projects)]):
            file = before / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        yield before


def _project(path: str) -> str:
    """The folder of the project whose return a file belongs to; empty for other files."""
    parts = path.split("/")
    return "/".join(parts[:PROJECT_PARTS]) if parts[0] == "returns" and len(parts) > PROJECT_PARTS else ""
