"""A question about a figure names page, file, row and value."""

from dataclasses import replace
from html import unescape
from pathlib import Path
from re import findall
from urllib.parse import parse_qs, urlsplit

from socialvalue import run
from socialvalue.publish import publish
from socialvalue.publish.words import figures
from socialvalue.records import Checked

REPOSITORY = "https://example.org/council/social-value"


def questions(page: bytes) -> list[str]:
    """The text of each prefilled question on the page."""
    found = findall(r'class="ov-ask" href="([^"]+)"', page.decode())
    return [parse_qs(urlsplit(unescape(address)).query)["body"][0] for address in found]


def test_each_line_can_be_questioned(checked: Checked, small: Path) -> None:
    """Every row of a project or a return offers a question that names its line, file, row, value and page."""
    valuation = run.valued(replace(checked, settings=replace(checked.settings, repository=REPOSITORY)))
    files = publish(valuation)
    for owner, lines in valuation.lines.groupby("return_id"):
        asked = questions(files[f"returns/{owner}.html"])
        project = questions(files[f"projects/{lines['project'].iloc[0]}.html"])
        for line, text in zip(lines.to_dict("records"), asked, strict=True):
            assert f"About: {line['key']}\nRow: {line['file']}, row {line['row']}; " in text
            assert f"Page: returns/{owner}.html" in text
            assert text.partition("\nPage")[0] in "".join(project)
    worth = valuation.values[valuation.values["counts_in"] == "total"].merge(valuation.lines[["key", "return_id"]])
    for value in worth.to_dict("records"):
        assert figures.pounds(value["net"]) in " ".join(questions(files[f"returns/{value['return_id']}.html"]))
