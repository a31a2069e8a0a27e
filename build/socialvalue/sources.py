"""Ask the addresses of the sources whether they still answer. The only part of the program that uses the network."""

import socket
import ssl
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from queue import SimpleQueue
from threading import Timer
from time import monotonic
from typing import NamedTuple
from urllib import request
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urljoin, urlsplit

AT_ONCE = 8
"""How many hosts are asked at a time; each gets one request at a time."""
WAIT_SECONDS = 20.0
"""How long one address may take in all: to be found, to answer, and to lead on."""
IN_ALL_SECONDS = 600.0
"""How long the whole question may take."""
AGAIN_SECONDS = 1.0
"""How soon a line that was not yet open when the time was over is cut."""
MOVES = 10
"""How often an address may lead on to another."""
MOVED = (301, 302, 303, 307, 308)
AGENT = "socialvalue (looks whether a cited page still answers)"
SHUT = (401, 403, 429)
"""The page is there, and its server turns programs away."""
SHOWN = 200
"""How many characters of what a server said are repeated."""
OF_ADDRESSES = "%:/?#[]@!$&'()*+,;=~"


class Answer(NamedTuple):
    """What an address said: whether it still answers, and how, in a few words."""

    address: str
    answers: bool
    words: str


class Rules(NamedTuple):
    """Whom to ask."""

    trouble: Callable[[str], str]
    """What is wrong with an address, or with one that it leads to, in a sentence; empty where it may be asked."""
    public: Callable[[str], bool]
    """Whether a machine of this number may be asked: no name may lead into the network that this program runs in."""


def ask(
    addresses: Iterable[str], rules: Rules, wait: float = WAIT_SECONDS, in_all: float = IN_ALL_SECONDS
) -> Iterator[Answer]:
    """What each address says, as it comes in.

    `wait` is how many seconds an address may take, `in_all` how many all of them: those left over were not asked.
    """
    hosts: dict[str, list[str]] = {}
    for address in addresses:
        hosts.setdefault(address.split("/")[2] if address.count("/") > 1 else address, []).append(address)
    came: SimpleQueue[Answer] = SimpleQueue()
    end = monotonic() + in_all

    def each(mine: list[str]) -> None:
        for address in mine:
            over = monotonic() > end
            try:
                said = Answer(address, False, "was not asked: no time was left") if over else _ask(address, rules, wait)
            except Exception as error:  # whatever it was, the others are waited for
                said = Answer(address, False, f"could not be asked: {_why(error)}")
            came.put(said)

    pool = ThreadPoolExecutor(AT_ONCE)
    try:
        for mine in hosts.values():
            pool.submit(each, mine)
        for _ in range(sum(map(len, hosts.values()))):
            yield came.get()
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _ask(address: str, rules: Rules, wait: float) -> Answer:
    """One address: first for its head alone, then for the page, since some servers know no HEAD."""
    question = _Question(rules, wait)
    words, there = "", False
    try:
        for method in ("HEAD", "GET"):
            try:
                at = question.follow(address, method)
                if question.over:  # what was cut off in the middle looks like an answer
                    break
                return Answer(address, True, "answers" if at == address else f"answers, moved to {at}")
            except HTTPError as error:
                error.close()
                words, there = f"answers with {error.code}", error.code in SHUT
            except _Refused as error:
                return Answer(address, False, str(error))
            except (URLError, HTTPException, OSError, ValueError) as error:
                words, there = f"does not answer: {_why(error)}", False
            if question.over:
                break
        if question.over:
            return Answer(address, False, f"does not answer: it took more than {wait:g} seconds")
        return Answer(address, there, "is there, and turns programs away" if there else words)
    finally:
        question.end()


class _Refused(Exception):
    """An address that is not asked. The message says why."""


class _Question:
    """One address being asked, by itself and by those that it leads to, until its time is over."""

    def __init__(self, rules: Rules, wait: float) -> None:
        self.over, self._ended = False, False
        self._rules, self._until = rules, monotonic() + wait
        self._open: list[HTTPConnection] = []
        self._start(wait)

    def follow(self, address: str, method: str) -> str:
        """Ask an address and the ones that it leads on to; give the last. Nothing of any page is read."""
        for _ in range(MOVES):
            if said := self._rules.trouble(address):
                raise _Refused(f"was not asked: {said}")
            try:
                self._opener().open(self._request(address, method), timeout=self._left()).close()
            except HTTPError as error:
                place = error.headers.get("Location")
                if error.code not in MOVED or not place:
                    raise
                error.close()
                address = urljoin(address, place)
            else:
                return address
        raise _Refused(f"leads on more than {MOVES} times")

    def connect(self, at: tuple[str, int], timeout: float, source: object = None) -> socket.socket:
        """Connect to the machine of this name, if each of its numbers is public. Stands in for create_connection."""
        found = socket.getaddrinfo(*at, type=socket.SOCK_STREAM)
        inner = [str(where[0]) for *_, where in found if not self._rules.public(str(where[0]))]
        if inner and at[0] not in self._proxies():
            raise _Refused(f"was not asked: its name leads into a private network ({inner[0]})")
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

    def _request(self, address: str, method: str) -> request.Request:
        written, headers = quote(address, safe=OF_ADDRESSES), {"User-Agent": AGENT}
        return request.Request(written, method=method, headers=headers)  # noqa: S310  the opener knows no file

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
    def __init__(self, question: _Question) -> None:
        super().__init__()
        self._question = question

    def http_open(self, req: request.Request) -> object:  # type: ignore[override]
        return self.do_open(partial(self._question.made, HTTPConnection), req)


class _Https(request.HTTPSHandler):
    def __init__(self, question: _Question) -> None:
        super().__init__()
        self._question, self._trust = question, ssl.create_default_context()

    def https_open(self, req: request.Request) -> object:  # type: ignore[override]
        made = partial(self._question.made, HTTPSConnection)
        return self.do_open(made, req, context=self._trust)


def _why(error: Exception) -> str:
    said = str(getattr(error, "reason", "") or error)
    shown = said if len(said) <= SHOWN else f"{said[:SHOWN]}…"
    return "".join(character if character.isprintable() else "?" for character in shown)
