"""Turn totals since the start into the figures of each period, when whoever sends them says that they are totals."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal

from socialvalue.intake.amounts import plain_number
from socialvalue.intake.entry import Change, Entry, Gathered, LeftOut
from socialvalue.intake.questions import Choice, Question
from socialvalue.intake.workbook import shown

Earlier = Mapping[tuple[str, str], Sequence[tuple[str, Decimal]]]
"""What stands in returns: by project and measure, each period's last day and quantity."""

PROJECT, YEAR = "yes", "year"
CHOICES = (
    Choice(PROJECT, "yes: since the project began"),
    Choice(YEAR, "yes: since April, anew each financial year"),
    Choice("no", "no: of each period alone"),
)
LONG = 80
PERIODS, SERIES = 3, 2
"""So many periods of so many series have to rise, before figures look like totals: chance would not do it often."""


def totals_question(heading: str, said: tuple[str, str] | None = None) -> Question:
    """Whether the figures are totals so far; `said` is where that is said beside their heading, and how."""
    before = f"{said[0]} says “{shown(said[1], LONG)}”. " if said else ""
    return _asked(
        f"{before}Are the figures under {heading} totals so far, so that earlier periods are to be taken off?"
    )


def _asked(words: str, more: Sequence[str] = ()) -> Question:
    return Question("running-totals", words, CHOICES, kept=True, more=more)


def seeming_totals(sheet: str) -> Question:
    """The same, where no heading says so and the figures look like it."""
    words = f"In {sheet} no figure falls from one period to the next. Are they totals so far?"
    return _asked(
        words, ("If they are, what earlier periods hold is taken off. If they are not, they stay as they are.",)
    )


def never_fall(gathered: Gathered) -> bool:
    """Whether of several series of figures, each of some periods, none ever falls and each rises."""
    long = [entries for entries in _series(gathered).values() if len(entries) >= PERIODS]
    figures = [[Decimal(entry.fields["quantity"]) for entry in entries] for entries in long]
    return len(long) >= SERIES and all(of == sorted(of) and of[0] < of[-1] for of in figures)


def into_periods(gathered: Gathered, earlier: Earlier, since: str) -> None:
    """Take off each total what came before: the total before it in the file, or what earlier returns hold.

    `since` says whether totals began with the project (yes) or begin anew each April (year).
    A total below the one before it is left out: nobody can deliver less than nothing.
    """
    for (project, measure, *_), entries in _series(gathered).items():
        year, before = None, Decimal(0)
        for entry in entries:
            start = entry.fields["start"]
            begins = _april(start) if since == YEAR else ""
            if begins != year:
                earlier_totals = earlier.get((project, measure), ())
                year, before = begins, sum((many for end, many in earlier_totals if begins <= end < start), Decimal(0))
            total = Decimal(entry.fields["quantity"])
            _take_off(gathered, entry, total, before)
            before = total


def _series(gathered: Gathered) -> Mapping[tuple[str, ...], list[Entry]]:
    """The figures of the same thing, by their periods."""
    series: defaultdict[tuple[str, ...], list[Entry]] = defaultdict(list)
    for entry in sorted(gathered.entries, key=lambda entry: entry.fields["start"]):
        where = (entry.fields.get("area", ""), entry.fields.get("organisation", ""))
        series[entry.fields["project"], entry.fields["measure"], *where].append(entry)
    return series


def _april(day: str) -> str:
    """The first day of the financial year that a day is in."""
    year, month = int(day[:4]), int(day[5:7])
    return f"{year if month > 3 else year - 1}-04-01"


def _take_off(gathered: Gathered, entry: Entry, total: Decimal, before: Decimal) -> None:
    if total < before:
        why = f"a total of {plain_number(total)}, below the {plain_number(before)} before it"
        gathered.left_out.append(LeftOut(entry.sheet, entry.at, entry.fields["quantity"], why))
        gathered.entries.remove(entry)
        return
    alone = plain_number(total - before)
    if before:
        was = entry.fields["quantity"]
        entry.changes.append(Change(entry.sheet, entry.at, was, alone, f"a total so far, less {plain_number(before)}"))
    entry.fields["quantity"] = alone
