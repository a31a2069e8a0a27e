"""Know a site that stands already as what a build would make again: everything that goes in, and every file of it."""

import json
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from socialvalue import kept, system
from socialvalue.arguments import OWN
from socialvalue.carried import carried
from socialvalue.checksums import COMPILED, content, libraries

CARRIED = ("schemas", "docs", "mkdocs.yml")
"""What the program carries and a site is made of, besides its code."""
PROGRAM = Path(__file__).parent


def inputs(data: Path, *said: str) -> str:
    """A checksum of everything that a build depends on; empty where it can't be read, or a link leads out of it.

    That is each file of the data and of the authority's own pages; what was `said` on the command line; the program,
    what it carries, Python and every library; and the day, by which the check judges. A file that gets another
    name changes it too.
    """
    found = sha256()
    root = system.resolved(data)
    folders = [root, *(root.parent / name for name in OWN), *map(carried, CARRIED)]
    try:
        for fact in (*said, str(data), sys.version, datetime.now(UTC).date().isoformat(), *libraries()):
            found.update(f"{len(fact)} {fact}\n".encode())
        for folder in folders:
            found.update(content(folder, links=False))
        found.update(content(PROGRAM, links=False, without=COMPILED))
    except OSError:
        return ""
    return found.hexdigest()


def standing(key: str, out: Path) -> list[str] | None:
    """What was said of the site at `out`, if it is still, file for file, what a build of these inputs made.

    None where it is anything else, where nobody knows, or where nothing is kept.
    """
    held = kept.kept_before(_name(out)) if key else None
    if held is None:
        return None
    record = json.loads(held)
    if record["key"] != key:
        return None
    try:
        now = content(out).hex()
    except OSError:
        return None
    return list(record["said"]) if record["site"] == now else None


def remember(key: str, out: Path, said: Sequence[str]) -> None:
    """Keep what a build of these inputs made at `out`, and what was said of it."""
    if key:
        record = {"key": key, "site": content(out).hex(), "said": list(said)}
        kept.keep(_name(out), json.dumps(record).encode())


def _name(out: Path) -> str:
    return f"site at {system.resolved(out)}"
