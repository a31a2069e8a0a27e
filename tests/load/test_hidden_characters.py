"""A character that cannot be seen is named at its place, and all else is judged beside it."""

from pathlib import Path

import pytest

from check.repository import PROJECT, RETURN
from load.judging import judged, rules

LRM = "\u200e"


FAULTS = [
    "1,fw1,62.5,weeks,,,,,,,,evidenced,e9,,,,",
    f"2,le{LRM}1,5.25,fte_years,24,,E07000901,,both-towns,example-builder,main contractor,verified,e2,,,,",
    '3,iw1,1.75,fte_years,9,,E07000999,,,"nobody, here",,self-reported,,,,,',
    "4,le2,many,gbp,,,E07000902,within 30 miles,,example-builder,main contractor,Evidenced,,,,,",
]


def test_a_hidden_character_leaves_the_rest_to_be_judged(data: Path) -> None:
    """It is told of with its row and its column, and every other fault of the file beside it."""
    path = data / RETURN / "lines.csv"
    header = path.read_text(encoding="utf-8").splitlines()[0]
    path.write_text("\n".join([header, *FAULTS]) + "\n", encoding="utf-8")
    found = {(each.rule, each.row, each.column) for each in judged(data).findings}
    assert found == {
        ("known-reference", 2, "evidence"),
        ("hidden-character", 3, "measure"),
        ("known-area", 4, "area"),
        ("well-formed", 4, "organisation"),
        ("plain-number", 5, "quantity"),
        ("one-of-the-words", 5, "status"),
    }


@pytest.mark.parametrize(
    ("text", "row", "column"),
    [
        (f"line,mea{LRM}sure,", 1, "measure"),
        (f'"line",{LRM}measure,', 1, "measure"),
        (f"{LRM}line,measure,", 1, "line"),
    ],
)
def test_a_hidden_character_in_the_header_is_one_finding(text: str, row: int, column: str, data: Path) -> None:
    """The header is read as a reader sees it, so that the column keeps its cells."""
    path = data / RETURN / "lines.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("line,measure,", text, 1), encoding="utf-8")
    (finding,) = judged(data).findings
    assert (finding.rule, finding.row, finding.column) == ("hidden-character", row, column)


@pytest.mark.parametrize(
    ("old", "new", "column"),
    [
        ('"end": "', '"end": "\u200b', "period.end"),
        ('"end": "', '"end": "\\u200b', "period.end"),
        ('"end": "', '"end": "\\u202E', "period.end"),
        ('"end": "', '"en\u00add": "', "period.en<U+00AD>d"),
    ],
)
def test_a_hidden_character_in_a_descriptor_names_its_key_and_line(old: str, new: str, column: str, data: Path) -> None:
    """Raw or escaped: whoever is to take it away is told where it stands."""
    path = data / RETURN / "datapackage.json"
    text = path.read_text(encoding="utf-8")
    line = text[: text.index(old)].count("\n") + 1
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    (finding,) = [each for each in judged(data).findings if each.rule == "hidden-character"]
    assert (finding.row, finding.column) == (line, column)


def test_hidden_characters_in_a_descriptor_leave_the_rest_to_be_judged(data: Path) -> None:
    """Each is told of at its place, and every other fault of the file beside it; the return is held back."""
    path = data / RETURN / "datapackage.json"
    text = path.read_text(encoding="utf-8")
    for old, new in (
        ('"north-road-2024-q2"', '"north\u00ad-road-\u00ad2024-q2"'),
        ('"version": "1.0.0"', '"version": "\\u202e1.0"'),
        ('"basis": "submitted"', '"basis": "sent"'),
        ('"end": "2024-06-30"', '"end": "30/06/2024\u200b"'),
        ('"edition": "2024.1",', ""),
    ):
        assert old in text
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")
    checked = judged(data)
    found = {(each.rule, each.row, each.column) for each in checked.findings}
    assert {each[1:] for each in found if each[0] == "hidden-character"} == {
        (3, "name"), (5, "version"), (9, "period.end"),
    }  # fmt: skip
    assert {each[2] for each in found if each[0] != "hidden-character"} == {"version", "basis", "period.end", "edition"}
    assert not any("Nothing else" in each.mend for each in checked.findings)
    assert f"{PROJECT.name}/2024-q2" in checked.held_back


def test_a_word_that_only_hides_a_character_is_read_without_it(data: Path) -> None:
    """Nothing is said of an organisation that the register has; the return is held back all the same."""
    path = data / RETURN / "datapackage.json"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('"example-builder"', '"example-\u200bbuilder"', 1), encoding="utf-8")
    checked = judged(data)
    assert rules(checked) == ["hidden-character"]
    assert len(checked.held_back) == 1
