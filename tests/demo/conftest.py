"""The site of the demonstration, built once for all tests."""

from collections.abc import Mapping

import pytest

from once import demo_site


@pytest.fixture(scope="session")
def site() -> Mapping[str, bytes]:
    return demo_site()[0]
