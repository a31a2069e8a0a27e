"""Findings as one page of its own: the officer's own tables, with the cells marked."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from socialvalue.check.personal import without
from socialvalue.check.report_form import Report, Written, address, by_file, label, place, summary
from socialvalue.records import Checked, Finding, Source, rows

PRIVATE = ("personal-data", "small-counts")
"""Rules whose rows are never shown."""
HIDDEN = " Rows that may tell of a person are left out."
AROUND = 2
"""Rows shown before and after one with a finding."""
STYLE = """
:root { color-scheme: light dark; --ink: #16202c; --paper: #fff; --rule: #b8c2cc; --quiet: #4a5865;
  --error: #b3261e; --error-fill: #fdecea; --warning: #7a4f00; --warning-fill: #fff4d6;
  --note: #0b5a8a; --note-fill: #e6f2fa; --accepted: #2c6433; --accepted-fill: #e9f5ea; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8edf2; --paper: #12181f; --rule: #47535f;
  --quiet: #a9b5c0; --error: #ffb4ab; --error-fill: #4a1512; --warning: #ffd27a; --warning-fill: #40300a;
  --note: #9fd0f2; --note-fill: #10334a; --accepted: #a5d6a9; --accepted-fill: #17351b; } }
body { margin: 2rem auto; max-width: 72rem; padding: 0 1rem; color: var(--ink); background: var(--paper);
  font: 1rem/1.5 system-ui, sans-serif; }
h2 { margin-top: 2.5rem; overflow-wrap: anywhere; }
.table { overflow-x: auto; }
table { border-collapse: collapse; font-size: 0.875rem; }
caption { text-align: left; color: var(--quiet); padding: 0.25rem 0; }
th, td { border: 1px solid var(--rule); padding: 0.25rem 0.5rem; text-align: left; vertical-align: top; }
td { overflow-wrap: break-word; min-width: 3rem; max-width: 24rem; }
.error { background: var(--error-fill); outline: 2px solid var(--error); }
.warning { background: var(--warning-fill); outline: 2px dashed var(--warning); }
.note { background: var(--note-fill); outline: 2px dotted var(--note); }
.accepted { background: var(--accepted-fill); outline: 1px solid var(--accepted); }
li { margin: 0.75rem 0; overflow-wrap: anywhere; }
li strong { margin-right: 0.35rem; padding: 0 0.35rem; }
a { color: inherit; }
.rule { color: var(--quiet); }
"""
Marks = Mapping[tuple[int | None, str], Sequence[tuple[int, Finding]]]


def write(checked: Checked, source: Source, colour: bool) -> str:
    """A whole page that needs nothing else: no script, no picture, no other address."""
    body: list[str] = []
    number, written = 0, Written(source)
    for file, findings in by_file(checked.findings):
        body.append(f"<h2>{_safe(file or 'the data folder')}</h2>")
        numbered = list(enumerate(findings, start=number + 1))
        number += len(findings)
        body += _table(file, numbered, written)
        body.append("<ol>")
        body += [_item(at, finding, checked.settings.base_url) for at, finding in numbered]
        body.append("</ol>")
    title = "Check: not right yet" if checked.errors else "Check: all right"
    return (
        '<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta http-equiv="Content-Security-Policy" '
        "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n"
        f"<p>{_safe(summary(checked))}</p>\n" + "\n".join(body) + "\n</main>\n</body>\n</html>\n"
    )


def _item(at: int, finding: Finding, site: str) -> str:
    where = ", ".join(part for part in (place(finding), finding.column) if part)
    accepted = f" Accepted: {finding.accepted}" if finding.accepted else ""
    rule = _safe(finding.rule)
    if page := address(finding, site):
        rule = f'<a href="{_safe(page)}">{rule}</a>'
    return (
        f'<li id="finding-{at}" value="{at}"><strong class="{label(finding)}">{label(finding)}</strong> '
        f"{_safe(f'{where}: ' if where else '')}{_safe(finding.message)} {_safe(finding.mend + accepted)} "
        f'<span class="rule">{rule}</span></li>'
    )


def _table(file: str, numbered: Sequence[tuple[int, Finding]], written: Written) -> Iterator[str]:
    """The rows of the file that a finding is about, with their neighbours, as the officer wrote them."""
    table = written.rows(file)
    about = {finding.row for _, finding in numbered if finding.row and not _private(finding)}
    if table is None or not about:
        return
    shown = {row + step for row in about for step in range(-AROUND, AROUND + 1)}
    shown -= {finding.row for _, finding in numbered if finding.row and _private(finding)}
    table = table[table["row"].isin(shown)]
    columns = [column for column in table.columns if column not in ("file", "row", "owner")]
    columns = [c for c in columns if (table[c] != "").any() or any(f.column == c for _, f in numbered)]
    marks: Marks = _marks(numbered)
    yield '<div class="table" tabindex="0"><table>'
    private = any(finding.row and _private(finding) for _, finding in numbered)
    yield f"<caption>The rows with something to mend, and those around them.{HIDDEN if private else ''}</caption>"
    heads = "".join(f'<th scope="col">{_safe(column)}</th>' for column in columns)
    yield f'<thead><tr><th scope="col">row</th>{heads}</tr></thead><tbody>'
    for row in rows(table):
        cells = "".join(_cell(getattr(row, column), marks.get((row.row, column), ())) for column in columns)
        yield f"<tr>{_cell(str(row.row), marks.get((row.row, ''), ()), 'th')}{cells}</tr>"
    yield "</tbody></table></div>"


def _private(finding: Finding) -> bool:
    return finding.private or finding.rule in PRIVATE


def _marks(numbered: Sequence[tuple[int, Finding]]) -> Marks:
    marks: defaultdict[tuple[int | None, str], list[tuple[int, Finding]]] = defaultdict(list)
    for at, finding in numbered:
        marks[finding.row, finding.column].append((at, finding))
    return marks


def _cell(text: str, found: Sequence[tuple[int, Finding]], tag: str = "td") -> str:
    """A cell, marked where something is to mend; with the tag "th" the number of the row."""
    head = tag if tag == "td" else f'{tag} scope="row"'
    text = _safe(without(text))
    if not found:
        return f"<{head}>{text}</{tag}>"
    links = " ".join(f'<a href="#finding-{at}">[{at}]</a>' for at, _ in found)
    return f'<{head} class="{label(found[0][1])}">{text} {links}</{tag}>'


def _safe(text: str) -> str:
    """`text` with everything that is not a letter, a digit or a space as a numeric entity."""
    return "".join(c if c.isalnum() or c == " " else f"&#{ord(c)};" for c in text)


REPORT = Report("html", write)
