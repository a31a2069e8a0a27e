"""What a name may be that becomes a folder and an address."""

import re
import unicodedata

NAME_CHARACTERS = 60
"""The longest name of a project, a period or anything else that becomes an address."""


def name_meant(text: str) -> str:
    """The name that was probably meant: North Road -> north-road. Empty where the text has no letter or digit."""
    letters = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")[:NAME_CHARACTERS]
