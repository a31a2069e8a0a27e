"""What a pull request may throw at us, and the exact rule that answers it. Everything here is invented.

Each input changes one file of a return as it is in tests/check/good. It must end in findings, all of them of the rules
that are named, without a traceback, a socket, or a read outside the data. The returns lie in one repository, each in a
project of its own, and leave one another alone.
"""

import builtins
import json
import os
import shutil
import socket
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from check.repository import GOOD, PROJECT, RETURN, TODAY
from load.hostile_inputs import DESCRIPTOR, EVERYTHING, LINES, descriptor, lines, note, replaced, said
from socialvalue.check import check, report
from socialvalue.check.catalogue import severity_of, words
from socialvalue.load import load
from socialvalue.load.returns import whose
from socialvalue.records import NAME_CHARACTERS, Checked, Severity, Source

REPORTS = ("text", "json", "markdown", "html", "github")
COPIES = frozenset({"same-as-another"})
"""What is said of returns that are copies of one another, as these are."""
Change = Callable[[Path], None]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the good repository."""
    return shutil.copytree(GOOD, tmp_path / "data")


@pytest.fixture(scope="module", autouse=True)
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No socket may be opened, and no file outside the data and this project."""
    allowed = (str(tmp_path_factory.getbasetemp()), str(Path(__file__).parents[2]))
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

    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setattr(socket, "socket", no_socket)
        monkeypatch.setattr(socket, "create_connection", no_socket)
        monkeypatch.setattr(builtins, "open", watched)
        monkeypatch.setattr(os, "open", watched_handle)
        yield


def judged(data: Path) -> Checked:
    return check(load(data, today=TODAY))


def with_each(changes: Mapping[str, Change], data: Path) -> tuple[Source, Mapping[str, str]]:
    """The good repository with the return of a project for each change, and the owner of each of these returns."""
    shutil.copytree(GOOD, data)
    owners = {name: f"project-{number}/{RETURN.name}" for number, name in enumerate(changes)}
    register = data / "register/projects.csv"
    _, first, *_ = register.read_bytes().splitlines()
    rows = [first.replace(b"north-road", owner.partition("/")[0].encode(), 1) for owner in owners.values()]
    register.write_bytes(register.read_bytes() + b"".join(row + b"\n" for row in rows))
    for name, change in changes.items():
        project, _, period = owners[name].partition("/")
        folder = shutil.copytree(data / RETURN, data / PROJECT.with_name(project) / period)
        change(folder)
        descriptor = folder / "datapackage.json"
        if descriptor.is_file() and not descriptor.is_symlink():
            descriptor.write_bytes(descriptor.read_bytes().replace(b"north-road", project.encode()))
    return load(data, today=TODAY), owners


@pytest.fixture(scope="module")
def answered(tmp_path_factory: pytest.TempPathFactory) -> tuple[Checked, Mapping[str, set[str]], Mapping[str, str]]:
    """What is found in all hostile inputs, the rules that answer each of them, and each form of report."""
    changes = {name: change for name, (change, _) in EVERYTHING.items()}
    source, owners = with_each(changes, tmp_path_factory.mktemp("hostile") / "data")
    checked = check(source, without=COPIES)
    rules: dict[str, set[str]] = defaultdict(set)
    for finding in checked.findings:
        rules[finding.owner].add(finding.rule)
    assert rules.keys() == set(owners.values())
    reports = {form: report(checked, source, form) for form in REPORTS}
    return checked, {name: rules[owner] for name, owner in owners.items()}, reports


@pytest.mark.parametrize("name", EVERYTHING)
def test_a_hostile_input_is_answered_by_name(
    name: str, answered: tuple[Checked, Mapping[str, set[str]], object]
) -> None:
    """Every hostile input is answered by the rules that are named, and by no other."""
    assert answered[1][name] == set(EVERYTHING[name][1].split())


def test_a_hostile_return_is_held_back_and_no_other_is(answered: tuple[Checked, object, object]) -> None:
    """The lines of the good ones alone are accepted."""
    checked = answered[0]
    assert len(checked.held_back) == len(EVERYTHING)
    assert all(owner.startswith("project-") for owner in checked.held_back)
    assert not set(checked.tables["lines"]["owner"]) & checked.held_back.keys()
    assert "north-road/2024-q2" in set(checked.tables["lines"]["owner"])


@pytest.mark.parametrize("form", REPORTS)
def test_a_report_of_hostile_inputs_is_safe_to_print(
    form: str, answered: tuple[object, object, Mapping[str, str]]
) -> None:
    """Nothing that a terminal or a forge would obey is in it."""
    text = answered[2][form]
    assert all(character.isprintable() or character == "\n" for character in text)
    assert "##[" not in text
    if form != "github":
        assert not any(line.lstrip().startswith("::") for line in text.splitlines())


def test_every_trouble_has_a_hostile_input() -> None:
    """Whatever room 1 can tell of is told of here at least once, but for what holds nothing back."""
    told = {id for id, of in words().items() if "message" in of and severity_of(id) is Severity.ERROR}
    answered = {rule for _, rules in EVERYTHING.values() for rule in rules.split()}
    assert told - answered == {"not-readable", "return-twice", "second-opinion", "rule-not-applied", "no-settings"}


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


def test_a_good_variant_passes(tmp_path: Path) -> None:
    """Nothing is turned away for how a spreadsheet saves it or for the names that are in it."""
    source, owners = with_each(GOOD_VARIANTS, tmp_path / "data")
    checked = check(source, without=COPIES)
    assert checked.findings == ()
    assert set(owners.values()) <= set(checked.tables["lines"]["owner"])


@pytest.mark.parametrize(("letters", "taken"), [(NAME_CHARACTERS, True), (NAME_CHARACTERS + 1, False)])
def test_a_return_elsewhere_names_its_project_within_the_limit(tmp_path: Path, letters: int, taken: bool) -> None:
    """A name that is too long is not believed: the return goes by the folder that it lies in."""
    folder = tmp_path / "their-project/2024-q2"
    folder.mkdir(parents=True)
    name = "a" * letters
    (folder / "datapackage.json").write_text(json.dumps({"project": name}))
    assert whose(folder) == (name if taken else "their-project")
