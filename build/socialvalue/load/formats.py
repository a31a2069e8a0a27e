"""Tell what a file really is by how it begins, so that an officer is told so by name."""

import re

BEGINNINGS = (
    (b"%PDF-", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\xd0\xcf\x11\xe0", "an old Excel or Word file"),
    (b"\x1f\x8b", "a compressed file"),
    (b"BZh", "a compressed file"),
    (b"\xfd7zXZ", "a compressed file"),
    (b"7z\xbc\xaf", "a compressed file"),
    (b"{\\rtf", "a Word file"),
    (b"SQLite format 3\x00", "a database"),
    (b"PAR1", "a Parquet file"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
)
ANY = tuple(start for start, _ in BEGINNINGS)
WORKBOOKS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
"""How the names of workbooks end."""
ZIPPED = (
    (b"xl/", "an Excel workbook"),
    (b"word/", "a Word file"),
    (b"opendocument.spreadsheet", "an OpenDocument spreadsheet"),
)
WEB_PAGE = re.compile(rb"\s*(<!doctype html|<html|<\?xml|<svg)", re.IGNORECASE)
WIDE = ((b"\xff\xfe\x00\x00", "UTF-32"), (b"\xff\xfe", "UTF-16"), (b"\xfe\xff", "UTF-16"))
LFS_POINTER = b"version https://git-lfs.github.com/spec/"
BEGINNING_BYTES = 4_096


def other_format(content: bytes) -> str:
    """What the file is if it is no text file, as in "a PDF"; empty for what may be text."""
    if content.startswith(ANY):
        return next(name for start, name in BEGINNINGS if content.startswith(start))
    if content.startswith(b"PK\x03\x04"):
        return next((name for mark, name in ZIPPED if mark in content[:BEGINNING_BYTES]), "a zip archive")
    return "a web page" if WEB_PAGE.match(content[:BEGINNING_BYTES]) else ""


def wide_encoding(content: bytes) -> str:
    """UTF-16 or UTF-32 where the text is written in it; empty otherwise."""
    for start, name in WIDE:
        if content.startswith(start):
            return name
    beginning = content[:BEGINNING_BYTES]
    return "UTF-16" if beginning and beginning.count(b"\x00") > len(beginning) // 4 else ""
