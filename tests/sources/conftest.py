"""The server on this machine, and leave to ask it."""

from collections.abc import Iterator

import pytest

from local_server import local_server
from sources.server import ANYBODY, Server


@pytest.fixture
def web() -> Iterator[str]:
    with local_server(Server) as address:
        yield address


@pytest.fixture
def this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the command ask a server on this machine."""
    monkeypatch.setattr("socialvalue.check.trouble", ANYBODY.trouble)
    monkeypatch.setattr("socialvalue.check.public", ANYBODY.public)
    monkeypatch.setattr("socialvalue.check.rules.safe_link.trouble", lambda address, schemes: "")
