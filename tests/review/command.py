"""The command that compares, as a reviewer runs it."""

from pathlib import Path

from click.testing import CliRunner

from socialvalue.cli import main


def diff(data: Path, *words: str) -> str:
    """What the command says; it ends with 0 whatever differs."""
    found = CliRunner().invoke(main, ["diff", "--data", str(data), *words])
    assert found.exit_code == 0, found.output
    return found.stdout
