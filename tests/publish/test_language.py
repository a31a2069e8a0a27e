"""The site's words come from one catalogue, its dates and numbers from the locale."""

import ast
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from babel.messages.frontend import CommandLineInterface
from babel.messages.pofile import read_po
from jinja2 import nodes

from socialvalue.errors import BrokenRepository
from socialvalue.publish import publish
from socialvalue.publish.drawings import Drawings
from socialvalue.publish.frame.templating import templates
from socialvalue.publish.site import Site
from socialvalue.publish.words import days, figures, language
from socialvalue.publish.words.frame_language import copy_pages
from socialvalue.publish.words.language import _, _n, speaking, spoken, translated
from socialvalue.records import Valuation

ROOT = Path(__file__).resolve().parents[2]
CATALOGUE = "build/socialvalue/publish/locale/socialvalue.pot"
MARKS = ("_", "_n", "N_", "N_n")
WELSH = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=6; plural=(n==0) ? 0 : (n==1) ? 1 : (n==2) ? 2 : (n==3) ? 3 : (n==6) ? 4 : 5;\\n"

msgid "%(start)s to %(end)s"
msgstr "%(start)s hyd %(end)s"

msgid "%(num)s line"
msgid_plural "%(num)s lines"
msgstr[0] "%(num)s llinell"
msgstr[1] "un llinell"
msgstr[2] "%(num)s linell"
msgstr[3] "%(num)s llinell"
msgstr[4] "%(num)s llinell"
msgstr[5] "%(num)s llinell"
"""


def test_the_catalogue_has_every_sentence_of_the_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What `make words` gathers is what the catalogue holds. Where this fails: make words."""
    command = re.search(r"pybabel -q (extract (?:\\\n|.)+)", (ROOT / "Makefile").read_text("utf-8"))
    assert command
    made = tmp_path / "made.pot"
    arguments = command[1].replace("\\\n", " ").replace(CATALOGUE, str(made)).split()
    monkeypatch.chdir(ROOT)
    CommandLineInterface().run(["pybabel", "-q", *arguments])
    assert made.read_text("utf-8") == (ROOT / CATALOGUE).read_text("utf-8")


def test_each_message_of_the_code_is_in_the_catalogue() -> None:
    """Every call that translates words of its own is gathered, wherever in the code it stands."""
    with (ROOT / CATALOGUE).open(encoding="utf-8") as file:
        known = {text for message in read_po(file) for text in (message.id if message.pluralizable else [message.id])}
    said = set()
    for path in (ROOT / "build/socialvalue/publish").rglob("*.py"):
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in MARKS:
                constants = (word for word in call.args if isinstance(word, ast.Constant))
                said |= {word.value for word in constants if isinstance(word.value, str)}
    assert len(said) > 300
    assert said <= known


def test_welsh_says_dates_numbers_and_plurals_in_its_own_way() -> None:
    """Months come from the locale; the form of a word follows the plurals of the language, not those of English."""
    with speaking(translated("cy", WELSH)):
        assert days.day("2022-09-12") == "12 Medi 2022"
        assert days.span("2022-04-01", "2022-06-30") == "Ebrill hyd Mehefin 2022"
        said = [_n("%(num)s line", "%(num)s lines", number) for number in (0, 1, 2, 1200)]
        assert said == ["0 llinell", "un llinell", "2 linell", "1,200 llinell"]
        assert _("Not translated yet") == "Not translated yet"
    assert days.day("2022-09-12") == "12 September 2022"


def test_the_setting_chooses_the_language(
    valuation: Valuation, small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A line of authority.toml and a translation file make an edition, and its pages say which language they are in."""
    file = tmp_path / "locale/cy/LC_MESSAGES/socialvalue.po"
    file.parent.mkdir(parents=True)
    file.write_text(WELSH, encoding="utf-8")
    monkeypatch.setattr(language, "files", lambda package: tmp_path)
    checked = replace(valuation.checked, settings=replace(valuation.checked.settings, language="cy"))
    page = publish(replace(valuation, checked=checked))["projects/north-road.html"].decode("utf-8")
    assert '<html lang="cy"' in page
    assert '<meta property="og:locale" content="cy">' in page
    assert "Ebrill hyd Mehefin 2024" in page


def test_a_translated_page_takes_the_place_of_the_english_one(tmp_path: Path) -> None:
    """Hand-written pages that nobody translated stay, and no page of another language is published."""
    for name in ("about.md", "method.md", "locale/cy/about.md", "locale/fr/about.md"):
        (tmp_path / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "docs" / name).write_text(name, encoding="utf-8")
    with speaking(translated("cy", WELSH)):
        copy_pages(tmp_path / "docs", tmp_path / "out")
    written = {path.name: path.read_text("utf-8") for path in (tmp_path / "out").rglob("*.md")}
    assert written == {"about.md": "locale/cy/about.md", "method.md": "method.md"}


def test_a_language_writes_its_own_numbers() -> None:
    """Marks in numbers, and the place of the signs of money and percent, are those of the locale."""
    with speaking(translated("de", "")):
        found = [
            figures.pounds(418_322_000),
            figures.pounds_exact(12_345),
            figures.plain(1_234_500_000),
            figures.percent(1, 2),
        ]
        assert [text.replace("\xa0", " ") for text in found] == ["4.183.220 £", "123,45 £", "1.234,5", "50 %"]


@pytest.mark.parametrize(("tag", "why"), [("no such", "is no language"), ("fr", "make locale/fr.po beside data/")])
def test_a_language_that_cannot_be_spoken_stops_the_build(tag: str, why: str) -> None:
    """No site comes out half in one language and half in another without anybody knowing."""
    with pytest.raises(BrokenRepository, match=why):
        spoken(tag)


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("%(start)s hyd", "placeholders"),
        ("%(start)s hyd %(end)s %(more)s", "placeholders"),
        ("%(start)s 100% hyd %(end)s", "placeholders"),
        ("%(start)s <b>hyd</b> %(end)s", "tags"),
    ],
)
def test_a_translation_keeps_what_its_sentence_is_built_of(said: str, why: str) -> None:
    """A lost placeholder, an unknown one, a stray percent sign or another tag is named before anything is drawn."""
    broken = WELSH.replace("%(start)s hyd %(end)s", said)
    with pytest.raises(BrokenRepository, match=f"(?s)into cy cannot be used.*{why}"):
        translated("cy", broken)


def test_a_fuzzy_translation_is_said_in_english() -> None:
    """What an update only guesses, with the placeholders of another sentence, is neither used nor in the way."""
    guessed = WELSH.replace('msgid "%(start)s to', '#, fuzzy\nmsgid "%(start)s to').replace(
        "hyd %(end)s", "hyd %(when)s"
    )
    with speaking(translated("cy", guessed)):
        assert days.span("2022-04-01", "2022-06-30") == "Ebrill to Mehefin 2022"


def test_templates_translate_nothing_but_their_own_words(valuation: Valuation) -> None:
    """What is looked up stands in the template, so that no text of a return is ever taken for a message."""
    site = Site(valuation)
    environment = templates(site, Drawings(site))
    found = list(_messages(environment))
    assert found
    assert [message for message in found if not isinstance(message, nodes.Const)] == []


def _messages(environment: object) -> Iterator[nodes.Expr]:
    """The first argument of each call that translates."""
    for name in environment.list_templates():  # type: ignore[attr-defined]
        source = environment.loader.get_source(environment, name)[0]  # type: ignore[attr-defined]
        for call in environment.parse(source).find_all(nodes.Call):  # type: ignore[attr-defined]
            if isinstance(call.node, nodes.Name) and call.node.name in ("_", "_n", "N_", "gettext", "ngettext"):
                yield call.args[0]


def test_values_are_escaped_in_sentences_that_hold_markup(valuation: Valuation) -> None:
    """The sentence is ours and may hold tags; a name within it may not."""
    site = Site(valuation)
    environment = templates(site, Drawings(site))
    template = environment.from_string(
        "{% trans name='<i>' %}<b>{{ name }}</b>{% endtrans %} "
        "{% trans num=1200, name='<i>' %}{{ num }} line of {{ name }}"
        "{% pluralize %}{{ num }} lines of {{ name }}{% endtrans %} "
        "{{ _('%(name)s’s', name='<i>') }}"
    )
    assert template.render() == "<b>&lt;i&gt;</b> 1,200 lines of &lt;i&gt; &lt;i&gt;’s"


def test_an_authority_makes_a_language_that_the_program_lacks(tmp_path: Path) -> None:
    """Its own file is enough; what it doesn't translate stays English."""
    (tmp_path / "locale").mkdir()
    (tmp_path / "locale/ga.po").write_text('msgid ""\nmsgstr ""\n\nmsgid "Projects"\nmsgstr "Tionscadail"\n', "utf-8")
    with speaking(spoken("ga", tmp_path)):
        assert (_("Projects"), _("Places")) == ("Tionscadail", "Places")
