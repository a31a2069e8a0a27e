"""Tell those who find a hole where to report it, as RFC 9116 says."""

from socialvalue.publish.words.figures import web
from socialvalue.publish.words.language import current
from socialvalue.records import Settings

PATH = ".well-known/security.txt"


def security_txt(settings: Settings, base_url: str = "") -> bytes:
    """The file, or nothing where the settings name no contact or no day until which it holds.

    That day is a setting, not so many days from now, so that the same data give the same site.
    """
    contact = "".join(settings.contact.split())  # a line of its own in any case
    if "@" in contact and "://" not in contact:
        contact = f"mailto:{contact.removeprefix('mailto:')}"
    elif not web(contact):
        return b""
    if not settings.security_expires:
        return b""
    lines = [f"Contact: {contact}", f"Expires: {''.join(settings.security_expires.split())}T00:00:00Z"]
    lines.append(f"Preferred-Languages: {current().tag}")
    lines += [f"Canonical: {base_url}{PATH}"] if base_url else []
    return ("\n".join(lines) + "\n").encode()
