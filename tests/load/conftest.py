"""A copy of the good repository, to be changed."""

import shutil
from pathlib import Path

import pytest

from check.repository import GOOD


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return shutil.copytree(GOOD, tmp_path / "data")
