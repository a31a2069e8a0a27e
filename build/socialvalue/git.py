"""Ask git what was published before: names and contents of an earlier commit. Nothing is checked out, nothing run."""

import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

SECONDS = 30
PUBLISHED = ("origin/HEAD", "origin/main", "origin/master", "main", "master")
"""The branches that may hold what is published, the likeliest first."""


class NoHistory(Exception):
    """There is nothing to compare with; the text says why, in a sentence for the report."""


@dataclass(frozen=True)
class Base:
    """The commit that a data folder is compared with, and what people call it."""

    commit: str
    name: str
    data: Path

    @cached_property
    def touched(self) -> list[str]:
        """The files below the data folder that differ from the commit: also those that it doesn't have. Git is asked
        once, for it looks at every file.

        Raises:
            NoHistory: git could not compare them.
        """
        unknown = _asked(self.data, "ls-files", "-z", "--others", "--exclude-standard", "--", ".")
        if unknown is None:
            raise NoHistory("git could not compare the files")
        return sorted({*_differing(self.data, self), *_names(unknown)})


def base_of(data: Path, since: str = "") -> Base:
    """The commit that the data folder is compared with: where it left `since`, or else the published branch.

    Raises:
        NoHistory: there is no git, no repository, or no such commit in it, or git ignores the folder.
    """
    if _asked(data, "rev-parse", "--is-inside-work-tree") is None:
        raise NoHistory("this folder is not in a git repository that can be read here")
    for name in (since,) if since else PUBLISHED:
        # --end-of-options: a name that begins with - is a name, not an option
        tip = _asked(data, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
        if tip is None:
            continue
        left = _asked(data, "merge-base", "HEAD", _text(tip))
        if left is None:
            raise NoHistory(f"git does not know where this left {name} (is the history cut short?)")
        base = Base(_text(left), name.removesuffix("/HEAD"), data)
        if _asked(data, "check-ignore", "--quiet", "--", ".") is not None and not names_below(data, base, ["."]):
            raise NoHistory("git ignores this folder, and never had it")
        return base
    raise NoHistory(f"git knows no commit called {since}" if since else "git knows no branch that is published")


def checked_out(data: Path, base: Base) -> bool:
    """Whether the commit is the one that is checked out: then nothing that was committed can differ from it."""
    head = _asked(data, "rev-parse", "--verify", "--quiet", "HEAD^{commit}")
    return head is not None and _text(head) == base.commit


def _differing(data: Path, base: Base) -> list[str]:
    """The files below the data folder that differ from the commit: changed, deleted, of another type, added."""
    how = ("--name-only", "-z", "--no-renames", "--no-ext-diff", "--diff-filter=AMDT", "--relative")
    found = _asked(data, "diff", *how, base.commit, "--", ".")
    if found is None:
        raise NoHistory("git could not compare the files")
    return _names(found)


def _names(found: bytes) -> list[str]:
    return [name for name in _text(found).split("\0") if name]


def names_below(data: Path, base: Base, names: Sequence[str]) -> list[str]:
    """The paths of the files that the commit has under these names below the data folder."""
    listed = _asked(data, "ls-tree", "-r", "-z", "--name-only", base.commit, "--", *names)
    if listed is None:
        raise NoHistory("git could not list the files")
    return _names(listed)


def files_below(data: Path, base: Base, names: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """Each plain file that the commit has under these names below the data folder: its path and its content."""
    if not names:
        return
    listed = _asked(data, "ls-tree", "-r", "-z", base.commit, "--", *names)
    if listed is None:
        raise NoHistory("git could not list the files")
    entries = [entry.partition("\t") for entry in _text(listed).split("\0") if entry]
    plain = [(about.split()[2], path) for about, _, path in entries if about.startswith("100")]
    contents = _contents(data, [blob for blob, _ in plain])
    yield from zip((path for _, path in plain), contents, strict=True)


def _contents(data: Path, blobs: Sequence[str]) -> Iterator[bytes]:
    """The contents of blobs, all asked of one process."""
    found = _asked(data, "cat-file", "--batch", given="".join(f"{blob}\n" for blob in blobs).encode())
    if found is None:
        raise NoHistory("git could not read the files")
    at = 0
    for _ in blobs:
        end = found.index(b"\n", at)
        size = int(found[at:end].split()[2])
        yield found[end + 1 : end + 1 + size]
        at = end + 1 + size + 1


def _text(found: bytes) -> str:
    return found.decode("utf-8", "surrogateescape").removesuffix("\n")


def _asked(data: Path, *words: str, given: bytes = b"") -> bytes | None:
    """What git answers in the data folder; None where it can't, or there is no git."""
    try:
        done = subprocess.run(  # noqa: S603 - git itself; names of files and commits come after -- or end of options
            ["git", "-C", str(data), *words],  # noqa: S607
            input=given,
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return None if done.returncode else done.stdout
