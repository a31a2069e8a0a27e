"""Each project's page offers the workbook for the period that is due."""

from collections.abc import Mapping
from pathlib import Path

from socialvalue.intake.own_workbook import marks_of
from socialvalue.intake.reading import read_file
from socialvalue.publish.downloads.workbooks import offers
from socialvalue.publish.site import Site
from socialvalue.records import Valuation


def test_the_page_leads_to_the_workbook(files: Mapping[str, bytes], tmp_path: Path) -> None:
    """The file is there, is ours, and is for the first period that the register awaits."""
    path = "data/projects/north-road/return-north-road-2024-q1.xlsx"
    page = files["projects/north-road.html"].decode()
    assert f'href="../{path}"' in page
    (tmp_path / "return.xlsx").write_bytes(files[path])
    marks = marks_of(read_file(tmp_path / "return.xlsx"))
    assert (marks["project"], marks["start"], marks["end"]) == ("north-road", "2024-01-01", "2024-03-31")
    assert f"{-(-len(files[path]) // 1000)} kB" in page


def test_every_workbook_is_offered_and_light(valuation: Valuation, files: Mapping[str, bytes]) -> None:
    """No file without its link; and none above 60 kB."""
    found = {path for path in files if path.endswith(".xlsx")}
    assert found == {offer.path for offer in offers(Site(valuation)).values()}
    for path in found:
        assert f'href="../{path}"'.encode() in files[f"projects/{path.split('/')[2]}.html"]
        assert len(files[path]) < 60_000


def test_it_is_made_from_what_is_published(valuation: Valuation) -> None:
    """Twice the same site gives twice the same bytes."""
    one, other = (offers(Site(valuation))["north-road"].content for _ in range(2))
    assert one == other
