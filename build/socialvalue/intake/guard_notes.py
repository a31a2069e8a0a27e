"""Look at the notes that people put on cells of an .xlsx: a figure may be called a forecast there alone.

So much of a part is read and no more; it is cut where a note begins, and each piece is looked at once.
"""

import html
import posixpath
import re
import zipfile

from socialvalue.intake.looked import AUTHOR, Looked, SheetLook
from socialvalue.intake.workbook import Place, column_of

BEGINS = re.compile(rb"<(?:\w{1,20}:)?(?:comment|threadedComment)(?=\s)")
AT = re.compile(rb"[^<>]*?\bref\s*=\s*[\"']([A-Za-z]{1,3})([0-9]{1,7})[\"']")
WHOSE = re.compile(rb"[^<>]*?\bauthorId\s*=\s*[\"']([0-9]{1,6})[\"']")
NAMES = re.compile(rb"<(?:\w{1,20}:)?author\b[^<>]*>([^<]*)<")
TEXT = re.compile(rb"<(?:\w{1,20}:)?(?:t|text)(?=[\s>])[^<>]*>([^<]*)<")
RELATION = re.compile(rb"<(?:\w{1,20}:)?Relationship\b([^<>]*)")
PAIR = re.compile(rb"([\w:]+)\s*=\s*[\"']([^\"'<>]*)[\"']")
KINDS = (b"/comments", b"/threadedComment")
THREADED = re.compile(r"\[Threaded comment\].*?Comment:", re.DOTALL)
"""What Excel writes before a comment for programs that know no threads."""
MOST_BYTES = 2_000_000
MOST_NOTES = 5_000
LONGEST = 500
MORE = f"It has more notes on cells than are read ({MOST_NOTES:,}). Look at the others yourself."


def take_notes(archive: zipfile.ZipFile, part: str, seen: SheetLook, looked: Looked) -> None:
    """Note what stands on the cells of one sheet, by the part that holds it."""
    folder, name = posixpath.split(part)
    for found in RELATION.findall(_beginning(archive, f"{folder}/_rels/{name}.rels")):
        given = dict(PAIR.findall(found))
        if given.get(b"Type", b"").endswith(KINDS):
            target = given.get(b"Target", b"").decode("utf-8", "replace")
            content = _beginning(archive, posixpath.normpath(posixpath.join(folder, target)).lstrip("/"))
            for at, text in _notes(content).items():
                seen.notes.setdefault(at, text)
            if len(seen.notes) > MOST_NOTES or len(content) == MOST_BYTES:
                looked.notice(MORE)


def _beginning(archive: zipfile.ZipFile, name: str) -> bytes:
    if name not in archive.namelist():
        return b""
    with archive.open(name) as opened:
        return opened.read(MOST_BYTES)


def _notes(content: bytes) -> dict[Place, str]:
    """The notes of a part, by their cells; none of those that an answer of ours put there."""
    starts = [found.end() for found in BEGINS.finditer(content)][: MOST_NOTES + 1]
    authors = [_words(name) for name in NAMES.findall(content[: starts[0]] if starts else b"")]
    found: dict[Place, str] = {}
    for start, end in zip(starts, [*starts[1:], len(content)], strict=False):
        piece = content[start:end]
        at, whose = AT.match(piece), WHOSE.match(piece)
        author = authors[int(whose[1])] if whose and int(whose[1]) < len(authors) else ""
        text = told_by("".join(map(_words, TEXT.findall(piece))), author)
        if at and text and author != AUTHOR:
            found[int(at[2]), column_of(at[1])] = text
    return found


def told_by(text: str, author: str) -> str:
    """What a note says, without the name of its author and what a program puts before it."""
    rest = THREADED.sub("", text, count=1).strip()
    rest = rest.removeprefix(f"{author}:") if author else rest
    return " ".join(rest.split())[:LONGEST]


def _words(content: bytes) -> str:
    return html.unescape(content.decode("utf-8", "replace"))
