"""The sources' addresses are asked one by one. These tests ask a server on this machine and nobody else."""

import json
import re
import shutil
import socket
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from time import monotonic, sleep

import pytest
from click.testing import CliRunner

from socialvalue.carried import carried
from socialvalue.check import public, trouble
from socialvalue.check.rules.safe_link import LINKS
from socialvalue.cli import main
from socialvalue.load.repository import INCOMING, read_schemas
from socialvalue.sources import Answer, ask
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


@pytest.fixture
def web() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()
    thread.join()


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


@pytest.mark.parametrize(
    "address",
    [
        *("http://[::1", "http://[::1]/", "http://127.0.0.1/", "http://10.0.0.1/", "http://2130706433/"),
        *("http://0x7f.1/", "http://localhost/", "http://localhost./", "https://user:secret@example.org/"),
        *("https://example.org:8443/", "ftp://example.org/", "file:///etc/hostname", "https://router/"),
        *("https://printer.local/", "https://wiki.corp/", "https://example.org:port/", "https://exa mple.org/"),
        *("https://example.org/\x1b[31m", "https://example.org/\u202egnp", "https://example..org/", "https://"),
        *("https://\uff11\uff12\uff17.0.0.1/", "https://ex\u0430mple.org/", "https://%31%32%37.0.0.1/", "no address"),
        *(
            "https://example.org\\@127.0.0.1/",
            "https://example.org/" + "a" * 2000,
            "//example.org/",
            "HTTPS:example.org",
        ),
    ],
)
def test_no_address_but_a_public_page_is_let_through(address: str) -> None:
    """By one rule for all tables, in a sentence, without repeating what it holds; and none of them is asked."""
    said = trouble(address)
    assert said.endswith(".")
    assert "secret" not in said
    (answer,) = ask([address], Rules(trouble, public), wait=5)
    assert answer == Answer(address, False, f"was not asked: {said}")


@pytest.mark.parametrize(
    "address",
    [
        *(
            "https://example.org",
            "http://www.example.org/a?b=c#d",
            "https://example.org:443/",
            "https://EXAMPLE.org/caf\u00e9",
        ),
        *(
            "https://xn--bcher-kva.example.org/",
            "https://web.archive.org/web/2020/http://example.org/",
            "https://e.org/(1)'",
        ),
    ],
)
def test_public_pages_are_let_through(address: str) -> None:
    """The good twins of those that are refused."""
    assert trouble(address) == ""


@pytest.mark.parametrize(
    ("number", "open_to_all"),
    [
        *(("93.184.216.34", True), ("2606:2800:220:1::1", True), ("64:ff9b::5db8:d822", True)),
        *(
            ("127.0.0.1", False),
            ("10.1.2.3", False),
            ("192.168.1.1", False),
            ("169.254.169.254", False),
            ("::1", False),
        ),
        *(("100.64.0.1", False), ("0.0.0.0", False), ("224.0.0.1", False), ("fe80::1%eth0", False), ("fd00::1", False)),
        *(("::127.0.0.1", False), ("64:ff9b:1::7f00:1", False), ("::ffff:0:127.0.0.1", False), ("::5db8:d822", False)),
        *(("::ffff:93.184.216.34", True), ("2002:5db8:d822::", True)),
        *(("::ffff:127.0.0.1", False), ("64:ff9b::7f00:1", False), ("2002:7f00:1::", False), ("192.0.2.1", False)),
    ],
)
def test_only_numbers_of_the_open_internet_are_public(number: str, open_to_all: bool) -> None:
    """Private, local and reserved numbers are not, nor are public ones that hold such a number."""
    assert public(number) is open_to_all


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


def test_every_column_of_addresses_is_looked_at() -> None:
    """A column whose schema asks for a web address cannot be forgotten by the rule."""
    schemas, _ = read_schemas(carried("schemas"), INCOMING)
    found = {
        (name, field["name"])
        for name, schema in schemas.items()
        for field in schema["fields"]
        if json.dumps(field.get("constraints", {}).get("pattern", "")).startswith('"^http')
    }
    assert found == set(LINKS)


@pytest.fixture
def this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the command ask a server on this machine."""
    monkeypatch.setattr("socialvalue.check.trouble", ANYBODY.trouble)
    monkeypatch.setattr("socialvalue.check.public", ANYBODY.public)
    monkeypatch.setattr("socialvalue.check.rules.safe_link.trouble", lambda address, schemes: "")


@pytest.mark.parametrize(("path", "code"), [("/there", 0), ("/gone", 1)])
@pytest.mark.usefixtures("this_machine")
def test_the_command_ends_in_one_when_a_page_is_gone(
    web: str, path: str, code: int, small: Path, tmp_path: Path
) -> None:
    """`socialvalue sources --check` lists each address and exits 0 or 1."""
    data = tmp_path / "data"
    shutil.copytree(small, data)
    for table in data.rglob("*.csv"):
        table.write_text(re.sub(r"https://example\.org[^,\n]*", web + path, table.read_text()))
    done = CliRunner().invoke(main, ["sources", "--check", "--data", str(data)])
    assert done.exit_code == code, done.output
    assert web + path in done.output


def test_the_command_lists_addresses_without_the_network(small: Path) -> None:
    """Without --check the addresses are listed and nobody is asked."""
    done = CliRunner().invoke(main, ["sources", "--data", str(small)])
    assert done.exit_code == 0
    assert "https://example.org/news" in done.output


def with_slip(small: Path, folder: Path, row: str = "", column: str = "") -> Path:
    """A copy of the small repository with one more row of its sources, or with another name of one of their columns."""
    data = folder / "data"
    shutil.copytree(small, data)
    table = data / "register/sources.csv"
    text = table.read_text(encoding="utf-8")
    table.write_text(text.replace("address", column or "address", 1) + row, encoding="utf-8")
    return data


@pytest.mark.parametrize(
    "address",
    ["http://[::1", "http://10.0.0.1/", "file:///etc/passwd", "x", "https://a:b@example.org/"],
)
def test_one_bad_address_takes_no_other_with_it(address: str, small: Path, tmp_path: Path) -> None:
    """Every other address of its table is listed; the bad one is an error with its row, and the command ends in 1."""
    before = CliRunner().invoke(main, ["sources", "--data", str(small)])
    data = with_slip(small, tmp_path, f"bad-one,{address},A,B,2024,2024,first-hand,,\n")
    done = CliRunner().invoke(main, ["sources", "--data", str(data)])
    assert done.exit_code == 1
    assert done.stdout == before.stdout
    assert re.search(r"error: register/sources\.csv row \d+ address: ", done.stderr)
    assert "Addresses may be missing" in done.stderr
    assert "a:b@" not in done.output


def test_a_good_row_more_is_an_address_more(small: Path, tmp_path: Path) -> None:
    """The good twin of a bad address."""
    data = with_slip(small, tmp_path, "good-one,https://example.org/more,A,B,2024,2024,first-hand,,\n")
    done = CliRunner().invoke(main, ["sources", "--data", str(data)])
    assert done.exit_code == 0, done.output
    assert "https://example.org/more" in done.stdout
    assert "error" not in done.stderr
    assert "missing" not in done.stderr


@pytest.mark.parametrize(
    "slip", ["https://example.org/odd,A,B,2024,2024,third-hand", "HTTP://EX.ORG/odd,A,B,,,first-hand"]
)
def test_a_slip_beside_an_address_does_not_hide_it(slip: str, small: Path, tmp_path: Path) -> None:
    """An error in another cell of the row, or in how it is written, is told, and the address is asked all the same."""
    data = with_slip(small, tmp_path, f"odd-one,{slip},,\n")
    done = CliRunner().invoke(main, ["sources", "--data", str(data)])
    assert done.exit_code == 1
    assert slip.partition(",")[0] in done.stdout


def test_a_table_without_its_addresses_is_told(small: Path, tmp_path: Path) -> None:
    """Where the column itself is not there, the command says so and lists the addresses of the other tables."""
    data = with_slip(small, tmp_path, column="adress")
    done = CliRunner().invoke(main, ["sources", "--data", str(data)])
    assert done.exit_code == 1
    assert "error: register/sources.csv" in done.stderr
    assert done.stdout.count("https://") >= 1


def test_the_links_of_a_return_that_is_held_back_are_said_to_be_left_out(small: Path, tmp_path: Path) -> None:
    """No figure rests on them, so they are not asked; a sentence says so."""
    data = with_slip(small, tmp_path)
    lines = next(data.glob("returns/*/*/2024-q2/lines.csv"))
    lines.write_text(lines.read_text(encoding="utf-8") + "x\n", encoding="utf-8")
    done = CliRunner().invoke(main, ["sources", "--data", str(data)])
    assert done.exit_code == 0, done.output
    assert "Not among them: the evidence of 1 return with errors." in done.stderr


@pytest.mark.usefixtures("this_machine")
def test_the_others_are_asked_and_the_command_still_ends_in_one(web: str, small: Path, tmp_path: Path) -> None:
    """With --check too: all that can be asked is, and a table with an error never ends in "all answer" alone."""
    data = with_slip(small, tmp_path, f"odd-one,{web}/there,A,B,2024,2024,third-hand,,\n")
    for table in data.rglob("*.csv"):
        table.write_text(re.sub(r"https://example\.org[^,\n]*", web + "/there", table.read_text()))
    done = CliRunner().invoke(main, ["sources", "--check", "--data", str(data)])
    assert done.exit_code == 1, done.output
    assert "NO " not in done.stdout
    assert "third-hand" in done.stderr


@pytest.mark.parametrize(
    "command", [["value"], ["due"], ["build", "--out"], ["serve"], ["disclose"]], ids=lambda given: given[0]
)
def test_no_other_command_goes_on_without_a_table(command: list[str], small: Path, tmp_path: Path) -> None:
    """An error outside the returns takes its table away, so nothing is valued, shown or written from the rest."""
    data = with_slip(small, tmp_path, "bad-one,x,A,B,2024,2024,first-hand,,\n")
    command = [*command, str(tmp_path / "site")] if command[-1] == "--out" else command
    done = CliRunner().invoke(main, [*command, "--data", str(data)])
    assert done.exit_code in (1, 2)
    assert "register/sources.csv" in done.stderr
    assert not (tmp_path / "site").exists()
