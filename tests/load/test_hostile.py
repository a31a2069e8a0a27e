"""What a pull request may throw at us, and the exact rule that answers it. Everything here is invented.

Each input changes one file of the return in a copy of tests/check/good. It must end in findings, all of them of the
rules that are named, without a traceback, a socket, or a read outside the data.
"""

import builtins
import json
import os
import shutil
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from check.repository import GOOD, RETURN, TODAY
from socialvalue.check import check, report
from socialvalue.check.catalogue import words
from socialvalue.load import limits, load
from socialvalue.load.returns import whose
from socialvalue.records import Checked

HEADER = (GOOD / RETURN / "lines.csv").read_bytes().split(b"\n")[0]
LINES = (GOOD / RETURN / "lines.csv").read_bytes()
DESCRIPTOR = (GOOD / RETURN / "datapackage.json").read_bytes()
ROW = b"1,fw1,62.5,weeks,,,,,,,,self-reported,,,,,\n"


def lines(content: bytes) -> Callable[[Path], None]:
    return lambda folder: _put(folder / "lines.csv", content)


def descriptor(content: bytes) -> Callable[[Path], None]:
    return lambda folder: _put(folder / "datapackage.json", content)


def note(text: str) -> Callable[[Path], None]:
    row = ROW.rstrip(b"\n") + b'"' + text.replace('"', '""').encode("utf-8", "surrogatepass") + b'"\n'
    return lines(HEADER + b"\n" + row)


def beside(name: str, content: bytes = b"x") -> Callable[[Path], None]:
    return lambda folder: _put(folder / name, content)


def link(name: str, to: str) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        (folder / name).unlink(missing_ok=True)
        (folder / name).symlink_to(to)

    return change


def pipe(folder: Path) -> None:
    (folder / "lines.csv").unlink()
    os.mkfifo(folder / "lines.csv")


def sparse(size: int) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        with (folder / "lines.csv").open("r+b") as file:
            file.truncate(size)

    return change


def crowd(folder: Path) -> None:
    for number in range(limits.FOLDER_ENTRIES + 1):
        _put(folder / f"{number}.csv", b"x")


def _put(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def replaced(old: bytes, new: bytes) -> Callable[[Path], None]:
    assert old in LINES
    return lines(LINES.replace(old, new, 1))


def said(old: bytes, new: bytes) -> Callable[[Path], None]:
    assert old in DESCRIPTOR
    return descriptor(DESCRIPTOR.replace(old, new, 1))


FILES = {
    "no lines": (lambda folder: (folder / "lines.csv").unlink(), "missing-file resources-listed"),
    "no descriptor": (lambda folder: (folder / "datapackage.json").unlink(), "missing-file"),
    "an empty file": (lines(b""), "empty-file"),
    "blank lines alone": (lines(b"\n\n\n"), "empty-file"),
    "a PDF": (lines(b"%PDF-1.7\n%\xe2\xe3"), "other-format"),
    "a picture": (lines(b"\x89PNG\r\n\x1a\n\0\0"), "other-format"),
    "an Excel workbook": (lines(b"PK\x03\x04\x14\0\x06\0\x08\0xl/workbook.xml"), "other-format"),
    "an old Excel workbook": (lines(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "other-format"),
    "a zip archive": (lines(b"PK\x03\x04\x14\0\0\0\0\0data.csv"), "other-format"),
    "a gzip file": (lines(b"\x1f\x8b\x08\0\0\0\0\0"), "other-format"),
    "a web page": (lines(b"<!DOCTYPE html><html><body>404"), "other-format"),
    "UTF-16 with a mark": (lines(b"\xff\xfe" + LINES.decode().encode("utf-16-le")), "utf-16"),
    "UTF-16 without a mark": (lines(LINES.decode().encode("utf-16-be")), "utf-16"),
    "cp1252": (note("") and lines(LINES.replace(b"within 30", b"caf\xe9 30")), "not-utf-8"),
    "cp1252 after row 5,000": (lines(HEADER + b"\n" + ROW * 5_000 + ROW.replace(b"weeks", b"w\xe9")), "not-utf-8"),
    "cut in the middle of a letter": (lines(LINES + "é".encode()[:1]), "not-utf-8"),
    "an LFS pointer": (lines(b"version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n"), "lfs-pointer"),
    "a merge conflict": (lines(LINES.replace(b"1,fw1", b"<<<<<<< HEAD\n1,fw1", 1)), "merge-conflict"),
    "a link": (link("lines.csv", "/etc/passwd"), "link"),
    "a link to an endless device": (link("lines.csv", "/dev/zero"), "link"),
    "a link to nowhere": (link("lines.csv", "nowhere"), "link"),
    "a descriptor that is a link": (link("datapackage.json", "../2024-q1/datapackage.json"), "link"),
    "a link beside the files": (link("more.csv", "lines.csv"), "link"),
    "a pipe": (pipe, "not-a-file"),
    "1 GB": (sparse(1_000_000_000), "too-large"),
    "a crowd of files": (crowd, "too-many-entries"),
    "a web page beside": (beside("index.html", b"<script>"), "unlisted-file"),
    "a script beside": (beside("conftest.py"), "unlisted-file"),
    "a workbook beside": (beside("lines.xlsm"), "unlisted-file"),
    "a configuration beside": (beside("mkdocs.yml"), "unlisted-file"),
    "a hidden file beside": (beside(".git/config"), "unlisted-file"),
    "another table beside": (beside("projects.csv", LINES), "unlisted-file"),
    "a name that turns round": (beside("a\u202egnp.csv"), "unlisted-file"),
    "a name that is a command": (beside("::error::x.csv"), "unlisted-file"),
}
ROWS = {
    "semicolons": (lines(LINES.replace(b",", b";")), "semicolons"),
    "tabs": (lines(LINES.replace(b",", b"\t")), "tabs"),
    "bars": (lines(LINES.replace(b",", b"|")), "bars"),
    "sep=,": (lines(b"sep=,\n" + LINES), "sep-line"),
    "a title above": (lines(b"Social value return, Q2\n" + LINES), "title-rows"),
    "two titles above": (lines(b"Social value return\n\n" + LINES), "title-rows"),
    "a quote that never closes": (lines(LINES + b'5,fw1,"60,weeks\n6,fw1\n'), "unclosed-quote"),
    "a quote inside a cell": (lines(LINES + b'5,fw1,"60"x,weeks\n'), "stray-quote"),
    "a ragged row": (lines(LINES + b"5,fw1\n"), "too-few-cells"),
    "a comma too many": (lines(LINES + ROW.replace(b"1,", b"5,", 1).replace(b"\n", b",\n")), "too-many-cells"),
    "a blank row": (lines(LINES + b"\n"), "blank-row"),
    "a header alone": (lines(HEADER + b"\n"), "no-rows"),
    "a long cell": (note("x" * (limits.CELL_CHARACTERS + 1)), "long-cell"),
    "200,000 columns": (lines(b",".join(b"c%d" % n for n in range(200_000)) + b"\n1\n"), "too-many-columns"),
    "too many rows": (lines(HEADER + b"\n" + ROW * (limits.ROWS + 1)), "too-many-rows"),
    "no header": (lines(ROW), "no-header"),
}
CHARACTERS = {
    f"U+{ord(c):04X}": (note(f"a{c}b"), "hidden-character")
    for c in "\0\a\b\v\f\x1b\x7f\x85\u061c\u200b\u200e\u200f\u2028\u2029\u202a\u202e\u2066\u2069\ufeff\uffff\U000e0041"
}
NUMBERS = {
    text: (replaced(b"62.5", b'"' + text.encode() + b'"'), "plain-number")
    for text in (
        "£1,234.50",
        "1.234,50",
        "12%",
        "(5)",
        "−5",
        "5 hours",
        "#REF!",
        "N/A",
        "NaN",
        "Infinity",
        "-inf",
        "1e400",
        "9" * 400,
        "１２３",
        "١٢٣",
        "1_000",
        "1e3",
        "0x10",
        ".5",
        "5.",
        "+5",
        "007",
        "1.2345678",
        "two",
        "=1+1",
        "@SUM(A1)",
        "--5",
        "1 200",
        "1\u00a0200",
        "1,200",
        "12'000",
        "½",
        "²",
        "Ⅷ",
        "5-6",
        "1/2",
        "true",
        "None",
    )
} | {
    "-5": (replaced(b"62.5", b"-5"), "not-negative"),
    " 5": (replaced(b"62.5", b" 5"), "plain-number"),
    "nothing": (replaced(b"62.5", b""), "filled-in"),
    "half a head": (replaced(b"fte_years,24", b"fte_years,24.5"), "whole-number"),
}
NAMES = {
    "a homoglyph": (replaced(b"1,fw1", "1,fw１".encode()), "well-formed"),
    "a Cyrillic letter": (replaced(b"1,fw1", "1,fх1".encode()), "well-formed"),
    "a decomposed letter": (replaced(b"1,fw1", "1,fw\u0301".encode()), "well-formed"),
    "a no-break space": (replaced(b"1,fw1", "1,fw1\u00a0".encode()), "space-around"),
    "a padded key": (replaced(b",e1,", b",e1 ,"), "space-around"),
    "a joiner": (replaced(b"1,fw1", "1,fw\u200d1".encode()), "well-formed"),
    "a key twice": (lines(LINES + ROW), "unique-key"),
}
JSON = {
    "not JSON at all": (descriptor(b"hello"), "not-json"),
    "empty": (descriptor(b""), "empty-file"),
    "cut short": (descriptor(DESCRIPTOR[:200]), "not-json"),
    "a comment": (descriptor(b"// a comment\n" + DESCRIPTOR), "not-json"),
    "a comma too many": (descriptor(DESCRIPTOR.replace(b"\n}", b",\n}")), "not-json"),
    "a list": (descriptor(b"[]"), "not-json"),
    "NaN": (said(b'"1.0.0"', b"NaN"), "not-json"),
    "a number of 5,000 digits": (said(b'"1.0.0"', b"9" * 5_000), "not-json"),
    "a key twice": (said(b'"version"', b'"title": "x", "version"'), "key-twice"),
    "a key twice inside": (said(b'"start"', b'"start": "2024-01-01", "start"'), "key-twice"),
    "13 deep": (said(b'"1.0.0"', b"[" * 13 + b"]" * 13), "too-deep"),
    "10,000 deep": (said(b'"1.0.0"', b"[" * 10_000 + b"]" * 10_000), "too-deep"),
    "a lone surrogate": (said(b"1.0.0", b"\\ud800"), "hidden-character"),
    "an escaped override": (said(b"(invented)", b"\\u202e"), "hidden-character"),
    "an escaped NUL": (said(b'"lines.csv"', b'"lines.csv\\u0000"'), "hidden-character"),
    "UTF-16": (descriptor(DESCRIPTOR.decode().encode("utf-16")), "utf-16"),
    "a merge conflict": (descriptor(DESCRIPTOR.replace(b'  "name"', b'<<<<<<< HEAD\n  "name"', 1)), "merge-conflict"),
    "an LFS pointer": (descriptor(b"version https://git-lfs.github.com/spec/v1\n"), "lfs-pointer"),
    "too large": (descriptor(DESCRIPTOR + b" " * limits.DESCRIPTOR_BYTES), "too-large"),
    "no resources": (said(b'"resources"', b'"resource"'), "descriptor"),
    "nothing in it": (descriptor(b"{}"), "descriptor"),
} | {
    f"the path {path[:40]}": (said(b'"lines.csv"', path.encode()), "descriptor")
    for path in (
        '"/etc/passwd"', '"../lines.csv"', '"~/lines.csv"', '"$HOME/lines.csv"', '"file:///etc/passwd"', '""',
        '".git/config"', '"https://example.org/lines.csv"', '["lines.csv", "http://example.org/a.csv"]', "null", "5",
        '"sqlite:///lines.db"', '"postgresql://example.org/db"', '"lines.csv.zip"', '"lines.csv", "extrapaths": ["x"]',
        '"lines.csv", "schema": {"fields": []}', '"lines.csv", "schema": "https://example.org/s.json"',
        '"lines.csv", "dialect": {"commentChar": "1"}', '"lines.csv", "compression": "zip"', '"lines.xlsx"',
        '"lines.csv", "encoding": "utf-16"', '"lines.csv", "format": "xlsx"', '"lines.csv", "scheme": "http"',
    )
} | {
    f"the key {key}": (said(b'"version"', f'"{key}": {value}, "version"'.encode()), "descriptor")
    for key, value in (
        ("profile", '"https://example.org/p.json"'), ("schema", "{}"), ("__proto__", "{}"), ("$ref", '"x"'),
        ("sources", "[]"), ("Title", '"x"'), ("", '"x"'),
    )
} | {
    f"the name {name[:30]}": (said(b'"north-road-2024-q2"', f'"{name}"'.encode()), "descriptor")
    for name in ("../x", "a/b", "<b>x</b>", "x" * 5_000, "North-Road-2024-Q2", "north--road", "-x", "n\u043ert\u04bb")
}  # fmt: skip
EVERYTHING = {
    f"{kind}: {name}": value
    for kind, table in {
        "file": FILES, "row": ROWS, "character": CHARACTERS, "number": NUMBERS, "name": NAMES, "descriptor": JSON,
    }.items()
    for name, value in table.items()
}  # fmt: skip


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the good repository."""
    return shutil.copytree(GOOD, tmp_path / "data")


@pytest.fixture(autouse=True)
def guarded(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No socket may be opened, and no file outside the data and this project."""
    allowed = (str(tmp_path), str(Path(__file__).parents[2]))
    open_file, open_handle = builtins.open, os.open

    def no_socket(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    def only_inside(path: object) -> None:
        text = os.fspath(path) if isinstance(path, str | Path) else ""  # type: ignore[arg-type]
        if text.startswith(("/etc", "/dev/zero", "/proc")) or (text.endswith(".csv") and not text.startswith(allowed)):
            raise AssertionError(f"{text} was opened")

    def watched(path, *args, **more):  # type: ignore[no-untyped-def]
        only_inside(path)
        return open_file(path, *args, **more)

    def watched_handle(path, *args, **more):  # type: ignore[no-untyped-def]
        only_inside(path)
        return open_handle(path, *args, **more)

    monkeypatch.setattr(socket, "socket", no_socket)
    monkeypatch.setattr(socket, "create_connection", no_socket)
    monkeypatch.setattr(builtins, "open", watched)
    monkeypatch.setattr(os, "open", watched_handle)


def judged(data: Path) -> Checked:
    return check(load(data, today=TODAY))


@pytest.mark.parametrize("name", EVERYTHING)
def test_a_hostile_input_is_answered_by_name(name: str, data: Path) -> None:
    """Every hostile input is answered by the rules that are named, and each form of report is safe to print."""
    change, rules = EVERYTHING[name]
    change(data / RETURN)
    source = load(data, today=TODAY)
    checked = check(source)
    assert {finding.rule for finding in checked.findings} == set(rules.split())
    assert checked.held_back.keys() == {"north-road/2024-q2"}
    assert "north-road/2024-q2" not in set(checked.tables["lines"]["owner"])
    for form in ("text", "json", "markdown", "html", "github"):
        text = report(checked, source, form)
        assert all(character.isprintable() or character == "\n" for character in text)
        assert "##[" not in text
        if form != "github":
            assert not any(line.lstrip().startswith("::") for line in text.splitlines())


def test_every_trouble_has_a_hostile_input() -> None:
    """Whatever room 1 can tell of is told of here at least once."""
    told = {id for id, of in words().items() if "message" in of}
    answered = {rule for _, rules in EVERYTHING.values() for rule in rules.split()}
    assert told - answered == {"not-readable", "return-twice", "second-opinion"}


def test_a_file_that_may_not_be_read_is_told_of(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that the system does not let us open is a finding like any other."""
    real = os.open

    def refuse(path: object, *args: int) -> int:
        if str(path).endswith("evidence.csv"):
            raise PermissionError(path)
        return real(path, *args)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "open", refuse)
    assert {finding.rule for finding in judged(data).findings} == {"not-readable"}


def test_a_return_in_two_programmes_is_read_once(data: Path) -> None:
    """The second folder of the same project and period is told of, and its lines are not counted."""
    shutil.copytree(data / RETURN, data / "returns/skills-fund/north-road/2024-q2")
    checked = judged(data)
    assert {finding.rule for finding in checked.findings} == {"return-twice"}
    assert len(checked.tables["lines"]) == 3


def test_a_folder_that_is_a_link_is_not_followed(data: Path, tmp_path: Path) -> None:
    """What lies behind a link is never read, wherever in the data the link is."""
    for place in (RETURN, RETURN.parent, RETURN.parent.parent, Path("frameworks/example-open"), Path("reference")):
        (data / place).rename(tmp_path / "elsewhere")
        (data / place).symlink_to(tmp_path / "elsewhere")
        source = load(data, today=TODAY)
        assert place.as_posix() in {trouble.file for trouble in source.troubles if trouble.kind == "link"}
        assert not any(file.file.startswith(place.as_posix()) for file in source.files)
        (data / place).unlink()
        (tmp_path / "elsewhere").rename(data / place)


def test_a_return_asked_for_by_a_link_is_not_followed(data: Path, tmp_path: Path) -> None:
    """A return that is named on the command line is no exception."""
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "2024-q2").symlink_to(data / RETURN)
    source = load(data, [tmp_path / "mine" / "2024-q2"], today=TODAY)
    assert "link" in {finding.rule for finding in check(source).findings}
    assert "mine/2024-q2" not in {file.owner for file in source.files} | source.descriptors.keys()


GOOD_VARIANTS = {
    "a byte order mark": lines(b"\xef\xbb\xbf" + LINES),
    "CRLF": lines(LINES.replace(b"\n", b"\r\n")),
    "no last newline": lines(LINES.rstrip(b"\n")),
    "every cell in quotes": lines(b'"' + LINES.rstrip().replace(b",", b'","').replace(b"\n", b'"\n"') + b'"\n'),
    "a quoted line end": note("First.\nSecond."),
    "a quoted comma": note("First, second."),
    "a doubled quotation mark": note('The "Harris".'),
    "accents": note("Café Señor Łódź Åse naïve Brontë"),
    "other scripts": note("ਪੰਜਾਬੀ اردو 中文 ελληνικά"),
    "a joiner that a script needs": note("می\u200cخواهم"),
    "symbols": note("£5 – “50%” ½ m² → 3× • ✓ 🙂"),
    "a cell that a spreadsheet would run": note("=HYPERLINK(1)"),
    "markup": note("<script>alert(1)</script> [x](javascript:alert(1)) {{ 7*7 }}"),
    "a command of a forge": note("::error::x ##[add-mask]x"),
    "an order number": note("Order 123456789, lot AB1234567, SW1A, 10,000 hours, 2024-06-30"),
    "a nought": replaced(b"62.5", b"0"),
    "six decimals": replaced(b"62.5", b"62.5"),
    "a large number": replaced(b"31500.50", b"99999.99"),
    "a descriptor in one line": descriptor(b" ".join(DESCRIPTOR.split())),
    "a descriptor with a byte order mark": descriptor(b"\xef\xbb\xbf" + DESCRIPTOR),
    "a descriptor with CRLF": descriptor(DESCRIPTOR.replace(b"\n", b"\r\n")),
    "an accented title": said(b"(invented)", "– Brontë".encode()),
}


@pytest.mark.parametrize("name", GOOD_VARIANTS)
def test_a_good_variant_passes(name: str, data: Path) -> None:
    """Nothing is turned away for how a spreadsheet saves it or for the names that are in it."""
    GOOD_VARIANTS[name](data / RETURN)
    checked = check(load(data, today=TODAY))
    assert checked.findings == ()
    assert "north-road/2024-q2" in set(checked.tables["lines"]["owner"])


@pytest.mark.parametrize(("letters", "taken"), [(limits.NAME_CHARACTERS, True), (limits.NAME_CHARACTERS + 1, False)])
def test_a_return_elsewhere_names_its_project_within_the_limit(tmp_path: Path, letters: int, taken: bool) -> None:
    """A name that is too long is not believed: the return goes by the folder that it lies in."""
    folder = tmp_path / "their-project/2024-q2"
    folder.mkdir(parents=True)
    name = "a" * letters
    (folder / "datapackage.json").write_text(json.dumps({"project": name}))
    assert whose(folder) == (name if taken else "their-project")
