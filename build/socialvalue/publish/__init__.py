"""Room 4: pages, charts and downloads, and what the terminal says of a £. Pure until write.py."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from socialvalue.publish.downloads.notice import notice
    from socialvalue.publish.downloads.terminal_totals import summary, suppositions
    from socialvalue.publish.many.publishing import many_onto
    from socialvalue.publish.many.reasons import reason
    from socialvalue.publish.output.serve import serve
    from socialvalue.publish.output.shelf import shelves
    from socialvalue.publish.output.write import refuse_place, write
    from socialvalue.publish.publishing import drawn_onto, publish, published_csv
    from socialvalue.publish.story.explaining import in_plain_words

WHERE = {
    "drawn_onto": "socialvalue.publish.publishing",
    "in_plain_words": "socialvalue.publish.story.explaining",
    "many_onto": "socialvalue.publish.many.publishing",
    "notice": "socialvalue.publish.downloads.notice",
    "publish": "socialvalue.publish.publishing",
    "published_csv": "socialvalue.publish.publishing",
    "reason": "socialvalue.publish.many.reasons",
    "refuse_place": "socialvalue.publish.output.write",
    "serve": "socialvalue.publish.output.serve",
    "shelves": "socialvalue.publish.output.shelf",
    "summary": "socialvalue.publish.downloads.terminal_totals",
    "suppositions": "socialvalue.publish.downloads.terminal_totals",
    "write": "socialvalue.publish.output.write",
}
"""What the room offers, by its module. It is imported when it is asked for: a command that only says a figure in words
needs none of the pages."""

__all__ = [
    "drawn_onto", "in_plain_words", "many_onto", "notice", "publish", "published_csv", "reason", "refuse_place",
    "serve", "shelves", "summary", "suppositions", "write",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    if name not in WHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(WHERE[name]), name)
