"""What is kept between builds is right, or made again."""

from pathlib import Path

import pytest

from socialvalue import kept as keeping
from socialvalue.kept import VARIABLE, kept


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to keep things in, for one test."""
    monkeypatch.setenv(VARIABLE, str(tmp_path / "kept"))
    return tmp_path / "kept"


def made(key: str, content: bytes = b"made") -> tuple[bytes, int]:
    """What `kept` answers, and how often it had to be made."""
    times = []

    def make() -> bytes:
        times.append(1)
        return content

    return kept(key, make), len(times)


def test_what_was_made_once_is_found(folder: Path) -> None:
    """The second time, nothing is made; another key is another thing."""
    assert made("one") == (b"made", 1)
    assert made("one", b"never asked for") == (b"made", 0)
    assert made("two", b"other") == (b"other", 1)


@pytest.mark.parametrize("damage", [b"", b"short", b"x" * 200])
def test_a_damaged_file_is_made_again(folder: Path, damage: bytes) -> None:
    """Content is held to its digest before it is trusted."""
    made("one")
    for file in folder.iterdir():
        file.write_bytes(damage)
    assert made("one") == (b"made", 1)
    assert made("one") == (b"made", 0)


def test_a_folder_that_others_can_write_to_is_not_used(folder: Path) -> None:
    """Compiled templates are code: nobody else may put any there."""
    made("one")
    folder.chmod(0o777)
    assert made("one") == (b"made", 1)
    assert made("one") == (b"made", 1)


def test_a_link_is_not_used(folder: Path, tmp_path: Path) -> None:
    """A link may lead to a folder of somebody else."""
    (tmp_path / "elsewhere").mkdir(mode=0o700)
    folder.symlink_to(tmp_path / "elsewhere")
    assert made("one") == (b"made", 1)
    assert not list((tmp_path / "elsewhere").iterdir())


def test_a_build_needs_no_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing can be kept, everything is made each time."""
    (tmp_path / "file").write_text("in the way")
    for value in ("", str(tmp_path / "file"), str(tmp_path / "file" / "below")):
        monkeypatch.setenv(VARIABLE, value)
        assert made("one") == (b"made", 1)
        assert made("one") == (b"made", 1)


def test_what_is_kept_has_a_bound(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The oldest goes first."""
    monkeypatch.setattr(keeping, "MOST_BYTES", 250)
    monkeypatch.setattr(keeping, "TIDIED_AFTER", 0)
    for number in range(5):
        made(f"thing {number}", b"x" * 68)
    assert sum(file.stat().st_size for file in folder.iterdir()) <= 250
    assert made("thing 4") == (b"x" * 68, 0)
