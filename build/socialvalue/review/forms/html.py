"""A change as one page of its own, which needs nothing else: no script, no picture, no other address."""

import base64
import hashlib
from collections.abc import Iterator
from html import escape

from socialvalue.review.changes import Changes
from socialvalue.review.document import Line, Part, document, first_line
from socialvalue.review.form import Form

EVERYTHING = 1_000_000
"""Things of a list: a page has room for all."""
STYLE = """
:root { color-scheme: light dark; --ink: #16202c; --paper: #fff; --rule: #b8c2cc; --quiet: #4a5865; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8edf2; --paper: #12181f; --rule: #47535f; --quiet: #a9b5c0; } }
body { margin: 2rem auto; max-width: 60rem; padding: 0 1rem; color: var(--ink); background: var(--paper);
  font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
h2 { margin-top: 2rem; }
.first { font-size: 1.25rem; font-weight: 600; }
.table { overflow-x: auto; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; overflow-wrap: normal; }
th, td { border: 1px solid var(--rule); padding: 0.25rem 0.5rem; text-align: left; vertical-align: top; }
.compared { color: var(--quiet); }
"""


def write(changes: Changes) -> str:
    """A whole page. Its policy lets nothing in but the one style, by its hash."""
    style = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
    body = [line for part in document(changes, EVERYTHING) for line in _part(part)]
    return (
        '<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{style}'\">\n"
        f"<title>What changes</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>What changes</h1>\n"
        f'<p class="first">{escape(first_line(changes))}</p>\n'
        + "\n".join(body)
        + f'\n<p class="compared">{escape(changes.compared)}</p>\n</main>\n</body>\n</html>\n'
    )


def _part(part: Part) -> Iterator[str]:
    if not (part.sentences or part.table or part.ticks):
        return
    yield f"<h2>{escape(part.title)}</h2>"
    each = [*part.sentences, *part.ticks]
    if each:
        yield f"<ul>{''.join(f'<li>{escape(text)}</li>' for text in each)}</ul>"
    if part.table:
        heads = "".join(f'<th scope="col">{escape(head)}</th>' for head in part.heads)
        label = escape(part.title)
        yield f'<div class="table" role="region" aria-label="{label}" tabindex="0"><table><tr>{heads}</tr>'
        yield from map(_row, part.table)
        yield "</table></div>"


def _row(cells: Line) -> str:
    first, *rest = (escape(cell) for cell in cells)
    return f'<tr><th scope="row">{first}</th>{"".join(f"<td>{cell}</td>" for cell in rest)}</tr>'


FORM = Form("html", write)
