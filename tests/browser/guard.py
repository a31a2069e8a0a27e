"""Watch over a page: it may ask no other host for anything, and the console stays quiet."""

import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Route

HERE = ("127.0.0.1", "", None)
ELSEWHERE = re.compile(r"^(?!http://127\.0\.0\.1:)")
"""Addresses to be looked at one by one; those of our own server are let through unseen."""


@dataclass
class Guard:
    """What a page must not do: ask another host for something, or complain in the console."""

    foreign: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def request(self, route: Route) -> None:
        """Let requests to our own server through; note and refuse all others."""
        if urlsplit(route.request.url).hostname in HERE:
            route.continue_()
        else:
            self.foreign.append(route.request.url)
            route.abort()

    def console(self, message: ConsoleMessage) -> None:
        """Note errors; a breach of the Content-Security-Policy is one of them."""
        if message.type == "error":
            self.complaints.append(message.text)
