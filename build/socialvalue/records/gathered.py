"""What gathering hands on to be published: who publishes what, what was left out and why, and the tables."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd


@dataclass(frozen=True)
class About:
    """What the list of authorities says of the site that is made of them."""

    title: str = "Social value, side by side"
    place: str = ""
    description: str = "What many authorities publish of the social value of their projects, side by side."
    publisher: str = ""
    base_url: str = ""
    announcement: str = ""


@dataclass(frozen=True)
class Quality:
    """How fresh and how sure what an authority publishes is. Lines count once each, hidden ones too."""

    projects: int
    returns: int
    lines: int
    hidden: int
    """Lines whose quantity is hidden, so that nobody can be recognised."""
    verified: int
    evidenced: int
    with_evidence: int
    """Lines that name a document, whatever their status."""
    submitted: int
    """Lines of returns that the project sent itself; the others were compiled from what was public."""
    first_day: str
    last_day: str
    """The last day that a return reports on."""
    promises: int
    overdue: int
    """Promises whose day is over and that are not kept, as the authority says itself."""
    returns_due: int
    """Returns that the contracts asked for by the day of the newest data."""
    returns_missing: int


@dataclass(frozen=True, kw_only=True)
class Package:
    """What the manifest of a package says of it, and the checksum that holds it to that."""

    title: str
    version: str
    licence: str
    """In short, as in CC-BY-4.0."""
    licence_words: str
    licence_address: str
    homepage: str
    sha256: str
    invented: bool
    """Whether it says of itself that its data are invented."""


@dataclass(frozen=True, kw_only=True)
class Publisher(Package):
    """An authority whose package was verified."""

    authority: str
    """Its id in the list of authorities: what it calls its projects means something together with this alone."""
    name: str
    source: str
    """Where its package was read: an address, or `a folder` where it was one of this machine."""
    quality: Quality

    @property
    def as_of(self) -> str:
        """The day or month of its newest data."""
        return self.version.rpartition(".")[0]


@dataclass(frozen=True)
class LeftOut:
    """An authority whose data are not in the site. `why` is one of the words of publish/many/reasons.py."""

    authority: str
    name: str
    why: str
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Gathered:
    """All that a site of many authorities shows."""

    about: About
    publishers: tuple[Publisher, ...]
    left_out: tuple[LeftOut, ...]
    tables: Mapping[str, pd.DataFrame]
    """By name, as publish/many/columns.py describes them. Money is whole pence, quantities whole millionths."""
    statements: Mapping[str, str] = field(default_factory=dict)
    """The SQL that made the sums, by name."""
    parquet: Mapping[str, Path] = field(default_factory=dict)
    """The lines and what they are worth, by its path below parquet/: one file for each table, authority and year."""
