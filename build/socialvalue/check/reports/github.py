"""Findings as annotations, which a forge shows beside the rows of a pull request."""

from collections.abc import Iterator

from socialvalue.check.report_form import Report, Written, summary
from socialvalue.records import Checked, Finding, Severity, Source

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def write(checked: Checked, source: Source, colour: bool) -> str:
    """A workflow command for each finding that stands open, then the summary."""
    written = Written(source)
    lines = [_annotation(finding, source, written) for finding in checked.findings if not finding.accepted]
    return "\n".join([*lines, summary(checked)]) + "\n"


def _annotation(finding: Finding, source: Source, written: Written) -> str:
    parts = dict(_properties(finding, source, written))
    place = ",".join(f"{name}={_property(text)}" for name, text in parts.items())
    return f"::{COMMANDS[finding.severity]} {place}::{_message(finding.words)}"


def _properties(finding: Finding, source: Source, written: Written) -> Iterator[tuple[str, str]]:
    inside = finding.file.split("/")[0] in ("register", "reference", "frameworks", "returns")
    yield "file", (source.root / finding.file).as_posix() if inside else finding.file
    if finding.row:
        yield "line", str(_line(finding, written))
    where = f"{finding.column}: " if finding.column else ""
    yield "title", f"{where}{finding.rule}"


def _line(finding: Finding, written: Written) -> int:
    """The line of the text file: a line end inside a cell makes a line, but not a row."""
    row = finding.row or 1
    return row + sum(ends for at, ends in written.line_ends(finding.file).items() if at < row)


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")


REPORT = Report("github", write)
