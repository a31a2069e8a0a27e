"""Another authority begins: an empty repository, a first project, a first return, a site of its own."""

import csv
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from socialvalue.beginning.districts import area_rows, chosen, districts, names_in
from socialvalue.carried import carried
from socialvalue.cli import main

PLACE = "Exampleshire"
FIRST = {
    "reference/areas.csv": {"area": "W06000901", "name": "Northtown", "short_name": "North", "slug": "northtown",
                            "kind": "unitary"},
    "register/organisations.csv": {"organisation": "council", "name": "Exampleshire Council", "kind": "council"},
    "register/sources.csv": {"source": "plan", "title": "The plan", "publisher": "Exampleshire Council",
                             "read_on": "2024-06", "hand": "first-hand"},
    "register/programmes.csv": {"programme": "roads", "name": "Roads", "what_it_is": "Roads that do not exist.",
                                "led_by": "council", "note": "Invented for this test."},
    "register/projects.csv": {"project": "bypass", "name": "Bypass", "programme": "roads", "kind": "transport",
                              "what_it_is": "A road.", "promoter": "council", "framework": "exampleshire",
                              "edition": "1", "source": "plan", "confidence": "A"},
    "register/project-areas.csv": {"project": "bypass", "area": "W06000901"},
    "returns/roads/bypass/2024-25-q1/evidence.csv": {
        "evidence": "payroll", "kind": "payroll extract", "title": "Payroll", "dated": "2024-07-01"},
    "returns/roads/bypass/2024-25-q1/lines.csv": {"line": "1", "measure": "le1", "quantity": "5000", "unit": "gbp",
                                               "area": "W06000901", "local_definition": "Northtown",
                                               "status": "self-reported", "evidence": "payroll"},
}  # fmt: skip
"""The first row of each table, invented."""


def invoke(*words: object) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


def add(data: Path, table: str, row: dict[str, str]) -> None:
    """Add a row to a table of a repository."""
    with (data / table).open(encoding="utf-8", newline="") as file:
        columns = next(csv.reader(file))
    with (data / table).open("a", encoding="utf-8", newline="") as file:
        csv.DictWriter(file, columns, lineterminator="\n").writerow(row)


@pytest.fixture
def begun(small: Path, tmp_path: Path) -> Path:
    """The data folder of an authority that has just begun."""
    done = invoke("init", "--data", small, tmp_path / "own", PLACE)
    assert done.exit_code == 0, done.output
    return tmp_path / "own/data"


def test_what_holds_anywhere_is_taken_over_and_what_is_of_another_place_is_not(small: Path, tmp_path: Path) -> None:
    """Measures and the price index come along; areas, projects and what is of one area or project stay behind."""
    data = Path(shutil.copytree(small, tmp_path / "model"))
    model, own = data / "frameworks/example-open", tmp_path / "own/data/frameworks/exampleshire"
    for table, of_one_place in (
        ("unit-values", {"area": "E07000901"}),
        ("adjustments", {"scope": "project", "applies_to": "north-road"}),
    ):
        with (model / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            row = next(csv.DictReader(file))
        add(data, f"frameworks/example-open/{table}.csv", {**row, **of_one_place, next(iter(row)): "of-one-place"})
    done = invoke("init", "--data", data, tmp_path / "own", PLACE)
    assert done.exit_code == 0, done.output
    for table in ("measures", "unit-values", "adjustments"):
        before = (model / f"{table}.csv").read_text("utf-8").splitlines()
        after = (own / f"{table}.csv").read_text("utf-8").splitlines()
        assert after == [row for row in before if not row.startswith("of-one-place")], table
    assert (tmp_path / "own/data/reference/deflators.csv").read_bytes() == (
        small / "reference/deflators.csv"
    ).read_bytes()
    for table in ("reference/areas", "register/projects", "register/targets", "register/sources"):
        assert len((tmp_path / f"own/data/{table}.csv").read_text("utf-8").splitlines()) == 1, table


def test_unit_values_of_earlier_editions_stay_behind(tmp_path: Path) -> None:
    """The first edition of a new framework has the current values of its model, in words that name no other edition."""
    assert invoke("init", tmp_path / "own", PLACE).exit_code == 0
    with (tmp_path / "own/data/frameworks/exampleshire/unit-values.csv").open(encoding="utf-8", newline="") as file:
        values = list(csv.DictReader(file))
    assert {row["edition"] for row in values} == {""}
    assert [row["unit_value"] for row in values if row["measure"] == "co12"] == ["rough-sleeper-fiscal-2020"]
    assert (tmp_path / "own/data/reference/minimum-wages.csv").is_file()


def test_an_authority_without_a_return_has_a_site(begun: Path, tmp_path: Path) -> None:
    """Nothing is wrong with a repository that holds nothing yet, and it can be looked at."""
    assert invoke("check", "--data", begun, "--format", "json").exit_code == 0
    done = invoke("build", "--data", begun, "--out", tmp_path / "site", "--strict")
    assert done.exit_code == 0, done.output
    assert "Published 0 projects, 0 returns, 0 lines." in done.stdout
    assert f"What {PLACE} gets back" in (tmp_path / "site/index.html").read_text("utf-8")


def test_a_first_return_is_drafted_filled_in_and_published(begun: Path, tmp_path: Path) -> None:
    """From the register's first rows to the page of a return, in any nation of the United Kingdom."""
    shared = [table for table in FIRST if not table.startswith("returns/")]
    for table in shared:
        add(begun, table, FIRST[table])
    done = invoke("new", "--data", begun, "bypass", "2024-25-q1")
    assert done.exit_code == 0, done.output
    for table in FIRST.keys() - shared:
        add(begun, table, FIRST[table])
    path = begun / "returns/roads/bypass/2024-25-q1/datapackage.json"
    descriptor = json.loads(path.read_text("utf-8"))
    del descriptor["received_on"]
    path.write_text(json.dumps({**descriptor, "attestations": dict.fromkeys(descriptor["attestations"], True)}))
    done = invoke("build", "--data", begun, "--out", tmp_path / "site", "--strict")
    assert done.exit_code == 0, done.output
    assert "Published 1 project, 1 return, 1 line.\nHeld back 0 returns" in done.stdout
    assert "Sent by Exampleshire Council.</p>" in (tmp_path / "site/returns/bypass/2024-25-q1.html").read_text("utf-8")


def test_a_price_index_that_is_not_there_is_named(begun: Path) -> None:
    """A slip in the settings would leave every figure without a £."""
    settings = begun / "authority.toml"
    settings.write_text(settings.read_text("utf-8").replace('vintage = "2024-10"', 'vintage = "1999-01"'), "utf-8")
    done = invoke("check", "--data", begun)
    assert done.exit_code == 1
    assert '"1999-01" is no vintage of reference/deflators.csv. Write one of these: ' in done.stdout


def test_a_return_is_not_drafted_from_a_register_with_errors(begun: Path) -> None:
    """What is wrong is said, not that the project is missing."""
    add(begun, "register/projects.csv", FIRST["register/projects.csv"])
    done = invoke("new", "--data", begun, "bypass", "2024-25-q1")
    assert done.exit_code == 1
    assert "error: register/projects.csv row 2 programme:" in done.stderr


def test_a_repository_says_how_to_report_a_hole_and_comments_on_changes(tmp_path: Path) -> None:
    """The workflow and its script are those of the program's own repository; the check leaves them what they show."""
    done = invoke("init", tmp_path / "own", PLACE, "--contact", "data@example.org")
    assert done.exit_code == 0, done.output
    own = tmp_path / "own"
    assert "Or write to data@example.org. Say what you did" in " ".join(
        (own / "SECURITY.md").read_text("utf-8").split()
    )
    for name in (".github/workflows/comment.yml", ".github/scripts/comment.py"):
        assert (own / name).read_bytes() == carried(name).read_bytes()
    assert "review/comment.md" in (own / ".github/workflows/check.yml").read_text("utf-8")


def test_each_forge_has_its_own_forms_and_owners(begun: Path) -> None:
    """Whoever deletes the folders of other forges, as the guide says, loses nothing of their own."""
    root = begun.parent
    for forge, forms in (
        (".github", ("ISSUE_TEMPLATE/return.yml", "ISSUE_TEMPLATE/figure.yml", "pull_request_template.md")),
        (".forgejo", ("ISSUE_TEMPLATE/return.yml", "ISSUE_TEMPLATE/figure.yml", "pull_request_template.md")),
        (".gitlab", ("issue_templates/Correct a return.md", "merge_request_templates/Default.md")),
    ):
        assert [name for name in (*forms, "CODEOWNERS") if not (root / forge / name).is_file()] == [], forge
    patterns = re.findall(r"^# (\S+) +@\S+$", (root / ".forgejo/CODEOWNERS").read_text("utf-8"), re.MULTILINE)
    files = [path.relative_to(root).as_posix() for path in root.rglob("*")] + ["data/register/links.csv"]
    assert len(patterns) == 5
    assert [pattern for pattern in patterns if not any(re.fullmatch(pattern, file) for file in files)] == []


def test_in_a_terminal_it_asks_what_was_left_out(tmp_path: Path) -> None:
    """Typed into a terminal of its own: place, publisher, mailbox; and Enter for the district of that name."""
    import pty

    command = [sys.executable, "-m", "socialvalue.cli", "init", "own"]
    main_end, end = pty.openpty()
    started = subprocess.Popen(command, cwd=tmp_path, stdin=end, stdout=end, stderr=end, close_fds=True)
    os.close(end)
    said = b""
    typed = [b"Ashford", b"Ashford Council", b"data@example.org"]
    with os.fdopen(main_end, "r+b", buffering=0) as terminal:
        while True:
            try:
                new = terminal.read(4096)
            except OSError:  # the other end is closed
                break
            if not new:
                break
            said += new
            if said.rstrip().endswith("›".encode()):
                said += b" |"
                terminal.write((typed.pop(0) if typed else b"") + b"\n")
    assert started.wait(60) == 0, said.decode()
    assert not typed
    settings = (tmp_path / "own/data/authority.toml").read_text("utf-8")
    assert 'place = "Ashford"' in settings
    assert 'publisher = "Ashford Council"' in settings
    assert 'contact = "data@example.org"' in settings
    assert "E07000105,Ashford" in (tmp_path / "own/data/reference/areas.csv").read_text("utf-8")


def test_errors_that_are_of_no_concern_do_not_keep_a_return_back(begun: Path) -> None:
    """A slip in another project, and what depends on it, is counted and let be; a period that goes on is named."""
    for table in (table for table in FIRST if table.startswith(("register/", "reference/"))):
        add(begun, table, FIRST[table])
    other = {**FIRST["register/projects.csv"], "project": "other", "programme": "no-such", "name": "Other"}
    add(begun, "register/projects.csv", other)
    assert invoke("check", "--data", begun).exit_code == 1
    done = invoke("new", "--data", begun, "bypass", "2099-00-q1")
    assert done.exit_code == 0, done.output
    assert (
        "It is not over: a return of it can be sent from 1 July 2099 on. Until then, check refuses it." in done.stdout
    )
    assert "1 error elsewhere in the shared tables did not matter. See: socialvalue check" in done.stdout
    assert "not over" not in invoke("new", "--data", begun, "bypass", "2024-25-q1").stdout


@pytest.mark.parametrize(
    ("folder", "place", "why"),
    [
        ("full", "Kent", "already there"),
        ("new", "…", "no name of a place"),
        ("new", "", "what place it is about"),
        ("file/data", "Kent", "could not be written"),
    ],
)
def test_what_cannot_begin_says_why(small: Path, tmp_path: Path, folder: str, place: str, why: str) -> None:
    """A folder with something in it is never written over, and a framework needs a name."""
    (tmp_path / "full").mkdir()
    (tmp_path / "full/a-file").touch()
    (tmp_path / "file").touch()
    done = invoke("init", "--data", small, tmp_path / folder, place)
    assert done.exit_code == 2
    assert why in done.stderr


def test_districts_are_typed_as_the_list_has_them() -> None:
    """A name with a comma in it, one without what the index puts behind it, and a county, also a metropolitan one."""
    known = districts()
    for typed, names in (
        ("Bristol, City of, Norwich", ["Bristol, City of", "Norwich"]),
        ("Bournemouth, Christchurch and Poole", ["Bournemouth, Christchurch and Poole"]),
        ("Norwich; Bristol, City of;", ["Norwich", "Bristol, City of"]),
        ("Norwich;Broadland, Breckland", ["Norwich", "Broadland", "Breckland"]),
        ("Kingston upon Hull,Norwich", ["Kingston upon Hull, City of", "Norwich"]),
        ("Tyne and Wear", ["Newcastle upon Tyne", "North Tyneside", "South Tyneside", "Sunderland", "Gateshead"]),
    ):
        assert [row.name for row in chosen(names_in(typed, known), known)] == names


def test_each_district_has_a_short_name_of_its_own_that_names_it() -> None:
    """None is a word that many begin with, and none is longer than a small map takes."""
    rows = list(area_rows(districts()))
    short = {row["name"]: row["short_name"] for row in rows}
    assert len(set(short.values())) == len(rows)
    assert max(map(len, short.values())) <= 12
    alone = {"North", "South", "East", "West", "Great", "Greater", "City of", "Isle of", "County"}
    assert not alone & set(short.values())
    assert short["Greater Manchester"] == "Gtr Manches."
    assert (short["South Norfolk"], short["King's Lynn and West Norfolk"]) == ("S Norfolk", "King's Lynn")
