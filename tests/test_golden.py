"""The small invented site, as it should read. After a change: pytest --update-golden, then read the difference."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parent / "golden"
VERSION = re.compile(r"(Version )[\d-]+\.[0-9a-f]{8}")
"""It changes with every cell of every download."""
ARTICLE = re.compile(r'<article class="[^"]*" id="content">(.*?)</article>', re.DOTALL)
PAGES = [
    "index.html",
    "left-out.html",
    "measures/fw2.html",
    "programmes/road-fund.html",
    "projects/north-road.html",
    "reported.html",
    "returns/north-road/2024-q2.html",
    "stated.html",
]
TABLES = [f"data/{name}.csv" for name in ("counts", "delivery", "lines", "steps", "totals", "unvalued", "values")]


@pytest.mark.parametrize("path", [*PAGES, *TABLES])
def test_the_small_site_reads_as_it_should(
    path: str, files: Mapping[str, bytes], request: pytest.FixtureRequest
) -> None:
    """What a page says and what a table holds changes only on purpose."""
    text = files[path].decode("utf-8")
    if path in PAGES:
        found = ARTICLE.search(text)
        assert found, "the page has no article"
        text = VERSION.sub(r"\1…", found[1].strip()) + "\n"
    kept = GOLDEN / path
    if request.config.getoption("--update-golden"):
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(text.encode("utf-8"))
    assert text == kept.read_bytes().decode("utf-8")
