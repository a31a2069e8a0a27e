"""Open a file of the repository: a plain file, inside its folder, within the limits, as UTF-8 text."""

import os
import stat
from pathlib import Path

from socialvalue.records import Trouble


def read_text(path: Path, name: str, limit: int) -> str | Trouble:
    """The text of a plain file, without a byte order mark, or the trouble that it is.

    A link is never followed and a device never opened. `name` is what the trouble calls the file.
    """
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | getattr(os, "O_CLOEXEC", 0))
    except FileNotFoundError:
        return Trouble("missing-file", name)
    except OSError:
        return Trouble("link" if path.is_symlink() else "not-readable", name)
    with os.fdopen(handle, "rb") as file:
        found = os.fstat(file.fileno())
        if not stat.S_ISREG(found.st_mode):
            return Trouble("not-a-file", name)
        if found.st_size > limit:
            return Trouble("too-large", name, detail=str(limit))
        content = file.read(limit + 1)
    if len(content) > limit:
        return Trouble("too-large", name, detail=str(limit))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = content.count(b"\n", 0, error.start) + 1
        return Trouble("not-utf-8", name, row=row)
