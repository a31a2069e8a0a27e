"""What an import of register tables says. Every text of the file is made short and safe before it is printed."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from socialvalue.how_many import many
from socialvalue.intake.registering.found import Found, origin
from socialvalue.intake.registering.known import KEYS
from socialvalue.intake.registering.number_columns import YEAR
from socialvalue.intake.registering.sheet import Listing
from socialvalue.intake.saying import changed_cells, columns_of
from socialvalue.intake.workbook import Workbook, letters, shown
from socialvalue.records import Finding, Severity, Source

FEW = 12
"""Rows of a kind that are shown unless all are asked for."""
NOT_ASKED = ("renamed_from", "note", "part_of", "replaced_by", "replaces")
"""Columns that are empty for most rows of any register."""


def what_it_is(books: Sequence[Workbook], found: Found) -> Iterator[str]:
    """Each file, its sheets, and how their headings are read."""
    for book in books:
        yield f"{book.name}: {book.kind}. Read for its values alone; nothing in it was run, no link followed."
        yield from (f"  {said}" for said in book.noticed)
        yield from (f"  {shown(sheet.name)}: {why}" for own, sheet, why in found.without if own is book)
    if found.mapping:
        yield f"Known by its headings: data/imports/register/{found.mapping.name}.toml"
    for each in found.listings:
        below = many(sum(1 for _ in each.rows()), "row")
        yield ""
        yield f"{shown(each.sheet.name)} becomes {each.table}.csv: {below} below the headings in row {each.header}"
        read = [(letters(number), shown(each.heading(number), 32), column) for number, column in each.columns.items()]
        yield from columns_of([("", "your heading", "becomes"), *read])
        yield from left_out(each)
    yield ""


def left_out(listing: Listing) -> Iterator[str]:
    """The headings that become no column, and why."""
    heads = range(1, len(listing.sheet.rows[listing.header - 1]) + 1)
    left = [listing.heading(at) for at in heads if at not in listing.columns and listing.heading(at)]
    years = [heading for heading in left if YEAR.fullmatch(heading)]
    if others := [shown(heading, 32) for heading in left if heading not in years]:
        yield f"  left out: {', '.join(others)}"
    if years:
        which = ", ".join(shown(heading, 32) for heading in years)
        yield f"  left out: {which}. A figure of each year is none of the whole: no column of the register holds it."


def what_becomes(found: Found, whole: bool) -> Iterator[str]:
    """The changed cells; of each table how many rows are new, as before and changed; and what changes in these."""
    yield from changed_cells(found.changes, found.left_out, whole)
    yield ""
    changed = Counter(each.table for each in found.changed)
    for table in dict.fromkeys([*found.new, *found.same, *changed]):
        counts = (len(found.new.get(table, ())), found.same.get(table, 0), changed[table])
        gone = found.deleted.get(table, [])
        over = f"Deleted, as answered: {', '.join(gone)}." if gone else "Nothing is deleted."
        yield f"{table}.csv: {counts[0]:,} new, {counts[1]:,} as before, {counts[2]:,} changed. {over}"
        keys = found.new.get(table, []) if table in KEYS else []
        few = keys if whole else keys[:FEW]
        if few:
            more = f" and {len(keys) - len(few):,} more" if len(keys) > len(few) else ""
            yield f"  new: {', '.join(few)}{more}"
    yield from (f"  {said}" for said in found.remarks)
    for each in found.changed:
        for column, (was, now) in each.cells.items():
            yield f"  {each.table} {each.key} {column}: {shown(was) or 'empty'} -> {shown(now)}"


def not_known(found: Found, source: Source, whole: bool) -> Iterator[str]:
    """The cells of new rows that stay empty, by table and column."""
    said = []
    for table, keys in found.new.items():
        if table not in KEYS or found.known is None:
            continue
        for field in source.schemas[table]["fields"]:
            column = field["name"]
            lacking = [key for key in keys if not found.known.rows[table][key].get(column)]
            if lacking and column not in NOT_ASKED and not column.endswith("bound"):
                which = "all of them" if len(lacking) == len(keys) else ", ".join(lacking if whole else lacking[:FEW])
                more = f" and {len(lacking) - FEW:,} more" if not whole and FEW < len(lacking) < len(keys) else ""
                said.append((f"{table}.csv {column}", many(len(lacking), "row"), f"{which}{more}"))
    if said:
        yield "Not known, and left empty:"
        yield from columns_of(said)


def what_is_wrong(
    found: Found, findings: Sequence[Finding], rows: Mapping[tuple[str, int], tuple[str, str]]
) -> Iterator[str]:
    """What the check finds in the rows that were read, each at the cell of the file that it came from."""
    ranked = sorted(findings, key=lambda each: list(Severity).index(each.severity))
    for finding in ranked[: FEW * 2]:
        table, key = rows.get((finding.file, finding.row or 0), ("", ""))
        where = origin(found, table, key, finding.column) if table else ""
        place = where or " ".join(
            filter(None, (finding.file, f"row {finding.row}" if finding.row else "", finding.column))
        )
        yield f"  {finding.severity}  {place}  {finding.words}"
    if len(ranked) > FEW * 2:
        yield f"  and {len(ranked) - FEW * 2:,} more: socialvalue check"
