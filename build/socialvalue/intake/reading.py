"""Read a file of any kind that a return may come in, for its values alone: nothing in it is run, no link followed."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from socialvalue import system
from socialvalue.errors import BrokenRepository
from socialvalue.intake import guard_ods, guard_xlsx, limits
from socialvalue.intake.amounts import amount
from socialvalue.intake.guard import looked_at
from socialvalue.intake.looked import Looked, Refused, SheetLook
from socialvalue.intake.text_table import read_text_table
from socialvalue.intake.workbook import Place, Sheet, Workbook, shown
from socialvalue.load import formats

RAISED = re.compile(r"\[superscript [^\]]*\]")
DIGIT = re.compile(r"\d")
FIGURE = re.compile(r"(?<![^\W_])\d")
"""A number that is none of a code such as le1."""
PACKAGED = b"PK\x03\x04"
OLD = b"\xd0\xcf\x11\xe0"
LOCKED = "EncryptedPackage".encode("utf-16-le")
PATIENCE = 5
"""How many times its seconds of work the reader may take while other programs have the machine."""
KINDS = {".xls": "an old Excel workbook"}
DAMAGED = "is damaged, or is no workbook. Open it, save it as .xlsx and try once more."


def is_workbook(path: Path) -> bool:
    """Whether a file is a workbook by how it begins, whatever it is called."""
    try:
        with path.open("rb") as file:
            beginning = file.read(formats.BEGINNING_BYTES)
    except OSError:
        return False
    if beginning.startswith(OLD):
        return True
    marks = (b"xl/", b"opendocument.spreadsheet", b"[Content_Types].xml")
    return beginning.startswith(PACKAGED) and any(mark in beginning for mark in marks)


def read_file(path: Path) -> Workbook:
    """Read a workbook (.xlsx, .xlsm, .xlsb, .ods, .xls) or a table of text (commas, semicolons, tabs; any encoding).

    Raises:
        BrokenRepository: it is not there, can't be read, or can't be read safely. The message says what to do.
    """
    name = shown(path.name, 80)
    try:
        content = _content(path, name)
        if content.startswith(PACKAGED):
            return _workbook(content, name, looked_at(content))
        if content.startswith(OLD):
            if LOCKED in content:
                raise Refused("is locked with a password. Take the password off, then try once more.")
            return _workbook(content, name, _old())
        if other := formats.other_format(content):
            raise Refused(f"is {other}, not a table. Save the table as .xlsx or as CSV UTF-8.")
        return read_text_table(content, name)
    except Refused as refused:
        raise BrokenRepository(f"{name} {refused}") from refused


def _old() -> Looked:
    said = (
        "It is an old .xls: hidden rows, notes on cells, and cells with an error (#REF!), can't be told in it. "
        "Look for them, or save it as .xlsx."
    )
    return Looked(KINDS[".xls"], noticed=[said])


def _content(path: Path, name: str) -> bytes:
    if not path.is_file():  # a pipe would never end, and a folder is none
        raise BrokenRepository(f"{name} is not a file, or is not there. Give the path of a workbook or a CSV.")
    try:
        handle = system.open_plain(path, links=True)
    except OSError as error:
        raise BrokenRepository(f"{name} could not be opened: {system.reason(error)}.") from error
    with os.fdopen(handle, "rb") as file:
        content = file.read(limits.FILE_BYTES + 1)
    if len(content) > limits.FILE_BYTES:
        raise Refused(f"is larger than {limits.FILE_BYTES // 1_000_000} MB. Take out the pictures and other sheets.")
    return content


def _workbook(content: bytes, name: str, looked: Looked) -> Workbook:
    read = _in_a_child(content)
    looks = _looks(looked, [sheet["name"] for sheet in read])
    sheets = tuple(_sheet(each, looks.get(each["name"], SheetLook())) for each in read)
    held = content if looked.kind == guard_xlsx.KIND else b""
    tells = looked.kind in (guard_xlsx.KIND, guard_ods.KIND)
    return Workbook(name, looked.kind, sheets, looked.properties, held, tells, tuple(looked.noticed))


def _looks(looked: Looked, names: Sequence[str]) -> Mapping[str, SheetLook]:
    """What was seen of each sheet, by its name; by its place where the package tells no names."""
    if not looked.order:
        return looked.sheets
    return {name: looked.sheets[part] for name, part in zip(names, looked.order, strict=False)}


def _sheet(read: Mapping[str, Any], look: SheetLook) -> Sheet:
    rows: list[list[str]] = read["rows"]
    for (row, column), text in [*look.errors.items(), *look.unsaved.items()]:
        if not (0 < row <= limits.ROWS and 0 < column <= limits.COLUMNS):
            continue
        rows.extend([] for _ in range(row - len(rows)))
        rows[row - 1].extend([""] * (column - len(rows[row - 1])))
        rows[row - 1][column - 1] = text
    stored = _shown(rows, look)
    _mark(rows, look)
    return replace(
        Sheet(read["name"], rows, read["hidden"]),
        hidden_rows=frozenset(look.hidden_rows),
        hidden_columns=frozenset(look.hidden_columns),
        merged={(top, left): (bottom, right) for top, left, bottom, right in read["merged"]},
        unsaved=frozenset(look.unsaved),
        formulas=frozenset(look.formulas),
        stored=stored,
        notes=look.notes,
    )


def _shown(rows: list[list[str]], look: SheetLook) -> Mapping[Place, str]:
    """Write what cells show in place of the numbers that they hold, and give those."""
    stored: dict[Place, str] = {}
    for (row, column), form in look.formats.items():
        if _is_in(rows, (row, column)):
            number = rows[row - 1][column - 1]
            if text := form.shown(number):
                rows[row - 1][column - 1], stored[row, column] = text, number
    return stored


def _is_in(rows: Sequence[Sequence[str]], at: Place) -> bool:
    return 0 < at[0] <= len(rows) and 0 < at[1] <= len(rows[at[0] - 1])


def _mark(rows: list[list[str]], look: SheetLook) -> None:
    """Say in figures what of them is raised or struck out: then they are asked about."""
    for row, column in filter(partial(_is_in, rows), look.struck):
        if FIGURE.search(text := rows[row - 1][column - 1]) and amount(text).number:
            rows[row - 1][column - 1] = f"[struck out {text}]"
    for (row, column), text in look.marked.items():
        if not _is_in(rows, (row, column)):
            continue
        is_figure = DIGIT.search(RAISED.sub("", text)) and amount(rows[row - 1][column - 1]).number
        rows[row - 1][column - 1] = text if is_figure else rows[row - 1][column - 1]


def _in_a_child(content: bytes) -> list[dict[str, Any]]:
    """The sheets, read by a process of its own that may take so much memory and time and no more."""
    most = map(str, (limits.SECONDS, limits.MEMORY_BYTES, limits.TEXT_CHARACTERS))
    command = [sys.executable, "-m", "socialvalue.intake.calamine_child", *most]
    try:
        done = subprocess.run(  # noqa: S603 - our own program, and nothing of the file in its words
            command, input=content, capture_output=True, timeout=limits.SECONDS * PATIENCE, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise Refused("takes too long to read. Keep the sheets that belong to the return alone.") from error
    try:
        answer: dict[str, Any] = json.loads(done.stdout)
    except ValueError as error:
        raise Refused("takes more memory or time to read than a workbook for a return does. "
                      "Copy the table into a new workbook.") from error  # fmt: skip
    if answer.get("wrong") == "password":
        raise Refused("is locked with a password. Take the password off, then try once more.")
    if answer.get("wrong") == "text":
        raise Refused("holds more text than a workbook for a return does. Keep the sheets that belong to it alone.")
    if "wrong" in answer:
        raise Refused(DAMAGED)
    sheets: list[dict[str, Any]] = answer["sheets"]
    return sheets
