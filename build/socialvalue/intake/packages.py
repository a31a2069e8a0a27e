"""Sort the lines that a file gives into returns, and tell new ones, unchanged ones and corrections apart."""

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from socialvalue.domain.corrections import ATTESTATIONS, next_folder
from socialvalue.domain.spans import Span
from socialvalue.git import NoHistory, base_of, names_below
from socialvalue.intake.entry import Change, Entry
from socialvalue.load import limits
from socialvalue.load.descriptor import read_descriptor
from socialvalue.load.files import read_text
from socialvalue.records import Trouble
from socialvalue.records.naming import name_meant

NEW, SAME, CORRECTED, REDRAFTED = "new", "as before", "corrected", "written again"
KINDS = (("payroll", "payroll extract"), ("invoice", "invoice"), ("receipt", "invoice"), ("ledger", "invoice"),
         ("timesheet", "timesheet"), ("letter", "letter"), ("photo", "photograph"), ("audit", "audit"),
         ("training", "training record"), ("apprentice", "training record"), ("report", "report"))  # fmt: skip
"""What kind of document a title tells of."""
Row = dict[str, str]


@dataclass(frozen=True)
class Standing:
    """A return that is there already."""

    folder: Path
    descriptor: Mapping[str, Any]
    lines: Sequence[Row]
    evidence: Sequence[Row]
    published: bool
    """Whether it is on the branch that is published: a draft that isn't may be written again."""


@dataclass
class Package:
    """One return as the file gives it, beside the one that stands."""

    project: str
    span: Span
    entries: Sequence[Entry]
    standing: Standing | None
    quarters: str = ""
    """The calendar that names its folder."""
    lines: list[Row] = field(default_factory=list)
    evidence: list[Row] = field(default_factory=list)
    missing: list[Row] = field(default_factory=list)
    """Lines that stand and that the file doesn't have."""
    changed: list[str] = field(default_factory=list)
    """What differs from what stands, in words: line 2, quantity: 14, now 41."""
    read_from: dict[str, Entry] = field(default_factory=dict)
    """What each line was read from, by its number."""

    @property
    def owner(self) -> str:
        """project/period as the site names it: the folder that it is written to, or that stands."""
        return f"{self.project}/{self.period}"

    @property
    def state(self) -> str:
        """new, as before, corrected or written again."""
        if self.standing is None:
            return NEW
        if not self.changed:
            return SAME
        return CORRECTED if self.standing.published else REDRAFTED

    @property
    def stands_as(self) -> Sequence[Row]:
        """The rows of its lines.csv once the import is done: what was not touched stands as it stood."""
        return self.standing.lines if self.standing is not None and self.state == SAME else self.lines

    @property
    def to_declare(self) -> bool:
        """Whether a draft stands that nobody has declared yet."""
        if self.standing is None or self.standing.published:
            return False
        said = self.standing.descriptor.get("attestations")
        return not isinstance(said, dict) or not all(said.get(name) is True for name in ATTESTATIONS)

    @property
    def period(self) -> str:
        """The name of its folder."""
        if self.standing is None:
            return self.span.folder_in(self.quarters)
        return next_folder(self.standing.folder.name) if self.state == CORRECTED else self.standing.folder.name


def standing_returns(data: Path, project: str, tracked: frozenset[str] | None) -> dict[tuple[str, str], Standing]:
    """The returns of a project that no other replaced, by their first and last day."""
    found = returns_there(data, project, tracked)
    replaced = {str(each.descriptor.get("supersedes", "")) for each in found.values()}
    standing = {}
    for name, each in found.items():
        period = each.descriptor.get("period")
        if name not in replaced and isinstance(period, dict):
            standing[str(period.get("start")), str(period.get("end"))] = each
    return standing


def returns_there(data: Path, project: str, tracked: frozenset[str] | None) -> dict[str, Standing]:
    """Every return of a project that is there, replaced or not, by its folder's name."""
    found: dict[str, Standing] = {}
    for path in sorted((data / "returns").glob(f"*/{project}/*/datapackage.json")):
        descriptor = read_descriptor(path, path.name, "").says
        if descriptor is None:
            continue
        place = path.parent.relative_to(data).as_posix()
        lines, evidence = (read_rows(path.parent / f"{name}.csv") for name in ("lines", "evidence"))
        known = tracked is None or f"{place}/datapackage.json" in tracked
        found[path.parent.name] = Standing(path.parent, descriptor, lines, evidence, known)
    return found


def read_rows(path: Path) -> list[Row]:
    """The rows of a table of a return; none where it can't be read."""
    text = read_text(path, path.name, limits.FILE_BYTES)
    if isinstance(text, Trouble):
        return []
    return [{key: value or "" for key, value in row.items() if key} for row in csv.DictReader(io.StringIO(text, ""))]


def published_files(data: Path) -> frozenset[str] | None:
    """The files of returns that are published, by their paths below the data folder; None where nothing tells."""
    try:
        return frozenset(names_below(data, base_of(data), ["returns"]))
    except NoHistory:
        return None


def packages(
    entries: Iterable[Entry], standing: Mapping[str, Mapping[tuple[str, str], Standing]], quarters: str = ""
) -> list[Package]:
    """The returns that some lines make, by project and period."""
    groups: defaultdict[tuple[str, str, str], list[Entry]] = defaultdict(list)
    for entry in entries:
        groups[entry.key].append(entry)
    found = []
    for (project, start, end), mine in sorted(groups.items()):
        span = Span(date.fromisoformat(start), date.fromisoformat(end))
        package = Package(project, span, mine, standing[project].get((start, end)), quarters)
        _lay_out(package)
        found.append(package)
    return found


def _lay_out(package: Package) -> None:
    """Give each entry its line: the number and the other cells of the line that stands, where there is one."""
    left = list(package.standing.lines) if package.standing else []
    documents = {row["evidence"]: row for row in (package.standing.evidence if package.standing else ())}
    highest = max((int(row["line"]) for row in left if row.get("line", "").isdigit()), default=0)
    numbered: list[tuple[Entry, Row | None, str]] = []
    for entry in package.entries:
        before = _same_line(entry, left)
        if before is not None:
            left.remove(before)
        else:
            highest += 1
        numbered.append((entry, before, before["line"] if before is not None else str(highest)))
    lines = {entry.numbered: number for entry, _, number in numbered if entry.numbered}
    cells = {(entry.sheet, entry.at): number for entry, _, number in numbered}
    for entry, before, number in numbered:
        given = {key: value for key, value in entry.fields.items() if key not in ("project", "start", "end")}
        if entry.document:
            given["evidence"] = _document(entry, documents)
        if entry.numbered and (whole := given.get("part_of", "")).isdigit():
            given["part_of"] = lines.get(whole, f"row {whole}, which is not sent")
        if entry.whole:
            not_sent = f"row {entry.whole.at[0]}, which is not sent"
            given["part_of"] = cells.get((entry.whole.sheet, entry.whole.at), not_sent)
        line = {**(before or {}), **given, "line": number}
        package.read_from[number] = entry
        package.lines.append(line)
        package.changed += list(_differences(before, line))
    package.missing = left
    package.evidence = list(documents.values())
    stood = list(package.standing.evidence) if package.standing else package.evidence
    package.changed += [f"document {row['evidence']} is new or differs" for row in package.evidence if row not in stood]


def _same_line(entry: Entry, left: Sequence[Row]) -> Row | None:
    """The line that stands for the same thing: its measure, and area and organisation where the file says them."""
    mine = [row for row in left if row.get("measure") == entry.fields["measure"]]
    for names in (("area", "organisation"), ("area",), ("organisation",)):
        alike = [row for row in mine if all(row.get(name) == entry.fields.get(name, "") for name in names)]
        if alike:
            return alike[0]
    bare = not any(entry.fields.get(name) for name in ("area", "organisation"))
    return mine[0] if mine and (bare or len(mine) == 1) else None


def _differences(before: Row | None, line: Row) -> Iterable[str]:
    if before is None:
        yield f"line {line['line']} ({line['measure']}) is new: {line['quantity']} {line['unit']}"
        return
    for key, value in line.items():
        was = before.get(key, "")
        if value != was and _number(value) != _number(was):
            yield f"line {line['line']} ({line['measure']}), {key}: {was or 'nothing'}, now {value or 'nothing'}"


def _number(text: str) -> Decimal | str:
    try:
        return Decimal(text).normalize()
    except InvalidOperation:
        return text


def _document(entry: Entry, documents: dict[str, Row]) -> str:
    """The key of a document's row; the row is added where there is none of that title."""
    title = entry.document["title"]
    for key, row in documents.items():
        if row["title"].casefold() == title.casefold():
            documents[key] = {**row, **{k: v for k, v in entry.document.items() if v}}
            return key
    stem = name_meant(title)[:50].strip("-") or "document"
    key = next(k for k in (stem, *(f"{stem}-{n}" for n in range(2, 10_000))) if k not in documents)
    kind = next((kind for word, kind in KINDS if word in title.casefold()), "other")
    if "kind" not in entry.document and "evidence" in entry.places:
        why = "kind of document, by its title" if kind != "other" else "kind of document: not said"
        entry.changes.append(Change(entry.sheet, entry.places["evidence"], title, kind, why))
    documents[key] = {"evidence": key, "kind": kind, **entry.document}
    return key


def keep_missing(package: Package) -> None:
    """Keep the lines that stand and that the file doesn't have."""
    package.lines += package.missing
    package.lines.sort(key=lambda line: int(line["line"]) if line["line"].isdigit() else 0)
    package.missing = []


def take_out_missing(package: Package) -> None:
    """Let the lines go that the file doesn't have."""
    package.changed += [f"line {row['line']} ({row['measure']}) is taken out" for row in package.missing]
    package.missing = []
