"""Where a question about a figure goes: a prefilled issue or mail, or nowhere if nobody takes them."""

from collections.abc import Sequence
from urllib.parse import quote, urlencode

from socialvalue.publish.site import Row
from socialvalue.publish.words.figures import bounded, pounds, web
from socialvalue.publish.words.language import _
from socialvalue.publish.words.vocabulary import KIND
from socialvalue.records import Settings


def question_address(settings: Settings, about: str, page: str = "", row: str = "") -> str:
    """The address that opens a question about `about`; empty if there is none.

    `page` is where the reader stands, `row` what the questioned row says; both stand in the text that is sent.
    A web page that takes questions is opened as it is.
    """
    title = _("Question about %(what)s", what=about)
    said = [_("About: %(what)s", what=about)]
    said += [_("Row: %(row)s", row=row)] if row else []
    said += [_("Page: %(page)s", page=page)] if page else []
    body = "\n".join([*said, "", _("What I would like to know:"), ""])
    if web(settings.repository):
        return f"{settings.repository.rstrip('/')}/issues/new?" + urlencode({"title": title, "body": body})
    if "@" in settings.contact and "://" not in settings.contact:
        mailbox = settings.contact.removeprefix("mailto:")
        return f"mailto:{mailbox}?subject={quote(title)}&body={quote(body)}"
    return web(settings.contact)


def row_in_question(line: Row, figure: str, worth: Sequence[Row]) -> str:
    """A line so that those who are asked find it: its file and row, its measure, its figure, its £."""
    place = _("%(file)s, row %(row)s", file=line["file"], row=line["row"])
    money = [f"{pounds(value['net'])} {KIND[value['kind']].name.lower()}" for value in worth]
    return "; ".join([place, line["name"], bounded(figure, line["bound"]), *money])
