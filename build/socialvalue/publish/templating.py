"""The Jinja2 environment of the data pages: every value is escaped, every name must exist."""

from pathlib import PurePosixPath

from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context
from jinja2.runtime import Context

from socialvalue.publish import words
from socialvalue.publish.drawing import Drawings
from socialvalue.publish.site import Site
from socialvalue.records import KINDS, STATUSES


def templates(site: Site, drawings: Drawings) -> Environment:
    """The environment: `site`, `chart` and `link` as names; the functions of words.py as filters."""
    environment = Environment(
        loader=PackageLoader("socialvalue.publish", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        site=site,
        settings=site.settings,
        chart=drawings.figure,
        link=link,
        KINDS=KINDS,
        STATUSES=STATUSES,
        words=words,
    )
    environment.filters.update(
        {name: function for name, function in vars(words).items() if callable(function) and not name.startswith("_")}
    )
    return environment


@pass_context
def link(context: Context, path: str) -> str:
    """The address of `path` (below the site's root) as seen from the page that is drawn."""
    return relative(path, str(context.get("here", "")))


def relative(path: str, here: str) -> str:
    """`path` as a relative address from the page `here`; both are below the site's root."""
    target, _, anchor = path.partition("#")
    up = "../" * (len(PurePosixPath(here).parts) - 1)
    return f"{up}{target}" + (f"#{anchor}" if anchor else "")
