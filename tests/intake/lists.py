"""Lists that are read into a register again and again, without the disk."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import pandas as pd

from socialvalue.intake.questions import Answers, Question
from socialvalue.intake.register import Register
from socialvalue.intake.registering.found import Found
from socialvalue.intake.registering.importing import RegisterImport
from socialvalue.intake.registering.known import Row
from socialvalue.intake.workbook import Sheet, Workbook
from socialvalue.records import Checked, Source

ALWAYS = {
    "projects.programme": "road-fund",
    "projects.kind": "building",
    "projects.what_it_is": "A school that is built or mended.",
    "sites.programme": "road-fund",
    "sites.zone": "West",
    "sites.story": "Homes.",
    "programmes.what_it_is": "Pays for schools.",
    "organisations.kind": "contractor",
    "targets.strength": "commitment",
    "publisher": "Exampleshire",
}
"""What such lists never say."""


@dataclass
class Desk:
    """A register that lists are read into; what is written stands in its tables."""

    source: Source
    register: Register
    given: dict[str, str] = field(default_factory=dict)
    asked: dict[str, Question] = field(default_factory=dict)
    """Every question of the last list."""

    def bring(self, *sheets: tuple[str, Sequence[Sequence[str]]], **answers: str) -> Found:
        """Read sheets of a workbook into the register. While a question stands open, nothing is written.

        A key is written with __ for a colon.
        """
        book = Workbook("list.xlsx", "a list", [Sheet(name, rows) for name, rows in sheets])
        given = {**ALWAYS, **self.given, **{key.replace("__", ":"): said for key, said in answers.items()}}
        work = RegisterImport([book], self.source, self.register, Answers(given, certain=True), "2026-11-29")
        found = work.understand()
        self.asked, self.open = work.answers.asked, work.answers.open
        if not work.answers.open and found.known:
            self.source = replace(self.source, tables={**self.source.tables, **_frames(found.known.rows, self.source)})
        return found

    def settle(self, *sheets: tuple[str, Sequence[Sequence[str]]], said: Mapping[str, int]) -> Found:
        """The same, with an answer for every question: of its choices the one that `said` gives by the key's start."""
        for _ in range(40):
            try:
                found = self.bring(*sheets)
            except ValueError as fits_no_more:  # an answer of before, which is then asked for anew
                del self.given[str(fits_no_more)]
                continue
            if not self.open:
                return found
            for key, question in self.open.items():
                choice = said.get(key.partition(":")[0], 0)
                self.given[key] = question.choices[choice % len(question.choices)].value if question.choices else "A1"
        raise AssertionError(self.open)

    def rows(self, table: str) -> list[Row]:
        """The rows of a table as they stand."""
        return self.source.tables[table].drop(columns=["file", "row", "owner"]).to_dict("records")


def desk(source: Source, checked: Checked) -> Desk:
    """A fresh register, whose tables are its own."""
    return Desk(replace(source, tables=dict(source.tables)), Register(checked))


def _frames(rows: Mapping[str, Mapping[str, Row]], source: Source) -> dict[str, pd.DataFrame]:
    return {
        table: pd.DataFrame(list(keyed.values()), columns=list(source.tables[table].columns), dtype=object).fillna("")
        for table, keyed in rows.items()
    }
