"""The one exception of the program. Bad data is never an exception: it becomes a finding."""

from pathlib import Path
from traceback import extract_tb


class BrokenRepository(Exception):
    """We cannot go on: the repository itself is unusable. The message says what to do, in plain words."""


def place_of(error: Exception) -> str:
    """What kind of error it is, and where in the program it came up; never its words, which may hold cells."""
    own = [frame for frame in extract_tb(error.__traceback__) if "socialvalue" in frame.filename]
    place = f" in {Path(own[-1].filename).name}, line {own[-1].lineno}" if own else ""
    return f"{type(error).__name__}{place}"
