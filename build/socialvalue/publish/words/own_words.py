"""Say a word of ours as an authority does: fund for programme, wherever a sentence of the program says it."""

import re
from functools import lru_cache

KEPT = re.compile(r"(%\(\w+\)s|<[^>]*>|&\w+;)")
"""What is no word: placeholders, tags and characters by name."""


@lru_cache(maxsize=8192)
def in_own_words(text: str, own: tuple[tuple[str, str], ...]) -> str:
    """The message with whole words replaced, with a capital where ours has one; placeholders and tags stand."""
    theirs = {ours.casefold(): said for ours, said in own}
    longest = sorted(theirs, key=len, reverse=True)
    words = re.compile(rf"(?<!\w)({'|'.join(re.escape(word) for word in longest)})(?!\w)", re.IGNORECASE)

    def said(found: re.Match[str]) -> str:
        word = theirs[found[0].casefold()]
        return word[:1].upper() + word[1:] if found[0][0].isupper() else word

    return "".join(part if KEPT.fullmatch(part) else words.sub(said, part) for part in KEPT.split(text))
