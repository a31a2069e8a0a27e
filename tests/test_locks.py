"""The locked requirements hold all that is asked for, extras too, and nothing that nobody asks for."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import NamedTuple

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
LOCKS = ("site", "gather", "dev", "bench", "scale", "lock")
INSTALLED = ("site", "gather", "dev")
"""The locks whose packages are installed where tests run, so that what they ask for can be read."""
INPUTS = {
    "site": ("pyproject.toml", "build.in"),
    "gather": ("pyproject.toml", "gather", "build.in"),
    "dev": ("pyproject.toml", "gather", "build.in", "dev.in"),
    "bench": ("bench.in",),
    "scale": ("scale.in",),
    "lock": ("lock.in",),
}
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")


class Pin(NamedTuple):
    """One package of a lock: its requirement as written, its hashes, and whether this Python takes it."""

    wanted: Requirement
    hashes: int

    @property
    def applies(self) -> bool:
        return self.wanted.marker is None or self.wanted.marker.evaluate()


def entries(lock: str) -> Iterator[str]:
    """The entries of a lock, without its comments, each in one line."""
    text = (ROOT / f"requirements/{lock}.txt").read_text(encoding="utf-8")
    kept = "\n".join(line for line in text.splitlines() if not line.lstrip().startswith("#"))
    yield from filter(None, kept.replace("\\\n", " ").splitlines())


def every_pin(lock: str) -> list[Pin]:
    """All the pins of a lock, those for other Pythons and systems too."""
    return [Pin(Requirement(entry.partition("--hash")[0]), len(HASH.findall(entry))) for entry in entries(lock)]


def pins(lock: str) -> dict[str, Pin]:
    """The pins that this Python takes, by name."""
    return {canonicalize_name(pin.wanted.name): pin for pin in every_pin(lock) if pin.applies}


def version(pin: Pin) -> str:
    [only] = pin.wanted.specifier
    return only.version


def inputs(lock: str) -> list[Requirement]:
    """What people wrote that a lock is worked out from."""
    found: list[str] = []
    for name in INPUTS[lock]:
        if name == "pyproject.toml":
            project = tomllib.loads((ROOT / name).read_text(encoding="utf-8"))
            found += [*project["project"]["dependencies"], *project["build-system"]["requires"]]
        elif not name.endswith(".in"):
            project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
            found += project["project"]["optional-dependencies"][name]
        else:
            lines = (ROOT / "requirements" / name).read_text(encoding="utf-8").splitlines()
            found += [line for line in lines if line and not line.startswith("#")]
    return [Requirement(each) for each in found]


def asked(name: str, extras: set[str]) -> Iterator[Requirement]:
    """What an installed package asks for, with these extras of it, on this Python and system."""
    for text in distribution(name).requires or []:
        wanted = Requirement(text)
        if wanted.marker is None or any(wanted.marker.evaluate({"extra": extra}) for extra in ("", *extras)):
            yield wanted


def unmet(wanted: Requirement, locked: Mapping[str, Pin]) -> bool:
    """Whether pip, told to take nothing without a hash, would stop at this requirement.

    An old pip looks for the pinned line that names each extra, and stops where there is none.
    """
    pin = locked.get(canonicalize_name(wanted.name))
    return (
        pin is None
        or not wanted.specifier.contains(version(pin), prereleases=True)
        or not wanted.extras <= pin.wanted.extras
    )


def reached(lock: str) -> tuple[set[str], list[str]]:
    """Follow all that is asked for, from the inputs on: the packages met, and what no pin meets."""
    locked = pins(lock)
    left = [("the inputs", wanted) for wanted in inputs(lock)]
    met: dict[str, set[str]] = {}
    missing = []
    while left:
        by, wanted = left.pop()
        name = canonicalize_name(wanted.name)
        if unmet(wanted, locked):
            missing.append(f"{wanted}, which {by} asks for")
        elif name not in met or not wanted.extras <= met[name]:
            met[name] = met.get(name, set()) | wanted.extras
            left += [(name, each) for each in asked(name, met[name])]
    return set(met), missing


@pytest.mark.parametrize("lock", LOCKS)
def test_each_line_is_one_version_with_its_hashes(lock: str) -> None:
    """`==` and nothing looser; at least one hash; no other option, so no host either."""
    for entry in entries(lock):
        assert re.fullmatch(rf"[\w.-]+(\[[\w,.-]+\])?==[\w.!+]+ *(;[^;]+?)? *({HASH.pattern} *)+", entry), entry[:120]
    assert "://" not in (ROOT / f"requirements/{lock}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_matches_what_it_is_worked_out_from(lock: str) -> None:
    """After a change to pyproject.toml or requirements/*.in, `make lock` has to be run."""
    locked = pins(lock)
    assert [str(wanted) for wanted in inputs(lock) if unmet(wanted, locked)] == [], "run make lock"


@pytest.mark.parametrize("lock", INSTALLED)
def test_whatever_a_locked_package_asks_for_is_locked(lock: str) -> None:
    """With its extras: else pip takes the newest release for them, or stops. And nothing stays that nobody asks for."""
    met, missing = reached(lock)
    assert missing == []
    assert sorted(pins(lock).keys() - met) == [], "nobody asks for these: run make lock"


@pytest.mark.parametrize("lock", INSTALLED)
def test_what_is_installed_here_is_what_is_locked(lock: str) -> None:
    """Else the tests would speak about other versions than those that people get."""
    found = {}
    for name in pins(lock):
        try:
            found[name] = distribution(name).version
        except PackageNotFoundError:
            found[name] = "nothing"
    assert found == {name: version(pin) for name, pin in pins(lock).items()}, "run make setup"


def test_the_tests_run_with_the_versions_that_the_site_is_built_with() -> None:
    """Every pin of the site's lock is one of the tests' lock."""
    assert {(str(pin.wanted), pin.hashes) for pin in every_pin("site")} <= {
        (str(pin.wanted), pin.hashes) for pin in every_pin("dev")
    }


@pytest.mark.parametrize(
    ("text", "stops"),
    [
        ("coverage>=7.10.6", False),
        ("coverage[toml]>=7.10.6", False),
        ("coverage[nothing]>=7.10.6", True),
        ("coverage>=99", True),
        ("no-such-package", True),
        ("hatchling", False),
        ("hatchling>=99", True),
    ],
)
def test_a_requirement_that_no_line_meets_is_seen(text: str, stops: bool) -> None:
    """An extra that is not in the pinned line counts as missing, a version out of range too."""
    assert unmet(Requirement(text), pins("dev")) is stops
