"""Say of each setting what kind of thing it is, and hold it to that: settings come by pull request, like returns."""

import ipaddress
import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any
from urllib.parse import unquote, urlsplit

from socialvalue.domain.years import is_financial_year, is_year
from socialvalue.load.characters import code_point, hidden
from socialvalue.load.contrast import LEAST, PAPERS, too_faint
from socialvalue.records.settings import pairs
from socialvalue.web_address import is_number, trouble

LONGEST = 500
"""The most characters of a text."""
ADDRESS = re.compile(
    r"https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?(?P<path>(/(?:[A-Za-z0-9._~!$()*+,;=:@-]|%[0-9A-Fa-f]{2})*)*)", re.ASCII
)
"""A web address as a setting may be: no user, no question, nothing that would have to be escaped anywhere."""
LEADS_ELSEWHERE = re.compile(r"\.{1,2}|.*[/\\\x00-\x1f\x7f].*", re.DOTALL)
"""A part of a path, without its escapes, that is read as a way up, as another server, or as the end."""
MAILBOX = re.compile(r"(mailto:)?[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+", re.ASCII)
TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", re.ASCII)
MONTH = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])", re.ASCII)
WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9 ._-]{0,39}", re.ASCII)
PREFIX = re.compile(r"ocds-[a-z0-9]{6}", re.ASCII)
WORDING = re.compile(r"[^\W\d_](?:[^\W_]|[' -]){0,39}")
COLOURS = re.compile(r"#[0-9a-f]{6}/#[0-9a-f]{6}", re.ASCII)
PAGE = re.compile(r"([a-z0-9]+(-[a-z0-9]+)*/)*[a-z0-9]+(-[a-z0-9]+)*\.html", re.ASCII)
MOST_OF_A_HOST = 253
FORGES = ("github", "gitlab", "forgejo")
BRANCH = re.compile(r"[A-Za-z0-9][A-Za-z0-9._/-]{0,99}", re.ASCII)
MOST_SHARE = 1_000
MOST_POUNDS = 1_000_000_000
Wrong = str
"""What is wrong and what to write, as the end of a sentence; empty where nothing is."""


def text(given: str) -> Wrong:
    """One line of words."""
    if found := next(hidden(given), None):
        return f"it holds {code_point(found.group())}, which cannot be seen; take it away"
    if "\n" in given or "\r" in given or "\t" in given or given != given.strip():
        return "write one line, without space around it"
    return f"write {LONGEST} characters at most" if len(given) > LONGEST else ""


def name(given: str) -> Wrong:
    """Words that may not be missing."""
    return text(given) if given else "it may not be empty; leave the line out for what is usual"


def address(given: str) -> Wrong:
    """A web address that something may be put behind, also one inside an authority."""
    found = ADDRESS.fullmatch(given)
    if given and (not found or _strange_host(given)):
        return "write a web address: https://example.org/"
    if found and _strange_path(found["path"]):
        return "write its path without //, . and .. between the slashes, as in https://example.org/social-value/"
    return ""


def contact(given: str) -> Wrong:
    """A mailbox, or a web address that the public can open."""
    if not given or MAILBOX.fullmatch(given) or not (address(given) or trouble(given)):
        return ""
    return "write a mailbox, such as team@example.org, or the address of a public page"


def day(given: str) -> Wrong:
    """A day of the calendar."""
    try:
        written = date.fromisoformat(given).isoformat() if given else ""
    except ValueError:
        written = "none"
    right = written == given and (not given or is_year(given[:4]))
    return "" if right else "write a day: 2027-12-31"


def month(given: str) -> Wrong:
    """A month of a year that a fact may be of."""
    right = not given or (MONTH.fullmatch(given) and is_year(given[:4]))
    return "" if right else "write a month: 2027-12"


def financial_year(given: str) -> Wrong:
    """April to March, as 2023-24."""
    return "" if is_financial_year(given) else "write a financial year: 2023-24"


def word(given: str) -> Wrong:
    """A short name out of a table."""
    return "" if not given or WORD.fullmatch(given) else "write letters, digits, hyphens and points, as in 2024-10"


def forge(given: str) -> Wrong:
    """What the form's link for uploads is made for."""
    return "" if given in ("", *FORGES) else f"write one of {', '.join(FORGES)}"


def branch(given: str) -> Wrong:
    """A branch of git, as it may stand in an address."""
    return "" if BRANCH.fullmatch(given) and ".." not in given else "write the name of a branch: main"


def language(given: str) -> Wrong:
    return "" if TAG.fullmatch(given) else "write the tag of a language: en-GB or cy"


def yes_or_no(given: bool) -> Wrong:
    return ""


def share(given: int) -> Wrong:
    """A percentage that is asked about, not worked with."""
    return "" if 1 <= given <= MOST_SHARE else f"write a whole number from 1 to {MOST_SHARE:,}"


def pounds(given: int) -> Wrong:
    """Pounds from which something is asked about."""
    return "" if 1 <= given <= MOST_POUNDS else f"write whole pounds from 1 to {MOST_POUNDS:,}"


def prefix(given: str) -> Wrong:
    """A prefix of OCDS, as the Open Contracting Partnership registers them."""
    return "" if not given or PREFIX.fullmatch(given) else "write ocds- and the six characters you were given"


def words(given: str) -> Wrong:
    """Words of ours, each with what is said instead."""
    said = pairs(given)
    right = all(WORDING.fullmatch(one) and WORDING.fullmatch(other) for one, other in said.items())
    return text(given) if right else "write it as in programme=fund, programmes=funds"


def menu(given: str) -> Wrong:
    """Entries of the menu: what each is called, and the page of the site or the address that it leads to."""
    right = all(
        WORDING.fullmatch(name) and (PAGE.fullmatch(to) or (to and not address(to)))
        for name, to in pairs(given).items()
    )
    return text(given) if right else "write it as in About us=about-us.html, Council=https://example.org/"


def colours(given: str) -> Wrong:
    """Colours by name for light and dark, each of which can be read or seen on its paper."""
    for name, value in pairs(given).items():
        if name not in LEAST:
            return f"colours are {', '.join(LEAST)}"
        if not COLOURS.fullmatch(value):
            return "write a colour for light and one for dark, as in link=#0b4f8a/#8cc4ff"
        for scheme, colour in zip(("light", "dark"), value.split("/"), strict=True):
            if too_faint(name, colour, scheme):
                paper = ", ".join(PAPERS[scheme])
                return f"{colour} stands out too little as {name} in {scheme}: {LEAST[name]} to 1 on {paper} is needed"
    return text(given)


def quarters(given: str) -> Wrong:
    """The calendar that quarters are counted by."""
    return "" if given in ("", "calendar", "financial") else "write calendar or financial"


KINDS: Mapping[str, Callable[[Any], Wrong]] = {
    "title": name,
    "place": text,
    "description": text,
    "publisher": text,
    "contact": contact,
    "security_expires": day,
    "repository": address,
    "forge": forge,
    "branch": branch,
    "language": language,
    "base_url": address,
    "announcement": text,
    "real_year": financial_year,
    "deflator_vintage": word,
    "compiled_on": month,
    "compiled_from": text,
    "words": words,
    "colours": colours,
    "menu": menu,
    "public": yes_or_no,
    "own_pages": yes_or_no,
    "plausible_share": share,
    "second_look_gbp": pounds,
    "ocid_prefix": prefix,
    "quarters": quarters,
}
"""What each setting of records/settings.py is."""


def _strange_host(given: str) -> bool:
    """Whether the host of an address is none: two points side by side, a hyphen at an end, a port beyond all."""
    try:
        parts = urlsplit(given)
        port = parts.port
    except ValueError:
        return True
    host = parts.hostname or ""
    labels = host.split(".")
    if len(host) > MOST_OF_A_HOST or _odd_number(host):
        return True
    return port == 0 or not all(label and len(label) <= 63 and label == label.strip("-") for label in labels)


def _odd_number(host: str) -> bool:
    """Whether a host is an IP address that isn't written as everybody reads it alike, such as 0x7f.1 for 127.0.0.1."""
    try:
        return is_number(host) and not ipaddress.IPv4Address(host)
    except ValueError:
        return True


def _strange_path(path: str) -> bool:
    """Whether a part of a path is empty or leads elsewhere: `//` before a name begins the address of another server."""
    *parts, last = path.split("/")[1:] or [""]
    return "" in parts or any(LEADS_ELSEWHERE.fullmatch(unquote(part)) for part in (*parts, last))
