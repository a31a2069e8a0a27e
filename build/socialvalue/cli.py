"""The command line: one thin command each; no logic."""

import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from socialvalue.console import Plain
from socialvalue.errors import BrokenRepository
from socialvalue.progress import Progress, progress

if TYPE_CHECKING:
    from collections.abc import Sequence

    from socialvalue.domain.spans import Span
    from socialvalue.records import Checked, Finding

DATA = click.option(
    "--data", type=click.Path(path_type=Path, file_okay=False), default=Path("data"), show_default=True,
    help="The data folder: register, frameworks, reference and returns.",
)  # fmt: skip
VERBOSE = click.option("--verbose", is_flag=True, help="Show how long each step takes, on standard error.")


@click.group(cls=Plain)
@click.version_option(package_name="socialvalue")
def main() -> None:
    """Check, value and publish what public projects give back."""


ANSWER = click.option(
    "-o", "--out", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
    help="Where the workbook goes, with --format xlsx; beside your file, unless you say.",
)  # fmt: skip
told = Progress()
"""Progress, on standard error so that results can be piped."""


def sound(checked: "Checked", strict: bool = False) -> "Checked":
    """What was checked; ends the command where errors stand in the way: outside any return, or any if strict.

    With 2 where a rule could not be applied, for then nobody knows what else is wrong; else with 1.
    """
    if checked.broken or (strict and checked.errors):
        say_errors(checked.errors)
        click.echo("Nothing was done and what stands is unchanged. Mend these and run again.", err=True)
        sys.exit(2 if checked.not_applied else 1)
    return checked


def say_errors(errors: "Sequence[Finding]") -> None:
    """Each error with its place, on standard error."""
    for finding in errors:
        row = f"row {finding.row}" if finding.row else ""
        place = " ".join(part for part in (finding.file, row, finding.column) if part)
        click.echo(f"error: {f'{place}: ' if place else ''}{finding.words}", err=True)


def many(count: int, thing: str) -> str:
    """How many of a thing: 1 return, 4 returns."""
    return f"{count:,} {thing}" if count == 1 else f"{count:,} {thing}s"


def dated(span: "Span", others: str) -> None:
    """Say which days a return is for, as both calendars name them, and what else was perhaps meant."""
    click.echo(f"It is for {span.words}{f': {span.also}' if span.also else ''}.")
    if others:
        click.echo(f"{others} Or set quarters in authority.toml.")


def tried(file: Path, data: Path, out: Path | None) -> bool:
    """Judge a workbook or a CSV as its import would, and write nothing but the answer."""
    from socialvalue import commands, run
    from socialvalue.intake.answer import answer_path
    from socialvalue.intake.asked import Request
    from socialvalue.intake.dialogue import answers_from

    today = datetime.now(UTC).date().isoformat()
    request = Request(answers_from((), certain=True), today, say=click.echo, told=told)
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
    socialvalue check data/returns/towns-fund/harris/2024-12
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
    with progress(shown=False, timed=verbose) as told:
        text, code = commands.judged(data, returns, form, colour, since, told)
    click.echo(text, nl=False, color=colour)
    sys.exit(code)


@main.command()
@DATA
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("site"),
    show_default=True,
    help="Where the site goes. What is there is swapped out whole.",
)
@click.option("--base-url", default="", help="The address where the site will stand, for canonical links.")
@click.option("--strict", is_flag=True, help="Stop at any error and leave the old site.")
@VERBOSE
def build(data: Path, out: Path, base_url: str, strict: bool, verbose: bool) -> None:
    """Check and value the data, and build the website.

    A return with errors is held back, and the site says so. Errors in the register, the reference tables or a
    framework stop the build: no figure could be trusted.

    \b
    socialvalue build
    socialvalue build --out site --base-url https://example.org/social-value/
    """
    from socialvalue import run

    with progress(timed=verbose) as told:
        checked = run.shareable(sound(run.checked(data, told=told), strict))
        run.published(run.valued(checked, told), data, out, base_url, told)
    counts = (many(len(checked.tables[f"{thing}s"]), thing) for thing in ("project", "return", "line"))
    click.echo(f"Published {', '.join(counts)}.")
    click.echo(f"Held back {many(len(checked.held_back), 'return')} with errors.")
    if checked.withheld:
        returns, named = many(len(checked.kept_off), "return"), ", ".join(sorted(checked.withheld))
        click.echo(f"Kept off the site: {named}, which is not to be published, and {returns} under it.")
    click.echo(f"Open {out / 'index.html'} in a browser, or run: socialvalue serve")


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

    checked = commands.supposed(data, unit_values, framework, told) if unit_values else run.checked(data, told=told)
    found = run.valued(sound(checked), told, framework)
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
    socialvalue explain harris/2024-12
    socialvalue explain harris/2024-12 1
    """
    from socialvalue import arguments, commands, run

    owner, line = arguments.line_meant(owner, line)
    checked = sound(run.checked(data, told=told))
    if owner in checked.held_back:
        raise BrokenRepository(f"{owner} is held back: {checked.held_back[owner]} Mend it, then ask again.")
    found = commands.explained(run.valued(checked, told), owner, line)
    if not found:
        which = f"line {line} of {owner}" if line else owner
        here = sorted(name for name in checked.tables["returns"]["owner"] if name.startswith(f"{owner}/"))
        hint = f"There are: {', '.join(here)}." if here else f"See the folders in {data}/returns."
        raise BrokenRepository(f"There is no {which}. Name a return as project/period. {hint}")
    click.echo("\n\n".join(found))


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
    socialvalue new harris 2026-q3
    socialvalue new harris 2026-27-q2
    """
    from socialvalue import arguments, run
    from socialvalue.drafting import draft

    today = datetime.now(UTC).date().isoformat()
    span, _, others = arguments.period(period, data)
    folder = draft(sound(run.checked(data)), data, project, span, today)
    elsewhere = "" if data == Path("data") else f" --data {data}"
    click.echo(f"Wrote {folder}")
    dated(span, others)
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
    socialvalue template harris 2026-q3
    socialvalue template harris 2026-q3 -o ~/Desktop/return.xlsx
    """
    from socialvalue import arguments, commands, run

    span, name, others = arguments.period(period, data)
    out = out or Path(f"return-{project}-{name}.xlsx")
    if out.exists():
        raise BrokenRepository(f"{out} is already there, and may be filled in. Give another name with -o.")
    book = commands.workbook_of(run.valued(sound(run.checked(data))), project, span)
    commands.saved(out, book)
    elsewhere = "" if data == Path("data") else f" --data {data}"
    click.echo(f"Wrote {out}")
    dated(span, others)
    click.echo("Send it to whoever knows the figures. When it comes back, run:")
    click.echo(f"  socialvalue import {out}{elsewhere}")


@main.command(name="import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@DATA
@click.option("--learn", is_flag=True, help="Keep how the headings are read, in data/imports/, for the next file.")
@click.option("--yes", "certain", is_flag=True, help="Accept what is certain, and write nothing if a question is left.")
@click.option(
    "--answer", "pairs", multiple=True, metavar="KEY=VALUE", help="Answer a question; or @FILE with many, in TOML."
)
@click.option("--sheet", "sheets", multiple=True, metavar="NAME", help="Read this sheet alone, hidden or not.")
@click.option("--show", type=click.Choice(["changes"]), help="List every changed cell, however many.")
@click.option("--dry-run", "dry", is_flag=True, help="Say what would be written, and write nothing.")
@click.option(
    "--format", "form", type=click.Choice(["text", "xlsx"]), default="text", show_default=True,
    help="xlsx gives your file back too, with what to do on a first sheet and the cells marked. Nobody is asked: it "
    "says what was taken as certain, and has a place for each answer.",
)  # fmt: skip
@ANSWER
def import_(files: tuple[Path, ...], data: Path, form: str, out: Path | None, **asked: Any) -> None:
    """Write returns from a workbook or a CSV: ours, or any other with a row of headings.

    It shows how it reads the headings and asks what the file doesn't decide: which project, which days, which
    measure. Every cell that it changes is listed. New returns, unchanged ones and corrections are told apart. What it
    writes is checked at once. Reads .xlsx, .xlsb, .ods, .xls and CSV with commas, semicolons or tabs.

    \b
    socialvalue import ~/Desktop/return-2026-q3.xlsx
    socialvalue import contractor.xlsx --learn
    socialvalue import contractor-q4.xlsx --yes --answer status=self-reported
    socialvalue import contractor.xlsx --format xlsx
    """
    from socialvalue import commands, run
    from socialvalue.intake.answer import answer_path
    from socialvalue.intake.asked import Request
    from socialvalue.intake.dialogue import answers_from

    if form == "xlsx" and len(files) > 1:
        raise BrokenRepository("An answer is written into one file. Import one at a time with --format xlsx.")
    certain = asked["certain"] or form == "xlsx"
    terminal = sys.stdin.isatty() and sys.stdout.isatty() and not certain
    request = Request(
        answers=answers_from(asked["pairs"], certain),
        today=datetime.now(UTC).date().isoformat(),
        say=click.echo,
        ask=(lambda: click.prompt("  ", prompt_suffix="› ", default="", show_default=False)) if terminal else None,
        told=told,
        sheets=asked["sheets"],
        learn=asked["learn"],
        whole=asked["show"] == "changes",
        dry=asked["dry"],
    )  # fmt: skip
    told("reading the repository")
    answer = out or answer_path(files[0]) if form == "xlsx" else None
    sys.exit(0 if commands.imported(files, data, sound(run.checked(data)), request, answer) else 1)


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
    socialvalue notice harris
    socialvalue notice harris --format json > ocds.json
    """
    from socialvalue import commands, run

    found = run.valued(run.shareable(sound(run.checked(data))))
    click.echo(commands.noticed(found, project, form))


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
    each kind of value before and after, new rows, promises kept, and what a second person should look at. Ends with
    0 whatever differs, and with 2 where it could not run.

    \b
    socialvalue diff
    socialvalue diff origin/main --format markdown
    """
    from socialvalue import commands

    click.echo(commands.differences(data, ref, form, told), nl=False)


REASON = click.option("--reason", required=True, help="Why, in a sentence that the public can read.")


@main.command()
@DATA
@click.argument("owner", metavar="RETURN")
@REASON
def correct(data: Path, owner: str, reason: str) -> None:
    """Write the correction of a return that was published.

    RETURN is project/period. The correction is a copy beside it, with its version raised, what it replaces and why.
    If you changed the published return itself, the changes become those of the correction, and what was published is
    put back as it was. A workbook with the right figures does the same by itself: socialvalue import.

    \b
    socialvalue correct harris/2024-12 --reason "Two figures were swapped."
    """
    from socialvalue import run
    from socialvalue.intake.correcting import correct as write

    found = write(sound(run.checked(data)), data, owner, reason, datetime.now(UTC).date().isoformat())
    click.echo(f"Wrote {found.folder}")
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
    socialvalue withdraw harris/2024-12 --reason "Sent for another project."
    """
    from socialvalue import run
    from socialvalue.intake.correcting import withdraw as write

    folder = write(sound(run.checked(data)), data, owner, reason, datetime.now(UTC).date().isoformat())
    click.echo(f"Wrote {folder}")
    click.echo(f"  socialvalue check {folder}{'' if data == Path('data') else f' --data {data}'}")


@main.command()
@DATA
def disclose(data: Path) -> None:
    """Settle for good which counts of people a private repository shows.

    Writes a row of register/disclosures.csv for each count that it lacks. What is hidden by it stays hidden, and a
    number that is shown is never replaced by another. Run it when a return is right, and commit what it wrote with the
    return: without its rows, no return that counts people is published.

    \b
    socialvalue disclose
    """
    from socialvalue import commands

    checked, shown, hidden, moved = commands.disclosed(data, told)
    sound(checked)
    if not shown + hidden + moved:
        click.echo("Every count of people is settled. Nothing was written.")
        return
    click.echo(f"Wrote {data}/register/disclosures.csv: {many(shown, 'count')} shown, {hidden:,} hidden, for good.")
    if moved:
        click.echo(f"{many(moved, 'row')} now {'has' if moved == 1 else 'have'} the new name of the project.")
    click.echo("Commit it together with the returns, before the site is built.")


@main.command()
@DATA
@click.option("--framework", default="", help="Which framework to take over, where there are several.")
@click.argument("folder", type=click.Path(path_type=Path))
@click.argument("place")
def init(data: Path, framework: str, folder: Path, place: str) -> None:
    """Write the data folder of another authority, ready to fill in.

    FOLDER is where it goes, such as ../kent/data, and PLACE what it is about, such as Kent. The measures, their unit
    values and the price index are taken over from --data, or else from the program; areas, projects and returns are
    not.

    \b
    socialvalue init ../kent/data Kent
    """
    from socialvalue import arguments, run
    from socialvalue.beginning import begin

    data = arguments.model(data)
    checked = run.checked(data)
    if not arguments.is_carried(data):  # what the program carries is a framework and prices, without a register
        sound(checked)
    begin(checked, data, arguments.only_framework(set(checked.tables["measures"]["owner"]), framework), folder, place)
    click.echo(f"Wrote {folder}. See what it gives: socialvalue build --data {folder}")
    click.echo("What to fill in first is in docs/your-own-site.md.")


@main.command()
@DATA
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="The port to serve on.")
def serve(data: Path, port: int) -> None:
    """Build the site into a folder of its own, show it on this machine and build again at each change.

    \b
    socialvalue serve --port 8001
    """
    from socialvalue import commands, system

    with system.temporary_folder("socialvalue-") as folder:
        commands.served(data, folder / "site", port, told)


@main.command()
@DATA
@click.option("--check", is_flag=True, help="Ask each address whether it still answers. This uses the network.")
def sources(data: Path, check: bool) -> None:
    """List the public pages that the figures rest on.

    With --check, exit 1 if one of them no longer answers. Only public machines are asked, eight at a time; each
    address has 20 seconds and all of them ten minutes. Exit 1 too if the data has errors outside the returns: an
    address with a slip in it is neither listed nor asked.

    \b
    socialvalue sources --check
    """
    from socialvalue import commands

    links, found = commands.addresses(data, told)
    silent = 0
    for answer in commands.asked(links, told) if check else ():
        silent += not answer.answers
        click.echo(f"{'yes' if answer.answers else 'NO '}  {answer.address}  {answer.words}")
    click.echo(f"{len(links) - silent:,} of {len(links):,} addresses answer." if check else "\n".join(links))
    if held := sum("/" in owner for owner in found.held_back):
        click.echo(f"Not among them: the evidence of {many(held, 'return')} with errors.", err=True)
    if found.broken:
        say_errors(found.broken)
        click.echo("Addresses may be missing for these errors. Mend them and run again.", err=True)
    sys.exit(2 if found.not_applied else int(bool(silent or found.broken)))


if __name__ == "__main__":
    main()
