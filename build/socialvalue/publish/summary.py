"""The totals for a terminal: a table of what everything is worth, or every total as CSV or JSON."""

import json
from collections.abc import Iterator, Sequence

import pandas as pd

from socialvalue.publish import words
from socialvalue.publish.csv_file import csv_file, pounds_decimal
from socialvalue.records import KINDS, NO_MATCH, STATUSES, Valuation, rows

MONEY = ("gross", "deducted", "net", "real", "low", "high")
HEADER = ("dimension", "member", "kind", "status", "lines", *(f"{name}_gbp" for name in MONEY))


def suppositions(valuation: Valuation, framework: str, unit_values: str) -> list[str]:
    """What these figures suppose besides what was signed; and what they leave out because of it."""
    notes = []
    if framework:
        edition = valuation.checked.editions.get(framework, "")
        at = f", edition {edition} where it was signed under another" if edition else ""
        notes.append(f"Everything is valued under {framework}{at}.")
    if unit_values:
        notes.append(f"The unit values of {unit_values} stand in place of the framework’s own.")
    if notes:
        notes.append("These are not the published figures. Nothing was written.")
    lost = valuation.unvalued.loc[valuation.unvalued["reason"] == NO_MATCH, "words"]
    if len(lost):
        notes.append(f"{len(lost):,} {'line or target' if len(lost) == 1 else 'lines and targets'} cannot be matched:")
        notes.extend(f"  {why} ({count:,})" for why, count in lost.value_counts().sort_index().items())
    return notes


def summary(valuation: Valuation, form: str, notes: Sequence[str] = ()) -> str:
    """The totals as `form`: table (of all lines), csv or json (by every dimension). Notes come first, but for csv."""
    if form == "table":
        return "\n".join([*notes, *([""] if notes else []), *_table(valuation)])
    cells = [_cells(row) for row in rows(valuation.totals)]
    if form == "csv":
        return csv_file(HEADER, cells).decode().replace("\r\n", "\n").rstrip("\n")
    settings = valuation.checked.settings
    found = {
        **({"notes": list(notes)} if notes else {}),
        "real_year": settings.real_year,
        "deflator_vintage": settings.deflator_vintage,
        "totals": [dict(zip(HEADER, row, strict=True)) for row in cells],
    }
    return json.dumps(found, indent=1, ensure_ascii=False)


def _cells(row: object) -> list[str]:
    money = [getattr(row, name) for name in MONEY]
    said = ["" if pd.isna(amount) else pounds_decimal(int(amount)) for amount in money]
    return [*(str(getattr(row, name)) for name in HEADER[:5]), *said]


def _table(valuation: Valuation) -> Iterator[str]:
    totals = valuation.totals[valuation.totals["dimension"] == "all"]
    settings = valuation.checked.settings
    found = {(row.kind, row.status): row for row in rows(totals)}
    yield f"{'kind':<15}{'status':<15}{'lines':>8}{'gross':>20}{'net':>20}{f'net, {settings.real_year} prices':>24}"
    for kind in KINDS:
        for status in STATUSES:
            row = found.get((kind, status))
            if row is not None:
                money = [words.pounds_exact(int(row.gross)), words.pounds_exact(int(row.net))]
                real = words.pounds_exact(int(row.real))
                yield f"{kind:<15}{status:<15}{row.lines:>8,}{money[0]:>20}{money[1]:>20}{real:>24}"
    without = len(valuation.unvalued)
    yield ""
    yield "Kinds of value are never added to each other. Local stands apart: most of it would be spent anyway."
    yield f"Gross and net are in the prices of the year of delivery; GDP deflators of {settings.deflator_vintage}."
    yield f"{without:,} lines and targets add no £ to these totals. See why: socialvalue explain RETURN"
