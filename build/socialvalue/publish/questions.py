"""Where a question about a figure goes: a prefilled issue or mail, or nowhere if nobody takes them."""

from urllib.parse import quote, urlencode

from socialvalue.publish.words import web
from socialvalue.records import Settings


def question_address(settings: Settings, about: str, page: str = "") -> str:
    """The address that opens a question about `about`, which names page and row; empty if there is none."""
    title = f"Question about {about}"
    body = f"About: {about}\nPage: {page}\n\nWhat I would like to know:\n"
    if web(settings.repository):
        return f"{settings.repository.rstrip('/')}/issues/new?" + urlencode({"title": title, "body": body})
    if "@" in settings.contact and "://" not in settings.contact:
        mailbox = settings.contact.removeprefix("mailto:")
        return f"mailto:{mailbox}?subject={quote(title)}&body={quote(body)}"
    return web(settings.contact)
