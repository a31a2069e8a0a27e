"""The words of the frame in the language of the site: those of our theme, and those of mkdocs-material."""

import shutil
from importlib.resources import files
from pathlib import Path
from typing import Any

from socialvalue.publish.words.language import OWN, _, current

TRANSLATED = "locale"
"""The folder of docs/ that holds pages in other languages, each in a folder by the name of its language."""


def speak(config: Any) -> None:
    """Set the words in mkdocs' configuration. Our templates say theirs with the same `_` as everywhere."""
    config["extra"] |= {"_": _, "language": current().tag}
    config.theme["language"] = _of_material()
    config["mdx_configs"]["toc"]["permalink_title"] = _("Link to this section")


def copy_pages(source: Path, docs: Path) -> None:
    """Copy the hand-written pages: each in the language of the site, or in English where nobody translated it."""
    shutil.copytree(source, docs, ignore=shutil.ignore_patterns(TRANSLATED), dirs_exist_ok=True)
    translated = source / TRANSLATED / str(current().locale)
    if translated.is_dir():
        shutil.copytree(translated, docs, dirs_exist_ok=True)


def _of_material() -> str:
    """The name of mkdocs-material's own words for this language; English where it has none."""
    known = files("material").joinpath("templates/partials/languages")
    names = (current().tag, current().locale.language)
    return next((name for name in names if known.joinpath(f"{name}.html").is_file()), OWN)
