"""Know the files of a return by another name, or in a folder of the wrong depth."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from socialvalue.load.folders import Listed

OTHER_NAME = re.compile(
    r"(lines|evidence|datapackage)[ _-]*(copy)?[ _-]*(\([0-9]+\))?(\.(csv|json|txt|xlsx?|ods))+",
    re.IGNORECASE | re.ASCII,
)
"""What a computer makes of the names of our files: Lines.csv, lines (1).csv, datapackage.json.txt, lines.xlsx."""


def misnamed(names: Sequence[str], absent: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each of the names that stands for one of the absent files, and that file's right name."""
    left = list(absent)
    for name in names:
        found = OTHER_NAME.fullmatch(name.strip())
        right = next((file for file in left if found and file.partition(".")[0] == found[1].casefold()), "")
        if right:
            left.remove(right)
            yield name, right


def too_deep(folder: Path, found: Listed, wanted: Sequence[str]) -> str:
    """The folder inside `folder` that holds the files which should lie in `folder` itself; empty for none."""
    if not found.folders or any(name in wanted for name in found.others):
        return ""
    return next((name for name in found.folders if any((folder / name / file).is_file() for file in wanted)), "")
