"""Serve files from memory on this machine, as a static host would that reads _headers."""

import mimetypes
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from urllib.parse import unquote, urlsplit

from local_server import local_server


class Rules(dict[str, dict[str, str]]):
    """The headers of a site by the beginning of the paths that they are for, as its file _headers says."""

    def __init__(self, written: str) -> None:
        super().__init__()
        for line in written.splitlines():
            if line.startswith(" "):
                name, value = line.strip().split(": ", 1)
                self[list(self)[-1]][name] = value
            else:
                self[line.removeprefix("/").removesuffix("*")] = {}

    def of(self, path: str) -> dict[str, str]:
        """The headers of a path: what several rules say of one is joined, as hosts do."""
        joined: dict[str, list[str]] = {}
        for start, said in self.items():
            for name, value in said.items() if path.startswith(start) else ():
                joined.setdefault(name, []).append(value)
        return {name: ", ".join(values) for name, values in joined.items()}


@contextmanager
def serving(files: Mapping[str, bytes]) -> Iterator[str]:
    """Serve files by path and yield the address of the site, with a slash at its end."""
    rules = Rules(files.get("_headers", b"").decode())

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = unquote(urlsplit(self.path).path).lstrip("/")
            path += "index.html" if path == "" or path.endswith("/") else ""
            found = path in files
            body = files[path] if found else files.get("404.html", b"")
            kind = mimetypes.guess_type(path)[0] or "application/octet-stream"
            self.send_response(200 if found else 404)
            self.send_header("Content-Type", kind if found else "text/html")
            self.send_header("Content-Length", str(len(body)))
            for name, value in rules.of(path).items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Keep requests out of the tests' output."""

    with local_server(Handler) as address:
        yield f"{address}/"
