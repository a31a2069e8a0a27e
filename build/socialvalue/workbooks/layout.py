"""How our own workbook is laid out: the writer of the template and its reader both keep to this, and to nothing else.

A change here that an older reader would misread raises `TEMPLATE`.
"""

from dataclasses import dataclass

TEMPLATE = "1"
"""The version of the layout."""

START, FIGURES, EVIDENCE, EXAMPLE = "Start here", "Your figures", "Evidence", "An example"
WHAT_COUNTS, LISTS = "What counts", "Lists"
SHEETS = (START, FIGURES, EVIDENCE, EXAMPLE, WHAT_COUNTS, LISTS)
"""The sheets, in their order. Lists is hidden."""

PROPERTIES = {
    "template": "osv-template",
    "project": "osv-project",
    "period": "osv-period",
    "edition": "osv-edition",
}
"""Properties of the file that mark it, by what they hold. `osv-edition` is the framework, a space and the edition."""
MARK_NAME = "osv_mark"
"""The defined name of the block of marks in Lists."""
MARK_COLUMN, MARK_VALUE_COLUMN = 18, 19
"""Columns R and S of Lists: what is marked, and its value, from row 1."""
MARKS = ("template", "project", "period", "start", "end", "framework", "edition", "previous", "organisation", "mailbox",
         "area", "done_by", "tier", "status", "only_this_contract", "of_this_contract")  # fmt: skip
"""What column R holds, in this order. `period` is the name of the folder, `start` and `end` are ISO days, `previous`
the folder that it replaces (or empty); the rest are addresses of cells in Start here, as in C16."""

NAMES = {
    "measures": "osv_measures",
    "areas": "osv_areas",
    "organisations": "osv_organisations",
    "tiers": "osv_parts",
    "statuses": "osv_how_sure",
    "bounds": "osv_exact",
    "documents": "osv_documents",
}
"""Defined names that the drop-downs refer to."""


@dataclass(frozen=True)
class Column:
    """A column of a sheet: its heading as people read it, its width and what it is in a return."""

    heading: str
    width: int
    field: str = ""
    """The column of lines.csv or evidence.csv; empty for one that is there to be read."""
    typed: bool = False
    """Whether people fill it in. What they don't fill in is never read back: it may be a formula."""


FIGURES_COLUMNS = (
    Column("Row", 6),
    Column("Measure", 28, "measure", typed=True),
    Column("What counts", 44),
    Column("How much\nthis period", 14, "quantity", typed=True),
    Column("Unit", 13),
    Column("Look here", 17),
    Column("Target", 18),
    Column("Last\nperiod", 13),
    Column("So far, with\nthis period", 14),
    Column("People\nbehind it", 10, "headcount", typed=True),
    Column("Where", 15, "area", typed=True),
    Column("Who did it", 21, "organisation", typed=True),
    Column("Their part", 15, "tier", typed=True),
    Column("How sure", 22, "status", typed=True),
    Column("Evidence\n(title)", 24, "evidence", typed=True),
    Column("Note for readers", 30, "public_note", typed=True),
    Column("What does not count", 34),
    Column("Exact?", 10, "bound", typed=True),
    Column("What local\nmeans here", 20, "local_definition", typed=True),
    Column("Part of\nrow", 8, "part_of", typed=True),
    Column("Code", 8),
)
"""The columns of Your figures, from A. One heading row, in row 1; a row for each measure below it, numbered from 1."""
EVIDENCE_COLUMNS = (
    Column("Title", 44, "title", typed=True),
    Column("Kind", 20, "kind", typed=True),
    Column("Dated (2025, 2025-06\nor 2025-06-30)", 21, "dated", typed=True),
    Column("Public address, if it has one", 42, "link", typed=True),
    Column("Checked by\n(only if somebody else did)", 28, "checked_by", typed=True),
    Column("Checked on\n(2025-06-30)", 15, "checked_on", typed=True),
    Column("Note", 36, "note", typed=True),
)
"""The columns of Evidence, from A. One heading row; a row for each document below it."""
EVIDENCE_ROWS = 40
FREE_ROWS = 12
"""Empty rows of Your figures, below those of the measures that were promised."""

TICK = "✓"
TICKS = frozenset({TICK, "x", "✔", "y", "yes", "true", "1"})
"""What counts as a tick, in small letters."""
STATUSES = {
    "We say so ourselves": "self-reported",
    "A document shows it": "evidenced",
    "Somebody else checked it": "verified",
}
"""How sure a figure is, in the words that people read, and in those of lines.csv."""
TIERS = {
    "Main contractor": "main contractor",
    "Subcontractor": "subcontractor",
    "Supplier": "supplier",
    "Partner": "partner",
    "The client": "client",
}
BOUNDS = {"exactly": "", "at least": "at least", "about": "about", "up to": "up to"}
DECLARATIONS = (
    "The figures are for this contract and this period alone. Nothing in them is also reported under another contract.",
    "What was delivered is a commitment of this contract, not something that we do anyway.",
)
"""What is declared, in the order of a return's attestations."""
