"""The hostile site and its harmless twin, built once."""

from collections.abc import Mapping

import pytest

from hostile.invented import hostile_site, judged, plain, site_of, unchecked
from hostile.payloads import ADDRESSES, HIDDEN, PAYLOADS
from socialvalue.records import Checked

HARMLESS = ["https://example.org/"] * len(ADDRESSES)


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Checked:
    """Hostile text as far as the check lets it through."""
    return judged(tmp_path_factory.mktemp("hostile") / "data")


@pytest.fixture(scope="session")
def site() -> Mapping[str, bytes]:
    """The site made of everything, as if there were no check."""
    return hostile_site()


@pytest.fixture(scope="session")
def twin(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """The same site with plain words in the same places, and no address that could be refused."""
    harmless = judged(tmp_path_factory.mktemp("twin") / "data", plain(PAYLOADS))
    leads = [address if n < 8 else HARMLESS[n] for n, address in enumerate(ADDRESSES)]
    return site_of(unchecked(harmless, plain(HIDDEN), leads))
