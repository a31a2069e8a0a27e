"""What other sites may show of ours in a frame: small pages that run no script and say where they are from."""

import re
from collections.abc import Mapping

from test_links import broken

from socialvalue.publish.frame.csp import inline_scripts
from socialvalue.publish.frame.embed_height import height_of
from socialvalue.publish.page_addresses import EMBEDDED

Files = Mapping[str, bytes]


def shown(files: Files) -> dict[str, str]:
    return {path: content.decode() for path, content in files.items() if path.startswith(EMBEDDED)}


def test_every_chart_and_every_delivery_can_be_embedded(files: Files) -> None:
    """Each chart with files has such a page, and what each project delivered; the page that it is on leads to it."""
    charts = {path.removeprefix("charts/").removesuffix(".svg") for path in files if path.endswith(".svg")}
    charts -= {"assets/favicon"}
    projects = {"projects/north-road", "projects/skills-centre"}
    assert {path.removeprefix(EMBEDDED).removesuffix(".html") for path in shown(files)} == charts | projects
    assert 'href="embed/status-split.html#use"' in files["index.html"].decode()
    assert 'href="../embed/projects/north-road.html#use"' in files["projects/north-road.html"].decode()


def test_what_is_embedded_runs_nothing_and_is_no_page_of_its_own(files: Files) -> None:
    """No script, no form, no frame within; search engines are sent to the page that it is from."""
    for path, page in shown(files).items():
        assert inline_scripts(page) == [], path
        assert "<script" not in page, path
        assert "default-src 'none'; style-src 'self'" in page.replace("&#39;", "'")
        assert '<meta name="robots" content="noindex">' in page
        assert not re.search(r"<(?:iframe|form|input)\b", page)
        assert "Take this chart" not in page
    assert broken(files) == []


def test_what_is_embedded_has_one_heading_and_all_of_it_stands_in_landmarks(files: Files) -> None:
    """Who listens to a frame is told what it shows, and that its site is in the making where that is said."""
    for path, page in shown(files).items():
        assert len(re.findall(r"<h1\b", page)) == 1, path
        assert re.search(r"<main[^>]*>\n<h1", page), path
        assert '<p class="ov-announced">' not in page, path


def test_the_markup_to_copy_is_text(files: Files) -> None:
    """It names the frame with the finding, and can't end the element that it stands in."""
    page = shown(files)[f"{EMBEDDED}status-split.html"]
    how = page[page.index('<section id="use">') :]
    assert "&lt;iframe src=&#34;https://…/embed/status-split.html&#34; title=&#34;" in how
    assert "&lt;img src=&#34;https://…/charts/status-split.svg&#34; alt=&#34;" in how


def test_what_is_hidden_by_its_name_is_hidden_in_embedded_pages_alone(files: Files) -> None:
    """The name of a place on one kind of page is that of another on others: there it has to stay in sight."""
    rules = [rule.rpartition("{") for rule in files["assets/site.css"].decode().split("}")]
    hiding = [
        named for named, _, said in rules if "#" in named and re.search(r"display: *none|visibility: *hidden", said)
    ]
    known = (".ov-embed #use", "#vg-tooltip-element", ".ov-fold2#use,.ov-fold2#returns")  # the last is for paper
    assert ".ov-embed #use" in [named.strip() for named in hiding]
    assert [named for named in hiding if not named.strip().endswith(known)] == []


ROW = '<tr class="row"><th scope="row">{}</th><td class="n q">{}</td><td class="when">{}</td></tr>'
CARDS = '<figure><table class="ov-table ov-fold ov-del"><caption>Jobs</caption><tbody>{}</tbody></table></figure>'


def test_a_frame_is_as_high_as_its_texts_ask() -> None:
    """A longer name, number or time, another row, a fold and what is announced each make it higher."""
    plain = CARDS.format(ROW.format("Jobs", "5 jobs", "2024"))
    height = height_of(plain, "Source: us.")
    longer = [
        (CARDS.format(ROW.format("Jobs for people out of work", "5 jobs", "2024")), "Source: us.", ""),
        (CARDS.format(ROW.format("Jobs", "5 full-time years of work", "2024")), "Source: us.", ""),
        (CARDS.format(ROW.format("Jobs", "5 jobs", "2024, where local means " + "near " * 9)), "Source: us.", ""),
        (CARDS.format(ROW.format("Jobs", "5 jobs", "2024") * 2), "Source: us.", ""),
        (plain + "<details><summary>More</summary><p>Unseen</p></details>", "Source: us.", ""),
        (plain, "Source: " + "us " * 20, ""),
        (plain, "Source: us.", "All of it is invented."),
    ]
    assert all(height_of(*each) >= height + 19 for each in longer)
    same = plain.replace("<table", "<thead><tr><th>Unseen</th></tr></thead><table").replace("2024", "<b>2024</b>")
    assert height_of(same, "Source: us.") == height
