"""What was read from the web before: files by their checksum, and each address's last manifest with its tag."""

import json
from base64 import b64decode, b64encode
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import NamedTuple

from socialvalue.kept import folder

BELOW = "gathered"
MOST_BYTES = 2_000_000_000
"""What is kept; above it, what was read longest ago goes first."""


class Remembered(NamedTuple):
    """What an address gave, and the tag by which its server knows that state."""

    etag: str
    content: bytes


def kept_file(checksum: str) -> bytes | None:
    """The file of this checksum, if it was read before and is still whole."""
    found = _read(checksum)
    return found if found is not None and sha256(found).hexdigest() == checksum else None


def keep_file(checksum: str, content: bytes) -> None:
    """Keep a file, if it is what its checksum says."""
    if sha256(content).hexdigest() == checksum:
        _write(checksum, content)


def remembered(address: str) -> Remembered | None:
    """What an address gave last."""
    try:
        found = json.loads(_read(_name(address)) or b"null")
        return Remembered(found["etag"], b64decode(found["content"])) if found else None
    except (ValueError, KeyError, TypeError):
        return None


def keep_manifest(address: str, found: Remembered) -> None:
    """Remember what an address gave; without a tag it could not be asked for again."""
    if found.etag:
        _write(_name(address), json.dumps({"etag": found.etag, "content": b64encode(found.content).decode()}).encode())


def _name(address: str) -> str:
    return f"manifest-{sha256(address.encode()).hexdigest()}"


def _read(name: str) -> bytes | None:
    place = folder(BELOW)
    with suppress(OSError):
        return (place / name).read_bytes() if place else None
    return None


def _write(name: str, content: bytes) -> None:
    """Keep a file in one step. Keeping is a convenience: where it can't be kept, it is asked for again."""
    place = folder(BELOW)
    if place is None or len(content) > MOST_BYTES // 4:
        return
    with suppress(OSError):
        with NamedTemporaryFile(dir=place, delete=False) as half:
            half.write(content)
        Path(half.name).replace(place / name)
        _tidy(place)


def _tidy(place: Path) -> None:
    known = sorted(((each.stat().st_mtime, each) for each in place.iterdir()), reverse=True)
    held = 0
    for _, file in known:
        held += file.stat().st_size
        if held > MOST_BYTES:
            file.unlink(missing_ok=True)
