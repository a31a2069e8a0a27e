"""Prepare a return: a form that works in the browser alone. Without a script it leads to the other ways in."""

from collections.abc import Iterator, Mapping
from typing import Any

from socialvalue.publish.page import Entry, Page
from socialvalue.publish.site import Site
from socialvalue.publish.words.figures import BOUND, capital, web
from socialvalue.publish.words.language import N_, _
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
            "tiers": _named(_choices(schemas["lines"], "tier"), TIERS),
            "bounds": _named(_choices(schemas["lines"], "bound"), BOUND),
            "kinds": _named(_choices(schemas["evidence"], "kind"), KINDS_OF_EVIDENCE),
            "contact": address_of(site.settings),
        },
    )


TIERS = {
    "client": N_("the client"),
    "main contractor": N_("main contractor"),
    "subcontractor": N_("subcontractor"),
    "supplier": N_("supplier"),
    "partner": N_("partner"),
}
KINDS_OF_EVIDENCE = {
    "public page": N_("public page"),
    "report": N_("report"),
    "payroll extract": N_("payroll extract"),
    "invoice": N_("invoice"),
    "training record": N_("training record"),
    "timesheet": N_("timesheet"),
    "letter": N_("letter"),
    "photograph": N_("photograph"),
    "audit": N_("audit"),
    "other": N_("something else"),
}


def _named(codes: list[str], names: Mapping[str, str]) -> list[tuple[str, str]]:
    """The words to choose from, each with what people call it."""
    return [(code, capital(_(names.get(code, code)))) for code in codes]


def address_of(settings: Settings) -> str:
    """Where to write to the authority: its mailbox as an address, or its page; empty for none."""
    if "@" in settings.contact and "://" not in settings.contact:
        return f"mailto:{settings.contact.removeprefix('mailto:')}"
    return web(settings.contact)


def _choices(schema: Mapping[str, Any], column: str) -> list[str]:
    (field,) = (field for field in schema["fields"] if field["name"] == column)
    return list(field["constraints"]["enum"])


PAGE = Page(name="prepare", section="prepare", entries=entries, searchable=False, contents=False)
