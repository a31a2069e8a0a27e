"""Ask a web address with care: public machines alone, for so long and no longer, and no file of this machine."""

import socket
import ssl
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from http.client import HTTPConnection, HTTPSConnection
from threading import Timer
from time import monotonic
from types import MappingProxyType
from typing import Any, NamedTuple
from urllib import request
from urllib.error import HTTPError
from urllib.parse import quote, urljoin, urlsplit

AGAIN_SECONDS = 1.0
"""How soon a line that was not yet open when the time was over is cut."""
MOVES = 10
"""How often an address may lead on to another."""
MOVED = (301, 302, 303, 307, 308)
OF_ADDRESSES = "%:/?#[]@!$&'()*+,;=~"
NOTHING: Mapping[str, str] = MappingProxyType({})
SHOWN = 200
"""How many characters of what a server said are repeated."""


class Rules(NamedTuple):
    """Whom to ask."""

    trouble: Callable[[str], str]
    """What is wrong with an address, or with one that it leads to, in a sentence; empty where it may be asked."""
    public: Callable[[str], bool]
    """Whether a machine of this number may be asked: no name may lead into the network that this program runs in."""


class Refused(Exception):
    """An address that is not asked. The message says why."""


class Question:
    """One address being asked, by itself and by those that it leads to, until its time is over."""

    def __init__(self, rules: Rules, wait: float, agent: str) -> None:
        self.over, self._ended = False, False
        self._rules, self._until, self._agent = rules, monotonic() + wait, agent
        self._open: list[HTTPConnection] = []
        self._start(wait)

    def follow(self, address: str, method: str) -> str:
        """Ask an address and the ones that it leads on to; give the last. Nothing of any page is read."""
        at, answer = self.opened(address, method)
        answer.close()
        return at

    def opened(self, address: str, method: str, headers: Mapping[str, str] = NOTHING) -> tuple[str, Any]:
        """Ask an address and the ones that it leads on to; give the last, and its answer, still to be read and closed.

        Raises:
            Refused: an address may not be asked, or leads on for ever.
            HTTPError, URLError, HTTPException, OSError: it does not answer, or not with a page.
        """
        for _ in range(MOVES):
            if said := self._rules.trouble(address):
                raise Refused(f"was not asked: {said}")
            try:
                answer = self._opener().open(self._request(address, method, headers), timeout=self._left())
            except HTTPError as error:
                place = error.headers.get("Location")
                if error.code not in MOVED or not place:
                    raise
                error.close()
                address = urljoin(address, place)
            else:
                return address, answer
        raise Refused(f"leads on more than {MOVES} times")

    def connect(self, at: tuple[str, int], timeout: float, source: object = None) -> socket.socket:
        """Connect to the machine of this name, if each of its numbers is public. Stands in for create_connection."""
        found = socket.getaddrinfo(*at, type=socket.SOCK_STREAM)
        inner = [str(where[0]) for *_, where in found if not self._rules.public(str(where[0]))]
        if inner and at[0] not in self._proxies():
            raise Refused(f"was not asked: its name leads into a private network ({inner[0]})")
        failed: OSError = TimeoutError("no time was left")
        for family, kind, protocol, _, where in found:
            line = socket.socket(family, kind, protocol)
            try:
                line.settimeout(self._left())
                line.connect(where)
            except OSError as error:
                line.close()
                failed = error
            else:
                return line
        raise failed

    def end(self) -> None:
        self._ended = True
        self._timer.cancel()

    def _start(self, wait: float) -> None:
        self._timer = Timer(wait, self._cut)
        self._timer.daemon = True
        self._timer.start()

    def _cut(self) -> None:
        """Hang up, and again until it is ended, so that nobody who sends a letter a minute holds the question up."""
        self.over = True
        if not self._ended:
            self._start(AGAIN_SECONDS)
        for connection in self._open:
            if connection.sock:
                with suppress(OSError):
                    socket.socket.shutdown(connection.sock, socket.SHUT_RDWR)

    def _left(self) -> float:
        left = self._until - monotonic()
        if left <= 0:
            self.over = True
            raise TimeoutError("no time was left")
        return left

    def _proxies(self) -> set[str]:
        """The machines that stand between this network and the others: they may be private, and look names up."""
        found = (urlsplit(f"//{address.rpartition('//')[2]}").hostname for address in request.getproxies().values())
        return {host for host in found if host}

    def _request(self, address: str, method: str, headers: Mapping[str, str]) -> request.Request:
        written, said = quote(address, safe=OF_ADDRESSES), {"User-Agent": self._agent, **headers}
        return request.Request(written, method=method, headers=said)  # noqa: S310  the opener knows no file

    def _opener(self) -> request.OpenerDirector:
        """An opener for http and https alone: no address can make it read a file, and it follows none by itself."""
        opener = request.OpenerDirector()
        for handler in (
            request.ProxyHandler(),
            request.UnknownHandler(),
            _Http(self),
            _Https(self),
            request.HTTPDefaultErrorHandler(),
            request.HTTPErrorProcessor(),
        ):
            opener.add_handler(handler)
        return opener

    def made(self, kind: type[HTTPConnection], host: str, **given: object) -> HTTPConnection:
        """A connection that looks at the number of the machine before it connects."""
        connection = kind(host, **given)  # type: ignore[arg-type]
        setattr(connection, "_create_connection", self.connect)  # noqa: B010  no type knows it; it is there for this
        self._open.append(connection)
        return connection


class _Http(request.HTTPHandler):
    def __init__(self, question: Question) -> None:
        super().__init__()
        self._question = question

    def http_open(self, req: request.Request) -> object:  # type: ignore[override]
        return self.do_open(partial(self._question.made, HTTPConnection), req)


class _Https(request.HTTPSHandler):
    def __init__(self, question: Question) -> None:
        super().__init__()
        self._question, self._trust = question, ssl.create_default_context()

    def https_open(self, req: request.Request) -> object:  # type: ignore[override]
        made = partial(self._question.made, HTTPSConnection)
        return self.do_open(made, req, context=self._trust)


def why(error: Exception) -> str:
    """What went wrong, in the words of the server or the system: cut short, without what a terminal would obey."""
    said = str(getattr(error, "reason", "") or error)
    shown = said if len(said) <= SHOWN else f"{said[:SHOWN]}…"
    return "".join(character if character.isprintable() else "?" for character in shown)
