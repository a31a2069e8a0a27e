"""The smallest bad example of every rule, and the exact words that it is answered with.

tests/check/good is a tiny repository without a fault. Each folder of tests/bad holds only the files that differ:
lines.csv, evidence.csv and datapackage.json are those of one return, a folder 2024-q3 is another return of the
same project, folders register, reference, returns and frameworks lie in the data as they stand, and any other file
replaces the table of its name.
Folders of tests/good are laid out alike, and without a fault.
A file today.txt holds the day to judge by, where that is another.
Where an example has a folder `before`, that is laid out the same way: it is what was published, in a commit of git and
with its editions recorded, and the example is what changed since. A file that is named in `gone` was deleted.
A file that begins with patch- gives only rows: each replaces the row of its key, or is added at the end.
`pytest --update-golden` writes findings.txt anew; read the difference.
"""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from check.repository import GOOD, PROJECT, RETURN, TODAY
from socialvalue.check import catalogue, check, report
from socialvalue.check.catalogue import words
from socialvalue.load import load
from socialvalue.recording import record
from socialvalue.records import Severity, Source

BAD = Path(__file__).parents[1] / "bad"
GOOD_TWINS = BAD.parent / "good"
TWINS = sorted(path for path in GOOD_TWINS.iterdir() if path.is_dir())
GENERATED = {id for id, of in words().items() if "message" in of}
"""What room 1 or the referee tells of: tests make these, for git would not keep them as they are."""
PATCH = "patch-"
OWN_DAY = "today.txt"
NOT_DATA = ("findings.txt", "gone", OWN_DAY)
RULES = [entry for entry in catalogue() if entry.id not in GENERATED]


def repository(example: Path, to: Path, published: bool = True) -> Path:
    """A copy of the good repository at `to`, with the files of one bad example in their places.

    What was there before is `published` in git, where anybody is to look at it.
    """
    shutil.copytree(GOOD, to)
    if (example / "before").is_dir():
        _put(example / "before", to)
        if published and example != BAD / "edition-recorded":
            record(check(load(to, today=TODAY)), to)
        if published:
            commit(to.parent)
    _put(example, to)
    if (example / "gone").is_file():
        for name in (example / "gone").read_text(encoding="utf-8").split():
            shutil.rmtree(to / name)
    return to


def commit(data: Path) -> None:
    """Make the folder a repository of git whose main branch holds what lies in it."""
    named = ("-c", "user.name=x", "-c", "user.email=x@example.org")
    for command in (["init", "-q", "-b", "main"], ["add", "-A"], ["commit", "-q", "-m", "Published"]):
        subprocess.run(["git", "-C", data, *named, *command], check=True)


def _put(example: Path, to: Path) -> None:
    """Lay the files of an example in their places."""
    for path in sorted(path for path in example.rglob("*") if path.is_file() and path.name not in NOT_DATA):
        name = path.relative_to(example)
        if name.parts[0] == "before":
            continue
        place = to / home(name)
        place.parent.mkdir(parents=True, exist_ok=True)
        if name.name.startswith(PATCH):
            place.write_text(patched(place.read_text(encoding="utf-8"), path.read_text(encoding="utf-8")), "utf-8")
        else:
            shutil.copyfile(path, place)


def read(example: Path, to: Path, published: bool = True) -> Source:
    """The repository of an example, read on its day."""
    day = example / OWN_DAY
    today = day.read_text(encoding="utf-8").strip() if day.is_file() else TODAY
    return load(repository(example, to, published), today=today, since=since(example) if published else None)


def patched(table: str, patch: str) -> str:
    """The lines of a table with those of a patch in the place of the ones that begin with the same cell."""
    rows = {row.partition(",")[0]: row for row in table.splitlines()}
    rows |= {row.partition(",")[0]: row for row in patch.splitlines()}
    return "".join(f"{row}\n" for row in rows.values())


def home(name: Path) -> Path:
    """Where a file of a bad example lies in the repository."""
    name = name.with_name(name.name.removeprefix(PATCH))
    if name.parts[0] in ("register", "reference", "returns", "frameworks", "authority.toml"):
        return name
    if len(name.parts) > 1:
        return PROJECT / name
    tables = {path.name: path.relative_to(GOOD) for path in GOOD.rglob("*.csv") if PROJECT.name not in path.parts}
    return tables.get(name.name, RETURN / name)


@pytest.mark.parametrize("entry", RULES, ids=lambda entry: entry.id)
def test_the_smallest_bad_example_is_answered_in_these_words(
    entry, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """Each rule finds its bad example, nothing else does, and only an error holds its return back."""
    example = BAD / entry.id
    source = read(example, tmp_path / "data")
    checked = check(source)
    assert {finding.rule for finding in checked.findings} == {entry.id}
    assert {finding.severity for finding in checked.findings} == {entry.severity}
    found = report(checked, source, "text")
    if request.config.getoption("--update-golden"):
        (example / "findings.txt").write_text(found, encoding="utf-8")
    assert found == (example / "findings.txt").read_text(encoding="utf-8")
    assert bool(checked.held_back) == (entry.severity is Severity.ERROR)
    assert not set(checked.tables["lines"]["owner"]) & set(checked.held_back)


@pytest.mark.parametrize("example", TWINS, ids=lambda example: example.name)
def test_its_twin_just_inside_the_line_is_good(example: Path, tmp_path: Path) -> None:
    """tests/good/<rule> is as tests/bad/<rule>, but by the least that makes it right."""
    found = check(read(example, tmp_path / "data"))
    assert found.findings == ()
    assert (found.before is not None) == (since(example) is not None)


def test_every_finding_ends_its_sentences_once_and_begins_them_with_a_capital() -> None:
    """Words are put together from parts, and a part may have a full stop of its own."""
    for path in sorted(BAD.glob("*/findings.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            assert not re.search(r"(?<!\.)\.\.(?:\s|$)|[.?!] ?[,;:](?:\s|$)|\s[.,;](?:\s|$)", line), (path, line)
            assert not re.search(r"[a-z)]\. (?!socialvalue|hours_)[a-z]", line), (path, line)


def since(example: Path) -> str | None:
    """What an example is compared with: the published branch, where it has one."""
    return "" if (example / "before").is_dir() else None


def test_the_good_repository_has_no_fault() -> None:
    """What the bad examples start from is found to be right, so that each of them adds its own fault alone."""
    assert check(load(GOOD, today=TODAY)).findings == ()


def test_every_rule_has_a_bad_example_and_a_good_twin() -> None:
    """Both sides of the line are held, and no folder is left behind when a rule goes or is renamed."""
    rules = {entry.id for entry in RULES}
    for folder in (BAD, GOOD_TWINS):
        found = {path.name for path in folder.iterdir() if path.is_dir()}
        assert not rules - found, f"write the smallest example of each rule: tests/{folder.name}/<rule>"
        assert not found - rules, f"tests/{folder.name} has examples of rules that are not there"


def test_every_rule_is_explained() -> None:
    """Each rule has what the page of rules shows: a title, why, an example and how to put it right."""
    for entry in catalogue():
        assert all((entry.group, entry.title, entry.why, entry.example, entry.mend)), entry.id
        assert entry.why.endswith(".")
        assert entry.mend.endswith("."), entry.id
        assert not entry.title.endswith("."), entry.id
    assert len({entry.id for entry in catalogue()}) == len(catalogue())
