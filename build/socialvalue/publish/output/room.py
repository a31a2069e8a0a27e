"""Look ahead whether the disk has room for a site, so that a full one is told before anything is written."""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from socialvalue.errors import BrokenRepository

_BLOCK = 4_096
"""What a disk gives a file at least, and rounds up to."""
_MEGABYTE = 1_000_000


def refuse_too_full(sizes: Mapping[str, int], disk: Path, out: Path) -> None:
    """Refuse to begin where the disk that `disk` lies on has too little room for files of these sizes, or for so many.

    The old site stays until the new one is whole, so its room does not count.
    """
    needed, left = needed_bytes(sizes), shutil.disk_usage(disk).free
    if needed > left:
        has = f"The site needs {_megabytes(needed)} and the disk of {disk.parent} has {_megabytes(left)} left"
        raise BrokenRepository(f"{has}. {out} is as it was. Make room and build again.")
    if hasattr(os, "statvfs"):
        found = os.statvfs(disk)
        if found.f_files and found.f_favail < len(sizes):  # a disk without such a limit counts none
            has = f"The site has {len(sizes):,} files and the disk of {disk.parent} takes {found.f_favail:,} more"
            raise BrokenRepository(f"{has}. {out} is as it was. Make room and build again.")


def needed_bytes(sizes: Mapping[str, int]) -> int:
    """How much of a disk files of these sizes take: whole blocks, and a block for each folder."""
    folders = {path.rpartition("/")[0] for path in sizes}
    return sum(-(-size // _BLOCK) for size in sizes.values()) * _BLOCK + len(folders) * _BLOCK


def _megabytes(count: int) -> str:
    return f"{-(-count // _MEGABYTE):,} MB"
