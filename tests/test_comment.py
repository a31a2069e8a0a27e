"""The comment at a pull request: what comes from the check of a stranger's change is text, whatever it says."""

import importlib.util
import io
import json
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest

SCRIPT = Path(__file__).parents[1] / ".github/scripts/comment.py"
SPEC = importlib.util.spec_from_file_location("comment", SCRIPT)
assert SPEC
assert SPEC.loader
comment: Any = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(comment)

OURS = """<!-- socialvalue diff -->
**1 new return&#44; 2 rows&#46;**

| Kind | before |
| --- | --- |
| Economic | &#163;0 |
- [ ] 1 row was removed
- north&#45;road&#47;2024&#45;q2
"""


def test_our_own_tables_lists_and_bold_stay() -> None:
    """What the program writes is read as it was meant; its mark is not doubled."""
    said = comment.made_safe(OURS)
    assert comment.MARK not in said
    bold, table = "**1 new return, 2 rows&#46;&#8288;**", ("| --- | --- |", "| Economic | &#163;0 |")
    assert {bold, *table, "- [ ] 1 row was removed"} <= set(said.splitlines())
    assert comment.made_safe(said) == said, "twice is as once"


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=y>",
        "@everyone",
        "&#64;everyone",
        "#1",
        "[a](https://example.org)",
        "![a](https://example.org/x.png)",
        "https://example.org",
        "www.example.org",
        "GH-1",
        "`code`",
        "&lt;b&gt;",
        "<!-- socialvalue diff --> <b>",
        "a\x1b[31m\u202eb",
        "# heading",
        "> quoted",
        "---",
        "1. one",
        "\\*",
        "~~gone~~",
    ],
)
def test_nothing_that_a_stranger_writes_is_markup(hostile: str) -> None:
    """No tag, link, picture, call, heading; at the beginning of a line, in a table and in a list."""
    for text in (hostile, f"| {hostile} |", f"- {hostile}", f"**{hostile}**", f"- [ ] {hostile}"):
        said = comment.made_safe(text)
        bare = re.sub(r"&#[0-9]+;", "", said)
        assert not re.search(r"[<>@#`\\~!\x00-\x08\x1b\u202e:/.&]", bare), said
        assert "[" not in bare.removeprefix("- [ ] ")
        for letter in "@#.-":
            assert said.count(f"&#{ord(letter)};") == said.count(f"&#{ord(letter)};{comment.JOINER}")


def test_a_commit_is_text() -> None:
    """The forge would link what looks like one, also where its halves are held apart already; a number is none."""
    for written in ("0123abcdef", "0123ab&#8288;cdef", "f" * 40):
        assert not re.search(r"(?<!\w)[0-9a-f]{7,}(?!\w)", comment.made_safe(written)), written
    assert comment.made_safe("1234567") == "1234567"


def test_it_has_room() -> None:
    """However long it is, a forge takes it."""
    assert len(comment.made_safe("<" * 1_000_000)) < 65_000
    assert len(comment.made_safe("£ & < \n" * 100_000)) < 65_000


def package(text: str, name: str = "comment.md") -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(name, text)
    return made.getvalue()


def test_what_was_left_behind_is_read_and_never_unpacked() -> None:
    """So much of one file, wherever its name would lead."""
    assert len(comment.text_in(package("x" * 10_000_000))) == 4 * comment.MOST_LETTERS
    assert comment.text_in(package("x", "../comment.md")) == ""


class Forge:
    """Answers as the forge does, and remembers what was asked."""

    def __init__(self, comments: list[dict[str, Any]], head: str = "abc", size: int = 100) -> None:
        self.comments, self.head, self.size = comments, head, size
        self.written: list[tuple[tuple[str, ...], str]] = []

    def __call__(self, *words: str, body: str = "") -> bytes:
        if body:
            self.written.append((words, json.loads(body)["body"]))
            return b"{}"
        if words[-1].endswith("/zip"):
            return package("<b>hello</b> @bob")
        if words[-1].endswith("/artifacts"):
            return json.dumps({"artifacts": [{"id": 5, "name": "review", "size_in_bytes": self.size}]}).encode()
        if words[-1].endswith("/comments"):
            return json.dumps([self.comments]).encode()
        return json.dumps([{"number": 7, "head": {"sha": self.head}}, {"number": 8, "head": {"sha": "old"}}]).encode()


SAID = {"REPOSITORY": "o/r", "RUN": "12", "HEAD": "abc", "BRANCH": "bob:topic", "SERVER": "https://forge.example"}
BOT = {"login": "github-actions[bot]"}


@pytest.mark.parametrize(
    ("comments", "asked"),
    [
        ([], ("-X", "POST", "repos/o/r/issues/7/comments", "--input", "-")),
        (
            [
                {"id": 1, "user": {"login": "bob"}, "body": comment.MARK},
                {"id": 2, "user": BOT, "body": "Something else"},
                {"id": 3, "user": BOT, "body": f"{comment.MARK} before"},
            ],
            ("-X", "PATCH", "repos/o/r/issues/comments/3", "--input", "-"),
        ),
    ],
)
def test_there_is_one_comment_which_is_edited(
    comments: list[dict[str, Any]], asked: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """At the pull request that the commit belongs to. Nobody else's comment is touched, whatever it begins with."""
    forge = Forge(comments)
    monkeypatch.setattr(comment, "gh", forge)
    assert comment.main(SAID) == 0
    ((words, body),) = forge.written
    assert words == asked
    assert body.startswith(f"{comment.MARK}\n&#60;b&#62;hello")
    assert "[the run](https://forge.example/o/r/actions/runs/12)" in body


@pytest.mark.parametrize("forge", [Forge([], head="newer"), Forge([], size=50_000_000)])
def test_what_has_moved_on_or_is_too_large_says_nothing(forge: Forge, monkeypatch: pytest.MonkeyPatch) -> None:
    """A later run speaks for a later commit."""
    monkeypatch.setattr(comment, "gh", forge)
    assert comment.main(SAID) == 0
    assert forge.written == []
