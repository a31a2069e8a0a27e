"""Some hundred ways to break a return, made by putting each payload into each place. Everything here is invented.

An attack changes the folder of one good return. It names the rule that must answer, or none where it must pass.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from check.repository import GOOD, RETURN
from hostile.payloads import ADDRESSES, HIDDEN, PAYLOADS

Change = Callable[[Path], None]
FILES = {name: (GOOD / RETURN / name).read_bytes() for name in ("lines.csv", "evidence.csv", "datapackage.json")}


@dataclass(frozen=True)
class Attack:
    """What is done to the folder of a return, and the rule that must answer: empty where it must pass."""

    name: str
    change: Change
    rule: str


def attacks() -> Mapping[str, tuple[Attack, ...]]:
    """Every attack, each with a name of its own, by what is attacked."""
    found = {
        "cells": _cells(),
        "hidden characters": _hidden(),
        "the descriptor": _descriptors(),
        "encodings": _encodings(),
        "formats": _formats(),
        "headers": _headers(),
        "the folder": _beside(),
    }
    return {place: tuple(each) for place, each in found.items()}


TEXT = {"lines.csv": ("local_definition", "derivation", "public_note"), "evidence.csv": ("title", "note")}
"""Columns that hold words as they are: there a payload is harmless, and passes."""
CELLS = {
    "lines.csv": {
        **dict.fromkeys(("line", "headcount"), "whole-number"),
        **dict.fromkeys(("measure", "unit", "area", "local_area_set", "organisation", "evidence"), "well-formed"),
        "quantity": "plain-number",
        "part_of": "well-formed",
        **dict.fromkeys(("bound", "tier", "status", "confidence"), "one-of-the-words"),
    },
    "evidence.csv": {
        **dict.fromkeys(("evidence", "dated", "source", "link", "sha256", "checked_by"), "well-formed"),
        "kind": "one-of-the-words",
        "checked_on": "real-day",
    },
}
NUMBERS = (
    "1e400",
    "NaN",
    "Infinity",
    "-inf",
    "9" * 400,
    "１２３",
    "١٢٣",
    "1_000",
    "0x10",
    "(5)",
    "−5",
    "12%",
    "£5",
    "1,0",
)
DAYS = ("45382", "01/04/2024", "2024-02-30", "２０２４-01-01", "2024-1-1", "31 March 2024", "20240331", "9" * 20)
NAMES = (
    "nórth",
    "nоrth",
    "ｎorth",
    "no\u0301rth",
    "a\u200db",
    "A",
    "a--b",
    "-a",
    "../a",
    "a/b",
    "a.csv",
    "a" * 61,
    "con ",
)
OF_KIND = {"plain-number": NUMBERS, "whole-number": (*NUMBERS, "2.5"), "real-day": DAYS, "well-formed": NAMES}
OTHER_RULES = {("well-formed", "a" * 61): "too-long", ("well-formed", "con "): "space-around"}
LENGTHLESS = ("unit", "area", "part_of", "dated", "link", "sha256")
"""Columns whose form leaves no room for a long name."""


def _cells() -> Iterator[Attack]:
    """Each payload in each kind of column."""
    for file, columns in CELLS.items():
        for column, rule in columns.items():
            for payload in (
                "<script>window.ran=1</script>",
                "=HYPERLINK(1)",
                "::error::x",
                "{{ 7*7 }}",
                "%0A::error::x",
            ):
                yield _cell(file, column, payload, rule)
            for payload in OF_KIND.get(rule, ()):
                long = payload == "a" * 61 and column in LENGTHLESS
                answer = rule if long else OTHER_RULES.get((rule, payload), rule)
                if not (long and column == "unit"):
                    yield _cell(file, column, payload, answer)
            yield _cell(file, column, "x" * 10_001, "long-cell")
    for file, names in TEXT.items():
        for column in names:
            yield from (_cell(file, column, payload, "") for payload in PAYLOADS)
            yield _cell(file, column, "x" * 2_001, "too-long")
            yield _cell(file, column, " x", "space-around")
    for address in (text for text in ADDRESSES[:-2] if text.isprintable()):
        rule = (
            "hidden-character" if "\t" in address else "well-formed" if address == address.strip() else "space-around"
        )
        yield _cell("evidence.csv", "link", address, rule)


def _cell(file: str, column: str, payload: str, rule: str) -> Attack:
    rows = FILES[file].decode().splitlines()
    cells = [f'"{cell}"' for cell in _split(rows[1])]
    cells[rows[0].split(",").index(column)] = '"' + payload.replace('"', '""') + '"'
    content = "\n".join([rows[0], ",".join(cells), *rows[2:]]) + "\n"
    return Attack(f"{file}, {column}: {payload[:40]!a}", _writing(file, content.encode()), rule)


def _split(row: str) -> list[str]:
    """The cells of a row of the good return, where a comma in quotes is one of the words "kept by the builder"."""
    return [cell.strip('"') for cell in row.replace(", kept", " kept").split(",")]


def _hidden() -> Iterator[Attack]:
    """Characters that cannot be seen, in each file."""
    points = (0, 1, 7, 8, 0xB, 0xC, 0x1B, 0x7F, 0x85, 0x9B, 0xAD, 0x61C, 0x200B, 0x200E, 0x200F, 0x2028, 0x2029)
    points += (0x202A, 0x202B, 0x202D, 0x202E, 0x2060, 0x2066, 0x2067, 0x2069, 0xFEFF, 0xFFFE, 0xFFFF, 0xE0041)
    texts = [chr(point) for point in points] + [text for text in HIDDEN if "\t" not in text]
    for text in texts:
        for file, old in (("lines.csv", b"within"), ("evidence.csv", b"Audit"), ("datapackage.json", b"(invented)")):
            content = FILES[file].replace(old, text.encode().replace(b'"', b"") + old, 1)
            yield Attack(f"{file}: {text!a}", _writing(file, content), "hidden-character")


PATHS = (
    *("/etc/passwd", "../lines.csv", "~/lines.csv", "$HOME/lines.csv", "file:///etc/passwd", "", ".git/config", "."),
    *("https://evil.invalid/lines.csv", "sqlite:///lines.db", "postgresql://evil.invalid/db", "lines.csv.zip", "C:\\a"),
    *("lines.csv#x", "s3://bucket/lines.csv", "\\\\host\\share", "LINES.CSV", "lines.csv ", "%2e%2e/lines.csv"),
)
KEYS: tuple[tuple[str | int, ...], ...] = (
    *(("name",), ("project",), ("framework",), ("period", "start"), ("period", "end"), ("$schema",), ("basis",)),
    *(("resources", 0, "path"), ("resources", 0, "name"), ("supersedes",), ("resources", 0, "mediatype")),
    *(("resources", 0, "encoding"), ("version",)),
)
UNKNOWN = (
    "schema",
    "dialect",
    "extrapaths",
    "compression",
    "profile",
    "sources",
    "hash",
    "__proto__",
    "$ref",
    "scheme",
)
VALUES: tuple[Any, ...] = (
    *(
        "https://evil.invalid/x.json",
        "../x.json",
        {"fields": []},
        {"commentChar": "1"},
        ["https://evil.invalid"],
        None,
        1,
    ),
)


def _descriptors() -> Iterator[Attack]:
    """Each path in each key of the descriptor, each key that is not ours, and values of every other type."""
    for key in KEYS:
        for value in (*PATHS, None, True, 1, 1.5, [], {}, ["lines.csv", "https://evil.invalid"], "x" * 5_000):
            yield Attack(f"{key}: {str(value)[:40]}{type(value).__name__}", _setting(key, value), "descriptor")
    for place in ((), ("resources", 0), ("period",), ("submitted_by",)):
        for name in UNKNOWN:
            for value in VALUES:
                yield Attack(f"{(*place, name)}: {value}", _setting((*place, name), value), "descriptor")
    many = [{"name": "lines", "path": "lines.csv"}] * 1_000
    yield Attack("1,000 resources", _setting(("resources",), many), "descriptor")


def _setting(key: tuple[str | int, ...], value: Any) -> Change:
    def change(folder: Path) -> None:
        path = folder / "datapackage.json"
        descriptor = json.loads(path.read_text(encoding="utf-8"))
        holder = descriptor
        for step in key[:-1]:
            holder = holder[step]
        holder[key[-1]] = value
        path.write_text(json.dumps(descriptor), encoding="utf-8")

    return change


def _encodings() -> Iterator[Attack]:
    """Each file in each encoding that is not ours, and in ours as every program writes it."""
    for file, content in FILES.items():
        text = content.decode()
        for encoding in ("utf-16", "utf-16-le", "utf-16-be", "utf-32"):
            yield Attack(f"{file} in {encoding}", _writing(file, text.encode(encoding)), "utf-16")
        for odd in (b"\x80", b"\xe9", b"\xff", b"\xc3\x28", b"\xed\xa0\x80", b"\xf8\x88\x80\x80\x80", b"\xc0\xaf"):
            at = len(content) // 2
            yield Attack(f"{file} with {odd!r}", _writing(file, content[:at] + odd + content[at:]), "not-utf-8")
        yield Attack(f"{file} cut in a letter", _writing(file, content + "é".encode()[:1]), "not-utf-8")
        yield Attack(f"{file} with a byte order mark", _changing(file, lambda old: b"\xef\xbb\xbf" + old), "")
        yield Attack(f"{file} with CRLF", _changing(file, lambda old: old.replace(b"\n", b"\r\n")), "")
        yield Attack(f"{file} without a last newline", _changing(file, lambda old: old.rstrip(b"\n")), "")
    for name, note in (
        ("accents", "Łódź, Åse, Brontë"),
        ("a quoted newline", "one\ntwo"),
        ("scripts", "ਪੰਜਾਬੀ اردو 中文"),
    ):
        yield replace(_cell("lines.csv", "public_note", note, ""), name=name)
    yield Attack("a team's mailbox", _setting(("submitted_by", "mailbox"), "social.value@example.gov.uk"), "")


MAGIC = (
    *(
        b"%PDF-1.7\n",
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff\xe0",
        b"GIF89a",
        b"\xd0\xcf\x11\xe0",
        b"\x1f\x8b\x08",
        b"BZh9",
    ),
    *(
        b"\xfd7zXZ\0",
        b"7z\xbc\xaf",
        b"{\\rtf1",
        b"SQLite format 3\0",
        b"PAR1",
        b"\x7fELF",
        b"MZ\x90",
        b"<!DOCTYPE html>",
    ),
    *(b"<html>", b"<?xml version='1.0'?>", b"<svg>", b"PK\x03\x04xl/", b"PK\x03\x04word/", b"PK\x03\x04bomb"),
)
BROKEN = {
    b"": "empty-file",
    b"\xef\xbb\xbf": "empty-file",
    b"\n\n": "empty-file",
    b"version https://git-lfs.github.com/spec/v1\n": "lfs-pointer",
    b"<<<<<<< HEAD\n": "merge-conflict",
    b">>>>>>> branch\n": "merge-conflict",
}


def _formats() -> Iterator[Attack]:
    """Each other format, and what git leaves behind, in the place of each file."""
    for file in FILES:
        for start in MAGIC:
            yield Attack(f"{file} is {start!r}", _writing(file, start + b"\n1,2\n"), "other-format")
        for content, rule in BROKEN.items():
            yield Attack(f"{file} is {content!r}", _writing(file, content), rule)
        for to in ("/etc/passwd", "/dev/zero", "/proc/self/environ", "../../north-road/2024-q2/lines.csv", file, "."):
            yield Attack(f"{file} is a link to {to}", _link(file, to), "link")


def _headers() -> Iterator[Attack]:
    """Each column of each table missing, renamed, doubled and in another place."""
    for file in ("lines.csv", "evidence.csv"):
        header, rest = FILES[file].decode().split("\n", 1)
        columns = header.split(",")
        for at, column in enumerate(columns):
            others = [name for name in columns if name != column]
            renamed = [name if name != column else f"{column}_x" for name in columns]
            doubled = [name if name != column else columns[at - 1] for name in columns]
            swapped = [*others[: at - 1], column, *others[at - 1 :]] if at else [*others, column]
            yield Attack(f"{file} with {column} renamed", _table(file, renamed, rest), "extra-column")
            yield Attack(f"{file} with {column} doubled", _table(file, doubled, rest), "doubled-column")
            yield Attack(f"{file} with {column} in another place", _table(file, swapped, rest), "swapped-columns")
            yield Attack(f"{file} with a comma less at {column}", _table(file, others, rest), "too-many-cells")


def _table(file: str, columns: list[str], rest: str) -> Change:
    return _writing(file, (",".join(columns) + "\n" + rest).encode())


def _beside() -> Iterator[Attack]:
    """Files and folders that have no business beside the three."""
    names = (
        "index.html",
        "a.js",
        "a.md",
        "a.xlsm",
        "conftest.py",
        "mkdocs.yml",
        ".git",
        ".env",
        "Lines.csv",
        "lines.csv~",
    )
    names += (
        "lines.csv.bak",
        "__init__.py",
        "Makefile",
        ".gitattributes",
        "CNAME",
        "::error::x",
        "%0A::error::x",
        "a\nb",
    )
    names += ("a\x1b[31m", "\u202egnp", "<script>", "a b", "con", "package.json", "{{ 7 }}", "-rf", "*", "lines", "é")
    for name in names:
        yield Attack(
            f"beside: {name!a}", _writing(name, b"x"), "workbook" if name.endswith(".xlsm") else "unlisted-file"
        )
        yield Attack(f"a folder beside: {name!a}", _folder(name), "unlisted-file")


def _folder(name: str) -> Change:
    return lambda folder: (folder / name).mkdir()


def _writing(file: str, content: bytes) -> Change:
    return lambda folder: _write(folder / file, content)


def _changing(file: str, change: Callable[[bytes], bytes]) -> Change:
    return lambda folder: _write(folder / file, change((folder / file).read_bytes()))


def _write(path: Path, content: bytes) -> None:
    path.write_bytes(content)


def _link(file: str, to: str) -> Change:
    def change(folder: Path) -> None:
        (folder / file).unlink()
        (folder / file).symlink_to(to)

    return change
