"""Say what a browser may load for our pages: our files and the frame's own scripts, nothing else."""

import base64
import hashlib
import re
from collections.abc import Iterable
from html.parser import HTMLParser

from socialvalue.publish.page_addresses import EMBEDDED

_STYLE = re.compile(rb"<style>(.*?)</style>", re.DOTALL)
_STYLES = "style-src 'self'"
_RUN = {"", "text/javascript", "application/javascript", "module"}


class _Scripts(HTMLParser):
    """Collects the text of each script that a browser would run from the page itself."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.found: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "script":
            given = dict(attrs)
            self._inside = "src" not in given and (given.get("type") or "") in _RUN
            if self._inside:
                self.found.append("")

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.found[-1] = f"{self.found[-1]}{data}"

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self._inside = False


def inline_scripts(document: str) -> list[str]:
    """Return the text of each inline script of an HTML document, in order. A data block is not a script."""
    parser = _Scripts()
    parser.feed(document)
    parser.close()
    return parser.found


def fingerprint(script: str) -> str:
    """Return the source expression that lets this inline script run (or this inline style hold), and no other."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def inline_styles(pictures: Iterable[bytes]) -> set[str]:
    """Return the text of each style that SVG files bring along: they are looked at by themselves, too."""
    return {found[1].decode() for picture in pictures for found in _STYLE.finditer(picture)}


def policy(documents: Iterable[str]) -> str:
    """Return the Content-Security-Policy that lets the inline scripts of these documents run, and no others.

    One policy serves every page, so that a host can send it as one header. There is no `unsafe-inline` and no
    `unsafe-eval`: a style attribute or an event handler in a page is refused by the browser.
    """
    texts = {script for document in documents for script in inline_scripts(document)}
    hashes = sorted(fingerprint(text) for text in texts)
    return "; ".join(
        [
            "default-src 'none'",
            " ".join(["script-src 'self'", *hashes]),
            _STYLES,
            "img-src 'self' data:",  # the stylesheet of mkdocs-material draws its signs from data: images
            "connect-src 'self'",
            "worker-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
        ]
    )


def headers(rules: str, styles: Iterable[str] = ()) -> bytes:
    """Return the `_headers` file that static hosts read: the policy, and what a meta element cannot say.

    It holds for every file, a chart's SVG too: `styles` are those that such files bring along. A page allows none of
    them, because it says the policy itself. Every file may be read from other sites (CORS), because all of it is
    open data.

    No page may be framed, but those that are for it. Hosts join what several rules say of one header, and two policies
    hold both; so a page is kept from frames by X-Frame-Options, which a browser leaves aside where a policy names
    frame-ancestors (HTML Standard, "check a navigation response's adherence to X-Frame-Options").
    """
    allowed = " ".join([_STYLES, *sorted(fingerprint(style) for style in styles)])
    rules = rules.replace(_STYLES, allowed, 1)
    lines = [
        "/*",
        f"  Content-Security-Policy: {rules}",
        "  X-Frame-Options: DENY",
        "  X-Content-Type-Options: nosniff",
        "  Referrer-Policy: strict-origin-when-cross-origin",
        "  Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=()",
        "  Access-Control-Allow-Origin: *",
        f"/{EMBEDDED}*",
        "  Content-Security-Policy: frame-ancestors *",
    ]
    return ("\n".join(lines) + "\n").encode()
