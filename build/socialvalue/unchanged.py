"""Know a site that stands already as what a build would make again: everything that goes in, and every file of it."""

import json
import os
import stat
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from socialvalue import kept, system
from socialvalue.arguments import OWN
from socialvalue.carried import carried

CARRIED = ("schemas", "docs", "mkdocs.yml")
"""What the program carries and a site is made of, besides its code."""
PROGRAM = Path(__file__).parent
COMPILED = "__pycache__"
"""A folder of the program that holds nothing of its own."""


def inputs(data: Path, *said: str) -> str:
    """A checksum of everything that a build depends on; empty where it can't be read, or a link leads out of it.

    That is each file of the data and of the authority's own pages; what was `said` on the command line; the program,
    what it carries, Python and every library; and the day, by which the check judges. A file that gets another
    name changes it too.
    """
    found = sha256()
    root = system.resolved(data)
    folders = [root, *(root.parent / name for name in OWN), *map(carried, CARRIED)]
    try:
        for fact in (*said, str(data), sys.version, datetime.now(UTC).date().isoformat(), *_libraries()):
            found.update(f"{len(fact)} {fact}\n".encode())
        for folder in folders:
            found.update(_content(folder, links=False))
        found.update(_content(PROGRAM, links=False, without=COMPILED))
    except OSError:
        return ""
    return found.hexdigest()


def standing(key: str, out: Path) -> list[str] | None:
    """What was said of the site at `out`, if it is still, file for file, what a build of these inputs made.

    None where it is anything else, where nobody knows, or where nothing is kept.
    """
    held = kept.kept_before(_name(out)) if key else None
    if held is None:
        return None
    record = json.loads(held)
    if record["key"] != key:
        return None
    try:
        now = _content(out).hex()
    except OSError:
        return None
    return list(record["said"]) if record["site"] == now else None


def remember(key: str, out: Path, said: Sequence[str]) -> None:
    """Keep what a build of these inputs made at `out`, and what was said of it."""
    if key:
        record = {"key": key, "site": _content(out).hex(), "said": list(said)}
        kept.keep(_name(out), json.dumps(record).encode())


def _name(out: Path) -> str:
    return f"site at {system.resolved(out)}"


def _libraries() -> Iterator[str]:
    """Every library that is installed, with its version: the folders that installers write, by their names."""
    for place in sys.path:
        if os.path.isdir(place):  # noqa: PTH112 - an entry may be empty
            names = (entry.name for entry in os.scandir(place))
            yield from sorted(name for name in names if name.endswith((".dist-info", ".egg-info")))


def _content(place: Path, links: bool = True, without: str = "") -> bytes:
    """A checksum of a file or a folder: path, kind and content of everything in it, but for folders of a name.

    Raises:
        OSError: something can't be read, or there is a link where none may be.
    """
    found = sha256()
    for path, entry in sorted(_walk(place, without)):
        kind, content = _read(entry)
        if kind == "link" and not links:
            raise OSError(entry)
        found.update(f"{len(path)} {path} {kind} ".encode(errors="surrogateescape") + sha256(content).digest())
    return found.digest()


def _walk(place: Path, without: str) -> Iterator[tuple[str, str]]:
    """Everything in a folder by its path within, and where it is, but for folders of one name. No link is followed."""
    if not place.is_dir() or place.is_symlink():
        if os.path.lexists(place):
            yield "", str(place)
        return
    below = [""]
    while below:
        folder = below.pop()
        for entry in os.scandir(f"{place}/{folder}"):
            path = f"{folder}{entry.name}"
            if not entry.is_dir(follow_symlinks=False):
                yield path, entry.path
            elif entry.name != without:
                yield f"{path}/", entry.path
                below.append(f"{path}/")


def _read(path: str) -> tuple[str, bytes]:
    """What a place holds: file, link, folder or another kind with its mode, and a file's bytes or a link's target."""
    mode = os.lstat(path).st_mode
    allowed = f"{stat.S_IMODE(mode):o}"
    if stat.S_ISREG(mode):
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - thousands of them
            return f"file {allowed}", file.read()
    if stat.S_ISLNK(mode):
        return "link", str(Path(path).readlink()).encode(errors="surrogateescape")
    return (f"folder {allowed}" if stat.S_ISDIR(mode) else "other"), b""
