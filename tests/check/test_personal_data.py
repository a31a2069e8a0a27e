"""Each kind of personal data is found wherever it stands and is never repeated; its look-alikes pass."""

import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from check.repository import GOOD, RETURN, TODAY
from socialvalue.check import check, report
from socialvalue.check.personal import KINDS, Kind, kinds_in, without
from socialvalue.load import load

PERSONAL = {
    "a National Insurance number": ("QQ123456C".replace("QQ", "AB"), "AB 12 34 56 C", "ab123456c", "𝐀𝐁 12 34 56 C"),
    "an NHS number": ("943 476 5919", "9434765919", "943-476-5919"),
    "an e-mail address": ("j.smithson@example.gov.uk", "write to someone1@example.com!", "ｊ.smithson＠example.gov.uk"),
    "a phone number": (
        *("07700 900123", "07700900123", "+44 7700 900123", "+44 (0)1632 960123", "01632 960 123", "(01632) 960123"),
        *("020 7946 0123", "0113-496-0123", "+353 1 234 5678", "Tel. 01632960123."),
    ),
    "a full postcode": ("PR1 8XJ", "SW1A 1AA", "near FY41AB", "m1 1ae"),
    "a date of birth": ("born 3/4/1990", "DOB: 03-04-90", "date of birth 1990-04-03", "born on 3rd April 1990"),
    "a payment card number": ("4111 1111 1111 1111", "4111-1111-1111-1111", "378282246310005", "5555555555554444"),
    "a key or a password": (
        *("AKIA" + "ABCDEFGHIJKLMNOP", "password: correcthorse", "-----BEGIN RSA PRIVATE KEY-----"),
        *(start + "Abcdefghijklmnopqrstuvwxyzabcdefghij" for start in ("AIza", "ghp_", "glpat-", "xoxb-", "sk_live_")),
    ),
    "a bank account": (
        *(
            "GB29 NWBK 6016 1331 9268 19",
            "GB29NWBK60161331926819",
            "DE89 3704 0044 0532 0130 00",
            "FR1420041010050500013M02606",
        ),
        *("sort code 12-34-56, account 12345678", "12-34-56 12345678", "Sort code: 123456 a/c no. 12345678"),
        "account number 12345678, sort code 12-34-56",
    ),
    "a passport number": ("passport 123456789", "passport number: 123456789", "Passport no. AB1234567"),
    "a tax number": (
        "UTR 12345 67890",
        "UTR: 1234567890",
        "unique taxpayer reference 1234567890K",
        "tax reference 1234567890",
    ),
    "a file-sharing link with access": (
        *("https://example.sharepoint.com/:x:/s/team/Eabc123", "https://1drv.ms/x/s!Abc", "https://we.tl/t-abc123"),
        *("https://drive.google.com/file/d/1abc/view?usp=sharing", "https://docs.google.com/spreadsheets/d/1abc/edit"),
        *("https://www.dropbox.com/scl/fi/abc/x.xlsx?rlkey=1", "https://onedrive.live.com/?authkey=!abc&id=1"),
    ),
    "a web address with a signature or a key": (
        "https://example.org/a.pdf?X-Amz-Signature=0123456789abcdef",
        "https://example.org/a?sv=2024&sig=abcdefgh%3D",
    ),
}
LOOK_ALIKES = (
    *("social.value@example.gov.uk", "socialvalue@example.gov.uk", "the procurement.team@example.gov.uk mailbox"),
    *("order 01632960123", "order number 9434765919", "invoice no. 4111111111111111", "PO-0163296012", "SW1A", "PR1"),
    *(
        "1,234,567,890.50",
        "1234567890",
        "943 476 5918",
        "4111 1111 1111 1112",
        "2024-25",
        "1 April 2024 to 31 May 2024",
    ),
    *("01 2024 2025", "M6 2nd phase", "the A59 and M65", "E07000123", "born in Preston in 1990", "NT10", "AB123456"),
    *("https://example.org/news/9434765919", "https://example.org/01632960123?page=2", "24/09/2024", "10.5 to 12.75"),
    *(
        "GB29 NWBK 6016 1331 9268 18",
        "01-04-24 to 30-06-24",
        "12-34-56",
        "account 12345678",
        "a passport to work for 120",
    ),
    *(
        "tax year 2024-25",
        "council tax of £1,234,567,890",
        "https://www.dropbox.com/about",
        "https://www.google.com/maps",
    ),
    *(
        "https://www.sharepoint.com/news",
        "0000000000000000000000000000000000000000000000000000000000000001",
        "5,864,644.00",
        "£26 000 000 000",
    ),
)


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in PERSONAL.items() for text in texts])
def test_each_kind_is_found(kind: str, text: str) -> None:
    """Personal data is told by its kind, alone and within a sentence, and can be taken out."""
    assert kinds_in(text) == [kind]
    assert kinds_in(f"We had it from there: {text}, in May.") == [kind]
    assert kinds_in(without(text)) == []


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.signs], ids=lambda kind: kind.name)
@given(data=st.data())
@settings(max_examples=30, deadline=None)
def test_no_kind_goes_without_its_signs(kind: Kind, data: st.DataObject) -> None:
    """Whatever a pattern matches has one of the signs that a text is asked for before the pattern is tried."""
    match = kind.pattern.search(data.draw(st.from_regex(kind.pattern)))
    assert match
    assert any(sign in match[0].casefold() for sign in kind.signs)


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_look_alikes_pass(text: str) -> None:
    """What only looks like personal data stays as it is."""
    assert kinds_in(text) == []
    assert without(text) == text


@pytest.mark.parametrize("column", ["public_note", "organisation", "quantity", "local_definition"])
@pytest.mark.parametrize("form", ["text", "json", "markdown", "html", "github"])
def test_it_is_never_repeated(column: str, form: str, tmp_path: Path) -> None:
    """No form of the report repeats it, whichever column it stands in and whatever else is wrong with it."""
    secret = "07700 900123"
    shutil.copytree(GOOD, tmp_path / "data")
    file = tmp_path / "data" / RETURN / "lines.csv"
    head, first, *rest = file.read_text(encoding="utf-8").splitlines()
    cells = first.split(",")
    cells[head.split(",").index(column)] = secret
    file.write_text("\n".join([head, ",".join(cells), *rest]) + "\n", encoding="utf-8")
    source = load(tmp_path / "data", today=TODAY)
    checked = check(source)
    assert "north-road/2024-q2" in checked.held_back
    assert secret not in report(checked, source, form)
    assert not any(secret in words for words in checked.held_back.values())


SECRET = "07700 900123"
MALFORMED = {
    "a number": (lambda rows: [rows[0], rows[1].replace("62.5", SECRET), *rows[2:]], 2, "quantity"),
    "a code": (lambda rows: [rows[0], rows[1].replace("fw1", SECRET), *rows[2:]], 2, "measure"),
    "a row with a cell too many": (lambda rows: [*rows, f"{rows[-1]},{SECRET}"], -1, ""),
    "a row of totals": (lambda rows: [*rows, f"Total,{SECRET}" + "," * (rows[0].count(",") - 1)], -1, "measure"),
    "a column of its own": (lambda rows: [f"{rows[0]},phone", *(f"{row},{SECRET}" for row in rows[1:])], 1, "phone"),
    "semicolons": (lambda rows: [row.replace(",", ";") + SECRET for row in rows], 1, ""),
    "an open quote": (lambda rows: [*rows, f'9,"{SECRET}'], -1, ""),
    "a hidden character": (lambda rows: [*rows[:-1], f"{rows[-1]}\u202e{SECRET}"], -1, "public_note"),
}


@pytest.mark.parametrize("case", MALFORMED)
def test_it_is_found_in_what_cannot_be_read_too(case: str, tmp_path: Path) -> None:
    """Whoever mends a file is told at once of the personal data in it, not when the form is right."""
    change, row, column = MALFORMED[case]
    shutil.copytree(GOOD, tmp_path / "data")
    file = tmp_path / "data" / RETURN / "lines.csv"
    rows = change(file.read_text(encoding="utf-8").splitlines())
    file.write_text("\n".join(rows) + "\n", encoding="utf-8")
    source = load(tmp_path / "data", today=TODAY)
    checked = check(source)
    (found,) = (finding for finding in checked.findings if finding.rule == "personal-data")
    assert (found.row, found.column) == (len(rows) + 1 + row if row < 1 else row, column)
    assert SECRET not in report(checked, source, "text") + report(checked, source, "html")


def test_it_is_found_in_the_register_too(tmp_path: Path) -> None:
    """The register is public like the returns, and its cells are looked at like theirs; all tables hold plain text."""
    shutil.copytree(GOOD, tmp_path / "data")
    file = tmp_path / "data/register/projects.csv"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("A road that exists only in tests.", f"Ring {SECRET}."), encoding="utf-8")
    checked = check(load(tmp_path / "data", today=TODAY))
    (found,) = (finding for finding in checked.findings if finding.rule == "personal-data")
    assert (found.file, found.row, found.column) == ("register/projects.csv", 2, "what_it_is")
    kinds = {str(kind) for table in checked.tables.values() for kind in table.dtypes}
    assert kinds <= {"object", "bool", "int64", "Int64"}
