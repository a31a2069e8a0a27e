"""Notes on the marked cells: their texts in one part, where they are drawn in another, as spreadsheets ask for it."""

from collections.abc import Mapping
from html import escape

from socialvalue.intake.answer.parts import MAIN
from socialvalue.intake.answer.sheet_xml import UNPRINTABLE
from socialvalue.intake.looked import AUTHOR
from socialvalue.intake.workbook import Place, place

DRAWN = (
    '<v:shape id="_x0000_s{id}" type="#_x0000_t202" style="position:absolute;margin-left:60pt;margin-top:2pt;'
    'width:260pt;height:110pt;z-index:{order};visibility:hidden" fillcolor="#fff3bf" o:insetmode="auto">'
    '<v:fill color2="#fff3bf"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox/>'
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{left}, 15, {top}, 2, {right}, 15, '
    "{bottom}, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column>"
    "</x:ClientData></v:shape>"
)
SHEET = (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" '
    'data="{block}"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" '
    'path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" '
    'o:connecttype="rect"/></v:shapetype>{shapes}</xml>'
)


def texts(notes: Mapping[Place, str]) -> str:
    """The part with the texts of the notes."""
    each = "".join(
        f'<comment ref="{place(*at)}" authorId="0"><text><r><t xml:space="preserve">'
        f"{escape(UNPRINTABLE.sub('', text), quote=False)}</t></r></text></comment>"
        for at, text in sorted(notes.items())
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="{MAIN}"><authors><author>{AUTHOR}'
        f"</author></authors><commentList>{each}</commentList></comments>"
    )


def drawn(notes: Mapping[Place, str], block: int) -> str:
    """The part that says where they are drawn; `block` numbers the sheet's shapes."""
    shapes = []
    for order, (row, column) in enumerate(sorted(notes), start=1):
        edges = {"left": column, "right": column + 4, "top": max(row - 2, 0), "bottom": row + 5}
        shapes.append(DRAWN.format(id=block * 1024 + order, order=order, row=row - 1, column=column - 1, **edges))
    return SHEET.format(block=block, shapes="".join(shapes))
