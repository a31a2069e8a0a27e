"""Fill in cells of a workbook as a person does, in its own XML: whatever it was written with stays as it was."""

import re
import zipfile
from collections.abc import Mapping
from html import escape
from pathlib import Path

from socialvalue.intake.answer.parts import Parts

Cell = str | float


def filled(book: bytes, path: Path, sheets: Mapping[str, Mapping[str, Cell]]) -> Path:
    """Write the workbook to `path` with these cells, by the names of sheets and cells; give the path."""
    path.write_bytes(book)
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    where = Parts(book).sheets()
    for name, cells in sheets.items():
        part = where[name]
        text = parts[part].decode()
        for cell, value in cells.items():
            text, count = re.subn(rf'<c r="{cell}"( s="\d+")?(?:/>|[^>]*>.*?</c>)', _cell(cell, value), text)
            assert count == 1, f"{name} has no cell {cell}"
        parts[part] = text.encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for part, content in parts.items():
            package.writestr(part, content)
    return path


def _cell(cell: str, value: Cell) -> str:
    if isinstance(value, str):
        return rf'<c r="{cell}"\1 t="inlineStr"><is><t>{escape(value)}</t></is></c>'
    return rf'<c r="{cell}"\1><v>{value}</v></c>'


def parts_of(book: bytes, path: Path) -> dict[str, str]:
    """The XML of a workbook, by the names of its parts."""
    path.write_bytes(book)
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name).decode("utf-8", "replace") for name in package.namelist()}
