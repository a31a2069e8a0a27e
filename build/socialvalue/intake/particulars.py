"""What else a row says beside its figure: where, who, how sure, what shows it, and its notes."""

from collections.abc import Iterator
from dataclasses import dataclass

from socialvalue.check.document_titles import says_none, says_some
from socialvalue.check.personal import kinds_in
from socialvalue.intake.days import day_of, is_open
from socialvalue.intake.entry import Entry, Left, Waits
from socialvalue.intake.questions import Choice, Question
from socialvalue.intake.table_reading import TableReading
from socialvalue.intake.words import EMPTY
from socialvalue.intake.workbook import Place, place, shown
from socialvalue.records.naming import name_meant

NAMED = ("area", "organisation")
CHOSEN = ("status", "tier", "bound")
FREE = ("local_definition", "public_note", "derivation", "part_of")
TEXTS = ("evidence", "local_definition", "public_note", "derivation")
"""Fields whose words are published as they stand."""
DAYS = ("dated", "checked_on")


@dataclass
class Particulars:
    """Reads the cells of one row beside its figure into the entry that its reader is at."""

    reading: TableReading
    row: int

    @property
    def entry(self) -> Entry:
        """What becomes of the row."""
        return self.reading.now

    def read(self) -> None:
        """Read them all, and fill in what holds for every row where this one doesn't say it."""
        for name in (*NAMED, *CHOSEN, *FREE):
            self._cell(name)
        self._document()
        self._defaults()

    def unclear(self) -> Iterator[Waits]:
        """The questions about them that stand open."""
        for name in (*NAMED, *CHOSEN, *FREE):
            try:
                self._cell(name)
            except Waits as waits:
                yield waits
            except Left:
                return  # the row is left out, whatever else is unclear in it
        try:
            self._title()
        except Waits as waits:
            yield waits

    def _text(self, name: str) -> str:
        return self.reading.table.text(self.row, name)

    def _at(self, name: str) -> Place:
        return self.row, self.reading.table.of(name)[0].number

    def _cell(self, name: str) -> None:
        """Read one cell of the row: a name, one of a few words, or a text of its own."""
        text, fields, words = self._text(name), self.entry.fields, self.reading.words
        if name in FREE:
            self._free(name)
        elif text and name in NAMED:
            likely = self.reading.register.areas_of(fields["project"]) if name == "area" else ()
            fields[name] = self.reading.code(self.row, name, words.named(name, text, likely))
        elif text:
            fields[name] = self.reading.code(self.row, name, getattr(words, name)(text))

    def _free(self, name: str) -> None:
        text = self._text(name)
        if not text:
            return
        at = self._at(name)
        if name in TEXTS and self._is_personal(text, at):
            return
        if name == "public_note" and not self.reading.context.notes:
            self.reading.leave(self.row, at[1], text, "notes are left out")
            return
        self.entry.fields[name] = text
        self.entry.places[name] = at

    def _is_personal(self, text: str, at: Place) -> bool:
        """Whether a text holds something personal: then it is never copied, and whoever sends it is told."""
        kinds = kinds_in(text)
        if not kinds:
            return False
        sheet = self.reading.table.sheet.name
        question = Question(
            f"personal:{name_meant(sheet)}-{place(*at).lower()}",
            f"{sheet}!{place(*at)} has {kinds[0]}. It can't go into a return.",
            (Choice(EMPTY, "leave the cell empty"),),
            more=("Or change the cell in your file, and import it again.",),
        )
        if not self.reading.answers.to(question):
            raise Waits(question.key, at)
        self.reading.change(at, "[personal]", "", "personal")
        return True

    def _document(self) -> None:
        title = self._title()
        if not title or self._is_personal(title, self._at("evidence")):
            return
        described = self.reading.gathered.documents.get(title.casefold(), {})
        self.entry.document = {"title": title, **described}
        self.entry.places["evidence"] = self._at("evidence")
        for name in DAYS:
            if text := self._text(name):
                self._day(name, text)
        if kind := self._text("kind"):
            self.entry.document["kind"] = self.reading.code(self.row, "kind", self.reading.words.kind(kind))
        if who := self._text("checked_by"):
            read = self.reading.words.named("organisation", who)
            self.entry.document["checked_by"] = self.reading.code(self.row, "checked_by", read)
        if link := self._text("link"):
            self.entry.document["link"] = link
            self.entry.places["link"] = self._at("link")

    def _title(self) -> str:
        """The title of the document; empty where the cell names none. Raises Waits while that isn't clear."""
        text = self._text("evidence")
        if says_none(text):
            self.reading.leave(self.row, self._at("evidence")[1], text, f"{text}: no document")
            return ""
        if not says_some(text):
            return text
        question = which_document(text, self.reading.table.of("evidence")[0].heading)
        answer = self.reading.answers.to(question)
        if not answer:
            raise Waits(question.key, self._at("evidence"))
        becomes = "" if answer == EMPTY else answer
        self.reading.change(self._at("evidence"), text, becomes, "as answered")
        return becomes

    def _day(self, name: str, text: str) -> None:
        at, order = self._at(name), self.reading.context.order
        day = day_of(text, order)
        if not day:
            self.reading.leave(self.row, at[1], text, "no day of the calendar")
            return
        self.entry.document[name] = day
        self.entry.places[name] = at
        if day != text:
            self.reading.change(at, text, day, order if is_open(text) else "a day")

    def _defaults(self) -> None:
        context, fields = self.reading.context, self.entry.fields
        document = "evidenced" if self.entry.document else "self-reported"
        if context.area and not fields.get("area"):
            fields["area"] = context.area
        if context.status and "status" not in fields:
            fields["status"] = document if context.status == "by-document" else context.status
        if context.organisation and not fields.get("organisation"):
            who = context.organisation
            if who == "register":
                known = self.reading.register.contractors(fields["project"])
                who = known[0][0] if known else ""
            fields["organisation"] = who
        if context.tier and not fields.get("tier") and fields.get("organisation"):
            fields["tier"] = self._tier(fields["organisation"]) if context.tier == "register" else context.tier

    def _tier(self, organisation: str) -> str:
        return dict(self.reading.register.contractors(self.entry.fields["project"])).get(organisation, "")


def which_document(text: str, heading: str) -> Question:
    """Asks, once for the file, which document the rows with that word have."""
    return Question(
        f"evidence:{name_meant(text) or 'tick'}",
        f'"{shown(text)}" in {shown(heading)} says that there is a document. Which?',
        (Choice(EMPTY, "name none: then the rows are as sure as without a document"),),
        typed="the document’s name, if it is the same for all these rows",
        reads=lambda typed: "" if says_none(typed) or says_some(typed) else typed.strip(),
        more=("Or write the name of each document into its cell, and import the file again.",),
    )
