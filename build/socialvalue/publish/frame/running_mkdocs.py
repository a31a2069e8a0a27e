"""Run mkdocs in a temporary folder, on the hand-written pages and one empty page for each depth of folder."""

import logging
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from socialvalue import system
from socialvalue.errors import BrokenRepository
from socialvalue.publish.words.frame_language import copy_pages, speak

DEEPEST = 3
THEME = Path(__file__).parents[1] / "theme"
"""Our templates, styles and scripts, over those of mkdocs-material."""
OWN_STYLE = "own"
"""The stylesheet of an authority, in theme/assets/ beside its data."""
SHELL = "_shell"
# What mkdocs writes and no page of ours asks for: source maps, its scripts, its own dated sitemap, and the palettes
# that our tokens replace.
_UNWANTED = re.compile(r"\.map$|^assets/javascripts/|^sitemap\.xml|^assets/stylesheets/palette\.|/favicon\.png$")


def drawn(
    root: Path, pages: Path, own: Sequence[Path], given: dict[str, str], said: dict[str, Any]
) -> tuple[dict[str, bytes], list[str]]:
    """Every file that mkdocs writes, by its path, and the names of our stylesheets. It works in a temporary folder."""
    with system.temporary_folder("socialvalue-frame-") as folder:
        docs, site = folder / "docs", folder / "site"
        _lay_out(pages, own, docs)
        places = {"docs_dir": str(docs), "site_dir": str(site)}
        styles = _run_mkdocs(root / "mkdocs.yml", {**given, **places}, said, own)
        files = {
            path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file()
        }
    return {path: content for path, content in files.items() if not _UNWANTED.search(path)}, styles


def _lay_out(source: Path, own: Sequence[Path], docs: Path) -> None:
    """Copy the hand-written pages and put a page beside them for each depth of folder, to become a shell."""
    if not source.is_dir():
        raise BrokenRepository(f"There is no folder {source}. It holds the site's hand-written pages.")
    copy_pages(source, docs)
    for pages in filter(Path.is_dir, (folder / "docs" for folder in own)):
        copy_pages(pages, docs)
    for depth in range(DEEPEST + 1):
        page = docs / shell_path(depth, ".md")
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text("---\ntitle: Shell\nshell: true\n---\n", encoding="utf-8")


def shell_path(depth: int, suffix: str) -> str:
    return "/".join([SHELL] * (depth + 1)) + suffix


def _run_mkdocs(config_file: Path, given: dict[str, str], extra: dict[str, Any], own: Sequence[Path]) -> list[str]:
    """Run mkdocs without its chatter. Return the names of our stylesheets, in order; an authority's own comes last."""
    from jinja2 import TemplateError
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.exceptions import MkDocsException

    if not config_file.is_file():
        raise BrokenRepository(f"There is no {config_file}. It says how the site's frame is drawn.")
    with logged_troubles() as said:
        try:
            config = load_config(config_file=str(config_file), **given)
            config["extra"] |= extra
            speak(config)
            styles = list(config["extra"].get("styles", []))
            config.theme.dirs.insert(0, str(THEME))
            for theme in filter(Path.is_dir, (folder / "theme" for folder in own)):
                config.theme.dirs.insert(0, str(theme))
                styles += [OWN_STYLE] if (theme / f"assets/{OWN_STYLE}.css").is_file() else []
            build(config)
        except (MkDocsException, TemplateError) as failure:
            said.append(str(failure))
    if said:
        raise BrokenRepository("The site's frame could not be drawn. mkdocs says: " + " ".join(said))
    return styles


@contextmanager
def logged_troubles() -> Iterator[list[str]]:
    """Collect what mkdocs logs as a warning or worse, and keep all it logs from the terminal."""
    said: list[str] = []

    class Collector(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            said.append(" ".join(record.getMessage().split()))

    logger, collector = logging.getLogger("mkdocs"), Collector(logging.WARNING)
    level, spread = logger.level, logger.propagate
    logger.addHandler(collector)
    logger.setLevel(logging.WARNING)
    logger.propagate = False
    try:
        yield said
    finally:
        logger.removeHandler(collector)
        logger.setLevel(level)
        logger.propagate = spread
