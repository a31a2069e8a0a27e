"""A made-up language: the whole catalogue in letters with accents and between brackets, placeholders and tags kept."""

import re
from io import BytesIO
from pathlib import Path

from babel.messages import Catalog
from babel.messages.pofile import read_po, write_po

from socialvalue.publish.words.language import Language, translated

CATALOGUE = Path(__file__).resolve().parents[2] / "build/socialvalue/publish/locale/socialvalue.pot"
KEPT = re.compile(r"(%\(\w+\)s|%%|<[^>]*>)")
PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
ACCENTED = "åƀçđéƒĝĥíĵķļɱñöþɋŕšţûṽŵẋýžÅƁÇĐÉƑĜĤÍĴĶĻṀÑÖÞɊŔŠŢÛṼŴẊÝŽ"
TAG = "cy"
"""A real tag, so that dates and the frame's own words have a locale, and one with six plural forms."""


def accented(text: str) -> str:
    """The text in the made-up language."""
    parts = KEPT.split(text)
    letters = str.maketrans(PLAIN, ACCENTED)
    return "⟦" + "".join(part if KEPT.fullmatch(part) else part.translate(letters) for part in parts) + "⟧"


def pseudo() -> Language:
    """The made-up language, read as any translation is."""
    with CATALOGUE.open(encoding="utf-8") as file:
        source = read_po(file)
    made = Catalog(locale=TAG)
    for message in source:
        if isinstance(message.id, tuple):
            one, many = (accented(text) for text in message.id)
            made.add(message.id, tuple(one if form == 1 else many for form in range(made.num_plurals)))
        elif message.id:
            made.add(message.id, accented(message.id))
    written = BytesIO()
    write_po(written, made)
    return translated(TAG, written.getvalue().decode("utf-8"))
