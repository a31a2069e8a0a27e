"""Correct or withdraw a return that was published: as a return of its own that says what it replaces, and why."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from socialvalue import system
from socialvalue.domain.corrections import REASON_CHARACTERS, corrected, next_folder, withdrawn
from socialvalue.drafting import descriptor_text, laid_out, write_descriptor, write_table
from socialvalue.errors import BrokenRepository
from socialvalue.git import NoHistory, base_of, files_below, names_below
from socialvalue.intake.packages import Row, Standing, read_rows, returns_there, standing_returns
from socialvalue.records import NAME_CHARACTERS, Checked

OWNER = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*/[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
FILES = ("datapackage.json", "lines.csv", "evidence.csv")


@dataclass(frozen=True)
class Correction:
    """A correction that was written."""

    folder: Path
    changed: Sequence[str]
    """What differs from the return that it replaces, in words; empty where nothing does yet."""
    rows_of: str
    """The return, as project/period, whose rows came in again because a withdrawal is corrected; empty otherwise."""
    attests: bool
    """Whether somebody has to say again that it is true; nobody does of what was compiled from public pages."""


def correct(checked: Checked, data: Path, owner: str, reason: str, today: str) -> Correction:
    """Write the correction of a return beside it: a copy with the version raised, what it replaces and why.

    A withdrawal has no rows: its correction has those of the last return that stood before it.

    Where somebody changed the published return itself, these changes become the correction's, and what was published
    is put back as it was. The attestations are given anew by whoever sends it.

    Raises:
        BrokenRepository: there is no such return, another one replaced it, or the reason is none.
    """
    standing = _standing(data, owner, reason)
    folder = standing.folder.with_name(next_folder(standing.folder.name))
    was = _published(checked, data, standing)
    descriptor = corrected(standing.descriptor, folder.parent.name, standing.folder.name, reason, today)
    source = _last_with_rows(checked, data, standing)
    lines, evidence = (read_rows(source / f"{name}.csv") for name in ("lines", "evidence"))
    with laid_out(folder, data):
        write_descriptor(folder, descriptor)
        write_table(folder, checked, "lines", lines)
        write_table(folder, checked, "evidence", evidence)
        before = _put_back(standing, was)
    again = "" if source == standing.folder else f"{source.parent.name}/{source.name}"
    return Correction(folder, differences(before, lines), again, "attestations" in descriptor)


def withdraw(checked: Checked, data: Path, owner: str, reason: str, today: str) -> Path:
    """Write the withdrawal of a return beside it: a return without lines that says what it takes away, and why.

    Raises:
        BrokenRepository: there is no such return, another one replaced it, or the reason is none.
    """
    standing = _standing(data, owner, reason)
    folder = standing.folder.with_name(next_folder(standing.folder.name, "withdrawal"))
    was = _published(checked, data, standing)
    descriptor = withdrawn(standing.descriptor, folder.parent.name, standing.folder.name, reason, today)
    with laid_out(folder, data):
        write_descriptor(folder, descriptor)
        write_table(folder, checked, "lines", [])
        write_table(folder, checked, "evidence", [])
        _put_back(standing, was)
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
        hint = f" What stands is {project}/{newest}: name that one." if newest else ""
        raise BrokenRepository(f"{owner} was replaced already.{hint}")
    known = f"There are: {', '.join(there)}." if there else "See the folders in data/returns."
    raise BrokenRepository(f"There is no return {owner}. Name it as project/period. {known}")


def _last_with_rows(checked: Checked, data: Path, standing: Standing) -> Path:
    """The folder whose rows a correction begins with: of the return itself, or for a withdrawal of the last one before
    it that was accepted."""
    project = standing.folder.parent.name
    accepted = set(checked.tables["returns"]["owner"])
    each, left = standing, returns_there(data, project, None)
    while each.descriptor.get("withdraws") is True or (
        each is not standing and f"{project}/{each.folder.name}" not in accepted
    ):
        before = left.pop(str(each.descriptor.get("supersedes", "")), None)
        if before is None:
            return standing.folder
        each = before
    return each.folder


def _published(checked: Checked, data: Path, standing: Standing) -> Mapping[str, bytes]:
    """The files of a return as they were published, by their names; none without git, or of one that never was.

    They may have lain in the folder of another programme, or of the project by an earlier name.
    """
    projects = checked.tables["projects"]
    earlier = dict(zip(projects["project"], projects["renamed_from"], strict=True))
    project, period = standing.folder.parent.name, standing.folder.name
    names = [project]
    while (name := earlier.get(names[-1], "")) and name not in names:
        names.append(name)
    ends = [f"/{name}/{period}/{file}" for name in names for file in FILES]
    try:
        base = base_of(data)
        paths = [path for path in names_below(data, base, ["returns"]) if path.endswith(tuple(ends))]
        return {path.rpartition("/")[2]: content for path, content in files_below(data, base, paths)}
    except NoHistory:
        return {}


def _put_back(standing: Standing, was: Mapping[str, bytes]) -> Sequence[Row]:
    """Put the return back as it was published, where somebody changed it; give its lines as they were.

    The changes stand in the correction by now, so nothing is lost where this breaks off: then it is put back whole or
    not at all, and the correction goes. What was never published stays as it is.
    """
    contents = {
        standing.folder / name: _by_its_name(published, standing) if name == "datapackage.json" else published
        for name, published in was.items()
    }
    changed = {path: text for path, text in contents.items() if not path.is_file() or path.read_bytes() != text}
    system.write_all(changed)
    return read_rows(standing.folder / "lines.csv") if was else standing.lines


def _by_its_name(content: bytes, standing: Standing) -> bytes:
    """The descriptor that was published, under the name that the project has now."""
    found = json.loads(content)
    now = {key: standing.descriptor.get(key) for key in ("project", "name")}
    if {key: found.get(key) for key in now} == now:
        return content
    return descriptor_text({**found, **now}).encode()
