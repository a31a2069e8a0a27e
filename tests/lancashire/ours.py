"""Our own data, read and valued once for all tests of it: what holds of Lancashire is tested here alone."""

from functools import cache
from pathlib import Path

from once import Built, built, once
from socialvalue import run
from socialvalue.records import Valuation

DATA = Path(__file__).parents[2] / "data"


@cache
def valued() -> Valuation:
    """Our own data, valued."""
    return run.valued(run.checked(DATA))


@cache
def our_site() -> Built:
    """The site of our own data."""
    found: Built = once("ours", lambda: built(valued()))
    return found
