"""A wheel carries all that the program needs: it works in a folder of its own, far from the repository."""

import csv
import json
import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import tomllib
from pathlib import Path
from types import SimpleNamespace

import pytest
import xlsxwriter

from check.test_bad_examples import commit
from socialvalue import pinning

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command of a new environment that holds our wheel; its libraries are those of the tests' environment."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    called([*pip, "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder), str(ROOT)])
    (wheel,) = folder.glob("*.whl")
    called([sys.executable, "-m", "venv", "--without-pip", str(folder / "env")])
    python = folder / "env/bin/python"
    called([*pip, "--python", str(python), "install", "--no-deps", "--no-index", str(wheel)])
    (packages,) = (folder / "env/lib").glob("python*/site-packages")
    (packages / "libraries.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    assert called([str(python), "-c", "import socialvalue; print(socialvalue.__file__)"]).stdout.startswith(str(folder))
    return folder / "env/bin/socialvalue"


def called(command: list[str], folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """The command run to a good end, with nothing of the repository on Python's path."""
    without = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    found = subprocess.run(command, cwd=folder, env=without, capture_output=True, text=True, check=False)
    assert found.returncode == 0, f"{' '.join(command)}\n{found.stdout}\n{found.stderr}"
    return found


def test_a_return_is_written_checked_and_explained_with_the_wheel_alone(
    program: Path, small: Path, tmp_path: Path
) -> None:
    """new writes a return that check looks at; explain tells how a £ was worked out."""
    run = [str(program)]
    shutil.copytree(small, tmp_path / "data")
    said = called([*run, "new", "north-road", "2026-q1"], tmp_path).stdout
    assert "Wrote data/returns/" in said
    shutil.rmtree(tmp_path / said.splitlines()[0].removeprefix("Wrote "))
    called([*run, "check"], tmp_path)
    assert "was worked out" in called([*run, "explain", "north-road/2024-q2", "1"], tmp_path).stdout


def test_a_folder_that_holds_data_alone_gives_the_same_site_byte_for_byte(
    program: Path, small: Path, tmp_path: Path
) -> None:
    """The wheel's site beside the repository's: the same files with the same bytes."""
    shutil.copytree(small, tmp_path / "data")
    called([str(program), "build"], tmp_path)
    ours = tmp_path / "ours"
    called([sys.executable, "-m", "socialvalue.cli", "build", "--data", "data", "--out", str(ours)], tmp_path)
    files = {path.relative_to(ours) for path in ours.rglob("*") if path.is_file()}
    assert files == {path.relative_to(tmp_path / "site") for path in (tmp_path / "site").rglob("*") if path.is_file()}
    different = [name for name in files if (ours / name).read_bytes() != (tmp_path / "site" / name).read_bytes()]
    assert not different
    assert len(files) > 100


def test_an_authority_lays_its_own_pages_words_colours_and_sign_over_ours(
    program: Path, small: Path, tmp_path: Path
) -> None:
    """docs/, theme/ and locale/ beside its data count where its settings say so, and stand in place of ours."""
    shutil.copytree(small, tmp_path / "data")
    own = {
        "docs/about.md": "# About us\n\nAn invented page.\n",
        "docs/contact-us.md": "# Contact us\n\nWrite to the invented council.\n",
        "theme/assets/favicon.svg": '<svg xmlns="http://www.w3.org/2000/svg"><title>ours</title></svg>',
        "theme/assets/own.css": ":root { --ov-accent: #123456; }\n",
        "locale/en_GB.po": 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
        'msgid "Projects"\nmsgstr "Schemes"\n',
    }
    for name, text in own.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    called([str(program), "build", "--out", "plain"], tmp_path)
    assert not (tmp_path / "plain/contact-us.html").exists()
    with (tmp_path / "data/authority.toml").open("a", encoding="utf-8") as settings:
        settings.write("own_pages = true\n")
    called([str(program), "build"], tmp_path)
    site = tmp_path / "site"
    assert "An invented page." in (site / "about.html").read_text(encoding="utf-8")
    assert "invented council" in (site / "contact-us.html").read_text(encoding="utf-8")
    assert "ours" in (site / "assets/favicon.svg").read_text(encoding="utf-8")
    assert (site / "assets/site.css").read_text(encoding="utf-8").endswith("{--ov-accent:#123456}")
    assert "<h1>Schemes</h1>" in (site / "projects/index.html").read_text(encoding="utf-8")
    assert (site / "method.html").is_file()


def take_away_the_example(folder: Path) -> None:
    """As the README of the repository says."""
    data = folder / "data"
    shutil.rmtree(data / "returns/example-programme")
    for path in (*(data / "register").glob("*.csv"), data / "authority.toml"):
        rows = path.read_text(encoding="utf-8").splitlines(keepends=True)
        path.write_text("".join(row for row in rows if "example" not in row.lower()), encoding="utf-8")


def spreadsheet(path: Path) -> Path:
    """Contracts and promises as a council lists them."""
    contracts = [
        ["Contract ref", "Contract title", "District", "Contractor", "Contract value (£k)", "Start date", "End date"],
        ["K1", "Invented School", "Ashford", "Invented Builder Ltd", "1,250.5", "01/04/2024", "31/03/2027"],
        ["K2", "Invented Bridge", "Dover", "Another Builder Ltd", "300", "01/04/2024", "31/03/2027"],
    ]
    promises = [["Project", "Measure", "Target", "Unit", "Due"], ["K1", "Volunteering", "300", "hours", "31/03/2027"]]
    with xlsxwriter.Workbook(path) as book:
        for name, rows in (("Contracts", contracts), ("Promises", promises)):
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    return path


UNSAID = {
    "projects.programme": "Invented fund",
    "programmes.what_it_is": "A fund that is invented.",
    "projects.kind": "building",
    "projects.what_it_is": "A building that is invented.",
    "targets.strength": "commitment",
}
"""What the spreadsheet doesn't say."""


def fill_in(home: Path) -> None:
    """Fill in a return that was drafted: one line with its evidence, and the declarations."""
    lines = home / "lines.csv"
    header, first, *_ = lines.read_text(encoding="utf-8").splitlines()
    filled = dict(zip(header.split(","), first.split(","), strict=True)) | {"quantity": "60", "evidence": "sheet"}
    lines.write_text(f"{header}\n{','.join(filled.values())}\n", encoding="utf-8")
    with (home / "evidence.csv").open("a", encoding="utf-8") as file:
        file.write("sheet,timesheet,Timesheets (invented),2024-10,,,,,,\n")
    described = (home / "datapackage.json").read_text(encoding="utf-8")
    (home / "datapackage.json").write_text(described.replace(": false", ": true"), encoding="utf-8")


def in_the_oldest_shape(data: Path) -> None:
    """Take away each column that came to a table after its first version."""
    oldest = json.loads((ROOT / "tests/upgrading/oldest.json").read_text(encoding="utf-8"))
    for path in data.rglob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, oldest[path.stem], lineterminator="\n", extrasaction="ignore")
            writer.writeheader()
            writer.writerows(rows)


def test_an_authority_begins_reports_publishes_and_upgrades_with_the_wheel_alone(program: Path, tmp_path: Path) -> None:
    """From an empty folder to a register, a return, a site and a newer program: the figures stay the same."""
    run, (wheel,) = [str(program)], program.parents[2].glob("*.whl")
    folder = tmp_path / "kent"
    who = ["--publisher", "Invented County Council", "--area", "Kent"]
    called([*run, "init", "kent", "Kent", *who, "--example", "--from", str(wheel)], tmp_path)
    assert f"./wheels/{wheel.name} --hash=sha256:" in (folder / "program.txt").read_text(encoding="utf-8")
    (folder / ".venv/bin").mkdir(parents=True)
    (folder / ".venv/bin/socialvalue").symlink_to(program)
    (folder / ".venv/ready").touch()
    assert "Nothing is wrong" in called(["make", "check"], folder).stdout
    commit(folder)
    take_away_the_example(folder)
    called([*run, "record"], folder)
    given = [word for key, said in UNSAID.items() for word in ("--answer", f"{key}={said}")]
    lists = spreadsheet(tmp_path / "lists.xlsx")
    assert "projects.csv: 2 new" in called([*run, "import", "--register", str(lists), "--yes", *given], folder).stdout
    said = called([*run, "new", "k1", "2024-25-q2"], folder).stdout
    fill_in(folder / said.splitlines()[0].removeprefix("Wrote "))
    called([*run, "record"], folder)
    assert "error" not in called([*run, "check", "--since", "main"], folder).stdout
    totals = called([*run, "value", "--format", "csv"], folder).stdout
    assert totals.count("\n") > 1
    in_the_oldest_shape(folder / "data")
    (folder / "program.txt").write_text("socialvalue==0.0.1\n", encoding="utf-8")
    assert "+socialvalue" not in called([*run, "upgrade", "--from", str(wheel)], folder).stdout
    assert "error" not in called([*run, "check", "--since", "main"], folder).stdout
    assert called([*run, "value", "--format", "csv"], folder).stdout == totals
    (folder / ".venv/ready").touch()
    called(["make", "site"], folder)
    assert (folder / "site/returns/k1/2024-25-q2.html").is_file()
    assert {"method.html", "upgrade.html"} <= {path.name for path in (folder / "site").glob("*.html")}
    assert "assets/site.css" in (folder / "site/index.html").read_text(encoding="utf-8")


def test_a_source_archive_holds_all_that_a_wheel_is_made_of(tmp_path: Path) -> None:
    """Whoever installs from it gets the same program: each file that the wheel carries is in it."""
    called([sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-d", str(tmp_path)])
    (archive,) = tmp_path.glob("*.tar.gz")
    with tarfile.open(archive) as packed:
        names = {name.partition("/")[2] for name in packed.getnames()}
    included = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]["targets"]["wheel"]
    for name in included["force-include"]:
        assert {name, *(path.relative_to(ROOT).as_posix() for path in (ROOT / name).rglob("*"))} & names, name
    assert "build/socialvalue/run.py" in names
    assert not any(name.startswith(("site/", ".venv/")) for name in names)


@pytest.mark.parametrize(
    "url", ["file:///tmp/socialvalue-0.1.0.tar.gz", "https://example.org/socialvalue-0.1.0.tar.gz"]
)
def test_a_program_from_a_source_archive_is_named_by_its_version(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only a wheel can be pinned by its checksum; from an archive, a repository still begins."""
    noted = json.dumps({"url": url, "archive_info": {"hashes": {"sha256": "0" * 64}}})
    monkeypatch.setattr(pinning, "distribution", lambda name: SimpleNamespace(read_text=lambda file: noted))
    assert pinning.pin() == pinning.Pin(f"socialvalue=={pinning.running()}")
