"""By one rule for all tables an address is that of a public page, or is never asked."""

import json

import pytest

from socialvalue.carried import carried
from socialvalue.check import public, trouble
from socialvalue.check.rules.safe_link import LINKS
from socialvalue.load.repository import INCOMING, read_schemas
from socialvalue.sources import Answer, ask
from socialvalue.web_request import Rules


@pytest.mark.parametrize(
    "address",
    [
        *("http://[::1", "http://[::1]/", "http://127.0.0.1/", "http://10.0.0.1/", "http://2130706433/"),
        *(
            "http://0x7f.1/",
            "http://localhost/",
            "http://localhost./",
            "http://localhost.localdomain/",
            "https://user:secret@example.org/",
        ),
        *("https://example.org:8443/", "ftp://example.org/", "file:///etc/hostname", "https://router/"),
        *("https://printer.local/", "https://wiki.corp/", "https://example.org:port/", "https://exa mple.org/"),
        *("http://example.onion/", "https://example.org/%zz", "https://example.org/%2"),
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
