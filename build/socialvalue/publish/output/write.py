"""Write the site, alone in touching the disk. Readers see the whole old site or the whole new one."""

import errno
import fcntl
import os
import re
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from socialvalue.errors import BrokenRepository
from socialvalue.publish.output.swap import exchange, flush

MARKER = ".socialvalue"
_MARK = b"socialvalue writes this folder. Each build replaces it whole: keep nothing else here.\n"
_PATH = re.compile(r"(?!.*(^|/)\.\.?(/|$))[^/\\\0]+(/[^/\\\0]+)*")


def write(files: Mapping[str, bytes], out: Path, spare: Sequence[Path] = ()) -> None:
    """Replace the folder `out` by these files (path within the site -> content).

    A fresh folder is filled beside `out` and swapped in whole, so whoever reads, and a build that is killed
    at any moment, finds the whole old site or the whole new one. What a killed build left behind is tidied
    by the next. A second build at the same time waits for the first. Folders in `spare`, such as the data,
    are never replaced.

    Raises BrokenRepository, and leaves `out` as it was, if `out` is not a site that this program wrote, or
    if the disk is full or refuses.
    """
    out = out.resolve()
    _refuse_odd_paths(files)
    _refuse_foreign(out, spare)
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        with _alone(_beside(out, "lock")):
            _recover(out)
            _replace({**files, MARKER: _MARK}, out)
    except OSError as failure:
        if failure.errno in (errno.ENOSPC, errno.EDQUOT):
            raise BrokenRepository(f"The disk is full. {out} is as it was. Make room and build again.") from failure
        raise BrokenRepository(f"{out} could not be written: {failure.strerror}. It is as it was.") from failure


def _beside(out: Path, what: str) -> Path:
    """A name in the same folder, hence on the same disk: site.new, site.old, site.lock."""
    return out.with_name(f"{out.name}.{what}")


def _refuse_odd_paths(files: Mapping[str, bytes]) -> None:
    odd = [path for path in files if not _PATH.fullmatch(path)]
    if odd:
        raise ValueError(f"not a path within the site: {odd[0]!r}")


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    """Hold the lock file, waiting for whoever has it. The system lets go of it even when a build is killed.

    The file itself stays: deleting it would let two later builds each lock a file of their own.
    """
    with lock.open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield


def _recover(out: Path) -> None:
    """Put right what a killed build left: a site that had stepped aside, or half a new one."""
    old = _beside(out, "old")
    if old.exists() and not out.exists():
        old.rename(out)
    for left in (old, _beside(out, "new")):
        if left.exists():
            _refuse_foreign(left, ())
            _remove(left)


def _refuse_foreign(out: Path, spare: Sequence[Path]) -> None:
    """Refuse a folder that we did not write, or whose loss would take more than the site with it."""
    why = ""
    for kept in (Path.cwd(), Path.home(), *(path.resolve() for path in spare)):
        if kept.is_relative_to(out):
            why = f"{kept} lies in it"
    for kept in spare:
        if out.is_relative_to(kept.resolve()):
            why = f"it lies in {kept}"
    if out.exists() and not out.is_dir():
        why = "it is a file"
    elif out.is_dir() and not (out / MARKER).is_file() and any(out.iterdir()):
        why = "it holds files that socialvalue did not write"
    if why:
        raise BrokenRepository(f"The site can't be written to {out}: {why}. Choose another folder.")


def _replace(files: Mapping[str, bytes], out: Path) -> None:
    new = _beside(out, "new")
    try:
        _fill(new, files)
        flush(new)
        exchange(new, out, aside=_beside(out, "old"))
    finally:
        # Now the old site, or half of the new one where something went wrong.
        with suppress(OSError):  # what is left is tidied by the next build
            _remove(new)


def _fill(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write the files with fixed modes, whatever the umask. The marker first: half a folder is ours too."""
    _make(folder)
    made = {folder}
    for path in sorted(files, key=lambda path: (path != MARKER, path)):
        target = folder / path
        for parent in reversed(target.relative_to(folder).parents[:-1]):
            if folder / parent not in made:
                _make(folder / parent)
                made.add(folder / parent)
        with target.open("xb") as file:
            file.write(files[path])
            os.fchmod(file.fileno(), 0o644)


def _remove(folder: Path) -> None:
    """Remove a folder of ours, its marker last: killed half-way, the rest is still known as ours."""
    for path in folder.iterdir():
        if path.name != MARKER:
            shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()
    (folder / MARKER).unlink(missing_ok=True)
    folder.rmdir()


def _make(folder: Path) -> None:
    folder.mkdir()
    folder.chmod(0o755)
