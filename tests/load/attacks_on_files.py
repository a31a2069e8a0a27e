"""Each file in other encodings, formats and places, and with other columns."""

from collections.abc import Iterator
from dataclasses import replace

from load.ways_to_attack import FILES, Attack, cell, changing, folder, link, setting, table, writing


def encodings() -> Iterator[Attack]:
    """Each file in each encoding that is not ours, and in ours as every program writes it."""
    for file, content in FILES.items():
        text = content.decode()
        for encoding in ("utf-16", "utf-16-le", "utf-16-be", "utf-32"):
            yield Attack(f"{file} in {encoding}", writing(file, text.encode(encoding)), "utf-16")
        for odd in (b"\x80", b"\xe9", b"\xff", b"\xc3\x28", b"\xed\xa0\x80", b"\xf8\x88\x80\x80\x80", b"\xc0\xaf"):
            at = len(content) // 2
            yield Attack(f"{file} with {odd!r}", writing(file, content[:at] + odd + content[at:]), "not-utf-8")
        yield Attack(f"{file} cut in a letter", writing(file, content + "é".encode()[:1]), "not-utf-8")
        yield Attack(f"{file} with a byte order mark", changing(file, lambda old: b"\xef\xbb\xbf" + old), "")
        yield Attack(f"{file} with CRLF", changing(file, lambda old: old.replace(b"\n", b"\r\n")), "")
        yield Attack(f"{file} without a last newline", changing(file, lambda old: old.rstrip(b"\n")), "")
    for name, note in (
        ("accents", "Łódź, Åse, Brontë"),
        ("a quoted newline", "one\ntwo"),
        ("scripts", "ਪੰਜਾਬੀ اردو 中文"),
    ):
        yield replace(cell("lines.csv", "public_note", note, ""), name=name)
    yield Attack("a team's mailbox", setting(("submitted_by", "mailbox"), "social.value@example.gov.uk"), "")


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


def formats() -> Iterator[Attack]:
    """Each other format, and what git leaves behind, in the place of each file."""
    for file in FILES:
        for start in MAGIC:
            yield Attack(f"{file} is {start!r}", writing(file, start + b"\n1,2\n"), "other-format")
        for content, rule in BROKEN.items():
            yield Attack(f"{file} is {content!r}", writing(file, content), rule)
        for to in ("/etc/passwd", "/dev/zero", "/proc/self/environ", "../../north-road/2024-q2/lines.csv", file, "."):
            yield Attack(f"{file} is a link to {to}", link(file, to), "link")


def headers() -> Iterator[Attack]:
    """Each column of each table missing, renamed, doubled and in another place."""
    for file in ("lines.csv", "evidence.csv"):
        header, rest = FILES[file].decode().split("\n", 1)
        columns = header.split(",")
        for at, column in enumerate(columns):
            others = [name for name in columns if name != column]
            renamed = [name if name != column else f"{column}_x" for name in columns]
            doubled = [name if name != column else columns[at - 1] for name in columns]
            swapped = [*others[: at - 1], column, *others[at - 1 :]] if at else [*others, column]
            yield Attack(f"{file} with {column} renamed", table(file, renamed, rest), "extra-column")
            yield Attack(f"{file} with {column} doubled", table(file, doubled, rest), "doubled-column")
            yield Attack(f"{file} with {column} in another place", table(file, swapped, rest), "swapped-columns")
            yield Attack(f"{file} with a comma less at {column}", table(file, others, rest), "too-many-cells")


def beside() -> Iterator[Attack]:
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
            f"beside: {name!a}", writing(name, b"x"), "workbook" if name.endswith(".xlsm") else "unlisted-file"
        )
        yield Attack(f"a folder beside: {name!a}", folder(name), "unlisted-file")
