"""Findings for the conversation of a pull request: a table for each file."""

from socialvalue.check.report_form import Report, address, by_file, label, place, summary
from socialvalue.records import Checked, Finding, Source

PLAIN = frozenset(" .,")
LONGEST = 900_000
"""Bytes of a report: a forge takes a million for a summary, and shows none of a longer one."""
JOINER = "&#8288;"
"""Keeps @name from calling somebody and #1 from pointing to an issue."""


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
    """`text` with everything that is not a letter, a digit or plain punctuation as a numeric entity."""
    return "".join(_letter(c) for c in text)


def _letter(character: str) -> str:
    if character.isalnum() or character in PLAIN:
        return character
    return f"&#{ord(character)};{JOINER if character in '@#' else ''}"


REPORT = Report("markdown", write)
