"""The preview: on this machine alone, under the site's own policy, built again when something changes."""

import re
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from html import unescape
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from socialvalue.errors import BrokenRepository
from socialvalue.publish.frame.csp import fingerprint, inline_scripts
from socialvalue.publish.output.serve import serve

SCRIPT = """
import sys
from pathlib import Path
from socialvalue.errors import BrokenRepository
from socialvalue.publish.output.serve import serve
folder, port = Path(sys.argv[1]), int(sys.argv[2])
policy = '<meta content="script-src &#39;self&#39;">'
def build():
    words = (folder / "watched/words").read_text()
    if words == "broken":
        raise BrokenRepository("It is broken.")
    if words == "at fault":
        raise ValueError("year 0 is out of range")
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
    """A preview in a process of its own, started with signals ignored, as shells start jobs in the background."""
    (tmp_path / "watched").mkdir()
    (tmp_path / "watched/words").write_text("first")
    command = [sys.executable, "-c", SCRIPT, str(tmp_path), str(port)]
    ignoring = ["sh", "-c", "trap '' INT TERM; exec \"$@\"", "sh"]
    running = subprocess.Popen([*ignoring, *command], stdout=subprocess.PIPE, text=True)
    yield running
    running.kill()
    running.wait()


class Heard:
    """What a preview says, read in a thread of its own so that waiting for it can end."""

    def __init__(self, preview: "subprocess.Popen[str]") -> None:
        self.lines: SimpleQueue[str] = SimpleQueue()
        assert preview.stdout
        Thread(target=self._listen, args=[preview.stdout], daemon=True).start()

    def _listen(self, out: Iterable[str]) -> None:
        for line in out:
            self.lines.put(line.strip())

    def until(self, words: str, again: Callable[[], object] = lambda: None) -> None:
        """Wait for these words, doing `again` every second: a watch by polling may miss a change made at its start."""
        unheard = 60
        while unheard:
            try:
                if self.lines.get(timeout=1).startswith(words):
                    return
            except Empty:
                unheard -= 1
                again()
        pytest.fail(f"the preview never said: {words}")


def test_builds_again_when_something_changes(preview: "subprocess.Popen[str]", tmp_path: Path, port: int) -> None:
    """A change is built; a broken repository is told and leaves the last site; the next change mends it."""
    address = f"http://127.0.0.1:{port}/"
    heard = Heard(preview)
    heard.until(f"Serving {address} until you press Ctrl+C.")
    words = tmp_path / "watched/words"
    words.write_text("broken")
    heard.until("It is broken.", again=words.touch)
    assert "first" in urlopen(address, timeout=20).read().decode()
    words.write_text("at fault")
    said = "It was not built: the program is at fault, not the data (ValueError in serve.py, line"
    heard.until(said, again=words.touch)
    assert "first" in urlopen(address, timeout=20).read().decode()
    words.write_text("second")
    heard.until("built second", again=words.touch)
    page = urlopen(address, timeout=20).read().decode()
    assert "second" in page
    assert fingerprint(inline_scripts(page)[-1]) in unescape(re.findall('content="(.*?)"', page)[0])
    with pytest.raises(HTTPError) as missing:
        urlopen(address + "missing.html", timeout=20)
    assert missing.value.read() == b"not here"


@pytest.mark.parametrize("told", [signal.SIGINT, signal.SIGTERM], ids=lambda told: told.name)
def test_stops_when_told(preview: "subprocess.Popen[str]", port: int, told: signal.Signals) -> None:
    """Ctrl+C and an end by a service manager both end it in good order."""
    heard = Heard(preview)
    heard.until(f"Serving http://127.0.0.1:{port}/ until you press Ctrl+C.")
    preview.send_signal(told)
    heard.until("Stopped.")
    assert preview.wait(timeout=20) == 0


def test_a_port_in_use_is_told_plainly(tmp_path: Path) -> None:
    """When another program has the port, one sentence says so."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        with pytest.raises(BrokenRepository, match="can't be used"):
            serve(lambda: None, tmp_path, [], other.getsockname()[1], lambda words: None)
