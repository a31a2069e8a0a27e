"""Where a question about a figure goes: a prefilled issue or mail, or nowhere if nobody takes them."""

from urllib.parse import quote, urlencode

from socialvalue.publish.language import _
from socialvalue.publish.words import web
from socialvalue.records import Settings


def question_address(settings: Settings, about: str, page: str = "") -> str:
    """The address that opens a question about `about`, which names page and row; empty if there is none."""
    title = _("Question about %(what)s", what=about)
    body = _("About: %(what)s\nPage: %(page)s\n\nWhat I would like to know:\n", what=about, page=page)
    if web(settings.repository):
        return f"{settings.repository.rstrip('/')}/issues/new?" + urlencode({"title": title, "body": body})
    if "@" in settings.contact and "://" not in settings.contact:
        mailbox = settings.contact.removeprefix("mailto:")
        return f"mailto:{mailbox}?subject={quote(title)}&body={quote(body)}"
    return web(settings.contact)
