"""How the files of one sender are read: kept in data/imports/ and used again. It holds headings, never figures."""

import json
import tomllib
from collections.abc import Collection, Sequence
from collections.abc import Mapping as Held
from dataclasses import dataclass, field
from pathlib import Path

from socialvalue import system
from socialvalue.check.names import plain
from socialvalue.errors import BrokenRepository
from socialvalue.intake.headings import FIELDS
from socialvalue.load import limits
from socialvalue.load.files import read_text
from socialvalue.records import Trouble
from socialvalue.records.naming import name_meant

FOLDER = "imports"
BEGINNING = """\
# How files with these headings are read into returns. `socialvalue import --learn` wrote it. Without it, it asks anew.
# It holds headings, and answers that hold for the sender: no figures, and nothing that anybody declared.
"""


@dataclass(frozen=True)
class Mapping:
    """What each heading is, and the answers that hold for whoever sends such files."""

    name: str
    columns: Held[str, str] = field(default_factory=dict)
    """Field by heading; the group above a heading stands before it, with / between."""
    answers: Held[str, str] = field(default_factory=dict)

    def field_of(self, heading: str) -> str:
        """What the column with this heading is; "" where the mapping doesn't say."""
        return {plain(known): column for known, column in self.columns.items()}.get(plain(heading), "")

    def knows(self, headings: Sequence[str]) -> int:
        """How many headings it knows, if all that it reads are there; 0 otherwise."""
        here = {plain(heading) for heading in headings}
        read = {plain(heading) for heading, column in self.columns.items() if column != "left_out"}
        return len(here & {plain(heading) for heading in self.columns}) if read and read <= here else 0


def read_mappings(data: Path, folder: str = FOLDER, fields: Collection[str] = FIELDS) -> list[Mapping]:
    """Every mapping that is kept in a folder of the data, by its name; `fields` are what a heading may be kept as.

    Raises:
        BrokenRepository: one of them is no TOML, or says of a column what none can be.
    """
    return [_read(path, fields) for path in sorted((data / folder).glob("*.toml"))]


def _read(path: Path, fields: Collection[str]) -> Mapping:
    text = read_text(path, path.name, limits.DESCRIPTOR_BYTES)
    if isinstance(text, Trouble):
        raise BrokenRepository(f"{path} was not read ({text.kind.replace('-', ' ')}). Take it away, or put it right.")
    try:
        found = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise BrokenRepository(f"{path} is not valid TOML: {error}. Take it away, or put it right.") from error
    columns, answers = found.get("columns", {}), found.get("answers", {})
    for table in (columns, answers):
        if not isinstance(table, dict) or not all(isinstance(value, str) for value in table.values()):
            raise BrokenRepository(f"{path} holds something else than headings and answers. Take it away.")
    for heading, column in columns.items():
        if column not in fields:
            raise BrokenRepository(f'{path} says that "{heading}" is {column}. It can be: {", ".join(fields)}.')
    return Mapping(path.stem, columns, answers)


def keep_mapping(data: Path, mapping: Mapping, folder: str = FOLDER) -> Path:
    """Write a mapping to a folder of the data; return its path."""
    path = data / folder / f"{name_meant(mapping.name) or 'file'}.toml"
    lines = [BEGINNING, "[columns]"]
    lines += [f"{_text(heading)} = {_text(column)}" for heading, column in mapping.columns.items()]
    lines += ["", "[answers]"]
    lines += [f"{_text(key)} = {_text(answer)}" for key, answer in sorted(mapping.answers.items())]
    path.parent.mkdir(parents=True, exist_ok=True)
    system.write_whole(path, "\n".join([*lines, ""]).encode())
    return path


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
