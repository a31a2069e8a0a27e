"""Writing: the whole old site or the whole new one, whatever happens."""

import errno
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from socialvalue.errors import BrokenRepository
from socialvalue.publish.output import swap
from socialvalue.publish.output import write as write_module
from socialvalue.publish.output.mark import MARK
from socialvalue.publish.output.write import write

OLD = {"index.html": b"old", "projects/a.html": b"old"}
NEW = {"index.html": b"new", "projects/b.html": b"new", "data/lines.csv": b""}


def read(out: Path) -> dict[str, bytes]:
    """The files of a site, without its mark."""
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in out.rglob("*")
        if path.is_file() and path.name != MARK
    }


def work(out: Path, name: str = "") -> Path:
    """The folder beside a site that it is made in, or what is in it."""
    return out.with_name(f".{out.name}.socialvalue") / name


def tidy(out: Path) -> bool:
    """Whether nothing but the lock is left beside the site."""
    beside = [path for path in out.parent.iterdir() if path != out]
    return beside == [work(out)] and [path.name for path in work(out).iterdir()] == ["lock"]


def test_a_new_site_replaces_the_old_one_whole(tmp_path: Path) -> None:
    """What the new build doesn't have is gone, and nothing but the lock stays beside the site."""
    out = tmp_path / "deep" / "site"
    write(OLD, out)
    assert read(out) == OLD
    write(NEW, out)
    assert read(out) == NEW
    assert tidy(out)


def test_modes_do_not_depend_on_the_umask(tmp_path: Path) -> None:
    """A server can read every file and folder, whatever the umask of whoever built."""
    before = os.umask(0o077)
    try:
        write(NEW, tmp_path / "site")
    finally:
        os.umask(before)
    modes = {path.is_dir(): path.stat().st_mode & 0o777 for path in (tmp_path / "site").rglob("*")}
    assert modes == {True: 0o755, False: 0o644}
    assert (tmp_path / "site").stat().st_mode & 0o777 == 0o755


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    """A folder with nothing in it may become the site."""
    (tmp_path / "site").mkdir()
    write(NEW, tmp_path / "site")
    assert read(tmp_path / "site") == NEW


def test_a_file_is_refused(tmp_path: Path) -> None:
    """A file in the site's place stays."""
    (tmp_path / "site").write_text("a file")
    with pytest.raises(BrokenRepository, match="it is a file"):
        write(NEW, tmp_path / "site")


def test_a_folder_that_holds_more_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No site is replaced if the data, or whoever builds, is inside it; and none is put inside the data."""
    out = tmp_path / "site"
    write(OLD, out)
    data = out / "data"
    data.mkdir()
    with pytest.raises(BrokenRepository, match="lies in it"):
        write(NEW, out, spare=[data])
    with pytest.raises(BrokenRepository, match="it lies in"):
        write(NEW, out / "data" / "site", spare=[data])
    monkeypatch.chdir(data)
    with pytest.raises(BrokenRepository, match="lies in it"):
        write(NEW, out)
    assert read(out) == OLD


@pytest.mark.parametrize("path", ["../a", "/a", "a//b", "a/./b", "a/..", "", "a\\b", "a/"])
def test_a_path_out_of_the_site_is_refused(tmp_path: Path, path: str) -> None:
    """No file can be written anywhere but in the site."""
    with pytest.raises(ValueError, match="not a path within the site"):
        write({path: b""}, tmp_path / "site")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("number", "words"), [(errno.ENOSPC, "disk is full"), (errno.EACCES, "Permission denied")])
def test_a_disk_that_refuses_leaves_the_old_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    """When the disk is full or says no, the old site stays and a sentence says why."""
    out = tmp_path / "site"
    write(OLD, out)

    def refuse(*args: Any) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(write_module, "flush", refuse)
    with pytest.raises(BrokenRepository, match=words):
        write(NEW, out)
    assert read(out) == OLD
    assert tidy(out)


def test_a_truly_full_disk_leaves_the_old_site(tmp_path: Path) -> None:
    """A write that the system cuts short, as on a full disk, leaves the old site."""
    out = tmp_path / "site"
    write(OLD, out)
    script = (
        "import resource, signal, sys; from pathlib import Path;"
        "from socialvalue.publish.output.write import write;"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096));"
        "write({'a': b'x', 'b': b'x' * 100_000}, Path(sys.argv[1]))"
    )
    command = [sys.executable, "-B", "-c", script, str(out)]  # -B: else Python cuts its own files short
    found = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "could not be written: File too large. It is as it was." in found.stderr
    assert read(out) == OLD


def test_works_where_names_can_not_be_exchanged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a system or a disk without an exchange of names, two renames do it."""
    monkeypatch.setattr(swap, "_exchanged", lambda new, out: False)
    out = tmp_path / "site"
    write(OLD, out)
    write(NEW, out)
    assert read(out) == NEW
    assert tidy(out)


@pytest.mark.parametrize("moment", ["aside", "between", "after"])
def test_a_build_killed_between_two_renames_is_put_right(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    """Wherever the two renames break off, the next build finds a whole site, even if it fails itself."""
    out = tmp_path / "site"
    new, old = work(out, "new"), work(out, "old")
    write(OLD, out)
    write(NEW, tmp_path / "made")
    (tmp_path / "made").rename(new)
    if moment != "aside":
        out.rename(old)
    if moment == "after":
        new.rename(out)

    def refuse(*args: Any) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(write_module, "flush", refuse)
    with pytest.raises(BrokenRepository):
        write(NEW, out)
    assert read(out) == (NEW if moment == "after" else OLD)
    assert not new.exists()
    assert not old.exists()


LOOP = """
import sys
from pathlib import Path
from socialvalue.publish.output.write import write
out, count = Path(sys.argv[1]), int(sys.argv[2])
sites = [{f"{name}/{n}.html": name.encode() * 500 for n in range(60)} for name in ("one", "two")]
print("ready", flush=True)
while True:
    for site in sites:
        write(site, out)
        count -= 1
        if count == 0:
            sys.exit()
"""


def whole(out: Path) -> bool:
    """Whether the site is one of the two that LOOP writes, complete."""
    found = read(out)
    return len(found) == 60 and len(set(found.values())) == 1 and all(len(c) == 1500 for c in found.values())


def test_a_build_killed_at_any_moment_leaves_a_whole_site(tmp_path: Path) -> None:
    """Killed again and again in mid-build, there is always a whole site, and the next build goes through."""
    out = tmp_path / "site"
    write({f"one/{n}.html": b"one" * 500 for n in range(60)}, out)
    moments = random.Random(20)
    for _ in range(12):
        build = subprocess.Popen([sys.executable, "-c", LOOP, str(out), "-1"], stdout=subprocess.PIPE)
        assert build.stdout
        build.stdout.readline()
        time.sleep(moments.random() * 0.05)
        build.send_signal(signal.SIGKILL)
        build.wait()
        build.stdout.close()
        assert whole(out)
    write(NEW, out)
    assert read(out) == NEW
    assert tidy(out)


def test_two_builds_at_once_wait_for_each_other(tmp_path: Path) -> None:
    """Two builds into one folder both succeed, and a reader never sees a site of both."""
    out = tmp_path / "site"
    write({f"one/{n}.html": b"one" * 500 for n in range(60)}, out)
    command = [sys.executable, "-c", LOOP, str(out), "20"]
    builds = [subprocess.Popen(command, stdout=subprocess.PIPE) for _ in range(2)]
    for build in builds:
        build.communicate(timeout=60)
    assert [build.returncode for build in builds] == [0, 0]
    assert whole(out)
    assert tidy(out)
