"""The story of an import of register tables: read the lists, ask what they don't decide, compare with what stands.

`understand` goes through everything as often as there are new answers; nothing is written before no question is open.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from socialvalue.errors import BrokenRepository
from socialvalue.intake.file_questions import day_order_of
from socialvalue.intake.headings import LOOKED_AT
from socialvalue.intake.mapping import Mapping as Kept
from socialvalue.intake.questions import Answers, Choice, Question, yes_or_no
from socialvalue.intake.register import Register
from socialvalue.intake.registering.contract_days import with_contract_days
from socialvalue.intake.registering.defaults import fill, sourced
from socialvalue.intake.registering.found import Changed, Found
from socialvalue.intake.registering.known import Known, Row
from socialvalue.intake.registering.matching import Matching, other
from socialvalue.intake.registering.number_columns import NumberColumns
from socialvalue.intake.registering.placing import Placing
from socialvalue.intake.registering.reading import Reader
from socialvalue.intake.registering.sheet import (
    HEADINGS,
    LEFT_OUT,
    Listing,
    lacking,
    listing_of,
    unclear,
    without_number,
)
from socialvalue.intake.registering.unsaid import Unsaid
from socialvalue.intake.workbook import Sheet, Workbook, place, shown
from socialvalue.records import Source
from socialvalue.records.naming import name_meant

WITHOUT_NUMBER = "a list of promises in which no column is known as how much: call it Quantity. Left out"
ORDER = ("areas", "organisations", "projects", "sites", "targets")
"""The tables in the order in which their rows can be named by others."""
SOURCED = ("projects", "sites", "targets")
"""The tables whose rows name the source of what they say."""
DATED = ("start", "completion", "contract_start", "contract_end", "stated_on", "due")


@dataclass
class RegisterImport:
    """An import of some files into the register of a repository."""

    workbooks: Sequence[Workbook]
    source: Source
    register: Register
    answers: Answers
    today: str
    mappings: Sequence[Kept] = ()
    sheets: Sequence[str] = ()

    def understand(self) -> Found:
        """Go through the files with the answers so far."""
        self.answers.again()
        self.answers.kept = dict(self._kept.answers) if self._kept else {}
        found = Found()
        for book in self.workbooks:
            for sheet in book.sheets:
                self._find(found, book, sheet)
        if not found.listings and not self.answers.open:
            raise BrokenRepository(_nothing(found))
        if not self.answers.open:
            self._rows(found)
        return found

    @cached_property
    def _kept(self) -> Kept | None:
        """The mapping that knows the most headings of these files; None for none."""
        sheets = (sheet for book in self.workbooks for sheet in book.sheets)
        said = {" ".join(text.split()) for sheet in sheets for row in sheet.rows[:LOOKED_AT] for text in row if text}
        heads = [f"{table}/{heading}" for heading in said for table in HEADINGS]
        best = max(self.mappings, key=lambda each: each.knows(heads), default=None)
        return best if best and best.knows(heads) else None

    def _find(self, found: Found, book: Workbook, sheet: Sheet) -> None:
        if (self.sheets and sheet.name not in self.sheets) or (sheet.hidden and sheet.name not in self.sheets):
            found.without.append((book, sheet, "not asked for" if self.sheets else "hidden: left out"))
            return
        kept, table = self._kept, ""
        key = f"table:{name_meant(sheet.name)}"
        if key in {*self.answers.given, *self.answers.kept} or unclear(book.name, sheet, kept):
            choices = [Choice(each, f"{each}.csv") for each in HEADINGS]
            choices += [Choice(LEFT_OUT, "none of these: leave it out")]
            words = f"Which table of the register is the sheet {shown(sheet.name)}? Its columns fit more than one."
            table = self.answers.to(Question(key, words, choices, kept=True))
            if not table:
                return
        listing = listing_of(book.name, sheet, table, kept) if table != LEFT_OUT else None
        if listing is None:
            promises = without_number(sheet, kept) and table != LEFT_OUT
            found.without.append((book, sheet, WITHOUT_NUMBER if promises else _why_none(sheet, table, kept)))
            return
        found.mapping = found.mapping or kept
        if (whole := NumberColumns(listing, self.register, self.answers, kept).decided()) is None:
            found.without.append((book, sheet, "left out, as answered"))
        else:
            found.listings.append(with_contract_days(whole, self.answers, kept))

    def _rows(self, found: Found) -> None:
        known = found.known = Known(self.source.tables)
        before = {table: dict(keyed) for table, keyed in known.rows.items()}
        listings = sorted(found.listings, key=lambda each: ORDER.index(each.table))
        reader = Reader(
            known, self.register, self.source.schemas, self.answers, self._order(listings), self._notes(listings)
        )
        for table in ORDER:
            rows = (each for listing in listings if listing.table == table for each in reader.proposals(listing))
            placing = Placing(found, Matching(table, known, self.answers, reader.waiting), reader)
            for together in ([each] for each in rows) if table == "areas" else (list(rows),):
                placing.take(together)
        for (table, key), _ in reader.naming.named.items():
            found.new.setdefault(table, []).append(key)
        found.origins |= reader.naming.numbered
        Unsaid(found, known, self.source, self.answers).fill()
        fill(found.new, known, self.source, self.answers, self.today, self.workbooks[0].name)
        _compare(found, before, known)
        self._sourced(found, known)
        found.changes, found.left_out, found.waiting = reader.noted.changes, reader.noted.left_out, reader.waiting

    def _sourced(self, found: Found, known: Known) -> None:
        """Name the source of rows that change: a cell of a new list is not what an old one says."""
        file = self.workbooks[0].name
        for table in SOURCED:
            changed = [each for each in found.changed if each.table == table and "source" not in each.cells]
            rows = [known.rows[table][each.key] for each in changed]
            key = sourced(table, rows, found.new, known, self.source, self.answers, self.today, file)
            for each, row in zip(changed, rows, strict=True) if key else ():
                if row["source"] != key:
                    each.cells = {**each.cells, "source": (row["source"], key)}
                    row["source"] = key

    def _order(self, listings: Sequence[Listing]) -> str:
        """Whether 01/02/2026 is 1 February: asked once for the files, unless their other days leave one way alone."""
        texts = {
            text: f"{each.sheet.name}!{place(row, number)}"
            for each in listings
            for number, column in each.columns.items()
            if column in DATED
            for row in each.rows()
            if (text := each.sheet.cell(row, number).strip())
        }
        return day_order_of(texts, self.answers)

    def _notes(self, listings: Sequence[Listing]) -> bool:
        """Whether notes may be published: somebody has to look for names of people. Never kept."""
        seen = [
            f"{each.sheet.name}!{place(row, number)}  {shown(text, 60)}"
            for each in listings
            for number, column in each.columns.items()
            if column in ("note", "words")
            for row in each.rows()
            if (text := each.sheet.cell(row, number).strip())
        ]
        if not seen:
            return True
        more = seen[:20] + ([f"and {len(seen) - 20:,} more"] if len(seen) > 20 else [])
        said = yes_or_no("notes", "The notes become public. Look for names of people. Copy them?", more=more)
        return self.answers.to(said) == "yes"


def _compare(found: Found, before: Mapping[str, Mapping[str, Row]], known: Known) -> None:
    """Sort the rows that stood into those that are as before and those that change."""
    read = {(table, key) for table, key, _ in found.origins}
    for table, key in sorted(read):
        was = before.get(table, {}).get(key)
        if was is None:
            continue
        now = known.rows[table][key]
        cells = {name: (was.get(name, ""), text) for name, text in now.items() if other(was.get(name, ""), text)}
        if cells:
            found.changed.append(Changed(table, key, cells))
        else:
            found.same[table] = found.same.get(table, 0) + 1


def _why_none(sheet: Sheet, answered: str, kept: Kept | None) -> str:
    """Why a sheet is no list of the register; where it nearly is one, what its headings lack."""
    table, columns = lacking(sheet, kept) if answered != LEFT_OUT else ("", ())
    if not columns:
        return "no list of the register: left out"
    wanted = ", and ".join(f"{column}, such as “{HEADINGS[table][column][0].capitalize()}”" for column in columns)
    return f"left out: for {table}.csv it has no heading that is known as its {wanted}"


def _nothing(found: Found) -> str:
    sheets = ", ".join(f"{shown(sheet.name)}: {why}" for _, sheet, why in found.without)
    needed = "a column for the name (project, site, contractor), or project, measure and target"
    return f"No sheet is a list of the register ({sheets}). It needs a row of headings with {needed}."
