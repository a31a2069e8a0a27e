"""What mkdocs drew is drawn anew where anything that it is drawn from has changed, and only there."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from socialvalue.carried import carried
from socialvalue.kept import VARIABLE
from socialvalue.publish.frame import mkdocs_frame
from socialvalue.publish.frame.kept_drawing import Drawing, kept_drawing
from socialvalue.publish.frame.mkdocs_frame import build_frame, stamp
from socialvalue.publish.page import PageText
from socialvalue.publish.words.language import current, speaking, translated

DRAWN = {"index.html": "a £ sign".encode(), "image.png": bytes(range(256))}, ["one", "two"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that a frame is drawn from, with nothing kept yet."""
    monkeypatch.setenv(VARIABLE, str(tmp_path / "kept"))
    place = tmp_path / "docs"
    place.mkdir()
    (place / "page.md").write_text("# Page\n")
    return place


@pytest.fixture
def draws(folder: Path) -> Callable[..., bool]:
    """Whether it is drawn anew, where it is asked for again with these folders and these words."""

    def anew(*folders: Path, said: str = "title") -> bool:
        times = []

        def draw() -> Drawing:
            times.append(1)
            return DRAWN

        assert kept_drawing(draw, [folder, *folders], said) == DRAWN
        return bool(times)

    assert anew()
    assert not anew()
    return anew


def test_a_page_that_changed_is_drawn_anew(folder: Path, draws: Callable[..., bool]) -> None:
    """A page with other words, another page, another title, a folder beside: each draws anew, and is then known."""
    (folder / "page.md").write_text("# Pane\n")
    assert draws()
    (folder / "more.md").write_text("")
    assert draws()
    assert draws(said="another title")
    beside = folder.with_name("theme")
    assert draws(beside)
    assert not draws(beside)
    beside.mkdir()
    (beside / "own.css").write_text("a {}")
    assert draws(beside)
    assert not draws(beside)


def test_another_language_draws_anew(draws: Callable[..., bool]) -> None:
    """Also the same language with another translation, or with words of an authority's own."""
    text = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\nmsgid "Skip to content"\nmsgstr "%s"\n'
    for language in (translated("cy", text % "Neidio"), translated("cy", text % "Symud")):
        with speaking(language):
            assert draws()
            assert not draws()
    with speaking(replace(current(), own=(("return", "claim"),))):
        assert draws()
    assert not draws()


def test_what_a_link_leads_to_is_not_trusted(folder: Path, draws: Callable[..., bool]) -> None:
    """Nobody can tell what is read by way of a link: each build draws."""
    (folder / "linked.md").symlink_to(folder / "page.md")
    assert draws()
    assert draws()


def test_a_kept_frame_shows_the_version_of_today(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """mkdocs draws once for two versions of the data; words of an authority that look like the gap stay words."""
    drawn, times = mkdocs_frame.drawn, []
    monkeypatch.setattr(mkdocs_frame, "drawn", lambda *given: times.append(1) or drawn(*given))
    root = carried("mkdocs.yml").parent
    for version in ("2026-01.aaaaaaaa", "2026-02.<&>"):
        frame = build_frame(root, title="%%ov-version%%", place="", description="", version=version)
        shown = version.replace("<&>", "&lt;&amp;&gt;")
        pages = (stamp(frame, PageText("projects/a.html", "A", "", "")), frame.files["about.html"])
        for page in map(bytes.decode, pages):
            assert f"Data, version {shown}." in page
            assert "%%ov-version%%" in page
            assert page.count(shown) == 1
    assert len(times) == 1
