"""Let LibreOffice open a workbook, work it out and save it."""

import re
import subprocess
import zipfile
from collections.abc import Mapping
from pathlib import Path

from workbooks.filling import Cell, filled
from workbooks.setup_libreoffice import HELP, find

SECONDS = 240
RESULT = re.compile(rb"(</f>)<v>[^<]*</v>")
FORM = "xlsx:Calc MS Excel 2007 XML"


def saved_by_libreoffice(book: bytes, target: Path, sheets: Mapping[str, Mapping[str, Cell]]) -> Path:
    """Fill these cells of these sheets in, take every saved result away, and let LibreOffice save it as `target`.

    Without results it has to work each formula out itself.
    """
    folder = target.parent / "libreoffice"
    folder.mkdir()
    source = filled(book, folder / target.name, sheets)
    with zipfile.ZipFile(source) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    with zipfile.ZipFile(source, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, RESULT.sub(rb"\1", content) if name.startswith("xl/worksheets/") else content)
    program = find()
    assert program is not None, HELP
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    words = ["--headless", "--norestore", "--convert-to", FORM, "--outdir", target.parent, source]
    subprocess.run([program, profile, *words], check=True, capture_output=True, timeout=SECONDS)
    assert target.is_file(), "LibreOffice saved nothing"
    return target
