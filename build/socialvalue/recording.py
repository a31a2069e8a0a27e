"""Record what the editions in use say, so that check sees a later change also where there is no git."""

from pathlib import Path
from typing import NamedTuple

from socialvalue.domain.editions import unrecorded
from socialvalue.drafting import write_listed
from socialvalue.records import Checked, rows

TABLE = "editions"
COLUMNS = ("edition", "table", "name", "checksum")


class Recorded(NamedTuple):
    """What was recorded of one edition."""

    framework: str
    edition: str
    rows: int


def record(checked: Checked, data: Path) -> list[Recorded]:
    """Add to frameworks/<framework>/editions.csv each row that it lacks of an edition that returns use.

    A row that is there stays as it is. `checked` is the repository at `data`, without errors outside its returns.
    """
    lacking = unrecorded(checked.tables, checked.editions)
    before = checked.tables[TABLE]
    for framework in dict.fromkeys(row["owner"] for row in lacking):
        folder = data / "frameworks" / framework
        there = ({name: getattr(row, name) for name in COLUMNS} for row in rows(before[before["owner"] == framework]))
        new = ({name: row[name] for name in COLUMNS} for row in lacking if row["owner"] == framework)
        write_listed(folder, checked, {TABLE: [*there, *new]})
    each = [(row["owner"], row["edition"]) for row in lacking]
    return [Recorded(*edition, each.count(edition)) for edition in dict.fromkeys(each)]
