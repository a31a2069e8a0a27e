"""The sheet Start here: what the workbook is for, what to do, what holds for every row, the two declarations."""

import struct
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from xlsxwriter.worksheet import Worksheet

from socialvalue.workbooks import layout
from socialvalue.workbooks.contents import Contents
from socialvalue.workbooks.looks import MAY, Looks
from socialvalue.workbooks.lookup import EMPTY, READY, last_row, looked_at

STEPS = (
    ("Your figures", 50, "A row for each measure that this project promised. Fill in the white cells, for this period "
     "alone and not since the start. Nothing delivered? Write 0. Nothing to say? Leave the cell empty: the row isn’t "
     "sent."),
    ("More measures", 34, "Below the promised ones, choose any other measure by its name. Type a few letters in the "
     "cell, or open the list."),
    ("Evidence", 34, "Name each document that shows a figure. Don’t put the document in. No names of people, no e-mail "
     "addresses, no phone numbers."),
    ("Declare", 20, "Tick the two cells below. Then save, and send the file back as it is."),
)  # fmt: skip
"""What to do, how high its row is, and how it is done."""
EVERY = (("area", "Where"), ("done_by", "Who did it"), ("tier", "Their part"), ("status", "How sure"))
"""What is said once for every row: by its mark, in the words that people read."""
LISTS = {"area": "areas", "done_by": "organisations", "tier": "tiers", "status": "statuses"}
BARS = ((36, "3757b0"), (22, "4790b3"), (46, "642a5c"), (16, "0f4a26"), (60, "935b02"), (28, "cf6866"))
"""The sign: the length and the colour of each of its bars."""
Places = Mapping[str, str]
"""The cells that the mark names, by its keys: C16."""


@dataclass
class _Page:
    """Writes from top to bottom."""

    sheet: Worksheet
    looks: Looks
    row: int = 0
    places: dict[str, str] = field(default_factory=dict)

    def section(self, title: str, note: str = "") -> None:
        self.row += 1
        self.sheet.set_row(self.row, 26)
        self.sheet.write(self.row, 1, title, self.looks["section"])
        self.sheet.write(self.row, 2, note, self.looks["section_note"])
        self.sheet.set_row(self.row + 1, 6)
        self.row += 2

    def fact(self, name: str, text: str) -> None:
        self.sheet.write(self.row, 1, name, self.looks["label"])
        self.sheet.write(self.row, 2, text, self.looks["text"])
        self.row += 1

    def asked(self, mark: str, name: str, value: str, look: str, rule: Mapping[str, Any]) -> None:
        self.sheet.set_row(self.row, 20)
        self.sheet.write(self.row, 1, name, self.looks["label"])
        self.sheet.write(self.row, 2, value, self.looks[look])
        self.sheet.data_validation(self.row, 2, self.row, 2, dict(rule))
        self.places[mark] = f"C{self.row + 1}"
        self.row += 1


def write_start(sheet: Worksheet, looks: Looks, contents: Contents) -> Places:
    """Write the sheet; give the cells that the mark names."""
    sheet.hide_gridlines(2)
    for column, width in enumerate((7, 34, 62)):
        sheet.set_column(column, column, width)
    page = _Page(sheet, looks)
    _head(page, contents)
    page.section("What to do")
    for number, (name, height, text) in enumerate(STEPS, start=1):
        sheet.write(page.row, 0, number, looks["step"])
        sheet.set_row(page.row, height)
        page.fact(name, text)
    _sender(page)
    page.section("For every row", "Say it once. A row can differ.")
    for mark, name in EVERY:
        page.asked(mark, name, contents.area if mark == "area" else "", "chosen", _for_every_row(mark, name))
    _declarations(page)
    _how_far(page, contents)
    sheet.print_area(0, 0, page.row, 2)
    sheet.fit_to_pages(1, 1)
    sheet.protect("", MAY)
    first = page.places["organisation"]
    sheet.set_selection(first)
    return page.places


def _head(page: _Page, contents: Contents) -> None:
    page.sheet.set_row(0, 34)
    page.sheet.insert_image(
        0, 0, "sign.png",
        {"image_data": BytesIO(_sign()), "x_scale": 0.6, "y_scale": 0.6, "x_offset": 6, "y_offset": 4,
         "description": "Open Social Value. Six coloured bars.", "object_position": 3},
    )  # fmt: skip
    page.sheet.write(0, 1, "Social value return", page.looks["title"])
    page.row = 2
    page.fact("Project", contents.name)
    page.fact("Period", contents.span.words)
    if contents.span.also:
        page.fact("", f"{contents.span.also[0].upper()}{contents.span.also[1:]}.")
    page.fact("Measures", f"{contents.framework}, edition {contents.edition}")
    page.fact("This workbook", f"Template {layout.TEMPLATE}. Made for Excel and LibreOffice.")
    if contents.previous:
        page.fact("It corrects", f"The return {contents.previous}. Its figures are filled in. Change what was wrong.")


def _sender(page: _Page) -> None:
    page.section("Who sends it")
    page.asked("organisation", "Organisation", "", "chosen", {
        "validate": "list", "source": f"={layout.NAMES['organisations']}", "input_title": "Who sends it",
        "input_message": "Choose your organisation. Not in the list? Type its name.", "error_type": "information",
        "error_title": "Not in the list", "error_message": "That is all right if it is spelt as it should be read.",
    })  # fmt: skip
    page.asked("mailbox", "Team’s mailbox", "", "typed", {
        "validate": "any", "input_title": "A team, not a person",
        "input_message": "A mailbox of a team, if we may ask. Leave it empty if there is none.",
    })  # fmt: skip


def _for_every_row(mark: str, name: str) -> Mapping[str, Any]:
    return {
        "validate": "list", "source": f"={layout.NAMES[LISTS[mark]]}", "input_title": name,
        "input_message": "For every row that doesn’t say otherwise.", "error_type": "information",
        "error_title": "Not in the list", "error_message": "We will ask about it.",
    }  # fmt: skip


def _declarations(page: _Page) -> None:
    page.section("You declare")
    for mark, words in zip(("only_this_contract", "of_this_contract"), layout.DECLARATIONS, strict=True):
        page.sheet.set_row(page.row, 34)
        page.sheet.write(page.row, 0, "", page.looks["tick"])
        page.sheet.data_validation(page.row, 0, page.row, 0, {
            "validate": "list", "source": [layout.TICK], "error_type": "information", "input_title": "Tick",
            "input_message": f"Choose {layout.TICK}, or type x. Empty means no.", "error_title": "Tick",
            "error_message": f"Choose {layout.TICK}, or type x.",
        })  # fmt: skip
        page.places[mark] = f"A{page.row + 1}"
        page.fact(f"Tick ({layout.TICK}) if it is so", words)


def _how_far(page: _Page, contents: Contents) -> None:
    """Counts that work themselves out; their results are written too, for readers that work nothing out."""
    page.section("How far you are")
    end = last_row(contents)
    looks, filled = f"'{layout.FIGURES}'!$F$2:$F${end}", f"'{layout.FIGURES}'!$D$2:$D${end}"
    ticks = [page.places[mark] for mark in ("only_this_contract", "of_this_contract")]
    empty = sum(figure.given.get("quantity", "") == "" for figure in contents.figures)
    done = len(contents.figures) - empty
    counts = (
        ("Rows that are ready", f'=COUNTIF({looks},"{READY}")&" of "&COUNTA({filled})&" filled in"',
         f"{_ready(contents)} of {done} filled in"),
        ("Left empty, not sent", f'=COUNTIF({looks},"{EMPTY[:5]}*")', empty),
        ("Both ticks", f'=IF(AND({ticks[0]}<>"",{ticks[1]}<>""),"Yes","Not yet")', "Not yet"),
    )  # fmt: skip
    for name, formula, result in counts:
        page.sheet.write(page.row, 1, name, page.looks["label"])
        page.sheet.write_formula(page.row, 2, formula, page.looks["count"], result)
        page.row += 1


def _ready(contents: Contents) -> int:
    return sum(looked_at(figure, "") == READY for figure in contents.figures)


def _sign() -> bytes:
    """The six bars as a small PNG, so that the program needs no picture beside it."""
    width, height, white = 60, 60, b"\xff\xff\xff"
    rows = b""
    for bar, colour in BARS:
        line = b"\0" + bytes.fromhex(colour) * bar + white * (width - bar)
        rows += line * 7 + (b"\0" + white * width) * 3
    parts = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(rows, 9)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in parts
    )
