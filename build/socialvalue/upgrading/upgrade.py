"""What an upgrade changes in a repository, said before it is written: tables, the pin, and the libraries it needs."""

import difflib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from socialvalue import system
from socialvalue.carried import carried
from socialvalue.errors import BrokenRepository
from socialvalue.how_many import many
from socialvalue.load.repository import INCOMING, read_schemas
from socialvalue.pinning import PROGRAM, Pin, named_in, put, refuse_older, requirements, running
from socialvalue.upgrading.tables import Moved, moved

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
        BrokenRepository: there is no data folder, a table is of no version that ever was, or a newer program is named.
    """
    refuse_older(data.parent)
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


def summary(upgrade: Upgrade) -> Iterator[str]:
    """What changes, in a line or two for each file: the program, then each table, its new columns, its rows and why."""
    was = named_in(upgrade.data.parent)
    for each in upgrade.pins:
        if each.path.name == PROGRAM:
            yield f"{each.path}: the program, {was or 'not named'} before, {running()} from now on."
        else:
            yield f"{each.path}: the libraries that this version was tried with. {_counted(each)}"
    if upgrade.tables:
        count = len(upgrade.tables)
        gets = "gets" if count == 1 else "get"
        yield f"{many(count, 'table')} {gets} columns. Every cell that is there stays as it is."
    for each in upgrade.tables:
        before, after = (text.splitlines()[:1] for text in (each.before, each.after))
        new = [column for column in after[0].split(",") if column not in before[0].lstrip("\ufeff").split(",")]
        rows = each.after.count("\n") - 1
        yield f"  {each.path}: {', '.join(new)}, in {many(rows, 'row')}."
        yield from (f"    {why}" for why in each.why)


def _counted(each: Moved) -> str:
    """How many lines of a file are new, and how many are gone."""
    signs = [line[0] for line in difflib.ndiff(each.before.splitlines(), each.after.splitlines())]
    return f"{signs.count('+'):,} lines are new, {signs.count('-'):,} are gone."


def in_full(upgrade: Upgrade) -> Iterator[str]:
    """Each table and the pin as a diff, without the locked libraries: a list of checksums tells nobody anything."""
    for each in (*upgrade.tables, *(pin for pin in upgrade.pins if pin.path.name != REQUIREMENTS)):
        before, after = each.before.splitlines(), each.after.splitlines()
        yield from difflib.unified_diff(before, after, f"{each.path}, before", f"{each.path}, after", n=0, lineterm="")


def upgraded(upgrade: Upgrade) -> None:
    """Write it: the tables first, so that a repository never names a program that can't read them."""
    system.write_all({each.path: each.after.encode() for each in upgrade.tables})
    if upgrade.pins:
        put(upgrade.pinned, upgrade.data.parent)
