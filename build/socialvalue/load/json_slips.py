"""Say in an officer's words what keeps a text from being JSON, and in which line it is to be mended."""

import json
from collections.abc import Callable
from typing import NamedTuple

CURLY = "“”„‟‘’‚‛«»"
WORDS = ("true", "false", "null", "none", "yes", "no")


class Stop(NamedTuple):
    """Where the reading stopped."""

    why: str
    """What the reader says, in its own words."""
    before: str
    """The last character before it that is no space."""
    here: str
    rest: str
    """All from there on, in small letters."""
    new_line: bool
    """Whether the last character before it stands in an earlier line."""


SLIPS: tuple[tuple[Callable[[Stop], object], bool, str], ...] = (
    (lambda at: at.before == "," and at.here in ("}", "]", ","), True, "there is a comma too many"),
    (lambda at: at.here == "," or at.why.startswith("Illegal trailing"), False, "there is a comma too many"),
    (lambda at: at.here and at.here in CURLY, False, "it has curly quotation marks; write straight ones"),
    (lambda at: at.here == "'", False, "it has single quotation marks; write double ones"),
    (lambda at: at.why.startswith("Expecting ','") and at.new_line, True, "a comma is missing at the end of the line"),
    (lambda at: at.why.startswith("Expecting ','"), False, "a comma or a quotation mark is missing"),
    (lambda at: at.why.startswith("Expecting ':'"), False, "a colon is missing"),
    (
        lambda at: at.why.startswith(("Unterminated string", "Invalid control")),
        False,
        "a quotation mark is opened and not closed",
    ),
    (lambda at: at.why.startswith("Invalid \\"), False, "it has a backslash; write / or take it away"),
    (lambda at: at.why.startswith("Extra data"), False, "something stands behind the last bracket"),
    (lambda at: at.rest.startswith(WORDS), False, "write true or false, in small letters"),
)
"""What it is, whether it is to be mended before the place where the reading stopped, and what to say of it."""


def slip(text: str, error: json.JSONDecodeError) -> tuple[int, str]:
    """The line where the slip is, and what is wrong there: not always where the reading stopped."""
    before = text[: error.pos].rstrip()
    line_before = before.count("\n") + 1
    rest = text[error.pos : error.pos + 20].casefold()
    at = Stop(error.msg, before[-1:], text[error.pos : error.pos + 1], rest, line_before < error.lineno)
    for is_it, earlier, words in SLIPS:
        if is_it(at):
            return (line_before if earlier else error.lineno), words
    return error.lineno, "something is missing here, or is not between quotation marks"
