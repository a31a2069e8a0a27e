"""The sources' addresses are asked one by one. These tests ask a server on this machine and nobody else."""

import shutil
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from click.testing import CliRunner

from socialvalue.cli import main
from socialvalue.sources import ask

CODES = {"/there": 200, "/gone": 404, "/shut": 403, "/moved": 301, "/to-a-file": 302, "/no-head": 200}
PLACES = {"/moved": "/there", "/to-a-file": "file:///etc/hostname"}


class Server(BaseHTTPRequestHandler):
    """Answers each path with its code; /no-head knows no HEAD."""

    def answer(self, code: int) -> None:
        self.send_response(code)
        if self.path in PLACES:
            self.send_header("Location", PLACES[self.path])
        self.send_header("Content-Length", "0")
        self.end_headers()

    def do_HEAD(self) -> None:
        self.answer(405 if self.path == "/no-head" else CODES[self.path])

    def do_GET(self) -> None:
        self.answer(CODES[self.path])

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the tests' output is for the tests."""


@pytest.fixture
def web() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.parametrize(
    ("path", "answers", "words"),
    [
        ("/there", True, "answers"),
        ("/no-head", True, "answers"),
        ("/moved", True, "moved to"),
        ("/shut", True, "turns programs away"),
        ("/gone", False, "404"),
        ("/to-a-file", False, ""),
    ],
)
def test_each_address_says_whether_it_answers(web: str, path: str, answers: bool, words: str) -> None:
    """An address answers, has moved, turns programs away, or is gone; a redirect to a file is never followed."""
    (answer,) = ask([web + path], wait=5)
    assert answer.answers is answers
    assert words in answer.words


def test_a_host_that_is_not_there_does_not_answer() -> None:
    """Nobody listens: the answer says so, and nothing breaks."""
    (answer,) = ask(["http://127.0.0.1:1/page"], wait=5)
    assert not answer.answers
    assert "does not answer" in answer.words


def test_other_schemes_are_not_opened(tmp_path: Path) -> None:
    """A file's address is refused, though the file is there."""
    page = tmp_path / "page.html"
    page.write_text("here")
    (answer,) = ask([page.as_uri()], wait=5)
    assert not answer.answers


@pytest.mark.parametrize(("path", "code"), [("/there", 0), ("/gone", 1)])
def test_the_command_ends_in_one_when_a_page_is_gone(
    web: str, path: str, code: int, small: Path, tmp_path: Path
) -> None:
    """`socialvalue sources --check` lists each address and exits 0 or 1."""
    data = tmp_path / "data"
    shutil.copytree(small, data)
    table = data / "register" / "sources.csv"
    table.write_text(table.read_text().replace("https://example.org/news", web + path))
    done = CliRunner().invoke(main, ["sources", "--check", "--data", str(data)])
    assert done.exit_code == code, done.output
    assert web + path in done.output


def test_the_command_lists_addresses_without_the_network(small: Path) -> None:
    """Without --check the addresses are listed and nobody is asked."""
    done = CliRunner().invoke(main, ["sources", "--data", str(small)])
    assert done.exit_code == 0
    assert "https://example.org/news" in done.output
