"""Every column of every table of a site of many authorities, described once; the schemas and pages come from it."""

from collections.abc import Mapping
from typing import NamedTuple

from socialvalue.publish.words.language import N_

POUNDS, NUMBER, WHOLE, TEXT = "pounds", "number", "integer", "string"
COLUMNS: Mapping[str, tuple[str, str]] = {
    "adds_up": (TEXT, N_("Whether counts of it may be added: a flow may, a stock and a record may not.")),
    "area": (TEXT, N_("ONS code of the area.")),
    "as_of": (TEXT, N_("The day or month of its newest data.")),
    "authorities": (WHOLE, N_("How many authorities the sum is of.")),
    "authority": (
        TEXT,
        N_("The authority. A project, a measure or an organisation means something together with it alone."),
    ),
    "bound": (
        TEXT,
        N_("at least, about, up to, or empty: what can be said of the sum. About, where its lines differ."),
    ),
    "deducted_gbp": (POUNDS, N_("Taken off. Pounds, two decimals.")),
    "deflator_vintage": (TEXT, N_("The publication of the price index.")),
    "dimension": (TEXT, N_("What the sum is by: all, year, area, measure or organisation.")),
    "edition": (TEXT, N_("The edition of the framework that it is counted under.")),
    "evidenced": (WHOLE, N_("Lines with a document on file.")),
    "first_day": (TEXT, N_("The first day that a return reports on.")),
    "framework": (TEXT, N_("The framework that it is counted under.")),
    "gross_gbp": (POUNDS, N_("Before anything is taken off. Pounds, two decimals.")),
    "hidden": (WHOLE, N_("Lines whose number is hidden, so that nobody can be recognised.")),
    "hidden_lines": (WHOLE, N_("Lines of the same framework, edition and status that are hidden and not in the sum.")),
    "homepage": (TEXT, N_("Its own site.")),
    "identity": (TEXT, N_("The public number of the organisation, or its authority’s own name for it.")),
    "invented": (TEXT, N_("yes where the authority says that its data are invented. They are added to nothing real.")),
    "kind": (TEXT, N_("The kind of value; kinds are never added to each other.")),
    "last_day": (TEXT, N_("The last day that a return reports on.")),
    "licence": (TEXT, N_("The licence of its data.")),
    "lines": (WHOLE, N_("How many lines or promises.")),
    "local_means": (TEXT, N_("What the lines of a local measure call local; empty for measures of something else.")),
    "match": (TEXT, N_("How close the two are. Narrower: it counts less than the reference. Wider: it counts more.")),
    "measure": (TEXT, N_("The measure, as its framework calls it.")),
    "member": (TEXT, N_("Which one.")),
    "method": (TEXT, N_("A checksum of how the figure is made. Only figures of one method are ever added.")),
    "name": (TEXT, N_("Its name.")),
    "net_gbp": (POUNDS, N_("What is left. Pounds, two decimals.")),
    "number": (TEXT, N_("Its public number as org-id.guide has it; empty where none is published.")),
    "organisation": (TEXT, N_("The authority’s own name for it.")),
    "overdue": (WHOLE, N_("Promises whose day is over and that are not kept.")),
    "price_year": (TEXT, N_("The year of the prices of the unit value; delivery: those of the year of delivery.")),
    "projects": (WHOLE, N_("Projects in its register.")),
    "promises": (WHOLE, N_("Promises that delivery is held to.")),
    "quantity": (NUMBER, N_("How much.")),
    "real_gbp": (POUNDS, N_("Net, in the prices of real_year. Pounds, two decimals.")),
    "real_year": (TEXT, N_("The financial year in whose prices real_gbp is.")),
    "reference": (TEXT, N_("The reference of a measure in another framework.")),
    "returns": (WHOLE, N_("Returns that it published.")),
    "returns_due": (WHOLE, N_("Returns that its contracts asked for by the day of its newest data.")),
    "returns_missing": (WHOLE, N_("Those of them that are not there.")),
    "sha256": (TEXT, N_("The checksum of its package.")),
    "source": (TEXT, N_("Where its package was read.")),
    "status": (TEXT, N_("How sure it is.")),
    "submitted": (WHOLE, N_("Lines that the project sent itself. The others were compiled from what was public.")),
    "system": (TEXT, N_("The other framework.")),
    "title": (TEXT, N_("What it calls its site.")),
    "unit": (TEXT, N_("The unit.")),
    "unit_many": (TEXT, N_("The unit in words, of several.")),
    "unit_one": (TEXT, N_("The unit in words, of one.")),
    "verified": (WHOLE, N_("Lines that someone independent checked.")),
    "version": (TEXT, N_("The version of its data.")),
    "why": (TEXT, N_("Why it was left out.")),
    "with_evidence": (WHOLE, N_("Lines that name a document.")),
}


class Described(NamedTuple):
    """A table: its title, what a row of it is, and its columns. The first `keys` of them name a row."""

    title: str
    what: str
    columns: str
    keys: int


_SUM = "framework edition method local_means kind price_year real_year deflator_vintage status invented"
_MONEY = "gross_gbp deducted_gbp net_gbp real_gbp bound hidden_lines"
_COUNT = "framework edition measure method local_means unit status invented"
TABLES: Mapping[str, Described] = {
    "authorities": Described(
        N_("Authorities"),
        N_("Who publishes, how fresh it is and how sure."),
        "authority name title invented version as_of licence homepage source sha256 projects returns lines hidden "
        "verified evidenced with_evidence submitted first_day last_day promises overdue returns_due returns_missing",
        1,
    ),
    "left-out": Described(
        N_("Left out"), N_("Authorities of the list whose data are not here, and why."), "authority name why", 1
    ),
    "totals": Described(
        N_("Totals of each authority"),
        N_("Sums of published lines, each of one kind, framework, edition, method, price year and status."),
        f"authority dimension member {_SUM} lines {_MONEY}",
        13,
    ),
    "joint-totals": Described(
        N_("Totals of several authorities"),
        N_("Sums of such totals, only where all that decides them agrees."),
        f"dimension member {_SUM} authorities lines {_MONEY}",
        12,
    ),
    "counts": Described(
        N_("Counts of each authority"),
        N_("How much was counted of each measure, of one definition, edition, unit and status."),
        f"authority dimension member {_COUNT} lines quantity bound hidden_lines",
        11,
    ),
    "joint-counts": Described(
        N_("Counts of several authorities"),
        N_("Sums of such counts, only where the definition, edition, unit and status agree."),
        f"dimension member {_COUNT} authorities lines quantity bound hidden_lines",
        10,
    ),
    "measures": Described(
        N_("Measures"),
        N_("What each authority counts, and by what definition."),
        "authority framework measure name unit unit_one unit_many adds_up method",
        3,
    ),
    "crosswalk": Described(
        N_("Crosswalk"),
        N_("How the measures of each authority relate to the references of other frameworks."),
        "authority framework measure system reference edition match",
        0,
    ),
    "areas": Described(N_("Areas"), N_("What each authority calls an area."), "authority area name", 2),
    "organisations": Described(
        N_("Organisations"),
        N_("Who delivered. Two authorities mean the same one only where the public number is the same."),
        "authority organisation identity number name",
        2,
    ),
}
