"""Which version of the program a repository uses: a line of program.txt, and the wheel that it names.

On a package index a version names the program. Before it is there, or without an index, a wheel does: a file kept in
the repository, or an address, each with its checksum, so that what runs is what was looked at.
"""

import hashlib
import json
import re
from dataclasses import dataclass
from importlib.metadata import distribution, version
from pathlib import Path
from urllib.parse import unquote, urlsplit

from packaging.version import Version

from socialvalue import system
from socialvalue.carried import carried
from socialvalue.errors import BrokenRepository

PROGRAM = "program.txt"
"""The file that names the program, beside requirements.txt, which names all that it needs."""
WHEELS = "wheels"
"""The folder for a wheel that is kept in the repository."""
WHEEL = re.compile(r"socialvalue-(?P<version>[0-9][A-Za-z0-9.+_]*)-py3-none-any\.whl", re.ASCII)
VERSION = re.compile(r"[0-9]+(\.[0-9]+)*((a|b|rc|\.dev|\.post)[0-9]+)?", re.ASCII)
SHA256 = re.compile(r"[0-9a-f]{64}", re.ASCII)
HOW = "Give a wheel, the https address of one with #sha256=… at its end, or a version."
LOCKED = "# All that socialvalue {version} needs, each with its checksum. socialvalue upgrade writes it anew.\n"


@dataclass(frozen=True)
class Pin:
    """A line of program.txt, and the wheel to put into the repository, if it names one there."""

    line: str
    wheel: Path | None = None

    @property
    def text(self) -> str:
        """What program.txt says."""
        return f"# The program, in the version that this repository uses. socialvalue upgrade raises it.\n{self.line}\n"


def running() -> str:
    """The version of the program that runs."""
    return version("socialvalue")


def requirements() -> str:
    """What requirements.txt says: the libraries that this version was tried with."""
    return LOCKED.format(version=running()) + carried("requirements/site.txt").read_text(encoding="utf-8")


def pin(given: str = "") -> Pin:
    """How to name the program: by the wheel, the address or the version given, or by what this one came from.

    Raises:
        BrokenRepository: what is given is none of these, or the wheel is of another version than the one that runs.
    """
    if not given:
        return _of_installed() or Pin(f"socialvalue=={running()}")
    if given.startswith(("https://", "http://")):
        return _of_address(given)
    if VERSION.fullmatch(given):
        _refuse_other(given)
        return Pin(f"socialvalue=={given}")
    return _of_file(Path(given))


def refuse_older(folder: Path) -> None:
    """Refuse to go on with a program that is older than the one that program.txt of a repository names.

    Raises:
        BrokenRepository: it is older.
    """
    named = named_in(folder)
    if named and Version(running()) < Version(named):
        raise BrokenRepository(
            f"{folder / PROGRAM} names socialvalue {named}, and {running()} runs, which is older. Nothing was written. "
            f"Install {named} or a newer one and run its upgrade. To go back to {running()}, undo the commit that "
            "brought the newer one: git revert."
        )


def named_in(folder: Path) -> str:
    """The version that program.txt of a repository names; empty where it names none that can be read."""
    path = folder / PROGRAM
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    line = next((line for line in lines if line.strip() and not line.startswith("#")), "")
    found = WHEEL.search(unquote(line)) or re.match(r"socialvalue==(?P<version>\S+)", line)
    return found["version"] if found and VERSION.fullmatch(found["version"]) else ""


def put(pinned: Pin, folder: Path) -> None:
    """Write program.txt, requirements.txt and the wheel into a repository; another wheel of ours there goes."""
    texts = {PROGRAM: pinned.text, "requirements.txt": requirements()}
    files = {folder / name: text.encode() for name, text in texts.items()}
    wheel = pinned.wheel
    if wheel:
        (folder / WHEELS).mkdir(exist_ok=True)
        files[folder / WHEELS / wheel.name] = wheel.read_bytes()
    system.write_all(files)
    if wheel:
        for old in (folder / WHEELS).glob("socialvalue-*.whl"):
            if old.name != wheel.name:
                old.unlink()


def _of_installed() -> Pin | None:
    """What pip noted when it installed this program from a wheel or an address; None where it came from an index."""
    noted = json.loads(distribution("socialvalue").read_text("direct_url.json") or "{}")
    parts = urlsplit(str(noted.get("url", "")))
    if parts.scheme == "file" and WHEEL.fullmatch(Path(unquote(parts.path)).name):
        path = Path(unquote(parts.path))
        return _of_file(path) if path.is_file() else None
    hashes = noted.get("archive_info", {}).get("hashes", {})
    of_wheel = parts.scheme == "https" and WHEEL.fullmatch(Path(unquote(parts.path)).name)  # not a source archive
    return _of_address(f"{noted['url']}#sha256={hashes['sha256']}") if of_wheel and "sha256" in hashes else None


def _of_address(address: str) -> Pin:
    plain, _, said = address.partition("#sha256=")
    named = WHEEL.fullmatch(unquote(urlsplit(plain).path).rpartition("/")[2])
    if not plain.startswith("https://") or not named or not SHA256.fullmatch(said) or re.search(r"\s", plain):
        raise BrokenRepository(f"{address!a} is not the address of a wheel with its checksum. {HOW}")
    _refuse_other(named["version"])
    return Pin(f"socialvalue @ {plain} --hash=sha256:{said}")


def _of_file(path: Path) -> Pin:
    named = WHEEL.fullmatch(path.name)
    if not named or not path.is_file():
        raise BrokenRepository(f"{str(path)!a} is no wheel of socialvalue. {HOW}")
    _refuse_other(named["version"])
    try:
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise BrokenRepository(f"{path} could not be read: {system.reason(error)}.") from error
    return Pin(f"./{WHEELS}/{path.name} --hash=sha256:{digest}", path)


def _refuse_other(given: str) -> None:
    """Refuse another version than the one that runs: the data were written, or migrated, for this one."""
    if given != running():
        raise BrokenRepository(
            f"That is socialvalue {given}, and {running()} runs. Install {given} first, then run this again with it."
        )
