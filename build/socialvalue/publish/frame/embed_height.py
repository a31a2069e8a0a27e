"""How high a frame has to be for a figure, so that nobody scrolls within it on the narrowest phone (320 pixels).

There every row of a table is a card. The lines of its texts are counted by their letters, and what stands round them
was measured with the widest of the usual fonts. Where a frame is wider, less is needed.
"""

import re
from functools import lru_cache
from textwrap import wrap
from typing import NamedTuple

from socialvalue.publish.formats.plain_text import plain_text

_DETAILS = re.compile(r"<details\b[^>]*>\s*<summary[^>]*>(.*?)</summary>.*?</details>", re.DOTALL)
_UNSEEN = re.compile(r'<(caption|span)\b[^>]* class="ov-vh"[^>]*>.*?</\1>|<thead\b.*?</thead>', re.DOTALL)
_DRAWN = re.compile(r'<svg[^>]* height="(\d+)" role="img"')
_TABLE = re.compile(r"<table\b([^>]*)>(.*?)</table>", re.DOTALL)
_ROW = re.compile(r"<tr\b([^>]*)>(.*?)</tr>", re.DOTALL)
_CELL = re.compile(r"<t[hd]\b([^>]*)>(.*?)</t[hd]>", re.DOTALL)
_HEADING = re.compile(r"<(?:fig)?caption\b[^>]*>(.*?)(?:<small>(.*?)</small>)?</(?:fig)?caption>", re.DOTALL)
_BESIDE = re.compile(r"<(?:li|p)\b[^>]*>(.*?)</(?:li|p)>", re.DOTALL)
_BELOW = re.compile(r'<span class="sub">|<br>')
_CLASS = re.compile(r'class="([^"]*)"')

_LINE, _SMALL = 22, 19
"""Pixels of a line of a table, and of a note or a label."""
_WHOLE, _NOTE, _HEAD = 27, 34, 23
"""Letters of a line as wide as the frame: in a table, in a note, in the name of a figure."""
_HALF, _NUMBER, _STEP, _THIRD = 13, 12, 18, 8
"""Letters of half a line, of a number beside a name, of a step of a waterfall, and of a third."""
_CARD, _BAR, _PROMISE, _GROUP, _FOLD = 26, 32, 58, 24, 30
"""Pixels of the space round a card, of a bar, of one with its promise, and round a group's name and a fold."""
_ROUND, _SOURCE, _ANNOUNCED = 50, 24, 30
"""Pixels round all, round the source, and round what is announced."""


class _Cell(NamedTuple):
    """A cell: its texts below each other, and its classes."""

    texts: list[str]
    names: set[str]

    def lines(self, letters: int) -> int:
        """The lines of it where so many letters stand in one."""
        return sum(_lines(text, letters) for text in self.texts)


def height_of(figure: str, source: str, announced: str = "") -> int:
    """Pixels of a frame with this figure, the sentence below that says where it is from, and what stands above it."""
    summaries = [plain_text(found[1]) for found in _DETAILS.finditer(figure)]
    shown = _UNSEEN.sub("", _DETAILS.sub("", figure))
    tables = [_table(set(_classes(attributes)), inside) for attributes, inside in _TABLE.findall(shown)]
    headings = [
        _LINE * _lines(plain_text(name), _HEAD) + _SMALL * _lines(plain_text(more), _NOTE) + 14
        for name, more in _HEADING.findall(shown)
    ]
    notes = [_SMALL * _lines(plain_text(note), _NOTE) + 10 for note in _BESIDE.findall(_TABLE.sub("", shown))]
    drawings = [int(height) for height in _DRAWN.findall(shown)]
    folds = [_FOLD + _LINE * _lines(summary, _WHOLE) for summary in summaries]
    round_it = _ROUND + _SOURCE + _SMALL * _lines(plain_text(source), _NOTE)
    above = _ANNOUNCED + _SMALL * _lines(announced, _NOTE) if announced else 0
    return sum((*tables, *headings, *notes, *drawings, *folds, round_it, above))


def _table(names: set[str], inside: str) -> int:
    rows = [(set(_classes(attributes)), _cells(row)) for attributes, row in _ROW.findall(inside)]
    return sum(_row(names, row, cells) for row, cells in rows if cells)


def _row(table: set[str], row: set[str], cells: list[_Cell]) -> int:
    """A row as a card, by the look of its table."""
    if "grp" in row or "ov-apart-head" in row or len(cells) == 1:
        return _GROUP + _CARD * ("ov-apart-head" in row) + _SMALL * cells[0].lines(_NOTE)
    name, others = cells[0], [cell for cell in cells[1:] if not cell.names & {"bar", "none"}]
    bar = sum((_PROMISE if "ov-pd" in table else _BAR) for cell in cells if "bar" in cell.names)
    if "ov-del" in table:
        number, rest = others[0], others[1:]
        beside = _LINE * max(name.lines(_HALF), number.lines(_HALF))
        return _CARD + bar + beside + _SMALL * sum(cell.lines(_NOTE) for cell in rest)
    if "ov-one" in table:
        return _CARD + bar + _LINE * max(name.lines(_HALF), *(cell.lines(_NUMBER) for cell in others), 1)
    if "ov-wf" in table:
        return bar + 12 + _LINE * max(name.lines(_STEP), *(cell.lines(_NUMBER) for cell in others), 1)
    return _CARD + bar + _LINE * name.lines(_WHOLE) + _pairs(others, 3 if "ov-bars" in table else 2)


def _pairs(cells: list[_Cell], columns: int) -> int:
    """Cells beside each other, each with its label; a rating has a line of its own."""
    ratings = sum(_LINE * cell.lines(_WHOLE) for cell in cells if "rate" in cell.names)
    cells = [cell for cell in cells if "rate" not in cell.names]
    letters = _HALF if columns == 2 else _THIRD
    rows = [cells[at : at + columns] for at in range(0, len(cells), columns)]
    label = _SMALL * (1 if columns == 2 else 2)
    return ratings + sum(label + _LINE * max(cell.lines(letters) for cell in row) for row in rows)


def _cells(row: str) -> list[_Cell]:
    found = []
    for attributes, inside in _CELL.findall(row):
        texts = [plain_text(part) for part in _BELOW.split(inside)]
        found.append(_Cell([text for text in texts if text], set(_classes(attributes))))
    return found


def _classes(attributes: str) -> list[str]:
    found = _CLASS.search(attributes)
    return found[1].split() if found else []


def _lines(text: str, letters: int) -> int:
    """The lines that a text takes, its words parted by single spaces, where so many letters stand in one."""
    return min(len(text), 1) if len(text) <= letters else _wrapped(text, letters)


@lru_cache(maxsize=1 << 12)
def _wrapped(text: str, letters: int) -> int:
    return len(wrap(text, letters))
