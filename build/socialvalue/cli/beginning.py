"""What an authority does once: begin its repository, and bring it to a newer program."""

import sys
from pathlib import Path
from typing import Any

import click

from socialvalue.cli.group import DATA, main, sound, tell
from socialvalue.errors import BrokenRepository


@main.command()
@click.option(
    "--data", type=click.Path(path_type=Path, file_okay=False),
    help="Take measures and prices from the data folder of another repository; else from the program.",
)  # fmt: skip
@click.option("--framework", default="", help="Which framework to take over, where --data has several.")
@click.option("--publisher", default="", metavar="NAME", help="Who publishes: the name of the authority.")
@click.option("--contact", default="", metavar="MAILBOX", help="A team's mailbox or public page for questions.")
@click.option("--repository", default="", metavar="ADDRESS", help="The web address of the repository.")
@click.option("--base-url", default="", metavar="ADDRESS", help="Where the site will stand.")
@click.option("--area", "names", multiple=True, metavar="NAME", help="A district, or a county: all its districts.")
@click.option(
    "--districts", type=click.Path(path_type=Path, dir_okay=False, exists=True), metavar="FILE",
    help="A CSV of the ONS with columns such as LAD24CD and LAD24NM, instead of the program's own list.",
)  # fmt: skip
@click.option("--example", is_flag=True, help="Write an invented project and return too, which say that they are.")
@click.option(
    "--from", "wheel", default="", metavar="WHEEL",
    help="How the repository names the program: a wheel, its address with #sha256=…, or a version.",
)  # fmt: skip
@click.argument("folder", type=click.Path(path_type=Path))
@click.argument("place", default="")
def init(data: Path | None, framework: str, names: tuple[str, ...], folder: Path, **said: Any) -> None:
    """Write the repository of another authority, ready to fill in.

    FOLDER is where it goes, such as ../kent, and PLACE what it is about, such as Kent. In a terminal it asks what you
    leave out. It writes the data folder with empty tables, a framework with open measures and values that name no
    place, what pins the program, a Makefile, and the files of GitHub, GitLab and Forgejo. With --data, measures and
    prices come from another repository.

    \b
    socialvalue init ../kent Kent
    socialvalue init ../kent Kent --publisher "Kent Council" --example
    """
    from socialvalue import arguments, run
    from socialvalue.beginning import OPEN, Wanted, areas_asked, begin, chosen, districts, settings_asked
    from socialvalue.pinning import pin
    from socialvalue.recording import record

    known, pinned = districts(said.pop("districts")), pin(said.pop("wheel"))
    areas = chosen(names, known)
    if sys.stdin.isatty() and sys.stdout.isatty():
        said |= settings_asked(said, _ask, click.echo)
        areas = areas or areas_asked(said["place"], known, _ask, click.echo)
    elif not said["place"]:
        raise BrokenRepository("Say what place it is about: socialvalue init FOLDER PLACE")
    checked = run.checked(data or OPEN)
    if data:  # what the program carries is a framework and prices, without a register
        sound(checked)
    model = arguments.only_framework(set(checked.tables["measures"]["owner"]), framework)
    wanted = Wanted(areas=areas, **said)
    begin(checked, data or OPEN, model, folder, wanted, pinned)
    if wanted.example:  # its return uses an edition
        record(run.checked(folder / "data"), folder / "data")
    click.echo(f"Wrote the repository {folder.absolute().name}. Go into its folder, and see what it gives: make site")
    click.echo("data/authority.toml says whose it is; README.md says what comes next.")


def _ask(question: str) -> str:
    try:
        return str(click.prompt(question, default="", show_default=False, prompt_suffix="\n› ")).strip()
    except click.Abort as stopped:  # the end of the input, or Ctrl-C
        said = "Stopped before the last question. Nothing was written. Run it again, or give the answers as options"
        raise BrokenRepository(f"{said}: socialvalue init --help") from stopped


@main.command()
@DATA
@click.option(
    "--from", "wheel", default="", metavar="WHEEL",
    help="How the repository names the program: a wheel, its address with #sha256=…, or a version.",
)  # fmt: skip
@click.option("--dry-run", "dry", is_flag=True, help="Say what would change, and write nothing.")
@click.option("--full", is_flag=True, help="Show every line that changes, as a diff.")
@click.option(
    "--site", type=click.Path(path_type=Path, file_okay=False), default=Path("site"), show_default=True,
    help="The site that the version before built: each figure in it is compared with what would be published now.",
)  # fmt: skip
def upgrade(data: Path, wheel: str, dry: bool, full: bool, site: Path) -> None:
    """Bring a repository to this version of the program.

    Install the new version first, then run this with it. It raises the line of program.txt, writes requirements.txt
    anew, and adds the columns that tables of an earlier version lack. Every cell that is there stays as it is. It says
    what changes, what check finds before and after, by which rules that are new, and compares each published figure
    with the site that stands. Commit what it wrote, then run check.

    \b
    socialvalue upgrade --dry-run
    socialvalue upgrade --dry-run --full
    socialvalue upgrade --from socialvalue-0.2.0-py3-none-any.whl
    """
    from socialvalue import commands
    from socialvalue.pinning import pin
    from socialvalue.upgrading import in_full, planned, summary, upgraded

    found = planned(data, pin(wheel))
    for line in (*summary(found), *(in_full(found) if full else ())):
        click.echo(line)
    if not found.tables and not found.pins:
        click.echo("Program, libraries and columns are as this version writes them. Nothing was written.")
    for line in commands.upgrade_judged(found, site, tell):
        click.echo(line)
    if not found.tables and not found.pins:
        return
    if dry:
        click.echo("Nothing was written. Every line that changes: --full. Run it without --dry-run to write this.")
    else:
        upgraded(found)
        click.echo("Wrote it. Look at the changes with git diff, then run: socialvalue check")
