"""The draft of a contract performance notice (UK9) as text: the KPIs of a contract, their ratings, what the law asks.

In English, as the law and the terminal are. The draft fills in what the register and the returns know; what they don't
know it leaves to the authority, and says so.
"""

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import replace

from socialvalue.publish.downloads.ocds import kpis, releases_of, reported_on, suppliers
from socialvalue.publish.downloads.version import version
from socialvalue.publish.site import Row, Site
from socialvalue.publish.words import days, figures
from socialvalue.publish.words.language import in_english
from socialvalue.publish.words.reasons import why
from socialvalue.publish.words.vocabulary import RATING
from socialvalue.records import LEAST_PERCENT, Valuation
from socialvalue.records.typed_rows import DeliveryRow

GUIDANCE = (
    "https://www.gov.uk/government/publications/procurement-act-2023-guidance-documents-manage-phase/"
    "guidance-contract-performance-notices-html"
)
ACT = "https://www.legislation.gov.uk/ukpga/2023/54"
MORE_THAN = 5_000_000
"""Pounds: section 52 of the Act is about contracts of more."""
LEAST_KPIS = 3
UNKNOWN = "not in the register"
WIDTH = 100


def notice(valuation: Valuation, project: str, form: str) -> str:
    """The draft for a project that the register knows, as text or as json: a release package of OCDS."""
    site = Site(valuation)
    with in_english():
        if form == "json":
            return releases_of(replace(site, version=version(site)), project)
        return "\n".join(_text(site, project))


def _text(site: Site, project: str) -> Iterator[str]:
    row, mine = site.one("projects", project), kpis(site, project)
    yield f"DRAFT of a contract performance notice (UK9): {row['name']}"
    yield ""
    yield from _contract(site, row)
    for number, kpi in enumerate(mine, start=1):
        yield ""
        yield from _kpi(site, number, kpi)
    yield ""
    yield from _asked(row, len(mine))


def _contract(site: Site, row: Row) -> Iterator[str]:
    def name(organisation: str) -> str:
        return str(site.one("organisations", organisation).get("name") or organisation)

    lasts = [days.day(row[name]) if row[name] else "" for name in ("contract_start", "contract_end")]
    value = figures.pounds(100 * row["contract_gbp"]) if row["contract_gbp"] else ""
    for head, words in (
        ("Authority", name(row["promoter"]) if row["promoter"] else ""),
        ("Supplier", figures.listing([name(each) for each in suppliers(site, row["project"])])),
        ("Value", f"{value}, as last stated" if value else ""),
        ("Contract dates", f"{lasts[0] or 'not known'} to {lasts[1] or 'not known'}" if any(lasts) else ""),
    ):
        yield f"  {head:<15} {words or UNKNOWN}"


def _kpi(site: Site, number: int, row: DeliveryRow) -> Iterator[str]:
    unit = site.unit(row)
    promised = figures.bounded(figures.quantity(row["promised"] or 0, unit), row["promised_bound"])
    yield f"KPI {number}: {site.measure(row)['name']}"
    yield f"  {'Promised':<15} {promised}, {_due(row)}"
    yield f"  {'Delivered':<15} {_delivered(row, unit)}"
    yield f"  {'Period':<15} {_period(site, row)}"
    if row["expected"] is not None and row["rating"] != "other":
        yield f"  {'Due by then':<15} {figures.bounded(figures.quantity(row['expected'], unit), row['promised_bound'])}"
    reason = f": {figures.sentence(why(row))}" if row["why"] else ""
    yield f"  {'Rating':<15} {RATING[row['rating']].name}{reason}"


def _due(row: DeliveryRow) -> str:
    """By when it was promised; where nobody gave a day, by which it is rated all the same."""
    if row["due_stated"]:
        return f"by {days.day(row['due'])}"
    if row["targets"] == 1:
        return f"with no date; taken as due by {days.day(row['due'])}" if row["due"] else "with no date"
    none = "with no date for each of its parts"
    return f"{none}; the last is taken as {days.day(row['due'])}" if row["due"] else none


def _delivered(row: DeliveryRow, unit: Row) -> str:
    if row["delivered"] is None or row["suppressed"]:
        return "not shown: few people stand behind a part of it" if row["suppressed"] else "not known"
    return figures.bounded(figures.quantity(row["delivered"], unit), row["delivered_bound"])


def _period(site: Site, row: DeliveryRow) -> str:
    first, last = reported_on(site, row)
    if not last:
        return "nothing was reported"
    return f"{days.day(first)} to {days.day(last)}" if first else f"up to {days.day(last)}"


def _asked(row: Row, count: int) -> Iterator[str]:
    """What the law asks. In our own words after the guidance and the Act; the authority decides."""
    worth = row["contract_gbp"]
    if not worth:
        known = "The register does not know what this contract is worth."
    else:
        more = "more than" if worth > MORE_THAN else "not more than"
        known = f"The register says {figures.pounds(100 * worth)}, which is {more} £5 million."
    has = {0: "No commitment stands", 1: "1 commitment stands"}.get(count, f"{count} commitments stand")
    few = " That is fewer than three." if count < LEAST_KPIS else ""
    lines = (f"{RATING[name].name} from {least}%" for name, least in LEAST_PERCENT.items() if least)
    yield "What the law asks"
    for sentence in (
        "An authority that enters into a public contract with an estimated value of more than £5 million must set and "
        f"publish at least three key performance indicators (section 52 of the Procurement Act 2023). {known} "
        f"{has} in the register.{few}",
        "This does not hold for frameworks, concession contracts, light touch contracts and contracts of private "
        "utilities, nor where the authority considers that such indicators could not appropriately assess it.",
        "Where they are set, the supplier’s performance against them is assessed and published at least once in every "
        "12 months while the contract lasts, and when it ends (section 71). The notice also tells of a breach that led "
        "to damages, a settlement or a partial termination, and of failure to improve: no return knows of these.",
        f"The law names the ratings and not the lines between them. Here they are: {', '.join(lines)} of what was due "
        "by the last day reported to, and Inadequate below. Where there is nothing to rate, it is Other.",
        "The authority decides whether a notice is due, which indicators go into it and how each is rated. This is a "
        "draft to begin with, and no legal advice.",
        f"Guidance: {GUIDANCE}",
        f"The Act: {ACT}/section/52 and {ACT}/section/71",
    ):
        yield from _indented(sentence)


def _indented(sentence: str) -> Sequence[str]:
    return textwrap.wrap(
        sentence, WIDTH, initial_indent="- ", subsequent_indent="  ", break_long_words=False, break_on_hyphens=False
    )
