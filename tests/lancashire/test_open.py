"""What other authorities begin with: our framework without what is ours, as it is today."""

from pathlib import Path

from lancashire.write_open import OPEN, main


def test_it_is_what_ours_gives_today(tmp_path: Path) -> None:
    """After a change of our framework, of its words elsewhere or of the national tables: make open."""
    main(tmp_path / "open")
    ours, theirs = (
        {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        for folder in (tmp_path / "open", OPEN)
    )
    assert ours == theirs
