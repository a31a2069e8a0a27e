"""What the documents tell people to type is there and works."""

import json
import re
import shlex
from dataclasses import fields
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from socialvalue.carried import carried
from socialvalue.cli import main
from socialvalue.records import Settings

ROOT = Path(__file__).resolve().parents[1]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
COMMAND = re.compile(r"(?:^\$ (?:\.venv/bin/)?|`)(socialvalue [^`\n]+)", re.MULTILINE)
TARGET = re.compile(r"(?:^\$ |`)make ([a-z]+)", re.MULTILINE)
LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)")


def said(pattern: re.Pattern[str]) -> list[tuple[str, str]]:
    """Each different match in the documents, with the document that says it."""
    found = {match[1].strip(): page.name for page in PAGES for match in pattern.finditer(page.read_text("utf-8"))}
    return sorted((page, text) for text, page in found.items())


@pytest.mark.parametrize(("page", "line"), said(COMMAND))
def test_each_command_in_the_documents_exists(page: str, line: str) -> None:
    """The command and every option that a document names are known to the program."""
    words = [word.strip("[]…") for word in shlex.split(line.split("  #", maxsplit=1)[0])[1:]]
    command = main.commands[words[0]]
    known = {option for parameter in command.params for option in parameter.opts} | {"--help"}
    assert {word.partition("=")[0] for word in words if word.startswith("--")} <= known


@pytest.mark.parametrize(("page", "target"), said(TARGET))
def test_each_make_target_in_the_documents_exists(page: str, target: str) -> None:
    """The Makefile has what the documents tell people to make."""
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_each_link_to_a_file_of_the_repository_leads_somewhere(page: Path) -> None:
    """No document points to a file that is not there."""
    links = LINK.findall(page.read_text("utf-8"))
    missing = [link for link in links if not link.endswith(".html") and not (page.parent / link).exists()]
    assert missing == []


def test_each_setting_is_explained() -> None:
    """docs/settings.md has a row for every setting of the program, and for no other."""
    explained = re.findall(r"^\| `(\w+)` \|", (ROOT / "docs/settings.md").read_text("utf-8"), re.MULTILINE)
    assert explained == [field.name for field in fields(Settings)]


def test_each_file_that_developers_are_sent_to_is_there() -> None:
    """The steps from a row to a page name files as they lie in the program."""
    page = (ROOT / "docs/developing/README.md").read_text("utf-8")
    named = {name for name in re.findall(r"`((?:load|check|value|publish|records)/[\w./]*)`", page) if "<" not in name}
    assert len(named) > 20
    assert [name for name in sorted(named) if not (ROOT / "build/socialvalue" / name).exists()] == []


@pytest.mark.parametrize("name", sorted(main.commands))
def test_each_command_teaches(name: str) -> None:
    """--help of a command says what it does and explains each of its options."""
    shown = CliRunner().invoke(main, [name, "--help"])
    assert shown.exit_code == 0
    assert len(shown.output.split()) > 15
    options = [p for p in main.commands[name].params if isinstance(p, click.Option)]
    assert all(option.help for option in options)


def test_the_words_that_columns_take_are_those_of_the_schemas() -> None:
    """Whoever fills in the first tables finds them on the page, in the same order, and none is missing."""
    page = (carried("docs") / "your-own-site.md").read_text(encoding="utf-8")
    rows = re.findall(r'<tr><th scope="row">([a-z-]+)\.csv, <code>(\w+)</code></th><td>([^<]+)</td></tr>', page)
    told = {(table, column): words.split("; ") for table, column, words in rows}
    assert {table for table, _ in told} >= {"areas", "organisations", "sources", "projects", "targets", "reporting"}
    for table in {table for table, _ in told}:
        (path,) = carried("schemas").glob(f"re*/{table}.json")
        for field in json.loads(path.read_text(encoding="utf-8"))["fields"]:
            assert told.get((table, field["name"])) == field.get("constraints", {}).get("enum"), (table, field["name"])


def test_each_page_is_sorted_by_what_its_reader_wants() -> None:
    """The tutorial ends with every other page once: to do one thing, to look something up, to understand why."""
    docs = carried("docs")
    end = (docs / "your-own-site.md").read_text(encoding="utf-8").partition("{ #next }")[2]
    assert re.findall(r"^\*\*(.*)\*\*$", end, re.MULTILINE) == [
        "To do one thing",
        "To look something up",
        "To understand why",
    ]
    named = re.findall(r"\(([a-z-]+)\.html\)", end)
    assert sorted({page.stem for page in docs.glob("*.md")} - {"your-own-site"}) == sorted({*named} - {"data"})
    assert len(named) == len({*named})
