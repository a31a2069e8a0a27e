"""Correct or withdraw a return that was published: as a return of its own that says what it replaces, and why."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from socialvalue.domain.corrections import REASON_CHARACTERS, corrected, next_folder, withdrawn
from socialvalue.drafting import write_descriptor, write_table
from socialvalue.errors import BrokenRepository
from socialvalue.git import NoHistory, base_of, files_below
from socialvalue.intake.packages import Row, Standing, read_rows, standing_returns
from socialvalue.records import NAME_CHARACTERS, Checked

OWNER = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*/[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
FILES = ("datapackage.json", "lines.csv", "evidence.csv")


@dataclass(frozen=True)
class Correction:
    """A correction that was written."""

    folder: Path
    changed: Sequence[str]
    """What differs from the return that it replaces, in words; empty where nothing does yet."""
    attests: bool
    """Whether somebody has to say again that it is true; nobody does of what was compiled from public pages."""


def correct(checked: Checked, data: Path, owner: str, reason: str, today: str) -> Correction:
    """Write the correction of a return beside it: a copy with the version raised, what it replaces and why.

    Where somebody changed the published return itself, these changes become the correction's, and what was published
    is put back as it was. The attestations are given anew by whoever sends it.

    Raises:
        BrokenRepository: there is no such return, another one replaced it, or the reason is none.
    """
    standing = _standing(data, owner, reason)
    before = _put_back(data, standing)
    folder = standing.folder.with_name(next_folder(standing.folder.name))
    descriptor = corrected(standing.descriptor, folder.parent.name, standing.folder.name, reason, today)
    write_descriptor(folder, descriptor)
    write_table(folder, checked, "lines", standing.lines)
    write_table(folder, checked, "evidence", standing.evidence)
    return Correction(folder, differences(before, standing.lines), "attestations" in descriptor)


def withdraw(checked: Checked, data: Path, owner: str, reason: str, today: str) -> Path:
    """Write the withdrawal of a return beside it: a return without lines that says what it takes away, and why.

    Raises:
        BrokenRepository: there is no such return, another one replaced it, or the reason is none.
    """
    standing = _standing(data, owner, reason)
    folder = standing.folder.with_name(next_folder(standing.folder.name, "withdrawal"))
    descriptor = withdrawn(standing.descriptor, folder.parent.name, standing.folder.name, reason, today)
    _put_back(data, standing)
    write_descriptor(folder, descriptor)
    write_table(folder, checked, "lines", [])
    write_table(folder, checked, "evidence", [])
    return folder


def differences(before: Sequence[Row], after: Sequence[Row]) -> list[str]:
    """What differs between the lines of two versions, line by line."""
    old, new = ({row["line"]: row for row in rows} for rows in (before, after))
    said = [f"line {line} ({row['measure']}) is taken out" for line, row in old.items() if line not in new]
    for line, row in new.items():
        if line not in old:
            said.append(f"line {line} ({row['measure']}) is new: {row['quantity']} {row['unit']}")
            continue
        changed = [key for key in row if row[key] != old[line].get(key, "")]
        said += [
            f"line {line} ({row['measure']}), {key}: {old[line].get(key) or 'nothing'}, now {row[key] or 'nothing'}"
            for key in changed
        ]
    return said


def _standing(data: Path, owner: str, reason: str) -> Standing:
    """The return that is named, as its files are now."""
    if not OWNER.fullmatch(owner):
        raise BrokenRepository(f'"{owner[:80]!s}" is no return. Name it as project/period, as in north-road/2024-q2.')
    if not 0 < len(reason.strip()) <= REASON_CHARACTERS:
        raise BrokenRepository(f"Say why in one sentence for the public, of at most {REASON_CHARACTERS} letters.")
    project, period = owner.split("/")
    standing = standing_returns(data, project, None)
    for each in standing.values():
        if each.folder.name == period:
            if len(next_folder(period, "withdrawal")) > NAME_CHARACTERS:
                raise BrokenRepository(f"{period} is too long a name to add to. Write the correction's folder by hand.")
            return each
    there = sorted(each.folder.name for each in standing.values())
    if any((data / "returns").glob(f"*/{project}/{period}/datapackage.json")):
        newest = next((name for name in there if name.startswith(period)), "")
        hint = f" Correct that one: {project}/{newest}" if newest else ""
        raise BrokenRepository(f"{owner} was replaced already.{hint}")
    known = f"There are: {', '.join(there)}." if there else "See the folders in data/returns."
    raise BrokenRepository(f"There is no return {owner}. Name it as project/period. {known}")


def _put_back(data: Path, standing: Standing) -> Sequence[Row]:
    """Put the return back as it was published, where somebody changed it; give its lines as they were.

    Without git, or for a return that was never published, it stays as it is.
    """
    try:
        was = dict(files_below(data, base_of(data), [standing.folder.relative_to(data).as_posix()]))
    except NoHistory:
        return standing.lines
    for name, content in was.items():
        path = data / name
        if path.name in FILES and (not path.is_file() or path.read_bytes() != content):
            path.write_bytes(content)
    return read_rows(standing.folder / "lines.csv") if was else standing.lines
