"""Whether what is said of a licence names an open one: anybody may use, change and publish again what is under it.

The whole of the words has to be one of the names, identifiers or addresses below. Words that go on ("except …") may
take back what the name gives, and no list of such words is ever whole: so they are not open.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import product

NAMES = (
    "none needed: no figure is taken from the source",  # a rule of the framework's own
    "public domain",
    # What the program itself writes, of its framework and of the tables that a site publishes.
    "creative commons attribution 4.0 (this compilation)",
    "open government licence v3.0 (public sector figures in it)",
    "creative commons attribution 4.0 for the compilation; each source keeps its own licence, row by row",
)
UNIVERSAL = ("cc0", "cc0 1.0", "cc0 1.0 universal", "creative commons zero", "creative commons zero v1.0 universal")
PUBLIC_DOMAIN = ("pddl", "pddl 1.0", "open data commons public domain dedication and licence", "pdm 1.0")
DATA_COMMONS = (
    *("odbl", "odbl 1.0", "open database licence", "open data commons open database licence"),
    *("odc by", "odc by 1.0", "open data commons attribution licence"),
)
ADDRESSES = (
    *("nationalarchives.gov.uk/doc/open-government-licence", "parliament.uk/site-information/copyright-parliament"),
    *("parliament.uk/site-information/copyright-parliament/open-parliament-licence",),
    *("opendatacommons.org/licenses/pddl/1-0", "opendatacommons.org/licenses/odbl/1-0"),
    *("opendatacommons.org/licenses/by/1-0", "opendatacommons.org/licenses/pddl", "opendatacommons.org/licenses/odbl"),
    *("opendatacommons.org/licenses/by", "creativecommons.org/publicdomain/zero/1.0"),
    *("creativecommons.org/publicdomain/mark/1.0",),
)


def is_open(words: str) -> bool:
    """Whether the words, as a whole, name an open licence. Capitals, spaces, hyphens and one last stop don't matter."""
    return _plain(words) in OPEN


def all_open(named: Iterable[str]) -> bool:
    """Whether the name, title and address that are given of one licence all name an open one; some must be given."""
    given = [words for words in named if words.strip()]
    return bool(given) and all(is_open(words) for words in given)


def _plain(words: str) -> str:
    text = " ".join(words.casefold().split()).removesuffix(".")
    address = re.fullmatch(r"https?://(?:www\.)?(\S+?)(?:/(?:deed|legalcode)(?:\.en)?)?/*", text)
    if address:
        return address[1]
    text = text.replace("license", "licence")
    return " ".join(re.sub(r"(?<=[a-z0-9])-(?=[a-z0-9])", " ", text).split())


def _known() -> Iterator[str]:
    """Every known way to write an open licence, as the Open Definition has them."""
    yield from (*NAMES, *UNIVERSAL, *PUBLIC_DOMAIN, *DATA_COMMONS)
    for version in ("", " 1.0", " 2.0", " 3.0"):
        for mark in (" ", " v"):
            numbered = version.replace(" ", mark)
            yield from (f"open government licence{numbered}", f"ogl{numbered}", f"ogl uk{numbered}")
            yield from (f"open parliament licence{numbered}", f"opl{numbered}", f"opl uk{numbered}")
    yield from ("ogl v3", "ogl 3", "open government licence v3", "open government licence version 3.0")
    yield from ("open government licence version 3", "open government licence (ogl) v3.0")
    for version, place in product(("", " 1.0", " 2.0", " 2.5", " 3.0", " 4.0"), ("", " international", " uk")):
        for short, long in (
            ("by", "attribution"),
            ("by sa", "attribution sharealike"),
            ("by sa", "attribution share alike"),
        ):
            yield from (f"cc {short}{version}{place}", f"creative commons {long}{version}{place}")
            yield f"creative commons {long} licence{version}{place}"
    for version, short in product(("1.0", "2.0", "2.5", "3.0", "4.0"), ("by", "by-sa")):
        yield f"creativecommons.org/licenses/{short}/{version}"
    for number in "123":
        yield f"nationalarchives.gov.uk/doc/open-government-licence/version/{number}"
    yield from ADDRESSES


OPEN = frozenset(_known())
