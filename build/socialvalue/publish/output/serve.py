"""Preview the site on this machine: build again when something changes, and reload the browser."""

from collections.abc import Callable, Sequence
from pathlib import Path

from markupsafe import escape
from mkdocs.livereload import LiveReloadServer

from socialvalue.errors import BrokenRepository
from socialvalue.publish.frame import csp

_SCRIPTS = "script-src &#39;self&#39;"


class _Preview(LiveReloadServer):
    """The server of mkdocs puts a reloading script into each page; our policy has to know that script."""

    ready: Callable[[], None]

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
    told: Callable[[str], None] = print,
) -> None:
    """Build, then serve `out` on this machine alone until interrupted.

    It is built again when a file under `watch` changes.
    A build that can't go on says so through `told` and leaves the last site standing.
    """

    def rebuild() -> None:
        try:
            build()
        except BrokenRepository as broken:
            told(str(broken))

    build()
    server = _Preview(builder=rebuild, host="127.0.0.1", port=port, root=str(out))
    server.error_handler = lambda code: _page(out / f"{code}.html")
    for path in watch:
        server.watch(str(path))
    server.ready = lambda: told(f"Serving http://127.0.0.1:{port}/ until you press Ctrl+C.")
    try:
        server.serve()  # type: ignore[no-untyped-call]
    except KeyboardInterrupt:
        told("Stopped.")
    except OSError as failure:
        raise BrokenRepository(f"Port {port} can't be used ({failure.strerror}). Choose another.") from failure
    finally:
        server.shutdown()


def _page(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None
