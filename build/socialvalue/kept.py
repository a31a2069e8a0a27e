"""What is kept between builds because it never changes: made once, looked up by all that it depends on.

Only things whose key names everything that they are made of belong here. The folder can be deleted at any time.
"""

import os
import stat
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile

from platformdirs import user_cache_path

VARIABLE = "SOCIALVALUE_CACHE"
"""A folder to keep things in, in place of the user's own; empty to keep nothing."""
MOST_BYTES = 32_000_000
"""What the folder may hold, and a little more while a program runs. Above it, what was made longest ago goes first."""
TIDIED_AFTER = 4_000_000
"""Bytes after which the folder is looked through again: at each file would take as long as they are many, squared."""
_kept = {"bytes": TIDIED_AFTER}
"""What this program kept since it last looked; at the first file it looks."""


def kept(key: str, make: Callable[[], bytes]) -> bytes:
    """What `make` gave for this key before, or what it gives now; which is then kept for the next time.

    `key` names everything that the bytes depend on, versions included. A file that isn't whole is made again. Where
    nothing can be kept (no folder, a full disk, a folder that others can write to), it is made each time.
    """
    found = kept_before(key)
    if found is None:
        found = make()
        keep(key, found)
    return found


def kept_before(key: str) -> bytes | None:
    """What was kept under this key, if it is still what was written, byte for byte; None where there is none."""
    place = folder()
    if place is None:
        return None
    try:
        held = (place / _name(key)).read_bytes()
    except OSError:
        return None
    digest, content = held[:32], held[32:]
    return content if sha256(content).digest() == digest else None


def keep(key: str, content: bytes) -> None:
    """Keep these bytes under this key, in one step: a reader finds all of them or none."""
    place = folder()
    if place is None:
        return
    try:
        with NamedTemporaryFile(dir=place, delete=False) as half:
            half.write(sha256(content).digest() + content)
        Path(half.name).replace(place / _name(key))
        _kept["bytes"] += len(content)
        if _kept["bytes"] >= TIDIED_AFTER:
            _kept["bytes"] = 0
            _tidy(place)
    except OSError:
        return  # keeping is a convenience: a build never fails for want of it


def _name(key: str) -> str:
    return sha256(key.encode()).hexdigest()


def _tidy(place: Path) -> None:
    files = sorted(((file.stat().st_mtime, file) for file in place.iterdir() if file.is_file()), reverse=True)
    held = 0
    for _, file in files:
        held += file.stat().st_size
        if held > MOST_BYTES:
            file.unlink(missing_ok=True)


def folder(below: str = "") -> Path | None:
    """Where things are kept: a folder that nobody else can write to; None where there is no such folder.

    `below` names one in it that is not tidied with the rest.
    """
    named = os.environ.get(VARIABLE)
    if named == "":
        return None
    try:
        place = (Path(named) if named else user_cache_path("socialvalue", appauthor=False)) / below
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        held = place.lstat()
    except (OSError, RuntimeError):
        return None
    others = hasattr(os, "getuid") and (held.st_uid != os.getuid() or held.st_mode & (stat.S_IWGRP | stat.S_IWOTH))
    return None if others or not stat.S_ISDIR(held.st_mode) else place
