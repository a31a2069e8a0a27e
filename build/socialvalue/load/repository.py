"""Walk the data folder and gather whole tables: every line of every return in one frame."""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from socialvalue import system
from socialvalue.carried import carried
from socialvalue.domain.disclosure import kept
from socialvalue.errors import BrokenRepository
from socialvalue.git import Base, NoHistory, base_of, checked_out
from socialvalue.load import limits
from socialvalue.load.descriptor import read_descriptor
from socialvalue.load.gathering import Gathered
from socialvalue.load.published_before import published_before, published_returns
from socialvalue.load.returns import DESCRIPTOR, homes_of, project_returns, read_return, return_folders, whose
from socialvalue.load.settings import read_settings
from socialvalue.records import Source, Trouble
from socialvalue.records.telling import Tell, silent

INCOMING = ("register", "reference", "framework", "return")
ROOMS = ("register", "reference", "frameworks", "returns")
KEPT = ("imports",)
"""Folders that no table lies in: how the files of each sender are read, for `socialvalue import` alone."""
SETTINGS = "authority.toml"
ALSO = (SETTINGS, "README.md", "LICENSE.md", DESCRIPTOR)
"""Files that may lie beside the tables."""
HINTS = 6
"""How many folders are named where one of them was probably meant."""


def load(
    data: Path,
    returns: Sequence[Path] = (),
    tell: Tell = silent,
    today: str = "",
    since: str | Base | None = None,
    all_before: bool = False,
    remembering: bool = False,
) -> Source:
    """Read the repository at `data`.

    Where `returns` names folders of returns, wherever they lie, only these and the other returns of their
    projects are read, and `Source.asked` says which were named. `today` is the day to judge by, as ISO text;
    the day of the clock (in UTC) where it is empty. `since` names a branch or commit of git to compare with, or is
    what was found of it; empty for the one that is published, None for none, but with `remembering` where the
    repository remembers what it told. `all_before` reads all that was published there, not only what differs.

    Raises:
        BrokenRepository: there is no data folder, no register in it, no return in one of `returns`, or no `since`.
    """
    _refuse_other_folders(data)
    schemas, profile = read_schemas(carried("schemas"), INCOMING)
    gathered = Gathered(schemas)
    packages, asked = _read(data, returns, gathered, tell)
    settings = read_settings(data / SETTINGS)
    compares = since is not None or (remembering and kept(settings, gathered.frame("disclosures")))
    history = _history(data, since or "", today, all_before) if compares else History()
    return Source(
        root=data,
        settings=settings,
        schemas=schemas,
        published=read_schemas(carried("schemas"), ("published",))[0],
        profile=profile,
        **gathered.found(),
        packages={place: package for place, package in packages.items() if package is not None},
        frameworks=_frameworks(packages),
        asked=asked,
        today=today or datetime.now(UTC).date().isoformat(),
        **history._asdict(),
    )


def _refuse_other_folders(data: Path) -> None:
    if not data.is_dir():
        raise BrokenRepository(f"There is no folder {data} here. Give the data folder with --data.")
    if not (data / "register").is_dir():
        raise BrokenRepository(f"{data} holds no register/ folder. Give the data folder with --data.")


def _read(
    data: Path, returns: Sequence[Path], gathered: Gathered, tell: Tell
) -> tuple[Mapping[str, "Package"], frozenset[str]]:
    """Gather every table; give the descriptors of the shared folders, and which returns were asked for."""
    tell("reading the register, the frameworks and the reference tables")
    packages = _read_shared(data, gathered)
    tell("reading the returns")
    asked = _read_asked(data, returns, gathered) if returns else frozenset[str]()
    folders = _related(data, asked, gathered) if returns else return_folders(data / "returns", gathered)
    for folder, place, project in folders:
        read_return(folder, place, project, gathered)
    return packages, asked


def _frameworks(packages: Mapping[str, "Package"]) -> dict[str, Mapping[str, Any]]:
    """The descriptor of each framework by its name; an empty one where it could not be read."""
    found = {place: package for place, package in packages.items() if place.startswith("frameworks/")}
    return {place.rpartition("/")[2]: package or {} for place, package in found.items()}


class History(NamedTuple):
    """What was published before, a sentence on what that is or why nobody can say, and the names of its returns."""

    before: Source | None = None
    compared: str = ""
    published_returns: frozenset[str] = frozenset()


def _history(data: Path, since: str | Base, today: str, whole: bool) -> History:
    try:
        base = since if isinstance(since, Base) else base_of(data, since)
        with published_before(data, base, whole) as folder:
            return History(load(folder, today=today), _compared(data, base), published_returns(data, base))
    except NoHistory as reason:
        if since:
            named = since.name if isinstance(since, Base) else since
            raise BrokenRepository(f"Nothing can be compared with {named}: {reason}.") from reason
        return History(compared=f"Not compared with what was published before: {reason}.")


def _compared(data: Path, base: Base) -> str:
    """What was compared. From the commit that is checked out, nothing that was committed can differ."""
    if base.touched:
        return f"Compared with {base.name}."
    if not checked_out(data, base):
        return f"Compared with {base.name}, and nothing differs from it."
    return (
        f"Not compared with what was published before: {base.name} itself is checked out. "
        "To compare with an earlier commit: socialvalue check --since COMMIT."
    )


def read_schemas(folder: Path, rooms: Sequence[str]) -> tuple[dict[str, dict[str, Any]], dict[str, Any]]:
    """Our own table schemas by name, each with its `folder`, and the profile of a return's descriptor."""
    found: dict[str, dict[str, Any]] = {}
    for room in rooms:
        for path in sorted((folder / room).glob("*.json")):
            found[path.stem] = {**json.loads(path.read_text(encoding="utf-8")), "folder": room}
    if not found:
        raise BrokenRepository(f"The schemas are missing: {folder} is empty or not there.")
    profile = found.pop("profile", {})
    for own in ("folder", "version"):
        profile.pop(own, None)
    return found, profile


Package = Mapping[str, Any] | None


def _read_shared(data: Path, gathered: Gathered) -> dict[str, Package]:
    """Read the register, the reference tables and the frameworks; give the descriptor of each folder."""
    found = gathered.list(data, "", limits.FOLDER_ENTRIES)
    unlisted = [name for name in found.folders if name not in (*ROOMS, *KEPT)]
    unlisted += [name for name in found.others if name not in ALSO]
    gathered.unlisted("", unlisted, "", (*ROOMS, *ALSO))
    if SETTINGS not in found.others:
        gathered.troubles.append(Trouble("no-settings", SETTINGS))
    packages: dict[str, Package] = {}
    for room in ("register", "reference"):
        packages[room] = _read_folder(data / room, room, "", room, gathered) if room in found.folders else None
    if "frameworks" in found.folders:
        found = gathered.list(data / "frameworks", "frameworks", limits.FOLDER_ENTRIES)
        gathered.unlisted("frameworks", found.others, "", ("folders",))
        for name in found.folders:
            place = f"frameworks/{name}"
            packages[place] = _read_folder(data / "frameworks" / name, place, name, "framework", gathered)
    return packages


def _read_folder(folder: Path, place: str, owner: str, room: str, gathered: Gathered) -> Package:
    """Read the tables of one folder; give its descriptor: none where it has none, empty where it can't be read."""
    package: Package = None
    tables = gathered.tables(room)
    wanted = {f"{table}.csv": table for table in tables}
    found = gathered.list(folder, place, limits.FOLDER_ENTRIES, owner)
    for name in found.others:
        if name in wanted:
            gathered.read_file(folder / name, f"{place}/{name}", wanted[name], owner)
        elif name == DESCRIPTOR:
            descriptor = read_descriptor(folder / name, f"{place}/{name}", owner)
            package = descriptor.says or {}
            gathered.troubles.extend(descriptor.troubles)
    unlisted = [name for name in (*found.folders, *found.others) if name not in (*wanted, *ALSO)]
    gathered.unlisted(place, unlisted, owner, (*wanted, *ALSO))
    return package


def _read_asked(data: Path, returns: Sequence[Path], gathered: Gathered) -> frozenset[str]:
    """Read the returns that were named; give their ids (project/period)."""
    asked = set()
    inside = system.resolved(data / "returns")
    for path in returns:
        folder = system.resolved(path.parent) / path.name if system.is_link(path) else system.resolved(path)
        place, project = path.as_posix(), ""
        if folder.is_relative_to(inside) and len(folder.relative_to(inside).parts) == 3:
            _, project, _ = folder.relative_to(inside).parts
            place = f"returns/{folder.relative_to(inside).as_posix()}"
        elif folder.is_relative_to(system.resolved(data)):
            raise BrokenRepository(_no_return(path))
        project = project or whose(folder)
        read_return(folder, place, project, gathered)
        asked.add(f"{project}/{folder.name}")
    return frozenset(asked)


def _no_return(path: Path) -> str:
    """What to say of a folder of the data that is named as a return and is none."""
    said = f"{path} is not the folder of one return: that is data/returns/PROGRAMME/PROJECT/PERIOD."
    below = sorted(each.parent.relative_to(path).as_posix() for each in path.glob("*/lines.csv"))
    return f"{said} In it are: {', '.join(below[:HINTS])}." if below else said


def _related(data: Path, asked: frozenset[str], gathered: Gathered) -> Iterator[tuple[Path, str, str]]:
    """The other returns of the projects that were asked about, to judge these by."""
    for project in sorted({owner.partition("/")[0] for owner in asked}):
        for programme in homes_of(data / "returns", project):
            for folder, place, _ in project_returns(data / "returns", programme, project, gathered):
                if f"{project}/{folder.name}" not in asked:
                    yield folder, place, project
