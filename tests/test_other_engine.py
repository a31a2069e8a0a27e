"""The frame is drawn by an engine that can be changed: another one gives the same site, byte for byte."""

import os
import subprocess
import sys
from pathlib import Path

from socialvalue.kept import VARIABLE

BUILD = """
import sys
if sys.argv[1] == "properdocs":
    import properdocs.replacement  # from here on every import of mkdocs is one of properdocs
from mkdocs.commands import build

draw = build.build

def shown(*settings, **more):
    print("drawn by", draw.__module__)
    return draw(*settings, **more)

build.build = shown
from socialvalue.cli import main
main(["build", "--data", sys.argv[2], "--out", sys.argv[3]])
"""


def built(engine: str, data: Path, out: Path) -> dict[str, bytes]:
    """The whole site with this engine, by path. Nothing is kept: neither may show what the other one drew."""
    command = [sys.executable, "-c", BUILD, engine, str(data), str(out)]
    found = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, VARIABLE: ""})
    assert found.returncode == 0, found.stderr
    assert f"drawn by {engine}.commands.build\n" in found.stdout, "the engine that drew the frame"
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}


def test_properdocs_draws_the_same_site_as_mkdocs(small: Path, tmp_path: Path) -> None:
    """When mkdocs is no longer kept, the continuation of its 1.x takes its place and no page changes."""
    ours, theirs = (built(engine, small, tmp_path / engine) for engine in ("mkdocs", "properdocs"))
    assert ours.keys() == theirs.keys()
    assert [path for path, content in ours.items() if theirs[path] != content] == []
