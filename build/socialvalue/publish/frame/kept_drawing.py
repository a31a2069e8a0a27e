"""What mkdocs drew, kept between builds: it draws anew where anything that it draws from has changed."""

import json
from collections.abc import Callable, Iterable
from hashlib import sha256
from pathlib import Path

from socialvalue.checksums import content
from socialvalue.publish.basis import kept_drawn

Drawing = tuple[dict[str, bytes], list[str]]
"""Files by path, and the names of the stylesheets in their order."""


def kept_drawing(draw: Callable[[], Drawing], folders: Iterable[Path], said: str) -> Drawing:
    """What `draw` gave before, or what it gives now. `folders` are what it reads, `said` is all that it was told.

    Where a link leads out of a folder nobody can tell what is read, and nothing is kept.
    """
    try:
        contents = [content(folder, links=False).hex() for folder in folders]
    except OSError:
        return draw()
    made_of = sha256(repr((said, contents)).encode(errors="surrogateescape")).hexdigest()
    return _unpacked(kept_drawn(f"frame {made_of}", lambda: _packed(draw())))


def _packed(drawing: Drawing) -> bytes:
    drawn, styles = drawing
    return json.dumps([{path: bytes.decode(file, "latin-1") for path, file in drawn.items()}, styles]).encode()


def _unpacked(held: bytes) -> Drawing:
    drawn, styles = json.loads(held)
    return {path: file.encode("latin-1") for path, file in drawn.items()}, styles
