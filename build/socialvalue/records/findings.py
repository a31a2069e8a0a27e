"""What room 2 hands on: the findings, and the typed tables that passed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

import pandas as pd

from socialvalue.records.settings import Settings


class Severity(StrEnum):
    """How much a finding matters. The order is from worst to mildest."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong or odd, where it is, and what to do about it, in an officer's words."""

    severity: Severity
    rule: str
    message: str
    """What is wrong, then what to do."""
    owner: str = ""
    """The return (project/period) or framework; empty for the register and reference."""
    file: str = ""
    row: int | None = None
    column: str = ""
    value: str = ""
    suggestion: str = ""
    """The value that was probably meant, where that is clear."""
    accepted: str = ""
    """Why a warning was looked at and accepted; empty otherwise."""


@dataclass(frozen=True)
class Checked:
    """What may be valued and published, and everything that was found.

    `tables` holds typed frames: text as str (empty for none), `number` as Int64 in millionths, `integer` as
    Int64, `boolean` as bool, `date` as ISO text. `returns` is one of them (one row per accepted return);
    `lines` and `evidence` hold accepted returns only. `held_back` maps a return to why it is not published.
    """

    settings: Settings
    tables: Mapping[str, pd.DataFrame]
    findings: tuple[Finding, ...]
    held_back: Mapping[str, str]
    looked_at: Mapping[str, int]
    """How many files, returns and rows were looked at."""
    schemas: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """The table schemas of `tables`, by the same names; each knows its `folder`."""
    published: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """The table schemas of what is published."""

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that hold something back."""
        return tuple(finding for finding in self.findings if finding.severity is Severity.ERROR)

    @property
    def broken(self) -> tuple[Finding, ...]:
        """Errors outside any return: while they stand, nothing can be published."""
        return tuple(finding for finding in self.errors if "/" not in finding.owner)
