"""Judge a web address: whether it leads to a page that anybody may open, and hands out nobody's password."""

import ipaddress
import re
from urllib.parse import urlsplit

SCHEMES = ("https", "http")
PORTS = (None, 80, 443)
LONGEST = 2_000
"""The most characters of an address: browsers and servers take no more for sure."""
HOST = re.compile(r"[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*", re.ASCII)
UNFIT = re.compile(
    r"[\x00-\x20\x7f-\xa0<>\"\\^`{|}\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]|%(?![0-9A-Fa-f]{2})"
)
"""What stands in no address: a program that reads it may end it there, or show another."""
HANDED_OUT = ipaddress.ip_network("2000::/3")
"""All numbers of the newer kind that stand for a machine of the open internet."""
INNER = (
    "local",
    "localhost",
    "localdomain",
    "internal",
    "intranet",
    "lan",
    "home",
    "corp",
    "arpa",
    "invalid",
    "test",
    "onion",
)
"""Names that no public page has: those of a house network, of machines among themselves, and of a hidden network."""


def trouble(address: str, schemes: tuple[str, ...] = SCHEMES) -> str:
    """What is wrong with a web address, in a sentence that does not repeat it; empty where nothing is."""
    try:
        parts = urlsplit(address)
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return "This is no web address."
    if parts.scheme not in schemes:
        return f"The link does not begin with {' or '.join(f'{scheme}://' for scheme in schemes)}."
    if parts.username is not None or parts.password is not None:
        return "The link holds a user name or a password. They are not repeated."
    if UNFIT.search(address) or len(address) > LONGEST:
        return "The link is too long, or holds a space or a sign that no address has."
    if is_number(host):
        return "The link leads to a number instead of a name."
    if not HOST.fullmatch(host) or len(host) > 253:
        return "The link leads to no name that could be a website. Letters with accents are written with xn--."
    if port not in PORTS or "." not in host or host.rpartition(".")[2] in INNER:
        return "The link leads to a place that the public cannot open."
    return ""


def public(number: str) -> bool:
    """Whether an IP address is one of the open internet, also the one that stands inside another."""
    found = ipaddress.ip_address(number.partition("%")[0])
    if isinstance(found, ipaddress.IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour or (found.teredo[1] if found.teredo else None)
        if inner is None and found in ipaddress.ip_network("64:ff9b::/96"):
            inner = ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)
        if inner is not None:
            return public(str(inner))
        if found not in HANDED_OUT:  # such as ::127.0.0.1 and 64:ff9b:1::, by which a machine nearby may be reached
            return False
    return found.is_global and not found.is_multicast


def is_number(host: str) -> bool:
    """Whether a host is an IP address, in any way that browsers read one."""
    last = host.rpartition(".")[2]
    if last.isdecimal() or last.startswith("0x"):
        return True
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True
