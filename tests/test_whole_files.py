"""A file of the data is written whole or not at all: what lies there outlives a full disk, in every command."""

import ast
import errno
import json
import resource
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from socialvalue import disclosing, system
from socialvalue.check import check
from socialvalue.cli import main
from socialvalue.errors import BrokenRepository
from socialvalue.intake import correcting
from socialvalue.load import load

PROGRAM = Path(__file__).parents[1] / "build" / "socialvalue"
WRITES = {"write_text", "write_bytes", "copyfile", "copy2", "touch", "mkstemp", "NamedTemporaryFile"}
ELSEWHERE = {
    "console.py": "to nowhere",
    "system.py": "the one writer",
    "kept.py": "a cache",
    "load/published_before.py": "a temporary folder",
    "upgrading/figures.py": "a temporary folder",
    "gathering/cache.py": "a cache",
    "beginning/data_folder.py": "into a folder that is made, and gone again where it breaks off",
    "publish/output/write.py": "the site",
    "publish/frame/running_mkdocs.py": "a temporary folder",
}
"""Modules that write something else than what lies in data/, and why they may."""
DECLARED = ("--answer", "only-this-contract-and-period=yes", "--answer", "commitment-of-this-contract=yes")
SHEET = """\
Project,From,To,Measure,Quantity,Unit,Status
north-road,2024-07-01,2024-09-30,fw1,12,weeks,self-reported
"""


@pytest.fixture(scope="module")
def private(small: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small repository, as a private one that has told of its counts."""
    data = Path(shutil.copytree(small, tmp_path_factory.mktemp("private") / "data"))
    with (data / "authority.toml").open("a", encoding="utf-8") as file:
        file.write("public = false\n")
    assert said(data, "disclose")[0] == 0
    return data


@pytest.fixture
def data(private: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(private, tmp_path / "data"))


@contextmanager
def full_disk() -> Iterator[None]:
    """No file may hold a byte more than this."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def said(data: Path, *words: str) -> tuple[int, str]:
    found = CliRunner().invoke(main, [words[0], "--data", str(data), *words[1:]])
    assert found.exception is None or isinstance(found.exception, SystemExit), found.exception
    return found.exit_code, found.output


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else b""
        for path in folder.rglob("*")
        if path.name != "imports"
    }


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("disclose",), "disclosures.csv"),
        (("withdraw", "north-road/2024-q2", "--reason", "Swapped."), "2024-q2-withdrawal-1"),
        (("new", "north-road", "2025-q3"), "2025-q3"),
        (("import", "SHEET", "--yes", "--learn", "--answer", "organisation=empty", *DECLARED), "2024-q3"),
        (("template", "north-road", "2025-q3", "-o", "OUT"), "out.xlsx"),
        (("init", "OUT", "Kent"), "out.xlsx"),
    ],
)
def test_a_full_disk_destroys_nothing(words: tuple[str, ...], named: str, data: Path, tmp_path: Path) -> None:
    """Each command that writes says in a sentence what it could not write, and all is as it was."""
    sheet = tmp_path / "sheet.csv"
    sheet.write_text(SHEET, encoding="utf-8")
    if words[0] == "disclose":
        lines = data / "returns/road-fund/north-road/2023-q4/lines.csv"
        lines.write_text(f"{lines.read_text(encoding='utf-8')}9,fw2,6.25,fte_years,26,,,,,,,self-reported,,,,,\n")
    words = tuple({"SHEET": str(sheet), "OUT": str(tmp_path / "out.xlsx")}.get(word, word) for word in words)
    before = contents(tmp_path)
    with full_disk():
        code, told = said(data, *words)
    assert code == 2, told
    assert named in told.splitlines()[-1], told
    assert "could not be" in told
    assert contents(tmp_path) == before


def test_changes_in_a_published_return_outlive_a_full_disk(data: Path) -> None:
    """What somebody changed is put back as it was only when the correction that holds the change is written."""
    _changed_in_place(data)
    before = contents(data)
    with full_disk():
        code, told = said(data, "correct", "north-road/2024-q2", "--reason", "Swapped.")
    assert code == 2
    assert "2024-q2-correction-1 could not be written" in told
    assert contents(data) == before


def test_what_belongs_together_is_written_together(data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Wherever the disk is full, at the first file or the last: all is as it was. Then it goes through at once."""
    _changed_in_place(data)
    (data / "register/links.csv").unlink(missing_ok=True)
    table = data / "register/disclosures.csv"
    table.write_text(table.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
    descriptor = data / "register/datapackage.json"
    listed = json.loads(descriptor.read_text(encoding="utf-8"))
    listed["resources"] = [entry for entry in listed["resources"] if entry["name"] not in ("disclosures", "links")]
    descriptor.write_text(json.dumps(listed), encoding="utf-8")
    checked, today = check(load(data), without={"counts-recorded"}), "2025-01-01"
    steps: list[Callable[[], object]] = [
        lambda: disclosing.disclose(checked, data),
        lambda: correcting.correct(checked, data, "north-road/2024-q2", "Swapped.", today),
        lambda: correcting.withdraw(checked, data, "north-road/2024-q2-correction-1", "Not ours.", today),
    ]
    to_the_disk = system._to_the_disk
    for step in steps:
        before, written = contents(data), 0
        for full in range(20):
            left = iter(range(full))

            def until_full(*files: Any, left: Iterator[int] = left) -> None:
                if next(left, None) is None:
                    raise OSError(errno.ENOSPC, "No space left on device")
                to_the_disk(*files)

            monkeypatch.setattr(system, "_to_the_disk", until_full)
            with suppress(OSError, BrokenRepository):
                step()
                written = full
                break
            assert contents(data) == before, full
        assert written > 1
        assert contents(data) != before


def _changed_in_place(data: Path) -> None:
    """A published return in which somebody has changed a figure and taken the evidence away."""
    git = ("git", "-C", str(data.parent), "-c", "user.name=a", "-c", "user.email=a@b")
    for command in (("init", "-q", "-b", "main"), ("add", "-A"), ("commit", "-q", "-m", "All")):
        subprocess.run([*git, *command], check=True)
    lines = data / "returns/road-fund/north-road/2024-q2/lines.csv"
    lines.write_text(lines.read_text(encoding="utf-8").replace("1,fw1,55.5,", "1,fw1,77,"), encoding="utf-8")
    descriptor = lines.with_name("datapackage.json")
    descriptor.write_text(descriptor.read_text(encoding="utf-8").replace("  ", " "), encoding="utf-8")


def test_what_lies_there_keeps_its_mode_and_no_link_is_followed(tmp_path: Path) -> None:
    """The file that takes the place of another may be read by the same people; a link stays, and so does its target."""
    path, target = tmp_path / "a.csv", tmp_path / "target"
    path.write_text("old")
    path.chmod(0o640)
    system.write_whole(path, b"new")
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"new", 0o640)
    target.write_text("precious")
    path.unlink()
    path.symlink_to(target)
    with pytest.raises(OSError, match=r"a\.csv"):
        system.write_whole(path, b"new")
    assert target.read_text() == "precious"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a.csv", "target"]


def test_a_module_that_writes_uses_the_one_writer() -> None:
    """Opening a file with "w" empties it before there is anything to put in."""
    found = set()
    for path in PROGRAM.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _writes(node):
                found.add(path.relative_to(PROGRAM).as_posix())
    assert found <= set(ELSEWHERE), found - set(ELSEWHERE)
    assert set(ELSEWHERE) <= found, set(ELSEWHERE) - found


def _writes(call: ast.Call) -> bool:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    modes = [each.value for each in (*call.args, *(word.value for word in call.keywords if word.arg == "mode"))
             if isinstance(each, ast.Constant) and isinstance(each.value, str)]  # fmt: skip
    return name in WRITES or (
        name in ("open", "fdopen") and any(set(mode) & set("wax+") and len(mode) < 4 for mode in modes)
    )
