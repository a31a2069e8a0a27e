"""Write the folders of returns that a file gives."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from socialvalue.domain.corrections import ATTESTATIONS, raised
from socialvalue.drafting import PACKAGE, laid_out, laid_out_anew, write_descriptor, write_table
from socialvalue.intake.packages import CORRECTED, Package
from socialvalue.intake.register import Register


def sender_of(package: Package, heads: Mapping[str, str], register: Register) -> str:
    """Who sends a return: whom the file names, who did it by the register, or the project's promoter; or the answer."""
    known = register.contractors(package.project)
    named = {entry.fields.get("organisation", "") for entry in package.entries} - {""}
    promoter = str(register.projects[package.project].promoter)
    return heads.get("organisation") or (named.pop() if len(named) == 1 else "") or promoter or (
        known[0][0] if known else heads.get("sender", ""))  # fmt: skip


def descriptor_of(
    package: Package, heads: Mapping[str, str], reason: str, today: str, register: Register
) -> dict[str, Any]:
    """The datapackage.json of a return."""
    project = register.projects[package.project]
    standing = package.standing.descriptor if package.standing else {}
    sender: dict[str, str] = {"organisation": sender_of(package, heads, register)}
    if heads.get("mailbox"):
        sender["mailbox"] = heads["mailbox"]
    version = str(standing.get("version", "1.0.0"))
    corrects = package.state == CORRECTED and package.standing is not None
    found = {
        "$schema": PACKAGE,
        "name": f"{package.project}-{package.period}",
        "title": f"{project.name}, {package.span.words}{', corrected' if corrects else ''}",
        "version": raised(version) if corrects else version,
        "project": package.project,
        "period": {"start": package.span.start.isoformat(), "end": package.span.end.isoformat()},
        "framework": standing.get("framework") or register.framework(package.project),
        "edition": standing.get("edition") or register.edition(package.project),
        "basis": "submitted",
        "submitted_by": sender,
        "received_on": today,
        "attestations": {name: heads.get(name) == "yes" for name in ATTESTATIONS},
        "resources": [{"name": name, "path": f"{name}.csv"} for name in ("lines", "evidence")],
    }
    if corrects and package.standing:
        found |= {"supersedes": package.standing.folder.name, "reason": reason}
    return found


def write_package(
    package: Package, descriptor: Mapping[str, Any], data: Path, register: Register, aside: bool = False
) -> Path:
    """Write one return below data/returns/; return its folder. A draft that stood there is written again whole.

    `aside` says that it goes somewhere else than where the others stand, so that nothing is replaced.
    """
    programme = str(register.projects[package.project].programme)
    folder = data / "returns" / programme / package.project / package.period
    if not aside and package.standing is not None and folder.name == package.standing.folder.name:
        folder = package.standing.folder
        with laid_out_anew(folder, data) as new:
            _fill(new, package, descriptor, register)
        return folder
    with laid_out(folder, data):
        _fill(folder, package, descriptor, register)
    return folder


def _fill(folder: Path, package: Package, descriptor: Mapping[str, Any], register: Register) -> None:
    write_descriptor(folder, descriptor)
    write_table(folder, register.checked, "lines", package.lines)
    write_table(folder, register.checked, "evidence", package.evidence)
