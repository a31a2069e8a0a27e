"""The lines of each area, measure, theme, organisation, year, programme and project as plain files: CSV and JSON."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from socialvalue.publish.downloads.published_tables import table_of
from socialvalue.publish.downloads.release import package_of_members
from socialvalue.publish.formats.json_text import said
from socialvalue.publish.site import Row, Site
from socialvalue.publish.story.families import family_of
from socialvalue.publish.story.member_folders import FOLDERS, folder_of

PACKAGED = ("programme", "project")
"""Those whose CSV files are part of a data package already."""


def member_lines(site: Site) -> Iterator[tuple[str, bytes]]:
    """Every such file with its path. Each line is written once, and joined to the others of its member."""
    table = table_of(site, "lines")
    columns = [str(name) for name in table.cells.columns]
    types = {field["name"]: field["type"] for field in table.schema["fields"]}
    as_json = _objects(columns, table.cells.to_numpy().tolist(), types)
    for dimension, below in FOLDERS.items():
        apart: dict[str, bytes] = {}
        for member, mine in _places(site, dimension).items():
            folder = folder_of(site, dimension, member)
            if dimension not in PACKAGED:
                apart[folder.split("/")[-2]] = table.part(mine)
            yield f"{folder}lines.json", b"[\n" + b",\n".join([as_json[place] for place in mine]) + b"\n]\n"
        for name, content in apart.items():
            yield f"data/{below}/{name}/lines.csv", content
        if apart:
            yield from package_of_members(site, f"data/{below}/", "lines", apart, site.settings.title).items()


def _places(site: Site, dimension: str) -> dict[str, list[int]]:
    """The places of each member's lines among all lines."""
    places: dict[str, list[int]] = {}
    for place, line in enumerate(site.lines()):
        family = family_of(site, line) if dimension == "family" else None
        cells: Row = line
        member = family.id if family else cells.get("place" if dimension == "area" else dimension)
        if member:
            places.setdefault(member, []).append(place)
    return places


def _objects(columns: Sequence[str], rows: Sequence[Sequence[str]], types: Mapping[str, str]) -> list[bytes]:
    """Each row as a JSON object of its cells that are not empty. A number keeps its digits; it is never a float."""
    names = [said(name) for name in columns]
    writers: list[Callable[[str], str]] = [WRITERS.get(types[name], said) for name in columns]
    return [
        ("{" + ",".join([f"{n}:{w(c)}" for n, w, c in zip(names, writers, row, strict=True) if c != ""]) + "}").encode()
        for row in rows
    ]


WRITERS: Mapping[str, Callable[[str], str]] = {
    "number": str,
    "integer": str,
    "boolean": lambda cell: "true" if cell == "yes" else "false",
}
