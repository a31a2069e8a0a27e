"""Prepare a return: a form that works in the browser alone. Without a script it leads to the other ways in."""

from collections.abc import Iterator, Mapping
from typing import Any

from socialvalue.publish.page import Entry, Page
from socialvalue.publish.site import Site
from socialvalue.publish.words.figures import web
from socialvalue.publish.words.language import _
from socialvalue.records import Settings


def entries(site: Site) -> Iterator[Entry]:
    schemas = site.valuation.checked.schemas
    if "lines" not in schemas or "evidence" not in schemas:
        return
    yield Entry(
        path="prepare.html",
        title=_("Prepare a return"),
        description=_(
            "Put in what your project delivered, see what is wrong and what it is worth, and take it with you."
        ),
        context={
            "tiers": _choices(schemas["lines"], "tier"),
            "bounds": _choices(schemas["lines"], "bound"),
            "kinds": _choices(schemas["evidence"], "kind"),
            "contact": address_of(site.settings),
        },
    )


def address_of(settings: Settings) -> str:
    """Where to write to the authority: its mailbox as an address, or its page; empty for none."""
    if "@" in settings.contact and "://" not in settings.contact:
        return f"mailto:{settings.contact.removeprefix('mailto:')}"
    return web(settings.contact)


def _choices(schema: Mapping[str, Any], column: str) -> list[str]:
    (field,) = (field for field in schema["fields"] if field["name"] == column)
    return list(field["constraints"]["enum"])


PAGE = Page(name="prepare", section="prepare", entries=entries, searchable=False, contents=False)
