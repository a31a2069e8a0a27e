"""The list of authorities, SITES.toml: whom to gather, where from, and which state of their data is meant."""

import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from socialvalue import system
from socialvalue.errors import BrokenRepository
from socialvalue.load.characters import HIDDEN
from socialvalue.records.gathered import About

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)
SHA256 = re.compile(r"[0-9a-f]{64}", re.ASCII)
LONGEST = 200
"""Letters of a name; of an address and a folder, ten times as many."""
MOST_BYTES = 1_000_000
MOST = 1_000
"""Authorities of one list."""
KNOWN = ("id", "name", "address", "folder", "package", "sha256")
HOW = "socialvalue gather --help shows how the list is written."


@dataclass(frozen=True)
class Listed:
    """One authority of the list."""

    id: str
    name: str
    address: str = ""
    """Where its datapackage.json stands on the web; empty for a folder."""
    folder: Path | None = None
    package: str = ""
    """What its package was called when it was pinned; empty where nobody has pinned one since this is written."""
    sha256: str = ""
    """The checksum of the datapackage.json that is meant; empty where nobody has pinned one."""

    @property
    def source(self) -> str:
        """Where it is read, for others: no path of this machine is told."""
        return self.address or "a folder"


@dataclass(frozen=True)
class Sites:
    """The list as it is written, and what it says."""

    path: Path
    text: str
    about: About
    listed: tuple[Listed, ...]


def read_sites(path: Path) -> Sites:
    """Read a list of authorities.

    Raises:
        BrokenRepository: it is no such list; what to mend is said.
    """
    try:
        size = path.stat().st_size
        text = path.read_bytes().decode("utf-8-sig") if size <= MOST_BYTES else ""
    except OSError as error:
        raise BrokenRepository(f"{path} could not be read: {system.reason(error)}. {HOW}") from error
    except UnicodeDecodeError as error:
        raise BrokenRepository(f"{path} is not UTF-8 text. {HOW}") from error
    try:
        found = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise BrokenRepository(f"{path} is no TOML: {error}. {HOW}") from error
    entries = found.pop("authority", [])
    if not isinstance(entries, list) or not 0 < len(entries) <= MOST:
        raise BrokenRepository(f"{path} lists no authority. Each begins with [[authority]]. {HOW}")
    listed = tuple(_listed(entry, path, number) for number, entry in enumerate(entries, start=1))
    _refuse_twice(listed, path)
    return Sites(path, text, _about(found, path), listed)


def _refuse_twice(listed: Sequence[Listed], path: Path) -> None:
    """One authority under two names would be counted twice; two under one name would be taken for each other."""
    says: Mapping[str, Callable[[Listed], str]] = {
        "id": lambda each: each.id,
        "name": lambda each: " ".join(each.name.casefold().split()),
        "address": lambda each: each.address,
        "folder": lambda each: str(system.resolved(each.folder)) if each.folder else "",
        "package": lambda each: each.package,
        "sha256": lambda each: each.sha256,
    }
    for what, said in says.items():
        found: dict[str, Listed] = {}
        for each in listed:
            if said(each) and (other := found.setdefault(said(each), each)) is not each:
                ids = "" if what == "id" else f" ({other.id} and {each.id})"
                same = getattr(other, what)
                raise BrokenRepository(f"{path}: two authorities have the {what} {same}{ids}. Give each its own.")


def _about(found: dict[str, Any], path: Path) -> About:
    known = [field.name for field in fields(About)]
    for name, value in found.items():
        if name not in known:
            raise BrokenRepository(f"{path}: {name!a} means nothing here. Above the authorities: {', '.join(known)}.")
        _plain(value, f"{path}: {name}", 10 * LONGEST)
    return About(**found)


def _listed(entry: Any, path: Path, number: int) -> Listed:
    where = f"{path}: authority {number}"
    if not isinstance(entry, dict):
        raise BrokenRepository(f"{where} is no table. Begin it with [[authority]].")
    if unknown := [name for name in entry if name not in KNOWN]:
        raise BrokenRepository(f"{where}: {unknown[0]!a} means nothing here. There are: {', '.join(KNOWN)}.")
    said = {name: _plain(value, f"{where}: {name}", 10 * LONGEST) for name, value in entry.items()}
    if not ID.fullmatch(said.get("id", "")) or len(said["id"]) > 60:
        raise BrokenRepository(f"{where} needs an id of small letters, digits and hyphens, such as north-county.")
    if not 0 < len(said.get("name", "")) <= LONGEST:
        raise BrokenRepository(f"{where} ({said['id']}) needs a name of at most {LONGEST} letters.")
    if bool(said.get("address")) == bool(said.get("folder")):
        raise BrokenRepository(f"{where} ({said['id']}) needs either an address or a folder.")
    if said.get("sha256") and not SHA256.fullmatch(said["sha256"]):
        raise BrokenRepository(
            f"{where} ({said['id']}): sha256 is no checksum. It has 64 digits, from 0 to 9 and a to f."
        )
    folder = path.parent / said["folder"] if said.get("folder") else None
    return Listed(
        said["id"], said["name"], said.get("address", ""), folder, said.get("package", ""), said.get("sha256", "")
    )


def _plain(value: Any, where: str, longest: int) -> str:
    if not isinstance(value, str):
        raise BrokenRepository(f'{where} is no text. Write it in quotation marks, as in id = "north-county".')
    if len(value) > longest or HIDDEN.search(value):
        raise BrokenRepository(f"{where} is too long, or holds a character that cannot be seen.")
    return value
