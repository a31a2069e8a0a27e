"""A change for the conversation of a pull request: short whatever its size, and nothing in it is a sender's markup."""

from collections.abc import Iterator

from socialvalue.check.reports.markdown import safe
from socialvalue.review.changes import Changes
from socialvalue.review.document import Part, document, first_line
from socialvalue.review.form import Form

LONGEST = 55_000
"""Letters: a forge takes 65,536 for a comment."""
MARK = "<!-- socialvalue diff -->"
CUT = "There is more, and no room for it here: run socialvalue diff."


def write(changes: Changes) -> str:
    """A mark by which its own comment is found again, the first line, then each part until there is no more room."""
    out = [MARK, f"**{safe(first_line(changes))}**", ""]
    length = sum(map(len, out))
    for line in _lines(changes):
        length += len(line) + 1
        if length > LONGEST:
            out += ["", CUT]
            break
        out.append(line)
    return "\n".join([*out, "", safe(changes.compared), ""])


def _lines(changes: Changes) -> Iterator[str]:
    for part in document(changes):
        if part.sentences or part.table or part.ticks:
            yield from _part(part)
            yield ""


def _part(part: Part) -> Iterator[str]:
    yield f"**{safe(part.title)}**"
    yield ""
    yield from (f"- {safe(each)}" for each in part.sentences)
    if part.table:
        yield ""
        yield f"| {' | '.join(map(safe, part.heads))} |"
        yield f"|{' --- |' * len(part.heads)}"
        yield from (f"| {' | '.join(map(safe, row))} |" for row in part.table)
    yield from (f"- [ ] {safe(each)}" for each in part.ticks)


FORM = Form("markdown", write)
