"""Preview the site on this machine: build again when something changes, and reload the browser."""

import re
import signal
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any

from markupsafe import escape
from mkdocs.livereload import LiveReloadServer

from socialvalue import system
from socialvalue.errors import BrokenRepository, place_of
from socialvalue.publish.frame import csp
from socialvalue.records.telling import Tell

_PATH = re.compile(r"/(livereload/[0-9]{1,15}/[0-9]{1,15}|(?!livereload/)([^/\0\\][^\0\\]*)?)")
"""What can be a file of the site, or a page asking whether it is still the newest."""
_SCRIPTS = "script-src &#39;self&#39;"


_HOST = re.compile(r"(localhost|127\.0\.0\.1|\[::1\])(:[0-9]{1,5})?", re.IGNORECASE | re.ASCII)
"""What this machine calls itself, at any port, since a port may be led on. A page elsewhere that has its own name
point here, to read what is being written, comes with that name."""
Start = Callable[[str, list[tuple[str, str]]], object]


class _Preview(LiveReloadServer):
    """The server of mkdocs puts a reloading script into each page; our policy has to know that script."""

    ready: Callable[[], None]

    def _serve_request(self, environ: Mapping[str, Any], start_response: Start) -> Iterable[bytes] | None:
        if not _HOST.fullmatch(environ.get("HTTP_HOST", "")):
            start_response("421 Misdirected Request", [("Content-Type", "text/plain; charset=utf-8")])
            return [f"Ask for http://localhost:{self.server_port}/\n".encode()]
        if not _PATH.fullmatch(environ["PATH_INFO"]):
            return None
        found: Iterable[bytes] | None = super()._serve_request(environ, start_response)
        return found

    def _build_loop(self) -> None:
        # Only here do the server and its watch over the files both run.
        self.ready()
        super()._build_loop()  # type: ignore[no-untyped-call]

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        injected: bytes = super()._inject_js_into_html(content, epoch)  # type: ignore[no-untyped-call]
        page = injected.decode()
        allowed = escape(csp.fingerprint(csp.inline_scripts(page)[-1]))
        return page.replace(_SCRIPTS, f"{_SCRIPTS} {allowed}", 1).encode()


def serve(
    build: Callable[[], None],
    out: Path,
    watch: Sequence[Path],
    port: int,
    tell: Tell = print,
) -> None:
    """Build, then serve `out` on this machine alone until SIGINT or SIGTERM.

    It is built again when a file under `watch` changes.
    A build that can't go on says so through `tell` and leaves the last site standing.
    """

    def rebuild() -> None:
        try:
            build()
        except BrokenRepository as broken:
            tell(str(broken))
        except OSError as failure:  # a file that went while it was read, a full disk
            tell(f"It was not built: {system.reason(failure)}. The last site stands.")
        except Exception as fault:  # whatever it was, readers are not left waiting for a site that never comes
            tell(f"It was not built: the program is at fault, not the data ({place_of(fault)}). The last site stands.")

    with _stoppable():
        try:
            build()
            _serve(rebuild, out, watch, port, tell)
        except KeyboardInterrupt:
            tell("Stopped.")


def _serve(rebuild: Callable[[], None], out: Path, watch: Sequence[Path], port: int, tell: Tell) -> None:
    server = _Preview(builder=rebuild, host="127.0.0.1", port=port, root=str(out))
    server.error_handler = lambda code: _page(out / f"{code}.html")
    for path in watch:
        server.watch(str(path))
    server.ready = lambda: tell(f"Serving http://127.0.0.1:{port}/ until you press Ctrl+C.")
    try:
        server.serve()  # type: ignore[no-untyped-call]
    except OSError as failure:
        raise BrokenRepository(f"Port {port} can't be used ({system.reason(failure)}). Choose another.") from failure
    finally:
        server.shutdown()


@contextmanager
def _stoppable() -> Iterator[None]:
    """SIGINT and SIGTERM end what is within, also where we were started with them ignored, as shells do for jobs.

    The first is heard alone: the program is ending then, until its very last step.
    """
    stopped = False

    def stop(number: int, frame: FrameType | None) -> None:
        nonlocal stopped
        stopped = True
        for each in before:
            signal.signal(each, signal.SIG_IGN)
        raise KeyboardInterrupt

    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    for number in before:
        signal.signal(number, stop)
    try:
        yield
    finally:
        if not stopped:
            for number, handler in before.items():
                signal.signal(number, handler)


def _page(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None
