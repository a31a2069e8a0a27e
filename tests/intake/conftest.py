"""A copy of the small invented repository, and a way to import into it."""

import csv
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from intake.lists import Desk, desk
from socialvalue.cli import main
from socialvalue.load import load
from socialvalue.records import Checked, Source

Row = dict[str, str]
Said = Callable[..., tuple[int, str]]


@pytest.fixture
def data(small: Path, tmp_path: Path) -> Path:
    """The data folder of the small repository, without the return that tests import anew."""
    copied = shutil.copytree(small, tmp_path / "data")
    shutil.rmtree(copied / "returns/road-fund/north-road/2024-q2")
    return copied


@pytest.fixture(scope="session")
def source(small: Path) -> Source:
    """The small repository, read once."""
    return load(small)


@pytest.fixture
def register(source: Source, checked: Checked) -> Desk:
    """Its register, as it stands."""
    return desk(source, checked)


@pytest.fixture
def bring(data: Path) -> Said:
    """Run socialvalue import on a file, with answers; give how it ended and what it said."""

    def run(path: Path, *options: str, **answers: str) -> tuple[int, str]:
        given = [word for key, value in answers.items() for word in ("--answer", f"{key.replace('__', ':')}={value}")]
        words = ["import", str(path), "--data", str(data), *options, *given]
        found = CliRunner().invoke(
            main, [word.replace("_", "-") if word.startswith("declare") else word for word in words]
        )
        assert found.exception is None or isinstance(found.exception, SystemExit), found.output
        return found.exit_code, found.output

    return run


def lines_of(folder: Path, name: str = "lines") -> list[Row]:
    """The rows of a table of a return."""
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def descriptor_of(folder: Path) -> dict[str, Any]:
    """The descriptor of a return."""
    return dict(json.loads((folder / "datapackage.json").read_text(encoding="utf-8")))


DECLARED = ("--answer", "only-this-contract-and-period=yes", "--answer", "commitment-of-this-contract=yes")
