"""Bring a repository to the program that runs: the line that names it, what it needs, tables of an earlier shape."""

import difflib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from socialvalue import system
from socialvalue.carried import carried
from socialvalue.errors import BrokenRepository
from socialvalue.load.repository import INCOMING, read_schemas
from socialvalue.pinning import PROGRAM, Pin, put, requirements
from socialvalue.upgrading.tables import Moved, moved

__all__ = ["Upgrade", "planned", "told", "upgraded"]
REQUIREMENTS = "requirements.txt"


class Upgrade(NamedTuple):
    """What an upgrade changes: tables, and the files that name the program, as text before and after."""

    data: Path
    tables: tuple[Moved, ...]
    pins: tuple[Moved, ...]
    pinned: Pin


def planned(data: Path, pinned: Pin) -> Upgrade:
    """What is to change in the repository around `data`. Nothing is written.

    A repository without program.txt does not name the program: then its tables alone change.

    Raises:
        BrokenRepository: there is no data folder, or a table is of no version that ever was.
    """
    if not (data / "register").is_dir():
        raise BrokenRepository(f"{data} holds no register/ folder. Give the data folder with --data.")
    schemas, _ = read_schemas(carried("schemas"), INCOMING)
    pins = []
    if (data.parent / PROGRAM).is_file():
        for name, after in ((PROGRAM, pinned.text), (REQUIREMENTS, requirements())):
            path = data.parent / name
            before = path.read_text(encoding="utf-8") if path.is_file() else ""
            if before != after:
                pins.append(Moved(path, before, after, ()))
    return Upgrade(data, tuple(moved(data, schemas)), tuple(pins), pinned)


def told(upgrade: Upgrade) -> Iterator[str]:
    """What changes, for people: why, and each file as a diff. Of the locked libraries, how many lines."""
    for each in upgrade.tables:
        yield from (f"{each.path}: {why}" for why in each.why)
    for each in (*upgrade.tables, *upgrade.pins):
        if each.path.name == REQUIREMENTS:
            yield f"{each.path}: the libraries that this version of the program was tried with."
            continue
        before, after = each.before.splitlines(), each.after.splitlines()
        yield from difflib.unified_diff(before, after, f"{each.path}, before", f"{each.path}, after", n=0, lineterm="")


def upgraded(upgrade: Upgrade) -> None:
    """Write it: the tables first, so that a repository never names a program that can't read them."""
    system.write_all({each.path: each.after.encode() for each in upgrade.tables})
    if upgrade.pins:
        put(upgrade.pinned, upgrade.data.parent)
