"""What mkdocs drew, kept between builds: it draws anew where anything that it draws from has changed."""

import json
import sys
from collections.abc import Callable, Iterable
from hashlib import sha256
from importlib.resources import as_file, files
from pathlib import Path

from socialvalue.checksums import COMPILED, content, libraries
from socialvalue.kept import kept
from socialvalue.publish.words.language import current

Drawing = tuple[dict[str, bytes], list[str]]
"""Files by path, and the names of the stylesheets in their order."""


def kept_drawing(draw: Callable[[], Drawing], folders: Iterable[Path], said: str) -> Drawing:
    """What `draw` gave before, or what it gives now. `folders` are what it reads, `said` is all that it was told.

    What it makes depends besides on the program, the libraries and the language that is spoken. Where a link leads
    out of a folder nobody can tell what is read, and nothing is kept.
    """
    key = _key(folders, said)
    return _unpacked(kept(key, lambda: _packed(draw()))) if key else draw()


def _key(folders: Iterable[Path], said: str) -> str:
    language = current()
    facts = [sys.version, *libraries(), language.tag, repr(language.own), language.source, said]
    try:
        with as_file(files("socialvalue")) as program:
            contents = [content(program, links=False, without=COMPILED)]
        contents += [content(folder, links=False) for folder in folders]
    except OSError:
        return ""
    found = sha256(repr((facts, contents)).encode(errors="surrogateescape"))
    return f"frame {found.hexdigest()}"


def _packed(drawing: Drawing) -> bytes:
    drawn, styles = drawing
    return json.dumps([{path: bytes.decode(file, "latin-1") for path, file in drawn.items()}, styles]).encode()


def _unpacked(held: bytes) -> Drawing:
    drawn, styles = json.loads(held)
    return {path: file.encode("latin-1") for path, file in drawn.items()}, styles
