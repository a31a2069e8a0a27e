"""The command line: one thin command each; no logic."""

import sys
from pathlib import Path

import click

from socialvalue.errors import BrokenRepository

DATA = click.option(
    "--data", type=click.Path(path_type=Path, file_okay=False), default=Path("data"), show_default=True,
    help="The data folder: register, frameworks, reference and returns.",
)  # fmt: skip


class Plain(click.Group):
    """A group whose commands end in one plain sentence and exit code 2 when they cannot run."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except BrokenRepository as error:
            click.echo(f"socialvalue: {error}", err=True)
            sys.exit(2)


@click.group(cls=Plain)
@click.version_option(package_name="socialvalue")
def main() -> None:
    """Check, value and publish what public projects give back."""


def told(words: str) -> None:
    """Progress, on standard error so that results can be piped."""
    click.echo(f"{words} ...", err=True)


@main.command()
@DATA
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), default=Path("site"), show_default=True,
              help="Where the site goes. What is there is swapped out whole.")  # fmt: skip
@click.option("--base-url", default="", help="The address where the site will stand.")
@click.option("--strict", is_flag=True, help="Stop at any error and leave the old site.")
def build(data: Path, out: Path, base_url: str, strict: bool) -> None:
    """Check and value the data, and build the website.

    A return with errors is held back, and the site says so.
    """
    from socialvalue import run

    checked = run.checked(data, told=told)
    if checked.broken or (strict and checked.errors):
        for finding in checked.errors:
            click.echo(f"{finding.file}:{finding.row or ''} {finding.column}: {finding.message}", err=True)
        click.echo("Nothing was published. Mend these and run again.", err=True)
        sys.exit(1)
    valuation = run.valued(checked, told)
    run.published(valuation, Path.cwd(), out, base_url, told)
    click.echo(f"Open {out / 'index.html'}")


if __name__ == "__main__":
    main()
