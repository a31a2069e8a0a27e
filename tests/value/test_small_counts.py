"""Nothing that is published tells how few people stand behind a hidden line. All invented."""

import csv
import io
import json
from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from functools import cache
from random import Random
from typing import Any

import pandas as pd
import pytest
from attack import TABLES, Attack, Knowledge
from invented import SCHEMAS, Row, reported, repository, table

from socialvalue.publish.downloads.published_tables import cells
from socialvalue.publish.downloads.release import downloads
from socialvalue.publish.site import Site
from socialvalue.records import LEAST_PEOPLE, MILLION, Checked, NoRating
from socialvalue.value import value

BUNDLES = 10
"""Of twenty repositories each: two hundred in all."""
LEFT = Fraction(3, 4)
"""What is left of a pound after the one deduction."""
KNOWN = {
    "claimants": Knowledge("sensitive", False, {"fiscal": 9800, "economic": 4335}),
    "offenders": Knowledge("very sensitive", False, {"fiscal": 8632}),
    "trainees": Knowledge("sensitive", True, {"wellbeing": 5980}),
    "visitors": Knowledge("none", True, {"community": 12}),
}
MEASURES = [
    {
        "measure": name,
        "unit": "people" if about.people else "fte_years",
        "theme": "work" if about.people else "skills",
        "adds_up": "flow",
        "sensitivity": about.sensitivity,
        "disadvantaged": not about.people,
        "needs_headcount": not about.people,
    }
    for name, about in KNOWN.items()
]
UNITS = [{"unit": unit, "one": unit, "many": unit} for unit in ("people", "fte_years")]
UNIT_VALUES = [
    {"unit_value": f"{name}-{kind}", "measure": name, "unit": MEASURES[at]["unit"], "kind": kind, "value_gbp": worth,
     "low_gbp": worth - 1, "high_gbp": worth + 1}
    for at, (name, about) in enumerate(KNOWN.items())
    for kind, worth in about.worth.items()
]  # fmt: skip
ADJUSTMENTS = [
    {"adjustment": f"{name}-deadweight", "applies_to": name, "effect": "deadweight", "rate": 1 - LEFT} for name in KNOWN
]
DELIVERY = {"road": "roads", "rail": "roads", "school": "schools"}


def generated(seed: int, other: bool = False) -> Checked:
    """A small repository. With `other`, each small count is another one below its threshold."""
    random = Random(seed)
    again = Random(seed + 1)
    lines: list[Row] = []
    for project in ("road", "rail", "school"):
        for year in random.sample(range(2021, 2025), random.randint(1, 3)):
            lines += _return(random, f"{project}/{year}")
    if other:
        for line in lines:
            least = LEAST_PEOPLE[KNOWN[line["measure"]].sensitivity]
            if 0 < _count(line) < least:
                line.update(_people(again, line["measure"], again.randint(1, least - 1)))
    return replace(_method(), tables={**_method().tables, **reported(lines)})


@cache
def _method() -> Checked:
    """What all these repositories have alike: a framework, projects and promises."""
    targets = [
        {"target": f"{project}-{name}", "project": project, "measure": name, "quantity": 6, "due": "2022",
         "unit": "people" if KNOWN[name].people else "fte_years"}
        for project in DELIVERY
        for name in KNOWN
    ]  # fmt: skip
    projects = [{"project": project, "programme": DELIVERY[project]} for project in DELIVERY]
    return repository((), UNIT_VALUES, ADJUSTMENTS, targets, projects=projects, measures=MEASURES, units=UNITS)


def _people(random: Random, measure: str, people: int) -> Row:
    """So many people, and how much of the measure they bring; a count of people needs no headcount beside it."""
    if KNOWN[measure].people:
        return {"quantity": people}
    return {"headcount": people, "quantity": Fraction(random.randint(1, 4 * people), 4)}


def _count(line: Row) -> int:
    return int(line.get("headcount", line["quantity"]))


def _return(random: Random, owner: str) -> list[Row]:
    lines: list[Row] = []
    for _ in range(random.randint(2, 5)):
        wholes = [line for line in lines if line["left"] > 0 and line["measure"] == "visitors"]
        whole = random.choice(wholes) if wholes and random.random() < 0.5 else None
        name = whole["measure"] if whole else random.choice(list(KNOWN))
        people = random.randint(1, min(14, whole["left"]) if whole else 14)
        if whole:
            whole["left"] -= people
        lines.append(
            {
                "owner": owner, "line": len(lines) + 1, "measure": name, "left": people,
                "unit": "people" if KNOWN[name].people else "fte_years", **_people(random, name, people),
                "part_of": str(whole["line"]) if whole else "", "area": random.choice(["north", "south", ""]),
                "organisation": random.choice(["builder", "charity"]),
                "status": random.choice(["self-reported", "evidenced"]), "public_note": f"It was {people} people.",
            }
        )  # fmt: skip
    return lines


@cache
def _schemas() -> Mapping[str, Any]:
    return {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in (SCHEMAS / "published").glob("*.json")}


def _site(checked: Checked) -> Site:
    programmes = table("programmes", [{"programme": name, "name": name} for name in dict.fromkeys(DELIVERY.values())])
    tables = {**checked.tables, "programmes": programmes, "evidence": table("evidence", ())}
    return Site(value(replace(checked, tables=tables, published=_schemas())))


def published(checked: Checked) -> dict[str, list[dict[str, str]]]:
    """What the attacker reads, as it stands in the downloads."""
    site = _site(checked)
    return {name: cells(site, name).to_dict("records") for name in TABLES}


def small(checked: Checked) -> dict[str, int]:
    """The threshold of each line that must not be told, by its key."""
    found = {}
    for line in checked.tables["lines"].itertuples():
        least = LEAST_PEOPLE[KNOWN[str(line.measure)].sensitivity]
        people = line.quantity // MILLION if KNOWN[str(line.measure)].people else line.headcount
        if 0 < int(str(people)) < least:
            found[f"{line.owner}#{line.line}"] = least
    return found


def narrowed(tables: Mapping[str, Any], least: Mapping[str, int]) -> list[str]:
    """The small counts of which the tables tell more than the rule itself: from one to one below the threshold."""
    ranges = Attack(tables, KNOWN, float(LEFT)).ranges()
    return [key for key in least if ranges[key][0] > 1 + 1e-6 or ranges[key][1] < least[key] - 1 - 1e-6]


@pytest.mark.parametrize("bundle", range(BUNDLES))
def test_no_hidden_number_can_be_had_from_all_downloads_together(bundle: int) -> None:
    """Linear programming over every published table narrows no small count of two hundred repositories down."""
    for seed in range(20 * bundle, 20 * bundle + 20):
        checked = generated(seed)
        tables = published(checked)
        assert narrowed(tables, small(checked)) == [], seed


def test_the_attack_reads_what_the_files_hold() -> None:
    """The tables that are attacked are those of the downloads, cell by cell."""
    site = _site(generated(3))
    files = dict(downloads(site))
    for name in TABLES:
        rows = list(csv.DictReader(io.StringIO(files[f"data/{name}.csv"].decode())))
        assert rows == cells(site, name).to_dict("records"), name


@pytest.mark.parametrize("leak", ["lines", "values", "steps", "counts", "totals", "delivery"])
def test_the_attack_finds_a_table_that_is_not_safe(leak: str) -> None:
    """If one table were published as it stands without the rule, the attack would narrow a small count down."""
    checked = generated(3)
    plain = checked.tables["measures"].assign(disadvantaged=False)
    tables, least = published(_under(checked, plain)), small(checked)
    unsafe = published(_under(checked, plain.assign(sensitivity="none")))[leak]
    hidden = {row["key"] for row in tables["suppressed"]}
    if leak in ("lines", "values", "steps"):
        marked = {"marker": "c", "counted": "no"} if leak == "lines" else {}
        shown = [row for row in tables[leak] if row["key"] not in hidden]
        unsafe = shown + [{**row, **marked} for row in unsafe if row["key"] in hidden]
    assert narrowed({**tables, leak: unsafe}, least)


def test_what_is_published_does_not_depend_on_the_hidden_numbers() -> None:
    """With other small counts in the hidden lines, every file stays the same to the last byte."""
    changed = 0
    for seed in range(6):
        one, other = generated(seed), generated(seed, other=True)
        changed += not one.tables["lines"]["quantity"].equals(other.tables["lines"]["quantity"])
        files = [dict(downloads(_site(checked))) for checked in (one, other)]
        assert files[0] == files[1], seed
    assert changed > 3


def _under(checked: Checked, measures: pd.DataFrame) -> Checked:
    return replace(checked, tables={**checked.tables, "measures": measures})


def _lines(*rows: Row, **more: Any) -> Any:
    """What becomes of some lines of one return."""
    owner = {"owner": "road/2023", "unit": "people"}
    return value(repository([{**owner, **row} for row in rows], UNIT_VALUES, measures=MEASURES, units=UNITS, **more))


@pytest.mark.parametrize(
    ("line", "hidden"),
    [
        ({"measure": "trainees", "quantity": 4}, True),
        ({"measure": "trainees", "quantity": 5}, False),
        ({"measure": "trainees", "quantity": 0}, False),
        ({"measure": "trainees", "quantity": 20, "headcount": 4}, True),
        ({"measure": "offenders", "quantity": "0.2", "headcount": 9, "unit": "fte_years"}, True),
        ({"measure": "offenders", "quantity": "0.2", "headcount": 10, "unit": "fte_years"}, False),
        ({"measure": "offenders", "quantity": "9.5", "unit": "fte_years"}, False),
        ({"measure": "visitors", "quantity": 1}, False),
    ],
)
def test_people_decide_whether_a_line_is_hidden(line: Row, hidden: bool) -> None:
    """The threshold is that of the measure, and the headcount goes before the quantity; a part of one is one."""
    assert len(_lines(line).suppressed) == hidden


def test_a_hidden_line_is_listed_without_its_number() -> None:
    """It keeps its place and its marker, and loses what could tell its number."""
    told = {"public_note": "Four people.", "derivation": "2 + 2", "bound": "about"}
    found = _lines({"measure": "trainees", "quantity": 4, **told}, {"measure": "trainees", "quantity": 50})
    line = found.lines.iloc[0]
    assert (line["marker"], line["counted"]) == ("c", False)
    assert pd.isna(line["quantity"])
    assert [line[name] for name in told] == ["", "", ""]
    assert list(found.values["key"]) == ["road/2023#2"]
    counts = found.counts[found.counts["dimension"] == "all"].iloc[0]
    assert (counts["quantity"], counts["lines"], counts["suppressed"]) == (50_000_000, 1, 1)
    counted = found.counted[found.counted["dimension"] == "project"].iloc[0]
    assert (counted["quantity"], counted["lines"], counted["hidden"]) == (50_000_000, 2, 1)
    assert set(found.totals["suppressed"]) == {1}
    assert dict(zip(found.unvalued["key"], found.unvalued["reason"], strict=True))["road/2023#1"] == "few people"


def test_words_of_a_neighbour_that_may_tell_a_hidden_number_are_left_out() -> None:
    """How a later count was worked out, and what is said of people beside them, can tell what is hidden."""
    found = _lines(
        {"measure": "trainees", "quantity": 3, "derivation": "15 − 12"},
        {"measure": "trainees", "quantity": 8, "derivation": "23 − 15", "bound": "about"},
        {"measure": "visitors", "quantity": 40, "public_note": "Two had offended."},
        {"measure": "claimants", "quantity": 9, "headcount": 9, "unit": "fte_years", "owner": "rail/2023",
         "derivation": "4 + 5"},
    ).lines.set_index("key")  # fmt: skip
    assert list(found["marker"]) == ["", "c", "", ""]
    assert list(found["derivation"]) == ["4 + 5", "", "", ""]
    assert set(found["public_note"]) == {""}
    assert list(found["bound"]) == ["", "", "about", ""]


@pytest.mark.parametrize(
    ("people", "groups", "hidden"),
    [
        (4, (("trainees", 3),), True),
        (5, (("trainees", 3),), False),
        (9, (("offenders", 2),), True),
        (10, (("offenders", 2),), False),
        (4, (("trainees", 5),), False),
        (13, (("claimants", 9), ("trainees", 1)), True),
        (14, (("claimants", 9), ("trainees", 1)), False),
        (14, (("claimants", 9), ("offenders", 1)), True),
        (6, (("trainees", 1), ("offenders", 9)), True),
        (11, (("trainees", 1), ("offenders", 9)), False),
        (0, (("trainees", 3),), True),
    ],
)
def test_few_people_are_hidden_beside_a_group_that_may_be_among_them(
    people: int, groups: tuple[tuple[str, int], ...], hidden: bool
) -> None:
    """Each hidden group may be as large as the rule lets it, with somebody in every other and those that are shown."""
    rows = [{"measure": name, **_people(Random(0), name, many)} for name, many in groups]
    found = _lines({"measure": "visitors", "quantity": people}, *rows)
    assert ("road/2023#1" in set(found.suppressed["key"])) == hidden


def test_a_promise_with_a_hidden_part_is_not_rated() -> None:
    """What is shown is the least that was done; a rating or a share would tell the rest."""
    target = {"target": "t", "measure": "trainees", "quantity": 60, "due": "2023", "unit": "people"}
    more = {"measure": "trainees", "quantity": 50}
    row = _lines({"measure": "trainees", "quantity": 4}, more, targets=[target]).delivery.iloc[0]
    why = NoRating.HIDDEN
    assert (row["rating"], row["why"], row["overdue"]) == ("other", why, False)
    assert (row["delivered"], row["delivered_bound"], row["suppressed"]) == (50_000_000, "at least", 1)
    assert pd.isna(row["share"])
    alone = _lines({"measure": "trainees", "quantity": 4}, targets=[target]).delivery.iloc[0]
    assert (alone["rating"], alone["why"]) == ("other", why)
    assert pd.isna(alone["delivered"])
