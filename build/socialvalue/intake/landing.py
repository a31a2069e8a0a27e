"""Write what was understood, and lead what the check finds in it back to the cells of the file."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from socialvalue.intake.importing import Import, Understood
from socialvalue.intake.packages import Package
from socialvalue.intake.saying import many
from socialvalue.intake.workbook import Place, place, shown
from socialvalue.intake.writing import descriptor_of, write_package
from socialvalue.records import KINDS, Checked, Finding, Severity, Valuation

SHOWN = 20
"""Findings that are shown one by one."""
LOCAL = "local"


def write_returns(work: Import, found: Understood, today: str, into: Path | None = None) -> list[Path]:
    """Write each return that is new or differs; give their folders. `into` is where they go if not into the data."""
    folders = []
    for package in found.to_write:
        reason = found.reasons.get(package.owner, "")
        descriptor = descriptor_of(package, found.gathered.heads, reason, today, work.register)
        folders.append(write_package(package, descriptor, into or work.data, work.register, aside=into is not None))
    return folders


def checked_words(after: Checked, packages: Sequence[Package]) -> tuple[list[str], bool]:
    """What the check finds in the returns that were written, by the cells that they came from; whether all is well."""
    owners = {package.owner: package for package in packages}
    mine = [finding for finding in after.findings if finding.owner in owners and not finding.accepted]
    errors = sum(finding.count for finding in mine if finding.severity is Severity.ERROR)
    warnings = sum(finding.count for finding in mine if finding.severity is Severity.WARNING)
    clean = "Nothing is wrong. " if not errors and not warnings else ""
    said = [f"Checked: {clean}{many(errors, 'error')}, {many(warnings, 'warning')}."]
    for finding in mine[:SHOWN]:
        said.append(f"  {finding.severity}  {_where(finding, owners)}: {finding.words} [{finding.rule}]")
    if len(mine) > SHOWN:
        said.append(f"  … {len(mine) - SHOWN} more: socialvalue check")
    return said, not errors


def _where(finding: Finding, owners: Mapping[str, Package]) -> str:
    """The cell of the officer's file that a finding is about; the file of the return where there is none."""
    if cell := cell_of(finding, owners):
        return f"{shown(cell[0])}!{place(*cell[1])}"
    return f"{finding.owner} {finding.file.rpartition('/')[2]}"


def cell_of(finding: Finding, owners: Mapping[str, Package]) -> tuple[str, Place] | None:
    """The sheet and the cell of the officer's file that a finding is about; None where there is none."""
    package = owners[finding.owner]
    if finding.file.rpartition("/")[2] == "lines.csv" and finding.row and 2 <= finding.row < len(package.entries) + 2:
        entry = package.entries[finding.row - 2]
        return entry.sheet, entry.places.get(finding.column, entry.at)
    return None


def worth_words(valuation: Valuation, packages: Sequence[Package]) -> Iterator[str]:
    """What the returns that were written are worth by kind, never added across kinds; and how many lines have no £."""
    owners = [package.owner for package in packages]
    totals = valuation.totals
    mine = totals[(totals["dimension"] == "return_id") & totals["member"].isin(owners)]
    sums = {kind: int(mine.loc[mine["kind"] == kind, "net"].sum()) for kind in KINDS}
    lines = valuation.lines[valuation.lines["return_id"].isin(owners)]
    without = len(set(lines["key"]) - set(valuation.values["key"]))
    said = [f"{kind.capitalize()} {_pounds(pence)}" for kind, pence in sums.items() if pence and kind != LOCAL]
    if without:
        said.append(f"No £: {many(without, 'row')}")
    if said:
        yield f"  {'   '.join(said)}"
    if sums.get(LOCAL):
        yield f"  Local economic value, apart from these: {_pounds(sums[LOCAL])}"


def _pounds(pence: int) -> str:
    """£1,200; £226.50 where there are pence."""
    pounds, rest = divmod(pence, 100)
    return f"£{pounds:,}" + (f".{rest:02}" if rest else "")


def rows_of(packages: Sequence[Package]) -> tuple[int, int]:
    """How many rows and documents some returns have."""
    return sum(len(package.lines) for package in packages), sum(len(package.evidence) for package in packages)
