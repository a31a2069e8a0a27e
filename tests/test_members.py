"""A folder is a list."""

import re
from pathlib import Path

import click
import pytest

import socialvalue
import socialvalue.check.reports
import socialvalue.check.rules
import socialvalue.publish.charts
import socialvalue.publish.exports
import socialvalue.publish.many.pages
import socialvalue.publish.pages
from socialvalue.cli import check
from socialvalue.members import members

ROOMS = [
    (socialvalue.check.rules, "RULE"),
    (socialvalue.check.reports, "REPORT"),
    (socialvalue.publish.charts, "CHART"),
    (socialvalue.publish.exports, "EXPORT"),
    (socialvalue.publish.pages, "PAGE"),
    (socialvalue.publish.many.pages, "PAGE"),
]


@pytest.mark.parametrize(("package", "name"), ROOMS, ids=lambda value: getattr(value, "__name__", value))
def test_each_file_of_a_folder_is_found(package: object, name: str) -> None:
    """A new file is a new member, with no list to edit."""
    folder = Path(package.__path__[0])  # type: ignore[attr-defined]
    files = [path for path in folder.glob("*.py") if path.name != "__init__.py"]
    assert len(members(package, name)) == len(files) > 0  # type: ignore[arg-type]


def test_the_command_offers_every_form_of_report() -> None:
    """The command line names the forms itself, so that asking for help loads nothing; the names are those.

    A workbook is no text that the check room writes: `intake/answer/` makes it.
    """
    (form,) = (option for option in check.params if option.name == "form")
    assert isinstance(form.type, click.Choice)
    told = sorted(form.type.choices)
    assert told == sorted([*(report.name for report in members(socialvalue.check.reports, "REPORT")), "xlsx"])


def test_the_package_says_where_to_begin() -> None:
    """The first sentence that an engineer reads names the file to open."""
    assert "run.py" in (socialvalue.__doc__ or "")


def test_no_file_takes_the_place_of_what_its_folder_offers_by_name() -> None:
    """A file that is imported late would stand where its folder offers a function of the same name."""
    for path in Path(socialvalue.__file__).parent.rglob("__init__.py"):
        offered = set(re.findall(r"^from \S+\.(\w+) import (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE))
        for module, names in offered:
            late = {name for name in names.split(", ") if (path.parent / f"{name}.py").is_file()} - {module}
            assert not late, f"{path.parent.name}: {late}"
