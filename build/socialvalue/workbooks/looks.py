"""How the cells of our workbook look: one place for its colours and formats, made once for each workbook."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format

INK, QUIET, PANEL, RULE, HAIR = "#15181d", "#4a505b", "#f6f4ef", "#858b95", "#dcd9d1"
ASK, WRONG, READY = "#fff3bf", "#8c1c2f", "#0c6b58"
"""Something to fill in, something to put right, something that is done: always beside words that say the same."""
FONT = {"font_name": "Arial", "font_size": 11, "font_color": INK, "valign": "top", "text_wrap": True}
LOCKED = {
    "align": "left",
    "indent": 1,
    "bg_color": PANEL,
    "font_color": QUIET,
    "bottom": 1,
    "bottom_color": HAIR,
    "locked": True,
}
TYPED = {"align": "left", "indent": 1, "bg_color": "#ffffff", "border": 1, "border_color": RULE, "locked": False}
HEADING = {"align": "left", "indent": 1, "bold": True, "border": 1, "border_color": "#ffffff", "valign": "vcenter"}
WHOLE, IN_PARTS = "#,##0", "#,##0.0#####"
"""A number with as many decimals as it has. One format for both would leave a full stop after a whole one."""
MAY = {"format_columns": True, "format_rows": True}
"""What protection leaves free. It has no password: it guides, and is no lock."""
LOOKS: dict[str, dict[str, Any]] = {
    "text": {},
    "label": {"bold": True},
    "step": {"bold": True, "align": "center"},
    "title": {"font_size": 20, "bold": True, "text_wrap": False},
    "section": {"font_size": 14, "bold": True, "text_wrap": False, "bottom": 2, "bottom_color": INK,
                "valign": "bottom"},
    "section_note": {"font_color": QUIET, "bottom": 2, "bottom_color": INK, "valign": "bottom"},
    "notice": {"text_wrap": False, "font_color": WRONG, "bold": True},
    "count": {"align": "left"},
    "fill_in": {**HEADING, "font_color": "#ffffff", "bg_color": INK},
    "fills_itself": {**HEADING, "bg_color": HAIR},
    "locked": LOCKED,
    "locked_name": {**LOCKED, "font_color": INK, "bold": True},
    "locked_small": {**LOCKED, "font_size": 9},
    "locked_number": {**LOCKED, "num_format": IN_PARTS, "align": "right"},
    "look_here": {**LOCKED, "font_color": INK, "font_size": 10},
    "chosen": TYPED,
    "chosen_name": {**TYPED, "bold": True},
    "typed": {**TYPED, "num_format": "@"},
    "number": {**TYPED, "num_format": IN_PARTS, "align": "right", "bold": True},
    "whole": {**TYPED, "num_format": WHOLE, "align": "right"},
    "tick": {**TYPED, "indent": 0, "font_size": 14, "align": "center", "bold": True, "num_format": "@"},
    "ask": {"bg_color": ASK},
    "ask_wrong": {"bg_color": ASK, "font_color": WRONG},
    "wrong": {"bg_color": ASK, "bold": True, "font_color": WRONG},
    "empty": {"font_color": QUIET, "italic": True},
    "ready": {"font_color": READY, "bold": True},
    "whole_number": {"num_format": WHOLE},
    "not_asked": {"pattern": 14, "fg_color": RULE, "bg_color": PANEL},
}  # fmt: skip
"""Each look by name. Dark headings are to be filled in, light ones fill themselves."""
OVER_OTHERS = {"ask", "ask_wrong", "wrong", "empty", "ready", "whole_number", "not_asked"}
"""Looks that are laid over those of a cell, where a condition holds."""


@dataclass
class Looks:
    """The formats of one workbook, each made when it is first used."""

    book: Workbook
    _made: dict[str, Format] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Format:
        if name not in self._made:
            base = {} if name in OVER_OTHERS else FONT
            self._made[name] = self.book.add_format({**base, **LOOKS[name]})
        return self._made[name]

    def given(self, number: object, bound: str = "") -> Format:
        """A number that is there to be read, with its bound before it: at least 80."""
        in_parts = isinstance(number, Decimal | float) and number != int(number)
        shown = IN_PARTS if in_parts else WHOLE
        name = f"told {bound} {shown}"
        if name not in self._made:
            shown = f'"{bound} "{shown}' if bound else shown
            self._made[name] = self.book.add_format({**FONT, **LOOKS["locked_number"], "num_format": shown})
        return self._made[name]
