"""What was published before of all that a change touches, laid out as a data folder of its own."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from socialvalue.git import Base, files_below, names_below
from socialvalue.system import temporary_folder

SHARED = ("register", "reference", "frameworks", "authority.toml")
PROJECT_PARTS = 3
"""returns, programme, project: the folder in which all returns of a project lie."""


@contextmanager
def published_before(data: Path, base: Base, whole: bool = False) -> Iterator[Path]:
    """A folder laid out as `data`: what `base` had of shared tables, and of each project with a return that differs,
    or of all projects.

    Raises:
        NoHistory: git could not say.
    """
    projects = {"returns"} if whole else {_project(path) for path in base.touched} - {""}
    with temporary_folder("socialvalue-before-") as before:
        for room in ("register", "returns"):
            (before / room).mkdir()
        for path, content in files_below(data, base, [*SHARED, *sorted(projects)]):
            file = before / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        yield before


def published_returns(data: Path, base: Base) -> frozenset[str]:
    """The returns that `base` had, as project/period: the folders with a datapackage.json.

    Raises:
        NoHistory: git could not say.
    """
    parts = (path.split("/") for path in names_below(data, base, ["returns"]))
    return frozenset("/".join(each[2:4]) for each in parts if each[4:] == ["datapackage.json"])


def returns_to_compare(data: Path, base: Base) -> list[Path]:
    """The folders of all returns of the projects with a return that differs from what was published, or is new.

    None of them where everything must be read: a table that all share differs, or nothing of these projects is left.

    Raises:
        NoHistory: git could not say.
    """
    if any(path.split("/")[0] in SHARED for path in base.touched):
        return []
    projects = sorted({_project(path) for path in base.touched} - {""})
    return [each for project in projects for each in sorted((data / project).glob("*/")) if each.is_dir()]


def _project(path: str) -> str:
    """The folder of the project whose return a file belongs to; empty for other files."""
    parts = path.split("/")
    return "/".join(parts[:PROJECT_PARTS]) if parts[0] == "returns" and len(parts) > PROJECT_PARTS else ""
