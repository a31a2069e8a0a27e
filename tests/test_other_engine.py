"""The frame is drawn by an engine that can be changed: another one gives the same site, byte for byte."""

import subprocess
import sys
from pathlib import Path

BUILD = """
import sys
if sys.argv[1] == "properdocs":
    import properdocs.replacement  # from here on every import of mkdocs is one of properdocs
from socialvalue.cli import main
from mkdocs import config
print(config.__name__)
main(["build", "--data", sys.argv[2], "--out", sys.argv[3]])
"""


def built(engine: str, data: Path, out: Path) -> dict[str, bytes]:
    """The whole site with this engine, by path."""
    found = subprocess.run(
        [sys.executable, "-c", BUILD, engine, str(data), str(out)], capture_output=True, text=True, check=False
    )
    assert found.returncode == 0, found.stderr
    assert found.stdout.startswith(f"{engine}.config"), "the engine that drew the frame"
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}


def test_properdocs_draws_the_same_site_as_mkdocs(small: Path, tmp_path: Path) -> None:
    """When mkdocs is no longer kept, the continuation of its 1.x takes its place and no page changes."""
    ours, theirs = (built(engine, small, tmp_path / engine) for engine in ("mkdocs", "properdocs"))
    assert ours.keys() == theirs.keys()
    assert [path for path, content in ours.items() if theirs[path] != content] == []
