"""Findings for a terminal: grouped by file, aligned, in colour only where somebody looks."""

import shutil
import textwrap

from socialvalue.check.report import Report, by_file, label, summary
from socialvalue.records import Checked, Finding, Source

COLOURS = {"error": "31;1", "warning": "33;1", "note": "36;1", "accepted": "32"}
NARROWEST = 20


def write(checked: Checked, source: Source, colour: bool) -> str:
    """A block for each file, a row for each finding, then a summary."""
    lines: list[str] = []
    for file, findings in by_file(checked.findings):
        lines += [_paint(file or "the data folder", "1", colour), *_block(findings, colour), ""]
    return "\n".join([*map(_harmless, lines), summary(checked)]) + "\n"


def _block(findings: list[Finding], colour: bool) -> list[str]:
    place = [f"row {finding.row}" if finding.row else "" for finding in findings]
    first, second, third = (
        max(map(len, texts), default=0) for texts in (place, [f.column for f in findings], [label(f) for f in findings])
    )
    indent = first + second + third + 8
    room = shutil.get_terminal_size().columns - indent if colour else 0
    block: list[str] = []
    for finding, row in zip(findings, place, strict=True):
        head = f"  {row:<{first}}  {finding.column:<{second}}  "
        kind = _paint(f"{label(finding):<{third}}", COLOURS[label(finding)], colour)
        said = textwrap.wrap(_said(finding), max(room, NARROWEST)) if colour else [_said(finding)]
        block.append(f"{head}{kind}  {said[0]}")
        block += [" " * indent + more for more in said[1:]]
    return block


def _said(finding: Finding) -> str:
    accepted = f" Accepted: {finding.accepted}" if finding.accepted else ""
    return f"{finding.words}{accepted} [{finding.rule}]"


def _paint(text: str, code: str, colour: bool) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if colour else text


def _harmless(line: str) -> str:
    """The line, so that no log takes it for a command: one that begins with :: is."""
    return f"| {line}" if line.lstrip().startswith("::") else line


REPORT = Report("text", write)
