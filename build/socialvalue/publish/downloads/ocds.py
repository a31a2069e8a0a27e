"""Each contract as a release of the Open Contracting Data Standard (OCDS 1.1): its KPIs and how they go.

A KPI is a commitment of the project. What was agreed stands in `agreedMetrics`, what was delivered and its rating in
the metrics of the implementation, with `measureClassification` of the government's extension:
https://github.com/cabinetoffice/ocds_uk_extension. What the site hides is not there.
"""

import json
from collections.abc import Sequence
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from socialvalue.domain.years import last_day
from socialvalue.publish.downloads.release import LICENCE
from socialvalue.publish.page_addresses import canonical
from socialvalue.publish.site import Row, Site
from socialvalue.publish.words import days, figures
from socialvalue.publish.words.language import in_english
from socialvalue.publish.words.reasons import why
from socialvalue.publish.words.vocabulary import RATING
from socialvalue.records import MEASURE_CLASSIFICATION
from socialvalue.records.typed_rows import DeliveryRow

WHOLE = "ocds.json"
EXTENSIONS = (
    "https://raw.githubusercontent.com/open-contracting-extensions/ocds_metrics_extension/master/extension.json",
    "https://raw.githubusercontent.com/cabinetoffice/ocds_uk_extension/main/extension.json",
)
SUPPLIERS = ("contractor", "developer", "supplier", "labour supplier", "operator")
"""The roles of the register that deliver a contract."""
MIDNIGHT = "T00:00:00Z"


def release_of(project: str) -> str:
    """Where the release of one project lies."""
    return f"data/projects/{project}/{WHOLE}"


def kpis(site: Site, project: str) -> list[DeliveryRow]:
    """The rows of the delivery table that a project's commitments have."""
    return [row for row in site.delivery("project", project) if row["promised"] is not None]


def is_contract(site: Site, project: Row) -> bool:
    """Whether a project is a contract: the register knows its value or its days, or a commitment stands."""
    known = ("contract_gbp", "contract_start", "contract_end")
    return any(project[name] for name in known) or bool(kpis(site, project["project"]))


def releases(site: Site) -> dict[str, bytes]:
    """A package of each contract's release by its path, and one of all; none where there is no contract."""
    with in_english():
        found = {row["project"]: _release(site, row) for row in site.rows("projects") if is_contract(site, row)}
        files = {release_of(project): _package(site, release_of(project), [each]) for project, each in found.items()}
        return {WHOLE: _package(site, WHOLE, list(found.values())), **files} if found else {}


def releases_of(site: Site, project: str) -> str:
    """The package of one project's release, contract or not."""
    return _package(site, release_of(project), [_release(site, site.one("projects", project))]).decode()


def _package(site: Site, path: str, found: Sequence[Row]) -> bytes:
    settings = site.settings
    package = {
        "uri": canonical(site.base_url, path)
        if site.base_url
        else uuid5(NAMESPACE_URL, f"{settings.title}/{path}").urn,
        "version": "1.1",
        "extensions": list(EXTENSIONS),
        "publishedDate": f"{day_of_data(site)}{MIDNIGHT}",
        "publisher": {"name": settings.publisher or settings.title},
        "license": LICENCE["path"],
        "releases": list(found),
    }
    return (json.dumps(package, indent=1, ensure_ascii=False) + "\n").encode()


def day_of_data(site: Site) -> str:
    """The day of the newest data, as the version has it; never that of the build."""
    day = last_day(site.version.partition(".")[0])
    return day if len(day) == len("1970-01-01") else "1970-01-01"


def ocid(site: Site, project: str) -> str:
    """The contract's name among all contracts of the world, where the settings have a prefix that is registered."""
    prefix = site.settings.ocid_prefix
    return f"{prefix}-{project}" if prefix else project


def suppliers(site: Site, project: str) -> list[str]:
    """The organisations that deliver a project, by their keys."""
    partners = site.rows("project-organisations", "project", project)
    return list(dict.fromkeys(row["organisation"] for row in partners if row["role"] in SUPPLIERS))


def _release(site: Site, project: Row) -> Row:
    key = project["project"]
    mine, delivering = kpis(site, key), suppliers(site, key)
    roles: dict[str, list[str]] = {}
    for organisation, role in [(project["promoter"], "buyer"), *((each, "supplier") for each in delivering)]:
        if organisation:
            roles.setdefault(organisation, []).append(role)
    found = {
        "ocid": ocid(site, key),
        "id": f"{key}-{site.version}",
        "date": f"{day_of_data(site)}{MIDNIGHT}",
        "tag": ["implementationUpdate" if any(row["reported_to"] for row in mine) else "contract"],
        "initiationType": "tender",
        "language": "en",
        "parties": [_party(site, organisation, role) for organisation, role in roles.items()],
        "buyer": _reference(site, project["promoter"]),
        "awards": [_award(site, key, delivering)],
        "contracts": [_contract(site, project, mine)],
    }
    return {name: value for name, value in found.items() if value}


def _award(site: Site, project: str, delivering: Sequence[str]) -> Row:
    award: Row = {"id": project}
    return {**award, "suppliers": [_reference(site, each) for each in delivering]} if delivering else award


def _contract(site: Site, project: Row, mine: Sequence[DeliveryRow]) -> Row:
    value = project["contract_gbp"]
    found = {
        "id": project["project"],
        "awardID": project["project"],
        "title": project["name"],
        "description": project["what_it_is"],
        "value": {"amount": value, "currency": "GBP"} if value else {},
        "period": _period(project["contract_start"], project["contract_end"]),
        "agreedMetrics": [_agreed(site, row) for row in mine],
        "implementation": {"metrics": [_done(site, row) for row in mine]} if mine else {},
    }
    return {name: cell for name, cell in found.items() if cell}


def _party(site: Site, organisation: str, roles: Sequence[str]) -> Row:
    row = site.one("organisations", organisation)
    party: Row = {**_reference(site, organisation), "roles": list(roles)}
    scheme, _hyphen, rest = str(row.get("identifier") or "").rpartition("-")
    return {**party, "identifier": {"scheme": scheme, "id": rest, "legalName": row["name"]}} if scheme else party


def _reference(site: Site, organisation: str) -> Row:
    name = site.one("organisations", organisation).get("name")
    return {"id": organisation, "name": name or organisation} if organisation else {}


def reported_on(site: Site, row: DeliveryRow) -> tuple[str, str]:
    """The days that the figures of a KPI are about: from the contract's first, where it is known. Empty for none."""
    last, begins = row["reported_to"], site.one("projects", row["project"])["contract_start"]
    return (begins if begins and last and begins <= last else "", last)


def _period(first: str, last: str) -> Row:
    days = {"startDate": first, "endDate": last}
    return {name: f"{day}{MIDNIGHT}" for name, day in days.items() if day}


def kpi_of(row: DeliveryRow) -> str:
    """The name of a KPI within its contract: the measure, and the promise where each stands alone."""
    return f"{row['measure']}-{row['target']}" if row["target"] else str(row["measure"])


def _agreed(site: Site, row: DeliveryRow) -> Row:
    observation = {
        "id": f"{kpi_of(row)}-promised",
        "period": _period("", last_day(row["due"]) if row["due_stated"] else ""),
        **_quantity(site, row, row["promised"] or 0),
        "notes": "; ".join(filter(None, (row["promised_bound"] and figures.word(row["promised_bound"]), _stated(row)))),
    }
    return _metric(site, row, observation)


def _stated(row: DeliveryRow) -> str:
    """What the day of a period stands for, where the source states a month or a year."""
    whole = row["due_stated"] and row["due"] != last_day(row["due"])
    return f"The source says {days.day(row['due'])}: the day is the last of it" if whole else ""


def _done(site: Site, row: DeliveryRow) -> Row:
    bound = figures.word(row["delivered_bound"]) if row["delivered_bound"] else ""
    known = None if row["suppressed"] else row["delivered"]
    observation = {
        "id": f"{kpi_of(row)}-delivered",
        "period": _period(*reported_on(site, row)),
        **(_quantity(site, row, known) if known is not None else {}),
        "measureClassification": {
            "id": MEASURE_CLASSIFICATION[row["rating"]],
            "description": RATING[row["rating"]].name,
        },
        "notes": ". ".join(filter(None, [bound if known is not None else "", why(row)])),
    }
    return _metric(site, row, observation)


def _metric(site: Site, row: DeliveryRow, observation: Row) -> Row:
    measure = site.measure(row)
    return {
        "id": kpi_of(row),
        "title": measure["name"],
        "observations": [{name: cell for name, cell in observation.items() if cell}],
    }


def _quantity(site: Site, row: DeliveryRow, millionths: int) -> dict[str, Any]:
    """Money as a value in pounds; anything else as a number and its unit.

    JSON has one kind of number. What has no more than 15 digits, as all that the check accepts, is written as it is.
    """
    number = figures.decimal(millionths)
    written: int | float = int(number) if number.lstrip("-").isdigit() else float(number)
    if row["unit"] == "gbp":
        return {"value": {"amount": written, "currency": "GBP"}}
    return {"measure": written, "unit": {"name": site.unit(row)["many"]}}
