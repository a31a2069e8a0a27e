"""Packages on the web: asked politely and with care, each file read once. A server on this machine stands in."""

import hashlib
from collections.abc import Iterator, Mapping
from http.server import BaseHTTPRequestHandler

import pytest

from local_server import local_server
from socialvalue.gathering.gather import PUBLIC
from socialvalue.gathering.left_out import NotGathered
from socialvalue.gathering.places import AGENT, Manners, Website
from socialvalue.gathering.reading import read_authority
from socialvalue.gathering.sites import Listed
from socialvalue.web_request import Rules

ANYBODY = Rules(lambda address: "", lambda number: True)


class Server(BaseHTTPRequestHandler):
    """Gives the files of a site, each with its tag."""

    files: Mapping[str, bytes] = {}
    asked: list[tuple[str, str, int]] = []

    def do_GET(self) -> None:
        content = self.files.get(self.path[1:])
        tag = f'"{hashlib.sha256(content or b"").hexdigest()}"'
        code = 404 if content is None else 304 if self.headers["If-None-Match"] == tag else 200
        self.asked.append((self.path[1:], self.headers["User-Agent"], code))
        self.send_response(code)
        self.send_header("ETag", tag)
        if self.path == "/zipped":
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content or b"") if code == 200 else 0))
        self.end_headers()
        if code == 200:
            self.wfile.write(content or b"")

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the tests' output is for the tests."""


@pytest.fixture
def web(files: Mapping[str, bytes]) -> Iterator[str]:
    Server.files, Server.asked = {**files, "zipped": b"\x1f\x8b" + b"0" * 1000}, []
    with local_server(Server) as address:
        yield address


def website(address: str, rules: Rules = ANYBODY) -> Website:
    return Website(address, Manners(rules, pause=0.0, wait=5.0))


def test_a_package_is_read_and_its_files_only_once(
    web: str, files: Mapping[str, bytes], tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second time the manifest is as it was, and no file is asked for; we say who we are."""
    monkeypatch.setenv("SOCIALVALUE_CACHE", str(tmp_path_factory.mktemp("cache")))
    checksum = hashlib.sha256(files["datapackage.json"]).hexdigest()
    address = f"{web}/datapackage.json"
    listed = Listed("north", "North", address=address, sha256=checksum)
    first = read_authority(listed, website(address))
    asked, Server.asked = Server.asked, []
    second = read_authority(listed, website(address))
    assert first.told.equals(second.told)
    assert len(asked) == len({path for path, _, _ in asked}) > 10
    assert {agent for _, agent, _ in asked} == {AGENT}
    assert [(path, code) for path, _, code in Server.asked] == [("datapackage.json", 304)]


def test_an_address_that_does_not_answer_is_left_out(web: str) -> None:
    """A page that is gone, and a machine that is not there."""
    for address, said in ((f"{web}/gone.json", "answers with 404"), ("http://127.0.0.1:1/datapackage.json", "")):
        with pytest.raises(NotGathered) as found:
            website(address).manifest(1_000)
        assert found.value.why == "no-answer"
        assert said in found.value.facts["said"]


def test_no_more_is_read_than_may_be(web: str, files: Mapping[str, bytes]) -> None:
    """One byte above the limit; the good twin is just as long as it."""
    length = len(files["datapackage.json"])
    assert len(website(f"{web}/datapackage.json").manifest(length)) == length
    Server.files = {**Server.files, "larger.json": files["datapackage.json"] + b" "}
    with pytest.raises(NotGathered) as found:
        website(f"{web}/larger.json").manifest(length)
    assert found.value.why == "too-large"


def test_what_comes_compressed_is_not_unpacked(web: str) -> None:
    """A small answer can unpack to more than any machine holds."""
    with pytest.raises(NotGathered) as found:
        website(f"{web}/zipped").manifest(10_000)
    assert found.value.facts["said"] == "it came compressed, unasked"


@pytest.mark.parametrize(
    "address",
    ["http://example.org/datapackage.json", "https://127.0.0.1/d.json", "https://user:secret@example.org/d.json",
     "https://router.local/d.json", "file:///etc/passwd"],
)  # fmt: skip
def test_only_public_machines_are_asked_and_by_https_alone(address: str) -> None:
    """By the rule of the sources, and without what somebody between could change."""
    with pytest.raises(NotGathered) as found:
        website(address, PUBLIC).manifest(1_000)
    assert found.value.why == "refused"
    assert "secret" not in found.value.facts["said"]
