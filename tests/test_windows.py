"""Officers have Windows: what POSIX alone has is used in one module, and the commands run where it is hidden.

No Windows was at hand for these tests. They try the program on this system with everything taken away that is known
to be missing there (tests/windows/sitecustomize.py).
"""

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from check.test_bad_examples import commit
from socialvalue import system
from test_whole_files import DECLARED, SHEET

ROOT = Path(__file__).parents[1]
PROGRAM = ROOT / "build" / "socialvalue"
AS_THERE = "from socialvalue import system; system.POSIX = False; from socialvalue.cli import main; main()"
POSIX_MODULES = {"fcntl", "grp", "pwd", "resource", "termios", "tty", "pty", "syslog", "posix", "crypt"}
ON_BOTH = {
    *("path", "environ", "devnull", "name", "DirEntry", "stat_result", "fsencode", "strerror", "sep", "linesep"),
    *("open", "close", "read", "write", "dup2", "fstat", "lstat", "stat", "scandir", "unlink", "O_RDONLY", "O_WRONLY"),
    *("O_RDWR", "O_CREAT", "fspath", "getpid", "cpu_count", "replace", "rename", "fsync", "fdopen"),
}
"""What the program may take from `os` without asking: Windows has it too."""
GUARDED = {"sync", "geteuid", "getuid", "statvfs"}
"""What is missing on Windows, and asked for first, or used in a branch for others."""


def modules() -> Iterator[tuple[str, ast.Module]]:
    for path in PROGRAM.rglob("*.py"):
        yield path.relative_to(PROGRAM).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def test_only_one_module_asks_what_system_it_runs_on() -> None:
    """No other imports a module of POSIX, or takes from `os` or `signal` what Windows lacks."""
    for name, tree in modules():
        for node in ast.walk(tree):
            if isinstance(node, ast.Import) and name != "system.py":
                assert not POSIX_MODULES & {alias.name for alias in node.names}, name
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and name != "system.py":
                if node.value.id == "os":
                    assert node.attr in ON_BOTH | GUARDED, f"{name}: os.{node.attr}"
                if node.value.id == "signal":
                    assert node.attr in {"signal", "getsignal", "SIGINT", "SIGTERM", "SIG_IGN", "SIG_DFL", "Signals"}, (
                        name
                    )


def test_no_date_is_written_in_a_way_that_windows_refuses() -> None:
    """`%-d` and `%e` are known to the C libraries of others."""
    for path in [*PROGRAM.rglob("*.py"), *PROGRAM.rglob("*.jinja")]:
        found = re.search(r"%-[a-zA-Z](?![a-z]*[}\]])|%e[^a-z0-9]", path.read_text(encoding="utf-8"))
        assert not found or "{%" in found.string[max(found.start() - 1, 0) : found.end()], f"{path}: {found}"


def run_as_there(*arguments: str) -> "subprocess.CompletedProcess[str]":
    """The program in a Python without what Windows lacks."""
    environment = os.environ | {"PYTHONPATH": str(ROOT / "tests" / "windows")}
    command = [sys.executable, "-c", AS_THERE, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=300, env=environment)


def test_an_officer_checks_and_begins_a_return(small: Path, tmp_path: Path) -> None:
    """`new`, `check` of it and of everything, `value`, and `init` for another authority."""
    data = tmp_path / "data"
    system.shutil.copytree(small, data)
    made = run_as_there("new", "north-road", "2024-q4", "--data", str(data))
    assert made.returncode == 0, made.stderr
    folder = data / "returns/road-fund/north-road/2024-q4"
    assert "1 October 2024 to 31 December 2024" in (folder / "datapackage.json").read_text(encoding="utf-8")
    assert b"\r" not in (folder / "lines.csv").read_bytes() + (folder / "datapackage.json").read_bytes()
    found = run_as_there("check", str(folder), "--data", str(data))
    assert found.returncode == 1, found.stderr
    assert "[attested]" in found.stdout
    for arguments in (["check"], ["value"], ["explain", "north-road/2024-q2"]):
        assert run_as_there(*arguments, "--data", str(small)).returncode == 0, arguments
    assert run_as_there("init", str(tmp_path / "kent"), "Kent", "--data", str(small)).returncode == 0


def test_an_officer_sends_and_corrects_a_return(small: Path, tmp_path: Path) -> None:
    """`template` and its way back by `import`, a table of others, `correct`, and `diff` against what git holds."""
    data, sheet, book = tmp_path / "data", tmp_path / "quarter.csv", tmp_path / "book.xlsx"
    system.shutil.copytree(small, data)
    commit(tmp_path)
    sheet.write_text(SHEET, encoding="utf-8")
    answers = ["--answer", "organisation=empty", *DECLARED]
    for arguments, said in (
        (["template", "north-road", "2024-q4", "-o", str(book)], str(book)),
        (["import", str(sheet), "--yes", *answers], "2024-q3"),
        (["correct", "north-road/2024-q2", "--reason", "A name was wrong."], "2024-q2-correction-1"),
        (["import", str(book), "--yes", "--dry-run", "--answer", "notes=yes"], "Nothing was written"),
        (["diff"], "2024-q3"),
    ):
        done = run_as_there(*arguments, "--data", str(data))
        assert done.returncode == 0, (arguments, done.stdout, done.stderr)
        assert said in done.stdout + done.stderr, (arguments, done.stdout, done.stderr)
    for written in (data / "returns").rglob("*.csv"):
        assert b"\r" not in written.read_bytes(), written


def test_a_site_is_built_and_built_again(small: Path, tmp_path: Path) -> None:
    """Without an exchange of names, without bringing a folder to the disk at once, and with the other lock."""
    for address in ("https://example.org/one/", "https://example.org/two/"):
        done = run_as_there("build", "--data", str(small), "--out", str(tmp_path / "site"), "--base-url", address)
        assert done.returncode == 0, done.stderr
        assert "locked by msvcrt" in done.stderr
    assert (tmp_path / "site" / "index.html").is_file()
    assert [path.name for path in (tmp_path / ".site.socialvalue").iterdir()] == ["lock"]


def test_a_link_is_refused_by_other_means(small: Path, tmp_path: Path) -> None:
    """Where the system opens a link without asking, the file that was opened must be the one that lies there."""
    data = tmp_path / "data"
    system.shutil.copytree(small, data)
    lines = data / "returns/road-fund/north-road/2024-q2/lines.csv"
    lines.rename(tmp_path / "lines.csv")
    lines.symlink_to(tmp_path / "lines.csv")
    found = run_as_there("check", "--data", str(data))
    assert found.returncode == 1
    assert "[link]" in found.stdout or "link" in found.stdout
    assert "2024-q2/lines.csv" in found.stdout


@pytest.mark.parametrize("flag", [True, False])
def test_no_link_is_opened_with_or_without_the_flag(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, flag: bool
) -> None:
    """Neither a link to a file nor a link to nowhere; a plain file is."""
    if not flag:
        monkeypatch.setattr(system, "_NO_LINK", 0)
    plain, link, nowhere = tmp_path / "plain", tmp_path / "link", tmp_path / "nowhere"
    plain.write_text("text")
    link.symlink_to(plain)
    nowhere.symlink_to(tmp_path / "not-there")
    for path in (link, nowhere):
        with pytest.raises(OSError, match=r"link|No such file"):
            system.open_plain(path)
    handle = system.open_plain(plain)
    assert os.read(handle, 10) == b"text"
    os.close(handle)


def test_a_junction_is_a_link_and_a_file_kept_in_a_cloud_is_none() -> None:
    """Both are reparse points of Windows; only the one leads elsewhere."""

    class Found:
        st_mode = 0o040755

        def __init__(self, tag: int) -> None:
            self.st_reparse_tag = tag

    assert system._is_link(Found(0xA0000003))  # type: ignore[arg-type]
    assert system._is_link(Found(0xA000000C))  # type: ignore[arg-type]
    assert not system._is_link(Found(0x9000001A))  # type: ignore[arg-type]
