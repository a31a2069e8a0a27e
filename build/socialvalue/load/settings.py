"""Read data/authority.toml: what the authority sets for its site."""

import dataclasses
import tomllib
from pathlib import Path

from socialvalue.errors import BrokenRepository
from socialvalue.load import limits
from socialvalue.load.files import read_text
from socialvalue.load.setting_kinds import KINDS
from socialvalue.records import Settings, Trouble

TAKES = {str: "text in quotation marks", bool: "true or false", int: "a whole number"}
SHOWN = 80
"""How many characters of a wrong value are repeated."""


def read_settings(path: Path) -> Settings:
    """The settings of `path`; the defaults where there is no such file.

    Raises:
        BrokenRepository: the file is a link, or no TOML, or holds a key or a kind of value that is not a setting.
    """
    text = read_text(path, path.name, limits.DESCRIPTOR_BYTES)
    if isinstance(text, Trouble):
        if text.kind == "missing-file":
            return Settings()
        kind = text.kind.replace("-", " ")
        raise BrokenRepository(f"{path} was not read ({kind}). Put a plain text file in UTF-8 there and run again.")
    try:
        found = tomllib.loads(text)
    except RecursionError as error:
        raise BrokenRepository(f"{path} has too many brackets inside each other. Mend it and run again.") from error
    except ValueError as error:  # also a number of more digits than Python reads
        raise BrokenRepository(f"{path} is not valid TOML: {error}. Mend it and run again.") from error
    kinds = {field.name: type(field.default) for field in dataclasses.fields(Settings)}
    for key, value in found.items():
        if key not in kinds:
            raise BrokenRepository(f"{path} sets {_shown(key)}, which is no setting. Settings are: {', '.join(kinds)}.")
        if type(value) is not kinds[key]:
            raise BrokenRepository(f"{path} sets {key!r} to {_shown(value)}; it takes {TAKES[kinds[key]]}.")
        if wrong := KINDS[key](value):
            raise BrokenRepository(f"{path} sets {key!r} to {_shown(value)}: {wrong}.")
    return Settings(**found)


def site_address(given: str) -> str:
    """An address for the site that was named for one build, held to the kind of its setting.

    Raises:
        BrokenRepository: it is no web address.
    """
    if wrong := KINDS["base_url"](given):
        raise BrokenRepository(f"--base-url is {_shown(given)}: {wrong}.")
    return given


def _shown(value: object) -> str:
    """A value as it was written, short, with nothing in it that a terminal would obey."""
    said = ascii(value)
    return said if len(said) <= SHOWN else f"{said[:SHOWN]}…"
