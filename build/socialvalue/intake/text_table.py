"""Read a table of text as people save it: the usual marks between cells, the usual ways to write letters."""

import csv
import io
import re
from collections import Counter
from itertools import islice

from socialvalue.intake.limits import CELLS
from socialvalue.intake.looked import Refused
from socialvalue.intake.workbook import Sheet, Workbook
from socialvalue.load import formats
from socialvalue.load import limits as tables

MARKS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars"}
CONFLICT = re.compile(r"^(?:<{7}(?: .*)?|>{7}(?: .*)?|={7})\r?$", re.MULTILINE)
MIXED = re.compile(rb"[\xc2\xc3][\x80-\xbf]|\xe2[\x80-\x84][\x80-\xbf]")
"""Letters of UTF-8, in a text that isn't all UTF-8."""
UNENDED = re.compile("unexpected end of data|expected after")
SAMPLE = 40
"""Lines that are looked at for the mark between cells."""


def read_text_table(content: bytes, name: str) -> Workbook:
    """The table in `content`, as a workbook with one sheet.

    Raises:
        Refused: it is no table, or larger than a table may be. The message is about "it".
    """
    text, noticed = decoded(content)
    if not text.strip():
        raise Refused("is empty.")
    if conflict := CONFLICT.search(text):
        line = text.count("\n", 0, conflict.start()) + 1
        raise Refused(f"has a mark of a merge conflict in line {line:,}, so both sides are in it. Keep the right one, "
                      "and take the marks out.")  # fmt: skip
    first, _, rest = text.partition("\n")
    mark = first.strip().casefold().removeprefix("sep=") if first.casefold().startswith("sep=") else ""
    text, skipped = (rest, 1) if mark in MARKS else (text, 0)
    mark = mark if mark in MARKS else _mark(text)
    rows: list[list[str]] = [[]] * skipped
    rows += _rows(text, mark)
    sheet = name.rpartition(".")[0] or name
    return Workbook(name, f"a table with {MARKS[mark]}", (Sheet(sheet, rows, mark=MARKS[mark]),), noticed=noticed)


def decoded(content: bytes) -> tuple[str, list[str]]:
    """The text, and what should be known of how its letters were read."""
    if wide := formats.wide_encoding(content):
        codec = "utf-32" if wide == "UTF-32" else "utf-16"
        if not content.startswith((b"\xff\xfe", b"\xfe\xff")):
            codec = "utf-16-be" if content[:1] == b"\x00" else "utf-16-le"
        try:
            return content.decode(codec).removeprefix("\ufeff"), ["It was saved as Unicode text, and read as that."]
        except UnicodeDecodeError as error:
            raise Refused("is cut off, or holds letters that can't be read. Save it as CSV UTF-8.") from error
    try:
        return content.decode("utf-8-sig"), []
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    if MIXED.search(content):
        raise Refused("mixes letters of two kinds, UTF-8 and Windows (cp1252). Save it as CSV UTF-8.")
    if "\ufffd" in text or "\x00" in text:
        raise Refused("holds letters that can't be read. Save it as CSV UTF-8.")
    return text, ["Its letters are those of Windows (cp1252), and were read as that. Look at £ and é in names."]


def _mark(text: str) -> str:
    """The mark that most lines have, and the same number of times."""
    lines = [line for line in islice(text.splitlines(), SAMPLE) if line.strip()]
    counts = {mark: Counter(count for line in lines if (count := line.count(mark))) for mark in MARKS}
    agreed = {mark: found.most_common(1)[0] if found else (0, 0) for mark, found in counts.items()}
    return max(MARKS, key=lambda mark: (agreed[mark][1] * min(agreed[mark][0], 3), agreed[mark][0]))


def _rows(text: str, mark: str) -> list[list[str]]:
    csv.field_size_limit(tables.CELL_CHARACTERS)
    found: list[list[str]] = []
    cells = 0
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True):
            found.append(row)
            cells += len(row)
            if len(found) > tables.ROWS or cells > CELLS or len(row) > tables.COLUMNS:
                raise Refused(f"has more than {CELLS:,} cells, {tables.ROWS:,} rows or {tables.COLUMNS} columns.")
    except csv.Error as error:
        if UNENDED.search(str(error)):
            raise Refused(
                f"has a quotation mark in row {len(found) + 1:,} that doesn’t end a cell, so that the rows after it "
                "would be lost. Put in the mark that is missing, or take this one out."
            ) from error
        said = f"A cell of row {len(found) + 1:,} has more than {tables.CELL_CHARACTERS:,} characters"
        raise Refused(f"can't be read as a table. {said}, or a quotation mark is missing.") from error
    return found
