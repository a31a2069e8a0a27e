"""What each project delivered in each period: seeded, so that the same seed gives the same returns for ever."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

from demo.facts import FRAMEWORK, edition_of, facts
from demo.writing import Cells

SEED = "exampleshire"
DECIMALS = {
    **{"fte_years": 2, "gbp": 2, "tonnes": 2, "tonnes_co2e": 2},
    **{"weeks": 1, "hours": 1, "expert_hours": 1, "percent": 1},
}
"""How exactly each unit is reported; all others in whole numbers."""
RETIRED = {"po2": ("", "2024-03-31"), "po3": ("2024-04-01", "9999")}
"""Measures that are only used in a span of days: the one was replaced by the other."""
SHARED_OUT = ("lm1",)
"""Measures with a line for each organisation that delivers, and a part that went to small firms."""
STATUSES = ("verified", "evidenced", "self-reported")
AUDITOR = "exampleshire-audit"
KINDS = ("report", "payroll extract", "invoice", "training record", "timesheet", "letter", "photograph", "other")
NOTES = (
    "Counted at the end of each month.",
    "Includes the café “Zum Löwen”, as it was called then (invented).",
    'The site’s own word for it is "giving back".',
)
DONE = (
    "Painted a hall and mended its roof, with forty neighbours (invented).",
    "Lent a digger for a day, so that a pond could be dug (invented).",
)


@dataclass(frozen=True)
class Period:
    """A quarter or a financial year: its folder, its first and its last day, and its place in the row of periods."""

    name: str
    start: date
    end: date
    place: int


def quarters(first_year: int, count: int) -> list[Period]:
    """So many quarters of the calendar from April of the year."""
    found = []
    for place in range(count):
        year, month = first_year + (place + 1) // 4, 3 * ((place + 1) % 4) + 1
        end = date(year + (month + 2) // 12, (month + 2) % 12 + 1, 1) - timedelta(days=1)
        found.append(Period(f"{year}-q{(month + 2) // 3}", date(year, month, 1), end, place))
    return found


def years(first_year: int, count: int) -> list[Period]:
    """So many financial years."""
    return [
        Period(f"{year}-{(year + 1) % 100:02}", date(year, 4, 1), date(year + 1, 3, 31), year - first_year)
        for year in range(first_year, first_year + count)
    ]


@dataclass(frozen=True)
class Deliverer:
    """Who delivers, and where it stands in the supply chain."""

    organisation: str
    tier: str


class Delivery:
    """The returns of one project, from its row in the register and its plan."""

    def __init__(self, project: Mapping[str, str], plan: Mapping[str, str]) -> None:
        self.project, self.plan = project, plan
        self.areas = plan["areas"].split(";")
        self.deliverers = [Deliverer(*part.split(":")) for part in plan["deliverers"].split(";")]
        self.measures = {row["measure"]: row for row in facts("measures")}
        self.quantities = {row["measure"]: row for row in facts("quantities")}
        self.compiled = plan["basis"] == "compiled"

    def place(self, period: str) -> str:
        """The folder of its return for a period: programme/project/period."""
        return f"{self.project['programme']}/{self.project['project']}/{period}"

    def descriptor(self, period: Period, late: bool = False) -> dict[str, Any]:
        """What its return says of itself."""
        found: dict[str, Any] = {
            "title": f"{self.project['name']}, {period.start:%B %Y} to {period.end:%B %Y}",
            "period": {"start": period.start.isoformat(), "end": period.end.isoformat()},
            "framework": FRAMEWORK,
            "edition": edition_of(self.project["project"]),
            "basis": self.plan["basis"],
        }
        if self.compiled:
            found["period"] |= {"words": f"in the months to {period.end:%B %Y}", "approximate": True}
            return found | {"submitted_by": {"organisation": "Open Social Value"}, "compiled_on": "2025-05"}
        received = period.end + timedelta(days=(150 if late else 20) + self._random(period.name).randrange(20))
        return found | {
            "submitted_by": {"organisation": self.deliverers[0].organisation, "mailbox": "social.value@example.org"},
            "received_on": received.isoformat(),
            "attestations": {"only_this_contract_and_period": True, "commitment_of_this_contract": True},
        }

    def lines(self, period: Period) -> list[Cells]:
        """The lines of its return for a period."""
        found: list[Cells] = []
        for number, measure in enumerate(self.plan["measures"].split(";")):
            since, until = RETIRED.get(measure, ("", "9999"))
            if not since <= period.end.isoformat() <= until:
                continue
            shared = measure in SHARED_OUT and not self.compiled
            for share, deliverer in enumerate(self.deliverers if shared else self.deliverers[:1]):
                line = self._line(measure, period, deliverer, number + share)
                found.append(line | {"line": len(found) + 1})
                if shared and self._random("part", measure, period.name).random() < 0.3 and not share:
                    found.append(self._part(line, measure, period) | {"line": len(found) + 1, "part_of": len(found)})
        return found

    def _line(self, measure: str, period: Period, deliverer: Deliverer, turn: int) -> Cells:
        random = self._random(measure, period.name, deliverer.organisation)
        row = self.measures[measure]
        quantity, headcount = self._quantity(measure, period, deliverer, random)
        local = row["local"] == "yes"
        status = "self-reported" if self.compiled else random.choices(STATUSES, (2, 3, 3))[0]
        note = random.choice(DONE) if row["needs_narrative"] == "yes" else random.choice(("",) * 12 + NOTES)
        return {
            "measure": measure,
            "quantity": quantity,
            "unit": row["unit"],
            "headcount": headcount,
            "bound": random.choice(("", "at least", "about", "up to")) if self.compiled else "",
            "area": self.areas[(turn + period.place) % len(self.areas)],
            "local_definition": "in the project’s own local area (invented)" if local else "",
            "local_area_set": self.project["local_area_set"] if local else "",
            "organisation": deliverer.organisation,
            "tier": deliverer.tier,
            "status": status,
            "evidence": {"verified": "audit", "evidenced": "records"}.get(status, "page" if self.compiled else ""),
            "derivation": "The total at the end of the period less the total at its start." if self.compiled else "",
            "confidence": "B" if self.compiled else "A",
            "public_note": note,
        }

    def _part(self, line: Cells, measure: str, period: Period) -> Cells:
        """A part of a line that is reported beside it, and never added again."""
        random = self._random("share", measure, period.name)
        part = f"{float(str(line['quantity'])) * random.uniform(0.31, 0.47):.2f}"
        return line | {
            "quantity": part,
            "public_note": "Of the line above, to firms with fewer than 50 people.",
        }

    def _quantity(self, measure: str, period: Period, by: Deliverer, random: Random) -> tuple[str, str]:
        """Quantity and headcount. Quarters go up and down in turn: a series that only grows looks cumulative."""
        row = self.quantities[measure]
        typical = self._random(measure, by.organisation).uniform(float(row["least"]), float(row["most"]))
        amount = typical * (0.75, 1.25)[period.place % 2] * random.uniform(0.87, 1.13)
        decimals = DECIMALS.get(self.measures[measure]["unit"], 0)
        if measure == "gn4":
            return "1", ""
        if row["basis"] == "headcount":
            people = max(1, round(amount))
            return f"{people * 0.25 * random.uniform(0.55, 0.95):.{decimals}f}", str(people)
        if row["basis"] == "cost":
            amount *= int(self.project["contract_gbp"] or self.project["total_cost_gbp"]) / len(self.deliverers)
        counted = self.measures[measure]["needs_headcount"] == "yes"
        return f"{amount:.{decimals}f}", str(max(2, round(amount / 9))) if counted else ""

    def evidence(self, period: Period, lines: Sequence[Cells]) -> list[Cells]:
        """The evidence that the lines name: records kept by the firm, an audit, or a public page."""
        named = {str(line["evidence"]) for line in lines}
        turn = period.place + len(self.project["project"])
        name = f"{self.project['project']} {period.name}"
        records = {
            "kind": KINDS[turn % len(KINDS)],
            "title": f"Records for {period.name}, kept by the firm (invented)",
            "sha256": hashlib.sha256(name.encode()).hexdigest(),
        }
        audit = {
            "kind": "audit",
            "title": f"Audit of {period.name} (invented)",
            "link": f"https://example.org/invented/audits/{self.project['project']}/{period.name}",
            "checked_by": AUDITOR,
            "checked_on": (period.end + timedelta(days=15)).isoformat(),
        }
        page = {"kind": "public page", "title": "An invented page", "source": self.project["source"]}
        rows = {"records": records, "audit": audit, "page": page}
        dated = period.end.isoformat()[:7]
        return [{"evidence": key, "dated": dated, **row} for key, row in rows.items() if key in named]

    def _random(self, *what: str) -> Random:
        return Random("/".join((SEED, self.project["project"], *what)))
