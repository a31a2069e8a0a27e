"""What a rule may look at: the typed tables, and each line beside what is known of its return and measure."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import pandas as pd

from socialvalue.check.bad_cells import BadCells
from socialvalue.check.names import Names
from socialvalue.check.published import published, published_owners
from socialvalue.check.ranks import order_of
from socialvalue.check.rough_worth import worths
from socialvalue.check.series import series, standing
from socialvalue.domain.disclosure import kept, unsettled
from socialvalue.domain.few_people import counts_people
from socialvalue.domain.look_up import beside
from socialvalue.domain.remembered import correcting, linked, links_now, renamed, renamed_links
from socialvalue.domain.standing import stands
from socialvalue.domain.successions import successors
from socialvalue.domain.told_apart import joining_measures, joining_names, joining_projects, told_names
from socialvalue.records import Checked, FileRead, Settings, Trouble, plain

OF_RETURN = ["project", "period", "start", "end", "approximate", "framework", "basis"]
OF_MEASURE = [
    *("name", "unit", "adds_up", "needs_headcount", "sensitivity", "disadvantaged", "local"),
    *("needs_narrative", "replaced_by", "retired_on"),
]
OF_COUNT = ["adds_up", "needs_headcount", "sensitivity", "disadvantaged", "replaced_by"]
"""What domain/disclosure.py asks of a measure."""


WRITTEN = "2026-11-01"
"""A day that has passed wherever this program runs."""


@dataclass(frozen=True)
class Tables:
    """The typed tables by name, as described in records.findings, before anything is held back."""

    frames: Mapping[str, pd.DataFrame]
    descriptors: Mapping[str, Mapping[str, Any]]
    places: Mapping[str, str]
    packages: Mapping[str, Mapping[str, Any]]
    """The descriptors of the shared folders, as in records.source."""
    frameworks: Mapping[str, Mapping[str, Any]]
    """The descriptor of each framework."""
    settings: Settings
    today: str
    """The day to judge by, as ISO text."""
    asked: frozenset[str]
    """The returns that were asked about; empty for all."""
    files: Mapping[str, frozenset[str]]
    """The table files that each return has: lines.csv, evidence.csv."""
    bad_columns: Sequence[BadCells] = ()
    """The cells that are not what their column asks for: they are empty in the typed tables."""
    odd_rows: Mapping[str, pd.DataFrame] = field(default_factory=dict)
    """The rows that are no data and that the typed tables lack, as text."""
    troubles: Sequence[Trouble] = ()
    """What could not be read."""
    read: Sequence[FileRead] = ()
    """The table files that could."""
    rules_that_warn: frozenset[str] = frozenset()
    """The rules whose findings hold nothing back, and can be accepted."""
    before: Checked | None = None
    """What was published before, as in records.findings; None where nothing was compared."""
    compared: str = ""
    """What was compared, as in records.source; empty where nobody asked."""
    published_returns: frozenset[str] = frozenset()
    """The returns that were published before, as in records.source."""
    held: Set[str] = frozenset()
    """The returns of which it is known that they are held back: they stand in nobody's way."""
    whole: "Tables | None" = None
    """The tables with all returns, where these lack some that are held back."""

    def __getitem__(self, table: str) -> pd.DataFrame:
        return self.frames[table]

    @cached_property
    def was(self) -> Mapping[str, pd.DataFrame] | None:
        """The tables of what was published before, with each project by the name that it has now."""
        return published(self.before, self.projects) if self.before else None

    @property
    def clock_is_slow(self) -> bool:
        """Whether the day to judge by is before any on which this program can run."""
        return self.today < WRITTEN

    @cached_property
    def editions(self) -> Mapping[str, str]:
        """The current edition of each framework; empty where its descriptor names none."""
        return {name: str(of.get("version", "")) for name, of in self.frameworks.items()}

    @cached_property
    def names(self) -> Names:
        """Finds what was probably meant by a name or code."""
        return Names(self.frames)

    def files_of(self, owner: str) -> frozenset[str]:
        """The table files that a return has."""
        return self.files.get(owner, frozenset())

    def framework_of(self, owner: str) -> str:
        """The framework of a return, or of one of its own tables; empty for the register."""
        if "/" not in owner:
            return owner
        named = self.descriptors.get(owner, {}).get("framework")
        return named if isinstance(named, str) else ""

    @cached_property
    def lines(self) -> pd.DataFrame:
        """The lines, each with its return's and its measure's columns.

        Those of the measure begin with `measure_`; they are empty, and `known` is False, for a measure that
        the framework does not have. `record_only` and `decimals` are the unit's.
        """
        lines = beside(self["lines"], ["owner"], self["returns"], ["owner"], OF_RETURN)
        measures = self["measures"].assign(known=True)
        measures = measures.rename(columns={name: f"measure_{name}" for name in OF_MEASURE})
        wanted = [*(f"measure_{name}" for name in OF_MEASURE), "known"]
        lines = beside(lines, ["framework", "measure"], measures, ["owner", "measure"], wanted)
        return beside(lines, ["framework", "unit"], self["units"], ["owner", "unit"], ["record_only", "decimals"])

    @cached_property
    def order(self) -> Mapping[str, int]:
        """The place of each return in the order in which they stand, as ranks.py gives it: always the same. Those that
        were asked about come after all others."""
        if self.whole:
            return self.whole.order
        owners = None
        if self.before is not None:
            owners = published_owners(self.published_returns, self.before, self.projects)
        found = order_of(self["returns"], self.people, self.settled if self.kept else None, owners)
        return {owner: place + len(found) * (owner in self.asked) for owner, place in found.items()}

    @cached_property
    def people(self) -> pd.DataFrame:
        """The counts of people of all returns, of measures that are known, for domain/disclosure.py."""
        lines = self.lines
        found = lines["known"] & (counts_people(lines) | (lines["measure_sensitivity"] != "none"))
        found &= (lines["start"] != "") & (lines["end"] != "")
        return plain(lines[found]).rename(columns={f"measure_{name}": name for name in OF_COUNT})

    @cached_property
    def counts(self) -> pd.DataFrame:
        """The counts of people in returns that stand."""
        people = self.people
        standing = people[stands(people["owner"], successors(self["returns"]))]
        return correcting(standing, self["returns"], self.settled)

    @cached_property
    def kept(self) -> bool:
        """Whether a count of people needs a row of the register to be shown."""
        return kept(self.settings, self["disclosures"])

    @cached_property
    def joining_names(self) -> Mapping[str, Sequence[str]]:
        """The projects whose earlier name is that of another one, as domain/told_apart.py gives them."""
        if not self.kept:
            return {}
        told = [told_names(self["disclosures"], self["links"])]
        if self.before is not None:
            was = self.before.tables
            every = frozenset(was["projects"]["project"])
            remembered = kept(self.before.settings, was["disclosures"])
            told.append(told_names(was["disclosures"], was["links"]) if remembered else every)
        return joining_names(self["projects"], told)

    @cached_property
    def projects(self) -> pd.DataFrame:
        """The projects, without an earlier name that is that of another one."""
        projects = self["projects"]
        names = projects["renamed_from"].mask(projects["project"].isin(self.joining_names), "")
        return projects.assign(renamed_from=names)

    @cached_property
    def joining(self) -> pd.DataFrame:
        """The links of today that would make one of two that were told of, as domain/told_apart.py gives them."""
        if not self.kept:
            return self.links_now.iloc[:0].assign(one="", other="", project="")
        known = self.links_now, self.links, self.settled
        return pd.concat([joining_projects(*known).assign(project=""), joining_measures(*known)])

    @cached_property
    def settled(self) -> pd.DataFrame:
        """The register of disclosures, with each project by the name that it has now."""
        return renamed(self["disclosures"], self.projects)

    @cached_property
    def unsettled(self) -> pd.DataFrame:
        """The rows that register/disclosures.csv lacks, as domain/disclosure.py gives them."""
        return unsettled(self.counts, self.linked, self.settled)

    @cached_property
    def links(self) -> pd.DataFrame:
        """The links that register/links.csv remembers, with each project by the name that it has now."""
        return renamed_links(self["links"], self.projects)

    @cached_property
    def links_now(self) -> pd.DataFrame:
        """The links that the tables hold today, as domain/remembered.py gives them."""
        return links_now(self["projects"], self["measures"], self.counts)

    @cached_property
    def linked(self) -> pd.DataFrame:
        """Which measure took which one's place, now or ever, as domain/disclosure.py takes it."""
        return linked(self["measures"], self.links, self.joining)

    @cached_property
    def standing(self) -> pd.DataFrame:
        """The lines that count, as described in series.py."""
        return standing(self.lines, self["returns"])

    @cached_property
    def worths(self) -> pd.DataFrame:
        """What the lines that count are worth, as described in rough_worth.py."""
        return worths(self.standing, self["unit-values"], self["projects"])

    @cached_property
    def series(self) -> pd.DataFrame:
        """What each return says in all of each measure beside what came before, as described in series.py."""
        return series(self.standing)
