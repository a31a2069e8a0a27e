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
class Hit:
    """One thing that a rule found, and where."""

    message: str
    """What is wrong, in a sentence."""
    mend: str = ""
    """What to do about it; of a hit, the rule's own words where it is empty."""
    owner: str = ""
    """The return (project/period) or framework; empty for the register and reference."""
    file: str = ""
    row: int | None = None
    """As a spreadsheet shows it: the header is row 1. None where it is about a whole file."""
    column: str = ""
    value: str = ""
    """What was found there; in a finding empty for personal data, which is never repeated."""
    suggestion: str = ""
    """The value that was probably meant, where that is clear."""


@dataclass(frozen=True, kw_only=True)
class Finding(Hit):
    """A hit as an officer gets it: how much it matters, by which rule, and in words that are safe to print.

    Characters that cannot be seen are written as their code points.
    """

    severity: Severity
    rule: str
    accepted: str = ""
    """Why a warning was looked at and accepted; empty otherwise."""
    private: bool = False
    """Whether it is about lines that may tell of few people: it then says which rule they break, and no more."""
    more: int = 0
    """Above 0 in a finding that stands for so many others of its rule in its file, not shown one by one."""

    @property
    def words(self) -> str:
        """What is wrong, then what to do."""
        return f"{self.message} {self.mend}".strip()

    @property
    def count(self) -> int:
        """How many things were found: 1, or as many as it stands for."""
        return self.more or 1

    @property
    def page(self) -> str:
        """Where the rule is explained, below the site's root."""
        return f"rules.html#{self.rule}"


@dataclass(frozen=True)
class RuleEntry:
    """One rule as the catalogue of rules shows it."""

    id: str
    severity: Severity
    group: str
    """What it looks at: files, rows and cells, or the name of the folder for rules of the domain."""
    title: str
    """What must hold, in a few words."""
    why: str
    example: str
    """A bad example, as it would stand in the file."""
    mend: str
    """How to put it right."""


@dataclass(frozen=True)
class Checked:
    """What may be valued and published, and everything that was found.

    `tables` holds typed frames: text as str (empty for none), `number` as Int64 in millionths, `integer` as
    Int64, `boolean` as bool, `date` as ISO text. `returns` is one of them (one row per accepted return, with
    `superseded_by`: the return that replaced it, or empty); `lines` and `evidence` hold accepted returns
    that no other replaced; `superseded-lines` the lines of those that were. `held_back` maps a return to why
    it is not published.
    """

    settings: Settings
    tables: Mapping[str, pd.DataFrame]
    findings: tuple[Finding, ...]
    held_back: Mapping[str, str]
    looked_at: Mapping[str, int]
    """How many files, returns and lines were looked at."""
    not_applied: tuple[str, ...] = ()
    """The rules that the program could not apply, by a fault of its own. While there is one, nothing is published."""
    schemas: Mapping[str, Mapping[str, Any]] = field(default_factory=dict, repr=False)
    """The table schemas of `tables`, by the same names; each knows its `folder`."""
    published: Mapping[str, Mapping[str, Any]] = field(default_factory=dict, repr=False)
    """The table schemas of what is published."""
    compared: str = ""
    """A sentence on what this was compared with, as in records.source."""
    before: "Checked | None" = field(default=None, repr=False)
    """What was published before, judged: the shared tables, and each project with a return that now differs."""
    descriptors: Mapping[str, Mapping[str, Any]] = field(default_factory=dict, repr=False)
    """What each accepted return says of itself: its datapackage.json."""
    editions: Mapping[str, str] = field(default_factory=dict)
    """The current edition of each framework, as its datapackage.json says."""
    withheld: frozenset[str] = frozenset()
    """The frameworks that may be used on this machine and not be published: see domain/withheld.py."""
    kept_off: Mapping[str, str] = field(default_factory=dict)
    """The returns that are not among these tables because they count by one of those, or were replaced by one that
    does, with its name."""
    returns_kept_off: pd.DataFrame = field(default_factory=pd.DataFrame, repr=False)
    """The same returns, with the columns of the table `returns`: that they are there may be told."""
    promises_kept_off: tuple[str, ...] = ()
    """The project of each promise that is kept off for the same reason."""
    catalogue: tuple[RuleEntry, ...] = field(default=(), repr=False)
    """Every rule that was applied."""
    for_form: Mapping[str, Any] = field(default_factory=dict, repr=False)
    """The rules that a form can follow, as data that JSON can hold."""
    sensitive_projects: frozenset[str] = frozenset()
    """The projects with a line of a sensitive measure, or of one that is not known, in any return that was read."""

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that hold something back."""
        return tuple(finding for finding in self.findings if finding.severity is Severity.ERROR)

    @property
    def broken(self) -> tuple[Finding, ...]:
        """Errors outside any return: while they stand, nothing can be published."""
        return tuple(finding for finding in self.errors if "/" not in finding.owner)
