"""Record what the editions in use say, so that check sees a later change also where there is no git."""

from pathlib import Path
from typing import NamedTuple

from socialvalue.domain.editions import in_use, unrecorded
from socialvalue.drafting import write_listed
from socialvalue.records import Checked, rows

TABLE = "editions"
COLUMNS = ("edition", "table", "name", "checksum")


class Recorded(NamedTuple):
    """What was recorded of one edition."""

    framework: str
    edition: str
    rows: int
    """How many rows are new; below 0, how many were forgotten."""


def record(checked: Checked, data: Path) -> list[Recorded]:
    """Add to frameworks/<framework>/editions.csv each row that it lacks of an edition that returns use.

    A row of such an edition stays as it is. One of an edition that no return uses is forgotten, as after the example
    that a new repository began with; not while a return is held back, for that may be the one that uses it. `checked`
    is the repository at `data`, without errors outside its returns.
    """
    lacking = unrecorded(checked.tables, checked.editions)
    before = list(rows(checked.tables[TABLE]))
    used = set(in_use(checked.tables["returns"]))
    gone = [row for row in before if not checked.held_back and (row.owner, row.edition) not in used]
    for framework in dict.fromkeys([*(row["owner"] for row in lacking), *(row.owner for row in gone)]):
        there = [row for row in before if row.owner == framework and row not in gone]
        kept = ({name: getattr(row, name) for name in COLUMNS} for row in there)
        new = ({name: row[name] for name in COLUMNS} for row in lacking if row["owner"] == framework)
        write_listed(data / "frameworks" / framework, checked, {TABLE: [*kept, *new]})
    each = [(row["owner"], row["edition"]) for row in lacking]
    lost = [(row.owner, row.edition) for row in gone]
    return [
        *(Recorded(*edition, each.count(edition)) for edition in dict.fromkeys(each)),
        *(Recorded(*edition, -lost.count(edition)) for edition in dict.fromkeys(lost)),
    ]
