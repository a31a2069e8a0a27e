"""The preview: on this machine alone, under the site's own policy, built again when something changes."""

import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from socialvalue.errors import BrokenRepository
from socialvalue.publish.csp import fingerprint, inline_scripts
from socialvalue.publish.serve import serve

SCRIPT = """
import sys
from pathlib import Path
from socialvalue.errors import BrokenRepository
from socialvalue.publish.serve import serve
folder, port = Path(sys.argv[1]), int(sys.argv[2])
policy = '<meta content="script-src &#39;self&#39;">'
def build():
    words = (folder / "watched/words").read_text()
    if words == "broken":
        raise BrokenRepository("It is broken.")
    (folder / "out").mkdir(exist_ok=True)
    (folder / "out/index.html").write_text(f"{policy}<body>{words}</body>")
    (folder / "out/404.html").write_text("not here")
    print("built", words, flush=True)
serve(build, folder / "out", [folder / "watched"], port, lambda words: print(words, flush=True))
"""


def free_port() -> int:
    """A port that nobody uses."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@pytest.fixture
def port() -> int:
    return free_port()


@pytest.fixture
def preview(tmp_path: Path, port: int) -> Iterator["subprocess.Popen[str]"]:
    """A preview that runs in a process of its own, and is stopped as a person would stop it."""
    (tmp_path / "watched").mkdir()
    (tmp_path / "watched/words").write_text("first")
    command = [sys.executable, "-c", SCRIPT, str(tmp_path), str(port)]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    yield running
    running.send_signal(signal.SIGINT)
    rest, _ = running.communicate(timeout=20)
    assert rest.endswith("Stopped.\n")
    assert running.returncode == 0


def said(preview: "subprocess.Popen[str]", words: str) -> None:
    """Wait until the preview says these words."""
    assert preview.stdout
    for line in preview.stdout:
        if line.strip() == words:
            return
    pytest.fail(f"the preview ended and never said: {words}")


def test_builds_again_when_something_changes(preview: "subprocess.Popen[str]", tmp_path: Path, port: int) -> None:
    """A change is built; a broken repository is told and leaves the last site; the next change mends it."""
    address = f"http://127.0.0.1:{port}/"
    said(preview, f"Serving {address} until you press Ctrl+C.")
    words = tmp_path / "watched/words"
    words.write_text("broken")
    said(preview, "It is broken.")
    assert "first" in urlopen(address).read().decode()
    words.write_text("second")
    said(preview, "built second")
    page = urlopen(address).read().decode()
    assert "second" in page
    assert fingerprint(inline_scripts(page)[-1]) in unescape(re.findall('content="(.*?)"', page)[0])
    with pytest.raises(HTTPError) as missing:
        urlopen(address + "missing.html")
    assert missing.value.read() == b"not here"


def test_a_port_in_use_is_told_plainly(tmp_path: Path) -> None:
    """When another program has the port, one sentence says so."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        with pytest.raises(BrokenRepository, match="can't be used"):
            serve(lambda: None, tmp_path, [], other.getsockname()[1], lambda words: None)
