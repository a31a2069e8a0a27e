"""An attack on what is published: how far every download together narrows down each hidden number of people.

The attacker reads the files alone, knows the method, and takes nothing on trust: where a published number is not
explained by the lines that are shown, the hidden lines of its cell must make up the difference.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import block_diag, csr_matrix

from socialvalue.records import LEAST_PEOPLE, LEAST_PERCENT

Row = dict[str, str]
TABLES = ("lines", "values", "steps", "counts", "totals", "delivery", "suppressed", "at-current-edition")
"""What the attacker reads: every table that is worked out from lines. The ledger has no line of a sensitive measure."""
ANY = 1000.0
"""More people than any line has."""
PENNY = 0.01


class Knowledge(NamedTuple):
    """What everybody knows of a measure: its sensitivity, and the gross £ of one by kind."""

    sensitivity: str
    people: bool
    """Whether its unit is people, or else years of work of people, of which nobody brings more than one."""
    worth: Mapping[str, float]


class Attack:
    """A linear program over the hidden lines: the quantity and the people of each."""

    def __init__(self, tables: Mapping[str, Sequence[Row]], known: Mapping[str, Knowledge], left: float) -> None:
        """`tables` are those of TABLES as published; `left` is what one pound is worth after the deductions."""
        self.tables = tables
        self.known, self.left = known, left
        self.lines = [{**line, "all": "all"} for line in self.tables["lines"]]
        self.hidden = [line for line in self.lines if line["marker"] == "c"]
        self.place = {line["key"]: at for at, line in enumerate(self.hidden)}
        self.below: list[tuple[dict[int, float], float]] = []
        for learn in (self._people_and_years, self._lines, self._counts, self._totals, self._values, self._delivery):
            learn()

    def ranges(self) -> dict[str, tuple[float, float]]:
        """The least and the most people that each hidden line can have, by its key.

        All questions are put as one program: a copy of the whole for each, on the diagonal of one sparse matrix.
        """
        size = len(self.hidden)
        if not size:
            return {}
        goals = np.hstack([np.zeros((size, size)), np.eye(size)])
        asked = np.vstack([goals, -goals])
        each = csr_matrix(self._weights())
        solved = linprog(
            asked.ravel(),
            A_ub=block_diag([each] * len(asked), format="csr"),
            b_ub=[most for _, most in self.below] * len(asked),
            bounds=[*[(0.0, ANY)] * size, *map(self._threshold, self.hidden)] * len(asked),
        )
        assert solved.status == 0, solved.message
        ends = (asked * solved.x.reshape(asked.shape)).sum(axis=1)
        return {key: (ends[at], -ends[size + at]) for key, at in self.place.items()}

    def _weights(self) -> np.ndarray:
        """One row per bound that was learnt, one column per unknown."""
        left = np.zeros((len(self.below), 2 * len(self.hidden)))
        for at, (weights, _) in enumerate(self.below):
            for place, weight in weights.items():
                left[at, place] += weight
        return left

    def _threshold(self, line: Row) -> tuple[float, float]:
        """What the rule itself tells of a hidden line: at least one person, fewer than the threshold."""
        least = LEAST_PEOPLE[self.known[line["measure"]].sensitivity]
        return (1.0, least - 1.0) if least else (0.0, ANY)

    def _people(self, line: Row) -> int:
        return len(self.hidden) + self.place[line["key"]]

    def _at_most(self, weights: Mapping[int, float], most: float) -> None:
        self.below.append((dict(weights), most))

    def _about(self, weights: Mapping[int, float], number: float, slack: float) -> None:
        self._at_most(weights, number + slack)
        self._at_most({place: -weight for place, weight in weights.items()}, slack - number)

    def _people_and_years(self) -> None:
        """People bring no more than a year each."""
        for line in self.hidden:
            quantity, people = self.place[line["key"]], self._people(line)
            self._at_most({quantity: 1, people: -1}, 0)
            if self.known[line["measure"]].people:
                self._at_most({quantity: -1, people: 1}, 0)

    def _lines(self) -> None:
        for line in self.hidden:
            if line["quantity"]:
                self._about({self.place[line["key"]]: 1}, float(line["quantity"]), 0)
            if line["headcount"]:
                self._about({self._people(line): 1}, float(line["headcount"]), 0)

    def _counts(self) -> None:
        """What a sum holds beyond the lines that are shown is the sum of the hidden ones in its cell."""
        for cell in self.tables["counts"]:
            mine = [line for line in self._cell(cell) if line["measure"] == cell["measure"]]
            shown = sum(float(line["quantity"]) for line in mine if line["counted"] == "yes")
            self._difference(mine, float(cell["quantity"]) - shown, {}, 1e-6)

    def _totals(self) -> None:
        values: dict[str, list[Row]] = {}
        for value in self.tables["values"]:
            if value["counts_in"] == "total":
                values.setdefault(value["key"], []).append(value)
        for cell in self.tables["totals"]:
            mine = [line for line in self._cell(cell) if cell["kind"] in self.known[line["measure"]].worth]
            for money, left in (("gross_gbp", 1.0), ("net_gbp", self.left)):
                rows = [v for line in mine for v in values.get(line["key"], ()) if v["kind"] == cell["kind"]]
                shown = sum(float(value[money]) for value in rows if value["key"] not in self.place)
                worth = {m: left * about.worth.get(cell["kind"], 0.0) for m, about in self.known.items()}
                self._difference(mine, float(cell[money]) - shown, worth, PENNY * len(mine))

    def _cell(self, cell: Row) -> list[Row]:
        found = [line for line in self.lines if line[cell["dimension"]] == cell["member"]]
        return [line for line in found if line["status"] == cell["status"]]

    def _difference(self, cell: Sequence[Row], number: float, worth: Mapping[str, float], slack: float) -> None:
        hidden = {
            self.place[line["key"]]: worth.get(line["measure"], 1.0)
            for line in cell
            if line["key"] in self.place and not self._held(line)
        }
        if abs(number) > slack and hidden:
            self._about(hidden, number, slack)

    def _held(self, line: Row) -> bool:
        """Whether the line lies in one of the same measure, at any depth, and is so in no sum of its own."""
        whole = next((other for other in self.lines if other["key"] == line["part_of"]), None)
        return whole is not None and (
            whole["measure"] == line["measure"] or self._held({**whole, "measure": line["measure"]})
        )

    def _values(self) -> None:
        """A £ of a hidden line, or a step of it, tells its quantity."""
        for value in self.tables["values"]:
            if value["key"] in self.place:
                self._about({self.place[value["key"]]: 1}, float(value["quantity"]), 1e-6)
        for moved in self.tables["at-current-edition"]:
            assert moved["key"] not in self.place
        for step in self.tables["steps"]:
            if step["key"] in self.place:
                measure, _, kind = step["unit_value"].rpartition("-")
                one = float(step["rate"]) * self.known[measure].worth[kind]
                self._about({self.place[step["key"]]: one}, float(step["taken_gbp"]), PENNY)

    def _delivery(self) -> None:
        """What is delivered, its share and its rating hold what is shown and, if they are not safe, what is hidden."""
        for row in self.tables["delivery"]:
            mine = [li for li in self.lines if (li["project"], li["measure"]) == (row["project"], row["measure"])]
            hidden = {self.place[li["key"]]: 1.0 for li in mine if li["key"] in self.place and not self._held(li)}
            shown = sum(float(line["quantity"]) for line in mine if line["counted"] == "yes")
            if not hidden:
                continue
            if row["delivered"]:
                self._difference(mine, float(row["delivered"]) - shown, {}, 1e-6)
            if row["share"]:
                self._about(hidden, float(row["share"]) * float(row["promised"]) - shown, 1e-3)
            if row["overdue"] == "yes":
                self._at_most(hidden, float(row["promised"]) - shown)
            if row["rating"] != "other" and row["expected"]:
                least = LEAST_PERCENT[row["rating"]] * float(row["expected"]) / 100
                self._at_most(dict.fromkeys(hidden, -1.0), shown - least)
