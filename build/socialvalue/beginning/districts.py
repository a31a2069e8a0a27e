"""The districts that an authority may choose its areas from, by name: those of the program, or of a file of the ONS."""

import csv
import difflib
import re
from collections.abc import Collection, Iterator, Sequence
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
OFFERED, ALIKE = 4, 0.75
"""How many names are offered for one that is not known, and how alike they must be, from 0 to 1."""
SHORT = 12
"""Letters of a name on a small map."""
OF = " of"
"""How a name goes on that stands before its comma in an index: Bristol, City of."""
SHORTER = {
    **{"North": "N", "South": "S", "East": "E", "West": "W", "Great": "Gt", "Greater": "Gtr"},
    **{"Central": "C", "County": "Co"},
}
LEADING = {"City", "Forest", "Mid", "New", "Royal", "Upper", *SHORTER, *SHORTER.values()}
"""Words that name no place by themselves."""
PREFIX = re.compile(r"(?:City|Isles?|Vale) of ")
SMALL = re.compile(r"\b(?:and|of|the|upon|under|in|on|with)\b")
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
            near = list(_near(wanted, known))
            hint = f" Did you mean {' or '.join(near)}?" if near else ""
            raise BrokenRepository(
                f"{wanted!a} is no district of the list ({OF_WHEN}).{hint} Name a file of the ONS with --districts, "
                "or leave it out and write reference/areas.csv yourself."
            )
        found |= {row.area: row for row in mine}
    return tuple(found.values())


def _near(wanted: str, known: Sequence[District]) -> Iterator[str]:
    """The districts and counties that hold what was typed, or are spelt nearly so, the likeliest first."""
    named = [name for row in known for name in (row.name, row.within_name) if name]
    names = {said.casefold(): name for name in named for said in (name.partition(", ")[0], name)}
    low = wanted.strip().casefold()
    whole = [name for name in names if low and re.search(rf"\b{re.escape(low)}\b", name)]
    near = difflib.get_close_matches(low, names, OFFERED, ALIKE)
    yield from list(dict.fromkeys(names[name] for name in (*whole, *near)))[:OFFERED]


def names_in(text: str, known: Sequence[District]) -> list[str]:
    """The names that somebody typed with semicolons or commas between them.

    Bristol, City of is one where the list has it so.
    """
    return [name for part in re.split(r"[;\n]", text) for name in _between_commas(part, known)]


def _between_commas(text: str, known: Sequence[District]) -> list[str]:
    parts, found = [part.strip() for part in text.split(",") if part.strip()], list[str]()
    while parts:
        pairs = (", ".join(parts[:many]) for many in range(len(parts), 1, -1))
        name = next((name for name in pairs if any(_meant(name, known))), parts[0])
        parts = parts[name.count(",") + 1 :]
        found.append(name)
    return found


def _meant(wanted: str, known: Sequence[District]) -> Iterator[District]:
    low = name_meant(wanted)
    own = [row for row in known if wanted.strip().upper() == row.area or low == name_meant(row.name)]
    own = own or [row for row in known if low and low == name_meant(row.name.partition(", ")[0]) and OF in row.name]
    yield from own or (row for row in known if low and low == name_meant(row.within_name))


def area_rows(areas: Sequence[District]) -> Iterator[dict[str, str]]:
    """The rows of areas.csv: each district, and each county around some of them."""
    counties = {row.within: District(row.within, row.within_name) for row in areas if row.within}
    whole = (*areas, *counties.values())
    for row, short in zip(whole, short_names([row.name for row in whole]), strict=True):
        yield {
            "area": row.area,
            "name": row.name,
            "short_name": short,
            "slug": name_meant(row.name),
            "kind": KINDS.get(row.area[:3], "district"),
            "within": row.within,
        }


def short_names(names: Sequence[str]) -> list[str]:
    """A name for each that fits on a small map, and that is no other's."""
    first = [_short(name, {each for each in names if each != name}) for name in names]
    taken = {short for short in first if first.count(short) == 1}
    found = []
    for name, short in zip(names, first, strict=True):
        last = re.split(r"[ -]", name.partition(",")[0])[-1]
        others = [_cut(each) for each in (last, name) if _cut(each) not in taken]
        found.append(short if short in taken else next(iter(others), short))
        taken.add(found[-1])
    return found


def _short(name: str, others: Collection[str]) -> str:
    """As many of its words as fit, of which one names the place: N Norfolk, King's Lynn, Bristol."""
    bare = name.partition(",")[0]
    if len(bare) <= SHORT:
        return bare
    words = re.findall(r"[^ -]+|-", PREFIX.sub("", bare))
    words = [word for word in words if word != "-"] if "-" in bare else words
    if len(" ".join(words)) > SHORT:
        words = [SHORTER.get(word, word) for word in words]
    for many in range(len(words), 0, -1):
        some = " ".join(words[:many])
        parted = SMALL.search(some if 1 < many < len(words) else words[many - 1])
        if len(some) <= SHORT and some not in others and not parted and not set(words[:many]) <= LEADING:
            return some
    return _cut(" ".join(words))


def _cut(text: str) -> str:
    """A text in which the end of a word is left out, where it is too long."""
    return text if len(text) <= SHORT else f"{text[: SHORT - 1].strip()}."
