"""A server on this machine for the tests of addresses: nobody else is ever asked."""

from contextlib import suppress
from http.server import BaseHTTPRequestHandler
from time import sleep

from socialvalue.web_request import Rules

ANYBODY = Rules(lambda address: "", lambda number: True)
"""So that a server on this machine can be asked."""


CODES = {"/there": 200, "/gone": 404, "/shut": 403, "/moved": 301, "/to-a-file": 302, "/no-head": 200}


PLACES = {
    "/moved": "/there",
    "/to-a-file": "file:///etc/hostname",
    "/round": "/round",
    "/escape": "/\x1b[31mred",
    "/inside": "http://127.0.0.1:1/inside",
}


CODES |= dict.fromkeys(("/round", "/inside", "/endless", "/escape"), 302)


DRIPPING = ("/drip", "/endless", "/status", "/garbage")


class Server(BaseHTTPRequestHandler):
    """Answers each path with its code; /no-head knows no HEAD."""

    def answer(self, code: int) -> None:
        self.send_response(code)
        if self.path in PLACES:
            self.send_header("Location", PLACES[self.path])
        self.send_header("Content-Length", "0")
        self.end_headers()

    def drip(self) -> None:
        """A header that never ends, a letter at a time; at /endless a page of a place that it leads to."""
        with suppress(OSError):
            if self.path == "/garbage":
                self.wfile.write(b"x" * 10_000 + b"\r\n\r\n")
                return
            self.wfile.write(b"HTTP/1.1 200 " if self.path == "/status" else b"")
            self.wfile.write(b"HTTP/1.1 302 Found\r\nLocation: /there\r\n\r\n" if self.path == "/endless" else b"")
            while True:
                self.wfile.write(b"x" * (100_000 if self.path == "/endless" else 1))
                self.wfile.flush()
                sleep(0.05)

    def do_HEAD(self) -> None:
        if self.path in DRIPPING:
            return self.drip()
        return self.answer(405 if self.path == "/no-head" else CODES[self.path])

    def do_GET(self) -> None:
        return self.drip() if self.path in DRIPPING else self.answer(CODES[self.path])

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the tests' output is for the tests."""
