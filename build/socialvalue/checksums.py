"""What a thing is made of, as checksums: folders, and the libraries that are installed."""

import os
import stat
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

COMPILED = "__pycache__"
"""A folder of the program that holds nothing of its own."""


def libraries() -> Iterator[str]:
    """Every library that is installed, with its version: the folders that installers write, by their names."""
    for place in sys.path:
        if os.path.isdir(place):  # noqa: PTH112 - an entry may be empty
            names = (entry.name for entry in os.scandir(place))
            yield from sorted(name for name in names if name.endswith((".dist-info", ".egg-info")))


def content(place: Path, links: bool = True, without: str = "") -> bytes:
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
