"""What the commands ask of the rooms besides the story in run.py: a report, totals, a working, a preview."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from socialvalue import system
from socialvalue.arguments import OWN, only_framework
from socialvalue.carried import carried
from socialvalue.check import check, report
from socialvalue.errors import BrokenRepository
from socialvalue.git import NoHistory, base_of
from socialvalue.load import load, returns_to_compare, with_unit_values
from socialvalue.records import Checked, Finding, Source, Valuation
from socialvalue.records.telling import Tell, silent
from socialvalue.run import checked, published, shareable, valued

if TYPE_CHECKING:
    from socialvalue.disclosing import Settled
    from socialvalue.domain.spans import Span
    from socialvalue.intake.asked import Begun, Request
    from socialvalue.intake.importing import Import
    from socialvalue.intake.understood import Understood
    from socialvalue.review.moves import Move
    from socialvalue.upgrading import Upgrade


def judged(
    data: Path,
    returns: Sequence[Path],
    form: str,
    colour: bool = False,
    since: str = "",
    tell: Tell = silent,
) -> tuple[str, int]:
    """A report on the data, or on the returns that are named; and 0 where nothing needs mending, 1 where something
    does, 2 where a rule could not be applied. It is compared with what was published before, or with `since`."""
    source = load(data, returns, tell, since=since)
    tell("checking")
    found = check(source)
    tell("writing the report")
    return report(found, source, form, colour), 2 if found.not_applied else int(bool(found.errors))


def differences(data: Path, since: str, form: str, tell: Tell = silent) -> str:
    """What differs from what was published, or from where this left `since`, as text, markdown, json or html.

    It is made to be shown to others, so it tells nothing of frameworks that are not to be published.

    Only the projects with a return that changed are read, unless a table that all share did.

    Raises:
        BrokenRepository: git can't say, or what stands or stood there can't be valued.
    """
    from socialvalue.review import changes_between, reported

    try:
        base = base_of(data, since)
        returns = returns_to_compare(data, base)
    except NoHistory as reason:
        raise BrokenRepository(f"Nothing can be compared: {reason}.") from reason
    source = load(data, returns, tell, since=base, all_before=not returns)
    tell("checking")
    whole = check(source)
    found = shareable(whole)
    before = found.before
    if before is None:
        raise BrokenRepository(found.compared)
    for each, which in ((found, "What stands here"), (before, "What was published")):
        if each.broken:
            raise BrokenRepository(f"{which} cannot be valued: {each.broken[0].words} Run: socialvalue check")
    was, now = valued(before, tell), valued(found, tell)
    changes = changes_between(was, now, set(source.places), whole.findings, whole=not returns)
    return reported(changes, form)


def imported(
    files: Sequence[Path], data: Path, before: Checked, request: "Request", answer: Path | None = None
) -> bool:
    """Read files into returns of the repository `before`, check them and say what they are worth; whether all is well.

    `answer` is where the file is given back with what is to be done in it; None for nowhere.

    Raises:
        BrokenRepository: a file can't be read safely, has no table, or an answer that was given answers nothing.
    """
    from socialvalue.intake.asked import begun, finished

    begin = begun(files, data, before, request, lambda work, found: _foretold(work, found, before, request.today))
    work, found, folders = begin
    after = None
    if folders:
        request.tell("checking")
        after = _judged_aside(work, found, folders, before) if request.into else checked(data)
    elif folders is not None and not found.to_write:
        after = before
    clean = folders is not None
    if after is not None:
        unvalued = after.broken or request.into or not folders
        clean = finished(begin, after, None if unvalued else valued(after), request)
    if answer:
        _answer(begin, after, request, answer)
    return clean


def _foretold(work: "Import", found: "Understood", before: Checked, today: str) -> Checked:
    """What the check will find in the returns of a file once they are written."""
    from socialvalue.intake.landing import write_returns

    with TemporaryDirectory() as folder:
        return _judged_aside(work, found, write_returns(work, found, today, Path(folder)), before)


def _judged_aside(work: "Import", found: "Understood", folders: Sequence[Path], before: Checked) -> Checked:
    """What the check finds in returns that were written aside, and in those of the file that stand already."""
    after = check(load(work.data, folders))
    stand = {package.owner for package in found.packages} - {package.owner for package in found.to_write}
    return replace(after, findings=(*after.findings, *(each for each in before.findings if each.owner in stand)))


def _answer(begin: "Begun", after: Checked | None, request: "Request", path: Path) -> None:
    """Write the answer to a file, and say where it is."""
    from socialvalue.intake.answer import answer_to, written_into

    work, found, _ = begin
    said = answer_to(work, found, after.findings if after else ())
    saved(path, written_into(work.workbooks[0], said))
    request.say(f"The answer: {path}. {said.title}. {said.lead}")


def tried(file: Path, data: Path, before: Checked, request: "Request", answer: Path) -> bool:
    """Judge a file as its import would, and keep nothing but the answer; whether all is well."""
    with TemporaryDirectory() as folder:
        return imported([file], data, before, replace(request, into=Path(folder)), answer)


def answered(data: Path, returns: Sequence[Path], since: str, tell: Tell = silent) -> tuple[bytes, int]:
    """A workbook that answers the data or the returns that are named, and the code to end with as in `judged`."""
    from socialvalue.intake.answer import of_returns

    found = check(load(data, returns, tell, since=since))
    code = 2 if found.not_applied else int(bool(found.errors))
    return of_returns(data, found.findings), code


def saved(path: Path, content: bytes) -> None:
    """Write a file that was asked for.

    Raises:
        BrokenRepository: it can't be written there.
    """
    try:
        system.write_whole(path, content, links=True)
    except OSError as error:
        raise BrokenRepository(f"{path} could not be written: {system.reason(error)}.") from error


def checked_around(data: Path, project: str) -> tuple[Checked, int]:
    """The repository without the rows of shared tables that are wrong and not of this project, and how many these are.

    What is wrong with the project itself, with what it names, or with a whole table stays, and stands in the way.
    """
    source, apart = load(data), 0
    found = check(source)
    while wrong := {(each.file, each.row) for each in found.broken if not _matters(each, source, project)}:
        apart += len(wrong)
        source = source.without(wrong)
        found = check(source)
    return found, apart


def _matters(finding: Finding, source: Source, project: str) -> bool:
    """Whether an error is not in one row of the register alone, or in one that is about this project."""
    in_a_row = finding.file.startswith("register/") and finding.row is not None and finding.row > 1
    return not in_a_row or project in source.row(finding.file, finding.row or 0).values()


def workbook_of(found: Valuation, project: str, span: "Span") -> bytes:
    """The workbook of a return, to be filled in; where there is a return already, with its figures, to be corrected.

    Raises:
        BrokenRepository: the project is not in the register.
    """
    from socialvalue.drafting import known_project
    from socialvalue.workbooks import contents_of, written

    known_project(found.checked, project)
    return written(contents_of(found, project, span, correcting=True))


def noticed(found: Valuation, project: str, form: str) -> str:
    """The draft of a contract performance notice for a project, as text or json.

    Raises:
        BrokenRepository: the project is not in the register.
    """
    from socialvalue.drafting import known_project
    from socialvalue.publish import notice

    known_project(found.checked, project)
    return notice(found, project, form)


def summed_up(valuation: Valuation, form: str, framework: str = "", unit_values: str = "") -> tuple[str, list[str]]:
    """The totals as a table, csv or json; and what they suppose, where a framework or a file was named."""
    from socialvalue.publish import summary, suppositions

    notes = suppositions(valuation, framework, unit_values)
    return summary(valuation, form, notes), notes


def explained(valuation: Valuation, owner: str, line: int | None = None) -> list[str]:
    """How each line of a return, or one line or target, came to its £: a text for each."""
    from socialvalue.publish import in_plain_words
    from socialvalue.value import explain

    return [in_plain_words(each) for each in explain(valuation, owner, line)]


def supposed(data: Path, unit_values: Path, framework: str = "", tell: Tell = silent) -> Checked:
    """Read and judge the repository with the unit values of a file alone, for this run.

    Raises:
        BrokenRepository: something is wrong with the file, or it is not clear which framework it is for.
    """
    source = load(data, tell=tell)
    found = check(with_unit_values(source, unit_values, only_framework(source.frameworks, framework)))
    wrong = [finding for finding in found.errors if finding.file == unit_values.as_posix()]
    if wrong:
        said = "\n".join(f"  row {each.row or 1} {each.column}: {each.words}" for each in wrong)
        raise BrokenRepository(f"{unit_values} cannot be used.\n{said}")
    return found


def upgrade_judged(upgrade: "Upgrade", site: Path, tell: Tell = silent) -> Iterator[str]:
    """What check finds before an upgrade and after it, and whether the figures of the site that stands are the same."""
    from socialvalue.pinning import named_in
    from socialvalue.upgrading import errors_found, judged
    from socialvalue.upgrading.figures import laid_out

    before = checked(upgrade.data, tell=tell)
    if not upgrade.tables and not upgrade.pins:
        yield from errors_found(before.findings)
        yield from _figures_compared(before, site, tell)
        return
    with laid_out(upgrade) as data:
        after = checked(data, tell=tell)
        yield from judged(named_in(upgrade.data.parent), bool(upgrade.tables), before.findings, after.findings)
        yield from _figures_compared(after, site, tell)


def _figures_compared(found: Checked, site: Path, tell: Tell) -> Iterator[str]:
    from socialvalue.publish import published_csv
    from socialvalue.upgrading import compared
    from socialvalue.upgrading.figures import TABLES

    if not (site / "data" / f"{TABLES[0]}.csv").is_file():
        yield f"No figure was compared: {site} is no site that the version before built. Name it with --site."
    elif found.broken:
        yield f"No figure was compared: {found.broken[0].file}: {found.broken[0].words} Run: socialvalue check"
    else:
        yield from compared(site, published_csv(valued(shareable(found), tell), TABLES))


def disclosed(data: Path, tell: Tell = silent) -> tuple[Checked, "Settled"]:
    """Settle which counts of people are shown, of the returns that nothing else is wrong with.

    Gives what was found, and how much was settled. Where something outside any return is wrong, nothing is; also where
    only what was published before shows it.
    """
    from socialvalue.disclosing import Settled, disclose

    source = load(data, tell=tell, remembering=True)
    tell("checking")
    found = check(source, without={"counts-recorded"})
    return found, Settled() if found.broken or found.not_applied else disclose(found, data)


def to_record(data: Path, tell: Tell = silent) -> tuple[Checked, list[str], Sequence["Move"]]:
    """What `record` is about; and the deductions that an edition in use was recorded without, with what they move."""
    from socialvalue.recording import without_late
    from socialvalue.review.moves import moves

    found = check(load(data, tell=tell), without={"deduction-recorded"})
    late, without = without_late(found)
    return found, late, () if found.broken or not late else moves(valued(without), valued(found))


def served(data: Path, out: Path, port: int, tell: Tell = silent) -> None:
    """Build into `out`, show it on this machine, and build again whenever the data or the pages change."""
    from socialvalue.publish import serve

    def build() -> None:
        published(valued(shareable(checked(data, tell=tell)), tell), data, out, tell=tell)

    beside = [system.resolved(data).parent / name for name in OWN]
    serve(build, out, [data, carried("docs"), carried("mkdocs.yml"), *filter(Path.is_dir, beside)], port, tell)
