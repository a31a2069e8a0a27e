"""Lists of what an authority has, as tables of its register: begin with `registered` and `importing.py`."""

from collections.abc import Mapping as Held
from collections.abc import Sequence
from pathlib import Path

from socialvalue.check import check
from socialvalue.errors import BrokenRepository
from socialvalue.how_many import many
from socialvalue.intake.asked import Request
from socialvalue.intake.dialogue import settle, still_open
from socialvalue.intake.entry import Gathered
from socialvalue.intake.mapping import Mapping, keep_mapping, read_mappings
from socialvalue.intake.reading import read_file
from socialvalue.intake.register import Register
from socialvalue.intake.registering.found import Found
from socialvalue.intake.registering.importing import RegisterImport
from socialvalue.intake.registering.saying import not_known, what_becomes, what_is_wrong, what_it_is
from socialvalue.intake.registering.sheet import FIELDS
from socialvalue.intake.registering.writing import as_it_would_be, places_of, write
from socialvalue.intake.saying import taken
from socialvalue.load import load
from socialvalue.records import Severity
from socialvalue.records.naming import name_meant

__all__ = ["FOLDER", "registered"]
FOLDER = "imports/register"
"""How the headings of lists are read, kept in the data."""


def registered(files: Sequence[Path], data: Path, request: Request) -> bool:
    """Read lists into the register of the repository at `data`, and say what becomes of them; whether all is well.

    Raises:
        BrokenRepository: the register has errors, a file can't be read safely or has no list, or an answer is none.
    """
    source = load(data)
    before = check(source)
    if before.broken:
        first_error = before.broken[0]
        raise BrokenRepository(f"{first_error.file}: {first_error.words} Mend the register first: socialvalue check")
    books = [read_file(path) for path in files]
    mappings = read_mappings(data, FOLDER, FIELDS)
    work = RegisterImport(books, source, Register(before), request.answers, request.today, mappings, request.sheets)

    def first(found: Found) -> None:
        for line in what_it_is(books, found):
            request.say(line)

    found = settle(work, request.say, request.ask, first)
    if work.answers.open:
        still_open(work, found, request.say)
        return False
    for key in sorted(work.answers.given.keys() - work.answers.asked.keys()):
        request.say(f"{key} was answered, and not asked.")
    taken_as = taken(work.answers, Gathered())
    for line in (*taken_as, *what_becomes(found, request.whole), *not_known(found, source, request.whole)):
        request.say(line)
    if not found.tables:
        request.say("Written: nothing. Every row stands as the list has it.")
        return True
    return _judged(work, found, data, files[0], request)


def _judged(work: RegisterImport, found: Found, data: Path, file: Path, request: Request) -> bool:
    """Judge the register as it would be, and write it where nothing is wrong; whether it was right."""
    request.tell("checking")
    after = check(as_it_would_be(found, work.source, work.register.checked, data))
    places = places_of(found)
    ours = [
        each for each in after.findings if (each.file, each.row or 0) in places and each.severity is not Severity.NOTE
    ]
    wrong = list(dict.fromkeys([*after.broken, *ours]))
    for line in what_is_wrong(found, wrong, places):
        request.say(line)
    if after.broken:
        request.say(
            f"{many(len(after.broken), 'error')}, so nothing was written. Put the cells right and import it again."
        )
        return False
    if request.dry:
        request.say("Nothing was written (--dry-run).")
        return True
    paths = write(found, work.register.checked, data)
    request.say(f"Written: {', '.join(map(str, paths))}")
    if request.learn:
        path = keep_mapping(data, _mapped(found, _stem(file), work.answers.to_keep()), FOLDER)
        request.say(f"Kept for next time: {path}")
    return True


def _mapped(found: Found, name: str, answers: Held[str, str]) -> Mapping:
    """How the headings were read, to be kept for the next file."""
    columns = {
        f"{each.table}/{each.heading(number)}": f"{each.table}.{column}"
        for each in found.listings
        for number, column in each.columns.items()
    }
    return Mapping(name, columns, answers)


def _stem(path: Path) -> str:
    """The name under which a mapping is kept, where nobody gave one."""
    return name_meant(path.stem) or "list"
