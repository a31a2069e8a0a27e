"""How commands end where the disk is full, nobody listens, or the terminal is old: in words, with an exit code."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from socialvalue.kept import VARIABLE

COMMANDS = {
    "help": ["--help"],
    "check": ["check"],
    "check as json": ["check", "--format", "json"],
    "check as html": ["check", "--format", "html"],
    "value": ["value"],
    "explain": ["explain", "north-road/2024-q2"],
    "sources": ["sources"],
}


def run_in_shell(line: str, arguments: list[str], **environment: str) -> "subprocess.CompletedProcess[bytes]":
    """Run the program by a line of the shell, in which "$@" is the program with its arguments."""
    # -B: a limit on the size of files would cut short what Python keeps of each module, for all who run it later
    command = ["sh", "-c", line, "sh", sys.executable, "-B", "-m", "socialvalue.cli", *arguments]
    return subprocess.run(command, capture_output=True, check=False, timeout=120, env=os.environ | environment)


def anew(tmp_path: Path) -> dict[str, str]:
    """A cache of its own: what other tests left there, as the frame, would not be drawn again."""
    return {VARIABLE: str(tmp_path / "kept")}


def of(command: str, data: Path) -> list[str]:
    """The arguments of a command, about this data."""
    words = COMMANDS[command]
    return words if command == "help" else [*words, "--data", str(data)]


@pytest.mark.parametrize("command", COMMANDS)
def test_a_full_disk_behind_the_output_is_said(command: str, small: Path) -> None:
    """`> /dev/full`: one sentence, exit code 2, no traceback, not even at the last breath."""
    done = run_in_shell('"$@" > /dev/full', of(command, small))
    assert done.returncode == 2
    assert done.stderr.decode().splitlines()[-1] == (
        "socialvalue: The output could not be written: No space left on device."
    )
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ('"$@" > /dev/full 2> /dev/full', 2),
        ('"$@" >&-', 0),
        ('"$@" 2>&-', 0),
        ('"$@" >&- 2>&- <&-', 0),
    ],
)
def test_a_program_that_nobody_hears_still_ends_in_order(line: str, code: int, small: Path) -> None:
    """Without output, or without errors, the exit code is what says how it went."""
    done = run_in_shell(line, of("check", small))
    assert done.returncode == code
    assert b"Traceback" not in done.stdout + done.stderr


def test_whoever_reads_only_the_first_line_hears_no_complaint(small: Path) -> None:
    """`| head -1` closes the pipe; that is no fault."""
    done = run_in_shell('"$@" | head -1', of("check as json", small))
    assert done.stderr == b""
    assert done.stdout.strip() == b"{"


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_what_is_written_to_a_file_is_utf_8_on_every_system(encoding: str, small: Path) -> None:
    """A report that says that it is UTF-8 is, where the system's own files are in another encoding too."""
    plain = run_in_shell('"$@"', of("value", small))
    done = run_in_shell('"$@"', of("value", small), PYTHONIOENCODING=encoding, LC_ALL="C", PYTHONUTF8="0")
    assert done.returncode == 0
    assert done.stdout == plain.stdout
    assert "£" in done.stdout.decode("utf-8")


@pytest.mark.parametrize(
    ("limit", "words"), [(0, "No usable"), (1, "too large"), (20, "too large"), (200, "too large")]
)
def test_a_build_without_room_in_the_temporary_folder_is_said(
    limit: int, words: str, small: Path, tmp_path: Path
) -> None:
    """`ulimit -f`: the frame, or the site, cannot be written; one sentence says where, and nothing is left."""
    (tmp_path / "tmp").mkdir()
    arguments = ["build", "--data", str(small), "--out", str(tmp_path / "site")]
    done = run_in_shell(f'ulimit -f {limit}; "$@"', arguments, TMPDIR=str(tmp_path / "tmp"), **anew(tmp_path))
    said = done.stderr.decode()
    assert done.returncode == 2, said
    assert "Traceback" not in said
    assert words in said.splitlines()[-1]
    assert list((tmp_path / "tmp").iterdir()) == []
    assert not (tmp_path / "site").exists()


def test_a_folder_that_cannot_be_written_is_said(small: Path, tmp_path: Path) -> None:
    """`new` and `init` on a full disk leave no half a folder, and say so."""
    import shutil

    data = tmp_path / "data"
    shutil.copytree(small, data)
    for arguments in (["new", "north-road", "2024-q4"], ["init", str(tmp_path / "kent"), "Kent"]):
        done = run_in_shell('ulimit -f 0; "$@"', [*arguments, "--data", str(data)])
        assert done.returncode == 2, done.stderr
        assert "could not be written: File too large." in done.stderr.decode()
    assert not (data / "returns/road-fund/north-road/2024-q4").exists()
    assert not (tmp_path / "kent").exists()
