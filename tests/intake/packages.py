"""Write workbooks by their parts, as no spreadsheet would: what a stranger may send."""

import io
import zipfile
from collections.abc import Mapping

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
OPEN = "urn:oasis:names:tc:opendocument:xmlns"


def zipped(parts: Mapping[str, bytes | str]) -> bytes:
    """An archive of these parts."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in parts.items():
            archive.writestr(name, body)
    return held.getvalue()


def xlsx(
    sheet: str, parts: Mapping[str, bytes | str] = {}, relations: str = "", state: str = "", part: str = ""
) -> bytes:
    """An .xlsx with one sheet, S, whose XML is `sheet`; `parts` add to the package or take the place of its own."""
    part = part or "worksheets/sheet1.xml"
    return zipped(
        {
            "[Content_Types].xml": f'<Types xmlns="{TYPES}"/>',
            "_rels/.rels": f'<Relationships xmlns="{RELATIONS}"><Relationship Id="rId1" Type="{OFFICE}/officeDocument" '
            'Target="xl/workbook.xml"/></Relationships>',
            "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="S" sheetId="1" '
            f'{state} r:id="rId1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{RELATIONS}"><Relationship Id="rId1" '
            f'Type="{OFFICE}/worksheet" Target="{part}"/>{relations}</Relationships>',
            f"xl/{part}": sheet,
            **(parts or {}),
        }
    )


def cells(*rows: str, before: str = "", after: str = "") -> str:
    """The XML of a sheet with these rows."""
    return f'<worksheet xmlns="{MAIN}">{before}<sheetData>{"".join(rows)}</sheetData>{after}</worksheet>'


def text(place: str, words: str) -> str:
    """A cell of text."""
    return f'<c r="{place}" t="inlineStr"><is><t>{words}</t></is></c>'


def ods(table: str, before: str = "", styles: str = "") -> bytes:
    """An .ods with one sheet, S, whose rows are `table`."""
    names = " ".join(f'xmlns:{name}="{OPEN}:{name}:1.0"' for name in ("office", "table", "text", "style", "fo"))
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": f'<?xml version="1.0"?>{before}<office:document-content {names}>{styles}<office:body>'
            f'<office:spreadsheet><table:table table:name="S">{table}</table:table></office:spreadsheet></office:body>'
            "</office:document-content>",
            "META-INF/manifest.xml": "<manifest/>",
        }
    )


def record(kind: int, body: bytes) -> bytes:
    """A record of an .xlsb."""
    number = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
    length, size = len(body), b""
    while length > 127:
        size, length = size + bytes([length & 0x7F | 0x80]), length >> 7
    return number + size + bytes([length]) + body


def wide(words: str) -> bytes:
    """Text of an .xlsb: its length, then two bytes for each character."""
    return len(words).to_bytes(4, "little") + words.encode("utf-16-le")


def row_record(number: int, hidden: bool = False) -> bytes:
    """The record of a row, counted from 1."""
    body = (number - 1).to_bytes(4, "little") + bytes(7) + bytes([0x10 if hidden else 0]) + bytes(5)
    return record(0, body)


def cell_record(kind: int, column: int, value: bytes) -> bytes:
    """The record of a cell in a column, counted from 1."""
    return record(kind, (column - 1).to_bytes(4, "little") + bytes(4) + value)


def xlsb(*records: bytes) -> bytes:
    """An .xlsb with one sheet, S, of these records."""
    sheet = (
        record(129, b"")
        + record(148, bytes(16))
        + record(145, b"")
        + b"".join(records)
        + record(146, b"")
        + record(130, b"")
    )
    listed = bytes(4) + (1).to_bytes(4, "little") + wide("rId1") + wide("S")
    book = record(131, b"") + record(143, b"") + record(156, listed) + record(144, b"") + record(132, b"")
    return zipped(
        {
            "[Content_Types].xml": f'<Types xmlns="{TYPES}"/>',
            "xl/workbook.bin": book,
            "xl/_rels/workbook.bin.rels": f'<Relationships xmlns="{RELATIONS}"><Relationship Id="rId1" '
            f'Type="{OFFICE}/worksheet" Target="worksheets/sheet1.bin"/></Relationships>',
            "xl/worksheets/sheet1.bin": sheet,
        }
    )
