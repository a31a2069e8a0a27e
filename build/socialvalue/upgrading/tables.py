"""Bring the tables of a data folder to the schemas of the program that runs. What a cell says stays as it is."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence, Set
from pathlib import Path
from typing import Any, NamedTuple

import socialvalue.upgrading.migrations
from socialvalue import system
from socialvalue.errors import BrokenRepository
from socialvalue.members import members
from socialvalue.upgrading.migration import Migration

ROOMS = ("register", "reference", "frameworks", "returns")


class Moved(NamedTuple):
    """A table that is brought to its schema: where it lies, its text before and after, and why."""

    path: Path
    before: str
    after: str
    why: tuple[str, ...]


def migrations() -> Mapping[str, Sequence[Migration]]:
    """The migrations of each table, the earliest first."""
    found: dict[str, list[Migration]] = {}
    for each in sorted(members(socialvalue.upgrading.migrations, "MIGRATION"), key=lambda each: each.to):
        found.setdefault(each.table, []).append(each)
    return found


def moved(data: Path, schemas: Mapping[str, Mapping[str, Any]]) -> Iterator[Moved]:
    """Each table below `data` that is of an earlier version of its schema, as it is to be.

    Raises:
        BrokenRepository: a table is of no version that ever was, can't be read, or is a link.
    """
    known = migrations()
    for path in sorted(path for room in ROOMS for path in (data / room).rglob("*.csv")):
        of_return = path.is_relative_to(data / "returns") and path.stem not in known  # whoever sends it mends it
        if path.stem in schemas and not of_return:
            wanted = [field["name"] for field in schemas[path.stem]["fields"]]
            if found := _moved(path, known.get(path.stem, ()), wanted):
                yield found


def _moved(path: Path, steps: Sequence[Migration], wanted: Sequence[str]) -> Moved | None:
    before = _text(path)
    reader = csv.DictReader(io.StringIO(before, newline=""), strict=True)
    header = list(reader.fieldnames or ())
    due = _due(set(header), steps, set(wanted))
    if due is not None and not due:
        return None
    if due is None or len(set(header)) < len(header):
        raise BrokenRepository(f"{path} has other columns than any version had. Mend it first: socialvalue check")
    try:
        rows = list(reader)
    except csv.Error as error:
        raise BrokenRepository(f"{path} is no CSV that can be read: {error}.") from error
    ragged = [number for number, row in enumerate(rows, 2) if None in row or None in row.values()]
    if ragged:
        raise BrokenRepository(f"{path} row {ragged[0]} has more or fewer cells than the header. Mend it first.")
    return Moved(path, before, _written(path, rows, due, wanted), tuple(step.why for step in due))


def _due(header: Set[str], steps: Sequence[Migration], wanted: Set[str]) -> Sequence[Migration] | None:
    """The migrations that bring a table with these columns to those that are wanted; none where nothing does.

    A table that has all columns of a version, and of no later one, is of that version.
    """
    columns = wanted
    for at in range(len(steps), -1, -1):
        if columns == header:
            return steps[at:]
        if at:
            columns = (columns - set(steps[at - 1].added)) | set(steps[at - 1].gone)
    return None


def _written(path: Path, rows: Sequence[dict[str, str]], due: Sequence[Migration], wanted: Sequence[str]) -> str:
    """The table with its new columns, in the order of the schema."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, wanted, lineterminator="\n")
    writer.writeheader()
    for row in rows:
        whole = dict(row)
        for step in due:
            try:
                whole |= {column: says(whole) for column, says in step.added.items()}
            except KeyError as error:
                raise BrokenRepository(f"{path} holds {error}, which no version knew. Mend it first.") from error
        writer.writerow({column: whole[column] for column in wanted})
    return text.getvalue()


def _text(path: Path) -> str:
    if system.is_link(path):
        raise BrokenRepository(f"{path} is a link. Put the table itself there.")
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BrokenRepository(f"{path} is not in UTF-8. Mend it first: socialvalue check") from error
