"""What a cell of an .xlsx shows is what is read: a per cent sign or words in its number format are part of a figure."""

from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from intake.conftest import DECLARED, Said, lines_of
from intake.packages import MAIN, cells, xlsx
from socialvalue.errors import BrokenRepository
from socialvalue.intake import limits
from socialvalue.intake.amounts import amount
from socialvalue.intake.number_formats import number_format
from socialvalue.intake.reading import read_file
from socialvalue.intake.workbook import Sheet
from socialvalue.workbooks.looks import LOOKS

HOME = Path("returns/road-fund/north-road/2024-q2")
SAYS = {"organisation": "example-builder", "tier": "main contractor", "status": "self-reported"}
SITE = [
    word
    for answer in (
        "projects.programme=road-fund",
        "projects.kind=building",
        "projects.what_it_is=A new hall.",
    )
    for word in ("--answer", answer)
]
"""What a list of projects doesn't say."""
SHOWN = [
    ("0%", "0.5", "50%"),
    ("0%", "0.075", "7.5%"),
    ("0%", "-0.05", "-5%"),
    ("0.00 %", "1", "100 %"),
    ('0"%"', "50", "50%"),
    ('£0"k"', "62", "£62k"),
    ('[$£-809]#,##0"k";[Red]-[$£-809]#,##0"k"', "-62", "-£62k"),
    ('0" days"', "12", "12 days"),
    (r"0.0\m", "3.2", "3.2m"),
    ('_-* #,##0 "kg"_-', "900", "900 kg"),
    (r'#\ ##0" t"', "1200", "1200 t"),
    ('General" hrs"', "1.5", "1.5 hrs"),
    ('"TM-"000', "7", "TM-007"),
    ('"<"0', "5", "<5"),
    ('£#,##0,"k"', "62400", "£62.4 thousand"),
    ("#,##0,", "62000", "62 thousand"),
    ('£0.0,,"m"', "3200000", "£3.2 million"),
    ('0.0,"t"', "900", "0.9t"),
    ('[>=1000]£#,##0,"k";£0', "2000", "£2 thousand"),
    ('[Blue]0" days"', "5", "5 days"),
    ("0‰", "48", "48‰"),
    ('0"*"', "48", "48*"),
    ("€0", "48", "€48"),
    ("[$€-2] #,##0", "48", "€ 48"),
    ("$#,##0.00", "48", "$48"),
    ("-0;0", "48", "-48"),
    ('0"/5"', "3", "3/5"),
    (";;;", "48", "48 [shows nothing]"),
    ('""', "48", "48 [shows nothing]"),
    ('"n/a"', "48", "48 [shows n/a]"),
    ('[<5]"<5";0', "3", "3 [shows <5]"),
    ('00"-"00"a"', "1234", "1234 [shows other digits]"),
    ("0;-0;;@", "0", "0 [shows nothing]"),
    ("#,###", "0", "0 [shows nothing]"),
    ('0;-0;"nil"', "0", "0 [shows nil]"),
]
ACCOUNTS = ('_-* #,##0_-;-* #,##0_-;_-* "-"??_-;_-@_-', '_-£* #,##0.00_-;-£* #,##0.00_-;_-£* "-"??_-;_-@_-', '0;-0;"-"')
AS_THEY_ARE = [
    *((code, number) for code in ACCOUNTS for number in ("0", "48")),
    *(("0;-0;;@", "48"), ("#,###", "48"), ('[<5]"<5";0', "5"), ("0;", "48")),
]
"""What hides or says something of other numbers, and a dash that accounts show for 0."""
NOTHING_ADDED = [
    "General", "0", "#,##0", "#,##0.00", "£#,##0", "[$£-809]#,##0.00", '_-"£"* #,##0.00_-', "+0;[Red]-0;0", "0.00E+00",
    "@", "dd/mm/yyyy", 'd" of "mmmm', "[h]:mm", "# ?/?", '0;0;"-"', "#,##0_);(#,##0)", "", '"', "\\", "[", "_",
    "0" * 300 + '"k"',
]  # fmt: skip


@pytest.mark.parametrize(("code", "number", "shown"), SHOWN)
def test_a_format_shows_more_than_the_number(code: str, number: str, shown: str) -> None:
    """Every digit of the number stays, however many of them the format shows."""
    found = number_format(code)
    assert found
    assert found.shown(number) == shown


def test_a_format_that_adds_no_word_leaves_the_number_alone() -> None:
    """Days, separators, colours, a pound sign; so does a condition that doesn't hold, and a text in the cell."""
    assert [code for code in NOTHING_ADDED if number_format(code)] == []
    found = number_format('[>=1000]£#,##0,"k";£0')
    assert found
    assert [found.shown(text) for text in ("200", "n/a", "=1+1", "")] == [""] * 4
    assert {form.shown(number) for code, number in AS_THEY_ARE if (form := number_format(code))} == {""}


def book(path: Path, rows: list[list[tuple[object, str]]]) -> Path:
    """A workbook whose cells each have a number format."""
    made = xlsxwriter.Workbook(path)
    sheet = made.add_worksheet("S")
    for number, row in enumerate(rows):
        for column, (value, code) in enumerate(row):
            sheet.write(number, column, value, made.add_format({"num_format": code}) if code else None)
    made.close()
    return path


def test_cells_stand_as_they_show(tmp_path: Path) -> None:
    """What Excel knows by a number alone (9, 10), what a book names, a formula's result; no text."""
    path = tmp_path / "book.xlsx"
    made = xlsxwriter.Workbook(path)
    sheet = made.add_worksheet("S")
    formats = {
        code: made.add_format({"num_format": code}) for code in ("0%", "0.00%", '0" days"', "dd/mm/yyyy", "£#,##0")
    }
    sheet.write(0, 0, 0.5, formats["0%"])
    sheet.write(0, 1, 0.29, formats["0.00%"])
    sheet.write(0, 2, 12, formats['0" days"'])
    sheet.write(0, 3, 0.5)
    sheet.write_datetime(0, 4, date(2024, 6, 1), formats["dd/mm/yyyy"])
    sheet.write(0, 5, 1200, formats["£#,##0"])
    sheet.write_string(0, 6, "0.5", formats["0%"])
    sheet.write_blank(0, 7, None, formats["0%"])
    sheet.write_formula(0, 8, "=1/4", formats["0%"], 0.25)
    sheet.write(0, 9, True, formats["0%"])
    made.close()
    found = read_file(path).sheets[0]
    assert list(found.rows[0][:10]) == ["50%", "29%", "12 days", "0.5", "2024-06-01", "1200", "0.5", "", "25%", "TRUE"]
    assert found.stored == {(1, 1): "0.5", (1, 2): "0.29", (1, 3): "12", (1, 9): "0.25"}


def styled(tmp_path: Path, sheet: str, styles: str) -> Sheet:
    path = tmp_path / "book.xlsx"
    path.write_bytes(xlsx(sheet, {"xl/styles.xml": styles}))
    return read_file(path).sheets[0]


STYLES = (
    f'<x:styleSheet xmlns:x="{MAIN}"><x:numFmts><x:numFmt numFmtId="164" formatCode=\'[&gt;=0]0" days"\'/></x:numFmts>'
    '<x:cellStyleXfs><x:xf numFmtId="9"/></x:cellStyleXfs><x:cellXfs><x:xf/><x:xf numFmtId="164"/><x:xf numFmtId="9">'
    '<x:alignment/></x:xf></x:cellXfs><x:dxfs><x:dxf><x:numFmt numFmtId="164" formatCode="0&quot;no&quot;"/></x:dxf>'
    "</x:dxfs></x:styleSheet>"
)


def test_cells_that_do_not_say_where_they_are_come_one_after_another(tmp_path: Path) -> None:
    """As some programs write them; with a prefix; formats of what isn't a cell are none of a cell's."""
    rows = '<row><c s="0"><v>1</v></c><c s="2"><v>0.5</v></c></row>', '<row><c s="1"/><c s="1" t="n"><v>3</v></c></row>'
    assert styled(tmp_path, cells(*rows), STYLES).rows == [["1", "50%"], ["", "3 days"]]


def test_styles_without_an_end_are_refused(tmp_path: Path) -> None:
    """As every other part: by how much it unpacks to, and by how many formats it has. As many as Excel has are read."""
    row = cells('<row r="1"><c r="A1" s="2"><v>0.5</v></c></row>')
    with pytest.raises(BrokenRepository, match="unpacks to more than 60 MB"):
        styled(tmp_path, row, f"<a b='{'x' * 100_000}'/>" * 1_000)
    most = limits.FORMATS - 3
    with pytest.raises(BrokenRepository, match="more than 65,490 cell formats"):
        styled(tmp_path, row, STYLES.replace("</x:cellXfs>", "<xf/>" * (most + 1) + "</x:cellXfs>"))
    with pytest.raises(BrokenRepository, match="longer than a spreadsheet can hold"):
        styled(tmp_path, row, "<a>" + "a" * 3_000_000)
    assert styled(tmp_path, row, STYLES.replace("</x:cellXfs>", "<xf/>" * most + "</x:cellXfs>")).rows == [["50%"]]


def returned(tmp_path: Path, heading: str, *figures: tuple[str, float, str]) -> Path:
    """A return of some measures, each with its figure and the format of that."""
    rows: list[list[tuple[object, str]]] = [[("North Road, Q1 2024-25", "")], [("KPI", ""), (heading, "")]]
    return book(tmp_path / "return.xlsx", [*rows, *([(name, ""), (value, code)] for name, value, code in figures)])


def test_thousands_that_a_format_shows_are_thousands(bring: Said, data: Path, tmp_path: Path) -> None:
    """Said or worked out by the format, once: the heading says them no second time. Each cell is told as changed."""
    path = returned(
        tmp_path,
        "Actual £k",
        ("le1", 62, '£0"k"'),
        ("le1", 63000, '£#,##0,"k"'),
        ("le1", 64000, "#,##0,"),
        ("le2", 0.5, "0%"),
        ("fw1", 12, '0" weeks"'),
        ("le1", 0.5, "0.00"),
    )
    _, said = bring(path, "--yes", "--show", "changes", *DECLARED, **SAYS)
    assert [row["quantity"] for row in lines_of(data / HOME)] == ["62000", "63000", "64000", "50", "12", "500"], said
    told = [line.split() for line in said.splitlines()]
    assert ["B3", "62", "£62k", *["its", "number", "format", "shows", "it", "so"]] in told


def test_a_unit_that_a_format_shows_is_asked_about(bring: Said, data: Path, tmp_path: Path) -> None:
    """As if typed: 50% and 3.2m are no pounds, 12 days no weeks, 900 kg no tonnes. Nothing is written."""
    figures = ("le1", 0.5, "0%"), ("fw1", 12, '0" days"'), ("le1", 3.2, '0.0"m"'), ("en1", 900, '0 "kg"')
    code, said = bring(returned(tmp_path, "Actual", *figures), "--yes", *DECLARED, **SAYS)
    assert code == 1
    assert [word for word in ("%", "days", "m", "kg") if f'is in "{word}"' not in said] == [], said
    assert not (data / HOME).exists()


def test_a_cell_that_shows_something_else_is_asked_about(bring: Said, data: Path, tmp_path: Path) -> None:
    """Each for itself, and what shows nothing for 0 once; a cell struck out too. Nothing of it is taken in silence."""
    codes = ";;;", '"n/a"', '"<5"', '0"/5"', "00-00"
    figures = [("fw1", 48, code) for code in codes] + [("fw1", 0, "0;;")] * 2
    _, said = bring(returned(tmp_path, "Actual", *figures), "--yes", *DECLARED, **SAYS)
    assert said.count("holds one number and shows something else. How much is it?") == 4, said
    assert '"48 [shows nothing]" in S!B3' in said
    assert '"48/5" in S!B6' in said
    assert said.count("--answer none:0-shows-nothing") == 1
    answers = {f"quantity__s-b{row}": "7" for row in range(3, 8)}
    _, said = bring(tmp_path / "return.xlsx", "--yes", *DECLARED, **SAYS, **answers, **{"none__0-shows-nothing": "0"})
    assert [row["quantity"] for row in lines_of(data / HOME)] == ["7"] * 5 + ["0"] * 2, said


def test_a_cell_that_is_struck_out_says_so(tmp_path: Path) -> None:
    """A line through a figure takes it away, for whoever sees it; one through a name changes no figure."""
    made = xlsxwriter.Workbook(tmp_path / "book.xlsx")
    sheet, struck = made.add_worksheet("S"), made.add_format({"font_strikeout": True})
    sheet.write(0, 0, 48, struck)
    sheet.write_string(0, 1, "30", struck)
    sheet.write(0, 2, "le1", struck)
    sheet.write(0, 3, 5)
    made.close()
    found = read_file(tmp_path / "book.xlsx").sheets[0]
    assert found.rows == [["[struck out 48]", "[struck out 30]", "le1", "5"]]
    assert amount(found.cell(1, 1)).absent == "wrong"
    fonts = '<fonts><font/><font><strike val="0"/></font></fonts><cellXfs><xf/><xf fontId="1"/></cellXfs>'
    row = cells('<row r="1"><c r="A1" s="1"><v>1</v></c></row>')
    assert styled(tmp_path, row, f"<styleSheet>{fonts}</styleSheet>").rows == [["1"]]


def test_a_list_for_the_register_is_read_as_it_shows_too(bring: Said, tmp_path: Path) -> None:
    """And the cell is told as changed."""
    heads = [(name, "") for name in ("Project ref", "Site name", "District", "Contract value")]
    site = [("hall", ""), ("Exampleshire Hall", ""), ("Northtown", ""), (1250, '£#,##0"k"')]
    path = book(tmp_path / "sites.xlsx", [heads, site])
    _, said = bring(path, "--register", "--yes", "--dry-run", "--show", "changes", *SITE)
    told = [line.split()[:3] for line in said.splitlines()]
    assert ["D2", "1250", "£1250k"] in told, said
    assert ["D2", "£1250k", "1250000"] in told, said


def test_the_cells_of_our_own_workbook_that_are_filled_in_add_nothing() -> None:
    """They read as they are typed, whatever the number."""
    codes = [str(look["num_format"]) for look in LOOKS.values() if "num_format" in look]
    assert codes
    assert [code for code in codes if number_format(code)] == []


def test_letters_that_are_raised_or_struck_out_are_asked_about(bring: Said, tmp_path: Path) -> None:
    """48 with a raised 1 is never 481; bold letters, and a name with a raised letter, are read as they are."""
    path = tmp_path / "book.xlsx"
    made = xlsxwriter.Workbook(path)
    sheet = made.add_worksheet("S")
    raised, struck, bold = (
        made.add_format(look) for look in ({"font_script": 1}, {"font_strikeout": True}, {"bold": True})
    )
    for number, row in enumerate([["North Road, Q1 2024-25"], ["KPI", "Actual"], *[["fw1"]] * 3]):
        sheet.write_row(number, 0, row)
    sheet.write_rich_string("B3", "48", raised, "1")
    sheet.write_rich_string("B4", struck, "30", "40")
    sheet.write_rich_string("B5", "5", bold, "0")
    sheet.write_rich_string("A7", "Note", raised, "1")
    made.close()
    found = read_file(path).sheets[0]
    assert [found.cell(row, 2) for row in (3, 4, 5)] == ["48 [superscript 1]", "[struck out 30] 40", "50"]
    assert found.cell(7, 1) == "Note1"
    _, said = bring(path, "--yes", *DECLARED, **SAYS)
    assert said.count("has words in it. How much is it?") == 2
    strings = "<sst>" + "<si><r>" * 200_000 + "<rPr><strike/>" + "</sst>"
    path.write_bytes(xlsx(cells('<row r="1"><c r="A1"><v>1</v></c></row>'), {"xl/sharedStrings.xml": strings}))
    with pytest.raises(BrokenRepository, match="is damaged"):
        read_file(path)  # at once, though no text of it ends
