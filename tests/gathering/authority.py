"""An authority as it is read when it is gathered, and why it is left out."""

import hashlib
from pathlib import Path

import pytest

from socialvalue.gathering.left_out import NotGathered
from socialvalue.gathering.places import Folder
from socialvalue.gathering.publishers import Facts
from socialvalue.gathering.reading import Read, read_authority
from socialvalue.gathering.sites import Listed
from socialvalue.publish import reason
from socialvalue.records.gathered import LeftOut


def refused(folder: Path, pinned: str | None = None) -> tuple[str, str]:
    """Why the authority of this folder is left out, as a code and in words."""
    with pytest.raises(NotGathered) as found:
        Facts(read(folder, pinned))
    left = LeftOut("south", "South", found.value.why, found.value.facts)
    return left.why, reason(left)


def read(folder: Path, pinned: str | None = None) -> Read:
    """What is read of a folder, pinned as it is now."""
    now = hashlib.sha256((folder / "datapackage.json").read_bytes()).hexdigest()
    return read_authority(
        Listed("south", "South", folder=folder, sha256=now if pinned is None else pinned), Folder(folder)
    )
