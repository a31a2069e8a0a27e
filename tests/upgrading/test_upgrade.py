"""A repository of the oldest shape that there was comes to today's: nothing lost, no figure moved, all of it shown."""

import csv
import json
import re
import shutil
from pathlib import Path

import pytest

from socialvalue import publish, run
from socialvalue.carried import carried
from socialvalue.check import catalogue
from socialvalue.load.repository import INCOMING, read_schemas
from socialvalue.pinning import running
from socialvalue.records import Finding, Severity
from socialvalue.upgrading.figures import TABLES
from socialvalue.upgrading.judging import errors_found, judged, since
from socialvalue.upgrading.tables import migrations
from test_beginning import invoke

OLDEST: dict[str, list[str]] = json.loads(Path(__file__).with_name("oldest.json").read_text(encoding="utf-8"))
"""The columns of each table as they were first published."""
SCHEMAS, _ = read_schemas(carried("schemas"), INCOMING)
WHEEL = "socialvalue-{}-py3-none-any.whl"


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def tables(data: Path) -> dict[str, list[dict[str, str]]]:
    return {path.relative_to(data).as_posix(): read(path) for path in sorted(data.rglob("*.csv"))}


@pytest.fixture
def old(small: Path, tmp_path: Path) -> Path:
    """The small repository in its oldest shape, pinned to a version that was."""
    data = Path(shutil.copytree(small, tmp_path / "own/data"))
    for path in data.rglob("*.csv"):
        rows, columns = read(path), OLDEST[path.stem]
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns, lineterminator="\n", extrasaction="ignore")
            writer.writeheader()
            writer.writerows(rows)
    (data.parent / "program.txt").write_text("socialvalue==0.0.1\n", encoding="utf-8")
    (data.parent / "requirements.txt").write_text("click==8.1\n", encoding="utf-8")
    return data


def test_each_schema_says_its_version_and_each_version_has_a_migration() -> None:
    """Version 1 is the first; each migration is one more, in order."""
    for table, schema in SCHEMAS.items():
        steps = migrations().get(table, ())
        assert [step.to for step in steps] == list(range(2, schema["version"] + 1)), table
    assert '"version": 1,' in (carried("schemas") / "return/profile.json").read_text("utf-8")
    assert set(migrations()) <= set(SCHEMAS)


@pytest.mark.parametrize("table", sorted(SCHEMAS))
def test_the_oldest_columns_and_all_migrations_are_the_columns_of_today(table: str) -> None:
    """Whoever adds a column without a migration, or takes one away, is told here."""
    columns = set(OLDEST[table])
    for step in migrations().get(table, ()):
        assert columns.isdisjoint(step.added)
        assert columns >= set(step.gone)
        columns = {*columns, *step.added} - set(step.gone)
    assert columns == {field["name"] for field in SCHEMAS[table]["fields"]}


def test_a_column_that_is_gone_is_taken_away_from_the_version_that_had_it(old: Path) -> None:
    """Rows of any version come to today's: with the column, and from before it. Then there is nothing to do."""
    table, today = old / "register/disclosures.csv", [field["name"] for field in SCHEMAS["disclosures"]["fields"]]
    cells = "north-road,example-open,le1,2024-04-01,2024-06-30,yes,,,fte_years,flow,yes,none"
    for columns, more in (([*today[:-1], "replaced_by"], ",0,fw1"), (today[:-2], "")):
        table.write_text(f"{','.join(columns)}\n{cells}{more}\n", "utf-8")
        said = invoke("upgrade", "--data", old).stdout
        assert "A settled count remembers whether" in said
        assert table.read_text("utf-8") == f"{','.join(today)}\n{cells},0,\n"
        assert "Nothing was written" in invoke("upgrade", "--data", old).stdout


def test_nothing_is_lost_and_no_cell_that_was_there_changes(old: Path) -> None:
    """Every row and every cell is as it was, beside the new columns; a second run does nothing."""
    before = tables(old)
    done = invoke("upgrade", "--data", old)
    assert done.exit_code == 0, done.output
    after = tables(old)
    assert before.keys() == after.keys()
    for name, rows in before.items():
        assert [{column: row[column] for column in was} for was, row in zip(rows, after[name], strict=True)] == rows
    assert invoke("check", "--data", old).exit_code == 0
    again = invoke("upgrade", "--data", old)
    assert "Nothing was written" in again.stdout


def test_the_figures_are_the_same(old: Path, small: Path) -> None:
    """What the migrated repository is worth is what the same delivery is worth with the columns of today left empty."""
    assert invoke("upgrade", "--data", old).exit_code == 0
    ours, theirs = (run.valued(run.checked(data)).values for data in (old, small))
    assert len(ours) == len(theirs) > 0
    assert ours.filter(like="pence").equals(theirs.filter(like="pence"))


def test_it_says_what_changes_and_a_dry_run_writes_none(old: Path) -> None:
    """First what kind of change, in how many rows and why; each line of it where somebody asks."""
    before = {path: path.read_bytes() for path in old.parent.rglob("*") if path.is_file()}
    done = invoke("upgrade", "--data", old, "--dry-run", "--site", old.parent / "site")
    assert done.exit_code == 0, done.output
    assert f"program.txt: the program, 0.0.1 before, {running()} from now on." in done.stdout
    assert re.search(r"[0-9]+ tables get columns", done.stdout)
    assert "Every cell that is there stays as it is." in done.stdout
    assert re.search(r"  \S+units.csv: level, in [0-9]+ rows.\n    A unit may say that it is a level", done.stdout)
    assert "No figure was compared" in done.stdout
    assert re.search(r"check finds: [0-9,]+ before, columns that are lacking among them; 0 after\.", done.stdout)
    assert "by rules that are new" not in done.stdout
    assert "Nothing was written. Every line that changes: --full." in done.stdout
    assert len(done.stdout.splitlines()) < 40
    full = invoke("upgrade", "--data", old, "--dry-run", "--full", "--site", old.parent / "site").stdout
    assert "-unit,one,many,decimals,record_only\n" in full
    assert "+unit,one,many,decimals,record_only,level\n" in full
    assert f"+socialvalue=={running()}" in full
    assert {path: path.read_bytes() for path in before} == before


def test_each_published_figure_is_compared_with_the_site_that_stands(old: Path, small: Path, tmp_path: Path) -> None:
    """With the files that the site has; a figure that is another there is told of, and a row that is gone."""
    published = publish.published_csv(run.valued(run.shareable(run.checked(small))), TABLES)
    folder = tmp_path / "site/data"
    folder.mkdir(parents=True)
    for name, content in published.items():
        (folder / f"{name}.csv").write_bytes(content)
    asked = ("upgrade", "--data", old, "--dry-run", "--site", folder.parent)
    said = invoke(*asked).stdout
    many = re.search(r"Published figures compared with \S+: ([0-9,]+)\. No figure changes\.", said)
    assert many
    assert int(many[1].replace(",", "")) > 100
    header, first, *others = published["lines"].decode().splitlines(keepends=True)
    row = dict(zip(next(csv.reader([header])), next(csv.reader([first])), strict=True))
    other = first.replace(f",{row['quantity']},", ",987654,", 1)
    (folder / "lines.csv").write_text("".join([header, other, *others[1:]]), "utf-8")
    said = invoke(*asked).stdout
    assert re.search(r"\. [0-9]+ differ\. If the data have not changed since that site was built", said)
    assert f"was 987654, and is {row['quantity']}." in said
    assert "is new." in said
    assert invoke("upgrade", "--data", old).exit_code == 0
    said = invoke(*asked).stdout
    assert said.startswith("Program, libraries and columns are as this version writes them. Nothing was written.")
    assert f"was 987654, and is {row['quantity']}." in said


@pytest.mark.parametrize(
    "line",
    ["socialvalue==99.1", "./wheels/socialvalue-99.1-py3-none-any.whl --hash=sha256:0"],
    ids=["version", "wheel"],
)
def test_an_older_program_does_not_take_a_newer_one_away(line: str, old: Path) -> None:
    """It says what to install, or how to go back; no file changes, and no wheel goes."""
    (old.parent / "program.txt").write_text(f"# The program.\n{line}\n", encoding="utf-8")
    (old.parent / "wheels").mkdir()
    (old.parent / "wheels" / WHEEL.format("99.1")).write_bytes(b"newer")
    before = {path: path.read_bytes() for path in old.parent.rglob("*") if path.is_file()}
    done = invoke("upgrade", "--data", old)
    assert done.exit_code == 2
    assert f"names socialvalue 99.1, and {running()} runs, which is older. Nothing was written." in done.stderr
    assert "Install 99.1 or a newer one" in done.stderr
    assert {path: path.read_bytes() for path in before} == before


def test_the_pin_is_raised_to_a_wheel_that_is_kept(old: Path, tmp_path: Path) -> None:
    """The new wheel lies in the repository and the old one does not; without program.txt the data alone move."""
    wheel = tmp_path / WHEEL.format(running())
    wheel.write_bytes(b"new")
    (old.parent / "wheels").mkdir()
    (old.parent / "wheels" / WHEEL.format("0.0.1")).write_bytes(b"old")
    assert invoke("upgrade", "--data", old, "--from", wheel).exit_code == 0
    assert [path.name for path in (old.parent / "wheels").iterdir()] == [wheel.name]
    assert f"./wheels/{wheel.name} --hash=sha256:" in (old.parent / "program.txt").read_text("utf-8")
    assert "--hash=sha256:" in (old.parent / "requirements.txt").read_text("utf-8")
    assert "socialvalue==" not in (old.parent / "requirements.txt").read_text("utf-8")


@pytest.mark.parametrize(
    ("table", "change", "said"),
    [
        ("register/projects.csv", ("project,name", "project,nom"), "other columns than any version had"),
        ("frameworks/example-open/units.csv", ("\n", ",extra\n"), "other columns than any version had"),
        ("reference/areas.csv", ("district,", "district,1,2,3,"), "more or fewer cells"),
    ],
)
def test_a_table_that_never_was_is_left_and_named(old: Path, table: str, change: tuple[str, str], said: str) -> None:
    """Nothing at all is written where one table can't be brought over."""
    path = old / table
    path.write_text(path.read_text("utf-8").replace(*change), "utf-8")
    before = {each: each.read_bytes() for each in old.parent.rglob("*") if each.is_file()}
    done = invoke("upgrade", "--data", old)
    assert done.exit_code == 2
    assert said in done.stderr
    assert path.name in done.stderr
    assert {each: each.read_bytes() for each in before} == before


def test_the_page_for_authorities_tells_of_every_migration() -> None:
    """Each table whose columns changed stands in its list, with the version and the columns."""
    page = (carried("docs") / "upgrade.md").read_text("utf-8")
    for table, steps in migrations().items():
        for step in steps:
            columns = [*(f"`{name}`" for name in step.added), *(f"no `{name}` any more" for name in step.gone)]
            assert f"- **{table}** {step.to}: {', '.join(columns)}. " in page, table


def test_the_check_of_an_old_shape_leads_to_the_upgrade(old: Path) -> None:
    """Whoever raised the pin by hand is told what to run; a return, whose columns never grew, is told what to write."""
    said = invoke("check", "--data", old).stdout
    assert "The column level is missing. Put it back in its place; or, after taking a newer version" in said
    lines = next(old.glob("returns/*/*/*/lines.csv"))
    lines.write_text(lines.read_text("utf-8").replace("headcount,", "", 1), "utf-8")
    assert invoke("upgrade", "--data", old).exit_code == 0
    assert "socialvalue upgrade" not in invoke("check", "--data", old).stdout


def test_a_table_of_no_version_keeps_all_of_it_back(old: Path) -> None:
    """Also one that has only had one version: it is named, and no other table is written."""
    path = old / "register/organisations.csv"
    path.write_text(path.read_text("utf-8").replace("name,", "nom,", 1), "utf-8")
    before = {each: each.read_bytes() for each in old.parent.rglob("*") if each.is_file()}
    done = invoke("upgrade", "--data", old)
    assert done.exit_code == 2
    assert f"{path} has other columns than any version had." in done.output
    assert {each: each.read_bytes() for each in before} == before


def test_a_table_of_a_spreadsheet_comes_to_today_too(old: Path) -> None:
    """With a mark of its bytes at the beginning, and lines that end as on Windows; its cells stay as they are."""
    [path] = old.glob("frameworks/*/units.csv")
    before = read(path)
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    done = invoke("upgrade", "--data", old)
    assert done.exit_code == 0, done.output
    assert re.search(r"units.csv: level, in [0-9]+ rows", done.stdout)
    assert [{column: row[column] for column in before[0]} for row in read(path)] == before
    assert not path.read_bytes().startswith(b"\xef\xbb\xbf")
    assert b"\r" not in path.read_bytes()


def test_it_says_which_rules_are_new(old: Path) -> None:
    """What check finds after it, and by which rules that came since."""
    path = old / "register/programmes.csv"
    path.write_text(path.read_text("utf-8").replace("example-page", ""), "utf-8")
    said = invoke("upgrade", "--data", old, "--dry-run").stdout
    assert "2 errors by rules that are new since 0.0.1:\n  fact-has-source: 2. A fact has its source." in said
    assert "What to do about each" in said


def test_each_rule_that_can_hold_data_back_is_of_the_beginning_or_in_the_changelog() -> None:
    """Whoever adds a rule is told here; the page about a newer version says what to do about each."""
    first = set(json.loads(Path(__file__).with_name("oldest_rules.json").read_text("utf-8")))
    later = since("")
    assert {entry.id for entry in catalogue() if entry.severity is Severity.ERROR} - first == later
    assert since("99.1") == set()
    page = (carried("docs") / "upgrade.md").read_text("utf-8")
    assert [rule for rule in sorted(later) if f"- **{rule}**" not in page] == []


def test_an_upgrade_with_nothing_to_write_still_says_the_errors_and_which_rules_are_the_newest() -> None:
    """A pin that is right says nothing of data that fail the rules of today; a warning is no error."""
    found = [
        *[Finding("No licence.", severity=Severity.ERROR, rule="open-licence")] * 2,
        Finding("Not a number.", severity=Severity.ERROR, rule="plain-number"),
    ]
    said = list(errors_found(found))
    assert said[0] == "Errors that check finds: 3."
    newest = said.index("2 errors by the newest rules, which came with 0.1.0:")
    assert said[newest + 1].startswith("  open-licence: 2. ")
    assert said.index("1 error by other rules:") > newest
    assert "What to do about each" in said[-1]
    assert said[1:] == list(judged("0.1.0", False, found, found))[1:]
    warned = [Finding("No licence.", severity=Severity.WARNING, rule="open-licence")]
    assert list(errors_found(warned)) == ["Errors that check finds: 0."]
