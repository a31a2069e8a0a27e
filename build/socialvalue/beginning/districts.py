"""The districts that an authority may choose its areas from, by name: those of the program, or of a file of the ONS."""

import csv
import difflib
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from socialvalue import system
from socialvalue.errors import BrokenRepository
from socialvalue.records.naming import name_meant

CARRIED = Path(__file__).parent / "districts/districts.csv"
OF_WHEN = "England and Wales, April 2021"
"""What the program's own list covers."""
KINDS = {"E06": "unitary", "W06": "unitary", "E07": "district", "E08": "district", "E09": "borough", "N09": "district",
         "S12": "unitary", "E10": "county", "E11": "county"}  # fmt: skip
"""What kind of area the first letters of an ONS code mean."""
CODE, NAME = re.compile(r"(LAD|LTLA|UTLA)[0-9]{2}CD|area"), re.compile(r"(LAD|LTLA|UTLA)[0-9]{2}NM|name")
"""The columns of a file of the ONS that hold a code and a name: LAD24CD, LAD24NM."""
SHORT = 12
MOST_BYTES = 5_000_000


class District(NamedTuple):
    """A row of areas.csv: the ONS code, the name, the code and name of the county around it."""

    area: str
    name: str
    within: str = ""
    within_name: str = ""


def districts(path: Path | None = None) -> list[District]:
    """The districts of a CSV file with the ONS's columns, such as LAD24CD and LAD24NM; the program's without a file.

    Raises:
        BrokenRepository: the file can't be read, or has no column of codes and names.
    """
    try:
        if path and path.stat().st_size > MOST_BYTES:
            raise BrokenRepository(f"{path} is too large for a list of districts.")
        with (path or CARRIED).open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            columns = reader.fieldnames or ()
            code = next((column for column in columns if CODE.fullmatch(column)), "")
            name = next((column for column in columns if NAME.fullmatch(column)), "")
            rows = [District(row[code], row[name], row.get("within") or "", row.get("within_name") or "")
                    for row in reader if code and name and row[code] and row[name]]  # fmt: skip
    except OSError as error:
        raise BrokenRepository(f"{path} could not be read: {system.reason(error)}.") from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise BrokenRepository(f"{path} is no CSV in UTF-8.") from error
    known = [row for row in rows if re.fullmatch(r"[ENSW][0-9]{8}", row.area)]
    if not known:
        raise BrokenRepository(f"{path} has no columns of codes and names such as LAD24CD and LAD24NM.")
    return known


def chosen(names: Sequence[str], known: Sequence[District]) -> tuple[District, ...]:
    """The districts of these names or codes; a county's name means all its districts.

    Raises:
        BrokenRepository: a name is not known. The message says which may be meant.
    """
    found: dict[str, District] = {}
    for wanted in names:
        mine = list(_meant(wanted, known))
        if not mine:
            near = difflib.get_close_matches(wanted.casefold(), {row.name.casefold(): row for row in known}, 4, 0.6)
            hint = f" Did you mean {' or '.join(near)}?" if near else ""
            raise BrokenRepository(
                f"{wanted!a} is no district of the list ({OF_WHEN}).{hint} Name a file of the ONS with --districts, "
                "or leave it out and write reference/areas.csv yourself."
            )
        found |= {row.area: row for row in mine}
    return tuple(found.values())


def _meant(wanted: str, known: Sequence[District]) -> Iterator[District]:
    low = name_meant(wanted)
    own = [row for row in known if wanted.strip().upper() == row.area or low == name_meant(row.name)]
    yield from own or (row for row in known if low and low == name_meant(row.within_name))


def area_rows(areas: Sequence[District]) -> Iterator[dict[str, str]]:
    """The rows of areas.csv: each district, and each county around some of them."""
    counties = {row.within: District(row.within, row.within_name) for row in areas if row.within}
    for row in (*areas, *counties.values()):
        yield {
            "area": row.area,
            "name": row.name,
            "short_name": _short(row.name),
            "slug": name_meant(row.name),
            "kind": KINDS.get(row.area[:3], "district"),
            "within": row.within,
        }


def _short(name: str) -> str:
    """As many of its words as fit on a small map."""
    words = name[: SHORT + 1].rsplit(" ", 1)[0] if len(name) > SHORT else name
    return words[:SHORT].removesuffix(" and")
