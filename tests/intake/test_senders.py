"""Who sends a return for which the register names nobody: asked, and never left empty. Invented."""

import csv
import json
from pathlib import Path

from intake.books import Cell, table
from intake.conftest import DECLARED, Said
from intake.test_rows_of_others import HOME

SAYS = {"organisation": "empty", "status": "self-reported", "mapping": "yes"}
ROWS: list[list[Cell]] = [["North Road, Q1 2024-25"], ["KPI", "Actual"], ["fw1", 4]]


def _nobody(data: Path) -> None:
    """Take away who runs the project, and who delivers it."""
    path = data / "register/projects.csv"
    rows = list(csv.DictReader(path.read_text().splitlines()))
    with path.open("w", newline="") as file:
        writer = csv.DictWriter(file, rows[0], lineterminator="\n")
        writer.writeheader()
        writer.writerows({**row, "promoter": ""} for row in rows)
    path = data / "register/project-organisations.csv"
    path.write_text(path.read_text().splitlines()[0] + "\n")


def test_it_is_asked_who_sends_what_the_register_gives_to_nobody(bring: Said, data: Path, tmp_path: Path) -> None:
    """An empty sender would be an error in a file that the officer never sees."""
    _nobody(data)
    path = table(tmp_path / "t.xlsx", ROWS)
    code, said = bring(path, "--yes", *DECLARED, **SAYS)
    assert code == 1
    assert "Who sends the figures of North Road" in said
    code, said = bring(path, "--yes", *DECLARED, **SAYS, sender="example-builder")
    assert code == 0, said
    described = json.loads((data / HOME / "datapackage.json").read_text())
    assert described["submitted_by"]["organisation"] == "example-builder"
