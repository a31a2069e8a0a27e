"""A small invented repository, read, checked, valued and published once for all tests."""

import gc
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from socialvalue import run
from socialvalue.kept import VARIABLE
from socialvalue.publish import publish, publishing
from socialvalue.publish.frame.mkdocs_frame import Frame
from socialvalue.records import Checked, Valuation

pytest.register_assert_rewrite("every_page")
pytest_plugins = ["browser.browsing"]

SMALL = Path(__file__).parent / "examples" / "small" / "data"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Golden files are one command away: pytest --update-golden, then read the difference."""
    parser.addoption("--update-golden", action="store_true", help="Write the golden files anew.")


def pytest_collection_finish() -> None:
    """Look for rings of objects less often: frames come and go by the thousand, and hardly any is part of one."""
    gc.freeze()
    gc.set_threshold(50_000)


@pytest.fixture(scope="session", autouse=True)
def _kept(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Nothing that an earlier run kept may decide a test; what this one keeps is shared by all its processes."""
    base = tmp_path_factory.getbasetemp()
    os.environ[VARIABLE] = str((base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "kept")


@pytest.fixture(scope="session")
def small() -> Path:
    """The data folder of the small invented repository. Copy it before you change anything."""
    return SMALL


@pytest.fixture(scope="session")
def checked(small: Path) -> Checked:
    return run.checked(small)


@pytest.fixture(scope="session")
def valuation(checked: Checked) -> Valuation:
    return run.valued(checked)


@pytest.fixture(scope="session")
def files(valuation: Valuation, small: Path) -> Mapping[str, bytes]:
    """The small site, as files by path."""
    return publish(valuation)


FRAMES: dict[str, Frame] = {}


@pytest.fixture
def one_frame(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let mkdocs draw a frame once for tests of what stands in it: of the small site only its version differs."""
    build = publishing.build_frame

    def drawn(*folders: Path, **said: Any) -> Frame:
        key = repr((folders, {name: text for name, text in said.items() if name != "version"}))
        if key not in FRAMES:
            FRAMES[key] = build(*folders, **said)
        return FRAMES[key]

    monkeypatch.setattr(publishing, "build_frame", drawn)
