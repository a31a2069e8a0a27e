"""Make what takes long once for a whole run: the first process that needs it makes it, the others read it."""

import fcntl
import os
import pickle
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from browser.every_page import fullest
from demo.write_demo import main as write_demo
from socialvalue import run
from socialvalue.kept import VARIABLE
from socialvalue.publish import publish
from socialvalue.records import Valuation

Built = tuple[Mapping[str, bytes], Mapping[str, str]]
"""The files of a site by path, and the longest page of each kind."""


def once(name: str, make: Callable[[], Any]) -> Any:
    """What `make` gives, in this process or in another. Nobody may change it."""
    folder = Path(os.environ[VARIABLE]).with_name("made")  # conftest.py gives each run its own
    folder.mkdir(exist_ok=True)
    with (folder / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        made = folder / name
        if not made.is_file():
            made.write_bytes(pickle.dumps(make()))
        return pickle.loads(made.read_bytes())


def built(valuation: Valuation) -> Built:
    """The site of a valuation."""
    files = publish(valuation)
    return files, fullest(valuation, files)


@cache
def demo_site() -> Built:
    """The site of the invented authority that uses every feature."""

    def make() -> Built:
        with TemporaryDirectory() as folder:
            write_demo(Path(folder) / "data")
            return built(run.valued(run.checked(Path(folder) / "data")))

    found: Built = once("demo", make)
    return found
