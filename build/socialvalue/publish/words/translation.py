"""Judge a translation file: what a message must keep, whatever the language."""

import re
from collections import Counter
from collections.abc import Sequence

from babel.messages import Catalog, Message

PLACEHOLDER = re.compile(r"%\((\w+)\)s")
TAG = re.compile(r"<[^>]*>")


def troubles(catalog: Catalog) -> list[str]:
    """One sentence for each translation that loses, adds or breaks a placeholder or a tag of its message.

    A form for one certain number may leave the number out, as in "a line". A fuzzy translation is not judged, for it is
    not used either.
    """
    return [trouble for message in catalog if message.id and not message.fuzzy for trouble in _troubles(message)]


def _troubles(message: Message) -> list[str]:
    forms = _texts(message.id)
    known = {name for text in forms for name in PLACEHOLDER.findall(text)}
    needed = set.intersection(*(set(PLACEHOLDER.findall(text)) for text in forms)) - {"num"}
    tags = Counter(TAG.findall(forms[-1]))
    found = []
    for text in filter(None, _texts(message.string)):
        names = set(PLACEHOLDER.findall(text))
        bare = PLACEHOLDER.sub("", text).replace("%%", "")
        if not needed <= names <= known or "%" in bare:
            found.append(f'"{text}" must have the placeholders of "{forms[0]}", and write any other % as %%.')
        elif Counter(TAG.findall(text)) != tags:
            found.append(f'"{text}" must have the tags of "{forms[0]}".')
    return found


def _texts(said: str | Sequence[str] | None) -> list[str]:
    return [said] if isinstance(said, str) else list(said or ())
