"""Change cells in the XML of a sheet: their style, and texts of ours. No other byte of it changes.

Texts are written as texts, never as formulas, whatever they begin with.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from html import escape
from xml.sax.saxutils import quoteattr

from socialvalue.intake.answer.parts import RELATIONSHIPS, NotPatched
from socialvalue.intake.workbook import Place, column_of, letters, place

ROW = re.compile(r"<row\b[^>]*?/>|<row\b[^>]*>.*?</row>", re.DOTALL)
CELL = re.compile(r"<c\b[^>]*?/>|<c\b[^>]*>.*?</c>", re.DOTALL)
AT = re.compile(r'\br="([A-Z]{1,3})([0-9]{1,7})"')
NUMBER = re.compile(r'\br="([0-9]{1,7})"')
STYLE = re.compile(r'\ss="([0-9]+)"')
AFTER_NOTES = re.compile(
    r"<(?:legacyDrawingHF|drawingHF|picture|oleObjects|controls|webPublishItems|tableParts|extLst)\b"
)
WIDTH = 70
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
Restyle = Callable[[int], int]


def text_cell(at: Place, text: str, style: int) -> str:
    """A cell that holds a text, and nothing that could be worked out."""
    safe = escape(UNPRINTABLE.sub("", text), quote=False)
    return f'<c r="{place(*at)}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{safe}</t></is></c>'


def patched(xml: str, styles: Mapping[Place, Restyle], texts: Mapping[Place, tuple[str, int]]) -> str:
    """The sheet with these cells in another style and these texts, each with its style, in place of what was there.

    Raises:
        NotPatched: its rows or cells don't say where they are.
    """
    opening = re.search(r"<sheetData\s*>|<sheetData\s*/>", xml)
    closing = xml.rfind("</sheetData>")
    if opening is None or (closing < 0 and not opening[0].endswith("/>")):
        raise NotPatched("sheetData")
    body = xml[opening.end() : closing] if closing >= 0 else ""
    rows = {}
    for row in ROW.findall(body):
        found = NUMBER.search(row.partition(">")[0])
        if not found:
            raise NotPatched("row")
        rows[int(found[1])] = row
    changed: dict[int, dict[int, tuple[str, int] | Restyle]] = {}
    for (number, column), restyle in styles.items():
        changed.setdefault(number, {})[column] = restyle
    for (number, column), text in texts.items():
        changed.setdefault(number, {})[column] = text
    for number, cells in changed.items():
        rows[number] = _row(number, rows.get(number, f'<row r="{number}"/>'), cells)
    after = xml[closing + len("</sheetData>") :] if closing >= 0 else xml[opening.end() :]
    joined = "".join(rows[number] for number in sorted(rows))
    return f"{xml[: opening.start()]}<sheetData>{joined}</sheetData>{after}"


def _row(number: int, row: str, changes: Mapping[int, tuple[str, int] | Restyle]) -> str:
    head, _, inside = row.partition(">")
    head = re.sub(r'\sspans="[^"]*"', "", head.rstrip("/"))
    cells: dict[int, str] = {}
    for cell in CELL.findall(inside.removesuffix("</row>")):
        at = AT.search(cell.partition(">")[0])
        if not at:
            raise NotPatched("c")
        cells[column_of(at[1].encode())] = cell
    for column, change in changes.items():
        before = cells.get(column, f'<c r="{place(number, column)}"/>')
        if isinstance(change, tuple):
            if 't="shared"' in before:
                raise NotPatched("shared formula")
            cells[column] = text_cell((number, column), *change)
        else:
            found = STYLE.search(before.partition(">")[0])
            cells[column] = _restyled(before, change(int(found[1]) if found else 0))
    return f"{head}>{''.join(cells[column] for column in sorted(cells))}</row>"


def _restyled(cell: str, style: int) -> str:
    head, closing, rest = cell.partition(">")
    alone = head.endswith("/")
    bare = STYLE.sub("", head.rstrip("/"), count=1)
    return f'{bare} s="{style}"{"/" if alone else ""}{closing}{rest}'


def styles_in(xml: str) -> Iterator[tuple[Place, int]]:
    """The style of each cell that has one."""
    for cell in CELL.findall(xml):
        head = cell.partition(">")[0]
        at, style = AT.search(head), STYLE.search(head)
        if at and style:
            yield (int(at[2]), column_of(at[1].encode())), int(style[1])


def with_width(xml: str, column: int) -> str:
    """The sheet with a wide column, unless its own columns reach as far."""
    added = f'<col min="{column}" max="{column}" width="{WIDTH}" customWidth="1"/>'
    found = re.search(r"<cols\b[^>]*>(.*?)</cols>", xml, re.DOTALL)
    if not found:
        return xml.replace("<sheetData", f"<cols>{added}</cols><sheetData", 1)
    reached = max((int(last) for last in re.findall(r'\bmax="(\d+)"', found[1])), default=0)
    return xml if reached >= column else xml.replace("</cols>", f"{added}</cols>", 1)


def without_selection(xml: str) -> str:
    """The sheet, no longer the one that is shown first: two that are shown would be changed together."""
    return re.sub(r'(<sheetView\b[^>]*?)\stabSelected="[^"]*"', r"\1", xml)


def with_dimension(xml: str, last: Place) -> str:
    """The sheet, saying that it reaches at least as far as a cell."""
    found = re.search(r'<dimension ref="([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?"/>', xml)
    if not found:
        return xml
    right = max(column_of((found[3] or found[1]).encode()), last[1])
    bottom = max(int(found[4] or found[2]), last[0])
    whole = f'<dimension ref="{found[1]}{found[2]}:{letters(right)}{bottom}"/>'
    return xml.replace(found[0], whole, 1)


def with_notes(xml: str, id_: str) -> str:
    """The sheet with the drawing of its notes."""
    tag = f'<legacyDrawing xmlns:r={quoteattr(RELATIONSHIPS)} r:id="{id_}"/>'
    found = AFTER_NOTES.search(xml, max(xml.rfind("</sheetData>"), 0))
    at = found.start() if found else xml.rfind("</worksheet>")
    if at < 0:
        raise NotPatched("worksheet")
    return f"{xml[:at]}{tag}{xml[at:]}"
