"""Writing takes away what this program wrote and nothing else, and follows no link."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from socialvalue.errors import BrokenRepository
from socialvalue.publish.output import room, swap
from socialvalue.publish.output import write as write_module
from socialvalue.publish.output.mark import MARK, foreign
from socialvalue.publish.output.write import write

OLD = {"index.html": b"old", "projects/a.html": b"old"}
NEW = {"index.html": b"new", "projects/b.html": b"new"}


def everything(folder: Path) -> dict[str, str]:
    """All that lies in a folder: files with their content, links with their target, empty folders."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            found[name] = f"-> {path.readlink()}"
        elif path.is_file():
            found[name] = path.read_text()
        elif not any(path.iterdir()):
            found[f"{name}/"] = ""
    return found


def kept(folder: Path, before: dict[str, str]) -> bool:
    """Whether all of this still lies in a folder; a build may make its own work folder beside it."""
    return before.items() <= everything(folder).items()


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "site"


@pytest.fixture
def work(tmp_path: Path) -> Path:
    return tmp_path / ".site.socialvalue"


def test_a_site_that_was_moved_aside_stays(out: Path, tmp_path: Path) -> None:
    """`mv site site.old` keeps a copy: the next build makes a new site and leaves that one, with all in it."""
    write(OLD, out)
    out.rename(tmp_path / "site.old")
    (tmp_path / "site.old" / "notes.txt").write_text("mine")
    before = everything(tmp_path / "site.old")
    write(NEW, out)
    assert everything(tmp_path / "site.old") == before
    assert everything(out).items() >= {("index.html", "new")}


@pytest.mark.parametrize("name", ["site.old", "site.new", "site.lock"])
def test_names_beside_the_site_belong_to_others(out: Path, tmp_path: Path, name: str) -> None:
    """A file, a link or a folder called like the site with an ending is nobody's business."""
    (tmp_path / "thesis.txt").write_text("only copy")
    (tmp_path / name).symlink_to(tmp_path / "thesis.txt")
    before = everything(tmp_path)
    write(OLD, out)
    write(NEW, out)
    assert kept(tmp_path, before)


def put(what: str, at: Path, tmp_path: Path) -> None:
    """Something of somebody else, at a place where the writer works."""
    at.parent.mkdir(exist_ok=True)
    other = tmp_path / "other"
    if what == "link to a site":
        at.symlink_to(other)
    elif what == "link to a file":
        at.symlink_to(other / "index.html")
    elif what == "link to nowhere":
        at.symlink_to(tmp_path / "nowhere")
    elif what == "link to itself":
        at.symlink_to(at)
    elif what == "file":
        at.write_text("only copy")
    else:
        at.mkdir()
        (at / "thesis.txt").write_text("only copy")


WHAT = ["link to a site", "link to a file", "link to nowhere", "link to itself", "file", "folder"]
WHERE = ["site", ".site.socialvalue", *(f".site.socialvalue/{name}" for name in ("lock", "new", "old"))]


@pytest.mark.parametrize("where", WHERE)
@pytest.mark.parametrize("what", WHAT)
def test_what_is_foreign_is_refused_and_kept(tmp_path: Path, out: Path, what: str, where: str) -> None:
    """Wherever the writer works, what is not its own stays, nothing behind a link is touched, and words say so."""
    write(OLD, tmp_path / "other")
    put(what, tmp_path / where, tmp_path)
    before = everything(tmp_path)
    if what == "file" and where.endswith("lock"):
        write(NEW, out)  # a lock is only held: what is in it does not matter, and stays
    else:
        with pytest.raises(BrokenRepository, match="can't be written") as refused:
            write(NEW, out)
        assert str(tmp_path) in str(refused.value)
    assert kept(tmp_path, before)


def test_a_link_names_the_folder_that_is_meant(tmp_path: Path, out: Path) -> None:
    """Where --out is a link, the sentence says what to name instead; a loop on the way is no traceback."""
    write(OLD, tmp_path / "target")
    out.symlink_to(tmp_path / "target")
    with pytest.raises(BrokenRepository, match=f"it is a link. Name the folder itself: {tmp_path}/target"):
        write(NEW, out)
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    with pytest.raises(BrokenRepository):
        write(NEW, tmp_path / "loop" / "site")
    assert everything(tmp_path / "target")["index.html"] == "old"


def test_a_link_on_the_way_is_followed(tmp_path: Path) -> None:
    """A parent may be a link, as /tmp often is: only what is replaced itself may not."""
    (tmp_path / "real").mkdir()
    (tmp_path / "way").symlink_to(tmp_path / "real")
    write(NEW, tmp_path / "way" / "site")
    assert (tmp_path / "real" / "site" / "index.html").read_bytes() == b"new"


def add_file(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("mine")


def add_link(path: Path) -> None:
    path.unlink(missing_ok=True)
    path.symlink_to(path.parent)


@pytest.mark.parametrize(
    ("path", "add", "named"),
    [
        ("CNAME", add_file, "CNAME"),
        (".git/HEAD", add_file, ".git/"),
        ("projects/notes.txt", add_file, "projects/notes.txt"),
        ("own", Path.mkdir, "own/"),
        ("index.html", add_link, "index.html"),
        ("latest", add_link, "latest"),
    ],
)
def test_a_foreign_file_in_a_site_of_ours_keeps_it_all(
    out: Path, path: str, add: Callable[[Path], None], named: str
) -> None:
    """What somebody put into a site is named, and the build is refused: nothing goes, nothing changes."""
    write(OLD, out)
    add(out / path)
    before = everything(out)
    with pytest.raises(BrokenRepository, match=f"did not write: {named}. Nothing was removed"):
        write(NEW, out)
    assert everything(out) == before


@pytest.mark.parametrize("name", [".DS_Store", "Thumbs.db", "desktop.ini", "projects/.DS_Store"])
def test_what_a_computer_leaves_in_a_folder_is_nobodys(out: Path, name: str) -> None:
    """Looking into a site with a file manager does not keep it from being built again."""
    write(OLD, out)
    (out / name).write_text("a view")
    write(NEW, out)
    assert list(foreign(out)) == []
    assert not (out / name).exists()


def test_a_site_without_a_list_of_its_files_is_refused(out: Path) -> None:
    """A mark of an earlier version says too little to take anything away by it."""
    out.mkdir()
    (out / MARK).write_text("socialvalue writes this folder. Each build replaces it whole: keep nothing else here.\n")
    (out / "index.html").write_text("old")
    with pytest.raises(BrokenRepository, match="lists no files"):
        write(NEW, out)
    assert (out / "index.html").read_text() == "old"


@pytest.mark.parametrize("kind", ["file", "link", "pipe", "folder"])
def test_a_mark_that_is_not_ours_says_nothing_about_a_folder(kind: str, out: Path) -> None:
    """Another program's `.socialvalue` makes no site of a folder; nobody is told to remove what lies in it."""
    out.mkdir()
    mark = out / MARK
    if kind == "file":
        mark.write_text("v1.2")
    elif kind == "link":
        mark.symlink_to("/nowhere")
    elif kind == "pipe":
        os.mkfifo(mark)
    else:
        mark.mkdir()
    with pytest.raises(BrokenRepository) as refused:
        write(NEW, out)
    assert "Remove" not in str(refused.value)
    assert "Nothing was removed" in str(refused.value)
    assert os.path.lexists(mark)
    assert list(foreign(out)) == [f"{MARK}/" if kind == "folder" else MARK]


@pytest.mark.parametrize("exchanging", [True, False])
def test_a_file_that_comes_while_the_site_is_swapped_is_kept(
    out: Path, work: Path, monkeypatch: pytest.MonkeyPatch, exchanging: bool
) -> None:
    """Put into the old site at the last moment, it is neither lost nor passed over in silence, then or later."""
    write(OLD, out)
    if not exchanging:
        monkeypatch.setattr(swap, "_exchanged", lambda new, out: False)
    flush = write_module.flush

    def meanwhile(folder: Path) -> None:
        (out / "late.txt").write_text("only copy")
        flush(folder)

    monkeypatch.setattr(write_module, "flush", meanwhile)
    with pytest.raises(BrokenRepository, match=r"late.txt, which came into the old one meanwhile"):
        write(NEW, out)
    assert (out / "index.html").read_bytes() == b"new"
    assert (work / "new" / "late.txt").read_text() == "only copy"
    monkeypatch.undo()
    with pytest.raises(BrokenRepository, match=r"did not write: late.txt"):
        write(OLD, out)
    (work / "new" / "late.txt").unlink()
    write(OLD, out)
    assert [path.name for path in work.iterdir()] == ["lock"]


def test_a_build_that_is_stopped_between_two_renames_brings_the_site_back(
    out: Path, work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Asked to stop while no folder is at the site's name, it puts the old one back itself."""
    write(OLD, out)
    monkeypatch.setattr(swap, "_exchanged", lambda new, out: False)
    rename = Path.rename

    def stopped(self: Path, target: Path) -> Path:
        if target == out and self.name == "new":
            raise SystemExit(143)
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", stopped)
    with pytest.raises(SystemExit):
        write(NEW, out)
    assert (out / "index.html").read_bytes() == b"old"
    assert [path.name for path in work.iterdir()] == ["lock"]


def test_a_work_folder_of_another_user_is_refused(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever owns the folder in which the site is made could slip another into it."""
    write(OLD, out)
    monkeypatch.setattr(os, "geteuid", lambda: 12345)
    with pytest.raises(BrokenRepository, match="belongs to somebody else"):
        write(NEW, out)
    assert (out / "index.html").read_bytes() == b"old"


def test_a_home_that_nobody_knows_is_no_traceback(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a container a user may have no home, and the folder that one works in may be gone."""

    def none() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "home", none)
    write(NEW, out)
    assert (out / "index.html").read_bytes() == b"new"


def test_room_on_the_disk_is_looked_at_before_anything_is_written(
    out: Path, work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk with one byte too few is told in megabytes, and the old site stands; one with just enough is taken."""
    write(OLD, out)
    needed = room.needed_bytes({**{path: len(content) for path, content in NEW.items()}, MARK: 6})
    assert needed == 3 * 4096 + 2 * 4096
    usage = room.shutil.disk_usage(out)
    monkeypatch.setattr(room.shutil, "disk_usage", lambda path: usage._replace(free=needed - 1))
    with pytest.raises(BrokenRepository, match=r"The site needs 1 MB and the disk of .* has 1 MB left"):
        write(NEW, out)
    assert (out / "index.html").read_bytes() == b"old"
    monkeypatch.setattr(room.shutil, "disk_usage", lambda path: usage._replace(free=needed))
    write(NEW, out)
    assert (out / "index.html").read_bytes() == b"new"
    assert [path.name for path in work.iterdir()] == ["lock"]


def test_a_disk_that_takes_no_more_files_is_told(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk may have room and no names left."""
    write(OLD, out)
    found = os.statvfs(out)

    class Full:
        f_files, f_favail = found.f_files or 1000, 2

    usage = room.shutil.disk_usage(out)
    monkeypatch.setattr(room.shutil, "disk_usage", lambda path: usage)
    monkeypatch.setattr(os, "statvfs", lambda path: Full)
    with pytest.raises(BrokenRepository, match=r"The site has 3 files and the disk of .* takes 2 more"):
        write(NEW, out)
