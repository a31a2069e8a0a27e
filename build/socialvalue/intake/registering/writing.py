"""Write the register as an import leaves it: judged as a whole first, then written whole or not at all."""

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from socialvalue.drafting import write_listed
from socialvalue.intake.registering.found import Found
from socialvalue.intake.registering.known import KEYS, Row
from socialvalue.load import load
from socialvalue.records import Checked, Source
from socialvalue.system import temporary_folder

ROOMS = ("reference", "register")
Places = Mapping[tuple[str, int], tuple[str, str]]
"""The table and key of each row of a table file, by file and row."""


def places_of(found: Found) -> Places:
    """Which row of which table each row of the files is to be."""
    return {
        (f"{room}/{table}.csv", number): (table, key)
        for room in ROOMS
        for table in _tables(found, room)
        if table in KEYS and found.known
        for number, key in enumerate(found.known.rows[table], start=2)
    }


def as_it_would_be(found: Found, source: Source, checked: Checked, data: Path) -> Source:
    """The whole repository with the tables that an import changes, for the check; nothing of it is in the data."""
    with temporary_folder("socialvalue-register-") as folder:
        for room in ROOMS:
            shutil.copytree(data / room, folder / room)
        write(found, checked, folder)
        read = load(folder, today=source.today)
    changed = {f"{room}/{table}.csv" for room in ROOMS for table in _tables(found, room)}
    return replace(
        source,
        tables={**source.tables, **{table: read.tables[table] for room in ROOMS for table in _tables(found, room)}},
        files=(
            *(each for each in source.files if each.file not in changed),
            *(each for each in read.files if each.file in changed),
        ),
        packages={**source.packages, **{room: read.packages[room] for room in ROOMS if room in read.packages}},
    )


def write(found: Found, checked: Checked, data: Path) -> list[Path]:
    """Put the changed tables into the data, all of a folder or none. Rows that stood keep order and text."""
    written = []
    for room in ROOMS:
        tables: dict[str, Sequence[Row]] = {
            table: list(found.known.rows.get(table, {}).values()) for table in _tables(found, room) if found.known
        }
        if tables:
            write_listed(data / room, checked, tables)
        written += [data / room / f"{table}.csv" for table in tables]
    return written


def _tables(found: Found, room: str) -> list[str]:
    return [table for table in found.tables if (table == "areas") == (room == "reference")]
