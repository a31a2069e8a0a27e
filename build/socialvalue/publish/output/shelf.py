"""Where files lie while a site is made: on the disk that it will stand on, so that memory does not grow with it."""

import tempfile
from collections.abc import Callable, Iterator, MutableMapping
from contextlib import contextmanager
from io import SEEK_END
from pathlib import Path
from typing import IO

from socialvalue.publish.output.write import in_words


class Shelf(MutableMapping[str, bytes]):
    """Files by path, one behind the other in one open file: no name of theirs is on the disk before the site is."""

    def __init__(self, file: IO[bytes], out: Path) -> None:
        self._file, self._out = file, out
        self._places: dict[str, tuple[int, int]] = {}

    def __setitem__(self, path: str, content: bytes) -> None:
        with in_words(self._out):
            self._places[path] = self._file.seek(0, SEEK_END), len(content)
            self._file.write(content)

    def __getitem__(self, path: str) -> bytes:
        start, length = self._places[path]
        self._file.seek(start)
        return self._file.read(length)

    def __delitem__(self, path: str) -> None:
        del self._places[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


@contextmanager
def shelves(out: Path) -> Iterator[Callable[[], Shelf]]:
    """Gives as many empty shelves as are asked for, all on the disk of `out`. They are gone afterwards, also where the
    program is killed: the file has no name, or the system takes it away with whoever opened it.

    Raises:
        BrokenRepository: the disk refuses, here or when a file is laid on a shelf.
    """
    with in_words(out):
        out.parent.mkdir(parents=True, exist_ok=True)
        file = tempfile.TemporaryFile(dir=out.parent)  # noqa: SIM115 - closed below
    with file:
        yield lambda: Shelf(file, out)
