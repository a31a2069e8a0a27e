"""List a folder of the repository without following a link out of it."""

import os
from dataclasses import dataclass
from pathlib import Path

from socialvalue import system
from socialvalue.records import Trouble


@dataclass(frozen=True)
class Listed:
    """What lies in a folder: plain folders and everything else, by name, and what is in the way."""

    folders: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    troubles: tuple[Trouble, ...] = ()


def listed(folder: Path, name: str, limit: int, owner: str = "") -> Listed:
    """The entries of `folder`, in the order of their names. A link is a trouble and is never followed."""
    folders, others, troubles = [], [], []
    try:
        with os.scandir(folder) as entries:
            for count, entry in enumerate(entries, start=1):
                if count > limit:
                    return Listed(troubles=(Trouble("too-many-entries", name, owner, detail=f"{limit:,}"),))
                if system.links_elsewhere(entry):
                    troubles.append(Trouble("link", _below(name, entry.name), owner))
                elif entry.is_dir(follow_symlinks=False):
                    folders.append(entry.name)
                else:
                    others.append(entry.name)
    except FileNotFoundError:
        return Listed()
    except OSError:
        return Listed(troubles=(Trouble("not-readable", name, owner),))
    return Listed(tuple(sorted(folders)), tuple(sorted(others)), tuple(troubles))


def _below(folder: str, name: str) -> str:
    return f"{folder}/{name}" if folder else name
