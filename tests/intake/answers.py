"""What stands in an answer: the parts of its file, and the things on its first sheet."""

import zipfile
from collections.abc import Sequence
from io import BytesIO

from socialvalue.intake.answer.first_sheet import FIRST
from socialvalue.intake.workbook import Workbook


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def first_of(book: Workbook) -> list[Sequence[str]]:
    """The rows of the first sheet from its first thing on: number, kind, what, what to do, answer, where."""
    return [row for row in book.sheets[0].rows[FIRST - 1 :] if row and row[0].isdigit()]
