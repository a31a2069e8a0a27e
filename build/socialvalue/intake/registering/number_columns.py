"""Columns of numbers in a list that its table doesn't know: none is left out, or chosen from two, in silence."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from socialvalue.check.names import plain
from socialvalue.intake.amounts import amount
from socialvalue.intake.mapping import Mapping as Kept
from socialvalue.intake.measures import candidates, named
from socialvalue.intake.not_known import says_not_known
from socialvalue.intake.questions import Answers, Choice, Question
from socialvalue.intake.register import Register
from socialvalue.intake.registering.sheet import KNOWN, LEFT_OUT, Listing, column_of
from socialvalue.intake.units import split_unit, unit_meant
from socialvalue.intake.workbook import letters, shown
from socialvalue.records.naming import name_meant

SAID = tomllib.loads(Path(__file__).with_name("number_columns.toml").read_text(encoding="utf-8"))
FIGURES = SAID["figures"]
CHOSEN = {**FIGURES, "targets": ["quantity"]}
"""The figures of which a row has one, whatever columns a list has for it."""
PASSED_OVER = frozenset(map(plain, SAID["passed_over"]["headings"]))
YEAR = re.compile(r"(?:fy\s*)?[0-9]{4}(?:\s*[/–-]\s*[0-9]{2,4})?", re.IGNORECASE)
"""A heading of a trajectory: what comes in one year."""
SHOWN = 4
"""Headings that a question names."""


@dataclass(frozen=True)
class NumberColumns:
    """The columns of numbers of a list, and what is asked about them."""

    listing: Listing
    register: Register
    answers: Answers
    kept: Kept | None

    def decided(self) -> Listing | None:
        """The list with its columns of numbers as they are known or answered; None where it is left out by an answer.

        What stands open is among the questions of the answers.
        """
        if self.listing.table not in FIGURES:
            columns = self._one_of_several(dict(self.listing.columns)) if self.listing.table in CHOSEN else {}
            return replace(self.listing, columns=columns or self.listing.columns)
        if (measures := self._of_measures()) and self._without(measures) == LEFT_OUT:
            return None
        columns = self._one_of_several(dict(self.listing.columns))
        for number in self._unread():
            left = [name for name in FIGURES[self.listing.table] if name not in columns.values()]
            if number in measures or len(left) < len(FIGURES[self.listing.table]):
                continue
            said = self._which(number, left)
            columns |= {number: said} if said in left else {}
        return replace(self.listing, columns=columns)

    def _unread(self) -> list[int]:
        """The columns of numbers whose heading no table knows and that may be a figure."""
        head = self.listing.sheet.rows[self.listing.header - 1]
        return [
            number
            for number in range(1, len(head) + 1)
            if (heading := self.listing.heading(number))
            and number not in (*self.listing.columns, *self.listing.sheet.hidden_columns)
            and not YEAR.fullmatch(heading)
            and plain(heading) not in PASSED_OVER
            and not any(plain(heading) in known for table, known in KNOWN.items() if table != "targets")
            and self._has_numbers(number)
        ]

    def _has_numbers(self, number: int) -> bool:
        texts = [self.listing.sheet.cell(row, number).strip() for row in self.listing.rows()]
        said = [text for text in texts if text and not says_not_known(text, number=True)]
        return sum(bool(amount(text).number) for text in said) * 2 > len(said)

    def _of_measures(self) -> list[int]:
        """The columns of numbers that are named like a measure of the framework."""
        framework = self.register.framework("")
        found = []
        for number in self._unread():
            words, unit = split_unit(self.listing.heading(number), self.register, framework)
            meant = unit_meant(unit, self.register, framework) if unit else None
            if named(self.register, words, framework) or candidates(self.register, words, meant, framework)[1]:
                found.append(number)
        return found

    def _without(self, measures: Sequence[int]) -> str:
        """What a list is whose columns are measures: a promise is a row, and none is read from a column."""
        names = [f"“{shown(self.listing.heading(number), 40)}”" for number in measures]
        more = f" and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
        sheet, table = self.listing.sheet.name, self.listing.table
        words = (
            f"The sheet {shown(sheet)} has columns named like measures: {', '.join(names[:SHOWN])}{more}. No promise "
            "is read from them: put each in a row, below Project, Measure, Target and Unit. What of this sheet?"
        )
        choices = [
            Choice(LEFT_OUT, "leave it out: I bring the promises as rows"),
            Choice(table, f"read the rest of it into {table}.csv, without these columns"),
        ]
        return self.answers.to(Question(f"measures:{name_meant(sheet) or 'sheet'}", words, choices, kept=True))

    def _one_of_several(self, columns: dict[int, str]) -> dict[int, str]:
        """The columns, with the one that was answered where two headings are known as the same figure."""
        table = self.listing.table
        for figure in CHOSEN[table]:
            known = self._known_as(figure)
            if len(known) < 2:
                continue
            alike = len({name_meant(self.listing.heading(number)) for number in known.values()}) < len(known)
            choices = [Choice(name, self._described(number, alike)) for name, number in sorted(known.items())]
            words = f"More than one column may be {figure} of {table}.csv. Which is it?"
            said = self.answers.to(Question(f"which:{table}.{figure}", words, choices, kept=not alike))
            columns = {number: name for number, name in columns.items() if name != figure}
            columns |= {known[said]: figure} if said else {}
        return columns

    def _known_as(self, figure: str) -> dict[str, int]:
        """The columns that are known as a figure, by a name: their heading, and their letters where it stands twice.

        A column that says what another one of its heading says, or nothing, is no other.
        """
        found: dict[str, dict[tuple[str, ...], int]] = {}
        for number in range(1, len(self.listing.sheet.rows[self.listing.header - 1]) + 1):
            heading = self.listing.heading(number)
            if column_of(heading, self.listing.table, self.kept) != figure:
                continue
            if number not in self.listing.sheet.hidden_columns and any(cells := self._cells(number)):
                found.setdefault(name_meant(heading), {}).setdefault(cells, number)
        return {
            name if len(alike) == 1 else f"{name}-{letters(number).lower()}": number
            for name, alike in found.items()
            for number in alike.values()
        }

    def _cells(self, number: int) -> tuple[str, ...]:
        return tuple(self.listing.sheet.cell(row, number).strip() for row in self.listing.rows())

    def _described(self, number: int, alike: bool) -> str:
        """A column by its heading; and by its letters and first figures, where others have the same heading."""
        heading = self.listing.heading(number)
        first = ", ".join(shown(text, 20) for text in filter(None, self._cells(number)[:SHOWN]))
        return f"{heading} (column {letters(number)}: {first})" if alike else heading

    def _which(self, number: int, left: Sequence[str]) -> str:
        """What a column of numbers is that no table knows by its heading."""
        heading = self.listing.heading(number)
        choices = [Choice(name, f"{name} of {self.listing.table}.csv") for name in left]
        choices.append(Choice(LEFT_OUT, "none of these: leave the column out"))
        words = f"The column “{shown(heading)}” of {shown(self.listing.sheet.name)} has numbers. What are they?"
        key = f"column:{self.listing.table}-{name_meant(heading) or number}"
        return self.answers.to(Question(key, words, choices, kept=True))
