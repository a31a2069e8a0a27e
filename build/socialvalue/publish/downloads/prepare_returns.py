"""What the page "Prepare a return" needs to correct or withdraw a return that is published: a small file for each.

A correction holds every cell of what it replaces. So one is offered only where the site shows all of a return: hidden
numbers, and words that are left out beside them, would be lost without a word.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from socialvalue.domain.corrections import corrected, next_folder, withdrawn
from socialvalue.publish.site import Row, Site
from socialvalue.publish.words.figures import decimal

HIDDEN = "c"
IN_PRIVATE = {
    *("$schema", "name", "title", "version", "licenses", "project", "period", "framework", "edition", "basis"),
    *("received_on", "compiled_on", "attestations", "supersedes", "reason", "withdraws", "resources", "submitted_by"),
}
"""What the site tells of a descriptor anyway, where its repository is private."""


def returns(site: Site) -> Iterator[tuple[str, Row]]:
    """Each return that stands, as project/period, and what its file holds."""
    veiled = _veiled(site)
    for row in site.rows("returns"):
        if not row["superseded_by"]:
            yield row["owner"], _return(site, row, row["owner"] in veiled)


def _return(site: Site, row: Row, veiled: bool) -> Row:
    descriptor = site.valuation.checked.descriptors[row["owner"]]
    shown = _shown(descriptor, site.settings.public)
    lines = sorted(site.lines("return_id", row["owner"]), key=lambda line: line["row"])
    evidence = site.rows("evidence", "owner", row["owner"])
    lost = shown != descriptor or any(document["note"] and not site.settings.public for document in evidence)
    replaced = (shown, row["project"], row["period"], "", "")
    found = {
        "version": row["version"],
        "correct": {"folder": next_folder(row["period"]), "descriptor": corrected(*replaced)},
        "withdraw": {"folder": next_folder(row["period"], "withdrawal"), "descriptor": withdrawn(*replaced)},
    }
    if veiled or lost:
        return found
    return found | {"lines": _texts(site, "lines", lines), "evidence": _texts(site, "evidence", evidence)}


def _shown(descriptor: Mapping[str, Any], public: bool) -> Mapping[str, Any]:
    """What may be told of a descriptor: all of it, where the repository is there for everybody to read."""
    if public:
        return descriptor
    found = {name: value for name, value in descriptor.items() if name in IN_PRIVATE}
    return found | {"submitted_by": {"organisation": descriptor["submitted_by"]["organisation"]}}


def _veiled(site: Site) -> set[str]:
    """The returns of which the site hides a number, or may leave words out because of a number that it hides."""
    series = ("project", "framework", "measure")
    hidden = {tuple(line[name] for name in series) for line in site.rows("lines") if line["marker"] == HIDDEN}
    return {line["return_id"] for line in site.rows("lines") if tuple(line[name] for name in series) in hidden}


def _texts(site: Site, table: str, rows: Sequence[Row]) -> list[dict[str, str]]:
    """The cells that are filled in, as they stand in a file."""
    fields = site.valuation.checked.schemas[table]["fields"]
    types = {field["name"]: field["type"] for field in fields}
    return [
        {name: _text(row[name], kind) for name, kind in types.items() if row[name] is not None and row[name] != ""}
        for row in rows
    ]


def _text(cell: Any, kind: str) -> str:
    return decimal(int(cell)) if kind == "number" else str(cell)
