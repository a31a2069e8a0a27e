"""The writer under attack: hostile marks, names, folders and moments. Nothing foreign goes."""

import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Thread
from time import sleep

import pytest
from click.testing import CliRunner

from socialvalue import system
from socialvalue.cli import main
from socialvalue.errors import BrokenRepository
from socialvalue.publish.output import mark as mark_module
from socialvalue.publish.output import write as write_module
from socialvalue.publish.output.mark import MARK, mark
from socialvalue.publish.output.write import write

SITE = {"index.html": b"site", "a/b/c.html": b"deep"}


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "site"


def hostile(out: Path, words: bytes) -> None:
    """A folder of somebody with a mark of somebody."""
    (out / ".git").mkdir(parents=True)
    (out / ".git" / "HEAD").write_text("only copy")
    (out.parent / "other.txt").write_text("only copy")
    (out / MARK).write_bytes(words)


START = mark([])
MARKS = {
    "lists what lies outside": START + b"../other.txt\n/etc/passwd\n",
    "lists a path of many folders": START + b"a/" * 5_000 + b"a\n",
    "lists folders as files": START + b".git\n",
    "lists nothing": START,
    "is no text": START + bytes(range(256)) * 4,
    "is of another program": b"another program writes this folder\n",
    "has line ends of Windows": START.replace(b"\n", b"\r\n"),
}


@pytest.mark.parametrize("inner", ["sub", "a/sub"])
def test_no_site_goes_into_a_site(out: Path, inner: str) -> None:
    """The next build of the outer one would find it foreign. Beside it there is room."""
    write(SITE, out)
    with pytest.raises(BrokenRepository, match="lies in a site"):
        write(SITE, out / inner)
    write(SITE, out)
    write(SITE, out.with_name("sub"))


@pytest.mark.parametrize("words", MARKS.values(), ids=MARKS)
def test_a_mark_that_somebody_wrote_lets_nothing_go(out: Path, words: bytes) -> None:
    """Only what lies in the folder and is listed as a file goes; a mark that lists too little keeps all."""
    hostile(out, words)
    with pytest.raises(BrokenRepository):
        write(SITE, out)
    assert (out / ".git" / "HEAD").read_text() == "only copy"
    assert (out.parent / "other.txt").read_text() == "only copy"


def test_a_mark_that_is_no_file_or_has_no_end_is_none(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pipe is not waited for, and a file beyond all measure is not read."""
    hostile(out, b"")
    (out / MARK).unlink()
    os.mkfifo(out / MARK)
    with pytest.raises(BrokenRepository, match="lists no files"):
        write(SITE, out)
    (out / MARK).unlink()
    with (out / MARK).open("wb") as file:
        file.write(mark([".git/HEAD"]))
        file.truncate(mark_module._LARGEST + 1)
    with pytest.raises(BrokenRepository, match="lists no files"):
        write(SITE, out)
    assert (out / ".git" / "HEAD").read_text() == "only copy"


def test_a_name_that_a_terminal_would_obey_is_shown_harmless(out: Path, small: Path) -> None:
    """The name of a foreign file is repeated, without what is in it for a terminal, before the site is drawn."""
    write(SITE, out)
    (out / "x\x1b]0;title\x07.txt").touch()
    done = CliRunner().invoke(main, ["build", "--data", str(small), "--out", str(out)])
    assert done.exit_code == 2
    assert "did not write: x\ufffd]0;title\ufffd.txt" in done.stderr
    assert "drawing" not in done.stderr


@pytest.mark.parametrize(
    "place",
    ["file/site", "file/deep/site", "a" * 250, "a" * 300, "si\nte", "-", "loop/site", ".", "..", "/", "\udcff"],
)
def test_an_odd_place_is_taken_or_refused_in_words(tmp_path: Path, place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Below a file, too long, not in UTF-8, round in a circle, or where we stand."""
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    (tmp_path / "file").write_text("only copy")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    with suppress(BrokenRepository):
        write(SITE, Path("..") / place if place not in ("/", ".", "..") else Path(place))
    assert (tmp_path / "file").read_text() == "only copy"
    assert (tmp_path / "here").is_dir()


def test_a_mask_that_forbids_all_does_not_matter(out: Path) -> None:
    """Even the folder that the site is made in can be entered."""
    before = os.umask(0o777)
    try:
        write(SITE, out)
        write(SITE, out)
    finally:
        os.umask(before)
    assert (out.parent / ".site.socialvalue").stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("what", ["link", "folder", "file"])
def test_what_comes_into_the_place_of_the_site_at_the_last_moment_is_kept(
    tmp_path: Path, out: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    """Between looking and swapping somebody puts a link to another site there, or a folder, or a file."""
    write(SITE, tmp_path / "other")
    write(SITE, out)
    flush = write_module.flush

    def meanwhile(folder: Path) -> None:
        out.rename(tmp_path / "moved")
        if what == "link":
            out.symlink_to(tmp_path / "other")
        elif what == "folder":
            out.mkdir()
            (out / "thesis.txt").write_text("only copy")
        else:
            out.write_text("only copy")
        flush(folder)

    monkeypatch.setattr(write_module, "flush", meanwhile)
    with pytest.raises(BrokenRepository):
        write(SITE, out)
    assert (tmp_path / "other" / "index.html").read_bytes() == b"site"
    assert (tmp_path / "moved" / "index.html").read_bytes() == b"site"
    left = [path for path in tmp_path.rglob("*") if path.is_file() and path.read_bytes() == b"only copy"]
    assert len(left) == (what != "link")


def test_a_second_build_says_that_it_waits(out: Path) -> None:
    """Whoever waits is told what for, once."""
    write(SITE, out)
    script = "import sys; from pathlib import Path; from socialvalue import system\n"
    script += "with system.locked(Path(sys.argv[1])): print('held', flush=True); sys.stdin.read()"
    lock = out.parent / ".site.socialvalue" / "lock"
    command = [sys.executable, "-c", script, str(lock)]
    holder = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert holder.stdin
    assert holder.stdout
    assert holder.stdout.readline() == b"held\n"
    said: list[str] = []
    second = Thread(target=write, args=(SITE, out, (), said.append))
    second.start()
    sleep(0.5)
    assert said == [f"waiting for another build into {out}"]
    holder.stdin.close()
    second.join(30)
    assert not second.is_alive()
    assert holder.wait(30) == 0
    assert len(said) == 1


def test_a_disk_without_locks_is_said(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Some shared disks know no locks."""
    import errno

    def none(handle: int) -> bool:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr(system, "_lock", none)
    with pytest.raises(BrokenRepository, match="No locks available"):
        write(SITE, out)


@pytest.mark.parametrize("failing", ["unlink", "rmdir"])
def test_an_old_site_that_will_not_go_is_tidied_by_the_next_build(
    out: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    """A file that another program holds open, as on Windows: the new site stands, and the rest goes next time."""
    write({"index.html": b"old", "x.html": b"old"}, out)
    target: object = os if failing == "unlink" else Path
    real: Callable[..., None] = getattr(target, failing)

    def refuse(*given: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(target, failing, refuse)
    with pytest.raises(BrokenRepository, match="The new site is at"):
        write(SITE, out)
    assert (out / "index.html").read_bytes() == b"site"
    monkeypatch.setattr(target, failing, real)
    write(SITE, out)
    assert [path.name for path in (out.parent / ".site.socialvalue").iterdir()] == ["lock"]
