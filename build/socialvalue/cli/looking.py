"""What the data says: whether it is right, what it is worth and why, what changed, what is due."""

import os
import sys
from datetime import UTC, datetime
from pathlib import Path

import click

from socialvalue.cli.group import ANSWER, DATA, VERBOSE, main, sound, tell
from socialvalue.errors import BrokenRepository
from socialvalue.progress import progress


def tried(file: Path, data: Path, out: Path | None) -> bool:
    """Judge a workbook or a CSV as its import would, and write nothing but the answer."""
    from socialvalue import commands, run
    from socialvalue.intake.answer import answer_path
    from socialvalue.intake.asked import Request
    from socialvalue.intake.dialogue import answers_from

    today = datetime.now(UTC).date().isoformat()
    request = Request(answers_from((), certain=True), today, say=click.echo, tell=tell)
    return commands.tried(file, data, sound(run.checked(data)), request, out or answer_path(file))


@main.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
@DATA
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "markdown", "html", "github", "xlsx"]),
    default="text",
    show_default=True,
    help="text for people, json for programs, markdown for a pull request, html for a page with your own table, "
    "github for annotations, xlsx for a workbook with the cells marked.",
)
@ANSWER
@click.option("--since", default="", metavar="REF", help="Compare with where this left REF, not the main branch.")
@VERBOSE
def check(
    paths: tuple[Path, ...], data: Path, form: str, out: Path | None, since: str, verbose: bool
) -> None:  # fmt: skip
    """Say what is right and wrong with returns, and what to do about it.

    PATH is a data folder or the folder of one return, wherever it lies; it is judged by the register and the
    frameworks of --data. Without one, everything in --data is judged. Ends with 0 where nothing needs mending,
    1 where there are errors, 2 where it could not run
    or could not apply every rule.

    Where git is there, it is compared with what the main branch holds: a figure that was published is corrected,
    never changed in its place.

    \b
    socialvalue check
    socialvalue check data/returns/road-fund/north-road/2024-q2
    socialvalue check ~/Desktop/2026-q3 --format html > check.html
    socialvalue check ~/Desktop/return.xlsx --format xlsx
    """
    from socialvalue import arguments, commands

    if form == "xlsx" and len(paths) == 1 and paths[0].is_file():
        sys.exit(0 if tried(paths[0], data, out) else 1)
    data, returns = arguments.meant(paths, data)
    if form == "xlsx":
        book, code = commands.answered(data, returns, since)
        out = out or Path("check.xlsx")
        commands.saved(out, book)
        click.echo(f"The answer: {out}")
        sys.exit(code)
    colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    with progress(shown=False, timed=verbose) as tell:
        text, code = commands.judged(data, returns, form, colour, since, tell)
    click.echo(text, nl=False, color=colour)
    sys.exit(code)


@main.command()
@DATA
@click.option(
    "--format", "form", type=click.Choice(["table", "csv", "json"]), default="table", show_default=True,
    help="A table of what everything is worth, or every total.",
)  # fmt: skip
@click.option("--framework", default="", help="Value everything under this framework of the repository.")
@click.option(
    "--unit-values", type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="A file like a framework’s unit-values.csv. This run uses its values and no others.",
)  # fmt: skip
def value(data: Path, form: str, framework: str, unit_values: Path | None) -> None:
    """Show what the accepted lines are worth: by kind of value and how sure it is, never added across kinds.

    With --framework or --unit-values it shows what they would be worth: nothing is written or published.
    A file of unit values is used alone, so no total mixes it with other values.

    \b
    socialvalue value
    socialvalue value --format csv > totals.csv
    socialvalue value --unit-values our-unit-values.csv
    """
    from socialvalue import commands, run

    checked = commands.supposed(data, unit_values, framework, tell) if unit_values else run.checked(data, tell=tell)
    found = run.valued(sound(checked), tell, framework)
    text, notes = commands.summed_up(found, form, framework, str(unit_values or ""))
    if form == "csv":
        click.echo("\n".join(notes), err=True, nl=bool(notes))
    click.echo(text)


@main.command()
@DATA
@click.argument("owner", metavar="RETURN")
@click.argument("line", type=click.IntRange(min=1), required=False)
def explain(data: Path, owner: str, line: int | None) -> None:
    """Tell in words and figures how a £ was worked out.

    RETURN is project/period, as in north-road/2024-q2, or the name of a target. LINE is the number of a line.

    \b
    socialvalue explain north-road/2024-q2
    socialvalue explain north-road/2024-q2 1
    """
    from socialvalue import arguments, commands, run

    owner, line = arguments.line_meant(owner, line)
    checked = sound(run.checked(data, tell=tell))
    if owner in checked.held_back:
        raise BrokenRepository(f"{owner} is held back: {checked.held_back[owner]} Mend it, then ask again.")
    found = commands.explained(run.valued(checked, tell), owner, line)
    if not found:
        which = f"line {line} of {owner}" if line else owner
        here = sorted(name for name in checked.tables["returns"]["owner"] if name.startswith(f"{owner}/"))
        hint = f"There are: {', '.join(here)}." if here else f"See the folders in {data}/returns."
        raise BrokenRepository(f"There is no {which}. Name a return as project/period. {hint}")
    click.echo("\n\n".join(found))


@main.command()
@click.argument("ref", default="", metavar="[REF]")
@DATA
@click.option(
    "--format", "form", type=click.Choice(["text", "markdown", "json", "html"]), default="text", show_default=True,
    help="text for people, markdown for a pull request, json for programs, html for a page with every row.",
)  # fmt: skip
def diff(ref: str, data: Path, form: str) -> None:
    """Say what a change does to the published figures, for whoever reviews it.

    It compares with what the main branch holds, or with where this left REF: rows removed, figures corrected and why,
    each kind of value before and after, new rows, promises kept or kept no more, and what a second person should look
    at. Ends with 0 whatever differs, and with 2 where it could not run.

    \b
    socialvalue diff
    socialvalue diff origin/main --format markdown
    """
    from socialvalue import commands

    click.echo(commands.differences(data, ref, form, tell), nl=False)


@main.command()
@DATA
@click.option("--on", "on", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="The day to tell it for; today.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True,
    help="text for people, json for programs.",
)  # fmt: skip
def due(data: Path, on: datetime | None, form: str) -> None:
    """Say which returns are late, which are to be sent now and which come next.

    register/reporting.csv says how often a project reports. A period counts as reported when the project's own returns
    hold each of its days. Ends with 1 where a return is late, so that a reminder can be sent by a schedule.

    \b
    socialvalue due
    socialvalue due --on 2027-04-30
    """
    from socialvalue import run
    from socialvalue.reminders import reminded, reminders

    day = (on or datetime.now(UTC)).date()
    checked = sound(run.checked(data))
    click.echo(reminded(checked, day, form))
    sys.exit(int(any(each.state == "late" for each in reminders(checked, day))))


@main.command()
@click.argument("project")
@DATA
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True,
    help="text to copy from, json as a release of the Open Contracting Data Standard.",
)  # fmt: skip
def notice(project: str, data: Path, form: str) -> None:
    """Draft the contract performance notice (UK9) that the Procurement Act asks for.

    Each commitment of PROJECT that stands is a KPI, with its rating and the period that was reported on. It says what
    the law asks and where the guidance is; the authority decides. Nothing is published by it, and nothing that the
    site hides is in it.

    \b
    socialvalue notice north-road
    socialvalue notice north-road --format json > ocds.json
    """
    from socialvalue import commands, run

    found = run.valued(run.shareable(sound(run.checked(data))))
    click.echo(commands.noticed(found, project, form))
