"""Write the example: an invented project with promises and one return, each of which says that it is invented."""

import csv
import tomllib
from pathlib import Path

from socialvalue.beginning.wanted import Wanted
from socialvalue.drafting import ATTESTATIONS, PACKAGE, write_descriptor, write_table
from socialvalue.errors import BrokenRepository
from socialvalue.records import Checked

EXAMPLE = Path(__file__).with_name("example.toml")
PROJECT, PROGRAMME, PERIOD = "example-project", "example-programme", "2024-25-q1"
ANNOUNCEMENT = "This site holds an example that is invented. It is there to be replaced."


def write_example(checked: Checked, folder: Path, wanted: Wanted) -> None:
    """Add the example to the tables of a data folder, and write its return.

    Raises:
        BrokenRepository: the framework that was taken over has none of the measures that it counts by.
    """
    area = wanted.areas[0].area if wanted.areas else ""
    text = EXAMPLE.read_text(encoding="utf-8").replace("[[ framework ]]", wanted.name).replace("[[ area ]]", area)
    tables = tomllib.loads(text)
    known = _measures(folder / "frameworks" / wanted.name / "measures.csv")
    if any(row["measure"] not in known for row in tables["return"]["lines"]):
        raise BrokenRepository("The example counts measures that this framework does not have. Leave out --example.")
    for table, rows in tables["register"].items():
        write_table(folder / "register", checked, table, rows)
    write_table(folder / "register", checked, "project-areas", [{"project": PROJECT, "area": area}] if area else [])
    home = folder / "returns" / PROGRAMME / PROJECT / PERIOD
    write_descriptor(home, _descriptor(wanted.name))
    for table, rows in tables["return"].items():
        write_table(home, checked, table, rows)


def _measures(path: Path) -> set[str]:
    with path.open(encoding="utf-8", newline="") as file:
        return {row["measure"] for row in csv.DictReader(file)}


def _descriptor(framework: str) -> dict[str, object]:
    return {
        "$schema": PACKAGE,
        "name": f"{PROJECT}-{PERIOD}",
        "title": "Example project (invented), 1 April 2024 to 30 June 2024",
        "description": "An invented return: it shows what one looks like.",
        "version": "1.0.0",
        "project": PROJECT,
        "period": {"start": "2024-04-01", "end": "2024-06-30"},
        "framework": framework,
        "edition": "1",
        "basis": "submitted",
        "submitted_by": {"organisation": "example-council"},
        "received_on": "2024-07-15",
        "attestations": dict.fromkeys(ATTESTATIONS, True),
        "resources": [{"name": name, "path": f"{name}.csv"} for name in ("lines", "evidence")],
    }
