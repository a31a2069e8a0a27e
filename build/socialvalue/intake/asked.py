"""One import from beginning to end, but for the check and the valuation that lie between: what is said, and when."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from socialvalue.intake import saying
from socialvalue.intake.answer.given import answered
from socialvalue.intake.dialogue import Ask, Say, settle, still_open
from socialvalue.intake.found import lacking
from socialvalue.intake.importing import Import, Understood, learned
from socialvalue.intake.landing import checked_words, rows_of, worth_words, write_returns
from socialvalue.intake.mapping import keep_mapping, read_mappings
from socialvalue.intake.packages import published_files
from socialvalue.intake.questions import Answers
from socialvalue.intake.reading import read_file
from socialvalue.intake.register import Register
from socialvalue.intake.workbook import Workbook
from socialvalue.intake.writing import sender_of
from socialvalue.records import Checked, Valuation
from socialvalue.records.naming import name_meant

Begun = tuple[Import, Understood, list[Path] | None]
"""An import, what was understood, and the folders that were written; None where questions stand open."""


@dataclass(frozen=True)
class Request:
    """What was asked for on the command line."""

    answers: Answers
    today: str
    """The day that the returns came in, as ISO text."""
    say: Say
    ask: Ask | None = None
    """Reads what somebody types; None where nobody is there."""
    told: Callable[[str], None] = lambda words: None
    sheets: Sequence[str] = ()
    learn: bool = False
    whole: bool = False
    """Whether every changed cell is shown."""
    dry: bool = False
    """Whether nothing is written."""
    into: Path | None = None
    """Where the returns are written to be checked and no more; None for the data folder."""


def begun(files: Sequence[Path], data: Path, before: Checked, request: Request) -> Begun:
    """Read, understand, ask and write. Where questions stand open nothing was written."""
    say = request.say
    books: list[Workbook] = []
    in_sheet: dict[str, str] = {}
    for path in files:
        book, given = answered(read_file(path))
        books.append(book)
        in_sheet |= given
    work = Import(
        books, Register(before), data, request.answers, read_mappings(data), request.sheets, published_files(data),
        in_sheet,
    )  # fmt: skip

    def first(found: Understood) -> None:
        for line in [*saying.what_it_is(books, found), *saying.how_read(found)]:
            say(line)

    found = settle(work, say, request.ask, first)
    if work.answers.open:
        still_open(work, found, say)
        return work, found, None
    for key in sorted(work.answers.given.keys() - work.answers.asked.keys() - {"notes", "running-totals"}):
        if not key.startswith("column:"):
            say(f"{key} was answered, and not asked.")
    taken = saying.taken(work.answers, found.gathered, _senders(work, found), bool(found.own))
    for line in [*taken, *saying.changed(found, request.whole)]:
        say(line)
    say("")
    for line in [*saying.states(found.packages), *lacking(found, work.register.checked)]:
        say(line)
    if request.dry:
        say(f"Nothing was written (--dry-run). {saying.many(len(found.to_write), 'return')} would be.")
        return work, found, []
    folders = write_returns(work, found, request.today, request.into)
    if request.into is None:
        _written(found, folders, say)
    if request.learn and found.tables:
        _kept(work, found, request)
    return work, found, folders


def _senders(work: Import, found: Understood) -> Sequence[str]:
    """The organisations that are taken to send the returns; none where the file names one."""
    if found.gathered.heads.get("organisation"):
        return ()
    keys = dict.fromkeys(sender_of(package, found.gathered.heads, work.register) for package in found.to_write)
    return [f"{work.register.name('organisation', key)} ({key})" for key in keys if key]


def _written(found: Understood, folders: Sequence[Path], say: Say) -> None:
    if not folders:
        say("Written: nothing. Every return stands as the file has it.")
        return
    rows, documents = rows_of(found.to_write)
    where = str(folders[0]) if len(folders) == 1 else saying.many(len(folders), "return")
    say(f"Written: {where}   {saying.many(rows, 'row')}, {saying.many(documents, 'document')}")


def _kept(work: Import, found: Understood, request: Request) -> None:
    answered = work.answers.used.get("organisation", "")
    stem = work.workbooks[0].name.rpartition(".")[0]
    known = found.mapping.name if found.mapping else ""
    name = known or (
        answered if answered in work.register.checked.tables["organisations"]["organisation"].array else ""
    )
    path = keep_mapping(work.data, learned(found, name or name_meant(stem), work.answers))
    request.say(f"Kept for next time: {path} (headings, and {saying.many(len(work.answers.to_keep()), 'answer')})")


def finished(begin: Begun, after: Checked, valuation: Valuation | None, request: Request) -> bool:
    """Say what the check finds in the returns of the file, and what was written is worth; whether all is well."""
    work, found, folders = begin
    assert folders is not None
    said, clean = checked_words(after, found)
    for line in said:
        request.say(line)
    if valuation is not None:
        request.say("")
        for line in worth_words(valuation, found.to_write):
            request.say(line)
    if not clean and request.into is None:
        stand = [package.standing.folder for package in found.packages if package.standing]
        places = folders or stand
        where = places[0] if len(places) == 1 else work.data
        request.say(f"Put the cells right in your file and import it again, or change {where}.")
    return clean
