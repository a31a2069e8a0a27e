"""The totals for a terminal: a table of what everything is worth, or every total as CSV or JSON."""

import json
from collections.abc import Iterator, Sequence
from itertools import product
from typing import Any

import pandas as pd

from socialvalue.publish.downloads.published_tables import cells
from socialvalue.publish.formats.csv_file import csv_file
from socialvalue.publish.site import Site
from socialvalue.publish.words import figures
from socialvalue.publish.words.reasons import no_value
from socialvalue.records import KINDS, STATUSES, NoValue, Valuation, rows


def suppositions(valuation: Valuation, framework: str, unit_values: str) -> list[str]:
    """What these figures suppose besides what was signed; and what they leave out because of it."""
    notes = []
    if framework:
        edition = valuation.checked.editions.get(framework, "")
        at = f", edition {edition} where it was signed under another" if edition else ""
        notes.append(f"Everything is valued under {framework}{at}.")
    if unit_values:
        notes.append(f"The unit values of {unit_values} alone are used: what has none there has no £.")
        notes.append("Deductions, prices and quantities are those of the repository.")
    if notes:
        notes.append("These are not the published figures. Nothing was written.")
    used = sorted(valuation.checked.withheld & {*valuation.values["framework"], framework})
    if used:
        notes.append(f"{', '.join(used)} is not to be published: keep these figures on this machine.")
    unmatched = valuation.unvalued.loc[valuation.unvalued["reason"] == NoValue.NO_MATCH, "facts"]
    lost = unmatched.map(lambda facts: no_value(NoValue.NO_MATCH, facts))
    if len(lost):
        notes.append(f"{len(lost):,} {'line or target' if len(lost) == 1 else 'lines and targets'} cannot be matched:")
        notes.extend(f"  {why} ({count:,})" for why, count in lost.value_counts().sort_index().items())
    return notes


def summary(valuation: Valuation, form: str, notes: Sequence[str] = ()) -> str:
    """The totals as `form`: table (of all lines), csv or json (by every dimension). Notes come first, but for csv.

    Every total has the columns of the download totals.csv.
    """
    if form == "table":
        return "\n".join([*notes, *([""] if notes else []), *_table(valuation)])
    site = Site(valuation)
    totals = cells(site, "totals")
    if form == "csv":
        return csv_file(list(totals.columns), totals.to_numpy().tolist()).decode().replace("\r\n", "\n").rstrip("\n")
    found = {
        **({"notes": list(notes)} if notes else {}),
        "real_year": site.settings.real_year,
        "deflator_vintage": site.vintage,
        "totals": totals.to_dict("records"),
    }
    return json.dumps(found, indent=1, ensure_ascii=False)


def _table(valuation: Valuation) -> Iterator[str]:
    totals = valuation.totals[valuation.totals["dimension"] == "all"]
    site = Site(valuation)
    every = {(row.kind, row.status): row for row in rows(totals)}
    found = [every[cell] for cell in product(KINDS, STATUSES) if cell in every]
    real = f"net, {site.settings.real_year} prices"
    yield f"{'kind':<15}{'status':<15}{'lines':>8}{'gross':>28}{'net':>28}{real:>28}"
    for row in found:
        amounts = (figures.pounds_exact(int(amount)) for amount in (row.gross, row.net, row.real))
        gross, net, real = (figures.bounded(amount, row.bound) for amount in amounts)
        yield f"{row.kind:<15}{row.status:<15}{row.lines:>8,}{gross:>28}{net:>28}{real:>28}"
    ranged = [row for row in found if not (pd.isna(row.low) and pd.isna(row.high))]
    if ranged:
        yield "\nNet where sources give a range: from its low ends to its high ends."
    for row in ranged:
        yield f"{row.kind:<15}{row.status:<15}{_reach(row.low, row.high, row.bound):>64}"
    yield ""
    yield "Kinds of value are never added to each other. Local stands apart: most of it would be spent anyway."
    yield f"Gross and net are in the prices of the year of delivery; GDP deflators of {site.vintage}."
    hidden = len(valuation.suppressed)
    if hidden:
        stand = "line is hidden" if hidden == 1 else "lines are hidden"
        yield f"{hidden:,} {stand}, so that nobody can be recognised, and in no total."
    without = len(valuation.unvalued)
    adds = "line or target adds" if without == 1 else "lines and targets add"
    yield f"{without:,} {adds} no £ to these totals. See why: socialvalue explain RETURN"


def _reach(low: Any, high: Any, bound: str) -> str:
    """A range in pence; where a line of the sum has one end alone, nobody knows the other."""
    first, last = (
        "" if pd.isna(end) else figures.bounded(figures.pounds_exact(int(end)), bound) for end in (low, high)
    )
    if not last:
        return f"from {first}; no upper end is known"
    return f"{first} to {last}" if first else f"to {last}; no lower end is known"
