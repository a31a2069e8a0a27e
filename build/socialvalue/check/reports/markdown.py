"""Findings for the conversation of a pull request: a table for each file."""

import re

from socialvalue.check.report_form import Report, address, by_file, label, place, summary
from socialvalue.records import Checked, Finding, Source

PLAIN = frozenset(" .,")
LONGEST = 900_000
"""Bytes of a report: a forge takes a million for a summary, and shows none of a longer one."""
JOINER = "\u2060"
"""Cannot be seen, and keeps a forge from making more of the letters beside it than they are."""
CALLS = re.compile(r"[@#]|[!~%$&](?=\w)|:(?=/)|(?<=www)\.|(?<=gh)-(?=\d)", re.IGNORECASE)
"""What calls somebody (@name), points to something (#1, GH-1) or makes a link (www.name, https://) in some forge."""
COMMIT = re.compile(r"(?<!\w)(?=[0-9]*[a-f])[0-9a-f]{7,64}(?!\w)")
"""What a forge takes for a commit. A number or the code of an area isn't, and can be copied as it is shown."""
SHORT = 6
"""Letters that no forge takes for a commit."""


def write(checked: Checked, source: Source, colour: bool) -> str:
    """A heading, the summary, then a table for each file; what comes after the most that a forge takes is counted."""
    title = "not right yet" if checked.errors else "all right"
    parts = [f"## Check: {title}", "", summary(checked), ""]
    rest, length = 0, 0
    for file, findings in by_file(checked.findings):
        table = [f"### {safe(file or 'the data folder')}", ""]
        table += ["| Row | Column | | What is wrong, and what to do |", "| --- | --- | --- | --- |"]
        table += [_row(finding, checked.settings.base_url) for finding in findings]
        length += sum(len(line.encode()) + 1 for line in table) + 1
        if length > LONGEST:
            rest += sum(finding.count for finding in findings)
        else:
            parts += [*table, ""]
    if rest:
        parts += [f"{rest:,} more are not shown: there is no room for them here. Mend these first.", ""]
    return "\n".join(parts)


def _row(finding: Finding, site: str) -> str:
    accepted = f" Accepted: {finding.accepted}" if finding.accepted else ""
    where = place(finding).removeprefix("row ")
    cells = (where, finding.column, label(finding), finding.words + accepted)
    rule = safe(finding.rule)
    if page := address(finding, site):
        rule = f"[{rule}]({page})"
    return f"| {' | '.join(map(safe, cells))} <br>{rule} |"


def safe(text: str) -> str:
    """`text` with everything that is not a letter, a digit or plain punctuation as a numeric entity.

    A forge looks for names, numbers, addresses and commits in what the entities stand for too: these are broken.
    """
    text = CALLS.sub(lambda found: f"{found[0]}{JOINER}", text)
    text = COMMIT.sub(lambda found: re.sub(rf"(\w{{{SHORT}}})(?=\w)", rf"\1{JOINER}", found[0]), text)
    return "".join(c if c.isalnum() or c in PLAIN else f"&#{ord(c)};" for c in text)


REPORT = Report("markdown", write)
