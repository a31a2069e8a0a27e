"""What the preview answers to requests that no browser of its user sends, and what it leaves behind when stopped."""

import http.client
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from time import monotonic, sleep

import pytest

from publish.test_serve import SCRIPT, Heard, free_port
from socialvalue.kept import VARIABLE


class Preview:
    """A preview in a process of its own."""

    def __init__(self, folder: Path) -> None:
        (folder / "watched").mkdir()
        (folder / "watched/words").write_text("first")
        self.port = free_port()
        command = [sys.executable, "-c", SCRIPT, str(folder), str(self.port)]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        Heard(self.process).until(f"Serving http://127.0.0.1:{self.port}/ until you press Ctrl+C.")

    def ask(self, path: str, host: str | None = "localhost", method: str = "GET") -> tuple[int, bytes]:
        """Its status and what it sends for a path, asked for by the name of some host."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        connection.putrequest(method, path, skip_host=True)
        if host is not None:
            connection.putheader("Host", host)
        connection.endheaders()
        answer = connection.getresponse()
        return answer.status, answer.read()

    def end(self) -> str:
        """Stop it; what it complained of."""
        self.process.terminate()
        _, complaints = self.process.communicate(timeout=20)
        return str(complaints)


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    running = Preview(tmp_path)
    yield running
    running.process.kill()
    running.process.wait()


PATHS = [
    *("/%00", "/index.html%00.css", "/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "//example.org/", "/%5c..%5c"),
    *("/livereload/" + "9" * 5000 + "/1", "/livereload/x/1", "/livereload/", "/" + "a" * 5000, "/out", "/con", "/"),
    *("/index.html/", "/missing.html", "/.socialvalue", "/index.html?x=%00"),
]


def test_no_path_is_a_fault_of_the_server(preview: Preview) -> None:
    """Whatever is asked for, there is an answer that is no 500, nothing from outside the site, and no traceback."""
    for path in PATHS:
        status, content = preview.ask(path)
        assert status in (200, 404), path
        assert b"root:" not in content, path
        assert (status == 200) == (path in ("/", "/index.html?x=%00")), path
    assert "Traceback" not in preview.end()


def test_it_answers_to_the_names_of_this_machine_alone(preview: Preview) -> None:
    """A page elsewhere whose own name was made to lead here reads nothing."""
    for host in ("localhost", "127.0.0.1", f"localhost:{preview.port}", "[::1]:9000", "LOCALHOST"):
        assert preview.ask("/", host)[0] == 200, host
    for host in ("evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "", None, "localhost@evil", "0"):
        for path in ("/", "/missing.html", "/livereload/1/1"):
            status, content = preview.ask(path, host)
            assert status == 421, host
            assert b"first" not in content
    assert "Traceback" not in preview.end()


RAW = [
    b"GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n",
    b"GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\n\r\n",
    b"GET /\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: localhost\r\n\r\n",
    b"GET / HTTP/1.1\r\n Host: localhost\r\nHost: evil.example\r\n\r\n",
    b"\x16\x03\x01\x00\xa5\x01\x00\x00\xa1\r\n\r\n",
    b"GET / HTTP/9.9\r\n\r\n",
    b"GET " + b"/a" * 40_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n",
    b"GET / HTTP/1.1\r\n" + b"".join(b"X-%d: y\r\n" % n for n in range(300)) + b"Host: localhost\r\n\r\n",
]


@pytest.mark.parametrize("request_", RAW, ids=range(len(RAW)))
def test_no_malformed_request_reads_a_page_or_breaks_the_server(preview: Preview, request_: bytes) -> None:
    """Two hosts, another's address, no host, no HTTP, too much of anything: no page, and the next is answered."""
    with socket.create_connection(("127.0.0.1", preview.port), timeout=20) as line:
        line.sendall(request_)
        line.shutdown(socket.SHUT_WR)
        answer = b"".join(iter(lambda: line.recv(65_536), b""))
    assert b"first" not in answer
    assert preview.ask("/")[0] == 200
    assert "Traceback" not in preview.end()


HEARING = "import signal; signal.signal(signal.SIGHUP, signal.SIG_DFL); from socialvalue.cli import main; main()"
"""The command where a closed terminal ends it, also if the tests were started with nohup, which a preview respects."""


@pytest.mark.parametrize("stops", [[signal.SIGTERM], [signal.SIGHUP], [signal.SIGTERM, signal.SIGTERM, signal.SIGINT]])
@pytest.mark.parametrize("when", ["building", "serving"])
def test_a_preview_that_is_stopped_leaves_nothing_in_the_temporary_folder(
    tmp_path: Path, small: Path, stops: list[signal.Signals], when: str
) -> None:
    """Stopped once or again and again, in its first build or after, the folder it built into is gone."""
    command = [sys.executable, "-c", HEARING, "serve", "--data", str(small), "--port", str(free_port())]
    running = subprocess.Popen(
        command, env=os.environ | {"TMPDIR": str(tmp_path)}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    said = "drawing the pages" if when == "building" else "Serving"
    assert running.stdout
    try:
        for line in running.stdout:
            if said in line:
                break
        assert list(tmp_path.iterdir())
        for number in stops:
            running.send_signal(number)
            sleep(0.05)
        left, _ = running.communicate(timeout=60)
    finally:
        running.kill()
        running.wait()
    assert list(tmp_path.iterdir()) == []
    assert "Traceback" not in left


def test_a_build_that_is_stopped_leaves_nothing_but_the_old_site(tmp_path: Path, small: Path) -> None:
    """`socialvalue build` asked to stop while it draws: no frame in the temporary folder, no site."""
    out = tmp_path / "out" / "site"
    (tmp_path / "tmp").mkdir()
    command = [sys.executable, "-m", "socialvalue.cli", "build", "--data", str(small), "--out", str(out)]
    running = subprocess.Popen(
        command,
        env=os.environ | {"TMPDIR": str(tmp_path / "tmp"), VARIABLE: str(tmp_path / "kept")},  # the frame is drawn anew
        stderr=subprocess.PIPE,
        text=True,
    )
    assert running.stderr
    for line in running.stderr:
        if "drawing" in line:
            break
    until = monotonic() + 30
    while not list((tmp_path / "tmp").iterdir()) and monotonic() < until:
        sleep(0.01)
    running.terminate()
    _, said = running.communicate(timeout=60)
    assert running.returncode == 128 + signal.SIGTERM
    assert list((tmp_path / "tmp").iterdir()) == []
    assert not out.exists()
    assert "Traceback" not in said
