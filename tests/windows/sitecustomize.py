"""Hide from Python what Windows does not have, as far as the libraries run without it on this system.

It stands on the PYTHONPATH of a program that is to be tried as if it ran there.
"""

import os
import shutil
import signal
import subprocess  # knows its system by msvcrt, so it comes before that
import sys
import time
from types import ModuleType

import platformdirs.unix  # the library has another module for Windows

MODULES = ("fcntl", "grp", "pwd", "resource", "termios", "tty", "pty", "syslog")
FLAGS = ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_DIRECTORY", "O_SYNC", "O_NOCTTY", "O_DSYNC")
FUNCTIONS = (
    *("fchmod", "fchown", "chown", "lchown", "fork", "forkpty", "getuid", "geteuid", "getgid", "getegid", "getgroups"),
    *("statvfs", "fstatvfs", "sync", "mkfifo", "mknod", "nice", "setsid", "pathconf", "wait3", "killpg", "getpgid"),
    *("initgroups", "openpty", "posix_fallocate", "posix_fadvise", "sched_getaffinity", "chroot"),
)
SIGNALS = ("SIGHUP", "SIGQUIT", "SIGUSR1", "SIGUSR2", "SIGPIPE", "SIGALRM", "SIGXFSZ", "SIGCHLD")


class Locking(ModuleType):
    """msvcrt as far as a lock needs it. It says on standard error that it was asked."""

    LK_NBLCK = 2

    def locking(self, handle: int, mode: int, count: int) -> None:
        assert (mode, count) == (self.LK_NBLCK, 1)
        print("locked by msvcrt", file=sys.stderr)


def windows_strftime(form: str, *moment: object, known: object = time.strftime) -> str:
    """Dates too are written by it: the C library of Windows refuses what it does not know."""
    if "%-" in form or "%e" in form:
        raise ValueError("Invalid format string")
    return known(form, *moment)  # type: ignore[operator, no-any-return]


assert subprocess.Popen
assert platformdirs.unix
USAGE = shutil.disk_usage(".")
shutil.disk_usage = lambda path: USAGE  # Windows counts without statvfs
for name in MODULES:
    sys.modules[name] = None  # type: ignore[assignment]
for name in FLAGS + FUNCTIONS:
    if hasattr(os, name):
        delattr(os, name)
for name in SIGNALS:
    if hasattr(signal, name):
        delattr(signal, name)
sys.modules["msvcrt"] = Locking("msvcrt")
time.strftime = windows_strftime
