"""Where a package lies: a folder of this machine, or an address. Both are read as what a stranger sends."""

import os
import re
import stat
import time
from dataclasses import dataclass, field
from http.client import HTTPException
from pathlib import Path
from time import monotonic
from typing import Protocol
from urllib.error import HTTPError, URLError
from urllib.parse import urljoin

from socialvalue import system
from socialvalue.gathering.cache import Remembered, keep_file, keep_manifest, kept_file, remembered
from socialvalue.gathering.left_out import NotGathered
from socialvalue.web_request import Question, Refused, Rules, why

MANIFEST = "datapackage.json"
WITHIN = re.compile(r"(?!.*(^|/)\.)[A-Za-z0-9._-]{1,100}(/[A-Za-z0-9._-]{1,100}){0,4}", re.ASCII)
"""A path of a package: no step up, no hidden file, nothing that a system reads in its own way."""
AGENT = "socialvalue (gathers published data packages)"
FILE_SECONDS = 300.0
"""How long one file may take in all."""
IN_ALL_SECONDS = 3_600.0
PAUSE_SECONDS = 0.2
"""How long a server is left alone between two files."""
PIECE = 1 << 20
NOT_CHANGED = 304


class Place(Protocol):
    """Gives the files of one package."""

    def manifest(self, limit: int) -> bytes:
        """The datapackage.json as it stands now."""

    def file(self, path: str, limit: int, sha256: str) -> bytes:
        """A file of the package, of which the checksum is told beforehand; it is not yet held to it."""


@dataclass(frozen=True)
class Folder:
    """A package in a folder. No link in it is followed."""

    folder: Path

    def manifest(self, limit: int) -> bytes:
        return self.file(MANIFEST, limit, "")

    def file(self, path: str, limit: int, sha256: str) -> bytes:
        if not WITHIN.fullmatch(path):
            raise NotGathered("odd-path", file=path[:100])
        steps = path.split("/")
        below = [self.folder.joinpath(*steps[:number]) for number in range(1, len(steps) + 1)]
        if any(system.is_link(each) for each in below):
            raise NotGathered("link", file=path)
        try:
            handle = system.open_plain(below[-1])
        except OSError as error:
            raise NotGathered("no-answer", file=path, said=system.reason(error)) from error
        with open(handle, "rb") as file:  # noqa: PTH123  an open file has no path
            found = os.fstat(handle)
            if not stat.S_ISREG(found.st_mode):
                raise NotGathered("no-answer", file=path, said="it is no file")
            if found.st_size > limit:
                raise NotGathered("too-large", file=path, limit=f"{limit:,}")
            return file.read(limit)


@dataclass
class Manners:
    """How servers are asked: whom, how soon again, and until when. One for a whole gathering."""

    rules: Rules
    pause: float = PAUSE_SECONDS
    wait: float = FILE_SECONDS
    until: float = field(default_factory=lambda: monotonic() + IN_ALL_SECONDS)


@dataclass(frozen=True)
class Website:
    """A package on the web, by the address of its datapackage.json."""

    address: str
    manners: Manners

    def manifest(self, limit: int) -> bytes:
        """Asked each time; a server that says that it is as it was, need not send it again."""
        before = remembered(self.address)
        headers = {"If-None-Match": before.etag} if before and before.etag else {}
        found = self._asked(self.address, MANIFEST, limit, headers)
        if found is None:
            assert before is not None
            return before.content
        keep_manifest(self.address, found)
        return found.content

    def file(self, path: str, limit: int, sha256: str) -> bytes:
        """Not asked for where a file of this checksum was read before."""
        if not WITHIN.fullmatch(path):
            raise NotGathered("odd-path", file=path[:100])
        held = kept_file(sha256)
        if held is not None and len(held) <= limit:
            return held
        found = self._asked(urljoin(self.address, path), path, limit, {})
        if found is None:
            raise NotGathered("no-answer", file=path, said=f"answers with {NOT_CHANGED}")
        keep_file(sha256, found.content)
        return found.content

    def _asked(self, address: str, path: str, limit: int, headers: dict[str, str]) -> Remembered | None:
        """What stands at an address; None where it is as it was."""
        left = self.manners.until - monotonic()
        if left <= 0:
            raise NotGathered("no-answer", file=path, said="no time was left")
        time.sleep(self.manners.pause)
        question = Question(self.manners.rules, min(left, self.manners.wait), AGENT)
        try:
            _, answer = question.opened(address, "GET", {"Accept-Encoding": "identity", **headers})
            with answer:
                if answer.headers.get("Content-Encoding", "identity").lower() != "identity":
                    raise NotGathered("no-answer", file=path, said="it came compressed, unasked")
                content = _whole(answer, limit, path)
                etag = answer.headers.get("ETag") or ""
            if question.over:
                raise NotGathered("no-answer", file=path, said="it took too long")
            return Remembered(etag if etag.isascii() and etag.isprintable() else "", content)
        except HTTPError as error:
            error.close()
            if error.code == NOT_CHANGED and headers:
                return None
            raise NotGathered("no-answer", file=path, said=f"answers with {error.code}") from error
        except Refused as error:
            raise NotGathered("refused", file=path, said=str(error)) from error
        except (URLError, HTTPException, OSError, ValueError) as error:
            said = "it took too long" if question.over else why(error)
            raise NotGathered("no-answer", file=path, said=said) from error
        finally:
            question.end()


def _whole(answer: object, limit: int, path: str) -> bytes:
    """The body of an answer, piece by piece, until it is whole or larger than it may be."""
    pieces, size = [], 0
    while piece := answer.read(PIECE):  # type: ignore[attr-defined]
        size += len(piece)
        if size > limit:
            raise NotGathered("too-large", file=path, limit=f"{limit:,}")
        pieces.append(piece)
    return b"".join(pieces)
