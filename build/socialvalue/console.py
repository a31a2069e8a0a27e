"""How a command ends: in its words, or in one plain sentence and exit code 2 where it cannot run."""

import os
import sys
from contextlib import suppress
from typing import Any, TextIO

import click

from socialvalue import system
from socialvalue.errors import BrokenRepository

CANNOT = 2
"""The exit code of a command that could not run."""


class Plain(click.Group):
    """A group whose commands end in one plain sentence and exit code 2 when they cannot run."""

    def main(self, *args: Any, **extra: Any) -> Any:
        _open_what_is_shut()
        for stream in (sys.stdout, sys.stderr):
            _make_writable(stream)
        with system.ending_in_order():
            try:
                return super().main(*args, **extra)
            except BrokenRepository as error:
                _end(str(error))
            except OSError as failure:
                _end(_said(failure))


def _open_what_is_shut() -> None:
    """Give a program that was started without output or errors (as by >&-) somewhere to write to."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115  for as long as it runs


def _make_writable(stream: TextIO) -> None:
    """Let a stream take every character: as UTF-8 where a file or a program reads it, with ? on an older terminal."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure:
        with suppress(ValueError, OSError):
            reconfigure(encoding=stream.encoding if stream.isatty() else "utf-8", errors="replace")


def _said(failure: OSError) -> str:
    if failure.filename:
        return f"{failure.filename} could not be read or written: {system.reason(failure)}."
    return f"The output could not be written: {system.reason(failure)}."


def _end(words: str) -> None:
    _let_go(sys.stdout)
    shown = "".join(each if each.isprintable() or each == "\n" else "\N{REPLACEMENT CHARACTER}" for each in words)
    with suppress(OSError):
        click.echo(f"socialvalue: {shown}", err=True)  # a name of a file may hold what a terminal would obey
    _let_go(sys.stderr)
    sys.exit(CANNOT)


def _let_go(stream: TextIO) -> None:
    """Send what still waits to be written to nowhere, so that the program does not stumble over it at its very end."""
    try:
        stream.flush()
    except OSError:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        with suppress(OSError, ValueError):
            os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
