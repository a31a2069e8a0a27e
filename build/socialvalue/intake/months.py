"""Figures by month: whether each month is a return of its own, or the months add up to that of a quarter or a year."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from socialvalue.domain.bounds import MORE_OR_LESS, joint
from socialvalue.domain.spans import Span, months
from socialvalue.intake.amounts import plain_number, typed_whole
from socialvalue.intake.entry import Change, Entry, Gathered, LeftOut
from socialvalue.intake.head_counts import LATER, of_cell
from socialvalue.intake.questions import LEAVE_OUT, Answers, Choice, Question
from socialvalue.intake.register import Register
from socialvalue.intake.workbook import place
from socialvalue.records.naming import name_meant

APART = "apart"
SIZES = {"quarters": (3, 1), "financial-years": (12, 4), "calendar-years": (12, 1)}
"""How months may be put together: how many, and the month that the first year begins with."""
SAME = ("project", "measure", "unit", "area", "organisation", "tier", "status", "local_definition", "part_of")
"""What has to agree in the months of one line."""
Key = tuple[str, ...]


def months_settled(gathered: Gathered, register: Register, answers: Answers, monthly: Callable[[str], bool]) -> None:
    """Ask once what months are, and add them up where that is the answer. `monthly` says of a project whether it is
    known to report by month."""
    entries = [entry for entry in gathered.entries if not entry.numbered and _month(entry)]
    projects = Counter(project for project, _ in {(entry.fields["project"], _month(entry)) for entry in entries})
    several = [project for project, count in projects.items() if count > 1]
    if not several:
        return
    answer = answers.to(_question([each for entry in entries if (each := _month(entry))], all(map(monthly, several))))
    if answer in SIZES:
        Sums(gathered, register, answers, *SIZES[answer]).write(entries)


def _month(entry: Entry) -> Span | None:
    """The month of a figure; None for one of other days."""
    start, end = date.fromisoformat(entry.fields["start"]), date.fromisoformat(entry.fields["end"])
    month = months(start.year, start.month, 1)
    return month if month == Span(start, end) else None


def _around(month: Span, size: int, first: int) -> Span:
    """The quarter or the year that a month lies in."""
    ahead = month.start.year * 12 + month.start.month - first
    begins = ahead // size * size + first - 1
    return months(begins // 12, begins % 12 + 1, size)


def _question(found: Sequence[Span], monthly: bool) -> Question:
    once = sorted(set(found))
    choices = [Choice(APART, f"each stands alone: {len(once)} returns for each project, one a month")]
    for name, (size, first) in SIZES.items():
        counts = Counter(_around(month, size, first) for month in once)
        if max(counts.values()) > 1:
            spans = [f"{span.words} ({count} of its {size} months)" for span, count in sorted(counts.items())]
            choices.append(Choice(name, f"they add up to {'; '.join(spans)}"))
    words = f"The figures are by month, from {once[0].start:%B %Y} to {once[-1].start:%B %Y}. What is a return?"
    more = ("A month that has no figure adds nothing. What can’t be added over time is asked about.",)
    return Question("months", words, choices, APART if monthly else "", kept=True, more=more)


@dataclass
class Sums:
    """Puts months together into the quarters or years that they lie in."""

    gathered: Gathered
    register: Register
    answers: Answers
    size: int
    first: int

    def write(self, entries: Sequence[Entry]) -> None:
        """Put one line in the place of the first of its months."""
        ours = set(map(id, entries))
        others = [entry for entry in self.gathered.entries if id(entry) not in ours]
        totals = {(_same(entry), _span(entry)): entry for entry in others}
        made: list[Entry] = []
        for (same, span, _), mine in self._together(entries).items():
            total = totals.get((same, span))
            line = self._beside(total, mine, span) if total else self._one(mine, span)
            made += [line] if line is not None else []
            if total is not None and line is not None:
                others = [entry for entry in others if entry is not total]
        self.gathered.entries[:] = [*others, *made]

    def _together(self, entries: Sequence[Entry]) -> Mapping[tuple[Key, Span, int], list[Entry]]:
        """The months of each line. Of two figures of one month the second is of another line, as in the file."""
        found: defaultdict[tuple[Key, Span, int], list[Entry]] = defaultdict(list)
        seen: Counter[tuple[Key, Span]] = Counter()
        for entry in sorted(entries, key=lambda entry: entry.fields["start"]):
            same, month = _same(entry), _span(entry)
            found[same, _around(month, self.size, self.first), seen[same, month]].append(entry)
            seen[same, month] += 1
        return found

    def _beside(self, total: Entry, mine: Sequence[Entry], span: Span) -> Entry | None:
        """What becomes of months that have their total in the file: None where the total stands."""
        if sum(map(_figure, mine)) != _figure(total):
            words = (
                f"{total.fields['measure']}: the months come to {plain_number(sum(map(_figure, mine), Decimal(0)))}, "
                f"and {_cell(total)} says {total.fields['quantity']} for {span.words}. Which is meant?"
            )
            choices = (Choice("total", f"what {_cell(total)} says"), Choice("months", "the sum of the months"))
            if self.answers.to(Question(f"total:{name_meant(_cell(total))}", words, choices)) == "months":
                self._leave([total], f"the months of {span.words} are added up instead")
                return self._one(mine, span)
        self._leave(mine, f"in the figure for {span.words} ({_cell(total)})")
        return None

    def _one(self, mine: Sequence[Entry], span: Span) -> Entry | None:
        """One line of some months: their sum, or the last of them where they can't be added."""
        last = mine[-1]
        measure = self.register.measures[self.register.framework(last.fields["project"]), last.fields["measure"]]
        days = {"start": span.start.isoformat(), "end": span.end.isoformat()}
        if measure.adds_up == "flow" and measure.unit != "percent":
            return self._sum(mine, span, measure, days)
        words = (
            f"{measure.measure} ({measure.name}) can’t be added up over time. Is the figure of {span.words} that of "
            f"{_span(last).start:%B %Y}, {last.fields['quantity']}?"
        )
        choices = (Choice("last", "yes: the last month’s of each return"), Choice(LEAVE_OUT, "no: leave the rows out"))
        answer = self.answers.to(Question(f"last-month:{measure.measure}", words, choices, kept=True))
        self._leave(mine if answer == LEAVE_OUT else mine[:-1], "can’t be added up over time")
        return replace(last, fields={**last.fields, **days}) if answer == "last" else None

    def _sum(self, mine: Sequence[Entry], span: Span, measure: Any, days: Mapping[str, str]) -> Entry:
        quantity = plain_number(sum(map(_figure, mine), Decimal(0)))
        fields = {**mine[-1].fields, **days, "quantity": quantity}
        bound = joint(entry.fields.get("bound", "") for entry in mine)
        fields["bound"] = "about" if bound == MORE_OR_LESS else bound
        fields["headcount"] = self._people(mine, measure)
        fields["public_note"] = _joined(mine, "public_note")
        by_month = "; ".join(f"{_span(entry).start:%B %Y}: {entry.fields['quantity']}" for entry in mine)
        fields["derivation"] = f"{_joined(mine, 'derivation')} {by_month}.".strip()
        why = f"{' + '.join(entry.fields['quantity'] for entry in mine)}: {len(mine)} of {self.size} months"
        changes = [
            each for entry in mine
            for each in (*entry.changes, Change(entry.sheet, entry.at, entry.fields["quantity"], quantity, why))
        ]  # fmt: skip
        documented = [entry for entry in mine if entry.document]
        for entry in documented[1:]:
            if entry.document["title"] != documented[0].document["title"]:
                at = entry.places.get("evidence", entry.at)
                said = "a line names one document, and this is a second one"
                self.gathered.left_out.append(LeftOut(entry.sheet, at, entry.document["title"], said))
        document = documented[0].document if documented else {}
        return replace(mine[-1], fields={k: v for k, v in fields.items() if v}, changes=changes, document=document)

    def _people(self, mine: Sequence[Entry], measure: Any) -> str:
        """How many people stand behind a sum: whoever comes in two months counts once, so nobody here can add them."""
        said = [entry.fields.get("headcount", "") for entry in mine]
        if len(set(said)) == 1:
            return said[0]
        by_month = ", ".join(text or "not said" for text in said)
        before = f"By month they are {by_month}, and whoever comes in two months counts once. "
        cells = f"{_cell(mine[0])} to {place(*mine[-1].at)}"
        answer = self.answers.to(of_cell(name_meant(cells), cells, measure, typed_whole, before))
        return "" if answer == LATER else answer

    def _leave(self, mine: Sequence[Entry], why: str) -> None:
        self.gathered.left_out += [LeftOut(each.sheet, each.at, each.fields["quantity"], why) for each in mine]


def _same(entry: Entry) -> Key:
    return tuple(entry.fields.get(name, "") for name in SAME)


def _span(entry: Entry) -> Span:
    return Span(*(date.fromisoformat(entry.fields[name]) for name in ("start", "end")))


def _figure(entry: Entry) -> Decimal:
    return Decimal(entry.fields["quantity"])


def _cell(entry: Entry) -> str:
    return f"{entry.sheet}!{place(*entry.at)}"


def _joined(mine: Sequence[Entry], name: str) -> str:
    return " ".join(dict.fromkeys(text for entry in mine if (text := entry.fields.get(name, ""))))
