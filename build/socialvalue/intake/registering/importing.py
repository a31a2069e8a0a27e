"""The story of an import of register tables: read the lists, ask what they don't decide, compare with what stands.

`understand` goes through everything as often as there are new answers; nothing is written before no question is open.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
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
from socialvalue.intake.registering.matching import TELLS, Matching, Placed, differing, other, placed_alike
from socialvalue.intake.registering.proposal import Proposal
from socialvalue.intake.registering.reading import Reader
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
        for table in ORDER:
            rows = (each for listing in listings if listing.table == table for each in reader.proposals(listing))
            matching = Matching(table, known, self.answers, reader.waiting)
            for together in ([each] for each in rows) if table == "areas" else (list(rows),):
                self._take(found, matching, together, reader)
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

    def _take(self, found: Found, matching: Matching, proposals: Sequence[Proposal], reader: Reader) -> None:
        """Put rows of a list into their table: into the rows that they are about, or as new ones."""
        placed: list[Placed] = []
        for proposal, key in matching.keys(proposals):
            as_read = replace(proposal, cells=dict(proposal.cells))
            given = self._settled(proposal, key, placed, matching, reader) or _fresh(proposal, matching.known)
            placed.append((as_read, given))
            _put(found, matching.known, proposal, given)

    def _settled(
        self, proposal: Proposal, key: str, placed: Sequence[Placed], matching: Matching, reader: Reader
    ) -> str:
        """The key of the row that a row is about, beside those that stand above it in the lists; "" for a new one."""
        above = key if any(key == taken for _, taken in placed) else ""
        if key and not above and matching.table == "targets":
            key = self._promise(proposal, key, matching)
        above = above or ("" if key else placed_alike(proposal, placed, matching))
        if above:
            return above if self._one(proposal, above, matching, reader) else ""
        return key

    def _one(self, proposal: Proposal, key: str, matching: Matching, reader: Reader) -> bool:
        """Whether a second row of a name is the same thing: asked where the two say different things."""
        there = matching.row(key)
        if differ := differing(matching.said(proposal), there):
            words = f"{shown(there.get('name', key))} stands in the list twice, with another {' and '.join(differ)}."
            choices = [Choice("one", "the same: the first row holds"), Choice("two", "two of one name")]
            said = self.answers.to(Question(f"twice:{key}", words, choices))
            reader.waiting.setdefault(f"twice:{key}", []).append(_at(proposal))
            if said == "two":
                return False
        proposal.cells = {name: text for name, text in proposal.cells.items() if not there.get(name)}
        reader.left_out.append(LeftOut(*_at(proposal), "", f"{key} stands above already: one row is made of both"))
        return True

    def _promise(self, proposal: Proposal, key: str, matching: Matching) -> str:
        """The promise that a row is about. Where it says otherwise, somebody has to say what happened."""
        row, said = matching.standing[key], matching.said(proposal)
        differ = [name for name in ("quantity", *TELLS["targets"]) if name in said and name in differing(said, row)]
        if not differ:
            return key
        was, now = (", ".join(f"{name} {shown(each[name]) or 'empty'}" for name in differ) for each in (row, said))
        choices = [
            Choice("moved", "the promise moved: a new row, and the old one stays"),
            Choice("copied", "the register was wrong: its cell is changed"),
            Choice("another", "it is another promise beside it"),
        ]
        words = f"{key} says {was}, and the list says {now}. What happened?"
        answer = self.answers.to(Question(f"promise:{key}", words, choices))
        if answer == "moved":
            proposal.cells["replaces"] = key
        if answer == "copied":
            proposal.cells |= {name: said[name] for name in differ}
        return key if answer == "copied" else ""


CONTRACTOR: Mapping[str, str] = {"role": "contractor"}


def _at(proposal: Proposal) -> tuple[str, tuple[int, int]]:
    return proposal.at[0], (proposal.at[1], 1)


def _fresh(proposal: Proposal, known: Known) -> str:
    """The key of a new row: the one that the list gives, or one that is made of its name."""
    table, cells = proposal.table, proposal.cells
    own = cells.get(KEYS[table], "")
    if own and own not in known.rows.get(table, {}):
        return own
    return known.free(table, own or cells.get("name") or f"{cells['project']}-{cells['measure']}")


def _put(found: Found, known: Known, proposal: Proposal, key: str) -> None:
    """Write what a row says into the row of its key."""
    table = proposal.table
    there = known.rows.get(table, {}).get(key)
    if there is None:
        found.new.setdefault(table, []).append(key)
    known.put(table, key, {**(there or {}), **proposal.cells, KEYS[table]: key})
    for column, cell in proposal.places.items():
        found.origins.setdefault((table, key, column), (proposal.at[0], cell))
    found.origins.setdefault((table, key, ""), (proposal.at[0], (proposal.at[1], 1)))
    for link, column, more in (("project-areas", "area", {}), ("project-organisations", "contractor", CONTRACTOR)):
        for named in proposal.linked.get(column, ()):
            _link(found, known, link, {"project": key, "area" if not more else "organisation": named, **more})


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
        cells = {name: (was.get(name, ""), text) for name, text in now.items() if other(was.get(name, ""), text)}
        if cells:
            found.changed.append(Changed(table, key, cells))
        else:
            found.same[table] = found.same.get(table, 0) + 1


def _nothing(found: Found) -> str:
    sheets = ", ".join(shown(sheet.name) for _, sheet, _ in found.without)
    needed = "a column for the name (project, site, contractor), or project, measure and target"
    return f"No sheet is a list of the register ({sheets}). It needs a row of headings with {needed}."


def origin(found: Found, table: str, key: str, column: str) -> str:
    """Where a cell of a row came from, as Sheet!C5; empty where it came from no cell."""
    said = found.origins.get((table, key, column)) or found.origins.get((table, key, ""))
    return f"{said[0]}!{place(*said[1])}" if said else ""
