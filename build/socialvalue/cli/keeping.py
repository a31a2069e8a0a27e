"""What whoever keeps the site does: build it, show it, settle counts, begin another, ask the sources."""

import sys
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import click

from socialvalue.cli.group import DATA, VERBOSE, main, say_compared, say_errors, sound, tell, unseen
from socialvalue.how_many import many
from socialvalue.progress import progress

if TYPE_CHECKING:
    from socialvalue.recording import Words
    from socialvalue.records import Checked
    from socialvalue.review.moves import Move

SHOWN = 20
"""How many figures are named that move."""


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
    framework stop the build: no figure could be trusted. Where nothing that goes in has changed since the site was
    built, and the site is still as it was, it is left as it stands.

    A private repository is compared with the branch that is published, as check does. What check would refuse stops
    the build too: a row of what is remembered of people that is gone, or a published return that was changed.

    \b
    socialvalue build
    socialvalue build --out site --base-url https://example.org/social-value/
    """
    from socialvalue import run, unchanged

    key = unchanged.inputs(data, base_url, str(strict))
    if (said := unchanged.standing(key, out)) is not None:
        click.echo("\n".join([*said, "Nothing has changed since it was built: every file of it was looked at."]))
        return
    with progress(timed=verbose) as tell:
        found, errors = run.publishable(data, tell)
        checked = run.shareable(sound(found, strict))
        unseen(errors)
        run.published(run.valued(checked, tell), data, out, base_url, tell, tell.advance)
    said = list(_built(checked, out))
    unchanged.remember(key if key == unchanged.inputs(data, base_url, str(strict)) else "", out, said)
    click.echo("\n".join(said))


def _built(checked: "Checked", out: Path) -> Iterator[str]:
    """What was published, and what was not."""
    counts = (many(len(checked.tables[f"{thing}s"]), thing) for thing in ("project", "return", "line"))
    yield f"Published {', '.join(counts)}."
    yield f"Held back {many(len(checked.held_back), 'return')} with errors."
    if checked.withheld:
        returns, named = many(len(checked.kept_off), "return"), ", ".join(sorted(checked.withheld))
        yield f"Kept off the site: {named}, which is not to be published, and {returns} under it."
    yield from say_compared(checked)
    yield f"Open {out / 'index.html'} in a browser, or run: socialvalue serve"


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
        commands.served(data, folder / "site", port, tell)


@main.command()
@DATA
def disclose(data: Path) -> None:
    """Settle for good which counts of people a private repository shows.

    Writes a row of register/disclosures.csv for each count that it lacks. What is hidden by it stays hidden, and a
    number that is shown is never replaced by another. Run it when a return is right, and commit what it wrote with the
    return: without its rows, no return that counts people is published. Links between projects and between measures are
    remembered in register/links.csv, for the same reason. Where git knows what was published before, nothing is
    written while a row of either table is gone.

    \b
    socialvalue disclose
    """
    from socialvalue import commands

    checked, settled = commands.disclosed(data, tell)
    for words in say_compared(sound(checked)):
        click.echo(words, err=True)
    shown, hidden, moved, links, filled, counted, several = settled
    if not any(settled):
        click.echo("Every count of people is settled. Nothing was written.")
        return
    counts = f"{many(shown, 'count')} shown, {hidden:,} hidden, for good." if shown + hidden else "no new counts."
    if shown + hidden + moved + filled + several:
        click.echo(f"Wrote {data}/register/disclosures.csv: {counts}")
    if moved:
        click.echo(f"{many(moved, 'row')} now {'has' if moved == 1 else 'have'} the new name of the project.")
    if filled:
        click.echo(f"{many(filled, 'row')} of before now {'says' if filled == 1 else 'say'} which groups they are of.")
    if several:
        click.echo(f"Of {many(several, 'count')} it is remembered that there was more than one number.")
    if links:
        click.echo(f"Wrote {data}/register/links.csv: {many(links, 'link')} remembered.")
    if counted:
        click.echo(f"Wrote {data}/register/datapackage.json: how many rows are remembered, so that a lost one is seen.")
    click.echo("Commit it together with the returns, before the site is built.")


@main.command()
@DATA
@click.option("--words", is_flag=True, help="Record the words of measures and units again, where they were mended.")
@click.option("--deductions", is_flag=True, help="Record new deductions though figures are counted by them already.")
def record(data: Path, words: bool, deductions: bool) -> None:
    """Record what the editions in use say, so that a later change is seen also without git.

    Writes into frameworks/FRAMEWORK/editions.csv a checksum of each measure, unit, unit value and deduction that
    contracts of such an edition are counted by. An edition is in use where a return names it, or a project with a
    promise was signed under it. A row of it is never changed. From then on, check and build refuse a change of what was
    recorded. Run it when the first return or promise of an edition is right, and commit what it wrote. What is recorded
    of an edition that no return and no promise uses any more is forgotten.

    What measures and units are called and what they count is recorded beside it, in edition-words.csv. Such words may
    be mended: check warns of it, with the old words and the new. Where they still mean the same, --words records them.
    A deduction for some projects that figures are counted by moves them: it is said which, and --deductions takes it.

    \b
    socialvalue record
    socialvalue record --words
    """
    from socialvalue import commands, recording

    checked, late, moves = commands.to_record(data, tell)
    sound(checked)
    _say_moved(late, moves, deductions)
    found, said = recording.record(checked, data, words)
    if held := sum("/" in owner for owner in checked.held_back):
        left = f"{many(held, 'return')} with errors {'was' if held == 1 else 'were'} left aside"
        click.echo(f"{left}: see socialvalue check. Mend {'it' if held == 1 else 'them'} and run this again.")
    if not found and not said.new and not said.other:
        others = "Every edition that others use" if held else "Every edition in use"
        click.echo(f"{others} is recorded. Nothing was written.")
        sys.exit(int(bool(held)))
    for each in found:
        path = data / "frameworks" / each.framework / "editions.csv"
        if each.rows < 0:
            click.echo(f"Forgot in {path}: {many(-each.rows, 'row')} of edition {each.edition}, which nothing uses.")
        else:
            click.echo(f"Wrote {path}: {many(each.rows, 'row')} of edition {each.edition}, for good.")
    for line in _recorded_words(said, words, data):
        click.echo(line)
    if found or said.new or (words and said.other):
        click.echo("Commit it together with the returns.")


def _say_moved(late: Sequence[str], moves: Sequence["Move"], agreed: bool) -> None:
    """What moves by deductions that came late; ends the command, with 1, where something does and nobody `agreed`."""
    for move in moves[:SHOWN]:
        before, after = (f"£{Decimal(pence) / 100:,.2f}" for pence in (move.before, move.after))
        click.echo(f"{move.key}, {move.kind}: {after} with {', '.join(late)}, {before} without.")
    if len(moves) > SHOWN:
        click.echo(f"{len(moves) - SHOWN:,} more figures move.")
    if moves and not agreed:
        click.echo(
            "Nothing was written. Was one of these figures published? Then take the deduction away, or write the "
            "edition that it is for into its column edition. If none was, run socialvalue record --deductions.",
            err=True,
        )
        sys.exit(1)


def _recorded_words(said: "Words", again: bool, data: Path) -> Iterator[str]:
    """What was recorded of words, and what was not."""
    frameworks = [cell.framework for cell in said.new]
    for framework in dict.fromkeys(frameworks):
        path = data / "frameworks" / framework / "edition-words.csv"
        yield f"Wrote {path}: {many(frameworks.count(framework), 'text')} of its measures and units."
    if said.other:
        named = ", ".join(f"{cell.column} of {cell.name}" for cell in said.other)
        yield (
            f"Recorded again: {named}."
            if again
            else f"Says something else than was recorded: {named}. See socialvalue check."
        )


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
    from socialvalue.addresses import asked, cited_addresses

    links, found = cited_addresses(data, tell)
    silent = 0
    for answer in asked(links, tell) if check else ():
        silent += not answer.answers
        click.echo(f"{'yes' if answer.answers else 'NO '}  {answer.address}  {answer.words}")
    click.echo(f"{len(links) - silent:,} of {len(links):,} addresses answer." if check else "\n".join(links))
    if held := sum("/" in owner for owner in found.held_back):
        click.echo(f"Not among them: the evidence of {many(held, 'return')} with errors.", err=True)
    if found.broken:
        say_errors(found.broken)
        click.echo("Addresses may be missing for these errors. Mend them and run again.", err=True)
    sys.exit(2 if found.not_applied else int(bool(silent or found.broken)))
