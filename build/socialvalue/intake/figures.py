"""The figure of one row: its number, its unit, and how many people stand behind it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from socialvalue.check.scales import Scale, scale_in
from socialvalue.check.units_said import COUNTS
from socialvalue.domain.spans import Span
from socialvalue.intake import points, shares
from socialvalue.intake.amounts import Amount, amount, plain_number, typed_plain, typed_whole
from socialvalue.intake.column import Column
from socialvalue.intake.columns_by_unit import codes_of, counted_in, unit_said
from socialvalue.intake.entry import Left, Waits
from socialvalue.intake.footnotes import footnotes
from socialvalue.intake.head_counts import LATER, of_cell, settled_for_all
from socialvalue.intake.questions import LEAVE_OUT, Choice, Question
from socialvalue.intake.table_reading import TableReading
from socialvalue.intake.units import scaled, split_unit, two_units, unit_meant, units_agree
from socialvalue.intake.workbook import place, shown
from socialvalue.records import YEARS_OF_WORK
from socialvalue.records.naming import name_meant

MONEY = "gbp"
DAYS_OF_YEAR = Decimal("365.25")
SIGNS = {"€": " euros ", "$": " dollars ", "¥": " yen ", "%": " per cent ", "£": " pounds "}
"""What signs are called in the key of a question, so that the answer to one is none to another."""
ANSWERED = "as answered"
"""Why a figure is another than that of its cell, where somebody typed it."""


@dataclass
class Figures:
    """Reads the figure of one row, and what is asked about it."""

    reading: TableReading
    row: int
    column: Column

    @property
    def cell(self) -> str:
        """The cell of the figure, with its sheet."""
        return f"{self.reading.table.sheet.name}!{place(self.row, self.column.number)}"

    @property
    def key(self) -> str:
        """The end of the key of a question about this cell alone."""
        return name_meant(f"{self.reading.table.sheet.name} {place(self.row, self.column.number)}")

    def amount(self, text: str) -> Amount:
        """What the cell says; raises Left where it is not sent, and Waits while that isn't clear."""
        found = amount(text)
        if found.absent == "not-sent":
            raise Left(f"{shown(text)}: not sent" if text else "empty: not sent")
        if found.absent == "none":
            return self._none(text)
        if found.absent:
            return self._typed(text, found.said)
        return found

    def _none(self, text: str) -> Amount:
        choices = (Choice("0", "none: 0"), Choice(LEAVE_OUT, "not known: leave the rows out"))
        key = f"none:{name_meant(text)}"
        answer = self._ask(Question(key, f'"{shown(text)}" as a figure, in {self.cell} first', choices, kept=True))
        if answer == LEAVE_OUT:
            raise Left(f"{shown(text)}: not known")
        return Amount("0")

    def _typed(self, text: str, said: str) -> Amount:
        """A figure that somebody types, because the cell holds none that can be read."""
        choices = (Choice(LEAVE_OUT, "leave the row out"),)
        words = f'"{shown(text)}" in {self.cell} {said}. How much is it?'
        more = footnotes(self.reading.table.sheet, text)
        question = Question(f"quantity:{self.key}", words, choices, "", "a plain number", typed_plain, more=more)
        answer = self._ask(question)
        if answer == LEAVE_OUT:
            raise Left(said)
        return Amount(answer, said=ANSWERED)

    def _ask(self, question: Question) -> str:
        answer = self.reading.answers.to(question)
        if not answer:
            raise Waits(self.reading.answers.last)
        return answer

    def settle(self, found: Amount, measure: Any, span: Span) -> None:
        """Write quantity, unit and headcount of a measure, from what the cell and its unit say."""
        try:
            number, why = self._in_unit(self._pointed(found, measure), measure, span)
            number, why = self._in_percent(number, why, measure)
        except Waits:
            try:
                self._people(measure, found.number)  # asked at once with the unit: both stand in one row
            except Waits as people:
                self.reading.waits_for(people, self.row, self.column)
            raise
        entry, at = self.reading.now, (self.row, self.column.number)
        entry.fields |= {"quantity": number, "unit": measure.unit}
        entry.places["quantity"] = at
        text = self.reading.table.cell(self.row, self.column.number)
        if number != text:
            self.reading.change(at, text, number, why)
        if found.bound:
            entry.fields["bound"] = found.bound
        self._people(measure, number)

    def _pointed(self, found: Amount, measure: Any) -> Amount:
        """The amount, where a dot in it may part thousands as it was answered; not what a formula worked out."""
        table, at = self.reading.table, (self.row, self.column.number)
        suspect = measure.unit == MONEY or self.column.number in table.dotted
        if at in table.sheet.formulas or not points.unclear(found.number, suspect):
            return found
        if (answer := self._ask(points.question(found.number, self.cell))) == LEAVE_OUT:
            raise Left("thousands with a dot?")
        return replace(found, number=points.meant(found.number, answer), said=points.HOW[answer])

    def _in_percent(self, number: str, why: str, measure: Any) -> tuple[str, str]:
        """The figure of a measure of percent, where it may be a share of one as it was answered."""
        text = self.reading.table.cell(self.row, self.column.number)
        if why == ANSWERED or not shares.unclear(text, number, measure):
            return number, why
        if (answer := self._ask(shares.question(number, self.cell, measure))) == LEAVE_OUT:
            raise Left("a share, or percent?")
        return (shares.meant(number), "a share of one, as answered") if answer == shares.SHARE else (number, why)

    def _in_unit(self, found: Amount, measure: Any, span: Span) -> tuple[str, str]:
        said = self._units_beside()
        found, said = self._in_one_voice(found, said, measure)
        scale = next((scale for text in said if (scale := scale_in(text))), None)
        above = self.reading.table.scale
        if found.word in ("", "£") and not found.whole:
            if scale and (measure.unit == MONEY or not scale.pounds):
                return self._scaled(found, scale, "" if scale.pounds else scale.word, measure)
            if above and not scale and self._is_for(above[0], said, measure):
                return self._scaled(found, *above, measure)
        word = found.word or next(filter(None, said), "")
        if found.whole and (scale := scale_in(word)):
            word = "£" if scale.pounds else scale.rest
        word = word or self._counted(measure)
        if not word:
            return found.number, found.said or "plain number"
        register = self.reading.register
        meant = unit_meant(word, register, measure.owner)
        name = register.units[measure.owner, measure.unit].many
        if meant and measure.unit in meant.codes:
            if meant.scale:
                return scaled(found.number, meant.scale), f"{word}: {meant.scale.how}"
            return found.number, f"the unit of {measure.measure} is {name}"
        if meant and "fte" in meant.codes and measure.unit in YEARS_OF_WORK:
            return self._full_time(found, measure, span)
        return self._other_unit(found, word, measure, name)

    def _in_one_voice(self, found: Amount, said: list[str], measure: Any) -> tuple[Amount, list[str]]:
        """The amount and the units beside it, where none of its row says another than its own: £40, in weeks, is asked.

        A heading speaks for a whole column, and a sign in a cell below it for itself.
        """
        register, owner = self.reading.register, measure.owner
        own = unit_meant(found.word, register, owner) if found.word else None
        others = [text for text in said[:2] if text and not units_agree(found.word, text, register, owner)]
        if not own or measure.unit not in own.codes or not others:
            return found, said
        text = self.reading.table.cell(self.row, self.column.number)
        question, meant = two_units(self.cell, text, found.number, found.word, others[0])
        if (answer := self._ask(question)) == LEAVE_OUT:
            raise Left("in two units")
        return replace(found, word=meant[answer]), ["", "", said[2]]

    def _counted(self, measure: Any) -> str:
        """What the heading says that it counts, where the measure is in something else: sessions, for hours."""
        what = counted_in(self.column.heading)
        said = unit_said(what, self.reading.register)
        return "" if measure.unit in (codes_of(said, self.reading.register) or COUNTS) else what

    def _is_for(self, scale: Scale, said: Sequence[str], measure: Any) -> bool:
        """Whether thousands above a table may be those of a figure: of pounds for pounds, of anything where no unit is
        said beside it."""
        register, units = self.reading.register, [text for text in said if text]
        meant = [unit_meant(text, register, measure.owner) for text in units]
        pounds = measure.unit == MONEY and all(unit and MONEY in unit.codes for unit in meant)
        return pounds if scale.pounds else not units

    def _units_beside(self) -> list[str]:
        """The words for a unit beside the cell: in the measure's words, in the column for it, in the heading."""
        table, reader = self.reading.table, self.reading
        measure = table.text(self.row, "measure")
        framework = reader.register.framework(reader.now.fields["project"])
        whole = reader.register.exact("measure", measure, framework)
        inside = "" if whole else split_unit(measure, reader.register, framework)[1]
        return [inside, table.text(self.row, "unit"), self.column.unit]

    def _scaled(self, found: Amount, scale: Scale, unsure: str, measure: Any) -> tuple[str, str]:
        """The figure times a thousand where that is certain. It isn't where the cell says pounds by itself, or where
        `unsure`, the text that says thousands, doesn't say of what, or stands above or below the whole table."""
        times = scaled(found.number, scale)
        if not unsure and not found.word:
            return times, f"{scale.word}: {scale.how}"
        name = self.reading.register.units[measure.owner, measure.unit].many
        choices = (
            Choice("times", f"{scale.words}{'' if scale.over > 1 else f' of {name}'}: {found.number} is {times}"),
            Choice("right", f"{name} as they stand: {found.number}"),
            Choice(LEAVE_OUT, "leave the rows out"),
        )
        text = shown(self.reading.table.cell(self.row, self.column.number))
        words = f'"{unsure or scale.word}" is said of the figures, and {self.cell} is "{text}". Which is meant?'
        key = name_meant(f"{scale.word} {'sign' if found.word else ''}")
        answer = self._ask(Question(f"scale:{key}", words, choices))
        if answer == LEAVE_OUT:
            raise Left(f"in {scale.words}?")
        return (times, f"{scale.words}, as answered") if answer == "times" else (found.number, f"{name}, as answered")

    def _full_time(self, found: Amount, measure: Any, span: Span) -> tuple[str, str]:
        """FTE says how many full-time jobs there were, or how many years of work: a year has four quarters."""
        days = (span.end - span.start).days + 1
        months = (span.end.year - span.start.year) * 12 + span.end.month - span.start.month + 1
        whole = span.start.day == 1 and days > 27
        part = Decimal(months) / 12 if whole else Decimal(days) / DAYS_OF_YEAR
        decimals = self.reading.register.units[measure.owner, measure.unit].decimals
        exact = Decimal(found.number) * part
        years = plain_number(exact.quantize(Decimal(1).scaleb(-int(decimals)), ROUND_HALF_UP))
        choices = (
            Choice("jobs", f"full-time jobs for the whole period: {found.number} are {years} full-time years"),
            Choice("years", f"full-time years already: {found.number}"),
            Choice(LEAVE_OUT, "leave the rows out"),
        )
        words = f"{self.cell} is {shown(found.number)} FTE. {measure.measure} ({measure.name}) counts full-time years."
        answer = self._ask(Question("fte", words, choices, kept=True))
        if answer == LEAVE_OUT:
            raise Left(f"FTE, for {measure.measure}")
        if answer == "years":
            return found.number, "full-time years"
        time = f"{months} months / 12" if whole else f"{days} days / {DAYS_OF_YEAR}"
        self.reading.now.fields["derivation"] = f"{found.number} full-time jobs × {time}."
        return years, f"{found.number} × {time}"

    def _other_unit(self, found: Amount, word: str, measure: Any, name: str) -> tuple[str, str]:
        choices = (
            Choice("right", f"the figures are in {name} all the same"),
            Choice("other-figures", f"I know the figures in {name}, and type them"),
            Choice(LEAVE_OUT, "leave the rows out"),
        )
        register = self.reading.register
        meant = unit_meant(word, register, measure.owner)
        fitting = [m.measure for m in register.measures.values() if meant and m.owner == measure.owner
                   and m.unit in meant.codes and m.theme == measure.theme and not m.retired_on]  # fmt: skip
        more = [f"Measures of its theme in that unit: {', '.join(fitting[:6])}. Answer the measure with one of them."]
        more = [*(more if fitting else ()), *footnotes(self.reading.table.sheet, word)]
        words = f'{self.cell} is in "{shown(word)}". {measure.measure} ({measure.name}) is counted in {name}.'
        key = f"unit:{measure.measure}-{_key_of(word)}"
        answer = self._ask(Question(key, words, choices, kept=True, more=more))
        if answer == LEAVE_OUT:
            raise Left(f"in {shown(word)}, not in {name}")
        if answer == "other-figures":
            typed = self._typed(found.number, f"is in {shown(word)}; {measure.measure} is counted in {name}")
            return typed.number, f"{name}, as answered"
        return found.number, f"{name}, as answered"

    def _people(self, measure: Any, number: str) -> None:
        table, entry = self.reading.table, self.reading.now
        text = table.text(self.row, "headcount")
        if text:
            column = table.of("headcount")[0]
            at = (self.row, column.number)
            read = amount(text)
            whole = read.number if not read.absent and read.number.isdigit() else ""
            if not whole and not read.absent:
                before = f'"{shown(text)}" is no number of people. '
                whole = self._ask(of_cell(self.key, self.cell, measure, typed_whole, before))
            if whole and whole != LEAVE_OUT:
                entry.fields["headcount"] = whole
                entry.places["headcount"] = at
                if whole != text:
                    self.reading.change(at, text, whole, "people")
        elif measure.needs_headcount and number not in ("", "0"):
            if settled_for_all(measure, self.reading.answers):
                return
            question = of_cell(self.key, self.cell, measure, typed_whole)
            self.reading.gathered.uncounted[question.key] = measure
            answer = self._ask(question)
            if answer != LATER:
                entry.fields["headcount"] = answer


def _key_of(word: str) -> str:
    """The words for a unit in the key of a question: its letters, and each sign by its name or its number."""
    spelt = "".join(c if c.isalnum() or c.isspace() else SIGNS.get(c, f" sign {ord(c)} ") for c in word)
    return name_meant(spelt) if name_meant(word) != name_meant(spelt) or not word.isascii() else name_meant(word)
