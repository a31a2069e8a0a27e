"""The story of an import: read the files, understand their tables, ask what they don't decide, sort them into returns.

`understand` goes through everything as often as there are new answers; nothing is written before no question is open.
"""

from collections import defaultdict
from collections.abc import Mapping as Held
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from pathlib import Path

from socialvalue.domain.corrections import ATTESTATIONS
from socialvalue.errors import BrokenRepository
from socialvalue.intake import (
    groups_of_figures,
    own_workbook,
    parted_cells,
    questions,
    said_of_all,
    spread_headings,
    which_figures,
)
from socialvalue.intake import packages as sorting
from socialvalue.intake.column import NO_HEADING
from socialvalue.intake.context import context_of, defaults_for
from socialvalue.intake.entry import Context, Gathered
from socialvalue.intake.file_questions import ask_how_shown, day_order, left_out_by_name, notes_question
from socialvalue.intake.head_counts import asked_once
from socialvalue.intake.mapping import Mapping
from socialvalue.intake.months import months_settled
from socialvalue.intake.packages import CORRECTED, Standing
from socialvalue.intake.questions import Answers, Choice, Question, yes_or_no
from socialvalue.intake.register import Register
from socialvalue.intake.rows import RowReader
from socialvalue.intake.running_totals import PROJECT, YEAR, into_periods, never_fall, seeming_totals, totals_question
from socialvalue.intake.same_sheets import same_sheets
from socialvalue.intake.senders import ask_sender
from socialvalue.intake.table import Table, headings_of
from socialvalue.intake.tables_of_sheet import tables_of
from socialvalue.intake.understood import Understood, no_table
from socialvalue.intake.wholes import wholes_settled
from socialvalue.intake.words import Words
from socialvalue.intake.workbook import Sheet, Workbook, letters, shown
from socialvalue.workbooks import layout


@dataclass
class Import:
    """An import of some files into a checked repository."""

    workbooks: Sequence[Workbook]
    register: Register
    data: Path
    answers: Answers
    mappings: Sequence[Mapping] = ()
    sheets: Sequence[str] = ()
    """The sheets to read, where they are named; hidden ones too."""
    tracked: frozenset[str] | None = None
    in_sheet: Held[str, str] = field(default_factory=dict)
    """What was answered in the file itself, on the first sheet of our answer to it."""
    _standing: dict[str, Held[tuple[str, str], Standing]] = field(default_factory=dict)

    def understand(self) -> Understood:
        """Go through the files with the answers so far.

        While it is open how the headings are read, nothing is asked of the rows. All else is asked at once, but for
        what depends on an open answer.
        """
        self.answers.again()
        found = Understood()
        self._find_tables(found)
        if not found.tables and not found.own:
            found = Understood()
            self._find_tables(found, guess=True)
        if not found.tables and not found.own:
            raise BrokenRepository(no_table(found))
        self.answers.kept = {**(found.mapping.answers if found.mapping else {}), **self.in_sheet}
        self._columns(found)
        if not self.answers.open:
            self._rows(found)
            if not self.answers.open:
                self._returns(found)
            self._public(found)
            ask_sender(found, self.register, self.answers)
            self._declared(found)
        return found

    def _find_tables(self, found: Understood, guess: bool = False) -> None:
        for book in self.workbooks:
            if own_workbook.is_ours(book):
                found.own.append((book, own_workbook.table_of(book)))
                continue
            for sheet in book.sheets:
                self._find_table(found, book, sheet, guess)
        left = left_out_by_name(found.tables, self.sheets, self.answers)
        left += said_of_all.left_out([pair for pair in found.tables if pair not in left], self.register, self.answers)
        for book, table in left:
            found.tables.remove((book, table))
            found.without.append((book, table.sheet, "left out by an answer"))

    def _find_table(self, found: Understood, book: Workbook, sheet: Sheet, guess: bool) -> None:
        if self.sheets and sheet.name not in self.sheets:
            found.without.append((book, sheet, "not asked for"))
            return
        if sheet.hidden and sheet.name not in self.sheets:
            found.without.append((book, sheet, "hidden: left out"))
            return
        known = max(self.mappings, key=lambda each: each.knows(headings_of(sheet, tuple(each.columns))), default=None)
        known = known if known and known.knows(headings_of(sheet, tuple(known.columns))) else None
        tables = tables_of(sheet, self.register, known, guess, self.answers)
        if not tables:
            found.without.append((book, sheet, "no table: left out"))
            return
        found.mapping = found.mapping or known
        found.tables += [(book, self._decided(table)) for table in tables]

    def _decided(self, table: Table) -> Table:
        """The table with the cells and the columns that somebody said are meant."""
        table = parted_cells.decided(self._as_answered(table), self.answers)
        table = groups_of_figures.decided(spread_headings.decided(table, self.answers), self.answers)
        return which_figures.decided(table, self.register, self.answers)

    def _as_answered(self, table: Table) -> Table:
        """The table with the columns that somebody said are something else: column:D=public_note."""
        answers = self.answers.given
        columns = [
            replace(column, field=said, sure="as answered", measure="", period="")
            if (said := answers.get(f"column:{letters(column.number)}", ""))
            else column
            for column in table.columns
        ]
        return replace(table, columns=columns)

    def _columns(self, found: Understood) -> None:
        """Whether the headings are read rightly; hidden rows; totals so far."""
        if found.tables and not found.mapping:
            known = ("yes", "hidden", "as answered", NO_HEADING)
            sure = all(column.sure in known for _, table in found.tables for column in table.columns)
            more = () if sure else ("Say of a column what it is: --answer column:D=public_note, or =left_out.",)
            words = "Are your headings to be read like this?"
            if self.answers.to(yes_or_no("mapping", words, "yes" if sure else "", more=more)) == "no":
                raise BrokenRepository(
                    "Nothing was written. Say of each column what it is, as in --answer column:D=public_note."
                )
        for at, (book, table) in enumerate(found.tables):
            found.tables[at] = (book, self._without_hidden(table))
        ask_how_shown(found.tables, self.answers)
        for _, table in found.tables:
            if self._has_totals(table):
                heading = shown((table.of("running_total") or table.of("quantity"))[0].heading)
                self.answers.to(totals_question(heading, said_of_all.so_far(table)))

    def _has_totals(self, table: Table) -> bool:
        return (
            not table.of("quantity") or "running-totals" in self.answers.given or said_of_all.so_far(table) is not None
        )

    def _without_hidden(self, table: Table) -> Table:
        rows = sorted(row for row in table.sheet.hidden_rows if row in set(table.numbers()))
        if not rows:
            return table
        words = f"{shown(table.sheet.name)} has {len(rows)} hidden rows, from row {rows[0]}. Read them?"
        choices = (Choice("read", "read them like the others"), Choice(questions.LEAVE_OUT, "leave them out"))
        answer = self.answers.to(Question("hidden-rows", words, choices))
        return replace(table, skipped=frozenset(rows)) if answer == questions.LEAVE_OUT else table

    def _rows(self, found: Understood) -> None:
        tables = [table for _, table in found.tables]
        order = day_order(tables, self.answers) or "day first"
        many = len(tables) > 1
        pairs = [(t, context_of(t, book.name, many, self.register, self.answers)) for book, t in found.tables]
        decided = not self.answers.open
        defaults_for(pairs, self.register, self.answers)
        words = Words(self.register, self.answers)
        own = [(table, own_workbook.context_of(book, words, found.gathered)) for book, table in found.own]
        if not decided:
            return
        for table, context in [*pairs, *own]:
            context.order = order
            context.notes = self.answers.given.get("notes") != "no"
            self._read_table(table, context, words, found)
        self._into_periods(found.gathered, found.so_far)
        same_sheets(found.gathered, self.answers)
        months_settled(found.gathered, self.register, self.answers, self._reports_by_month)
        asked_once(found.gathered, self.answers)

    def _reports_by_month(self, project: str) -> bool:
        """Whether the register says so, or a return of a month stands already."""
        reporting = self.register.checked.tables["reporting"]
        known = set(reporting.loc[reporting["project"] == project, "every"])
        return known == {"month"} if known else any(start[:8] == end[:8] for start, end in self.standing(project))

    def _read_table(self, table: Table, context: Context, words: Words, found: Understood) -> None:
        gathered = found.gathered
        mine = Gathered(documents=gathered.documents)
        RowReader(table, context, words, mine).read()
        own = any(table is each for _, each in found.own)
        if not own:
            wholes_settled(mine, table.sheet, self.answers)
        totals = self._has_totals(table)
        if not totals and not mine.pending and never_fall(mine):
            self.answers.to(seeming_totals(shown(table.sheet.name)))
            totals = True
        if own:
            for entry in mine.entries:
                entry.numbered = str(entry.at[0] - table.header)
        (found.so_far if totals else gathered).entries += mine.entries
        gathered.left_out += mine.left_out
        gathered.pending += mine.pending
        gathered.uncounted |= mine.uncounted
        for key, cells in mine.waiting.items():
            gathered.waiting.setdefault(key, []).extend(cells)

    def _into_periods(self, gathered: Gathered, so_far: Gathered) -> None:
        """Add to what was gathered the figures of totals so far, each without what came before it in whatever sheet."""
        others = Gathered([entry for entry in gathered.entries if not entry.numbered])
        sheets = dict.fromkeys(shown(entry.sheet) for entry in others.entries)
        if not so_far.entries and len(sheets) > 1 and not gathered.pending and never_fall(others):
            self.answers.to(seeming_totals(", ".join(sheets)))
            so_far.entries = others.entries
            gathered.entries = [entry for entry in gathered.entries if entry.numbered]
        since = self.answers.used.get("running-totals", "")
        if since in (PROJECT, YEAR) and not gathered.pending:
            into_periods(so_far, self._earlier({entry.fields["project"] for entry in so_far.entries}), since)
        gathered.entries += so_far.entries
        gathered.left_out += so_far.left_out

    def standing(self, project: str) -> Held[tuple[str, str], Standing]:
        """The returns of a project that are there already."""
        if project not in self._standing:
            self._standing[project] = sorting.standing_returns(self.data, project, self.tracked)
        return self._standing[project]

    def _earlier(self, projects: set[str]) -> dict[tuple[str, str], list[tuple[str, Decimal]]]:
        found: defaultdict[tuple[str, str], list[tuple[str, Decimal]]] = defaultdict(list)
        for project in projects:
            for (_, end), standing in self.standing(project).items():
                for row in standing.lines:
                    if not row.get("part_of"):
                        found[project, row["measure"]].append((end, Decimal(row["quantity"] or 0)))
        return dict(found)

    def _returns(self, found: Understood) -> None:
        """Sort the lines into returns, and ask about lines that stand and are not in the file."""
        projects = {entry.fields["project"] for entry in found.gathered.entries}
        standing = {name: self.standing(name) for name in projects}
        found.packages = sorting.packages(found.gathered.entries, standing, self.register.quarters)
        lacking = [package for package in found.packages if package.missing]
        if lacking:
            rows = sum(len(package.missing) for package in lacking)
            words = f"{rows:,} rows of {len(lacking):,} returns that stand are not in the file."
            choices = (Choice("keep", "keep them"), Choice("take-out", "take them out: a correction"))
            more = [
                f"{package.owner}: {', '.join(row['measure'] for row in package.missing[:8])}"
                for package in lacking[:8]
            ]
            answer = self.answers.to(Question("missing-rows", words, choices, more=more))
            for package in lacking if answer else ():
                (sorting.keep_missing if answer == "keep" else sorting.take_out_missing)(package)
        self._why_corrected(found)

    def _why_corrected(self, found: Understood) -> None:
        corrected = [package for package in found.packages if package.state == CORRECTED]
        for package in corrected:
            assert package.standing is not None
            key = "reason" if "reason" in self.answers.given or len(corrected) == 1 else f"reason:{package.owner}"
            stands = f"{package.project}/{package.standing.folder.name}"
            words = f"{stands} is published, and the file says something else. Why?"
            question = Question(key, words, (), "", "a sentence that the public can read", more=package.changed[:8])
            found.reasons[package.owner] = self.answers.to(question)

    def _public(self, found: Understood) -> None:
        """The notes that become public: somebody looks for names of people, each time."""
        if not self._may_write(found):
            return
        if question := notes_question([table for _, table in [*found.tables, *found.own]]):
            answer = self.answers.to(question)
            if answer:
                self.answers.given["notes"] = answer

    def _may_write(self, found: Understood) -> bool:
        """Whether something differs from what stands, or may: that is not known while questions stand open."""
        waits = any(package.to_declare for package in found.packages)
        return bool(found.to_write or self.answers.open or waits)

    def _declared(self, found: Understood) -> None:
        """The attestations, which nobody but the sender can give: never kept, never certain."""
        if not self._may_write(found):
            return
        for name, words in zip(ATTESTATIONS, layout.DECLARATIONS, strict=True):
            if name in found.gathered.heads:
                continue
            answer = self.answers.to(yes_or_no(name.replace("_", "-"), f"You declare: {words}"))
            if answer:
                found.gathered.heads[name] = answer
        if all(found.gathered.heads.get(name) == "yes" for name in ATTESTATIONS):
            for package in found.packages:
                package.changed += ["it is declared now"] if package.to_declare else []
