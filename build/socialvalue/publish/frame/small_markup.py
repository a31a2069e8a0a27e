"""The smallest pieces of pages, which each page has hundreds of: a link, a cell, a line under a name, a figure.

They are written here, and no longer as macros, because calling a macro takes longer than all that these do.
"""

from typing import Any

from markupsafe import Markup

from socialvalue.publish.page_addresses import link
from socialvalue.publish.words.figures import bound_alone
from socialvalue.publish.words.markup import escaped, marked


def to(path: str, words: Any) -> Markup:
    """A link to a page or file of the site, by its path below the root."""
    return marked(f'<a href="{escaped(link(path))}">{escaped(words)}</a>')


def sub(words: Any) -> Markup:
    """A short line under a name or a number; nothing without words."""
    return marked(f'<span class="sub">{escaped(words)}</span>') if words else Markup()


def figure(words: Any, bound: str = "") -> Markup:
    """A number with its bound, which the source gave, above it."""
    above = f'<span class="sub ov-bound">{escaped(bound_alone(bound))}</span> ' if bound else ""
    return marked(f"{above}{escaped(words)}")


def cell(label: Any, content: Any = "", look: str = "", by: Any = None) -> Markup:
    """A cell with the words of its column, which a phone shows above it. An empty one vanishes there.

    `by` is what the column is sorted by, where that is not its words.
    """
    named = f' data-l="{escaped(label)}"' if label else ""
    placed = "" if by is None else f' data-s="{escaped(by)}"'
    looks = (look if content else f"{look} none").strip()
    looked = f' class="{escaped(looks)}"' if looks else ""
    return marked(f'<td role="cell"{named}{placed}{looked}>{escaped(content)}</td>')
