"""How long one workbook with every site of a programme takes to become its returns.

    python benchmarks/import_speed.py [SITES] [QUARTERS]

It writes an invented repository with so many sites (90) in a folder of its own, a workbook with 14 rows for each site
and quarter (4), and imports it three times: all new, all as before, and two figures corrected. The bar is 10 seconds.
"""

import csv
import shutil
import sys
import tempfile
import time
from pathlib import Path

import xlsxwriter
from click.testing import CliRunner

from socialvalue.cli import main

SMALL = Path(__file__).parents[1] / "tests" / "examples" / "small" / "data"
MEASURES = {"Apprenticeship weeks": 30, "Spend with local firms": 1200.5, "Volunteering": 40, "Carbon saved": 3}
ROWS = 14
BAR = 10
SAYS = ("notes=yes", "status=self-reported", "organisation=register", "tier=register", "missing-rows=keep",
        "reason=Swapped.", "only-this-contract-and-period=yes", "commitment-of-this-contract=yes")  # fmt: skip


def repository(folder: Path, sites: int) -> Path:
    """The small repository with so many sites in its register, and no returns."""
    data = Path(shutil.copytree(SMALL, folder / "data"))
    shutil.rmtree(data / "returns")
    with (data / "register/projects.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    sited = [{**rows[0], "project": f"site-{n:03}", "name": f"Site {n:03}", "renamed_from": ""} for n in range(sites)]
    with (data / "register/projects.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows([*rows, *sited])
    return data


def workbook(path: Path, sites: int, quarters: int, changed: float = 0) -> Path:
    """Rows of project x measure x period, some measures in two districts and by two firms."""
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("Master")
    sheet.write_row(0, 0, ["Project", "KPI", "Quarter", "Actual", "District", "Organisation", "Comments"])
    at = 0
    for site in range(sites):
        for quarter in range(quarters):
            for row in range(ROWS):
                at += 1
                measure = list(MEASURES)[row % len(MEASURES)]
                figure = MEASURES[measure] + row + quarter + (changed if site < 2 and quarter == row == 0 else 0)
                area, firm = (
                    ("Northtown", "Southtown")[row // 4 % 2],
                    ("example-builder", "example-council")[row // 8 % 2],
                )
                period = f"Q{quarter % 4 + 1} {2023 + quarter // 4}-{24 + quarter // 4}"
                sheet.write_row(at, 0, [f"Site {site:03}", measure, period, figure, area, firm, f"Note {row}"])
    book.close()
    return path


def measured(data: Path, path: Path, what: str) -> None:
    """Import a workbook, and say how long that took and what came of it."""
    answers = [word for answer in SAYS for word in ("--answer", answer)]
    began = time.perf_counter()
    found = CliRunner().invoke(main, ["import", str(path), "--data", str(data), "--yes", *answers])
    seconds = time.perf_counter() - began
    said = [line.strip() for line in found.output.splitlines() if line.startswith(("   ", "Written", "Checked"))]
    print(f"{what:<10} {seconds:5.2f} s of {BAR}  exit {found.exit_code}")
    if found.exit_code:
        print(found.output[-800:])
    print("           " + "\n           ".join(line for line in said if line[:1].isdigit() or line[:1] in "WC")[:600])


if __name__ == "__main__":
    count, each = (int(word) for word in (*sys.argv[1:3], "90", "4")[:2]) if len(sys.argv) > 2 else (90, 4)
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        repo = repository(place, count)
        master = workbook(place / "master.xlsx", count, each)
        print(f"{count} sites x {each} quarters, {count * each * ROWS:,} rows, {master.stat().st_size / 1000:,.0f} kB")
        measured(repo, master, "new")
        measured(repo, master, "as before")
        measured(repo, workbook(place / "later.xlsx", count, each, 11), "corrected")
