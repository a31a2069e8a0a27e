"""The pictures of the structure show the imports that the code has."""

from xml.etree import ElementTree

import grimp
import pytest

from structure import ROOT, drawn, layers, straight, used

FOLDER = ROOT / "docs/developing"
PICTURES = {
    "structure.svg": (
        "socialvalue",
        "What uses what in the program",
        "An arrow leads to what is imported; what goes by way of another box has none, nor have the two lowest rows.",
        2,
    ),
    "structure-publish.svg": (
        "socialvalue.publish",
        "What uses what in the publishing room",
        "An arrow leads to what is imported; what goes by way of another box has none.",
        0,
    ),
}


@pytest.mark.parametrize("name", PICTURES)
def test_the_picture_is_that_of_the_code(name: str, request: pytest.FixtureRequest) -> None:
    """It is drawn from the imports; `--update-golden` draws it anew."""
    picture = drawn(*PICTURES[name])
    if request.config.getoption("--update-golden"):
        (FOLDER / name).write_text(picture, encoding="utf-8")
    assert (FOLDER / name).read_text(encoding="utf-8") == picture
    assert f"]({name})" in (FOLDER / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("container", [each[0] for each in PICTURES.values()])
def test_every_box_has_a_place_and_every_arrow_leads_down(container: str) -> None:
    """Whatever lies in a package is in the picture, and nothing needs what is above it."""
    down = {name: at for at, row in enumerate(layers(container)) for name in row}
    folder = ROOT.joinpath("build", *container.split("."))
    there = {path.stem for path in folder.glob("*.py")} | {path.parent.name for path in folder.glob("*/__init__.py")}
    assert set(down) == there - {"__init__"}
    edges = used(container, list(down))
    assert all(down[name] < down[other] for name, of in edges.items() for other in of)
    assert sum(map(len, straight(edges).values())) < sum(map(len, edges.values()))


def test_what_is_reached_by_way_of_another_has_no_arrow() -> None:
    """a uses b and c, b uses c."""
    assert straight({"a": {"b", "c"}, "b": {"c"}, "c": set()}) == {"a": {"b"}, "b": {"c"}, "c": set()}


@pytest.mark.parametrize("name", PICTURES)
def test_the_picture_is_read_in_light_and_in_dark(name: str) -> None:
    """It brings its own paper, for both; each box is named, and the whole has a title."""
    root = ElementTree.fromstring((FOLDER / name).read_text(encoding="utf-8"))
    space = "{http://www.w3.org/2000/svg}"
    style = root.findtext(f"{space}style") or ""
    dark = style.partition("prefers-color-scheme: dark")[2]
    assert all(style.count(f"{colour}:") == 2 and f"{colour}:" in dark for colour in ("--paper", "--ink", "--box"))
    said = {each.text for each in root.iter(f"{space}text")}
    assert said >= {name for row in layers(PICTURES[name][0]) for name in row}
    assert root.findtext(f"{space}title")


def test_the_facts_below_the_rooms_are_those_that_more_than_one_needs() -> None:
    """What one room alone asks for lies in that room; what serves another fact lies beside it."""
    graph = grimp.build_graph("socialvalue")
    alone = {}
    for module in graph.find_children("socialvalue.domain"):
        users = {user.split(".")[1] for user in graph.find_modules_that_directly_import(module)}
        if len(users) == 1 and users != {"domain"}:
            alone[module] = users
    assert alone == {}
