"""Files that wait on the disk until a site is written come back as they were, and leave nothing behind."""

import errno
import os
from pathlib import Path

import pytest

from socialvalue.errors import BrokenRepository
from socialvalue.publish.output.mark import MARK
from socialvalue.publish.output.shelf import Shelf, shelves
from socialvalue.publish.output.write import write

FILES = {"index.html": b"first", "data/lines.csv": b"", "a/b.bin": bytes(range(256)) * 9_000}


def test_what_is_laid_on_a_shelf_comes_back(tmp_path: Path) -> None:
    """In any order, beside the files of another shelf, the newest of two of one name; and a site is written from it."""
    out = tmp_path / "deep" / "site"
    with shelves(out) as shelf:
        files, other = shelf(), shelf()
        for path, content in FILES.items():
            files[path] = b"an older one"
            other[path] = content[::-1]
            files[path] = content
        assert dict(files) == FILES
        assert files["index.html"] == b"first"
        assert other.pop("index.html") == b"tsrif"
        assert "index.html" not in other
        assert len(files) == 3
        write(files, out)
    found = {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}
    assert {path: content for path, content in found.items() if path != MARK} == FILES
    assert sorted(path.name for path in out.parent.iterdir()) == [".site.socialvalue", "site"]


def test_a_full_disk_is_told_while_the_site_is_made(tmp_path: Path) -> None:
    """The disk that refuses a file is a sentence, not a traceback."""

    class Full:
        def seek(self, *place: int) -> int:
            return 0

        def write(self, content: bytes) -> int:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with pytest.raises(BrokenRepository, match="The disk is full"):
        Shelf(Full(), tmp_path / "site")["index.html"] = b"first"  # type: ignore[arg-type]
