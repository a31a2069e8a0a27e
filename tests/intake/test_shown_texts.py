"""What a cell of an .ods shows is what is read, as of an .xlsx: the file holds the text beside the number."""

import struct
from pathlib import Path

import pytest

from intake.conftest import DECLARED, Said
from intake.packages import cell_record, ods, row_record, wide, xlsb
from socialvalue.intake.reading import read_file
from socialvalue.intake.shown_texts import ShownText

SAYS = {"organisation": "example-builder", "tier": "main contractor", "status": "self-reported"}
SHOWN = [
    ("£62k", "62", "£62k"),
    ("£62k", "62400", "£62.4 thousand"),
    ("62", "62000", "62 thousand"),
    ("£3.2 m", "3200000", "£3.2 million"),
    ("12 days", "12", "12 days"),
    ("€48", "48", "€48"),
    ("48‰", "48", "48‰"),
    ("TM-007", "7", "TM-007"),
    ("", "48", "48 [shows nothing]"),
    ("", "0", "0 [shows nothing]"),
    ("n/a", "48", "48 [shows n/a]"),
    ("<5", "3", "3 [shows <5]"),
    ("3/5", "3", "3/5"),
    ("12-34", "1234", "1234 [shows 12-34]"),
]
PLAIN = [
    *[("1,234.50", "1234.5"), ("1.234,5", "1234.5"), ("1 234", "1234"), ("£1,234.50", "1234.5"), ("£ -", "0")],
    *[
        ("2.6", "2.5678"),
        ("3", "2.5678"),
        ("-5", "-5"),
        ("(5)", "-5"),
        ("1/2", "0.5"),
        ("1.2E+05", "120000"),
        ("-", "0"),
    ],
]


@pytest.mark.parametrize(("text", "number", "shown"), SHOWN)
def test_a_cell_shows_more_than_its_number(text: str, number: str, shown: str) -> None:
    """Every digit of the number stays; what shows something else stands beside it."""
    assert ShownText(text).shown(number) == shown


@pytest.mark.parametrize(("text", "number"), PLAIN)
def test_a_cell_shows_its_number(text: str, number: str) -> None:
    """Rounded, in parts, in pounds, with a comma for decimals, a dash for 0."""
    assert ShownText(text).shown(number) == ""


def test_percentages_and_other_money_are_known_without_a_text() -> None:
    """By what the cell says that it is; with one, no digit of it is lost."""
    assert ShownText("8%", per_cent=True).shown("0.075") == "7.5%"
    assert ShownText(None, per_cent=True).shown("0.5") == "50%"
    assert ShownText(None, currency="EUR").shown("48") == "48 EUR"


STYLES = (
    '<office:automatic-styles><style:style style:name="ce1" style:family="table-cell"><style:text-properties '
    'style:text-line-through-style="solid"/></style:style><style:style style:name="ce2"><style:text-properties '
    'style:text-line-through-style="none" style:text-position="0% 100%"/></style:style><style:style style:name="ce3"/>'
    '<style:style style:name="T1"><style:text-properties style:text-position="super 58%"/></style:style>'
    "</office:automatic-styles>"
)


def cell(text: str, value: str = "", kind: str = "float", style: str = "") -> str:
    held = f' office:value="{value}"' if value else ""
    return (
        f'<table:table-cell table:style-name="{style}" office:value-type="{kind if value else "string"}"{held}>'
        f"{text}</table:table-cell>"
    )


def row(*cells: str) -> str:
    return f"<table:table-row>{''.join(cells)}</table:table-row>"


def test_an_ods_is_read_as_it_shows(tmp_path: Path) -> None:
    """Its numbers, what a note at a cell says left away; letters that are struck out or raised; cells that repeat."""
    raised = '<text:span text:style-name="T1">1</text:span>'
    note = "<office:annotation><text:p>ask Jo, 77%</text:p></office:annotation>"
    rows = row(
        cell("<text:p>50%</text:p>", "0.5", "percentage"), cell(f"{note}<text:p>48</text:p>", "48"),
        cell("<text:p>£62k</text:p>", "62"), cell("<text:p/>", "48"), cell("<text:p>48</text:p>", "48", style="ce1"),
        cell("<text:p>30</text:p>", "30", style="ce2"), cell(f"<text:p>48{raised}</text:p>"),
        '<table:table-cell office:value-type="currency" office:currency="EUR" office:value="5"/>',
        '<table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="7">'
        "<text:p>7 days</text:p></table:table-cell>",
    )  # fmt: skip
    path = tmp_path / "book.ods"
    path.write_bytes(ods(rows, styles=STYLES))
    shown = ["50%", "48", "£62k", "48 [shows nothing]", "[struck out 48]", "30", "48 [superscript 1]"]
    assert read_file(path).sheets[0].rows == [[*shown, "5 EUR", "7 days", "7 days"]]


def test_what_an_ods_shows_is_asked_about(bring: Said, tmp_path: Path) -> None:
    """As of an .xlsx: no days are weeks, and nobody knows what a cell means that shows nothing."""
    figures = ("<text:p>12 days</text:p>", "12"), ("<text:p/>", "48"), ("<text:p>4</text:p>", "4")
    rows = [
        row(cell("<text:p>North Road, Q1 2024-25</text:p>")),
        row(*(cell(f"<text:p>{h}</text:p>") for h in ("KPI", "Actual"))),
    ]
    rows += [row(cell("<text:p>fw1</text:p>"), cell(*figure)) for figure in figures]
    path = tmp_path / "book.ods"
    path.write_bytes(ods("".join(rows)))
    _, said = bring(path, "--yes", "--dry-run", *DECLARED, **SAYS)
    assert 'S!B3 is in "days"' in said
    assert '"48 [shows nothing]" in S!B4 holds one number and shows something else.' in said
    assert "S!B5" not in said


@pytest.mark.parametrize("heading", ["Actual", "Actual (weeks)"])
def test_a_file_that_does_not_tell_what_it_shows_is_asked_about(heading: str, bring: Said, tmp_path: Path) -> None:
    """Once, also where the unit stands beside the figures; who says no is told to save it as .xlsx."""
    texts = [["North Road, Q1 2024-25"], ["KPI", heading], ["fw1"]]
    records = []
    for number, row in enumerate(texts, start=1):
        records += [row_record(number), *(cell_record(6, at, wide(each)) for at, each in enumerate(row, start=1))]
    path = tmp_path / "book.xlsb"
    path.write_bytes(xlsb(*records, cell_record(5, 2, struct.pack("<d", 4))))
    _, said = bring(path, "--yes", "--dry-run", *DECLARED, **SAYS)
    assert said.count("--answer as-shown=") == 1, said
    code, said = bring(path, "--yes", "--dry-run", *DECLARED, **SAYS, **{"as-shown": "no"})
    assert code == 2
    assert "Save the file as .xlsx" in said
