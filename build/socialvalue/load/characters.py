"""Find characters that cannot be seen: they hide or turn round what stands beside them."""

import re
import unicodedata
from collections.abc import Iterator

PLAIN = bytes(range(0x20, 0x7F)) + b"\t\r\n"
HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # controls, ESC among them
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e"  # fillers and soft hyphens
    "\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"  # zero-width space, direction marks, separators
    "\ufdd0-\ufdef\ufeff\ufff0-\uffff"  # byte order marks and what is no character
    "\U000e0000-\U000e0fff]"  # tags
)
"""What may stand in no cell. The joiners U+200C and U+200D are left: some scripts cannot do without them."""


def hidden(text: str) -> Iterator[re.Match[str]]:
    """Each hidden character of `text`. The plain ones, which are nearly all, are put aside first."""
    rest = text.encode("utf-8", "surrogatepass").translate(None, PLAIN).decode("utf-8", "surrogatepass")
    return HIDDEN.finditer(text) if HIDDEN.search(rest) else iter(())


def seen(text: str) -> str:
    """`text` without its hidden characters: what a reader sees of it."""
    return HIDDEN.sub("", text)


def code_point(character: str) -> str:
    """The name of a character for people: U+202E (RIGHT-TO-LEFT OVERRIDE)."""
    name = unicodedata.name(character, "a control character")
    return f"U+{ord(character):04X} ({name})"
