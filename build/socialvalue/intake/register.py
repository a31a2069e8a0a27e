"""What the register and the frameworks know, asked for by the names that people use."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from socialvalue.check.names import Names, plain
from socialvalue.records import Checked, rows

TOKEN = re.compile(r"[a-z0-9]+")
FORMS = {"ltd", "limited", "plc", "llp", "cic", "co", "company", "group", "uk", "the"}
"""What a firm's name is written with or without."""
TIERS = {"contractor": "main contractor", "developer": "main contractor", "partner": "partner", "funder": "client",
         "operator": "partner", "supplier": "supplier"}  # fmt: skip
"""The part that an organisation has by its role in the register."""


@dataclass(frozen=True)
class Register:
    """Looks names up in a checked repository."""

    checked: Checked

    @property
    def quarters(self) -> str:
        """The calendar that the settings count quarters by; empty where they don't say."""
        return self.checked.settings.quarters

    @cached_property
    def names(self) -> Names:
        """The names that the check looks up, too."""
        return Names(self.checked.tables)

    @cached_property
    def projects(self) -> Mapping[str, Any]:
        """The rows of the register by project."""
        return {row.project: row for row in rows(self.checked.tables["projects"])}

    @cached_property
    def measures(self) -> Mapping[tuple[str, str], Any]:
        """Measures by framework and code."""
        return {(row.owner, row.measure): row for row in rows(self.checked.tables["measures"])}

    @cached_property
    def units(self) -> Mapping[tuple[str, str], Any]:
        """Units by framework and code."""
        return {(row.owner, row.unit): row for row in rows(self.checked.tables["units"])}

    def framework(self, project: str) -> str:
        """The framework of a project's contract, or the only one that there is."""
        named = str(self.projects[project].framework) if project in self.projects else ""
        return named or min({owner for owner, _ in self.measures}, default="")

    def edition(self, project: str) -> str:
        """The edition of the contract's framework, or the current one."""
        named = str(self.projects[project].edition) if project in self.projects else ""
        return named or self.checked.editions.get(self.framework(project), "1")

    def name(self, kind: str, key: str) -> str:
        """What people call a key."""
        return self.names.name(kind, key)

    def exact(self, kind: str, text: str, framework: str = "") -> str:
        """The key that is called `text`; "" for none."""
        return self.names.exact(kind, text, framework)

    def near(self, kind: str, text: str) -> list[str]:
        """The keys (of areas, organisations or projects) that `text` may mean: by shortened words, then by a slip."""
        shortened = [key for key, name in self._called(kind) if _shortened(text, name)]
        if shortened:
            return list(dict.fromkeys(shortened))
        slip = self.names.meant(kind, text)
        return [slip] if slip else []

    def _called(self, kind: str) -> Iterator[tuple[str, str]]:
        table = self.checked.tables[f"{kind}s"]
        for row in rows(table):
            yield getattr(row, kind), row.name
            if kind == "area":
                yield row.area, row.short_name

    @cached_property
    def named_projects(self) -> list[tuple[str, str]]:
        """Each project with a form of its name, the longest first, to be found in a text."""
        found = [(row.project, plain(row.name)) for row in self.projects.values()]
        found += [(row.project, plain(row.name.partition("(")[0])) for row in self.projects.values()]
        found += [(row.project, plain(row.project)) for row in self.projects.values()]
        return sorted({pair for pair in found if len(pair[1]) > 4}, key=lambda pair: (-len(pair[1]), pair))

    def projects_in(self, text: str) -> list[str]:
        """The projects whose names stand in a text; of names inside each other the longest."""
        rest, found = plain(text), []
        for project, name in self.named_projects:
            if name in rest:
                rest = rest.replace(name, " ")
                found.append(project)
        return list(dict.fromkeys(found))

    def contractors(self, project: str) -> list[tuple[str, str]]:
        """Who delivers a project by the register: organisation and tier. The contractor before others."""
        mine = self._roles.get(project, [])
        found = [(name, TIERS[role]) for name, role in mine if TIERS.get(role) == "main contractor"]
        return found or [(name, TIERS[role]) for name, role in mine if role in TIERS and role != "funder"]

    @cached_property
    def _roles(self) -> Mapping[str, list[tuple[str, str]]]:
        """Each project's organisations, with their roles."""
        found: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        for row in rows(self.checked.tables["project-organisations"]):
            found[row.project].append((row.organisation, row.role))
        return found

    @cached_property
    def _areas(self) -> Mapping[str, tuple[str, ...]]:
        """Each project's areas."""
        found: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
        for row in rows(self.checked.tables["project-areas"]):
            found[row.project] += (row.area,)
        return found

    def areas_of(self, project: str) -> tuple[str, ...]:
        """The areas that a project lies in."""
        return self._areas.get(project, ())

    def references(self, framework: str, text: str) -> list[tuple[str, str, str]]:
        """The measures that others' reference `text` stands for in the crosswalk: measure, match and system."""
        table = self.checked.tables["crosswalk"]
        mine = table[(table["owner"] == framework) & (table["reference"].map(plain) == plain(text))]
        return [(row.measure, row.match, row.system) for row in rows(mine)]


def _shortened(text: str, name: str) -> bool:
    """Whether each word of `text` begins a word of `name`, in their order: N Town, North Town."""
    short = [word for word in TOKEN.findall(text.casefold()) if word not in FORMS]
    words = iter(word for word in TOKEN.findall(name.casefold()))
    return bool(short) and sum(map(len, short)) > 3 and all(any(w.startswith(s) for w in words) for s in short)
