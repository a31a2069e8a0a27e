"""A link leads to a public page: https, a name instead of numbers, nobody's password."""

import ipaddress
from collections.abc import Iterator
from urllib.parse import urlsplit

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.records import Severity, rows


def find(tables: Tables) -> Iterator[Hit]:
    evidence = tables["evidence"]
    links = evidence[evidence["link"] != ""]
    wrong = {link: said for link in links["link"].unique() if (said := trouble(link))}
    for row in rows(links[links["link"].isin(wrong)]):
        yield at(row, "link", wrong[row.link])


def trouble(link: str) -> str:
    """What is wrong with a web address, or empty."""
    try:
        parts = urlsplit(link)
        host, named = parts.hostname or "", parts.username is not None or parts.password is not None
        port = parts.port
    except ValueError:
        return "This is no web address."
    if parts.scheme != "https":
        return "The link does not begin with https://."
    if named:
        return "The link holds a user name or a password. They are not repeated."
    if _number(host):
        return "The link leads to a number instead of a name."
    if port not in (None, 443) or "." not in host or host.endswith((".local", ".internal", ".localhost")):
        return "The link leads to a place that the public cannot open."
    return ""


def _number(host: str) -> bool:
    """Whether a host is an IP address, in any way that browsers read one."""
    last = host.rstrip(".").rpartition(".")[2]
    if last.isdecimal() or last.startswith("0x"):
        return True
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


RULE = Rule(
    id="safe-link",
    severity=Severity.ERROR,
    group="Evidence",
    title="Links are safe to follow",
    why="Readers click on them. A link may not send them to an unnamed machine or hand out a password.",
    example="https://192.0.2.10/report",
    mend="Give the https address of a page that anybody may open, or leave link empty and give the checksum.",
    find=find,
)
