"""Write the whole repository: its data folder, the files of `files/` with its place and names in them, and the pin."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from socialvalue import system
from socialvalue.beginning.data_folder import write_tables
from socialvalue.beginning.example import ANNOUNCEMENT, write_example
from socialvalue.beginning.wanted import Wanted, trouble
from socialvalue.carried import carried
from socialvalue.drafting import laid_out
from socialvalue.errors import BrokenRepository
from socialvalue.pinning import Pin, put
from socialvalue.records import Checked

FILES = Path(__file__).parent / "files"
"""A template for each file, at its place: dot-github is .github there. `[[ … ]]` is filled in, all else stands."""
OURS = (".github/workflows/comment.yml", ".github/scripts/comment.py")
"""Files that are the same in every repository, and that the program carries from its own."""
GITHUB, FORGEJO = Path(".github"), Path(".forgejo")
ON_FORGEJO_TOO = ("ISSUE_TEMPLATE", "pull_request_template.md")
"""Forms that both forges read alike: whoever deletes one folder keeps those of the other."""
DOT = "dot-"
GIT = ".git"


def begin(checked: Checked, data: Path, framework: str, folder: Path, wanted: Wanted, pinned: Pin) -> Path:
    """Write the repository of an authority at `folder`, new or holding nothing but .git; return it.

    Measures and national tables come from `framework` of the repository `checked` at `data`.

    Raises:
        BrokenRepository: something is there already, the place has no letter or digit to name a framework by, or
            another answer is not what its setting takes.
    """
    for setting in ("place", "publisher", "contact", "repository", "base_url"):
        if why := trouble(setting, getattr(wanted, setting)):
            raise BrokenRepository(f"--{setting.replace('_', '-')} is {getattr(wanted, setting)!a}: {why}.")
    if not folder.exists():
        with laid_out(folder, folder):
            _write(checked, data, data / "frameworks" / framework, folder, (wanted, pinned))
        return folder
    if not folder.is_dir() or {path.name for path in folder.iterdir()} - {GIT}:
        raise BrokenRepository(f"{folder} is already there. Give a folder that is not, or one that holds nothing.")
    with TemporaryDirectory(dir=folder, prefix=".beginning-") as beside:
        whole = Path(beside) / "whole"
        with laid_out(whole, whole):
            _write(checked, data, data / "frameworks" / framework, whole, (wanted, pinned))
        for path in whole.iterdir():
            shutil.move(path, folder / path.name)
    return folder


def _write(checked: Checked, data: Path, framework: Path, folder: Path, said: tuple[Wanted, Pin]) -> None:
    wanted, pinned = said
    model = write_tables(checked, data, framework, folder / "data", wanted)
    if wanted.example:
        write_example(checked, folder / "data", wanted)
    for path, text in (
        *_filled(checked, wanted, model),
        *((Path(name), carried(name).read_text("utf-8")) for name in OURS),
    ):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        system.write_whole(folder / path, text.encode())
    put(pinned, folder)


def _filled(checked: Checked, wanted: Wanted, model: str) -> Iterator[tuple[Path, str]]:
    """Each file by its path in the repository, filled in."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    env = Environment(  # noqa: S701  the files are no pages: text, TOML and YAML
        loader=FileSystemLoader(FILES),
        variable_start_string="[[",
        variable_end_string="]]",
        block_start_string="[%",
        block_end_string="%]",
        comment_start_string="[##",
        comment_end_string="##]",
        keep_trailing_newline=True,
        trim_blocks=True,
        undefined=StrictUndefined,
    )
    env.filters["toml"] = lambda text: json.dumps(text, ensure_ascii=False)
    settings = checked.settings
    announcement = ANNOUNCEMENT if wanted.example else ""
    for path in sorted(FILES.rglob("*")):
        if path.is_file():
            template = path.relative_to(FILES)
            text = env.get_template(template.as_posix()).render(
                wanted=wanted, model=model, settings=settings, announcement=announcement
            )
            own = Path(*(f".{part.removeprefix(DOT)}" if part.startswith(DOT) else part for part in template.parts))
            yield own, text
            if own.is_relative_to(GITHUB) and own.relative_to(GITHUB).parts[0] in ON_FORGEJO_TOO:
                yield FORGEJO / own.relative_to(GITHUB), text
