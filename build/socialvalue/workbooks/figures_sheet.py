"""The sheet Your figures: a row for each promised measure, then free ones. One heading row, no merged cells, so that a
screen reader and a CSV have it as the table that it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from socialvalue.workbooks import layout
from socialvalue.workbooks.contents import Contents, Figure
from socialvalue.workbooks.looks import MAY, Looks
from socialvalue.workbooks.lookup import EMPTY, READY, SELF_REPORTED, known, last_row, look_here, looked_at
from socialvalue.workbooks.start_sheet import Places

PLACE = {column.heading: at for at, column in enumerate(layout.FIGURES_COLUMNS)}
FIELD = {column.field: at for at, column in enumerate(layout.FIGURES_COLUMNS) if column.field}
TOLD = {"What counts": ("what_counts", "locked_small"), "Unit": ("unit", "locked"),
        "What does not count": ("what_does_not", "locked_small"), "Code": ("code", "locked")}  # fmt: skip
"""What the workbook tells of a row's measure, and how it looks."""
UNKNOWN = "choose a measure of the list"
TYPED = {"quantity": "number", "headcount": "whole", "public_note": "typed", "local_definition": "typed",
         "part_of": "typed", "evidence": "typed"}  # fmt: skip
"""How cells look that are more than a choice from a list. Excel changes nothing that is typed in a text cell."""
TALL, LOW = 50, 26


@dataclass
class _Rows:
    sheet: Worksheet
    looks: Looks
    contents: Contents
    every: dict[str, str]

    def write(self, at: int, figure: Figure | None) -> None:
        """Write a row, counted from 0; `figure` is None for a free one."""
        row, count, sheet = at + 1, len(self.contents.measures), self.sheet
        sheet.set_row(at, TALL if figure else LOW)
        sheet.write(at, 0, at, self.looks.given(at))
        promised = figure is not None and figure in self.contents.figures
        sheet.write(
            at, 1, figure.measure.name if figure else "", self.looks["locked_name" if promised else "chosen_name"]
        )
        given = figure.measure if figure else None
        for heading, (what, look) in TOLD.items():
            otherwise = f'"{UNKNOWN}"' if heading == "Unit" else '""'
            formula = f'=IF($B{row}="","",IFERROR({known(what, row, count)}&"",{otherwise}))'
            sheet.write_formula(at, PLACE[heading], formula, self.looks[look], getattr(given, what) if given else "")
        said = looked_at(figure, "") if figure else ""
        sheet.write_formula(at, PLACE["Look here"], look_here(row, count, self.every), self.looks["look_here"], said)
        self._typed(at, figure)
        self._beside(at, figure)

    def _typed(self, at: int, figure: Figure | None) -> None:
        for name, column in FIELD.items():
            if name != "measure":
                value = figure.given.get(name, "") if figure else ""
                self.sheet.write(at, column, value, self.looks[TYPED.get(name, "chosen")])

    def _beside(self, at: int, figure: Figure | None) -> None:
        """Target, last period and the sum so far, with what is typed."""
        row, number = at + 1, self.looks["locked_number"]
        target, last, so_far = (PLACE[heading] for heading in ("Target", "Last\nperiod", "So far, with\nthis period"))
        if figure is None:
            self.sheet.write(at, target, "", number)
            self.sheet.write(at, last, "", number)
            self.sheet.write_formula(at, so_far, f'=IF(ISNUMBER($D{row}),$D{row},"")', number, "")
            return
        self.sheet.write(at, target, figure.target, self.looks.given(figure.target, figure.bound))
        self.sheet.write(at, last, figure.last, self.looks.given(figure.last))
        if figure.measure.adds_up != "flow":
            self.sheet.write(at, so_far, "not added up", self.looks["locked"])
        elif isinstance(figure.so_far, str):
            self.sheet.write(at, so_far, figure.so_far, number)
        else:
            before, typed = figure.so_far, figure.given.get("quantity", "")
            result = before + typed if isinstance(typed, Decimal) else before
            formula = f"=IF(ISNUMBER($D{row}),{before:f}+$D{row},{before:f})"
            self.sheet.write_formula(at, so_far, formula, number, result)


def write_figures(book: Workbook, sheet: Worksheet, looks: Looks, contents: Contents, places: Places) -> None:
    """Write the sheet."""
    sheet.hide_gridlines(2)
    for at, column in enumerate(layout.FIGURES_COLUMNS):
        sheet.set_column(at, at, column.width)
        sheet.write(0, at, column.heading, looks["fill_in" if column.typed else "fills_itself"])
    sheet.set_row(0, 36)
    sheet.freeze_panes(1, 2)
    every = {mark: f"'{layout.START}'!${cell[0]}${cell[1:]}" for mark, cell in places.items()}
    table = _Rows(sheet, looks, contents, every)
    figures: list[Figure | None] = [*contents.figures, *[None] * layout.FREE_ROWS]
    for at, figure in enumerate(figures, start=1):
        table.write(at, figure)
    _rules(sheet, contents)
    _conditions(sheet, looks, contents, every)
    _print(sheet, contents)
    end = last_row(contents)
    sheet.set_selection(1, FIELD["quantity"], 1, FIELD["quantity"])
    sheet.protect("", MAY)
    book.define_name("osv_figures", f"='{layout.FIGURES}'!$A$1:$U${end}")


def _rules(sheet: Worksheet, contents: Contents) -> None:
    """What may be typed, with a sentence for what may not. Pasting passes by it: import reads that all the same."""
    last = last_row(contents) - 1
    for name, rule in RULES.items():
        first = 1 + len(contents.figures) if name == "measure" else 1
        sheet.data_validation(first, FIELD[name], last, FIELD[name], dict(rule))


def _list(name: str, title: str, message: str, wrong: str = "", must: bool = False) -> Mapping[str, Any]:
    """A list; another text is told of, and refused only where it `must` be of the list."""
    return {
        "validate": "list", "source": f"={layout.NAMES[name]}", "input_title": title, "input_message": message,
        "error_type": "stop" if must else "information", "error_title": "Not in the list",
        "error_message": wrong or "We will ask about it.",
    }  # fmt: skip


RULES: Mapping[str, Mapping[str, Any]] = {
    "measure": _list("measures", "Another measure", "Choose it by its name. The sheet “What counts” lists them all.",
                     "Choose a name of the list. Look in “What counts” if you are not sure.", must=True),
    "quantity": {
        "validate": "decimal", "criteria": ">=", "value": 0, "input_title": "This period alone",
        "input_message": "Digits and at most one full stop, as in 1200 or 12.5. No £, no unit, no total since the "
        "start. 0 means none. Empty means not sent.", "error_title": "Not a plain number",
        "error_message": "Write digits and at most one full stop, as in 1200 or 12.5. Is the figure in another "
        "unit? Then it may belong to another measure.",
    },
    "headcount": {
        "validate": "integer", "criteria": ">=", "value": 0, "input_title": "How many people",
        "input_message": "Only where the cell is yellow. Whole people, not full-time equivalents.",
        "error_title": "Not a whole number", "error_message": "Count people, not jobs: digits alone, as in 12.",
    },
    "area": _list("areas", "Where", "The district, by name. Only if it differs from “For every row”."),
    "organisation": _list("organisations", "Who did it", "Not in the list? Type its name: we’ll ask."),
    "tier": _list("tiers", "Their part", "The part of that organisation in this contract."),
    "status": _list("statuses", "How sure", "We say so ourselves; a document shows it; or somebody else checked it.",
                    "Choose one of the three.", must=True),
    "evidence": _list("documents", "Evidence", "Name the document in the sheet Evidence first, then choose it here.",
                      "Put its title into the sheet Evidence first.", must=True),
    "public_note": {"validate": "any", "input_title": "Note for readers",
                    "input_message": "What a reader should know. No names of people."},
    "bound": _list("bounds", "Exact?", "Empty means an exact count.", "Choose one of the list.", must=True),
    "local_definition": {
        "validate": "any", "input_title": "What local means",
        "input_message": "Only for a local measure: a distance, a postcode district, a list of districts.",
    },
    "part_of": {
        "validate": "any", "input_title": "Part of another row",
        "input_message": "If this figure is inside another row’s, write that row’s number. It is then counted once.",
    },
}  # fmt: skip


def _conditions(sheet: Worksheet, looks: Looks, contents: Contents, every: Mapping[str, str]) -> None:
    """What lights up: always beside words in Look here that say the same."""
    end, count, status = last_row(contents), len(contents.measures), every["status"]
    people, local = (f'IFERROR({known(what, 2, count)},"no")' for what in ("people", "local"))
    for column, formula, look in (
        ("J", f'=AND($B2<>"",{people}="yes",$J2="")', "ask"),
        ("J", f'=AND($B2<>"",{people}<>"yes")', "not_asked"),
        ("S", f'=AND($B2<>"",$S2="",{local}="yes")', "ask"),
        ("O", f'=AND($N2&{status}<>"",IF($N2="",{status},$N2)<>"{SELF_REPORTED}",$D2<>"",$O2="")', "ask"),
        ("N", f'=AND($D2<>"",$N2="",{status}="")', "ask"),
        ("D", "=AND(ISNUMBER($D2),$D2=INT($D2))", "whole_number"),
        ("I", "=AND(ISNUMBER($I2),$I2=INT($I2))", "whole_number"),
        ("D", '=AND($D2<>"",NOT(ISNUMBER($D2)))', "ask_wrong"),
        ("F", f'=LEFT($F2,5)="{EMPTY[:5]}"', "empty"),
        ("F", f'=$F2="{READY}"', "ready"),
        ("F", f'=AND($F2<>"",$F2<>"{READY}",LEFT($F2,5)<>"{EMPTY[:5]}")', "wrong"),
    ):  # fmt: skip
        sheet.conditional_format(
            f"{column}2:{column}{end}", {"type": "formula", "criteria": formula, "format": looks[look]}
        )


def _print(sheet: Worksheet, contents: Contents) -> None:
    sheet.set_landscape()
    sheet.repeat_rows(0)
    sheet.repeat_columns(0, 1)
    sheet.print_area(0, 0, last_row(contents) - 1, len(layout.FIGURES_COLUMNS) - 1)
    sheet.set_print_scale(66)
    sheet.set_v_pagebreaks([PLACE["People\nbehind it"], PLACE["What does not count"]])
    sheet.set_margins(0.4, 0.4, 0.6, 0.6)
    sheet.set_header(f"&L{contents.name.replace('&', '&&')}, {contents.span.words}")
