"""What came in and what was corrected, newest first, told from the returns alone and never from the clock."""

import re
from typing import NamedTuple
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree

from socialvalue.publish.page_addresses import canonical
from socialvalue.publish.site import Row, Site
from socialvalue.publish.story.corrections import since
from socialvalue.publish.story.in_short import of_return
from socialvalue.publish.story.worth import worth_in_words
from socialvalue.publish.words import days, figures
from socialvalue.publish.words.language import _

NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that make a whole feed unreadable. The check refuses them; a feed must stand without it."""
ATOM = "http://www.w3.org/2005/Atom"
FEED = 100
"""Items in the feed. The page has them all."""
NEVER = "1970-01"
"""When a feed without any item was last changed: a feed must say a time."""


class Item(NamedTuple):
    """One thing that happened. `when` is a month or a day, as the return gives it."""

    when: str
    title: str
    words: str
    path: str
    name: str
    """What tells it from every other item: the return and its version."""


def news(site: Site) -> list[Item]:
    """One item for each return that says when it came in or was compiled: a new return, or a correction."""
    return site.once("news", lambda: sorted(_items(site), key=lambda item: (item.when, item.name), reverse=True))


def atom(site: Site) -> bytes:
    """The feed (RFC 4287). Its addresses are relative where nobody has said where the site stands."""
    items = news(site)[:FEED]
    settings = site.settings
    title = f"{settings.title} {settings.place}".strip()
    feed = ElementTree.Element("feed", xmlns=ATOM)
    _add(feed, "id", _id(site, ""))
    _add(feed, "title", _("%(title)s: what changed", title=title))
    _add(feed, "updated", _time(max((item.when for item in items), default=settings.compiled_on or NEVER)))
    _add(_add(feed, "author"), "name", settings.publisher or title)
    _add(feed, "link", rel="self", type="application/atom+xml", href=canonical(site.base_url, "news.xml"))
    _add(feed, "link", rel="alternate", type="text/html", href=canonical(site.base_url, "news.html"))
    for item in items:
        entry = _add(feed, "entry")
        _add(entry, "id", _id(site, item.name))
        _add(entry, "title", item.title)
        _add(entry, "updated", _time(item.when))
        _add(entry, "link", rel="alternate", type="text/html", href=canonical(site.base_url, item.path))
        _add(entry, "summary", item.words)
    ElementTree.indent(feed)
    written: bytes = ElementTree.tostring(feed, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _items(site: Site) -> list[Item]:
    return [_item(site, row) for row in site.rows("returns") if _when(row)]


def _item(site: Site, row: Row) -> Item:
    project = site.one("projects", row["project"])["name"]
    period = days.span(row["start"], row["end"])
    lines = since(site, row) or figures.several(len(site.lines("return_id", row["owner"])), "line")
    if row["withdraws"]:
        title = _("%(project)s: return for %(period)s withdrawn", project=project, period=period)
        said = figures.sentence(row["reason"])
    elif row["supersedes"]:
        title = _("%(project)s: corrected return for %(period)s", project=project, period=period)
        replaces = _("It takes the place of an earlier return.")
        said = f"{replaces} {figures.sentence(row['reason'])} {figures.sentence(since(site, row))}".strip()
    elif row["basis"] == "compiled":
        title = f"{project}: {period}"
        said = _("Put together from public statements: %(lines)s.", lines=lines)
    else:
        title = _("%(project)s: return for %(period)s", project=project, period=period)
        who = site.one("organisations", row["organisation"]).get("name") or row["organisation"]
        said = _("Sent in by %(who)s: %(lines)s.", who=who, lines=lines)
    found = (said, of_return(site, row["owner"]), worth_in_words(site, "return_id", row["owner"]))
    said = " ".join(filter(None, found))
    return Item(_when(row), title, said, f"returns/{row['owner']}.html", f"{row['owner']}@{row['version']}")


def _when(row: Row) -> str:
    return str(row["received_on"] or row["compiled_on"])


def _time(when: str) -> str:
    """A month or a day as a moment: its first."""
    return f"{when}-01T00:00:00Z" if len(when) == 7 else f"{when}T00:00:00Z"


def _id(site: Site, name: str) -> str:
    """A name that stays when the site moves or is built again."""
    settings = site.settings
    return uuid5(NAMESPACE_URL, f"{settings.title}/{settings.place}/{settings.publisher}/{name}").urn


def _add(parent: ElementTree.Element, tag: str, text: str = "", **attributes: str) -> ElementTree.Element:
    child = ElementTree.SubElement(parent, tag, attributes)
    child.text = NOT_XML.sub("", text) or None
    return child
