"""What the demonstration is about: places, a framework, programmes, projects. Each row of facts/ is invented."""

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path

from demo.writing import Repository

FOLDER = Path(__file__).parent / "facts"
FRAMEWORK = "exampleshire-open"
EDITION = "2025.1"
EARLIER = {"ashwater-bypass": "2024.1", "coldharrow-workshop": "2024.1"}
"""Projects that were signed under an earlier edition, and which."""
INVENTED = "Invented for the demonstration"
STATEMENT = (
    "Invented for the demonstration: no such county, body, project or figure exists. It shows every feature of the "
    "publisher and never mixes with real data."
)
SETTINGS: dict[str, str | bool | int] = {
    "title": "Open Social Value demonstration (invented)",
    "place": "Exampleshire",
    "description": f"{INVENTED}: what made-up projects promised, delivered and are worth in a made-up county.",
    "publisher": "Exampleshire Council (invented)",
    "contact": "questions@example.org",
    "security_expires": "2035-12-31",
    "announcement": "Everything on this site is invented. It shows what the publisher can do; no figure is real.",
    "real_year": "2023-24",
    "deflator_vintage": "invented",
    "compiled_on": "2025-05",
    "public": False,
}
REGISTER = (
    *("programmes", "organisations", "sources", "project-facts", "project-organisations"),
    *("project-programmes", "sites", "published-figures", "left-out", "trap-cases"),
    "procurements",
)
YEARS = range(2015, 2027)


def facts(table: str) -> list[dict[str, str]]:
    """The rows of facts/<table>.csv, as text."""
    with (FOLDER / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def described() -> Repository:
    """A repository with reference tables, framework and programmes, and nothing yet in its register of projects."""
    repository = Repository(STATEMENT, SETTINGS)
    add_reference(repository)
    add_framework(repository)
    return repository


def add_reference(repository: Repository) -> None:
    """Add the areas, the models by which others buy, and an index of prices that grows by 2.5% a year."""
    for table in ("areas", "area-sets", "models", "model-parts"):
        for row in facts(table):
            repository.add("reference", table, **row)
    for year in YEARS:
        repository.add(
            "reference",
            "deflators",
            vintage="invented",
            financial_year=f"{year}-{(year + 1) % 100:02}",
            index=f"{100 * 1.025 ** (year - 2023):.4f}",
            status="outturn" if year < 2025 else "forecast",
            source_title=INVENTED,
            licence="CC0 1.0",
        )


def add_framework(repository: Repository) -> None:
    """Add measures, their matches, unit values and adjustments. Each value and deduction says that it is invented."""
    folder = f"frameworks/{FRAMEWORK}"
    repository.versions[folder] = EDITION
    for table in ("themes", "units", "measures", "crosswalk", "model-matches"):
        for row in facts(table):
            repository.add(folder, table, **row)
    for number, row in enumerate(facts("unit-values")):
        repository.add(
            folder,
            "unit-values",
            **row,
            source_title=INVENTED,
            source_edition=f"Row {number + 1}",
            publisher="Exampleshire Council (invented)",
            address="https://example.org/invented/values",
            licence="CC0 1.0",
            read_as=("first-hand", "second-hand", "derived")[number % 3],
            confidence="AAB"[number % 3],
        )
    for row in facts("adjustments"):
        repository.add(folder, "adjustments", **row, source_title=INVENTED, confidence="A")


def add_register(repository: Repository, tables: Sequence[str] = REGISTER) -> None:
    """Add the programmes and everything else that is said of them and their projects."""
    for table in tables:
        for row in facts(table):
            repository.add("register", table, **row)


def edition_of(project: str) -> str:
    """The edition of the framework that a project was signed under."""
    return EARLIER.get(project, EDITION)


def add_project(repository: Repository, project: Mapping[str, str], areas: Sequence[str]) -> None:
    """Add a project, signed under the framework, and the areas that it is in."""
    repository.add("register", "projects", **project, framework=FRAMEWORK, edition=edition_of(project["project"]))
    for area in areas:
        repository.add("register", "project-areas", project=project["project"], area=area)
