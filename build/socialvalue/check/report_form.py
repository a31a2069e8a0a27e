"""What a report is: one file in reports/, which puts the findings into one form."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby
from typing import Any

import pandas as pd

from socialvalue.how_many import many
from socialvalue.records import Checked, Finding, Severity, Source, plain

SITE = re.compile(r"https?://[\w.~:/-]+", re.ASCII)


@dataclass(frozen=True)
class Report:
    """A form of report. `write` gives its whole text; colour is for a terminal and only one form has it."""

    name: str
    write: Callable[[Checked, Source, bool], str]


@dataclass(frozen=True)
class Written:
    """The rows of each table file as they were written. Every table is gone through once, however many files."""

    source: Source
    _line_ends: dict[str, Mapping[int, int]] = field(default_factory=dict)

    def rows(self, file: str) -> pd.DataFrame | None:
        """The rows of a file; None where it is no table."""
        name = file.rpartition("/")[2].removesuffix(".csv")
        if name not in self.source.tables:
            return None
        return plain(self.source.tables[name].take(self._places[name].get(file, [])))

    def line_ends(self, file: str) -> Mapping[int, int]:
        """The rows of a file with line ends in their cells, and how many they have."""
        if file not in self._line_ends:
            table = self.rows(file)
            cells = [] if table is None else table.drop(columns="row").to_numpy().tolist()
            ends = zip([] if table is None else table["row"], ("".join(row).count("\n") for row in cells), strict=True)
            self._line_ends[file] = {row: count for row, count in ends if count}
        return self._line_ends[file]

    @cached_property
    def _places(self) -> Mapping[str, Mapping[Any, Any]]:
        return {
            name: plain(table[["file"]]).groupby("file", sort=False).indices
            for name, table in self.source.tables.items()
        }


def by_file(findings: Iterable[Finding]) -> Iterator[tuple[str, list[Finding]]]:
    """The findings of each file, which they are in the order of."""
    for file, found in groupby(findings, key=lambda finding: finding.file):
        yield file, list(found)


def counts(checked: Checked) -> Counter[str]:
    """How many errors, warnings and notes stand open, and how many were accepted."""
    found: Counter[str] = Counter()
    for finding in checked.findings:
        found["accepted" if finding.accepted else finding.severity.value] += finding.count
    return found


def summary(checked: Checked) -> str:
    """One sentence on how it went, and one on how much was looked at."""
    found = counts(checked)
    parts = [many(found[severity.value], severity.value) for severity in Severity if found[severity.value]]
    if found["accepted"]:
        parts.append(f"{found['accepted']:,} accepted")
    said = f"Found {_listed(parts)}." if parts else "Nothing is wrong."
    looked = checked.looked_at
    looked_at = _listed([many(looked[what], what.removesuffix("s")) for what in ("files", "returns", "lines")])
    return f"{said} Looked at {looked_at}. {checked.compared}".rstrip()


def place(finding: Finding) -> str:
    """The row of a table or the line of another file, as in "row 3"; empty for the whole file."""
    word = "line" if finding.file.endswith(".json") else "row"
    return f"{word} {finding.row}" if finding.row else ""


def address(finding: Finding, site: str) -> str:
    """Where on the web the rule is explained; empty where the address of the site is not known."""
    return f"{site.rstrip('/')}/{finding.page}" if SITE.fullmatch(site) else ""


def label(finding: Finding) -> str:
    """The word for how much a finding matters: its severity, or accepted."""
    return "accepted" if finding.accepted else finding.severity.value


def _listed(parts: list[str]) -> str:
    return " and ".join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else "".join(parts)
