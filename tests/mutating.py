"""Change one thing in a folder at random: a byte, a line, a file, a name."""

import random
from pathlib import Path

from socialvalue.checksums import COMPILED


def mutated(folder: Path, chance: random.Random) -> str:
    """Change one thing somewhere below `folder`, and say what: not what Python keeps compiled, which is no input."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and COMPILED not in path.parts)
    path = chance.choice(files)
    name = path.relative_to(folder).as_posix()
    content = path.read_bytes()
    lines = content.splitlines(keepends=True)
    how = chance.choice(("byte", "digit", "line", "doubled", "gone", "renamed", "added", "empty", "swapped"))
    if how == "byte" and content:
        place = chance.randrange(len(content))
        path.write_bytes(content[:place] + bytes([content[place] ^ 1 << chance.randrange(7)]) + content[place + 1 :])
    elif how == "digit" and any(48 <= byte < 57 for byte in content):
        place = chance.choice([place for place, byte in enumerate(content) if 48 <= byte < 57])
        path.write_bytes(content[:place] + bytes([content[place] + 1]) + content[place + 1 :])
    elif how in ("line", "doubled") and lines:
        place = chance.randrange(len(lines))
        path.write_bytes(
            b"".join([*lines[:place], *lines[place : place + 1] * (2 * (how == "doubled")), *lines[place + 1 :]])
        )
    elif how == "gone":
        path.unlink()
    elif how == "renamed":
        path.rename(path.with_name(f"x{path.name}"))
    elif how == "swapped" and content != (other := chance.choice(files)).read_bytes():
        path.write_bytes(other.read_bytes())
        other.write_bytes(content)
    else:
        how = "added"
        path.with_name(f"{path.stem}-{chance.randrange(1000)}{path.suffix}").write_bytes(
            b"" if how == "empty" else content
        )
    return f"{how}: {name}"
