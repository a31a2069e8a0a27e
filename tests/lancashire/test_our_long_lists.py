"""Long lists of our own site fold, lose nothing, and can be searched."""

import re
from collections.abc import Mapping

import pytest

from lancashire.ours import our_site

LISTS = {"organisations/index.html": "organisations", "reported.html": "projects"}


@pytest.fixture(scope="session")
def real() -> Mapping[str, bytes]:
    """The site of the repository's own data."""
    return our_site()[0]


@pytest.mark.parametrize("path", LISTS)
def test_a_long_list_folds_and_names_all_of_it(path: str, real: Mapping[str, bytes]) -> None:
    """Each page of the folder is linked to; some of it lies in folds, with a box that finds it."""
    page, folder = real[path].decode(), LISTS[path]
    pages = {each for each in real if re.fullmatch(rf"{folder}/[^/]+\.html", each)} - {f"{folder}/index.html"}
    assert pages <= {f"{folder}/{name}" for name in re.findall(rf'href="(?:\.\./)?{folder}/([^"/#]+\.html)', page)}
    folds = page.split('<details class="ov-fold2 ov-rest"')[1:]
    assert sum(len(re.findall(rf"{folder}/[^/\"]+\.html", fold.partition("</details>")[0])) for fold in folds) > 30
    assert 'data-find="' in page
