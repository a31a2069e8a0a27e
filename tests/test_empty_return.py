"""The empty return that the page on submitting gives out is one that the check knows."""

import re
import shutil
from pathlib import Path

import pytest

from socialvalue import run
from socialvalue.records import Severity

ROOT = Path(__file__).resolve().parents[1]
PAGE = (ROOT / "docs/submit.md").read_text(encoding="utf-8")
BLOCK = re.compile(r'aria-label="An empty ([a-z.]+)".*?```[a-z]+\n(.*?)```', re.DOTALL)
LINE = "1,co1,120,hours,,,,,,,,self-reported,,,,,\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The empty files as they are copied from the page, below the project that they name."""
    folder = tmp_path / "north-road/2025-q3"
    folder.mkdir(parents=True)
    for name, text in BLOCK.findall(PAGE):
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def errors(folder: Path, small: Path) -> set[str]:
    """What is wrong with it beside the register and the frameworks, and beside no other return."""
    data = folder.parents[1] / "data"
    for room in ("register", "reference", "frameworks"):
        shutil.copytree(small / room, data / room)
    found = run.checked(data, [folder]).errors
    assert all(finding.severity is Severity.ERROR for finding in found)
    return {finding.rule for finding in found}


def test_the_page_gives_out_all_three_files(folder: Path) -> None:
    """Nothing is left to be looked up elsewhere."""
    assert {path.name for path in folder.iterdir()} == {"datapackage.json", "lines.csv", "evidence.csv"}


def test_an_empty_return_lacks_lines_and_attestations_alone(folder: Path, small: Path) -> None:
    """Its headers, its descriptor and its names are right as they stand."""
    assert errors(folder, small) == {"no-rows", "attested"}


def test_a_line_and_two_attestations_make_it_whole(folder: Path, small: Path) -> None:
    """Filled in as the page says, it has nothing left to mend."""
    with (folder / "lines.csv").open("a", encoding="utf-8") as file:
        file.write(LINE)
    descriptor = folder / "datapackage.json"
    descriptor.write_text(descriptor.read_text(encoding="utf-8").replace("false", "true"), encoding="utf-8")
    assert errors(folder, small) == set()
