"""The command that all commands belong to, and what they share: options, progress, how they end."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from socialvalue import system
from socialvalue.console import Plain
from socialvalue.progress import Progress

if TYPE_CHECKING:
    from collections.abc import Sequence

    from socialvalue.records import Checked, Finding

DATA = click.option(
    "--data", type=click.Path(path_type=Path, file_okay=False), default=Path("data"), show_default=True,
    help="The data folder: register, frameworks, reference and returns.",
)  # fmt: skip
VERBOSE = click.option("--verbose", is_flag=True, help="Show how long each step takes, on standard error.")

ANSWER = click.option(
    "-o", "--out", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
    help="Where the workbook goes, with --format xlsx; beside your file, unless you say.",
)  # fmt: skip
tell = Progress()
"""Progress, on standard error so that results can be piped."""


@click.group(cls=Plain)
@click.version_option(package_name="socialvalue")
def main() -> None:
    """Check, value and publish what public projects give back."""
    system.collect_seldom_from_now_on()


def sound(checked: "Checked", strict: bool = False) -> "Checked":
    """What was checked; ends the command where errors stand in the way: outside any return, or any if strict.

    With 2 where a rule could not be applied, for then nobody knows what else is wrong; else with 1.
    """
    if checked.broken or (strict and checked.errors):
        say_errors(checked.errors)
        click.echo("Nothing was done and what stands is unchanged. Mend these and run again.", err=True)
        sys.exit(2 if checked.not_applied else 1)
    return checked


def unseen(errors: "Sequence[Finding]") -> None:
    """End the command, with 1, where what was published before shows errors that nothing else does."""
    if errors:
        say_errors(errors)
        click.echo(
            "Compared with what was published before, this may tell numbers that are hidden. Nothing was done and what "
            "stands is unchanged. Mend these and run socialvalue check, which says the same.",
            err=True,
        )
        sys.exit(1)


def say_compared(checked: "Checked") -> Iterator[str]:
    """That nothing could be compared, where it was asked for, and what nobody can see then."""
    if checked.compared.startswith("Not "):
        yield f"{checked.compared} Whether a row of what is remembered of people was changed, nobody can see here."


def say_errors(errors: "Sequence[Finding]") -> None:
    """Each error with its place, on standard error."""
    for finding in errors:
        row = f"row {finding.row}" if finding.row else ""
        place = " ".join(part for part in (finding.file, row, finding.column) if part)
        click.echo(f"error: {f'{place}: ' if place else ''}{finding.words}", err=True)
