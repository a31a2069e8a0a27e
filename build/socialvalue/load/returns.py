"""Read the folder of one return: its descriptor, its lines and its evidence."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from socialvalue import system
from socialvalue.errors import BrokenRepository
from socialvalue.load import limits
from socialvalue.load.descriptor import read_descriptor
from socialvalue.load.formats import WORKBOOKS
from socialvalue.load.gathering import Gathered
from socialvalue.load.misplaced_files import misnamed, too_deep
from socialvalue.records import NAME_CHARACTERS, Trouble

DESCRIPTOR = "datapackage.json"
NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)


def read_return(folder: Path, place: str, project: str, gathered: Gathered) -> None:
    """Read one return. `place` is what findings call its folder, `project` the folder above it."""
    owner = f"{project}/{folder.name}"
    if owner in gathered.places:
        first = gathered.places[owner]
        gathered.troubles.append(Trouble("return-twice", place, owner, value=owner, detail=first))
        return
    gathered.places[owner] = place
    if system.is_link(folder):
        gathered.troubles.append(Trouble("link", place, owner))
        return
    tables = gathered.tables("return")
    wanted = (DESCRIPTOR, *(f"{name}.csv" for name in tables))
    found = gathered.list(folder, place, limits.FOLDER_ENTRIES, owner)
    others = [name for name in (*found.folders, *found.others) if name not in wanted]
    called = dict(misnamed(others, [name for name in wanted if name not in found.others])) if others else {}
    for name, right in called.items():
        gathered.troubles.append(Trouble("other-name", f"{place}/{name}", owner, value=name, detail=right))
    if deep := too_deep(folder, found, wanted):
        gathered.troubles.append(Trouble("misplaced", f"{place}/{deep}", owner))
        return
    books = [name for name in found.others if name.casefold().endswith(WORKBOOKS) and name not in called]
    for name in books:
        path = f"{place}/{name}"
        gathered.troubles.append(Trouble("workbook", path, owner, value=name, detail=path))
    gathered.unlisted(place, (name for name in others if name not in called and name not in books), owner, wanted)
    if any(trouble.owner == owner for trouble in found.troubles):
        return
    there = DESCRIPTOR not in called.values()
    inside = str(folder)  # joining paths takes as long as opening the files
    descriptor = read_descriptor(f"{inside}/{DESCRIPTOR}", f"{place}/{DESCRIPTOR}", owner) if there else None
    gathered.troubles.extend(descriptor.troubles if descriptor else ())
    if descriptor and descriptor.says is not None:
        gathered.descriptors[owner] = descriptor.says
    for table in tables:
        if f"{table}.csv" in found.others:
            gathered.read_file(f"{inside}/{table}.csv", f"{place}/{table}.csv", table, owner)
    if "lines.csv" not in (*found.others, *called.values()):
        gathered.troubles.append(Trouble("missing-file", f"{place}/lines.csv", owner))


def return_folders(returns: Path, gathered: Gathered) -> Iterator[tuple[Path, str, str]]:
    """Each return below data/returns/<programme>/<project>/<period>/: its folder, its place, its project."""
    if system.is_link(returns):
        return  # told of where the data folder is listed
    for programme in _step(returns, "returns", gathered):
        for project in _step(returns / programme, f"returns/{programme}", gathered):
            yield from project_returns(returns, programme, project, gathered)


def project_returns(returns: Path, programme: str, project: str, gathered: Gathered) -> Iterator[tuple[Path, str, str]]:
    """Each return of one project's folder."""
    home, place = returns / programme / project, f"returns/{programme}/{project}"
    for period in _step(home, place, gathered):
        yield home / period, f"{place}/{period}", project


def homes_of(returns: Path, project: str) -> Iterator[str]:
    """The programme folders that hold a folder of this project's name."""
    if returns.is_dir() and not system.is_link(returns):
        for programme in sorted(returns.iterdir()):
            if not system.is_link(programme) and (programme / project).is_dir():
                yield programme.name


def whose(folder: Path) -> str:
    """The project of a return that lies outside the data: what its descriptor says, if it can be read.

    Raises:
        BrokenRepository: the folder does not hold a return.
    """
    if system.is_link(folder):
        return folder.parent.name
    if not (folder / DESCRIPTOR).is_file() and not (folder / "lines.csv").is_file():
        raise BrokenRepository(f"{folder} is not the folder of a return: it holds no {DESCRIPTOR} and no lines.csv.")
    says: Any = read_descriptor(folder / DESCRIPTOR, DESCRIPTOR, "").says or {}
    project = says.get("project")
    if isinstance(project, str) and NAME.fullmatch(project) and len(project) <= NAME_CHARACTERS:
        return project
    return folder.parent.name


def _step(folder: Path, place: str, gathered: Gathered) -> Sequence[str]:
    found = gathered.list(folder, place, limits.RETURNS)
    high = [name for name in found.others if name in (DESCRIPTOR, "lines.csv", "evidence.csv")]
    if high:
        gathered.troubles.append(Trouble("misplaced", f"{place}/{high[0]}"))
    gathered.unlisted(place, (name for name in found.others if name not in high), "", ("folders",))
    return found.folders
