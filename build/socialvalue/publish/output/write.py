"""Write the site, alone in touching the disk. Readers see the whole old site or the whole new one."""

import errno
import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath

from socialvalue import system
from socialvalue.errors import BrokenRepository
from socialvalue.publish.output.mark import MARK, foreign, mark, marked, remove
from socialvalue.publish.output.room import refuse_too_full
from socialvalue.publish.output.swap import exchange, flush
from socialvalue.records.telling import Tell, silent

LOCK, NEW, OLD = "lock", "new", "old"
"""What lies in the folder that we work in."""
_PATH = re.compile(r"(?!.*(^|/)\.\.?(/|$))[^/\\\0\n]+(/[^/\\\0\n]+)*")
_NAMED = 3
"""How many foreign files are named."""
_ELSEWHERE = " Nothing was removed. Move that elsewhere, or choose another folder."


def write(files: Mapping[str, bytes], out: Path, spare: Sequence[Path] = (), tell: Tell = silent) -> None:
    """Replace the folder `out` by these files (path within the site -> content).

    A fresh folder is filled beside `out`, in a folder of our own, and swapped in whole, so whoever reads, and a build
    that is killed at any moment, finds the whole old site or the whole new one. What a killed build left behind is
    tidied by the next. A second build at the same time says through `tell` that it waits for the first. Folders in
    `spare`, such as the data, are never replaced. Nothing is removed that this program did not write, and no link is
    followed.

    Raises BrokenRepository, and leaves `out` as it was, if `out` holds anything else than a site that this program
    wrote, or if the disk is full or refuses.
    """
    _refuse_odd_paths(files)
    out = refuse_place(out, spare)
    with in_words(out):
        out.parent.mkdir(parents=True, exist_ok=True)
        work = _work(out)
        with system.locked(work / LOCK, lambda: tell(f"waiting for another build into {out}")):
            _recover(work, out)
            _refuse_foreign(out)
            _replace(files, work, out)


@contextmanager
def in_words(out: Path) -> Iterator[None]:
    """Say in a sentence why the disk refuses."""
    try:
        yield
    except OSError as failure:
        if failure.errno in (errno.ENOSPC, errno.EDQUOT):
            raise BrokenRepository(f"The disk is full. {out} is as it was. Make room and build again.") from failure
        raise BrokenRepository(f"{out} could not be written: {system.reason(failure)}. It is as it was.") from failure


def refuse_place(out: Path, spare: Sequence[Path] = ()) -> Path:
    """Refuse what `write` would refuse of its place, before there is anything to write; give its absolute path."""
    with in_words(out):
        out = _place(out)
        _refuse_spared(out, spare)
        _refuse_foreign(out)
    return out


def _place(out: Path) -> Path:
    """The absolute path of `out`, whose own name may be no link."""
    out = Path(os.path.abspath(out))  # noqa: PTH100  resolve() would follow a link
    if system.is_link(out):
        raise _refused(out, f"it is a link. Name the folder itself: {_target(out)}", "")
    try:
        return out.parent.resolve() / out.name
    except (OSError, RuntimeError) as error:
        raise _refused(out, "a link on the way to it leads back to itself") from error


def _target(link: Path) -> str:
    try:
        return str(link.resolve(strict=True))
    except (OSError, RuntimeError):
        return "this one leads nowhere"


def _refused(out: Path, why: str, mend: str = " Choose another folder.") -> BrokenRepository:
    return BrokenRepository(f"The site can't be written to {out}: {why}.{mend}")


def _refuse_odd_paths(files: Mapping[str, bytes]) -> None:
    odd = [path for path in files if not _PATH.fullmatch(path)]
    if odd:
        raise ValueError(f"not a path within the site: {odd[0]!r}")


def _refuse_spared(out: Path, spare: Sequence[Path]) -> None:
    """Refuse a folder whose loss would take more than the site with it, and one inside the data."""
    kept = [system.resolved(path) for path in spare]
    around = list(kept)
    for find in (Path.cwd, Path.home):
        with suppress(OSError, RuntimeError):  # the one is gone, or there is no other
            around.append(find().resolve())
    for path in around:
        if _lies_in(path, out):
            raise _refused(out, f"{path} lies in it")
    for path in kept:
        if _lies_in(out, path):
            raise _refused(out, f"it lies in {path}")
    for path in out.parents:
        if marked(path):
            raise _refused(out, f"it lies in a site, which each build replaces whole: {path}")


def _lies_in(path: Path, folder: Path) -> bool:
    """Whether `path` is `folder` or lies below it, also where a disk knows one folder by several names."""
    if path.is_relative_to(folder):
        return True
    with suppress(OSError):
        return any(each.exists() and each.samefile(folder) for each in (path, *path.parents))
    return False


def _refuse_foreign(out: Path) -> None:
    """Refuse what we did not write: a file, a link, a folder that holds more than its mark lists."""
    if system.is_link(out):
        raise _refused(out, "it is a link")
    if not out.exists():
        return
    if not out.is_dir():
        raise _refused(out, "it is a file")
    if not any(out.iterdir()):
        return
    if os.path.lexists(out / MARK) and not marked(out):
        raise _refused(out, f"its {MARK} is foreign, or of another version, and lists no files", _ELSEWHERE)
    found = list(foreign(out))
    if found:
        named = ", ".join(found[:_NAMED]) + (f" and {len(found) - _NAMED:,} more" if len(found) > _NAMED else "")
        raise _refused(out, f"it holds files that socialvalue did not write: {named}", _ELSEWHERE)


def _work(out: Path) -> Path:
    """The folder beside `out`, hence on the same disk, in which we work: made if need be, never a foreign one."""
    work = out.with_name(f".{out.name}{MARK}")
    if not system.is_link(work):
        with suppress(FileExistsError):
            work.mkdir()
            work.chmod(0o700)  # whatever the umask
    if system.is_link(work) or not work.is_dir():
        raise _refused(out, f"{work} is no folder of ours", _ELSEWHERE)
    strange = [path.name for path in work.iterdir() if path.name not in (LOCK, NEW, OLD)]
    if strange:
        raise _refused(out, f"{work} holds what socialvalue did not write: {strange[0]}", _ELSEWHERE)
    if hasattr(os, "geteuid") and work.stat().st_uid != os.geteuid():
        raise _refused(out, f"{work} belongs to somebody else", " Remove it, or choose another folder.")
    lock = work / LOCK
    if system.is_link(lock) or (lock.exists() and not lock.is_file()):
        raise _refused(out, f"{lock} is no file of ours", _ELSEWHERE)
    return work


def _recover(work: Path, out: Path) -> None:
    """Put right what a killed build left: a site that had stepped aside, or half a new one."""
    old, new = work / OLD, work / NEW
    if not system.is_link(old) and marked(old) and not out.exists():
        old.rename(out)
    for left in (old, new):
        _refuse_foreign(left)
        if left.exists():
            remove(left)


def _replace(files: Mapping[str, bytes], work: Path, out: Path) -> None:
    new = work / NEW
    sizes = {path: len(content) for path, content in files.items()}
    refuse_too_full({**sizes, MARK: len(mark(files))}, work, out)
    try:
        _fill(new, files)
        flush(new)
        exchange(new, out, aside=work / OLD)
    except BaseException:
        with suppress(OSError, BrokenRepository):  # what is left of half a new site is tidied by the next build
            _recover(work, out)
        raise
    if system.is_link(new):
        raise _refused(out, f"a link came into its place meanwhile, which is now {new}", _ELSEWHERE)
    try:
        left = remove(new) if new.exists() else []
    except OSError as failure:
        why = f"What is left of the old one could not be removed from {new}: {system.reason(failure)}"
        raise BrokenRepository(f"The new site is at {out}. {why}. The next build tries again.") from failure
    if left:
        said = f"{left[0]}, which came into the old one meanwhile, is in {new}"
        raise BrokenRepository(f"The new site is at {out}. {said}. Move it elsewhere before the next build.")


def _fill(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write the files with fixed modes, whatever the umask. The mark first: half a folder is ours too."""
    _make(folder)
    _write(folder / MARK, mark(files))
    for name in _folders(files):
        _make(folder / name)
    for path in sorted(files):
        _write(folder / path, files[path])


def _folders(paths: Iterable[str]) -> list[str]:
    """Every folder that these files need, each before what lies in it."""
    nearest = {PurePosixPath(path.rpartition("/")[0]) for path in paths}
    return sorted({str(folder) for each in nearest for folder in (each, *each.parents)} - {"."})


def _write(target: Path, content: bytes) -> None:
    with target.open("xb") as file:
        file.write(content)
    target.chmod(0o644)


def _make(folder: Path) -> None:
    folder.mkdir()
    folder.chmod(0o755)
