"""The index of the search: how words are taken, what can be found, and parts that a browser can ask for."""

import json
from collections.abc import Mapping
from typing import Any

import pytest

from publish.pseudo import pseudo
from socialvalue.publish.page import PageText, Part
from socialvalue.publish.search import index as indexing
from socialvalue.publish.search.analysis import Analysis, analysis, number, tokens
from socialvalue.publish.search.documents import KINDS, Document, documents
from socialvalue.publish.search.index import index
from socialvalue.publish.search.sentences import sentences
from socialvalue.publish.words.language import speaking


def page(path: str, title: str = "North Road", body: str = "", **given: Any) -> PageText:
    return PageText(path, title, given.pop("description", ""), body, **given)


def read(files: Mapping[str, bytes], start: str) -> list[Any]:
    """What the numbered parts of the index hold, in their order."""
    named = [path for path in files if path.startswith(f"search/{start}-")]
    return [json.loads(files[path]) for path in sorted(named, key=lambda path: int(path.split("-")[1][:-5]))]


def pages_of(files: Mapping[str, bytes], term: str) -> dict[str, int]:
    """The score of a term by the address of each page that has it, read as the script reads it."""
    shown = [row for part in read(files, "pages") for row in part]
    postings = next((part[term] for part in read(files, "words") if term in part), [])
    found, at = {}, -1
    for step, score in zip(postings[::2], postings[1::2], strict=True):
        at += step
        found[shown[at][0]] = score
    return found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("£25.9m", ["25.9"]),
        ("£25.9 million", ["25.9"]),
        ("£5,864,644.00", ["5864644"]),
        ("1,2 and 10.50", ["1", "2", "10.5"]),
        ("The M55 and D’Urton Manor", ["m55", "durton", "manor"]),
        ("How a £ is worked out", ["£", "work"]),
        ("Crèche", ["crech"]),
        ("a" * 41, []),
    ],
)
def test_a_text_is_taken_by_its_terms(text: str, found: list[str]) -> None:
    """Numbers stay whole whatever is written round them; small words, accents and endings go."""
    assert analysis().terms(text) == found


@pytest.mark.parametrize(
    "family",
    [
        ("apprentice", "apprentices", "apprenticeship", "apprenticeships"),
        ("train", "training", "trained", "trainer", "trainees"),
        ("company", "companies"),
        ("business", "businesses"),
        ("house", "houses", "housing"),
        ("donate", "donation", "donations", "donated"),
        ("plan", "planning", "planned"),
    ],
)
def test_a_family_of_words_has_one_stem(family: tuple[str, ...]) -> None:
    """Who types one of them finds the others."""
    assert len({analysis().stem(word) for word in family}) == 1


@pytest.mark.parametrize(("one", "other"), [("place", "placement"), ("station", "stage"), ("bus", "business")])
def test_words_that_only_begin_alike_are_kept_apart(one: str, other: str) -> None:
    """A stem is no shorter than what tells words apart."""
    assert analysis().stem(one) != analysis().stem(other)


def test_synonyms_lead_somewhere() -> None:
    """There are forty and more; no word has two entries, none means itself, and each is taken as people type it."""
    words = analysis()
    keys = [tuple(map(words.one, tokens(word))) for word in words.synonyms]
    assert len(keys) >= 40
    assert len(set(keys)) == len(keys)
    assert {len(key) for key in keys} <= {1, 2}
    for word, meant in words.synonyms.items():
        assert words.terms(word) not in [words.terms(each) for each in meant], word
        assert all(words.terms(each) for each in meant), word


def test_a_synonym_stands_for_its_word_and_for_no_other_of_its_stem(files: Mapping[str, bytes]) -> None:
    """A train leads to railways and training doesn't, though both have one stem; one and many are the same word."""
    words = analysis()
    synonyms = json.loads(files["search/index.json"])["synonyms"]
    assert synonyms[words.one("trains")] == [["rail"], ["station"]]
    assert [word for word in ("training", "trained", "trainee", "trainning") if words.one(word) in synonyms] == []
    written = {words.one(word) for key in words.synonyms for word in tokens(key)}
    assert {words.one(word) for word in ("roads", "companies", "road", "prisoner", "schools")} <= written


def test_another_language_is_taken_as_it_is_written() -> None:
    """English endings and synonyms mean nothing there."""
    with speaking(pseudo()):
        assert analysis() == Analysis()


def test_numbers_go_by_their_value() -> None:
    """Commas and zeros at the end tell none from another; a whole number keeps its zeros."""
    assert [number(text) for text in ("1,200", "1.50", "5.00", "100")] == ["1200", "1.5", "5", "100"]
    assert tokens("£5k, 31% or 2018-19") == ["5", "k", "31", "or", "2018", "19"]


def test_sentences_of_a_page() -> None:
    """Cells of a row stand in one sentence; drawings, forms, workings and citations in none; nothing stands twice."""
    markup = (
        "<h1>North Road</h1><p>A bridge &amp; a <b>lane</b>. It opened. It opened.</p><svg><title>no</title></svg>"
        '<table><tr><th>Jobs</th><td>44 jobs</td></tr></table><form><label>no</label></form><p class="ov-cite">no</p>'
        '<details class="ov-work" id="x">no</details><dl><dt>Cost</dt><dd>£5</dd></dl>'
    )
    assert sentences(markup) == ("North Road", "A bridge & a lane.", "It opened.", "Jobs · 44 jobs", "Cost · £5")


def test_what_can_be_found() -> None:
    """Pages by their kind, parts and questions by themselves, lists not; the weightiest come first."""
    asking = '<h2 id="why">Why not <b>£5</b>?</h2><p>Nobody says.</p><h2 id="all">All</h2><p>More.</p>'
    part = Part("one", "£5: North Road", "Added value.", "stated")
    found = documents(
        [
            page("returns/north-road/2024.html"),
            page("stated.html", "Stated figures", asking, parts=(part,)),
            page("index.html", "Front", asking),
            page("projects/index.html", searchable=False),
            page("projects/north-road.html", body='<a href="../stated.html#one">5</a>'),
        ],
        [
            {"location": "method.html", "title": "How", "text": "<p>By hand.</p>"},
            {"location": "method.html#who", "title": "Who counts?", "text": "<p>We do.</p>"},
        ],
    )
    assert [(each.path, each.kind) for each in found] == [
        ("stated.html#one", "stated"),
        ("method.html#who", "question"),
        ("stated.html#why", "question"),
        ("projects/north-road.html", "projects"),
        ("index.html", "page"),
        ("method.html", "page"),
        ("stated.html", "page"),
        ("returns/north-road/2024.html", "returns"),
    ]
    why = next(each for each in found if each.path == "stated.html#why")
    assert (why.title, why.description, why.sentences) == ("Why not £5?", "Nobody says.", ())
    assert next(each for each in found if each.path == "stated.html").links == 1


def test_a_question_of_the_front_page_is_found_where_no_other_page_asks_it() -> None:
    """The page that answers comes before the one that only asks."""
    own = '<h2 id="few">Why so few?</h2><p>Nobody knows.</p><h2 id="why">Why not £5?</h2><p>See there.</p>'
    there = page("stated.html", body='<h2 id="why">Why not £5?</h2><p>Nobody says.</p>')
    found = documents([page("index.html", body=own), there], [])
    assert [each.path for each in found if each.kind == "question"] == ["index.html#few", "stated.html#why"]


def test_the_index_says_whose_title_has_a_word_and_how_long_the_name_is() -> None:
    """Odd below zero: the title has it; even: the description. What is in brackets is no part of a name."""
    files = index(
        [
            Document("a.html", "The Harbour Road (Long Way)", "page", "A quay.", ("A wall stands there now.",)),
            Document("b.html", "Quay", "page", "", ()),
        ]
    )
    titled, described, written = (pages_of(files, analysis().stem(word))["a.html"] for word in ("way", "quay", "wall"))
    assert titled < 0
    assert described < 0 < written
    assert (titled % 2, described % 2) == (1, 0)
    assert json.loads(files["search/index.json"])["names"] == [2, 1]


def test_a_title_says_more_than_a_description_and_that_more_than_a_text() -> None:
    """A score below zero: the page is about it. A page that more lead to stands before another that says the same."""
    said = ("A bypass stands in this sentence too.",)
    files = index(
        [
            Document("a.html", "Bypass", "page", "", ()),
            Document("b.html", "Road", "page", "A bypass.", ()),
            Document("c.html", "Lane", "page", "", said),
            Document("d.html", "Bypass", "page", "", (), links=40),
        ]
    )
    scores = pages_of(files, analysis().stem("bypass"))
    assert scores["d.html"] < scores["a.html"] < scores["b.html"] < 0 < scores["c.html"]


def test_parts_hold_everything_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """However small the parts are: each word and page stands in the part that the first words and numbers point to."""
    monkeypatch.setattr(indexing, "WORDS_PART", 60)
    monkeypatch.setattr(indexing, "PAGES_PART", 60)
    many = [Document(f"projects/{name}.html", f"Road {name}", "projects", "", ()) for name in "abcdefgh"]
    files = index([*many, Document("x.html", "Harbour", "page", "The quay.", ())])
    told = json.loads(files["search/index.json"])
    words, shown = read(files, "words"), read(files, "pages")
    assert len(words) > 1
    assert len(shown) > 1
    assert told["words"] == [next(iter(part)) for part in words]
    assert told["pages"] == [sum(map(len, shown[:place])) for place in range(len(shown))]
    assert [row[0] for part in shown for row in part] == [*(each.path for each in many), "x.html"]
    assert list(pages_of(files, "harbour")) == ["x.html"]
    assert json.loads(files["search/words.json"]) == sorted(json.loads(files["search/words.json"]))


def test_a_word_of_many_pages_keeps_the_best(monkeypatch: pytest.MonkeyPatch) -> None:
    """A word that nearly every page has doesn't make the index grow without end."""
    monkeypatch.setattr(indexing, "MOST", 1)
    files = index(
        [Document("a.html", "", "page", "", ("Long harbour wall.",)), Document("b.html", "Harbour", "page", "", ())]
    )
    assert list(pages_of(files, "harbour")) == ["b.html"]


def test_a_sentence_that_several_have_is_shown_with_the_weightiest() -> None:
    """It is found on each of them, and takes its place once; a heading is no sentence."""
    said = "North Road counted four new jobs there last year."
    files = index(
        [Document("a.html", "One", "page", "", (said, "Jobs here")), Document("b.html", "Two", "page", "", (said,))]
    )
    assert [row[4] for part in read(files, "pages") for row in part] == [[said], []]
    assert list(pages_of(files, "count")) == ["a.html", "b.html"]


def test_a_site_without_pages_has_an_index() -> None:
    """Nothing is found, and nothing fails."""
    files = index([])
    assert json.loads(files["search/words-0.json"]) == {}
    assert json.loads(files["search/pages-0.json"]) == []


def test_every_kind_has_a_name_and_every_result_a_page(files: Mapping[str, bytes]) -> None:
    """What the small site's index leads to is there."""
    shown = [row for part in read(files, "pages") for row in part]
    assert len(shown) > 20
    assert {row[0].partition("#")[0] for row in shown} <= set(files)
    assert {row[2] for row in shown} <= set(range(len(KINDS)))
    for row in shown:
        path, _, anchor = row[0].partition("#")
        assert not anchor or f'id="{anchor}"'.encode() in files[path], row[0]


def test_what_is_asked_in_other_words_leads_to_what_answers_it() -> None:
    """A page, a list or a section of words is found by questions that stand nowhere in it, small words alone too."""
    lists = page("promises.html", title="Promises", searchable=False)
    section = {"location": "about.html#question", "title": "Question a figure", "text": "<p>Tell us the page.</p>"}
    written = [{"location": "about.html", "title": "About", "text": "<p>Why it exists.</p>"}, section]
    found = documents([lists, page("north.html")], written)
    assert {each.path: each.title for each in found if each.asked} == {
        "promises.html": "Promises",
        "about.html": "About",
        "about.html#question": "Question a figure",
    }
    files = index(found)
    for term, path in (("who", "about.html"), ("mistak", "about.html#question"), ("kept", "promises.html")):
        assert max(pages_of(files, term).items(), key=lambda each: abs(each[1]))[0] == path
    assert analysis().terms("who are you") == []


def test_what_is_asked_leads_somewhere(site: Mapping[str, bytes]) -> None:
    """Each address of the list of questions is a page of the site, or a section of one."""
    for address in analysis().asked:
        path, _hash, anchor = address.partition("#")
        assert not anchor or f'id="{anchor}"' in site[path].decode(), address
        assert path in site


def test_a_page_that_answers_is_found_once_and_its_sections_too() -> None:
    """A list whose part has its name is one result; a heading of any page answers what is asked of its address."""
    part = Part("promises", "Promises", "Every promise.", "page")
    asked = page("promises.html", searchable=False, title="Promises", parts=(part,))
    traps = page("traps.html", title="Traps", body='<h2 id="inside">6. A sum inside a sum</h2><p>Added twice.</p>')
    found = documents([asked, traps], [])
    assert sorted(each.path for each in found) == ["promises.html", "traps.html", "traps.html#inside"]
