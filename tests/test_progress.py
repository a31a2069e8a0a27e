"""How far a long build is, for whoever looks on."""

import io

import pytest

from socialvalue import progress


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


def told(screen: io.StringIO, monkeypatch: pytest.MonkeyPatch, shown: bool = True) -> str:
    monkeypatch.setattr("sys.stderr", screen)
    monkeypatch.setattr(progress, "REDRAWN", 0)
    with progress.progress(shown) as step:
        step("drawing the pages")
        step.advance(1_000, 4_000)
        step.advance(5_000, 4_000)
        step("writing")
    return screen.getvalue()


def test_a_bar_grows_and_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    """A quarter is a quarter of the bar; more pages than were reckoned with fill it; the next step takes it away."""
    said = told(Screen(), monkeypatch)
    assert f"\r  [{'#' * 10}{'-' * 30}] 1,000 of about 4,000" in said
    assert f"\r  [{'#' * 40}] 5,000 of about 4,000" in said
    assert said.endswith("\r\033[Kwriting ...\n")


def test_a_file_gets_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is kept, as the log of a server, has its steps alone; and a quiet command nothing."""
    assert told(io.StringIO(), monkeypatch) == "drawing the pages ...\nwriting ...\n"
    assert told(Screen(), monkeypatch, shown=False) == ""
