"""A local git repository with the invented data: what officers, reviewers and the forge do in it."""

import csv
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner

from socialvalue.cli import main

SITES = 40


@dataclass(frozen=True)
class Repository:
    """Its folder; the data lies in data/."""

    folder: Path

    @property
    def data(self) -> Path:
        """Where the data lies."""
        return self.folder / "data"

    def git(self, *words: str) -> str:
        """Run git in it; give what it said."""
        named = ("-c", "user.name=x", "-c", "user.email=x@example.org")
        done = subprocess.run(["git", "-C", self.folder, *named, *words], check=True, capture_output=True, text=True)
        return done.stdout

    def run(self, *words: str, code: int = 0) -> str:
        """Run socialvalue on it, see that it ends with `code`; give what it said."""
        done = CliRunner().invoke(main, [words[0], "--data", str(self.data), *words[1:]])
        assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
        assert done.exit_code == code, done.output
        return done.stderr if code == 2 else done.stdout

    def proposed(self, branch: str) -> str:
        """Commit what was written to a branch of its own; give the first line that its reviewer reads."""
        self.git("switch", "-q", "-c", branch)
        self.git("add", "-A")
        self.git("commit", "-q", "-m", branch)
        return self.run("diff", "main").splitlines()[0]

    def merged(self, branch: str) -> None:
        """Merge it, as the forge does."""
        self.git("switch", "-q", "main")
        self.git("merge", "-q", "--no-ff", "-m", f"Merge {branch}", branch)


def begun(small: Path, folder: Path) -> Repository:
    """The small invented repository with forty more sites in its register, published on main."""
    data = Path(shutil.copytree(small, folder / "data"))
    shutil.rmtree(data / "returns/road-fund/north-road/2024-q2")
    register = data / "register/projects.csv"
    with register.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    sites = [{**rows[0], "project": f"site-{n:02}", "name": f"Site {n:02} (invented)"} for n in range(SITES)]
    with register.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows([*rows, *sites])
    return published(folder)


def published(folder: Path) -> Repository:
    """A repository whose main branch holds what lies in the folder."""
    found = Repository(folder)
    found.git("init", "-q", "-b", "main")
    found.git("add", "-A")
    found.git("commit", "-q", "-m", "Published")
    return found


def master_rows() -> list[list[str | float | None]]:
    """The rows of one workbook with everybody's figures: project x measure x period."""
    rows: list[list[str | float | None]] = [["Site", "KPI", "Quarter", "Actual", "District"]]
    for site in range(SITES):
        rows.append([f"Site {site:02}", "Apprenticeship weeks", "Q4 2024-25", 14 + site / 2, "Northtown"])
        rows.append([f"Site {site:02}", "Spend with local firms", "Q4 2024-25", f"£{4_000 + site:,}", None])
    return rows
