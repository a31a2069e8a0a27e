"""Write what was understood, and lead what the check finds in it back to the cells of the file."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from socialvalue.how_many import many
from socialvalue.intake.found import causes
from socialvalue.intake.importing import Import
from socialvalue.intake.packages import Package
from socialvalue.intake.understood import Understood
from socialvalue.intake.workbook import cells_named
from socialvalue.intake.writing import descriptor_of, write_package
from socialvalue.publish.words.figures import pounds_said
from socialvalue.records import KINDS, Checked, Severity, Valuation

SHOWN = 20
"""Causes that are shown one by one."""
ORDER = (Severity.ERROR, Severity.WARNING, Severity.NOTE)
LOCAL = "local"


def write_returns(work: Import, found: Understood, today: str, into: Path | None = None) -> list[Path]:
    """Write each return that is new or differs; give their folders. `into` is where they go if not into the data."""
    folders = []
    for package in found.to_write:
        reason = found.reasons.get(package.owner, "")
        descriptor = descriptor_of(package, found.gathered.heads, reason, today, work.register)
        folders.append(write_package(package, descriptor, into or work.data, work.register, aside=into is not None))
    return folders


def checked_words(after: Checked, found: Understood, when: str = "Checked") -> tuple[list[str], bool]:
    """What the check finds in the returns of the file, each cause with its cells; whether there is no error."""
    mine = sorted(causes(found, after.findings), key=lambda cause: ORDER.index(cause.severity))
    errors, warnings = (sum(each.count for each in mine if each.severity is kind) for kind in ORDER[:2])
    clean = "Nothing is wrong. " if not errors and not warnings else ""
    said = [f"{when}: {clean}{many(errors, 'error')}, {many(warnings, 'warning')}."]
    for cause in mine[:SHOWN]:
        said.append(f"  {cause.severity}  {cells_named(cause.cells) or cause.owner}: {cause.words} [{cause.rule}]")
    if len(mine) > SHOWN:
        said.append(f"  … {len(mine) - SHOWN} more: socialvalue check")
    return said, not errors


def worth_words(valuation: Valuation, packages: Sequence[Package]) -> Iterator[str]:
    """What the returns that were written are worth by kind, never added across kinds; and how many lines have no £."""
    owners = [package.owner for package in packages]
    totals = valuation.totals
    mine = totals[(totals["dimension"] == "return_id") & totals["member"].isin(owners)]
    sums = {kind: int(mine.loc[mine["kind"] == kind, "net"].sum()) for kind in KINDS}
    lines = valuation.lines[valuation.lines["return_id"].isin(owners)]
    without = len(set(lines["key"]) - set(valuation.values["key"]))
    said = [f"{kind.capitalize()} {pounds_said(pence)}" for kind, pence in sums.items() if pence and kind != LOCAL]
    if without:
        said.append(f"No £: {many(without, 'row')}")
    if said:
        yield f"  {'   '.join(said)}"
    if sums.get(LOCAL):
        yield f"  Local economic value, apart from these: {pounds_said(sums[LOCAL])}"


def rows_of(packages: Sequence[Package]) -> tuple[int, int]:
    """How many rows and documents some returns have."""
    return sum(len(package.lines) for package in packages), sum(len(package.evidence) for package in packages)
