"""The sources' addresses are asked one by one, within a time, and nothing that they answer leads inside."""

import socket
from pathlib import Path
from time import monotonic

import pytest

from socialvalue.check import public, trouble
from socialvalue.sources import Answer, ask
from socialvalue.web_request import Rules
from sources.server import ANYBODY


@pytest.mark.parametrize(
    ("path", "answers", "words"),
    [
        ("/there", True, "answers"),
        ("/no-head", True, "answers"),
        ("/moved", True, "moved to"),
        ("/shut", True, "turns programs away"),
        ("/gone", False, "404"),
        ("/to-a-file", False, ""),
        ("/round", False, "leads on more than 10 times"),
        ("/endless", True, "moved to"),
    ],
)
def test_each_address_says_whether_it_answers(web: str, path: str, answers: bool, words: str) -> None:
    """An address answers, has moved, turns programs away, or is gone; a redirect to a file is never followed."""
    (answer,) = ask([web + path], ANYBODY, wait=5)
    assert answer.answers is answers
    assert words in answer.words


def test_a_host_that_is_not_there_does_not_answer() -> None:
    """Nobody listens: the answer says so, and nothing breaks."""
    (answer,) = ask(["http://127.0.0.1:1/page"], ANYBODY, wait=5)
    assert not answer.answers
    assert "does not answer" in answer.words


def test_other_schemes_are_not_opened(tmp_path: Path) -> None:
    """A file's address is refused, though the file is there."""
    page = tmp_path / "page.html"
    page.write_text("here")
    (answer,) = ask([page.as_uri()], ANYBODY, wait=5)
    assert not answer.answers


@pytest.mark.parametrize("path", ["drip", "status"])
def test_a_server_that_drips_holds_nobody_up(path: str, web: str) -> None:
    """A letter at a time is cut off when the time of the address is over, in all and not for each letter."""
    start = monotonic()
    (answer,) = ask([f"{web}/{path}"], ANYBODY, wait=1)
    assert answer == Answer(f"{web}/{path}", False, "does not answer: it took more than 1 seconds")
    assert monotonic() - start < 10


def test_a_server_that_talks_nonsense_is_quoted_in_brief(web: str) -> None:
    """A line that is no status is cut short, however long it is."""
    (answer,) = ask([f"{web}/garbage"], ANYBODY, wait=5)
    assert not answer.answers
    assert len(answer.words) < 300


def test_hosts_are_asked_side_by_side_and_told_as_they_come(web: str) -> None:
    """Who answers is told before who does not, and when the time is over the rest is said not to be asked."""
    port = web.rpartition(":")[2]
    slow, swift = f"{web}/drip", f"http://localhost:{port}/there"
    told = list(ask([slow, f"{slow}?again", swift], ANYBODY, wait=2, in_all=1))
    assert [answer.address for answer in told] == [swift, slow, f"{slow}?again"]
    assert told[2].words == "was not asked: no time was left"


def test_a_name_that_leads_into_the_own_network_is_not_asked(web: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The name looks public, and its number is this machine: nobody connects, even where it is one of several."""
    found = socket.getaddrinfo("127.0.0.1", 80, type=socket.SOCK_STREAM)
    monkeypatch.setattr(socket, "getaddrinfo", lambda *asked, **options: found)
    rules = Rules(lambda address: "", public)
    (answer,) = ask([web.replace("127.0.0.1", "public.example") + "/there"], rules, wait=5)
    assert not answer.answers
    assert "its name leads into a private network" in answer.words


@pytest.mark.parametrize("path", ["/inside", "/escape", "/to-a-file"])
def test_a_page_that_leads_inside_is_not_followed(web: str, path: str) -> None:
    """Where an address leads on, the next is held to the same rule, and what it holds does not reach a terminal."""
    asked = []

    def only_this_server(address: str) -> str:
        asked.append(address)
        return "" if address == web + path else trouble(address)

    (answer,) = ask([web + path], Rules(only_this_server, lambda number: True), wait=5)
    assert not answer.answers
    assert answer.words.startswith("was not asked: ")
    assert answer.words.isprintable()
    assert len(asked) == 2
