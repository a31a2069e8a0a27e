"""Look into the package of a workbook before any reader opens it: how much it unpacks to, how far its cells lie.
 What a package says of its own sizes is never believed.

Each kind of workbook has a file of its own that looks at the parts as they unpack: guard_xlsx.py, guard_xlsb.py,
guard_ods.py; what they see stands in looked.py. An old .xls is no package; its reader alone stands in its own limits.
"""

import re
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO

from socialvalue.intake import guard_formats, guard_ods, guard_rich, guard_xlsb, guard_xlsx, limits
from socialvalue.intake.looked import Budget, Eye, Looked, Refused

CHUNK = 1 << 18
FIRST = (guard_formats.STYLES, guard_rich.STRINGS)
DECLARED = re.compile(rb"<!(DOCTYPE|ENTITY|ELEMENT|ATTLIST)", re.IGNORECASE)
END_OF_DIRECTORY = b"PK\x05\x06"
UNREADABLE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError)
"""What reading a damaged, locked or strangely packed archive raises."""
PROPERTY = re.compile(rb'<property\b[^<>]*\bname="(osv-[a-z]{1,20})"[^<>]*>\s*<vt:\w+>([^<]{0,200})</vt:')


def looked_at(content: bytes) -> Looked:
    """Look through the package of a workbook.

    Raises:
        Refused: it is no workbook, or holds what can't be read safely. The message is about "it".
    """
    try:
        archive = _opened(content)
        names = {part.filename for part in archive.infolist()}
        for found in (guard_xlsx.NEEDS, guard_xlsb.NEEDS, guard_ods.NEEDS):
            if found in names:
                break
        else:
            raise Refused(f"is {_something_else(names)}, not a workbook. Save the table as .xlsx or as CSV UTF-8.")
        looker = {guard_xlsx.NEEDS: guard_xlsx, guard_xlsb.NEEDS: guard_xlsb}.get(found, guard_ods)
        looked = Looked(looker.KIND, noticed=list(_noticed(names)))
        _through(archive, looker.eye, looked)
    except UNREADABLE as error:
        locked = "encrypted" in str(error)
        said = "is locked with a password. Take the password off" if locked else "is damaged. Open it and save it again"
        raise Refused(f"{said}, then try once more.") from error
    looker.named(archive, looked)
    return looked


def _opened(content: bytes) -> zipfile.ZipFile:
    at = content.rfind(END_OF_DIRECTORY)
    size = int.from_bytes(content[at + 12 : at + 16], "little") if at >= 0 else 0
    if size > limits.DIRECTORY_BYTES:
        raise Refused(f"has more than {limits.PARTS} parts, which no workbook has.")
    archive = zipfile.ZipFile(BytesIO(content))
    if len(archive.infolist()) > limits.PARTS:
        raise Refused(f"has {len(archive.infolist()):,} parts; a workbook has at most {limits.PARTS}.")
    return archive


def _through(archive: zipfile.ZipFile, eye: Callable[[str, Looked, Budget], Eye], looked: Looked) -> None:
    """Unpack every part once, and look at it: which of them a reader will take for a sheet is not known.
    Styles and shared texts come first: they say which cells of a sheet are to be noticed."""
    budget, unpacked = Budget(), 0
    for part in sorted(archive.infolist(), key=lambda part: part.filename not in FIRST):
        sees, tail = eye(part.filename, looked, budget), b""
        with archive.open(part) as opened:
            for block in _blocks(opened.read):
                unpacked += len(block)
                if unpacked > limits.UNPACKED_BYTES:
                    most = limits.UNPACKED_BYTES // 1_000_000
                    raise Refused(f"unpacks to more than {most} MB. Keep the sheets that belong to the return alone.")
                if DECLARED.search(tail + block):
                    raise Refused("holds declarations that no spreadsheet writes. Copy the table into a new workbook.")
                tail = block[-16:]
                if part.filename == "docProps/custom.xml":
                    looked.properties |= {k.decode(): v.decode("utf-8", "replace") for k, v in PROPERTY.findall(block)}
                sees.look(block)
        sees.done()


def _blocks(read: Callable[[int], bytes]) -> Iterator[bytes]:
    first = read(CHUNK)
    if first[:1] != b"\x89" and b"\x00" in first[:4] and (b"<" in first[:4] or first[:2] in (b"\xff\xfe", b"\xfe\xff")):
        raise Refused("is written in a way that no spreadsheet writes. Copy the table into a new workbook.")
    block = first
    while block:
        yield block
        block = read(CHUNK)


def _something_else(names: set[str]) -> str:
    if any(name.startswith("word/") for name in names):
        return "a Word document"
    if any(name.startswith("ppt/") for name in names):
        return "a presentation"
    return "a zip archive"


SIGNS: Mapping[str, str] = {
    "vbaproject.bin": "It holds macros. None was run.",
    "macrosheets/": "It holds macros of an old kind. None was run.",
    "basic/": "It holds macros. None was run.",
    "externallinks/": "It leads to other files. None was opened: the values are those that were saved with it.",
    "connections.xml": "It draws on a database or a web page. Neither was asked: the values are those that were saved.",
    "embeddings/": "It holds other documents inside. They were left out.",
}
"""Parts that a workbook for a return doesn't need, and what is said of them."""


def _noticed(names: set[str]) -> Iterator[str]:
    said = (words for sign, words in SIGNS.items() if any(sign in name.casefold() for name in names))
    return iter(dict.fromkeys(said))
