"""A private repository in which invented histories are released, one after the other, as an authority would do it."""

import json
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from demo.writing import Cells, Repository
from disclosure.history import MEASURES, Line, Name, Return
from socialvalue import commands, run
from socialvalue.drafting import counted_in
from socialvalue.publish.downloads.release import downloads
from socialvalue.publish.site import Site
from socialvalue.records import LEAST_PEOPLE, Checked, Valuation

UNITS = {"trainees": "people", "visitors": "people", "posts": "jobs"}
"""Of measures whose quantity is people; the others are in years of work, with a headcount."""
WORTH = {"claimants": 9800, "trainees": 5980, "visitors": 12, "locals": 30000}
GROUPS = {"claimants": "sensitive", "trainees": "sensitive", "offenders": "very sensitive"}
DISADVANTAGED = ("claimants", "offenders")
FRAMEWORKS = ("open", "other")
ATTACKED = ("data/lines.csv", "data/suppressed.csv")
"""What an attack reads. Of the other files of a whole site, digests are kept: several releases fill the memory."""
Files = Mapping[str, bytes]


class Refused(Exception):
    """The repository has an error outside any return: no site is built, and the one that stands stays."""


@dataclass
class Released:
    """One release: what was checked and valued, and the files that were published."""

    checked: Checked
    valuation: Valuation
    files: Files
    part_of: Mapping[str, str] = field(default_factory=dict)
    """The project that each one was part of, as it was released: by their names of then."""
    replaced_by: Mapping[str, str] = field(default_factory=dict)
    """The measure that took the place of each one."""


KNOWN: dict[str, tuple[Released, dict[str, bytes]]] = {}
"""Releases by all that they are made of, each with the register that it left: many histories begin alike."""
MOST_KNOWN = 40


@dataclass
class World:
    """A data folder that keeps what it has told of from release to release."""

    folder: Path
    numbers: Mapping[Name, int]
    whole_site: bool = False
    settings: dict[str, str | bool | int] = field(default_factory=lambda: {"public": False})
    measures: dict[str, dict[str, str]] = field(default_factory=dict)
    """Cells of measures that differ from the usual ones."""
    cells: Callable[[Line], Mapping[str, object]] = lambda line: {}
    """Cells of a line that differ from the usual ones."""
    renamed: Mapping[str, str] = field(default_factory=dict)
    """The earlier name of each project that has one."""
    part_of: Mapping[str, str] = field(default_factory=dict)
    """The project that each project is part of, where it is."""
    without_site: bool = False
    """Whether nothing is published: a test may look at what is shown alone."""
    forgets_links: bool = False
    """Whether the table of links is lost before each release. What a test finds then, it finds."""

    def release(self, projects: Mapping[str, Mapping[str, Return]]) -> Released:
        """Settle, check, value and publish what some projects report now."""
        self._write(projects)
        key = f"{self.whole_site} {sorted(LEAST_PEOPLE.items())} {digest_of(self.folder)}"
        if key not in KNOWN:
            KNOWN[key] = self._settled(), {path.name: path.read_bytes() for path in self._told.parent.iterdir()}
            if len(KNOWN) > MOST_KNOWN:
                del KNOWN[next(iter(KNOWN))]
        found, register = KNOWN[key]
        for name, content in register.items():
            (self._told.parent / name).write_bytes(content)
        return found

    @property
    def _told(self) -> Path:
        return self.folder / "register" / "disclosures.csv"

    def _settled(self) -> Released:
        commands.disclosed(self.folder)
        checked = run.checked(self.folder)
        if checked.broken:
            raise Refused(checked.broken)
        valuation = run.valued(checked)
        files = {} if self.without_site else self._site(valuation)
        replaced_by = {name: cells["replaced_by"] for name, cells in self.measures.items() if cells.get("replaced_by")}
        return Released(checked, valuation, files, dict(self.part_of), replaced_by)

    def _site(self, valuation: Valuation) -> Files:
        if not self.whole_site:
            return dict(downloads(Site(valuation)))
        from socialvalue.publish import publish

        files = publish(valuation)
        return {path: text if path in ATTACKED else sha256(text).digest() for path, text in files.items()}

    def _write(self, projects: Mapping[str, Mapping[str, Return]]) -> None:
        names = ["disclosures", *(() if self.forgets_links else ("links",))]
        kept = [path for name in names if (path := self._told.with_name(f"{name}.csv")).is_file()]
        before = {path: path.read_bytes() for path in kept}
        counted = {name: count for name, count in counted_in(self._told.parent).items() if name in names}
        shutil.rmtree(self.folder, ignore_errors=True)
        repository = self._repository(projects)
        for project, returns in projects.items():
            for period, returned in returns.items():
                lines = [self._line(number, line) for number, line in returned.lines.items()]
                repository.add_return(f"fund/{project}/{period}", _descriptor(returned), lines, [])
        repository.write(self.folder)
        for path, content in before.items():
            path.write_bytes(content)
        described = self._told.with_name("datapackage.json")
        package = json.loads(described.read_text())
        for each in package["resources"]:
            each.update({"rows": counted[each["name"]]} if each["name"] in counted else {})
        described.write_text(json.dumps(package))

    def _repository(self, projects: Mapping[str, Mapping[str, Return]]) -> Repository:
        settings = {"real_year": "2023-24", "deflator_vintage": "invented", **self.settings}
        repository = Repository("Invented for tests.", settings, versions=dict.fromkeys(FRAMEWORKS, "1"))
        repository.versions = {f"frameworks/{name}": "1" for name in FRAMEWORKS}
        for year in range(2015, 2027):
            repository.add(
                "reference", "deflators", vintage="invented", financial_year=f"{year}-{(year + 1) % 100:02}",
                index=str(100 + year - 2015), status="outturn", source_title="Invented", licence="OGL v3.0",
            )  # fmt: skip
        for number, name in enumerate(("North", "South"), start=1):
            repository.add("reference", "areas", area=f"E0600000{number}", name=name, short_name=name,
                           slug=name.lower(), kind="district")  # fmt: skip
        for name in ("builder", "charity"):
            repository.add("register", "organisations", organisation=name, name=name, kind="business")
        repository.add("register", "sources", source="page", title="Invented", publisher="builder",
                       address="https://example.org/page", read_on="2025-01-01", hand="first-hand")  # fmt: skip
        repository.add("register", "programmes", programme="fund", name="Fund", what_it_is="Invented.", source="page")
        for project, returns in projects.items():
            signed = next((returned.framework for returned in returns.values()), "open")
            self._add_project(repository, project, signed)
        for framework in FRAMEWORKS:
            self._add_framework(repository, f"frameworks/{framework}")
        return repository

    def _add_project(self, repository: Repository, project: str, signed: str) -> None:
        repository.add(
            "register", "projects", project=project, name=f"Project {project}", programme="fund", kind="building",
            what_it_is="Invented.", promoter="builder", framework=signed, edition="1", source="page",
            contract_gbp="200000", confidence="A", renamed_from=self.renamed.get(project, ""),
            part_of=self.part_of.get(project, ""),
        )  # fmt: skip
        for measure in MEASURES:
            repository.add(
                "register", "targets", target=f"{project}-{measure}", project=project, measure=measure,
                quantity="3", unit=self._unit(measure), strength="commitment", source="page", due="2024-03-31",
                confidence="A", words="Invented.",
            )  # fmt: skip

    def _add_framework(self, repository: Repository, folder: str) -> None:
        for order, theme in enumerate(("work", "skills"), start=1):
            repository.add(folder, "themes", theme=theme, name=theme, order=order, what_it_is="Invented.")
        for unit, decimals in (("people", 0), ("jobs", 0), ("weeks", 0), ("fte_years", 2)):
            repository.add(folder, "units", unit=unit, one=unit, many=unit, decimals=decimals, record_only="no")
        for measure in MEASURES:
            yes = {True: "yes", False: "no"}
            cells: dict[str, object] = {
                "measure": measure, "name": f"People called {measure}", "what_counts": "Invented.", "theme": "work",
                "unit": self._unit(measure), "adds_up": "flow", "needs_headcount": yes[measure not in UNITS],
                "sensitivity": GROUPS.get(measure, "none"), "disadvantaged": yes[measure in DISADVANTAGED],
                "local": "no", "needs_narrative": "no", "no_value_reason": "" if measure in WORTH else "Invented.",
            }  # fmt: skip
            repository.add(folder, "measures", **{**cells, **self.measures.get(measure, {})})
        for measure, worth in WORTH.items():
            repository.add(
                folder, "unit-values", unit_value=f"{measure}-worth", measure=measure, kind="economic",
                counts_in="total", value_gbp=str(worth), price_year="delivery", uprate="no", source_title="Invented",
                publisher="Invented", licence="OGL v3.0", read_as="first-hand", confidence="A",
                address="https://example.org/values",
            )  # fmt: skip

    def _line(self, number: int, line: Line) -> Cells:
        """The cells of a line. Each person in years of work brings a month, and a note tells the number too."""
        people = self.numbers[line.people]
        counted = {"quantity": people} if line.measure in UNITS else {
            "quantity": f"{people * 8 // 100}.{people * 8 % 100:02}", "headcount": people,
        }  # fmt: skip
        return {
            "line": number, "measure": line.measure, **counted,
            "unit": "tonnes" if line.wrong else self._unit(line.measure), "area": line.area,
            "organisation": line.organisation, "status": "self-reported", "part_of": line.part_of,
            "confidence": "A", "public_note": f"It was {people} people, all told." if people else "",
            **self.cells(line),
        }  # fmt: skip

    def _unit(self, measure: str) -> str:
        return self.measures.get(measure, {}).get("unit", UNITS.get(measure, "fte_years"))


def _descriptor(returned: Return) -> dict[str, Any]:
    found: dict[str, Any] = {
        "period": {"start": returned.start, "end": returned.end},
        "framework": returned.framework,
        "edition": "1",
        "basis": returned.basis,
        "submitted_by": {"organisation": "builder"},
        "version": f"{returned.version}.0.0",
    }
    if returned.supersedes:
        found |= {"supersedes": returned.supersedes, "reason": "It was counted again."}
    if returned.basis == "compiled":
        found["period"]["words"] = "in these months"
        return found | {"compiled_on": returned.received or "2025-05"}
    return found | {
        "received_on": returned.received or "2025-01-01",
        "attestations": {"only_this_contract_and_period": True, "commitment_of_this_contract": True},
    }


def digest_of(folder: Path) -> str:
    """A digest of every file of a folder."""
    found = sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        found.update(f"{path.relative_to(folder)}\0{path.stat().st_size}\0".encode() + path.read_bytes())
    return found.hexdigest()


@contextmanager
def least(**people: int) -> Iterator[None]:
    """Other thresholds for a while: `least(sensitive=10)`."""
    before = dict(LEAST_PEOPLE)
    LEAST_PEOPLE.update(people)
    try:
        yield
    finally:
        LEAST_PEOPLE.update(before)
