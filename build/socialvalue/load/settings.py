"""Read data/authority.toml: what the authority sets for its site."""

import dataclasses
import re
import tomllib
from pathlib import Path

from socialvalue.errors import BrokenRepository
from socialvalue.load import limits
from socialvalue.load.files import read_text
from socialvalue.records import Settings, Trouble

DAY = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")


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
            raise BrokenRepository(f"{path} sets {key!r}, which is no setting. Settings are: {', '.join(kinds)}.")
        if type(value) is not kinds[key]:
            raise BrokenRepository(f"{path} sets {key!r} to {value!r}; it takes a {kinds[key].__name__}.")
    settings = Settings(**found)
    if settings.security_expires and not DAY.fullmatch(settings.security_expires):
        raise BrokenRepository(
            f'{path} sets "security_expires" to {settings.security_expires!r}; write a day: 2027-12-31.'
        )
    return settings
