"""What whoever looks at many authorities does: gather what they publish into one site."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from socialvalue.cli.group import VERBOSE, main
from socialvalue.how_many import many
from socialvalue.progress import Progress, progress

if TYPE_CHECKING:
    from socialvalue.gathering.gather import Seen
    from socialvalue.gathering.sites import Sites


@main.command()
@click.argument("sites", type=click.Path(path_type=Path, dir_okay=False), metavar="SITES.toml")
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), default=Path("gathered"), show_default=True,
    help="Where the site goes. A site that was gathered before is swapped out whole; another is never replaced.",
)  # fmt: skip
@click.option("--base-url", default="", help="The address where the site will stand, for canonical links.")
@click.option("--pin", is_flag=True, help="Write the checksum of each authority that has none yet, and build nothing.")
@click.option(
    "--repin", multiple=True, metavar="ID", help="The same for an authority that has one: take what it publishes now."
)
@click.option(
    "--another", multiple=True, metavar="ID", help="As --repin, where another authority is meant by it from now on."
)
@VERBOSE
def gather(
    sites: Path, out: Path, base_url: str, pin: bool, repin: tuple[str, ...], another: tuple[str, ...], verbose: bool
) -> None:
    """Put what many authorities publish side by side: one site and one set of downloads.

    SITES.toml names each authority, and where its package lies: a folder with a site that this program built, or the
    address of the datapackage.json of one.

    \b
    title = "Social value in the North"
    [[authority]]
    id = "north-county"
    name = "North County Council"
    address = "https://data.example.org/social-value/datapackage.json"

    First pin which state of their data you mean; look at the checksums that it shows, and keep the file. From then on
    nothing but that state is read, each file held to its checksum.

    \b
    socialvalue gather SITES.toml --pin
    socialvalue gather SITES.toml --out gathered
    socialvalue gather SITES.toml --repin north-county

    A package that is called otherwise than when it was pinned is refused: it may be of another authority. Where that is
    meant, give --another with its id.

    Figures are added only where kind, framework, edition, method, prices and status agree. An authority whose package
    is not the one pinned, damaged, or not openly licensed is left out: the site says so, and the exit code is 1.
    Addresses are asked one after another, https and public machines alone. Needs: pip install 'socialvalue[gather]'
    """
    from socialvalue.gathering.gather import refuse_out, refuse_without_libraries
    from socialvalue.gathering.sites import read_sites

    refuse_without_libraries()
    found = read_sites(sites)
    with progress(timed=verbose) as tell:
        if pin or repin or another:
            sys.exit(_pinned(found, repin, another, tell))
        refuse_out(found, out)
        sys.exit(_gathered(found, out, base_url, tell))


def _pinned(sites: "Sites", again: tuple[str, ...], another: tuple[str, ...], tell: Progress) -> int:
    """Pin what is not pinned and what is named in `again` or `another`; say each checksum, and what is left."""
    from socialvalue.gathering.gather import looked_at, why
    from socialvalue.gathering.pins import chosen, write_pins

    pins, left = dict[str, "Seen"](), 0
    for seen in chosen(sites, (*again, *another), looked_at(sites, tell, another)):
        listed = seen.listed
        if seen.left_out:
            left += 1
            click.echo(f"left      {listed.id}: {why(seen.left_out)}")
            if seen.left_out.why == "other-package":
                click.echo(f"          Look who publishes there. If that is meant: --another {listed.id}")
        elif seen.taken:
            pins[listed.id] = seen
            before = f"  was {listed.sha256}" if listed.sha256 else ""
            click.echo(f"pinned    {listed.id}  sha256:{seen.sha256}  called {seen.package}{before}")
        elif seen.sha256 == listed.sha256:
            click.echo(f"as it was {listed.id}")
        else:
            click.echo(f"differs   {listed.id}  sha256:{seen.sha256}  pinned {listed.sha256}")
            click.echo(f"          Look at what changed, then take it: --repin {listed.id}")
    write_pins(sites, pins)
    click.echo(f"Wrote {many(len(pins), 'checksum')} to {sites.path}." if pins else "Nothing was written.")
    return int(bool(left))


def _gathered(sites: "Sites", out: Path, base_url: str, tell: Progress) -> int:
    """Gather and write the site; say who was left out and why."""
    from socialvalue.errors import BrokenRepository
    from socialvalue.gathering.gather import gathered, why, written

    with gathered(sites, tell) as found:
        for each in found.left_out:
            click.echo(f"left out: {each.name} ({each.authority}). {why(each)}", err=True)
        if not found.publishers:
            raise BrokenRepository(f"No authority could be gathered. Nothing was written, and {out} is as it was.")
        written(found, out, base_url, tell)
    lines = sum(each.quality.lines for each in found.publishers)
    click.echo(f"Gathered {many(lines, 'line')} of {len(found.publishers):,} of {len(sites.listed):,} authorities.")
    click.echo(f"Open {out / 'index.html'} in a browser.")
    return int(bool(found.left_out))
