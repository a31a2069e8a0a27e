"""Say on standard error what a command is at, and how long each step took where that was asked for."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter, process_time

import click

WIDE = 40
"""Signs of the bar."""
REDRAWN = 0.2
"""Seconds before it is drawn again."""


class Progress:
    """Takes the name of each step as it begins. `shown`: say it then; `timed`: say how long it took when it ends."""

    def __init__(self, shown: bool = True, timed: bool = False) -> None:
        self._shown, self._timed = shown, timed
        self._step, self._drawn = "", 0.0
        self._since = self._start = _now()

    def __call__(self, words: str) -> None:
        self.end()
        self._step, self._since = words, _now()
        if self._shown:
            click.echo(f"{words} ...", err=True)

    def advance(self, done: int, about: int) -> None:
        """How far the step is: a bar that is drawn anew, for whoever looks on; nothing where it goes to a file."""
        if not self._shown or not sys.stderr.isatty():
            return
        now = perf_counter()
        if now - self._drawn >= REDRAWN:
            full = min(WIDE, WIDE * done // max(about, 1))
            click.echo(f"\r  [{'#' * full}{'-' * (WIDE - full)}] {done:,} of about {about:,}", err=True, nl=False)
            self._drawn = now

    def end(self) -> None:
        """The step that was begun last is over, and its bar gone."""
        if self._drawn:
            click.echo("\r\033[K", err=True, nl=False)
            self._drawn = 0.0
        if self._timed and self._step:
            click.echo(_took(self._since, self._step), err=True)
        self._step = ""

    def end_all(self) -> None:
        """All is over."""
        self.end()
        if self._timed:
            click.echo(_took(self._start, "in all"), err=True)


@contextmanager
def progress(shown: bool = True, timed: bool = False) -> Iterator[Progress]:
    """The progress of one command, also of one that breaks off."""
    tell = Progress(shown, timed)
    try:
        yield tell
    finally:
        tell.end_all()


def _now() -> tuple[float, float]:
    return perf_counter(), process_time()


def _took(since: tuple[float, float], words: str) -> str:
    wall, processor = (now - then for now, then in zip(_now(), since, strict=True))
    return f"{wall:9.2f} s  {processor:9.2f} s of processor  {words}"
