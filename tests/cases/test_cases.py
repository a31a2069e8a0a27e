"""Every rule of the method page is held to a case that a policy person reads, and the page shows that very case."""

import json
import re
from pathlib import Path

import pytest

from cases.running import FOLDER, Case, cases, differences, read
from cases.showing import shown
from socialvalue.publish.story.working_on_paper import TAKEN_OFF
from socialvalue.publish.words.vocabulary import EFFECT
from socialvalue.records import RATINGS
from socialvalue.value.adjustments import ORDER

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "method.md"
SHOWN = re.compile(r'<details class="ov-work ov-plain" id="case-([\w-]+)".*?</details>', re.DOTALL)
RULES = re.compile(r"^## Work it out again.*?(?=^## |\Z)", re.DOTALL | re.MULTILINE)
RULE = re.compile(r"^### .*?\{ #([\w-]+) \}\n(.*?)(?=^### |\Z)", re.DOTALL | re.MULTILINE)


def rules() -> dict[str, str]:
    """What the method page says under each of its rules, by the rule's place."""
    (part,) = RULES.findall(PAGE.read_text(encoding="utf-8"))
    return dict(RULE.findall(part))


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_the_program_gives_the_figures_of_the_case(case: Case) -> None:
    """Facts in, each step and figure out."""
    try:
        found = differences(case)
    except ValueError as slip:
        found = [f"It cannot be run: {slip}."]
    if found:
        pytest.fail(f"{FOLDER.name}/{case.name}.toml: {case.title}.\n\n" + "\n\n".join(found), pytrace=False)


def test_the_page_shows_each_case_as_it_is(request: pytest.FixtureRequest) -> None:
    """Each example on the page is rendered from its file: pytest --update-golden puts it there anew."""
    page = PAGE.read_text(encoding="utf-8")
    known = {case.name: shown(case) for case in cases()}
    assert sorted(SHOWN.findall(page)) == sorted(known), "write the block of a new case into docs/method.md, once"
    drawn = SHOWN.sub(lambda found: known[found[1]], page)
    if request.config.getoption("--update-golden"):
        PAGE.write_text(drawn, encoding="utf-8")
        page = drawn
    assert page == drawn


def test_each_rule_has_a_case_and_each_case_stands_under_its_rule() -> None:
    """A rule that no case holds would be words alone; a case under another rule would mislead."""
    by_rule = {rule: sorted(SHOWN.findall(text)) for rule, text in rules().items()}
    assert len(by_rule) > 20
    assert [rule for rule, names in by_rule.items() if not names] == []
    assert by_rule == {rule: sorted(case.name for case in cases() if case.rule == rule) for rule in by_rule}


def test_every_deduction_and_every_rating_is_in_a_case() -> None:
    """Whatever the page names has a case in which it is worked out."""
    effects = {row["effect"] for case in cases() for row in case.given.get("adjustments", ())}
    assert effects == set(ORDER), "write a case for each deduction of value/adjustments.py"
    ratings = {row.get("rating") for case in cases() for row in case.then.get("delivery", ())}
    assert ratings >= set(RATINGS)


def test_a_deduction_is_known_wherever_deductions_are_named() -> None:
    """The schema lets it in, the form takes it off in the same order, and the pages have words for it."""
    fields = json.loads((ROOT / "schemas/framework/adjustments.json").read_text(encoding="utf-8"))["fields"]
    assert {*ORDER} == {*next(field["constraints"]["enum"] for field in fields if field["name"] == "effect")}
    form = (ROOT / "build/socialvalue/publish/theme/assets/prepare/worth.js").read_text(encoding="utf-8")
    assert f"const ORDER = {json.dumps(ORDER)};" in form, (
        "prepare/worth.js takes off other deductions, or in another order"
    )
    for words, place in ((TAKEN_OFF, "story/working_on_paper.py"), (EFFECT, "words/vocabulary.py")):
        assert set(words) == {*ORDER, "discounting"}, f"{place} has no words for a deduction"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("£1,250.00  drop-off", "£1,000.00  drop-off", "+ −      £1,250.00  drop-off"),
        ("quantity = 1", "quantiy = 1", "given.lines has no column ['quantiy']"),
        ('rate = "0.5"', 'rate = "0.4"', "- =      £1,716.47  net"),
        ("[[then.working]]\nof", "[[then.delivry]]\nof", "then has no delivry"),
        ('of = "road/2023#1"', 'of = "road/2023#2"', "there is no line or promise road/2023#2: there are road/2023#1"),
    ],
)
def test_what_is_wrong_with_a_case_is_said_in_words(old: str, new: str, said: str, tmp_path: Path) -> None:
    """Another figure is shown beside the program's; a slip in the file is named with what may stand there."""
    path = tmp_path / "years-of-benefit.toml"
    text = (FOLDER / path.name).read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    try:
        found = differences(read(path))
    except ValueError as slip:
        found = [str(slip)]
    assert said in "\n".join(found)
