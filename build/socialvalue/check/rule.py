"""What a rule is: one file in rules/, which looks at whole tables and yields a hit for each thing it finds."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from socialvalue.records import Settings, Severity


@dataclass(frozen=True)
class Tables:
    """What a rule may look at: the typed tables, the descriptors and the settings."""

    frames: Mapping[str, pd.DataFrame]
    descriptors: Mapping[str, Mapping[str, Any]]
    places: Mapping[str, str]
    settings: Settings

    def __getitem__(self, table: str) -> pd.DataFrame:
        return self.frames[table]


@dataclass(frozen=True)
class Hit:
    """One thing that a rule found. `at` is the row of a table (with file, row and owner) or a descriptor."""

    message: str
    owner: str = ""
    file: str = ""
    row: int | None = None
    column: str = ""
    value: str = ""
    suggestion: str = ""


@dataclass(frozen=True)
class Rule:
    """A rule: its id is its file's name with hyphens, and the folder of its bad example in tests/bad/."""

    id: str
    severity: Severity
    title: str
    why: str
    """Why it matters, for the rule catalogue."""
    mend: str
    """How to put it right."""
    find: Callable[[Tables], Iterator[Hit]]
