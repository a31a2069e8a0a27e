"""Where systems differ: open a file without following a link, hold a lock, end in order.

No other module may name fcntl, msvcrt or a flag of `os` that only some systems have.
"""

import atexit
import errno
import gc
import os
import re
import shutil
import signal
import stat
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from time import sleep
from types import FrameType
from typing import Any

try:
    import fcntl
    import resource
except ImportError:  # Windows
    fcntl = resource = None  # type: ignore[assignment]

POSIX = os.name == "posix"
"""Whether a folder can be opened, brought to the disk and exchanged for another."""
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_UNWAITED = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
"""The last is Windows': without it line ends would be changed in reading."""
_JUNCTIONS = (0xA000000C, 0xA0000003)
"""The kinds of reparse points that lead elsewhere: symbolic links and junctions. Files kept in a cloud are others."""
_WAIT_SECONDS = 0.1
_SELDOM = (50_000, 20, 50)
"""The thresholds of the collector of garbage, for work that keeps what it makes."""
_ASKED_TO_END = ("SIGTERM", "SIGHUP", "SIGBREAK")
STOPPED = 128
"""A program that a signal ended leaves with this and the signal's number."""


def reason(failure: OSError) -> str:
    """Why the system refused, in its words. Copying a folder fails with a list: the words of its first."""
    if isinstance(failure, shutil.Error) and failure.args and isinstance(failure.args[0], list):
        return re.sub(r"^\[Errno [0-9]+\] |: '.*$", "", str(failure.args[0][0][-1]))
    return failure.strerror or str(failure) or type(failure).__name__


def is_link(path: Path | str) -> bool:
    """Whether `path` is a link of any kind: Windows has junctions too, which lead elsewhere like links."""
    try:
        return _is_link(os.lstat(path))
    except OSError:
        return False


def resolved(path: Path) -> Path:
    """Where a path really leads. One whose links lead back to themselves stays: whoever opens it is told so."""
    return Path(os.path.realpath(path))  # Path.resolve() stops with an error there, another one for each Python


def links_elsewhere(entry: "os.DirEntry[str]") -> bool:
    """The same, of an entry of a folder."""
    return entry.is_symlink() or (not POSIX and _is_link(entry.stat(follow_symlinks=False)))


def _is_link(found: os.stat_result) -> bool:
    return stat.S_ISLNK(found.st_mode) or getattr(found, "st_reparse_tag", 0) in _JUNCTIONS


def open_plain(path: Path | str, flags: int = os.O_RDONLY, mode: int = 0o644, links: bool = False) -> int:
    """Open a file, never through a link unless `links`; give its descriptor. A device or a pipe is not waited for.

    Where the system cannot refuse links by itself, the file that was opened has to be the one that lies there.

    Raises:
        OSError: a link lies there (ELOOP), or it cannot be opened.
    """
    handle = os.open(path, flags | (_UNWAITED if links else _UNWAITED | _NO_LINK), mode)
    if not links and not _NO_LINK:
        there = os.lstat(path)
        if _is_link(there) or not os.path.samestat(there, os.fstat(handle)):
            os.close(handle)
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path))
    return handle


def write_whole(path: Path, content: bytes, links: bool = False) -> None:
    """Write a file, or leave what lies there as it is: its content goes beside it, to the disk, and takes its place.

    Where `links`, the file that a link leads to is meant. A device or a pipe is written to as it stands.

    Raises:
        OSError: a link lies there (ELOOP), nobody may write there, or the disk is full; it names the file.
    """
    if links:
        path = Path(os.path.realpath(path))
    if not is_link(path) and path.exists() and not path.is_file():
        path.write_bytes(content)
        return
    write_all({path: content})


def write_all(contents: Mapping[Path, bytes]) -> None:
    """Write several files that belong together, or none: all lie on the disk before the first takes its place.

    Raises:
        OSError: a link lies there (ELOOP), nobody may write there, or the disk is full; it names the file.
    """
    beside: dict[Path, Path] = {}
    try:
        for path, content in contents.items():
            beside[path] = path.with_name(f".{path.name}.{os.getpid()}.new")
            _to_the_disk(path, beside[path], content)
        for path, new in beside.items():
            new.replace(path)
    except OSError as failure:
        for new in beside.values():
            with suppress(OSError):
                new.unlink()
        raise OSError(failure.errno, failure.strerror or str(failure), str(path)) from failure
    for folder in {path.parent for path in contents}:
        sync_folder(folder)


def _to_the_disk(path: Path, beside: Path, content: bytes) -> None:
    """Write what is to take the place of `path`, for those who may read that."""
    if is_link(path):
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path))
    mode = stat.S_IMODE(path.stat().st_mode) if path.exists() else 0o666
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_LINK | getattr(os, "O_BINARY", 0), mode)
    with open(handle, "wb") as file:  # noqa: PTH123  an open file has no path
        file.write(content)
        file.flush()
        os.fsync(handle)


def sync_folder(folder: Path) -> None:
    """Return when the names in a folder are on the disk. Windows has no such call."""
    if not POSIX:
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def bound(seconds: int, memory: int) -> None:
    """Bound what this process may take of the processor, and of memory in bytes. Windows knows no such bound."""
    if resource:
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


@contextmanager
def locked(path: Path, waiting: Callable[[], None] = lambda: None) -> Iterator[None]:
    """Hold the lock file at `path`. Where another program has it, `waiting` is called, and it is waited for.

    The system lets go of it even when a program is killed.
    The file is never emptied, and stays: deleting it would let two programs each lock a file of their own.
    """
    handle = open_plain(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        if not _lock(handle):
            waiting()
            while not _lock(handle):
                sleep(_WAIT_SECONDS)
        yield
    finally:
        os.close(handle)


def _lock(handle: int) -> bool:
    """Try to lock an open file for this program alone."""
    try:
        if fcntl:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        else:
            import msvcrt

            locking: Any = msvcrt  # whose parts types know on Windows alone
            locking.locking(handle, locking.LK_NBLCK, 1)
    except (BlockingIOError, PermissionError):  # the one of POSIX, the one of Windows
        return False
    return True


@contextmanager
def ending_in_order() -> Iterator[None]:
    """Let a request to stop end the program as Ctrl+C does, so that it puts away what it laid on the disk.

    A second request while it does so is not heard. What was ignored from the start, as under nohup, stays so.
    """
    names = [name for name in _ASKED_TO_END if hasattr(signal, name)]
    before = {getattr(signal, name): signal.getsignal(getattr(signal, name)) for name in names}
    caught = [number for number, handler in before.items() if handler is signal.SIG_DFL]

    def end(number: int, frame: FrameType | None) -> None:
        for each in caught:
            signal.signal(each, signal.SIG_IGN)
        raise SystemExit(STOPPED + number)

    with suppress(ValueError):  # only the main thread of a program may catch signals
        for number in caught:
            signal.signal(number, end)
    try:
        yield
    finally:
        with suppress(ValueError):
            for number in caught:
                signal.signal(number, before[number])


@contextmanager
def seldom_collecting() -> Iterator[None]:
    """Look seldom for what is no longer used, and never in what is there already: for work that keeps what it makes.

    Reading, checking and valuing so take a tenth less of the processor, and drawing a site a fourteenth; both a
    hundredth more memory.
    """
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(*_SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()


def collect_seldom_from_now_on() -> None:
    """The same for a program that ends with its work: what is left then is given back whole, and not looked through."""
    gc.set_threshold(*_SELDOM)
    atexit.unregister(gc.freeze)
    atexit.register(gc.freeze)


@contextmanager
def temporary_folder(prefix: str) -> Iterator[Path]:
    """A folder that is gone afterwards, also where somebody asks the program to stop twice."""
    folder = Path(tempfile.mkdtemp(prefix=prefix))
    try:
        yield folder
    finally:
        before = {}
        with suppress(ValueError):
            for number in _stops():
                before[number] = signal.signal(number, signal.SIG_IGN)
        shutil.rmtree(folder, ignore_errors=True)
        for number, handler in before.items():
            signal.signal(number, handler)


def _stops() -> list[signal.Signals]:
    """The requests to stop that this system knows."""
    return [getattr(signal, name) for name in ("SIGINT", *_ASKED_TO_END) if hasattr(signal, name)]
