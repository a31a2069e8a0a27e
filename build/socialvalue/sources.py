"""Ask the addresses of the sources whether they still answer. The only part of the program that uses the network."""

from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPException
from typing import NamedTuple
from urllib import request
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit

AT_ONCE = 4
WAIT_SECONDS = 20.0
AGENT = "socialvalue (looks whether a cited page still answers)"
SHUT = (401, 403, 429)
"""The page is there, and its server turns programs away."""


class Answer(NamedTuple):
    """What an address said: whether it still answers, and how, in a few words."""

    address: str
    answers: bool
    words: str


def ask(addresses: Iterable[str], wait: float = WAIT_SECONDS) -> Iterator[Answer]:
    """What each address says, in their order by host: four hosts at a time, and one request at a time to each.

    `wait` is how many seconds an address has to answer.
    """
    hosts: dict[str, list[str]] = {}
    for address in addresses:
        hosts.setdefault(urlsplit(address).netloc, []).append(address)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for answers in pool.map(lambda mine: [_ask(address, wait) for address in mine], hosts.values()):
            yield from answers


def _ask(address: str, wait: float) -> Answer:
    """One address: first for its head alone, then for the page, since some servers know no HEAD."""
    for method in ("HEAD", "GET"):
        try:
            with _opener().open(_request(address, method), timeout=wait) as answer:
                moved = "" if answer.url == address else f", moved to {answer.url}"
                return Answer(address, True, f"answers{moved}")
        except HTTPError as error:
            error.close()
            words, there = f"answers with {error.code}", error.code in SHUT
        except (URLError, HTTPException, OSError, ValueError) as error:
            words, there = f"does not answer: {getattr(error, 'reason', '') or error}", False
    return Answer(address, there, "is there, and turns programs away" if there else words)


def _request(address: str, method: str) -> request.Request:
    return request.Request(address, method=method, headers={"User-Agent": AGENT})  # noqa: S310  the opener knows no file


def _opener() -> request.OpenerDirector:
    """An opener for http and https alone: no address and no redirect can make it read a file."""
    opener = request.OpenerDirector()
    for handler in (
        request.ProxyHandler,
        request.UnknownHandler,
        request.HTTPHandler,
        request.HTTPSHandler,
        request.HTTPDefaultErrorHandler,
        request.HTTPRedirectHandler,
        request.HTTPErrorProcessor,
    ):
        opener.add_handler(handler())
    return opener
