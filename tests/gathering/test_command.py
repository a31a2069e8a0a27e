"""socialvalue gather: pin first, then gather; exit codes; one site, whole, with nothing that runs."""

import hashlib
import json
import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from gathering.packages import Rows, changed, described, listed, write
from socialvalue.cli import main

HOSTILE = '"><script>alert(1)</script>'


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["gather", *map(str, arguments)])


def test_pinning_shows_each_checksum_and_writes_it_once(north: Path, south: Path) -> None:
    """What has one keeps it, and is said to differ; --repin takes it. Comments stay."""
    path = listed(north.parent / "sites.toml", {"north": north, "south": south}, {"north": "", "south": "0" * 64})
    path.write_text("# ours\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    said = run(path, "--pin")
    now = hashlib.sha256((north / "datapackage.json").read_bytes()).hexdigest()
    assert said.exit_code == 0
    assert f"pinned    north  sha256:{now}" in said.output
    assert f"pinned {'0' * 64}" in said.output
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# ours\n")
    assert text.count("0" * 64) == 1
    assert run(path, "--repin", "south").exit_code == 0
    assert "0" * 64 not in path.read_text(encoding="utf-8")
    assert run(path, "--pin").output.endswith("Nothing was written.\n")
    assert run(path, "--repin", "west").exit_code == 2


@pytest.fixture(scope="module")
def site(files: Mapping[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of one authority with hostile names, of one that agrees with it, and of one that is left out."""
    folder = tmp_path_factory.mktemp("gathered")
    north, south, west = (write(files, folder / name) for name in ("north", "south", "west"))

    def hostile(rows: Rows) -> None:
        for row in rows:
            row["name"] = HOSTILE

    for table in ("measures", "areas", "organisations"):
        changed(north, table, hostile)
    changed(north, "organisations", lambda rows: rows[1].update(name="=cmd|' /C calc'!A0", identifier="01234567"))
    described(north, lambda package: package.update(title=HOSTILE, homepage="javascript:alert(1)"))
    path = listed(folder / "sites.toml", {"north": north, "south": south, "west": west}, {"west": "0" * 64})
    path.write_text(path.read_text(encoding="utf-8").replace('"North"', f"'North{HOSTILE}'"), encoding="utf-8")
    said = run(path, "--out", folder / "out")
    assert said.exit_code == 1, said.output
    assert "left out: West (west)" in said.output
    assert "2 of 3 authorities" in said.output
    return folder / "out"


def test_the_site_says_who_publishes_and_who_was_left_out(site: Path) -> None:
    """On its front page; who is left out has no page and no file."""
    front = (site / "index.html").read_text(encoding="utf-8")
    assert "authorities/south.html" in front
    assert 'id="left-out"' in front
    assert "Some of these data are invented" in front
    assert not (site / "authorities/west.html").exists()
    assert not list(site.glob("parquet/*/authority=west"))


def test_nothing_that_a_package_holds_runs(site: Path) -> None:
    """Names are text on every page; formulas are guarded; no link leads to a script."""
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert "<script>alert" not in text, page
        assert "javascript:" not in text, page
    assert "'=cmd" in (site / "data/organisations.csv").read_text(encoding="utf-8")


def test_every_link_leads_somewhere(site: Path) -> None:
    """Pages, files and anchors of the site itself."""
    broken = []
    for page in site.rglob("*.html"):
        for address in re.findall(r'(?:href|src)="([^"#]*)(?:#[^"]*)?"', page.read_text(encoding="utf-8")):
            if address and "://" not in address and not address.startswith(("data:", "mailto:", "/")):
                target = (page.parent / address).resolve()
                if not target.exists():
                    broken.append((page.name, address))
    assert broken == []


def test_joint_figures_are_there_beside_each_authority_s_own(site: Path) -> None:
    """Two authorities that agree; the table names both and the page says how many."""
    assert "2 authorities together" in (site / "totals.html").read_text(encoding="utf-8")
    joint = json.loads((site / "data/joint-totals.json").read_text(encoding="utf-8"))
    assert {row["authorities"] for row in joint} == {"2"}


def test_the_package_describes_every_file(site: Path) -> None:
    """Each resource is there, with its columns, bytes and checksum; and frictionless reads it."""
    from frictionless import Package

    package = Package(str(site / "datapackage.json"))
    tables = [resource for resource in package.resources if resource.format == "csv"]
    assert len(tables) == 10
    for resource in tables:
        report = resource.validate()
        assert report.valid, report.flatten(["rowNumber", "fieldName", "note"])
    descriptor = json.loads((site / "datapackage.json").read_text(encoding="utf-8"))
    for resource in descriptor["resources"]:
        paths = resource["path"] if isinstance(resource["path"], list) else [resource["path"]]
        assert all((site / path).is_file() for path in paths)


def test_nobody_left_leaves_the_old_site(site: Path, north: Path) -> None:
    """Exit code 2, nothing written, and it is said."""
    path = listed(north.parent / "sites.toml", {"north": north}, {"north": "0" * 64})
    before = (site / "index.html").read_bytes()
    said = run(path, "--out", site)
    assert said.exit_code == 2
    assert "Nothing was written" in said.output
    assert (site / "index.html").read_bytes() == before
