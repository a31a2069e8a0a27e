"""The looks that an answer adds to a workbook's styles. A marked cell keeps its own, with an edge and a fill more."""

import re
from dataclasses import dataclass, field

from socialvalue.intake.answer.parts import NotPatched

INK, QUIET, HAIR, MUST_EDGE, LOOK_EDGE = "FF15181D", "FF4A505B", "FFDCD9D1", "FF8C1C2F", "FFA06A00"
MUST_FILL, LOOK_FILL, LINK = "FFFFF3BF", "FFF6F4EF", "FF0B4F8A"
XF = re.compile(r"<xf\b[^>]*?/>|<xf\b[^>]*>.*?</xf>", re.DOTALL)
WRAPPED = '<alignment vertical="top" wrapText="1"/>'
FONT = '<font>{bold}{line}<sz val="{size}"/><color rgb="{colour}"/><name val="Arial"/><family val="2"/></font>'
SIDES = ("left", "right", "top", "bottom")


def _font(colour: str = INK, size: int = 11, bold: bool = False, line: bool = False) -> str:
    return FONT.format(bold="<b/>" if bold else "", line="<u/>" if line else "", size=size, colour=colour)


def _fill(colour: str) -> str:
    return (
        f'<fill><patternFill patternType="solid"><fgColor rgb="{colour}"/><bgColor indexed="64"/></patternFill></fill>'
    )


def _border(style: str, colour: str, sides: tuple[str, ...] = SIDES) -> str:
    edges = "".join(
        f'<{side} style="{style}"><color rgb="{colour}"/></{side}>' if side in sides else f"<{side}/>" for side in SIDES
    )
    return f"<border>{edges}<diagonal/></border>"


EDGES = {True: _border("thick", MUST_EDGE), False: _border("double", LOOK_EDGE)}
"""The edge of a marked cell: thick where something must be done, double where it is to be looked at."""
FILLS = {True: _fill(MUST_FILL), False: _fill(LOOK_FILL)}
LOOKS: dict[str, tuple[str, str, str, str]] = {
    "title": (_font(size=18, bold=True), "", "", ""),
    "quiet": (_font(QUIET), "", "", ""),
    "heading": (_font("FFFFFFFF", bold=True), _fill(INK), "", WRAPPED),
    "text": (_font(), "", _border("thin", HAIR, ("bottom",)), WRAPPED),
    "strong": (_font(bold=True), "", _border("thin", HAIR, ("bottom",)), WRAPPED),
    "link": (_font(LINK, line=True), "", _border("thin", HAIR, ("bottom",)), WRAPPED),
    "answer": (_font(), _fill(MUST_FILL), _border("thick", MUST_EDGE), WRAPPED),
    "answer_look": (_font(), _fill(LOOK_FILL), _border("double", LOOK_EDGE), WRAPPED),
    "beside": (_font(), "", "", ""),
}
"""Looks of our own: font, fill, border, alignment."""


@dataclass
class Styles:
    """The styles of a workbook, to which looks are added."""

    xml: str
    _made: dict[str, int] = field(default_factory=dict)
    _bare: dict[int, int] = field(default_factory=dict)

    def look(self, name: str) -> int:
        """The number of one of our own looks."""
        if name not in self._made:
            font, fill, border, alignment = LOOKS[name]
            numbers = [
                self._added("fonts", "font", font),
                self._added("fills", "fill", fill) if fill else 0,
                self._added("borders", "border", border) if border else 0,
            ]
            start = 'numFmtId="49" fontId="{}" fillId="{}" borderId="{}" xfId="0" applyNumberFormat="1" applyFont="1"'
            opened = f'<xf {start.format(*numbers)} applyFill="1" applyBorder="1"'
            free = '<protection locked="0"/>' if name.startswith("answer") else ""
            whole = f'{opened} applyAlignment="1" applyProtection="1">{alignment}{free}</xf>'
            self._made[name] = self._added("cellXfs", "xf", whole if alignment or free else f"{opened}/>")
        return self._made[name]

    def marked(self, style: int, must: bool) -> int:
        """The number of a cell's style with the edge and the fill of a marked cell."""
        key = f"{style} {must}"
        if key not in self._made:
            xfs = XF.findall(self._inside("cellXfs"))
            if style >= len(xfs):
                raise NotPatched("cellXfs")
            border, fill = (
                self._kept("borders", "border", EDGES[must]),
                self._kept("fills", "fill", FILLS[must]),
            )
            xf = xfs[style]
            for name, value in (("fillId", fill), ("borderId", border), ("applyFill", 1), ("applyBorder", 1)):
                xf = _with(xf, name, value)
            self._made[key] = self._added("cellXfs", "xf", xf)
        return self._made[key]

    def unmarked(self, style: int) -> int:
        """The number of the style without our edge and fill, where it has them: an answer that is answered again."""
        if style not in self._bare:  # a sheet has many cells and few styles
            self._bare[style] = self._without_mark(style)
        return self._bare[style]

    def _without_mark(self, style: int) -> int:
        xfs, borders = XF.findall(self._inside("cellXfs")), self._each("borders", "border")
        if style >= len(xfs):
            return style
        found = re.search(r'borderId="(\d+)"', xfs[style])
        edge = borders[int(found[1])] if found and int(found[1]) < len(borders) else ""
        ours = any(f'"{colour}"' in edge for colour in (MUST_EDGE, LOOK_EDGE))
        if not ours:
            return style
        key = f"{style} bare"
        if key not in self._made:
            self._made[key] = self._added("cellXfs", "xf", _with(_with(xfs[style], "fillId", 0), "borderId", 0))
        return self._made[key]

    def _kept(self, group: str, child: str, xml: str) -> int:
        """The number of what is added once."""
        key = f"{group} {xml}"
        if key not in self._made:
            self._made[key] = self._added(group, child, xml)
        return self._made[key]

    def _inside(self, group: str) -> str:
        found = re.search(rf"<{group}\b[^>]*>(.*?)</{group}>", self.xml, re.DOTALL)
        if not found:
            raise NotPatched(group)
        return found[1]

    def _each(self, group: str, child: str) -> list[str]:
        return re.findall(rf"<{child}\b[^>]*/>|<{child}\b[^>]*>.*?</{child}>", self._inside(group), re.DOTALL)

    def _added(self, group: str, child: str, xml: str) -> int:
        """Add a child at the end of its group; give its number."""
        inside = self._inside(group)
        number = len(XF.findall(inside)) if group == "cellXfs" else len(re.findall(rf"<{child}(?=[\s/>])", inside))
        opening = re.search(rf"<{group}\b[^>]*>", self.xml)
        assert opening is not None
        counted = _with(opening[0], "count", number + 1)
        self.xml = self.xml.replace(f"{opening[0]}{inside}</{group}>", f"{counted}{inside}{xml}</{group}>", 1)
        return number


def _with(tag: str, name: str, value: int) -> str:
    """The first tag with an attribute of this value."""
    opening = re.match(r"<\w+[^>]*?(?=/?>)", tag)
    assert opening is not None
    head, rest = opening[0], tag[opening.end() :]
    changed, count = re.subn(rf'(\s{name}=)"[^"]*"', rf'\g<1>"{value}"', head)
    return (changed if count else f'{head} {name}="{value}"') + rest
