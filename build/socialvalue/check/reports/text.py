"""Findings for a terminal: grouped by file, aligned, in colour only where somebody looks."""

import shutil
import sys
import textwrap

from socialvalue.check.report_form import Report, by_file, label, place, summary
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
    rows = [place(finding) for finding in findings]
    places = _aligned(rows, [finding.column for finding in findings])
    kinds = max(len(label(finding)) for finding in findings)
    indent = len(places[0]) + kinds + 4
    wrapped = colour or sys.stdout.isatty()
    room = shutil.get_terminal_size().columns - indent if wrapped else 0
    block: list[str] = []
    for finding, where in zip(findings, places, strict=True):
        kind = _paint(f"{label(finding):<{kinds}}", COLOURS[label(finding)], colour)
        said = textwrap.wrap(_said(finding), max(room, NARROWEST)) if wrapped else [_said(finding)]
        block.append(f"  {where}{kind}  {said[0]}")
        block += [" " * indent + more for more in said[1:]]
    return block


def _aligned(*columns: list[str]) -> list[str]:
    """The texts of each row side by side, each column as wide as its longest; empty columns take no room."""
    filled = [column for column in columns if any(column)]
    widths = [max(map(len, column)) for column in filled]
    return [
        "".join(f"{text:<{width}}  " for text, width in zip(row, widths, strict=True))
        for row in zip(*filled, strict=True)
    ] or [""] * len(columns[0])


def _said(finding: Finding) -> str:
    accepted = f" Accepted: {finding.accepted}" if finding.accepted else ""
    return f"{finding.words}{accepted} [{finding.rule}]"


def _paint(text: str, code: str, colour: bool) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if colour else text


def _harmless(line: str) -> str:
    """The line, so that no log takes it for a command: one that begins with :: is."""
    return f"| {line}" if line.lstrip().startswith("::") else line


REPORT = Report("text", write)
