"""Who stands behind an address or in a folder: nobody takes the place of another authority unasked, or counts twice."""

import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from gathering.packages import described, listed
from gathering.test_command import run
from socialvalue.errors import BrokenRepository
from socialvalue.gathering.sites import read_sites
from socialvalue.records.gathered import Gathered

Gather = Callable[[Path], Gathered]


def digest(folder: Path) -> str:
    return hashlib.sha256((folder / "datapackage.json").read_bytes()).hexdigest()


def test_another_authority_in_a_folder_is_taken_only_when_told(north: Path, south: Path) -> None:
    """The name of the package is written when it is pinned; --repin takes a new state, --another a new authority."""
    path = listed(north.parent / "sites.toml", {"north": north, "south": south}, {"north": "", "south": ""})
    assert "  called south" in run(path, "--pin").output
    pinned = path.read_text("utf-8")
    assert 'package = "south"' in pinned
    described(south, lambda package: package.update(title="Another title of its own"))
    assert run(path, "--repin", "south").exit_code == 0
    pinned = path.read_text("utf-8")
    described(south, lambda package: package.update(name="kent"))
    for asked in (["--pin"], ["--repin", "south"]):
        said = run(path, *asked)
        assert said.exit_code == 1
        assert "left      south: Its package is called kent, and was called south when it was pinned." in said.output
        assert "If that is meant: --another south" in said.output
        assert path.read_text("utf-8") == pinned
    assert run(path, "--another", "south").exit_code == 0
    assert 'package = "kent"' in path.read_text("utf-8")
    assert digest(south) in path.read_text("utf-8")


def test_a_checksum_of_another_authority_is_not_enough(north: Path, south: Path, gather: Gather) -> None:
    """As where somebody put another address and its checksum into an entry, and left what it was called."""
    path = listed(north.parent / "sites.toml", {"north": north, "south": south}, {"south": ""})
    run(path, "--pin")
    described(south, lambda package: package.update(name="kent"))
    text = path.read_text("utf-8")
    was = text.rpartition('sha256 = "')[2][:64]
    path.write_text(text.replace(was, digest(south)), "utf-8")
    (left,) = gather(path).left_out
    assert (left.authority, left.why) == ("south", "other-package")


def test_a_list_pinned_before_names_were_kept_learns_them(north: Path) -> None:
    """--pin writes the name beside the checksum that is there."""
    path = listed(north.parent / "sites.toml", {"north": north})
    assert "package" not in path.read_text("utf-8")
    assert run(path, "--pin").exit_code == 0
    assert 'package = "north"' in path.read_text("utf-8")
    assert run(path, "--pin").output.endswith("Nothing was written.\n")


@pytest.mark.parametrize("what", ["name", "homepage"])
def test_the_package_of_another_is_left_out(north: Path, south: Path, gather: Gather, what: str) -> None:
    """Another state of it, under another id, would be counted twice. A homepage of its own is none of another."""
    for folder in (north, south):
        described(folder, lambda package: package.update(homepage=f"https://{package['name']}.example.org/"))
    path = north.parent / "sites.toml"
    assert gather(listed(path, {"north": north, "south": south})).left_out == ()
    taken = {"name": "north", "homepage": "https://north.example.org/"}[what]
    described(south, lambda package: package.update({what: taken}))
    (left,) = gather(listed(path, {"north": north, "south": south})).left_out
    assert (left.authority, left.why, left.facts["name"], left.facts["what"]) == (
        *("south", "same-package", "North"),
        taken,
    )


def test_no_two_of_a_list_are_one(north: Path, south: Path) -> None:
    """One name, folder, checksum or package; however it is written."""
    path = north.parent / "sites.toml"
    good = listed(path, {"north": north, "south": south}).read_text("utf-8")
    copy = Path(shutil.copytree(north, north.parent / "copy"))
    for bad, said in (
        (good.replace('"South"', '"NORTH"'), "have the name North"),
        (good.replace(south.as_posix(), f"{north.as_posix()}/../north"), "have the folder"),
        (listed(path, {"north": north, "copy": copy}).read_text("utf-8"), "have the sha256"),
        (good.replace("sha256", 'package = "kent"\nsha256'), "have the package kent"),
    ):
        path.write_text(bad, "utf-8")
        with pytest.raises(BrokenRepository, match=said):
            read_sites(path)


def test_two_of_one_package_are_not_pinned(north: Path, south: Path) -> None:
    """Said where the checksums are shown, not first where the site is made; the first of them is pinned."""
    described(south, lambda package: package.update(name="north"))
    path = listed(north.parent / "sites.toml", {"north": north, "south": south}, {"north": "", "south": ""})
    done = run(path, "--pin")
    assert done.exit_code == 1
    assert "left      south: Its package is that of North, too: both name north." in done.output
    assert path.read_text("utf-8").count("sha256 = ") == 1
