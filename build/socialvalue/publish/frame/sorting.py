"""The script that sorts long tables, on the pages that have one."""

import json

from markupsafe import Markup

from socialvalue.publish.words.language import N_, _, in_words

MARK = "data-sort"
"""The attribute of a table that can be sorted."""


def sorting(body: str, up: str) -> str:
    """What brings the script to a page with such a table; empty for any other. `up` leads from it to the root."""
    if MARK not in body:
        return ""
    words = {
        "asItStands": _("as it stands"),
        "sort": _("Sort by"),
        "sortBy": in_words(N_("Sort by %(column)s")),
    }
    return str(Markup('<script src="{}assets/sort.js" data-words="{}" defer></script>\n').format(up, json.dumps(words)))
