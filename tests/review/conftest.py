"""What every test of a comparison begins with."""

import shutil
from pathlib import Path

import pytest

from check.repository import GOOD
from check.test_bad_examples import commit


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A repository of git with two published returns."""
    shutil.copytree(GOOD, tmp_path / "data")
    commit(tmp_path)
    return tmp_path / "data"
