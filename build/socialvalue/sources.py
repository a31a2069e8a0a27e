"""Ask the addresses of the sources whether they still answer."""

from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPException
from queue import SimpleQueue
from time import monotonic
from typing import NamedTuple
from urllib.error import HTTPError, URLError

from socialvalue.web_request import Question, Refused, Rules, why

AT_ONCE = 8
"""How many hosts are asked at a time; each gets one request at a time."""
WAIT_SECONDS = 20.0
"""How long one address may take in all: to be found, to answer, and to lead on."""
IN_ALL_SECONDS = 600.0
"""How long the whole question may take."""
AGENT = "socialvalue (looks whether a cited page still answers)"
SHUT = (401, 403, 429)
"""The page is there, and its server turns programs away."""


class Answer(NamedTuple):
    """What an address said: whether it still answers, and how, in a few words."""

    address: str
    answers: bool
    words: str


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
                said = Answer(address, False, f"could not be asked: {why(error)}")
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
    question = Question(rules, wait, AGENT)
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
            except Refused as error:
                return Answer(address, False, str(error))
            except (URLError, HTTPException, OSError, ValueError) as error:
                words, there = f"does not answer: {why(error)}", False
            if question.over:
                break
        if question.over:
            return Answer(address, False, f"does not answer: it took more than {wait:g} seconds")
        return Answer(address, there, "is there, and turns programs away" if there else words)
    finally:
        question.end()
