"""The measures of a framework as a workbook tells of them."""

from dataclasses import dataclass

from socialvalue.records import LEAST_PEOPLE, Checked, rows


@dataclass(frozen=True)
class Measure:
    """A measure as the workbook tells of it. Yes and no are words, as the cells of its sheets hold them."""

    code: str
    name: str
    theme: str
    unit: str
    what_counts: str
    what_does_not: str
    others: str
    people: str
    """Whether the people behind a figure have to be counted."""
    least: int
    """How many people it takes until a figure is shown; 0 where it tells of nobody."""
    local: str
    narrative: str
    adds_up: str


def measures_of(checked: Checked, framework: str) -> list[Measure]:
    """The measures of a framework that are in use, by theme and name."""
    of = {name: checked.tables[name] for name in ("measures", "units", "themes")}
    mine = {name: list(rows(table[table["owner"] == framework])) for name, table in of.items()}
    units = {row.unit: row.many for row in mine["units"]}
    themes = {row.theme: row for row in mine["themes"]}
    live = [row for row in mine["measures"] if not row.retired_on]
    live.sort(key=lambda row: (int(themes[row.theme].order), row.name.casefold()))
    return [
        Measure(
            code=row.measure,
            name=row.name,
            theme=themes[row.theme].name,
            unit=units.get(row.unit, row.unit),
            what_counts=row.what_counts,
            what_does_not=row.what_does_not,
            others=row.how_others_do_it,
            people="yes" if row.needs_headcount else "no",
            least=LEAST_PEOPLE.get(row.sensitivity, 0),
            local="yes" if row.local else "no",
            narrative="yes" if row.needs_narrative else "no",
            adds_up=row.adds_up,
        )
        for row in live
    ]
