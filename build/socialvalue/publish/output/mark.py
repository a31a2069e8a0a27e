"""Know a folder of ours by its mark, which lists every file that we put there; take away these and nothing else."""

import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path, PurePosixPath

from socialvalue import system

MARK = ".socialvalue"
_WORDS = b"socialvalue writes this folder. Each build replaces it whole: keep nothing else here. Its files:\n"
_LARGEST, _DEEPEST = 500_000_000, 20
"""No mark of ours has more bytes, and no file lies below more folders."""
_OF_THE_SYSTEM = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
"""Files that a computer leaves in each folder that somebody looks into. They hold nobody's work."""


def mark(paths: Iterable[str]) -> bytes:
    """The mark of a folder with these files."""
    return _WORDS + "".join(f"{path}\n" for path in sorted(paths)).encode()


def marked(folder: Path) -> bool:
    """Whether a folder bears our mark, which is a plain file; one that was cut off in writing counts too."""
    found = _read(folder)
    return found is not None and (found.startswith(_WORDS) or _WORDS.startswith(found))


def foreign(folder: Path) -> Iterator[str]:
    """What lies in a marked folder and is not ours, in the order of its names. Folders end in a slash."""
    files, folders = _listed(folder)
    for path, entry in _walk(folder, folders):
        if not _ours(path, entry, files, folders):
            yield f"{path}/" if entry.is_dir(follow_symlinks=False) else path


def remove(folder: Path) -> list[str]:
    """Take away what is ours in a marked folder, its mark last; give what is left, with the folder, if it is not ours.

    Killed half-way, the rest still bears the mark.
    """
    files, folders = _listed(folder)
    below = []
    for path, entry in _walk(folder, folders):
        if not _ours(path, entry, files, folders):
            continue
        if path in folders:
            below.append(path)
        elif path != MARK:
            os.unlink(folder / path)  # noqa: PTH108  never through a link
    for path in sorted(below, key=len, reverse=True):
        with suppress(OSError):  # something foreign lies in it
            (folder / path).rmdir()
    left = list(foreign(folder))
    if not left:
        (folder / MARK).unlink(missing_ok=True)
        folder.rmdir()
    return left


def _read(folder: Path) -> bytes | None:
    try:
        handle = system.open_plain(folder / MARK)
    except OSError:
        return None
    found = os.fstat(handle)
    if not stat.S_ISREG(found.st_mode) or found.st_size > _LARGEST:
        os.close(handle)
        return None
    with open(handle, "rb") as file:  # noqa: PTH123  a descriptor
        return file.read()


def _listed(folder: Path) -> tuple[frozenset[str], frozenset[str]]:
    """The files that the mark lists, the mark among them, and the folders that these lie in."""
    if not marked(folder):
        return frozenset(), frozenset()
    paths = (_read(folder) or b"")[len(_WORDS) :].decode("utf-8", "replace").split("\n")
    files = frozenset([MARK, *(path for path in paths if path and path.count("/") <= _DEEPEST)])
    folders = {str(parent) for path in files for parent in PurePosixPath(path).parents}
    return files, frozenset(folders - {"."})


def _walk(folder: Path, folders: frozenset[str], below: str = "") -> Iterator[tuple[str, "os.DirEntry[str]"]]:
    """Everything in a folder and in those of its folders that are ours: its path within, and what it is."""
    with os.scandir(folder / below) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        path = f"{below}{entry.name}"
        yield path, entry
        if path in folders and not system.links_elsewhere(entry) and entry.is_dir(follow_symlinks=False):
            yield from _walk(folder, folders, f"{path}/")


def _ours(path: str, entry: "os.DirEntry[str]", files: frozenset[str], folders: frozenset[str]) -> bool:
    if system.links_elsewhere(entry):
        return False
    if entry.is_dir(follow_symlinks=False):
        return path in folders
    return entry.is_file(follow_symlinks=False) and (path in files or entry.name in _OF_THE_SYSTEM)
