"""Where a question about a figure goes: a prefilled issue or mail, or nowhere if nobody takes them."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from urllib.parse import quote, quote_plus

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
    body = [*said, "", _("What I would like to know:"), ""]
    if web(settings.repository):
        sent = f"title={quote_plus(title)}&body={_written(body, quote_plus)}"
        return f"{settings.repository.rstrip('/')}/issues/new?{sent}"
    if "@" in settings.contact and "://" not in settings.contact:
        mailbox = settings.contact.removeprefix("mailto:")
        return f"mailto:{mailbox}?subject={quote(title)}&body={_written(body, quote)}"
    return web(settings.contact)


def _written(lines: Sequence[str], quoted: Callable[[str], str]) -> str:
    """Lines as they stand in an address. All questions of a page share most of them."""
    return "%0A".join(_line(line, quoted) for line in lines)


@lru_cache(maxsize=1 << 14)
def _line(line: str, quoted: Callable[[str], str]) -> str:
    return quoted(line)


def row_in_question(line: Row, figure: str) -> str:
    """A line so that those who are asked find it: its file and row, its measure, its figure, its £."""
    place = _("%(file)s, row %(row)s", file=line["file"], row=line["row"])
    money = [f"{pounds(value['net'])} {KIND[value['kind']].name.lower()}" for value in (*line["worth"], *line["memo"])]
    return "; ".join([place, line["name"], bounded(figure, line["bound"]), *money])
