"""What hosts, search engines and those who report a hole read: addresses, linked data, security.txt."""

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from socialvalue import run
from socialvalue.errors import BrokenRepository
from socialvalue.load.settings import read_settings
from socialvalue.publish import publish
from socialvalue.publish.frame.security import security_txt
from socialvalue.records import Checked, Settings

BASE = "https://example.org/social-value/"
Files = Mapping[str, bytes]


@pytest.fixture(scope="module")
def site(checked: Checked, small: Path) -> Files:
    """The small site at an address, with a contact, and its North Road renamed from Old Road."""
    projects = checked.tables["projects"].copy()
    mine = projects["project"] == "north-road"
    projects.loc[mine, "renamed_from"] = "old-road"
    projects.loc[mine, "name"] = "North </script><b> Road"
    settings = replace(checked.settings, contact="holes@example.org", security_expires="2031-01-31")
    given = replace(checked, settings=settings, tables={**checked.tables, "projects": projects})
    return publish(run.valued(given), BASE)


def linked(page: bytes) -> dict[str, object]:
    """The linked data of a page."""
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', page.decode())
    assert found is not None
    data: dict[str, object] = json.loads(found[1])
    return data


def test_an_old_address_leads_to_the_new_one(site: Files) -> None:
    """The old page goes on by itself, links to the new one, and names it as the one to keep."""
    for old, new in (
        ("projects/old-road.html", "projects/north-road.html"),
        ("returns/old-road/2024-q2.html", "returns/north-road/2024-q2.html"),
    ):
        page, up = site[old].decode(), "../" * old.count("/")
        assert new in site
        assert f'<meta http-equiv="refresh" content="0; url={up}{new}">' in page
        assert f'<a href="{up}{new}">' in page
        assert f'<link rel="canonical" href="{BASE}{new}">' in page
        assert f"{BASE}{old}" not in site["sitemap.xml"].decode()
    assert b"/returns/old-road/* /returns/north-road/:splat 301\n" in site["_redirects"]
    assert not [path for path, content in site.items() if path.startswith("search/") and b"old-road" in content]


def test_every_page_that_is_not_old_is_in_the_sitemap_and_names_itself(site: Files) -> None:
    """Each has its own canonical address and a picture that is there."""
    listed = {element.text for element in ElementTree.fromstring(site["sitemap.xml"]).iter() if element.text}
    for path, content in site.items():
        if path.startswith("embed/"):
            assert path not in "".join(listed), path
        elif path.endswith(".html") and path != "404.html" and b'http-equiv="refresh"' not in content:
            address = BASE + re.sub(r"(^|/)index\.html$", r"\1", path)
            assert address in listed
            assert f'<link rel="canonical" href="{address}">' in content.decode(), path
            picture = re.search(f'<meta property="og:image" content="{BASE}([^"]*)">', content.decode())
            assert picture is not None, path
            assert picture[1] in site, path
            own = path.startswith("projects/") and path != "projects/index.html"
            assert picture[1] == (
                path.replace("projects/", "cards/").replace(".html", ".png") if own else "assets/card.png"
            )


def test_data_pages_are_described_for_search_engines(site: Files, files: Files) -> None:
    """A dataset names files that are there and its licence; no name can end the block; no address is made up."""
    assert linked(site["index.html"])["@type"] == "WebSite"
    found = linked(site["projects/north-road.html"])
    assert (found["@type"], found["name"]) == ("Dataset", "North </script><b> Road")
    downloads = found["distribution"]
    assert isinstance(downloads, list)
    assert {"data/projects/north-road/lines.csv"} <= {each["contentUrl"].removeprefix(BASE) for each in downloads}
    assert all(each["contentUrl"].removeprefix(BASE) in site for each in downloads)
    assert "distribution" not in linked(files["data.html"])
    assert "url" not in linked(files["data.html"])


def test_security_txt_says_where_and_until_when(site: Files, files: Files) -> None:
    """It holds what RFC 9116 asks for, and is not written where nobody can be reached."""
    lines = site[".well-known/security.txt"].decode().splitlines()
    assert lines[:2] == ["Contact: mailto:holes@example.org", "Expires: 2031-01-31T00:00:00Z"]
    assert f"Canonical: {BASE}.well-known/security.txt" in lines
    assert ".well-known/security.txt" not in files
    assert security_txt(Settings(contact="https://example.org/ask")) == b""
    assert security_txt(Settings(contact="call us", security_expires="2031-01-31")) == b""


def test_a_day_that_is_none_stops_the_build(tmp_path: Path) -> None:
    """The setting takes a day, so that two builds are the same."""
    (tmp_path / "authority.toml").write_text('security_expires = "next year"')
    with pytest.raises(BrokenRepository, match="write a day"):
        read_settings(tmp_path / "authority.toml")
