"""The story of an import of register tables: read the lists, ask what they don't decide, compare with what stands.

`understand` goes through everything as often as there are new answers; nothing is written before no question is open.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from functools import cached_property

from socialvalue.errors import BrokenRepository
from socialvalue.intake.entry import Change, LeftOut
from socialvalue.intake.file_questions import day_order_of
from socialvalue.intake.headings import LOOKED_AT
from socialvalue.intake.mapping import Mapping as Kept
from socialvalue.intake.questions import Answers, Choice, Question, yes_or_no
from socialvalue.intake.register import Register
from socialvalue.intake.registering.defaults import fill
from socialvalue.intake.registering.known import KEYS, Known, Row
from socialvalue.intake.registering.reading import Proposal, Reader
from socialvalue.intake.registering.sheet import HEADINGS, LEFT_OUT, Listing, listing_of, unclear
from socialvalue.intake.workbook import Cell, Sheet, Workbook, place, shown
from socialvalue.records import Source
from socialvalue.records.naming import name_meant

ORDER = ("areas", "organisations", "projects", "sites", "targets")
"""The tables in the order in which their rows can be named by others."""
DATED = ("start", "completion", "contract_start", "contract_end", "stated_on", "due")


@dataclass
class Changed:
    """A row that stands and that a list says something else of: what, was and is."""

    table: str
    key: str
    cells: Mapping[str, tuple[str, str]]


@dataclass
class Found:
    """What is understood of some lists so far."""

    listings: list[Listing] = field(default_factory=list)
    without: list[tuple[Workbook, Sheet, str]] = field(default_factory=list)
    """The sheets that nothing is read from, and why."""
    known: Known | None = None
    new: dict[str, list[str]] = field(default_factory=dict)
    """The keys of the new rows of each table."""
    changed: list[Changed] = field(default_factory=list)
    same: dict[str, int] = field(default_factory=dict)
    changes: Sequence[Change] = ()
    """The cells that are written otherwise than they stood."""
    left_out: Sequence[LeftOut] = ()
    waiting: Mapping[str, Sequence[Cell]] = field(default_factory=dict)
    origins: dict[tuple[str, str, str], tuple[str, tuple[int, int]]] = field(default_factory=dict)
    """The sheet and the cell of each column of a row: by table, key and column."""
    mapping: Kept | None = None

    @property
    def tables(self) -> list[str]:
        """The tables that change."""
        return list(
            dict.fromkeys([*(each for each, keys in self.new.items() if keys), *(c.table for c in self.changed)])
        )


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
        found = Found()
        for book in self.workbooks:
            for sheet in book.sheets:
                self._find(found, book, sheet)
        if not found.listings and not self.answers.open:
            raise BrokenRepository(_nothing(found))
        self.answers.kept = dict(found.mapping.answers) if found.mapping else {}
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
        if kept is None and unclear(book.name, sheet):
            choices = [Choice(each, each) for each in HEADINGS] + [Choice(LEFT_OUT, "none of these: leave it out")]
            words = f"Which table of the register is the sheet {shown(sheet.name)}?"
            table = self.answers.to(Question(f"table:{name_meant(sheet.name)}", words, choices, kept=True))
            if not table:
                return
        listing = listing_of(book.name, sheet, table, kept) if table != LEFT_OUT else None
        if listing is None:
            found.without.append((book, sheet, "no list of the register: left out"))
            return
        found.mapping = found.mapping or kept
        found.listings.append(listing)

    def _rows(self, found: Found) -> None:
        known = found.known = Known(self.source.tables)
        before = {table: dict(keyed) for table, keyed in known.rows.items()}
        listings = sorted(found.listings, key=lambda each: ORDER.index(each.table))
        reader = Reader(
            known, self.register, self.source.schemas, self.answers, self._order(listings), self._notes(listings)
        )
        for listing in listings:
            for proposal in reader.proposals(listing):
                self._take(found, known, proposal, reader)
        for (table, key), _ in reader.named.items():
            found.new.setdefault(table, []).append(key)
        fill(found.new, known, self.source, self.answers, self.today, self.workbooks[0].name)
        _compare(found, before, known)
        found.changes, found.left_out, found.waiting = reader.changes, reader.left_out, reader.waiting

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

    def _take(self, found: Found, known: Known, proposal: Proposal, reader: Reader) -> None:
        """Put a row into the table: into the row that stands under its name, or as a new one."""
        table, key_column = proposal.table, KEYS[proposal.table]
        key = self._key_of(known, proposal)
        there = known.rows.get(table, {}).get(key)
        again = there is not None and (table, key) not in reader.named and key in found.new.get(table, ())
        if again and there is not None and not self._one(proposal, key, there, reader):
            key, there = known.free(table, proposal.cells.get("name", key)), None
        row = {**(there or {}), **proposal.cells, key_column: key}
        if there is None:
            found.new.setdefault(table, []).append(key)
        known.put(table, key, row)
        for column, cell in proposal.places.items():
            found.origins.setdefault((table, key, column), (proposal.at[0], cell))
        found.origins.setdefault((table, key, ""), (proposal.at[0], (proposal.at[1], 1)))
        for link, column, more in (("project-areas", "area", {}), ("project-organisations", "contractor", CONTRACTOR)):
            for other in proposal.linked.get(column, ()):
                _link(found, known, link, {"project": key, "area" if not more else "organisation": other, **more})

    def _one(self, proposal: Proposal, key: str, there: Row, reader: Reader) -> bool:
        """Whether a second row of a name is the same thing: asked where the two say different things."""
        other = [name for name, text in proposal.cells.items() if there.get(name, text) not in ("", text)]
        if other:
            words = f"{shown(there.get('name', key))} stands in the list twice, with another {' and '.join(other)}."
            choices = [Choice("one", "the same: the first row holds"), Choice("two", "two of one name")]
            said = self.answers.to(Question(f"twice:{key}", words, choices))
            reader.waiting.setdefault(f"twice:{key}", []).append(_at(proposal))
            if said == "two":
                return False
        proposal.cells = {name: text for name, text in proposal.cells.items() if not there.get(name)}
        reader.left_out.append(LeftOut(*_at(proposal), "", f"{key} stands above already: one row is made of both"))
        return True

    def _key_of(self, known: Known, proposal: Proposal) -> str:
        """The key of a row: that of the one that stands under its key, number or name, or a new one of its name."""
        table, cells = proposal.table, proposal.cells
        if table == "targets":
            return self._target(known, cells)
        own = cells.get(KEYS[table], "")
        given = own if own in known.rows.get(table, {}) else ""
        by_number = known.find(table, cells["identifier"]) if cells.get("identifier") else ""
        return given or by_number or known.find(table, cells["name"]) or own or known.free(table, cells["name"])

    def _target(self, known: Known, cells: Row) -> str:
        """The promise that a row is about. Where it says another quantity, somebody has to say what happened."""
        if cells.get("target"):
            return cells["target"]
        same = _promises(known, cells)
        fresh = known.free("targets", f"{cells['project']}-{cells['measure']}")
        if len(same) != 1:
            return fresh
        was = known.rows["targets"][same[0]]["quantity"]
        if not _other(was, cells["quantity"]):
            return same[0]
        words = f"{same[0]} says {shown(was)}, and the list says {cells['quantity']}. What happened?"
        choices = [
            Choice("moved", "the promise moved: a new row, and the old one stays"),
            Choice("copied", "the register was wrong: its cell is changed"),
            Choice("another", "it is another promise beside it"),
        ]
        said = self.answers.to(Question(f"promise:{same[0]}", words, choices))
        if said == "moved":
            cells["replaces"] = same[0]
        return same[0] if said == "copied" else fresh


CONTRACTOR: Mapping[str, str] = {"role": "contractor"}


def _at(proposal: Proposal) -> tuple[str, tuple[int, int]]:
    return proposal.at[0], (proposal.at[1], 1)


def _promises(known: Known, cells: Row) -> list[str]:
    """The promises that stand of the same project, measure and day."""
    return [
        key
        for key, row in known.rows.get("targets", {}).items()
        if all(row.get(column, "") == cells.get(column, "") for column in ("project", "measure", "area"))
        and cells.get("stated_on", "") in ("", row.get("stated_on", ""))
    ]


def _link(found: Found, known: Known, table: str, row: Row) -> None:
    there = known.rows.get(table, {}).values()
    if not any(all(each.get(column) == text for column, text in row.items()) for each in there):
        key = "/".join(row.values())
        known.put(table, key, row)
        found.new.setdefault(table, []).append(key)


def _compare(found: Found, before: Mapping[str, Mapping[str, Row]], known: Known) -> None:
    """Sort the rows that stood into those that are as before and those that change."""
    read = {(table, key) for table, key, _ in found.origins}
    for table, key in sorted(read):
        was = before.get(table, {}).get(key)
        if was is None:
            continue
        now = known.rows[table][key]
        cells = {name: (was.get(name, ""), text) for name, text in now.items() if _other(was.get(name, ""), text)}
        if cells:
            found.changed.append(Changed(table, key, cells))
        else:
            found.same[table] = found.same.get(table, 0) + 1


def _other(was: str, now: str) -> bool:
    """Whether two cells say something else: 12 and 12.0 don't."""
    try:
        return was != now and Decimal(was) != Decimal(now)
    except InvalidOperation:
        return was != now


def _nothing(found: Found) -> str:
    sheets = ", ".join(shown(sheet.name) for _, sheet, _ in found.without)
    needed = "a column for the name (project, site, contractor), or project, measure and target"
    return f"No sheet is a list of the register ({sheets}). It needs a row of headings with {needed}."


def origin(found: Found, table: str, key: str, column: str) -> str:
    """Where a cell of a row came from, as Sheet!C5; empty where it came from no cell."""
    said = found.origins.get((table, key, column)) or found.origins.get((table, key, ""))
    return f"{said[0]}!{place(*said[1])}" if said else ""
