"""The pages that gather: lists, programmes, measures, places, organisations, years, and what the site rests on."""

import hashlib
import json
import re
import shutil
from collections.abc import Mapping
from html import unescape
from pathlib import Path

import pytest

from socialvalue import run
from socialvalue.publish import publish
from socialvalue.publish.pages.glossary import FIGURES, MONEY, SURENESS
from socialvalue.publish.pages.left_out import REASONS
from socialvalue.publish.pages.programme import moved_targets
from socialvalue.publish.pages.traps import TRAPS, Trap
from socialvalue.publish.search.analysis import analysis
from socialvalue.publish.site import Site
from socialvalue.publish.story.claims import in_order
from socialvalue.records import Valuation

SCHEMAS = Path(__file__).parents[2] / "schemas" / "register"


@pytest.fixture
def site(valuation: Valuation) -> Site:
    return Site(valuation)


def words(files: Mapping[str, bytes], path: str) -> str:
    """What a reader reads on a page: no markup, single spaces."""
    main = files[path].decode().partition("<h1")[2].partition("</article>")[0]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", main)).split())


def part(files: Mapping[str, bytes], path: str, start: str) -> str:
    """The words from an anchor to the next heading of the same size."""
    after = files[path].decode().partition(f'id="{start}"')[2].partition("<h2")[0]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", "<" + after)).split())


def choices(table: str, column: str) -> list[str]:
    schema = json.loads((SCHEMAS / f"{table}.json").read_text(encoding="utf-8"))
    return next(list(field["constraints"]["enum"]) for field in schema["fields"] if field["name"] == column)


def test_the_programme_page_nests_phases_and_says_how_homes_are_added(files: Mapping[str, bytes]) -> None:
    """The page gives 300 homes, not 420, shows the phase under its whole, and says why."""
    said = part(files, "programmes/road-fund.html", "homes")
    assert "Up to 300 homes" in said
    assert "Each home is counted once" in said
    assert "420" not in said
    assert said.index("West Field (invented)") < said.index("West Field phase 1 (invented)")
    assert "in the whole" in said


def test_a_target_that_moved_keeps_each_date(files: Mapping[str, bytes], site: Site) -> None:
    """The older and the newer target stand on the programme's page in the order in which they were stated."""
    said = part(files, "programmes/road-fund.html", "moved")
    assert said.index("June 2022") < said.index("January 2023")
    assert "£2,000,000" in said
    assert "at least £3,000,000" in said
    (chain,) = moved_targets(site, site.rows("projects"))
    assert [row["target"] for row in chain] == ["north-road-spend-2022", "north-road-spend"]


def test_a_programme_lists_its_projects_and_those_it_also_pays_for(files: Mapping[str, bytes]) -> None:
    """A project of two programmes stands on both pages, and the second says whose it is."""
    assert "North Road (invented)" in part(files, "programmes/road-fund.html", "projects")
    said = part(files, "programmes/skills-fund.html", "projects")
    assert "Skills Centre (invented)" in said
    assert "its lines count under Road Fund (invented)" in said


def test_stated_figures_are_shown_as_written_and_in_no_table_of_ours(files: Mapping[str, bytes]) -> None:
    """The figure stands in its own words, with what is and isn't known, never in a row beside valued figures."""
    for path in ("stated.html", "programmes/road-fund.html"):
        page = files[path].decode()
        assert "£1.2 million" in page
        tables = re.findall(r"<table.*?</table>", page, re.DOTALL)
        assert all("ov-said" in table.partition(">")[0] for table in tables if "£1.2 million" in table)
    said = words(files, "stated.html")
    assert "never add it to our figures" in said
    assert "Not known: What it is made of." in said


def test_figures_that_are_read_beside_each_other_stand_together() -> None:
    """Either of a pair may name the other; the firmest and largest claim of others comes first."""
    named = (
        ("a", "c", 1, "delivered"),
        ("b", "", 9, "delivered"),
        ("c", "", 10, "delivered"),
        ("d", "a", 2, "delivered"),
    )
    rows = [
        {"figure": name, "compare_with": other, "amount_gbp": pounds * 1_000_000, "strength": strength}
        for name, other, pounds, strength in (*named, ("e", "", 99, "pledged"))
    ]
    assert [row["figure"] for row in in_order(rows)] == ["c", "a", "b", "d", "e"]


def test_a_measure_says_what_one_is_worth_and_where_that_comes_from(files: Mapping[str, bytes]) -> None:
    """A unit value stands with its source, address, licence and price year, and says if it was read second-hand."""
    said = part(files, "measures/fw2.html", "worth")
    for needed in ("£9,800", "2012-13", "An invented source", "OGL v3.0", "second-hand", "Would have happened anyway"):
        assert needed in said
    assert 'href="https://example.org/values"' in files["measures/fw2.html"].decode()


def test_a_measure_without_a_value_says_why(files: Mapping[str, bytes]) -> None:
    """Counted, no £, with the framework's own reason; a memo value stands outside every total."""
    assert "A share cannot be valued." in files["measures/le2.html"].decode()
    said = part(files, "measures/fw1.html", "worth")
    assert "memo: outside every total" in said
    assert "No public source gives a £ for an apprenticeship week." in said


def test_values_for_several_years_are_folded(files: Mapping[str, bytes]) -> None:
    """Two years of carbon are one row with its range, and a table to open."""
    said = part(files, "measures/en1.html", "worth")
    assert "£252.50 to £256.25" in said
    assert "All 2 values" in said
    assert "£126.25 to £378.75" in said


def test_the_crosswalk_is_by_reference_only(files: Mapping[str, bytes]) -> None:
    """A TOMs reference is named, and the page says that its value is not here."""
    said = part(files, "measures/le1.html", "others")
    assert "NT18" in said
    assert "References alone. Values that are licensed, as those of the National TOMs are, are not here." in said


def test_each_pound_leads_to_its_working_and_its_unit_value(files: Mapping[str, bytes]) -> None:
    """A line's £ links to the return that works it out, and its kind to the unit value."""
    page = files["programmes/road-fund.html"].decode()
    assert 'href="../returns/north-road/2023-q4.html#how-2023-q4-2">at least £1,200,000</a>' in page
    assert 'href="../measures/le1.html#local-spend"' in page


def test_an_area_gathers_only_lines_that_name_it(files: Mapping[str, bytes]) -> None:
    """Southtown's page has Southtown's spend, not Northtown's."""
    said = part(files, "areas/southtown.html", "delivered")
    assert "£800,000.50" in said
    assert "£1,200,000" not in said


def test_an_organisation_says_what_it_does(files: Mapping[str, bytes]) -> None:
    """Promoter and contractor are told apart, and lines stand with the one that delivered them."""
    assert "Promoter" in words(files, "organisations/example-council.html")
    said = words(files, "organisations/example-builder.html")
    assert "Contractor" in said
    assert "Spend with local firms" in said


def test_a_year_gathers_the_returns_that_end_in_it(files: Mapping[str, bytes]) -> None:
    """A return of April to June 2024 counts in 2024-25 and not in 2023-24."""
    assert "April to June 2024" in part(files, "years/2024-25.html", "delivered")
    assert "April to June 2024" not in part(files, "years/2023-24.html", "delivered")


@pytest.mark.parametrize(
    ("path", "table", "name"),
    [
        ("projects/index.html", "projects", "name"),
        ("programmes/index.html", "programmes", "name"),
        ("measures/index.html", "measures", "name"),
        ("themes/index.html", "themes", "name"),
        ("areas/index.html", "areas", "name"),
        ("organisations/index.html", "organisations", "name"),
        ("sources.html", "sources", "title"),
    ],
)
def test_each_list_is_whole(files: Mapping[str, bytes], site: Site, path: str, table: str, name: str) -> None:
    """A list holds every row of its table, in the page itself."""
    said = words(files, path)
    assert [row[name] for row in site.rows(table) if row[name] not in said] == []


def test_lists_are_not_search_results(files: Mapping[str, bytes]) -> None:
    """A search finds pages about one thing, and a list that names everything only where it answers a question."""
    parts = [json.loads(content) for path, content in files.items() if path.startswith("search/pages-")]
    found = {path.partition("#")[0] for part in parts for path, *_shown in part}
    assert "programmes/road-fund.html" in found
    lists = {place for place in found if place.endswith("/index.html") or place == "sources.html"}
    assert lists <= set(analysis().asked)


def test_the_traps_are_those_of_the_data() -> None:
    """Each trap that a case may name has its text, and the other way round."""
    assert [trap.trap for trap in TRAPS] == choices("trap-cases", "trap")
    assert len(TRAPS) == 12


@pytest.mark.parametrize("trap", TRAPS, ids=lambda trap: trap.trap)
def test_a_trap_is_told_in_whole_sentences(trap: Trap) -> None:
    """No text about a trap has lost its beginning or its end."""
    assert all(re.fullmatch(r"[A-Z].*[.?]", said) for said in (trap.lesson, trap.ask, trap.here))


def test_a_trap_shows_its_case_and_links_to_the_project(files: Mapping[str, bytes]) -> None:
    """The case stands under its trap, with its project, its source and the question to ask."""
    said = part(files, "traps.html", "cumulative")
    assert "The second holds the first." in said
    assert "Is this since the start, or for this year alone?" in said
    assert 'href="projects/north-road.html"' in files["traps.html"].decode()


def test_every_reason_for_leaving_out_has_its_heading() -> None:
    """No statement can fall off the page because its kind of reason has no place there."""
    assert set(REASONS) == set(choices("left-out", "reason_kind"))


def test_what_was_left_out_is_grouped_by_reason(files: Mapping[str, bytes]) -> None:
    """The statement stands under its kind of reason, with the reason and the source."""
    said = part(files, "left-out.html", "because-a-share-without-a-base")
    assert "The page does not say 80% of how many workers." in said
    assert "A page that does not exist" in said


def test_each_download_has_the_checksum_of_its_file(files: Mapping[str, bytes]) -> None:
    """The checksums on the data page are those of the files beside it."""
    page = files["data.html"].decode()
    listed = re.findall(r'<a href="(data/[^"]+\.csv)">.*?<code>([0-9a-f]{64})</code>', page, re.DOTALL)
    assert len(listed) > 10
    assert [path for path, told in listed if hashlib.sha256(files[path]).hexdigest() != told] == []


def test_the_glossary_explains_every_kind_and_status(files: Mapping[str, bytes]) -> None:
    """Kinds, statuses and deductions have an anchor each."""
    page = files["glossary.html"].decode()
    for anchor in ("kind-fiscal", "kind-local", "verified", "self-reported", "deadweight", "net", "compiled"):
        assert f'id="{anchor}"' in page


def test_a_compiled_return_says_so_in_every_list(files: Mapping[str, bytes]) -> None:
    """Nobody can take a compiled return for one that was sent."""
    assert "Compiled, November 2026" in words(files, "returns/index.html")
    assert "Compiled" in part(files, "reported.html", "reported")


@pytest.mark.parametrize(
    ("slip", "rule"), [("2,le2,79.7,weeks", "measure-unit"), ("2,le9,79.7,percent", "known-measure")]
)
def test_a_return_that_is_held_back_is_named_without_its_figures(
    slip: str, rule: str, small: Path, tmp_path: Path
) -> None:
    """The page says which rule it breaks, unless a code that nobody knows may be that of a sensitive group.

    The project then has no return, and no figure of it is anywhere.
    """
    data = tmp_path / "data"
    shutil.copytree(small, data)
    lines = data / "returns" / "skills-fund" / "skills-centre" / "2023-24" / "lines.csv"
    lines.write_text(lines.read_text().replace("1,po1,143,", "1,po1,7391,").replace("2,le2,79.7,percent", slip))
    checked = run.checked(data)
    (broken,) = (each for each in checked.catalogue if each.id in {error.rule for error in checked.errors})
    assert broken.id == rule
    files = publish(run.valued(checked))
    said = part(files, "reported.html", "held-back")
    assert "Skills Centre (invented)" in said
    assert (broken.title in said) == (rule == "measure-unit")
    assert ("It has errors." in said) == (rule == "known-measure")
    assert slip.split(",")[2] not in said
    assert "le9" not in said
    assert "Skills Centre (invented)" in part(files, "reported.html", "no-return")
    assert [path for path, content in files.items() if path.endswith(".html") and b"7,391" in content] == []


def test_every_rule_stands_where_its_findings_point(files: Mapping[str, bytes], valuation: Valuation) -> None:
    """A finding links to its rule; each rule says why it is there and how to put it right."""
    page = files["rules.html"].decode()
    catalogue = valuation.checked.catalogue
    assert len(catalogue) > 20
    assert [rule.id for rule in catalogue if f'id="{rule.id}"' not in page] == []
    said = words(files, "rules.html")
    assert [rule.id for rule in catalogue if " ".join(rule.mend.split()) not in said] == []


def test_no_hand_written_sentence_is_cut_short() -> None:
    """What the lists of traps, terms and reasons say begins with a capital letter and ends as a sentence does."""
    said = [sentence for trap in TRAPS for sentence in (trap.lesson, trap.ask, trap.here)]
    said += [term.meaning for term in (*FIGURES, *MONEY, *SURENESS)]
    said += [reason.meaning for reason in REASONS.values()]
    assert [sentence for sentence in said if not re.fullmatch(r"[A-Z].*[.?]", sentence)] == []
