"""Exchange two folders in one step of the file system, and make sure that a folder is on the disk."""

import ctypes
import os
import sys
from pathlib import Path

from socialvalue import system

_HERE = -100  # AT_FDCWD: paths are taken as they stand
_EXCHANGE = 2  # RENAME_EXCHANGE on Linux, RENAME_SWAP on macOS


def exchange(new: Path, out: Path, aside: Path) -> None:
    """Put `new` in the place of `out`. What was at `out`, if anything, is at `new` or gone when this returns.

    Where the system can exchange two names there is no moment without a site. Elsewhere `out` steps aside
    for the time of one rename, to a place from which the next build brings it back if this one is killed
    between the two.
    """
    if not out.exists():
        new.rename(out)
    elif not _exchanged(new, out):
        out.rename(aside)
        new.rename(out)
        aside.rename(new)
    system.sync_folder(out.parent)


def _exchanged(one: Path, other: Path) -> bool:
    """Exchange two names through the C library; say whether the system and this disk could."""
    if not system.POSIX:
        return False
    library = ctypes.CDLL(None, use_errno=True)
    names = os.fsencode(one), os.fsencode(other)
    try:
        if sys.platform == "darwin":
            return bool(library.renamex_np(*names, _EXCHANGE) == 0)
        return bool(library.renameat2(_HERE, names[0], _HERE, names[1], _EXCHANGE) == 0)
    except AttributeError:  # an older C library
        return False


def flush(folder: Path) -> None:
    """Return when all of the folder is on the disk: one call, not one for each of many files.

    Windows has no such call: there a site may be torn where the power fails, but never where the program does.
    """
    if not system.POSIX:
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        ctypes.CDLL(None).syncfs(handle)
    except AttributeError:  # not Linux
        os.sync()
    finally:
        os.close(handle)
