"""The parts of an .xlsx: read, some of them changed, written again. A part that nobody changes keeps every byte."""

import re
import zipfile
from dataclasses import dataclass, field
from html import unescape
from io import BytesIO

from socialvalue.intake.guard_xlsx import PAIR, RELATION, SHEET

BOOK, BOOK_RELATIONS, TYPES, STYLES = (
    "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "[Content_Types].xml", "xl/styles.xml",
)  # fmt: skip
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
ODD = re.compile(rb"<!--|<!\[CDATA\[|<mc:AlternateContent")
"""What can't be patched by looking for tags. In workbook.xml the last is common, and does no harm."""


class NotPatched(Exception):
    """The file is written in a way that can't be patched safely: the answer is a workbook made from its values."""


@dataclass
class Parts:
    """The parts of a workbook that the guard has looked through."""

    content: bytes
    _changed: dict[str, bytes] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._package = zipfile.ZipFile(BytesIO(self.content))
        self.names = [entry.filename for entry in self._package.infolist()]

    def text(self, name: str) -> str:
        """A part as text.

        Raises:
            NotPatched: it is not there, is not UTF-8, or holds what could be taken for a tag and is none.
        """
        if name in self._changed:
            return self._changed[name].decode()
        if name not in self.names or len(set(self.names)) != len(self.names):
            raise NotPatched(name)
        content = self._package.read(name)
        if ODD.search(content) and name != BOOK:
            raise NotPatched(name)
        try:
            return content.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise NotPatched(name) from error

    def put(self, name: str, text: str) -> None:
        """Change a part, or add one."""
        self._changed[name] = text.encode()

    def free(self, pattern: str) -> str:
        """The first name that no part has: xl/worksheets/sheet{}.xml."""
        taken = {name.casefold() for name in [*self.names, *self._changed]}
        return next(name for n in range(1, 10_000) if (name := pattern.format(n)).casefold() not in taken)

    def sheets(self) -> dict[str, str]:
        """The part of each sheet by its name, in the order of the sheets."""
        targets = {}
        for found in RELATION.findall(self.text(BOOK_RELATIONS)):
            given = dict(PAIR.findall(found))
            target = given.get("Target", "")
            targets[given.get("Id", "")] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        by_name = {}
        for found in SHEET.findall(self.text(BOOK)):
            given = dict(PAIR.findall(found))
            id_ = next((value for key, value in given.items() if key.endswith(":id")), "")
            by_name[unescape(given.get("name", ""))] = targets.get(id_, "")
        return by_name

    def relate(self, part: str, kind: str, target: str) -> str:
        """Add a relation of a part; give its id."""
        folder, _, name = part.rpartition("/")
        relations = f"{folder}/_rels/{name}.rels"
        empty = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
        there = relations in self.names or relations in self._changed
        text = self.text(relations) if there else f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{empty}'
        id_ = next(name for n in range(1, 10_000) if f'"{(name := f"rIdOsv{n}")}"' not in text)
        added = f'<Relationship Id="{id_}" Type="{RELATIONSHIPS}/{kind}" Target="{target}"/></Relationships>'
        self.put(relations, replaced(text, "</Relationships>", added))
        return id_

    def declare(self, name: str, kind: str) -> None:
        """Say of what kind a new part is."""
        override = (
            f'<Override PartName="/{name}" ContentType="application/vnd.openxmlformats-officedocument.{kind}+xml"/>'
        )
        self.put(TYPES, replaced(self.text(TYPES), "</Types>", f"{override}</Types>"))

    def written(self) -> bytes:
        """The workbook again: changed parts in their places, new ones at the end."""
        out = BytesIO()
        with zipfile.ZipFile(out, "w") as package:
            for entry in self._package.infolist():
                content = self._changed.get(entry.filename)
                package.writestr(entry, self._package.read(entry) if content is None else content)
            for name, content in self._changed.items():
                if name not in self.names:
                    added = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
                    package.writestr(added, content, zipfile.ZIP_DEFLATED)
        return out.getvalue()


def replaced(text: str, old: str, new: str) -> str:
    """The text with the last `old` replaced.

    Raises:
        NotPatched: it has none: the file writes its tags with a prefix, or otherwise.
    """
    before, found, after = text.rpartition(old)
    if not found:
        raise NotPatched(old)
    return f"{before}{new}{after}"
