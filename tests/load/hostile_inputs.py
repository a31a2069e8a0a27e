"""What a pull request may throw at us: one change of one file each, and the rules that answer it. All invented."""

import os
from collections.abc import Callable
from pathlib import Path

from check.repository import GOOD, RETURN
from socialvalue.load import limits

HEADER = (GOOD / RETURN / "lines.csv").read_bytes().split(b"\n")[0]
LINES = (GOOD / RETURN / "lines.csv").read_bytes()
DESCRIPTOR = (GOOD / RETURN / "datapackage.json").read_bytes()
RECORDS = LINES.splitlines()[1:]
ROW = b"1,fw1,62.5,weeks,,,,,,,,self-reported,,,,,\n"


def lines(content: bytes) -> Callable[[Path], None]:
    return lambda folder: _put(folder / "lines.csv", content)


def descriptor(content: bytes) -> Callable[[Path], None]:
    return lambda folder: _put(folder / "datapackage.json", content)


def note(text: str) -> Callable[[Path], None]:
    row = ROW.rstrip(b"\n") + b'"' + text.replace('"', '""').encode("utf-8", "surrogatepass") + b'"\n'
    return lines(HEADER + b"\n" + row)


def beside(name: str, content: bytes = b"x") -> Callable[[Path], None]:
    return lambda folder: _put(folder / name, content)


def link(name: str, to: str) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        (folder / name).unlink(missing_ok=True)
        (folder / name).symlink_to(to)

    return change


def pipe(folder: Path) -> None:
    (folder / "lines.csv").unlink()
    os.mkfifo(folder / "lines.csv")


def sparse(size: int) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        with (folder / "lines.csv").open("r+b") as file:
            file.truncate(size)

    return change


def crowd(folder: Path) -> None:
    for number in range(limits.FOLDER_ENTRIES + 1):
        _put(folder / f"{number}.csv", b"x")


def deeper(folder: Path) -> None:
    for path in list(folder.iterdir()):
        _move(path, folder / folder.name / path.name)


def _move(path: Path, to: Path) -> None:
    to.parent.mkdir(exist_ok=True)
    path.rename(to)


def _put(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def replaced(old: bytes, new: bytes) -> Callable[[Path], None]:
    assert old in LINES
    return lines(LINES.replace(old, new, 1))


def said(old: bytes, new: bytes) -> Callable[[Path], None]:
    assert old in DESCRIPTOR
    return descriptor(DESCRIPTOR.replace(old, new, 1))


FILES = {
    "no lines": (lambda folder: (folder / "lines.csv").unlink(), "missing-file"),
    "lines by another name": (lambda folder: _move(folder / "lines.csv", folder / "Lines.CSV"), "other-name"),
    "everything one folder deeper": (deeper, "misplaced"),
    "no descriptor": (lambda folder: (folder / "datapackage.json").unlink(), "missing-file"),
    "an empty file": (lines(b""), "empty-file"),
    "blank lines alone": (lines(b"\n\n\n"), "empty-file"),
    "a PDF": (lines(b"%PDF-1.7\n%\xe2\xe3"), "other-format"),
    "a picture": (lines(b"\x89PNG\r\n\x1a\n\0\0"), "other-format"),
    "an Excel workbook": (lines(b"PK\x03\x04\x14\0\x06\0\x08\0xl/workbook.xml"), "other-format"),
    "an old Excel workbook": (lines(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "other-format"),
    "a zip archive": (lines(b"PK\x03\x04\x14\0\0\0\0\0data.csv"), "other-format"),
    "a gzip file": (lines(b"\x1f\x8b\x08\0\0\0\0\0"), "other-format"),
    "a web page": (lines(b"<!DOCTYPE html><html><body>404"), "other-format"),
    "UTF-16 with a mark": (lines(b"\xff\xfe" + LINES.decode().encode("utf-16-le")), "utf-16"),
    "UTF-16 without a mark": (lines(LINES.decode().encode("utf-16-be")), "utf-16"),
    "cp1252": (note("") and lines(LINES.replace(b"within 30", b"caf\xe9 30")), "not-utf-8"),
    "cp1252 after row 5,000": (lines(HEADER + b"\n" + ROW * 5_000 + ROW.replace(b"weeks", b"w\xe9")), "not-utf-8"),
    "cut in the middle of a letter": (lines(LINES + "é".encode()[:1]), "not-utf-8"),
    "an LFS pointer": (lines(b"version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n"), "lfs-pointer"),
    "a merge conflict": (lines(LINES.replace(b"1,fw1", b"<<<<<<< HEAD\n1,fw1", 1)), "merge-conflict"),
    "a link": (link("lines.csv", "/etc/passwd"), "link"),
    "a link to an endless device": (link("lines.csv", "/dev/zero"), "link"),
    "a link to nowhere": (link("lines.csv", "nowhere"), "link"),
    "a descriptor that is a link": (link("datapackage.json", "../2024-q1/datapackage.json"), "link"),
    "a link beside the files": (link("more.csv", "lines.csv"), "link"),
    "a pipe": (pipe, "not-a-file"),
    "1 GB": (sparse(1_000_000_000), "too-large"),
    "a crowd of files": (crowd, "too-many-entries"),
    "a web page beside": (beside("index.html", b"<script>"), "unlisted-file"),
    "a script beside": (beside("conftest.py"), "unlisted-file"),
    "a workbook beside": (beside("lines.xlsm"), "workbook"),
    "a configuration beside": (beside("mkdocs.yml"), "unlisted-file"),
    "a hidden file beside": (beside(".git/config"), "unlisted-file"),
    "another table beside": (beside("projects.csv", LINES), "unlisted-file"),
    "a name that turns round": (beside("a\u202egnp.csv"), "unlisted-file"),
    "a name that is a command": (beside("::error::x.csv"), "unlisted-file"),
}
ROWS = {
    "semicolons": (lines(LINES.replace(b",", b";")), "semicolons"),
    "tabs": (lines(LINES.replace(b",", b"\t")), "tabs"),
    "bars": (lines(LINES.replace(b",", b"|")), "bars"),
    "sep=,": (lines(b"sep=,\n" + LINES), "sep-line"),
    "a title above": (lines(b"Social value return, Q2\n" + LINES), "title-rows"),
    "two titles above": (lines(b"Social value return\n\n" + LINES), "title-rows"),
    "a quote that never closes": (lines(LINES + b'5,fw1,"60,weeks\n6,fw1\n'), "unclosed-quote"),
    "a quote inside a cell": (lines(LINES + b'5,fw1,"60"x,weeks\n'), "stray-quote"),
    "a ragged row": (lines(LINES + b"5,fw1\n"), "too-few-cells"),
    "a comma too many": (lines(LINES + ROW.replace(b"1,", b"5,", 1).replace(b"\n", b",\n")), "empty-columns"),
    "a cell too many": (lines(LINES + ROW.replace(b"1,", b"5,", 1).replace(b"\n", b",x\n")), "too-many-cells"),
    "a blank row": (lines(b"\n".join((HEADER, b"", *RECORDS))), "blank-row"),
    "empty columns at the right": (lines(b"\n".join((HEADER, *(r + b",," for r in RECORDS)))), "empty-columns"),
    "a comma in a number that is not in quotes": (replaced(b"31500.50", "£31,500.50".encode()), "split-number"),
    "a header alone": (lines(HEADER + b"\n"), "no-rows"),
    "a long cell": (note("x" * (limits.CELL_CHARACTERS + 1)), "long-cell"),
    "200,000 columns": (lines(b",".join(b"c%d" % n for n in range(200_000)) + b"\n1\n"), "too-many-columns"),
    "too many rows": (lines(HEADER + b"\n" + ROW * (limits.ROWS + 1)), "too-many-rows"),
    "no header": (lines(ROW), "no-header"),
}
CHARACTERS = {
    f"U+{ord(c):04X}": (note(f"a{c}b"), "hidden-character")
    for c in "\0\a\b\v\f\x1b\x7f\x85\u061c\u200b\u200e\u200f\u2028\u2029\u202a\u202e\u2066\u2069\ufeff\uffff\U000e0041"
}
NUMBERS = {
    text: (replaced(b"62.5", b'"' + text.encode() + b'"'), "plain-number")
    for text in (
        "£1,234.50",
        "1.234,50",
        "12%",
        "(5)",
        "−5",
        "5 hours",
        "#REF!",
        "N/A",
        "NaN",
        "Infinity",
        "-inf",
        "1e400",
        "9" * 400,
        "１２３",
        "١٢٣",
        "1_000",
        "1e3",
        "0x10",
        ".5",
        "5.",
        "+5",
        "007",
        "1.2345678",
        "two",
        "=1+1",
        "@SUM(A1)",
        "--5",
        "1 200",
        "1\u00a0200",
        "1,200",
        "12'000",
        "½",
        "²",
        "Ⅷ",
        "5-6",
        "1/2",
        "true",
        "None",
    )
} | {
    "-5": (replaced(b"62.5", b"-5"), "not-negative"),
    " 5": (replaced(b"62.5", b" 5"), "plain-number"),
    "nothing": (replaced(b"62.5", b""), "filled-in"),
    "half a head": (replaced(b"fte_years,24", b"fte_years,24.5"), "whole-number"),
}
NAMES = {
    "a homoglyph": (replaced(b"1,fw1", "1,fw１".encode()), "well-formed"),
    "a Cyrillic letter": (replaced(b"1,fw1", "1,fх1".encode()), "well-formed"),
    "a decomposed letter": (replaced(b"1,fw1", "1,fw\u0301".encode()), "well-formed"),
    "a no-break space": (replaced(b"1,fw1", "1,fw1\u00a0".encode()), "space-around"),
    "a padded key": (replaced(b",e1,", b",e1 ,"), "space-around"),
    "a joiner": (replaced(b"1,fw1", "1,fw\u200d1".encode()), "well-formed"),
    "a key twice": (lines(LINES + ROW), "unique-key"),
}
JSON = {
    "not JSON at all": (descriptor(b"hello"), "not-json"),
    "empty": (descriptor(b""), "empty-file"),
    "cut short": (descriptor(DESCRIPTOR[:200]), "not-json"),
    "a comment": (descriptor(b"// a comment\n" + DESCRIPTOR), "not-json"),
    "a comma too many": (descriptor(DESCRIPTOR.replace(b"\n}", b",\n}")), "not-json"),
    "a list": (descriptor(b"[]"), "not-json"),
    "NaN": (said(b'"1.0.0"', b"NaN"), "not-json"),
    "a number of 5,000 digits": (said(b'"1.0.0"', b"9" * 5_000), "not-json"),
    "a key twice": (said(b'"version"', b'"title": "x", "version"'), "key-twice"),
    "a key twice inside": (said(b'"start"', b'"start": "2024-01-01", "start"'), "key-twice"),
    "13 deep": (said(b'"1.0.0"', b"[" * 13 + b"]" * 13), "too-deep"),
    "10,000 deep": (said(b'"1.0.0"', b"[" * 10_000 + b"]" * 10_000), "too-deep"),
    "a lone surrogate": (said(b"1.0.0", b"1.0.0\\ud800"), "hidden-character"),
    "an escaped override": (said(b"(invented)", b"\\u202e"), "hidden-character"),
    "an escaped NUL": (said(b'"lines.csv"', b'"lines.csv\\u0000"'), "hidden-character"),
    "UTF-16": (descriptor(DESCRIPTOR.decode().encode("utf-16")), "utf-16"),
    "a merge conflict": (descriptor(DESCRIPTOR.replace(b'  "name"', b'<<<<<<< HEAD\n  "name"', 1)), "merge-conflict"),
    "an LFS pointer": (descriptor(b"version https://git-lfs.github.com/spec/v1\n"), "lfs-pointer"),
    "too large": (descriptor(DESCRIPTOR + b" " * limits.DESCRIPTOR_BYTES), "descriptor-too-large"),
    "no resources": (said(b'"resources"', b'"resource"'), "descriptor"),
    "nothing in it": (descriptor(b"{}"), "descriptor"),
} | {
    f"the path {path[:40]}": (said(b'"lines.csv"', path.encode()), "descriptor")
    for path in (
        '"/etc/passwd"', '"../lines.csv"', '"~/lines.csv"', '"$HOME/lines.csv"', '"file:///etc/passwd"', '""',
        '".git/config"', '"https://example.org/lines.csv"', '["lines.csv", "http://example.org/a.csv"]', "null", "5",
        '"sqlite:///lines.db"', '"postgresql://example.org/db"', '"lines.csv.zip"', '"lines.csv", "extrapaths": ["x"]',
        '"lines.csv", "schema": {"fields": []}', '"lines.csv", "schema": "https://example.org/s.json"',
        '"lines.csv", "dialect": {"commentChar": "1"}', '"lines.csv", "compression": "zip"', '"lines.xlsx"',
        '"lines.csv", "encoding": "utf-16"', '"lines.csv", "format": "xlsx"', '"lines.csv", "scheme": "http"',
    )
} | {
    f"the key {key}": (said(b'"version"', f'"{key}": {value}, "version"'.encode()), "descriptor")
    for key, value in (
        ("profile", '"https://example.org/p.json"'), ("schema", "{}"), ("__proto__", "{}"), ("$ref", '"x"'),
        ("sources", "[]"), ("Title", '"x"'), ("", '"x"'),
    )
} | {
    f"the name {name[:30]}": (said(b'"north-road-2024-q2"', f'"{name}"'.encode()), "descriptor")
    for name in ("../x", "a/b", "<b>x</b>", "x" * 5_000, "North-Road-2024-Q2", "north--road", "-x", "n\u043ert\u04bb")
}  # fmt: skip
EVERYTHING = {
    f"{kind}: {name}": value
    for kind, table in {
        "file": FILES, "row": ROWS, "character": CHARACTERS, "number": NUMBERS, "name": NAMES, "descriptor": JSON,
    }.items()
    for name, value in table.items()
}  # fmt: skip
