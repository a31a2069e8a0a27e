"""Settings come by pull request: each is held to its kind, and none of them can become markup."""

import dataclasses
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from socialvalue import run
from socialvalue.errors import BrokenRepository
from socialvalue.load.setting_kinds import KINDS, yes_or_no
from socialvalue.load.settings import read_settings, site_address
from socialvalue.records import Settings

HOSTILE = {
    "text": ["a\u202eb", "two\nlines", " padded", "tab\there", "x" * 501, "\x1b[31mred"],
    "name": [""],
    "address": [
        *('https://e.org/"><script>alert(1)</script>', "javascript:alert(1)", "https://", "https://e..org/", "//e.org"),
        *("https://user:secret@e.org/", "http://[::1", "https://e.org/?a=b", "https://e.org/#a", "https://e.org/ b"),
        *("https://e.org/'onload='", "https://e.org:99999/", "http://0x7f.1/"),
        *(
            "http://127.1/",
            "http://2130706433/",
            f"https://{'a.' * 130}org/",
            "https://-e.org/",
            "ftp://e.org/",
            "https://e.org\n",
        ),
        *(
            "https://e.org//evil.example/",
            "https://e.org//",
            "https://e.org/a//b",
            "https://e.org/a//",
            "https://e.org/a/..",
        ),
        *(
            "https://e.org/../",
            "https://e.org/./a",
            "https://e.org/%2e%2E/",
            "https://e.org/a/.%2e",
            "https://e.org/%2f/a",
        ),
        *(
            "https://e.org/a%2Fevil/",
            "https://e.org/%5cevil/",
            "https://e.org/a%00/",
            "https://e.org/a%0d%0a",
            "https://e.org/%zz",
        ),
    ],
    "contact": [
        *("http://127.0.0.1/", "http://intranet/ask", "https://user:secret@example.org/", "https://example.org:8443/"),
        *("call us", "a@b@c.org", "team@example.org\nExpires: never", "javascript:alert(1)", "a b@example.org"),
    ],
    "day": ["2027-02-30", "2027-12", "next year", "20271231", "2027-12-31\n", "0001-01-01", "9999-12-31"],
    "month": ["2027-13", "2027-12-31", "2027", "0000-01", "0202-11", "9999-12", "1899-12", "2200-01", "２０２６-11"],
    "financial_year": ["2023", "2023-25", "", "2023-24 ", "0000-01", "9999-00", "2023-024"],
    "word": ['"><b>', "x" * 41, "../x"],
    "language": ["", 'en"><script>', "english language"],
    "share": [0, -1, 1001],
    "pounds": [0, -1, 1_000_000_001],
    "prefix": ["ocds-", "ocds-ABCDEF", "213czf", "ocds-213czf-1"],
    "forge": ["GitHub", "svn", "https://github.com"],
    "branch": ["", "a b", "../main", "a..b", '"><b>', "-x"],
    "words": ["programme", "programme=", "=fund", "programme=<b>", "a=%(b)s", "programme=fund=x"],
    "colours": [
        "blue",
        "link=#0b4f8a",
        "paper=#ffffff/#000000",
        "link=#aaaaaa/#8cc4ff",
        "link=#0b4f8a/#333333",
        "link=#0B4F8A/#8cc4ff",
        "fiscal=#eeeeee/#4a9df0",
    ],
    "menu": ["About us", "About us=", "<b>=a.html", "Us=../a.html", "Us=javascript:alert(1)", "Us=//evil.example/"],
    "quarters": ["Calendar", "fiscal", "financial "],
}
FINE = {
    "text": ["", "Kent & Medway “today”", "Swydd Gaer <b>"],
    "name": ["Open Social Value"],
    "address": [
        *(
            "https://example.org",
            "https://example.org/",
            "https://example.org/.well-known/a..b/...",
            "https://e.org/a%20b",
        ),
        *("", "https://example.org/social-value/", "http://intranet:8080/a", "https://xn--bcher-kva.example/~a/"),
    ],
    "contact": ["", "team@example.org", "mailto:team@example.org", "https://example.org/ask"],
    "day": ["", "2028-02-29"],
    "month": ["", "2026-11", "1900-01", "2199-12"],
    "financial_year": ["1999-00", "2023-24"],
    "word": ["", "2024-10", "invented"],
    "language": ["en-GB", "cy"],
    "share": [1, 1000],
    "pounds": [1, 1_000_000_000],
    "prefix": ["", "ocds-213czf"],
    "forge": ["", "github", "gitlab", "forgejo"],
    "branch": ["main", "gh-pages", "release/2026"],
    "words": ["", "programme=fund, programmes=funds", "return=adroddiad"],
    "colours": ["", "link=#0b4f8a/#8cc4ff", "link=#00703c/#5fd38d, mark=#8c1c2f/#ff9aa8"],
    "menu": ["", "About us=about-us.html", "Council=https://example.org/a, Ein tîm=tim/ni.html"],
    "quarters": ["", "calendar", "financial"],
}


def given(path: Path, key: str, value: object) -> Settings:
    """The settings of a file that sets one of them."""
    shown = str(value) if isinstance(value, int) else '"' + "".join(f"\\U{ord(c):08x}" for c in str(value)) + '"'
    (path / "authority.toml").write_text(f"{key} = {shown}\n")
    return read_settings(path / "authority.toml")


def test_every_setting_has_a_kind_and_its_default_is_of_it() -> None:
    """A new setting cannot be forgotten."""
    assert list(KINDS) == [field.name for field in dataclasses.fields(Settings)]
    assert not any(KINDS[field.name](field.default) for field in dataclasses.fields(Settings))


@pytest.mark.parametrize(
    ("key", "kind"), [(key, kind.__name__) for key, kind in KINDS.items() if kind is not yes_or_no]
)
def test_each_setting_refuses_what_is_not_of_its_kind(tmp_path: Path, key: str, kind: str) -> None:
    """Each wrong value is refused with the setting's name, and nothing of it reaches a terminal as it is."""
    for value in HOSTILE[kind]:
        with pytest.raises(BrokenRepository, match=key) as refused:
            given(tmp_path, key, value)
        assert str(refused.value).isprintable(), value
    for value in FINE[kind]:
        assert getattr(given(tmp_path, key, value), key) == value


@pytest.mark.parametrize(("key", "value", "words"), [("public", '"yes"', "true or false"), ("title", "3", "quotation")])
def test_another_type_is_refused_in_plain_words(tmp_path: Path, key: str, value: str, words: str) -> None:
    """Words instead of the names of Python's types."""
    (tmp_path / "authority.toml").write_text(f"{key} = {value}\n")
    with pytest.raises(BrokenRepository, match=words):
        read_settings(tmp_path / "authority.toml")


def test_the_address_on_the_command_line_is_held_to_the_same() -> None:
    """`--base-url` stands in place of the setting."""
    assert site_address("https://example.org/a/") == "https://example.org/a/"
    with pytest.raises(BrokenRepository, match="--base-url"):
        site_address(HOSTILE["address"][0])
    with pytest.raises(BrokenRepository, match="without //"):
        site_address("https://council.example//evil.example/")


MARKUP = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>&amp;%%ov-body%%"


@pytest.fixture(scope="module")
def bewitched(checked, small: Path) -> Mapping[str, bytes]:  # type: ignore[no-untyped-def]
    """The small site with markup in each setting that holds text, as if nobody had looked at them."""
    from socialvalue.publish import publish

    texts = ("title", "place", "description", "publisher", "announcement", "compiled_from", "deflator_vintage")
    settings = dataclasses.replace(
        checked.settings,
        **dict.fromkeys(texts, MARKUP),
        contact=f"team@example.org{MARKUP}",
        repository=f"https://example.org/{MARKUP}",
        base_url=f"https://example.org/a/{MARKUP}",
    )
    return publish(run.valued(dataclasses.replace(checked, settings=settings)))


def test_no_setting_can_become_markup_on_any_page(bewitched: Mapping[str, bytes]) -> None:
    """Even if a check were missing: no page, chart, feed or list of addresses holds a tag that a setting brought."""
    looked = 0
    for path, content in bewitched.items():
        if path.endswith((".html", ".svg", ".xml")):
            looked += 1
            page = content.decode()
            assert "<script>alert(1)" not in page, path
            assert "<img src=x" not in page, path
            shown = "&lt;script&gt;alert(1)&lt;/script&gt;" in page  # every page shows the title
            assert shown or not path.endswith(".html"), path
    assert looked > 40
    assert b"alert(1)" in bewitched["404.html"], "the test has reached the page that it is about"
    assert not re.search(r"sha256-[^']*'[^;]*alert", bewitched["_headers"].decode())


def test_no_setting_can_add_a_line_for_machines(bewitched: Mapping[str, bytes]) -> None:
    """robots.txt, security.txt and the files of hosts have the lines that they have without hostile settings."""
    assert len(bewitched["robots.txt"].decode().splitlines()) == 3
    assert b"alert" not in bewitched["_headers"]
