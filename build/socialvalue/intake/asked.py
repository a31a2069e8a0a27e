"""One import from beginning to end, but for the check and the valuation that lie between: what is said, and when."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from socialvalue.how_many import many
from socialvalue.intake import saying
from socialvalue.intake.answer.given import answered
from socialvalue.intake.dialogue import Ask, Say, asked, settle, still_open
from socialvalue.intake.importing import Import
from socialvalue.intake.landing import checked_words, rows_of, worth_words, write_returns
from socialvalue.intake.mapping import keep_mapping, read_mappings
from socialvalue.intake.packages import published_files
from socialvalue.intake.questions import Answers, yes_or_no
from socialvalue.intake.reading import read_file
from socialvalue.intake.register import Register
from socialvalue.intake.understood import Understood, learned
from socialvalue.intake.workbook import Workbook
from socialvalue.intake.writing import sender_of
from socialvalue.records import Checked, Valuation
from socialvalue.records.naming import name_meant
from socialvalue.records.telling import Tell, silent

WRITE = "write-errors"
"""The question whether a return that the check will hold back is written all the same."""
Foretell = Callable[[Import, Understood], Checked]
"""Judges the returns of a file before they are written where they belong."""
Begun = tuple[Import, Understood, list[Path] | None]
"""An import, what was understood, and the folders that were written; None where that was not to be: questions
stand open, or there are errors."""


@dataclass(frozen=True)
class Request:
    """What was asked for on the command line."""

    answers: Answers
    today: str
    """The day that the returns came in, as ISO text."""
    say: Say
    ask: Ask | None = None
    """Reads what somebody types; None where nobody is there."""
    tell: Tell = silent
    sheets: Sequence[str] = ()
    learn: bool = False
    whole: bool = False
    """Whether every changed cell is shown."""
    dry: bool = False
    """Whether nothing is written."""
    into: Path | None = None
    """Where the returns are written to be checked and no more; None for the data folder."""
    foretold: list[str] = field(default_factory=list)
    """What was said beforehand of what the check will find."""


def begun(files: Sequence[Path], data: Path, before: Checked, request: Request, foretell: Foretell) -> Begun:
    """Read, understand, ask, say what the check will find, write. Nothing is written while questions are open."""
    say = request.say
    work = _import_of(files, data, before, request)

    def first(found: Understood) -> None:
        for line in [*saying.what_it_is(work.workbooks, found), *saying.how_read(found)]:
            say(line)

    found = settle(work, say, request.ask, first)
    if work.answers.open:
        still_open(work, found, say)
        return work, found, None
    for key in sorted(work.answers.given.keys() - work.answers.asked.keys() - {"notes", "running-totals", WRITE}):
        if not key.startswith("column:"):
            say(f"{key} was answered, and not asked.")
    taken = saying.taken(work.answers, found.gathered, _senders(work, found), bool(found.own))
    for line in [*taken, *saying.changed(found, request.whole)]:
        say(line)
    say("")
    for line in saying.states(found.packages):
        say(line)
    wanted = request.into is not None or not found.to_write or _foretold(work, found, request, foretell)
    if request.dry:
        say(f"Nothing was written (--dry-run). {many(len(found.to_write), 'return')} would be.")
        return work, found, [] if wanted else None
    if not wanted:
        say("Nothing was written. Put the cells right in your file, and import it again.")
        return work, found, None
    folders = write_returns(work, found, request.today, request.into)
    if request.into is None:
        _written(found, folders, say)
    if request.learn and found.tables:
        _kept(work, found, request)
    return work, found, folders


def _import_of(files: Sequence[Path], data: Path, before: Checked, request: Request) -> Import:
    """The files as read, with what the cells of a file that came back answer, beside what the repository knows."""
    books: list[Workbook] = []
    in_sheet: dict[str, str] = {}
    for path in files:
        book, given = answered(read_file(path))
        books.append(book)
        in_sheet |= given
    return Import(
        books, Register(before), data, request.answers, read_mappings(data), request.sheets, published_files(data),
        in_sheet,
    )  # fmt: skip


def _foretold(work: Import, found: Understood, request: Request, foretell: Foretell) -> bool:
    """Say what the check will find; whether it is to be written: where somebody is there, errors are asked about.

    Of a dry run: whether there is no error."""
    request.tell("looking at what the check will find")
    said, sound = checked_words(foretell(work, found), found, "The check will find")
    request.foretold.extend(said[1:])
    for line in said if said[1:] else ():
        request.say(line)
    if sound or request.dry:
        return sound
    question = yes_or_no(WRITE, "The check holds it back as long as there is an error. Write it all the same?")
    answer = question.answer(work.answers.given.get(WRITE, ""))
    if not answer and request.ask is not None:
        answer = asked(question, 1, (), request.say, request.ask)
    return answer != "no"


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
    where = str(folders[0]) if len(folders) == 1 else many(len(folders), "return")
    say(f"Written: {where}   {many(rows, 'row')}, {many(documents, 'document')}")


def _kept(work: Import, found: Understood, request: Request) -> None:
    answered = work.answers.used.get("organisation", "")
    stem = work.workbooks[0].name.rpartition(".")[0]
    known = found.mapping.name if found.mapping else ""
    name = known or (
        answered if answered in work.register.checked.tables["organisations"]["organisation"].array else ""
    )
    path = keep_mapping(work.data, learned(found, name or name_meant(stem), work.answers))
    request.say(f"Kept for next time: {path} (headings, and {many(len(work.answers.to_keep()), 'answer')})")


def finished(begin: Begun, after: Checked, valuation: Valuation | None, request: Request) -> bool:
    """Say what the check finds in the returns of the file, and what was written is worth; whether all is well."""
    work, found, folders = begin
    assert folders is not None
    said, clean = checked_words(after, found)
    known = request.foretold and said[1:] == request.foretold
    for line in [f"{said[0]} They stand above."] if known else said:
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
