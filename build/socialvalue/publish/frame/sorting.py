"""The scripts of long pages, each on the pages that have what it is for: one sorts tables, one finds among folds."""

import json

from markupsafe import Markup

from socialvalue.publish.words.language import N_, _, in_words

SORTED = "data-sort"
"""The attribute of a table that can be sorted."""
FOUND = "data-find"
"""The attribute of what holds folds among which a reader finds by words: what its box is called."""


def sorting(body: str, up: str) -> str:
    """What brings the scripts to a page that has such a table or folds; empty for others. `up` leads to the root."""
    found = []
    if SORTED in body:
        words = {
            "asItStands": _("as it stands"),
            "sort": _("Sort by"),
            "sortBy": in_words(N_("Sort by %(column)s")),
        }
        found.append(_script("sort", up, words))
    if FOUND in body:
        words = {"found": in_words(N_("Found: %(num)s")), "nothing": _("Nothing here says that. Try a shorter word.")}
        found.append(_script("find", up, words))
    return "".join(found)


def _script(name: str, up: str, words: dict[str, str]) -> str:
    markup = Markup('<script src="{}assets/{}.js" data-words="{}" defer></script>\n')
    return str(markup.format(up, name, json.dumps(words)))
