"""Small data packages to gather: a built site, copied and changed, with its manifest made right again."""

import csv
import hashlib
import io
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

Rows = list[dict[str, str]]


def write(files: Mapping[str, bytes], folder: Path) -> Path:
    """Lay down what gathering reads of a site: its manifest and its tables. The package is called as the folder."""
    manifest = json.loads(files["datapackage.json"])
    for path in ["datapackage.json", *(resource["path"] for resource in manifest["resources"])]:
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(files[path])
    described(folder, lambda package: package.update(name=folder.name))
    return folder


def described(folder: Path, change: Callable[[dict[str, Any]], None] = lambda package: None) -> str:
    """Change the manifest, with each file's checksum as the file is now; give the checksum of the manifest."""
    path = folder / "datapackage.json"
    package = json.loads(path.read_text(encoding="utf-8"))
    for resource in package["resources"]:
        content = (folder / resource["path"]).read_bytes()
        resource["bytes"], resource["hash"] = len(content), f"sha256:{hashlib.sha256(content).hexdigest()}"
    change(package)
    path.write_text(json.dumps(package), encoding="utf-8")
    return hashlib.sha256(path.read_bytes()).hexdigest()


def changed(folder: Path, table: str, change: Callable[[Rows], Rows | None]) -> str:
    """Change the rows of a table, and make the manifest right again."""
    path = folder / f"data/{table}.csv"
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"))))
    header = path.read_text(encoding="utf-8").split("\n", 1)[0].strip().split(",")
    left = change(rows)
    written = io.StringIO()
    writer = csv.DictWriter(written, header, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows if left is None else left)
    path.write_text(written.getvalue(), encoding="utf-8")
    return described(folder)


def listed(path: Path, folders: Mapping[str, Path], pins: Mapping[str, str] | None = None) -> Path:
    """Write a list of authorities: their folders, and the checksums of their manifests as they are now."""
    lines = ['title = "Side by side"']
    for name, folder in folders.items():
        now = hashlib.sha256((folder / "datapackage.json").read_bytes()).hexdigest()
        checksum = (pins or {}).get(name, now)
        lines += ["", "[[authority]]", f'id = "{name}"', f'name = "{name.title()}"', f'folder = "{folder.as_posix()}"']
        lines += [f'sha256 = "{checksum}"'] if checksum else []
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path
