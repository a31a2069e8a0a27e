"""The web addresses that the figures rest on: which they are, and whether each still answers."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from socialvalue.check import check, cited
from socialvalue.load import load
from socialvalue.records import Checked
from socialvalue.records.telling import Tell, silent

if TYPE_CHECKING:
    from socialvalue.sources import Answer

IN_ALL_MINUTES = 10
"""How long the sources may be asked."""
TELL_EVERY = 25


class Cited(NamedTuple):
    """The web addresses that the figures rest on, and what was found about the data that names them."""

    addresses: list[str]
    """Each that may be asked, once."""
    found: Checked


def cited_addresses(data: Path, tell: Tell = silent) -> Cited:
    """Every web address of the shared tables and of the returns that were accepted.

    An error elsewhere in a shared table takes none of its addresses away. Those that are no address, or none that
    may be asked, are among the errors.
    """
    from socialvalue.check import trouble

    source = load(data, tell=tell)
    found = check(source)
    shared = {name: source.tables[name] for name, schema in source.schemas.items() if schema["folder"] != "return"}
    links = cited({**found.tables, **shared})
    return Cited([link for link in links if not trouble(link)], found)


def asked(links: Sequence[str], tell: Tell = silent) -> Iterator["Answer"]:
    """Ask each address whether it still answers: what it says, as it comes in. This uses the network."""
    from socialvalue.check import public, trouble
    from socialvalue.sources import ask
    from socialvalue.web_request import Rules

    tell(f"asking {len(links):,} addresses, for {IN_ALL_MINUTES} minutes at most")
    for count, answer in enumerate(ask(links, Rules(trouble, public), in_all=60 * IN_ALL_MINUTES), start=1):
        yield answer
        if count % TELL_EVERY == 0:
            tell(f"asked {count:,} of {len(links):,}")
