"""Turn totals since the start into the figures of each period, when whoever sends them says that they are totals."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal

from socialvalue.intake.amounts import plain_number
from socialvalue.intake.entry import Change, Entry, Gathered, LeftOut
from socialvalue.intake.questions import Question, yes_or_no

Earlier = Mapping[tuple[str, str], Sequence[tuple[str, Decimal]]]
"""What stands in returns: by project and measure, each period's last day and quantity."""


def totals_question(heading: str) -> Question:
    """Whether the figures are totals so far."""
    words = f"Are the figures under {heading} totals since the start, so that earlier periods are to be taken off?"
    return yes_or_no("running-totals", words, kept=True)


def into_periods(gathered: Gathered, earlier: Earlier) -> None:
    """Take off each total what came before: the total before it in the file, or what earlier returns hold.

    A total below the one before it is left out: nobody can deliver less than nothing.
    """
    series: defaultdict[tuple[str, ...], list[Entry]] = defaultdict(list)
    for entry in gathered.entries:
        where = (entry.fields.get("area", ""), entry.fields.get("organisation", ""))
        series[entry.fields["project"], entry.fields["measure"], *where].append(entry)
    for (project, measure, *_), entries in series.items():
        entries.sort(key=lambda entry: entry.fields["start"])
        first = entries[0].fields["start"]
        before = sum((many for end, many in earlier.get((project, measure), ()) if end < first), Decimal(0))
        for entry in entries:
            total = Decimal(entry.fields["quantity"])
            _take_off(gathered, entry, total, before)
            before = total


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
