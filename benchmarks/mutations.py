"""Change any one input of a generated repository at random, build again, and hold the site to a clean build.

Usage: mutations.py [TIMES [FIRST]]. Without a number: 200 times, from the change with the number 0 on. The first build
uses what was kept and finds the site before, the second keeps nothing and is into a folder of its own. Every file of
both must be the same; so must what is said, and how it ends. Then the first is built again, of which nothing changed.
"""

import os
import random
import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from click.testing import CliRunner
from make_scale import write

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from mutating import mutated
from socialvalue.cli import main
from socialvalue.kept import VARIABLE

TIMES = 200
LEFT = "Nothing has changed since it was built: every file of it was looked at.\n"


def built(data: Path, out: Path, cache: str) -> tuple[int, str]:
    """Build; how it ended, and what it said."""
    os.environ[VARIABLE] = cache
    done = CliRunner().invoke(main, ["build", "--data", str(data), "--out", str(out)])
    return done.exit_code, done.stdout.replace(LEFT, "").replace(str(out), "OUT")


def files(out: Path) -> dict[str, bytes]:
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}


def run(times: int, first: int) -> None:
    """Go through so many changes, each of a sound repository; the site that stands is that of the one before."""
    refused = 0
    with TemporaryDirectory() as name:
        folder = Path(name)
        sound, data, out, clean = (folder / each for each in ("sound", "repository/data", "site", "clean"))
        write(3, 9, sound)
        for number in range(first, first + times):
            shutil.rmtree(data, ignore_errors=True)
            shutil.copytree(sound, data)
            said = mutated(data, random.Random(number))
            again, anew = built(data, out, str(folder / "kept")), built(data, clean, "")
            assert again == anew, (number, said, again, anew)
            assert built(data, out, str(folder / "kept")) == anew, (number, said)
            if again[0] == 0:
                assert files(out) == files(clean), (number, said)
            refused += again[0] != 0
            print(f"{number + 1:4} same{' (refused)' if again[0] else ''}  {said}", flush=True)
    print(f"{times} changes, 0 differences; {refused} of them were refused by both builds.")


if __name__ == "__main__":
    run(int(sys.argv[1]) if len(sys.argv) > 1 else TIMES, int(sys.argv[2]) if len(sys.argv) > 2 else 0)
