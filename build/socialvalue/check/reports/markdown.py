"""Findings for the conversation of a pull request: a table for each file."""

from socialvalue.check.report import Report, by_file, label, summary
from socialvalue.records import Checked, Source

PLAIN = frozenset(" .,")
JOINER = "&#8288;"
"""Keeps @name from calling somebody and #1 from pointing to an issue."""


def write(checked: Checked, source: Source, colour: bool) -> str:
    """A heading, the summary, then a table for each file."""
    title = "not right yet" if checked.errors else "all right"
    parts = [f"## Check: {title}", "", summary(checked), ""]
    for file, findings in by_file(checked.findings):
        parts += [f"### {_safe(file or 'the data folder')}", ""]
        parts += ["| Row | Column | | What is wrong, and what to do |", "| --- | --- | --- | --- |"]
        for finding in findings:
            accepted = f" Accepted: {finding.accepted}" if finding.accepted else ""
            cells = (str(finding.row or ""), finding.column, label(finding), finding.words + accepted)
            parts.append(f"| {' | '.join(map(_safe, cells))} <br>{_safe(finding.rule)} |")
        parts.append("")
    return "\n".join(parts)


def _safe(text: str) -> str:
    """`text` with everything that is not a letter, a digit or plain punctuation as a numeric entity."""
    return "".join(_letter(c) for c in text)


def _letter(character: str) -> str:
    if character.isalnum() or character in PLAIN:
        return character
    return f"&#{ord(character)};{JOINER if character in '@#' else ''}"


REPORT = Report("markdown", write)
