"""The server on this machine, and leave to ask it."""

from collections.abc import Iterator
from http.server import ThreadingHTTPServer
from threading import Thread

import pytest

from sources.server import ANYBODY, Server


@pytest.fixture
def web() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the command ask a server on this machine."""
    monkeypatch.setattr("socialvalue.check.trouble", ANYBODY.trouble)
    monkeypatch.setattr("socialvalue.check.public", ANYBODY.public)
    monkeypatch.setattr("socialvalue.check.rules.safe_link.trouble", lambda address, schemes: "")
