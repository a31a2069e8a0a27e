"""Open a file of the repository: a plain file, inside its folder, within the limits, as UTF-8 text."""

import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path

from socialvalue import system
from socialvalue.load import characters, formats
from socialvalue.records import Trouble

CONFLICT = re.compile(r"^(<{7} |>{7} )", re.MULTILINE)
MARK = re.compile(r'[",]|\r\n|\r|\n')
LINE_END_OR_QUOTE = re.compile(r'"|\r\n|\r|\n')


def read_text(path: Path | str, name: str, limit: int, owner: str = "") -> str | Trouble:
    """The text of a plain file, without a byte order mark, or the trouble that it is.

    A link is never followed and a device never opened. `name` is what the trouble calls the file.
    """
    content = _content(path, name, limit, owner)
    return content if isinstance(content, Trouble) else _text(content, name, owner)


def hidden_characters(text: str, name: str, owner: str) -> Iterator[Trouble]:
    """A trouble for each hidden character in the text of a file, with its row and, as the number of it, its cell."""
    row, cell, inside, at = 1, 0, False, 0
    for found in characters.hidden(text):
        for mark in MARK.finditer(text, at, found.start()):
            if mark.group() == '"':
                inside = not inside
            elif not inside and mark.group() == ",":
                cell += 1
            elif not inside:
                row, cell = row + 1, 0
        at = found.start()
        point = characters.code_point(found.group())
        yield Trouble("hidden-character", name, owner, row, column=str(cell), detail=point)


def rows_in(text: str, start: int, end: int) -> int:
    """How many rows end between two places of CSV text. Line ends inside quotes do not count."""
    inside, rows = text.count('"', 0, start) % 2 == 1, 0
    for found in LINE_END_OR_QUOTE.finditer(text, start, end):
        if found.group() == '"':
            inside = not inside
        else:
            rows += not inside
    return rows


def _content(path: Path | str, name: str, limit: int, owner: str) -> bytes | Trouble:
    try:
        handle = system.open_plain(path)
    except FileNotFoundError:
        return Trouble("link" if system.is_link(path) else "missing-file", name, owner)
    except OSError:
        return Trouble("link" if system.is_link(path) else "not-readable", name, owner)
    try:
        found = os.fstat(handle)
        if not stat.S_ISREG(found.st_mode):
            return Trouble("not-a-file", name, owner)
        if found.st_size > limit:
            return Trouble("too-large", name, owner, value=f"{found.st_size:,}", detail=f"{limit:,}")
        content = os.read(handle, found.st_size + 1)
    finally:
        os.close(handle)
    changed = len(content) != found.st_size  # somebody writes to it now, or the disk gave up half-way
    return Trouble("not-readable", name, owner) if changed else content


def _text(content: bytes, name: str, owner: str) -> str | Trouble:
    if content.startswith(formats.LFS_POINTER):
        return Trouble("lfs-pointer", name, owner)
    if found := formats.other_format(content):
        return Trouble("other-format", name, owner, detail=found)
    if found := formats.wide_encoding(content):
        return Trouble("utf-16", name, owner, detail=found)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        meant = content[error.start : error.start + 1].decode("cp1252", errors="replace")
        row = rows_in(content.decode("latin-1"), 0, error.start) + 1
        return Trouble("not-utf-8", name, owner, row, detail=meant)
    if ("<<" in text or ">>" in text) and (conflict := CONFLICT.search(text)):
        line = text.count("\n", 0, conflict.start()) + 1
        return Trouble("merge-conflict", name, owner, line, value=conflict.group().strip())
    return text
