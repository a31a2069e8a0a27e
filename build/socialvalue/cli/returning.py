"""The ways of a return: begun, filled in, taken in, corrected, withdrawn."""

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from socialvalue.cli.group import ANSWER, DATA, main, sound, tell
from socialvalue.errors import BrokenRepository
from socialvalue.how_many import many

if TYPE_CHECKING:
    from socialvalue.domain.spans import Span
    from socialvalue.intake.asked import Request

REASON = click.option("--reason", required=True, help="Why, in a sentence that the public can read.")


def dated(span: "Span", others: str) -> None:
    """Say which days a return is for, as both calendars name them, and what else was perhaps meant."""
    click.echo(f"It is for {span.words}{f': {span.also}' if span.also else ''}.")
    if others:
        click.echo(f"{others} Or set quarters in authority.toml.")


@main.command()
@DATA
@click.argument("project")
@click.argument("period")
def new(data: Path, project: str, period: str) -> None:
    """Write the folder of a return, ready to fill in.

    PROJECT is its name in register/projects.csv. PERIOD is a quarter of the financial year (2026-27-q1, "Q1 2026-27"),
    a quarter (2026-q2), a financial year (2026-27), a month (2026-07) or a year (2026). Which quarter 2026-q2 is, the
    setting quarters says in authority.toml; without it, it is April to June. The days are printed.

    \b
    socialvalue new north-road 2026-q3
    socialvalue new north-road 2026-27-q2
    """
    from socialvalue import arguments, commands
    from socialvalue.drafting import draft, known_project, out_of_contract, submitter

    today = datetime.now(UTC).date()
    span, _, others = arguments.period(period, data)
    found, apart = commands.checked_around(data, project)
    folder = draft(sound(found), data, project, span, today.isoformat())
    elsewhere = "" if data == Path("data") else f" --data {data}"
    click.echo(f"Wrote {folder}")
    dated(span, others)
    if said := out_of_contract(found, project, span):
        click.echo(f"Warning: {said}")
    if span.end >= today:
        click.echo(f"It is not over: a return of it can be sent from {span.after} on. Until then, check refuses it.")
    if apart:
        click.echo(f"{many(apart, 'error')} elsewhere in the shared tables did not matter. See: socialvalue check")
    if not submitter(found, known_project(found, project)):
        click.echo(
            "The register does not say who sends it: write the organisation in datapackage.json, below submitted_by."
        )
    click.echo("Fill in lines.csv and evidence.csv. Set both attestations in datapackage.json")
    click.echo("to true, if they are true. Then run:")
    click.echo(f"  socialvalue check {folder}{elsewhere}")


@main.command()
@DATA
@click.argument("project")
@click.argument("period")
@click.option(
    "-o", "--out", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
    help="Where it goes; return-PROJECT-PERIOD.xlsx here, unless you say.",
)  # fmt: skip
def template(data: Path, project: str, period: str, out: Path | None) -> None:
    """Write the workbook of a return, to be filled in with Excel or LibreOffice.

    It has a row for each measure that the project promised, with what counts, the target, the last period and the sum
    so far beside it, lists to choose from, and the two declarations. The file that comes back is read by
    socialvalue import. PROJECT and PERIOD are as in socialvalue new.

    \b
    socialvalue template north-road 2026-q3
    socialvalue template north-road 2026-q3 -o ~/Desktop/return.xlsx
    """
    from socialvalue import arguments, commands, run
    from socialvalue.drafting import out_of_contract

    span, name, others = arguments.period(period, data)
    out = out or Path(f"return-{project}-{name}.xlsx")
    if out.exists():
        raise BrokenRepository(f"{out} is already there, and may be filled in. Give another name with -o.")
    found = sound(run.checked(data))
    book = commands.workbook_of(run.valued(found), project, span)
    commands.saved(out, book)
    elsewhere = "" if data == Path("data") else f" --data {data}"
    click.echo(f"Wrote {out}")
    dated(span, others)
    if said := out_of_contract(found, project, span):
        click.echo(f"Warning: {said}")
    click.echo("Send it to whoever knows the figures. When it comes back, run:")
    click.echo(f"  socialvalue import {out}{elsewhere}")


@main.command(name="import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@DATA
@click.option(
    "--register", "lists", is_flag=True, help="The files are lists of projects, sites, organisations, targets or areas."
)
@click.option("--learn", is_flag=True, help="Keep how the headings are read, in data/imports/, for the next file.")
@click.option("--yes", "certain", is_flag=True, help="Accept what is certain, and write nothing if a question is left.")
@click.option(
    "--answer", "pairs", multiple=True, metavar="KEY=VALUE", help="Answer a question; or @FILE with many, in TOML."
)
@click.option("--sheet", "sheets", multiple=True, metavar="NAME", help="Read this sheet alone, hidden or not.")
@click.option("--show", type=click.Choice(["changes"]), help="List every changed cell, however many.")
@click.option(
    "--dry-run", "dry", is_flag=True, help="Say what would be written and what the check would find, and write nothing."
)
@click.option(
    "--format", "form", type=click.Choice(["text", "xlsx"]), default="text", show_default=True,
    help="xlsx gives your file back too, with what to do on a first sheet and the cells marked. Nobody is asked: it "
    "says what was taken as certain, and has a place for each answer.",
)  # fmt: skip
@ANSWER
def import_(
    files: tuple[Path, ...], data: Path, form: str, out: Path | None, lists: bool, **asked: Any
) -> None:  # fmt: skip
    """Write returns from a workbook or a CSV: ours, or any other with a row of headings.

    It shows how it reads the headings and asks what the file doesn't decide: which project, which days, which
    measure. Every cell that it changes is listed. New returns, unchanged ones and corrections are told apart. What the
    check will find is said before anything is written; in a terminal, it asks whether a return with errors is written
    all the same. Reads .xlsx, .xlsb, .ods, .xls and CSV with commas, semicolons or tabs.

    With --register it reads lists of what you have into register/: new rows, unchanged ones and changes are told apart,
    nothing is deleted, what is not known stays empty and is listed, and all of it is written or nothing.

    \b
    socialvalue import ~/Desktop/return-2026-q3.xlsx
    socialvalue import contractor.xlsx --learn
    socialvalue import contractor-q4.xlsx --yes --answer status=self-reported
    socialvalue import contractor.xlsx --format xlsx
    socialvalue import --register our-sites-and-contractors.xlsx
    """
    from socialvalue import commands, run
    from socialvalue.intake.answer import answer_path
    from socialvalue.intake.registering import registered

    if form == "xlsx":
        _one_to_give_back(files, lists)
    request = _request(asked, certain=asked["certain"] or form == "xlsx")
    tell("reading the repository")
    if lists:
        sys.exit(0 if registered(files, data, request) else 1)
    answer = out or answer_path(files[0]) if form == "xlsx" else None
    sys.exit(0 if commands.imported(files, data, sound(run.checked(data)), request, answer) else 1)


def _one_to_give_back(files: tuple[Path, ...], lists: bool) -> None:
    """Refuse what --format xlsx can't give back."""
    if lists:
        raise BrokenRepository("Lists of the register are not given back as a file. Leave --format out.")
    if len(files) > 1:
        raise BrokenRepository("An answer is written into one file. Import one at a time with --format xlsx.")


def _request(asked: dict[str, Any], certain: bool) -> "Request":
    """How the files are to be read; nobody is asked where what is `certain` is accepted, or where no terminal is."""
    from socialvalue.intake.asked import Request
    from socialvalue.intake.dialogue import answers_from

    terminal = sys.stdin.isatty() and sys.stdout.isatty() and not certain
    return Request(
        answers=answers_from(asked["pairs"], certain),
        today=datetime.now(UTC).date().isoformat(),
        say=click.echo,
        ask=(lambda: click.prompt("  ", prompt_suffix="› ", default="", show_default=False)) if terminal else None,
        tell=tell,
        sheets=asked["sheets"],
        learn=asked["learn"],
        whole=asked["show"] == "changes",
        dry=asked["dry"],
    )  # fmt: skip


@main.command()
@DATA
@click.argument("owner", metavar="RETURN")
@REASON
def correct(data: Path, owner: str, reason: str) -> None:
    """Write the correction of a return that was published.

    RETURN is project/period. The correction is a copy beside it, with its version raised, what it replaces and why.
    If you changed the published return itself, the changes become those of the correction, and what was published is
    put back as it was. The correction of a withdrawal has the rows of the last return that stood. A workbook with the
    right figures does the same by itself: socialvalue import.

    \b
    socialvalue correct north-road/2024-q2 --reason "Two figures were swapped."
    """
    from socialvalue import run
    from socialvalue.intake.correcting import correct as write

    found = write(sound(run.checked(data)), data, owner, reason, datetime.now(UTC).date().isoformat())
    click.echo(f"Wrote {found.folder}")
    if found.rows_of:
        click.echo(f"A withdrawal has no rows. These are those of {found.rows_of}, the last return that stood:")
    for line in found.changed:
        click.echo(f"  {line}")
    if not found.changed:
        click.echo("It says what the published one says. Change its lines.csv.")
    click.echo(
        f"{'Set both attestations in its datapackage.json to true, if they are true. ' * found.attests}Then run:"
    )
    click.echo(f"  socialvalue check {found.folder}{'' if data == Path('data') else f' --data {data}'}")


@main.command()
@DATA
@click.argument("owner", metavar="RETURN")
@REASON
def withdraw(data: Path, owner: str, reason: str) -> None:
    """Take a published return back: none of its figures counts any more.

    RETURN is project/period. The withdrawal is a return of its own beside it, without lines, that says why. What was
    published stays readable, marked as withdrawn.

    \b
    socialvalue withdraw north-road/2024-q2 --reason "Sent for another project."
    """
    from socialvalue import run
    from socialvalue.intake.correcting import withdraw as write

    folder = write(sound(run.checked(data)), data, owner, reason, datetime.now(UTC).date().isoformat())
    click.echo(f"Wrote {folder}")
    click.echo(f"  socialvalue check {folder}{'' if data == Path('data') else f' --data {data}'}")
