"""Give an .xlsx back with the answer in it: its parts are patched, and the file is never loaded and saved.

What changes: the styles, the sheets with marked cells, the list of sheets, and the parts that name parts. A first sheet
and the notes are added. Every other part stays as it was, byte for byte.
"""

import re
from collections.abc import Mapping
from functools import partial
from xml.sax.saxutils import quoteattr

from socialvalue.intake.answer import notes, sheet_xml
from socialvalue.intake.answer.first_sheet import sheet_of
from socialvalue.intake.answer.parts import (
    BOOK,
    BOOK_RELATIONS,
    RELATIONSHIPS,
    STYLES,
    TYPES,
    NotPatched,
    Parts,
    replaced,
)
from socialvalue.intake.answer.styles import Styles
from socialvalue.intake.answer.thing import HEADING, Answer
from socialvalue.intake.looked import AUTHOR
from socialvalue.intake.workbook import Place

OURS = re.compile(r"Nothing to do|[0-9]+ things? to (?:do|look at)")
"""The name of the first sheet of an answer."""
AUTHORS = re.compile(r"<author>([^<]*)</author>")
BLOCK = 900
"""Numbers the shapes of the first sheet with notes: far above those that a workbook has of its own."""


def patched(content: bytes, answer: Answer) -> bytes:
    """The workbook with the answer in it.

    Raises:
        NotPatched: it is written in a way that can't be patched safely.
    """
    parts = Parts(content)
    sheets = parts.sheets()
    before = next((name for name in sheets if OURS.fullmatch(name)), "")
    styles = Styles(parts.text(STYLES))
    named = {name: part for name, part in sheets.items() if name != before}
    for order, (name, part) in enumerate(named.items()):
        _mark(parts, part, name, answer, styles, BLOCK + order)
    if before:
        parts.put(sheets[before], sheet_of(answer, styles.look))
        parts.put(BOOK, _renamed(parts.text(BOOK), before, answer.title))
    else:
        _add_first(parts, answer, styles)
    parts.put(STYLES, styles.xml)
    return parts.written()


def _mark(parts: Parts, part: str, name: str, answer: Answer, styles: Styles, block: int) -> None:
    """Mark the cells of one sheet, and take away the marks of an answer before this one."""
    xml = parts.text(part)
    marks = {at: mark for (sheet, at), mark in answer.marks().items() if sheet == name}
    texts = {at: (text, styles.look("beside")) for (sheet, at), text in answer.texts().items() if sheet == name}
    column = answer.columns.get(name)
    if column and not column.over:
        texts |= _emptied(xml, column.number, styles)
        texts |= {at: (text, styles.look("beside")) for (s, at), text in answer.texts().items() if s == name}
        if marks:
            texts[column.header, column.number] = (HEADING, styles.look("heading"))
    looks: dict[Place, sheet_xml.Restyle] = {}
    for at, style in sheet_xml.styles_in(xml):
        if (bare := styles.unmarked(style)) != style:
            looks[at] = _always(bare)
    looks |= {at: partial(_marked, styles, must) for at, (must, _) in marks.items()}
    changed = sheet_xml.without_selection(xml)
    if looks or texts:
        changed = sheet_xml.patched(changed, looks, texts)
        changed = sheet_xml.with_dimension(changed, max([*looks, *texts], key=lambda at: at[1]))
    if column and not column.over and texts:
        changed = sheet_xml.with_width(changed, column.number)
    if changed != xml:
        parts.put(part, changed)
    _note(parts, part, {at: note for at, (_, note) in marks.items()}, block)


def _always(style: int) -> sheet_xml.Restyle:
    return lambda before: style


def _marked(styles: Styles, must: bool, style: int) -> int:
    return styles.marked(styles.unmarked(style), must)


def _emptied(xml: str, column: int, styles: Styles) -> Mapping[Place, tuple[str, int]]:
    """The cells of the column of an answer before this one, emptied."""
    beside = styles.look("beside")
    return {at: ("", beside) for at, _ in sheet_xml.styles_in(xml) if at[1] == column}


def _note(parts: Parts, part: str, texts: Mapping[Place, str], block: int) -> None:
    """Put notes on cells; not in a sheet with notes of others, where the column says the same."""
    folder, _, file = part.rpartition("/")
    relations = f"{folder}/_rels/{file}.rels"
    if "<legacyDrawing " in parts.text(part):
        _replace_notes(parts, relations, texts, block)
        return
    if not texts:
        return
    comments, drawing = parts.free("xl/comments{}.xml"), parts.free("xl/drawings/vmlDrawing{}.vml")
    parts.put(comments, notes.texts(texts))
    parts.put(drawing, notes.drawn(texts, block))
    parts.declare(comments, "spreadsheetml.comments")
    types = parts.text(TYPES)
    if 'Extension="vml"' not in types:
        kind = '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>'
        parts.put(TYPES, re.sub(r"(<Types\b[^>]*>)", rf"\1{kind}", types, count=1))
    parts.relate(part, "comments", f"/{comments}")
    id_ = parts.relate(part, "vmlDrawing", f"/{drawing}")
    parts.put(part, sheet_xml.with_notes(parts.text(part), id_))


def _replace_notes(parts: Parts, relations: str, texts: Mapping[Place, str], block: int) -> None:
    """Where all notes of the sheet are those of an answer before this one, they are these now."""
    targets = re.findall(r'Target="([^"]*(?:comments|vmlDrawing)[^"]*)"', parts.text(relations))
    paths = [_whole(target) for target in targets]
    comments = [path for path in paths if "comments" in path and path in parts.names]
    drawn = [path for path in paths if "vmlDrawing" in path and path in parts.names]
    if len(comments) == len(drawn) == 1 and set(AUTHORS.findall(parts.text(comments[0]))) == {AUTHOR}:
        parts.put(comments[0], notes.texts(texts))
        parts.put(drawn[0], notes.drawn(texts, block))


def _whole(target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else f"xl/{target.removeprefix('../')}"


def _add_first(parts: Parts, answer: Answer, styles: Styles) -> None:
    name = parts.free("xl/worksheets/sheet{}.xml")
    parts.put(name, sheet_of(answer, styles.look))
    parts.declare(name, "spreadsheetml.worksheet")
    relations = parts.text(BOOK_RELATIONS)
    id_ = next(each for n in range(1, 10_000) if f'"{(each := f"rIdOsv{n}")}"' not in relations)
    relation = f'<Relationship Id="{id_}" Type="{RELATIONSHIPS}/worksheet" Target="/{name}"/></Relationships>'
    parts.put(BOOK_RELATIONS, replaced(relations, "</Relationships>", relation))
    parts.put(BOOK, _with_sheet(parts.text(BOOK), answer.title, id_))


def _with_sheet(book: str, title: str, id_: str) -> str:
    """The list of sheets with ours first, and shown first; what names a sheet by its place names the next one."""
    if "<sheets>" not in book:
        raise NotPatched("sheets")
    number = max(map(int, re.findall(r'sheetId="(\d+)"', book)), default=0) + 1
    sheet = f'<sheet xmlns:r="{RELATIONSHIPS}" name={quoteattr(title)} sheetId="{number}" r:id="{id_}"/>'
    book = book.replace("<sheets>", f"<sheets>{sheet}", 1)
    book = re.sub(r'localSheetId="(\d+)"', lambda found: f'localSheetId="{int(found[1]) + 1}"', book)
    return _shown_first(book)


def _shown_first(book: str) -> str:
    return re.sub(r'(<workbookView\b[^>]*?)\s(?:activeTab|firstSheet)="\d+"', r"\1", re.sub(
        r'(<workbookView\b[^>]*?)\s(?:activeTab|firstSheet)="\d+"', r"\1", book))  # fmt: skip


def _renamed(book: str, before: str, title: str) -> str:
    return _shown_first(book.replace(f"name={quoteattr(before)}", f"name={quoteattr(title)}", 1))
