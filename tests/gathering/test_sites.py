"""The list of the sites that are gathered, and the place where the gathered site goes."""

from pathlib import Path

import pytest

from gathering.packages import listed
from socialvalue.errors import BrokenRepository
from socialvalue.gathering.gather import refuse_out
from socialvalue.gathering.sites import read_sites


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("title = 1", "lists no authority"),
        ("[[authority]]\nid = 'A b'\nname = 'x'\nfolder = 'y'", "needs an id"),
        ("[[authority]]\nid = 'a'\nname = 'x'", "either an address or a folder"),
        ("[[authority]]\nid = 'a'\nname = 'x'\nfolder = 'y'\naddress = 'https://e.org/d.json'", "either an address"),
        ("[[authority]]\nid = 'a'\nname = 'x'\nfolder = 'y'\nsha256 = 'abc'", "is no checksum"),
        ("[[authority]]\nid = 'a'\nname = 'x'\nfolder = 'y'\ncolour = 'red'", "means nothing here"),
        ("[[authority]]\nid = 'a'\nname = 'x'\nfolder = 'y'\n[[authority]]\nid = 'a'\nname = 'z'\nfolder = 'y'", "two"),
        ("[[authority]]\nid = 'a'\nname = 'x\u202e'\nfolder = 'y'", "cannot be seen"),
        ("[[authority]", "is no TOML"),
    ],
)
def test_a_list_that_is_wrong_says_what_to_mend(tmp_path: Path, text: str, said: str) -> None:
    """In a sentence."""
    path = tmp_path / "sites.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BrokenRepository, match=said):
        read_sites(path)


@pytest.mark.parametrize(
    ("out", "said"),
    [
        ("south", "would take the place of the site of South"),
        ("south/gathered", "would take the place of the site of South"),
        (".", "would take the place of the site of South"),
        ("other", "a site stands there that was not gathered"),
        ("new", ""),
        ("gathered", ""),
    ],
)
def test_no_other_site_is_replaced(south: Path, out: str, said: str) -> None:
    """Not one that is read, what holds it or lies in it, nor one that gathering did not write."""
    for name, files in (("other", ["datapackage.json"]), ("gathered", ["datapackage.json", "data/joint-totals.csv"])):
        for file in files:
            (south.parent / name / file).parent.mkdir(parents=True, exist_ok=True)
            (south.parent / name / file).write_text("{}", "utf-8")
    sites = read_sites(listed(south.parent / "sites.toml", {"south": south}))
    if not said:
        refuse_out(sites, south.parent / out)
        return
    with pytest.raises(BrokenRepository, match=said):
        refuse_out(sites, south.parent / out)
