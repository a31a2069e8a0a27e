"""Contracts as releases of the Open Contracting Data Standard, and the draft of the notice. Everything is invented."""

import json
from dataclasses import replace
from typing import Any

import pandas as pd
import pytest
from click.testing import CliRunner

from cases.facts import repository_of
from socialvalue.cli import main
from socialvalue.publish.downloads.notice import ACT, GUIDANCE, notice
from socialvalue.publish.downloads.ocds import WHOLE, release_of, releases
from socialvalue.publish.site import Site
from socialvalue.records import LEAST_PERCENT, MEASURE_CLASSIFICATION, RATINGS, NoRating, Valuation
from socialvalue.value import value


def rated(delivered: float, promised: float = 100) -> Valuation:
    """A contract that promised so many weeks by the end of 2023, and what it delivered by then."""
    line = {"return": "road/2023", "measure": "weeks", "quantity": delivered}
    target = {"target": "weeks-by-2023", "measure": "weeks", "quantity": promised, "due": "2023"}
    checked = repository_of({"lines": [line], "targets": [target]})
    nobody = pd.DataFrame(columns=["project", "organisation", "role", "name"])
    return value(replace(checked, tables={**checked.tables, "project-organisations": nobody, "organisations": nobody}))


def contract(valuation: Valuation, project: str) -> dict[str, Any]:
    package = json.loads(releases(Site(valuation, "https://example.org/", "2024-07-20.abc"))[release_of(project)])
    found: dict[str, Any] = package["releases"][0]["contracts"][0]
    return found


@pytest.mark.parametrize(
    ("delivered", "classified", "called"),
    [
        (101, "met", "Good"),
        (100, "met", "Good"),
        (99.999999, "slightlyBelow", "Approaching target"),
        (85, "slightlyBelow", "Approaching target"),
        (84.999999, "below", "Requires improvement"),
        (50, "below", "Requires improvement"),
        (49.999999, "significantlyBelow", "Inadequate"),
        (0, "significantlyBelow", "Inadequate"),
    ],
)
def test_each_rating_begins_exactly_at_its_line(delivered: float, classified: str, called: str) -> None:
    """From both sides of each boundary, in the release and in the draft."""
    valuation = rated(delivered)
    (metric,) = contract(valuation, "road")["implementation"]["metrics"]
    (observation,) = metric["observations"]
    assert observation["measureClassification"] == {"id": classified, "description": called}
    assert f"Rating          {called}" in notice(valuation, "road", "text")


def test_every_rating_has_a_classification() -> None:
    """And the lines that are drawn are those that the notice says."""
    assert list(MEASURE_CLASSIFICATION) == list(RATINGS)
    said = notice(rated(100), "road", "text").replace("\n  ", " ")
    assert all(f"{least}%" in said for least in LEAST_PERCENT.values() if least)


def test_a_release_says_what_was_agreed_and_what_was_delivered(valuation: Valuation) -> None:
    """Money in pounds, the rest in its unit; the days that it is about; at least is said."""
    found = contract(valuation, "north-road")
    weeks, spend = found["implementation"]["metrics"]
    assert weeks["observations"] == [
        {
            "id": "fw1-delivered",
            "period": {"startDate": "2023-01-01T00:00:00Z", "endDate": "2024-06-30T00:00:00Z"},
            "measure": 115.5,
            "unit": {"name": "weeks"},
            "measureClassification": {"id": "other", "description": "Other"},
            "notes": "nothing was due by the last day reported to",
        }
    ]
    assert spend["observations"][0]["value"] == {"amount": 2000000.5, "currency": "GBP"}
    assert spend["observations"][0]["notes"].startswith("at least")
    assert [each["id"] for each in found["agreedMetrics"]] == ["fw1", "le1"]
    assert found["agreedMetrics"][0]["observations"][0]["measure"] == 200


def test_only_contracts_have_one_and_the_whole_has_them_all(valuation: Valuation) -> None:
    """A project with a forecast alone, no value and no days of a contract is none."""
    files = releases(Site(valuation))
    assert sorted(files) == [release_of("north-road"), WHOLE]
    whole = json.loads(files[WHOLE])
    assert [each["ocid"] for each in whole["releases"]] == ["north-road"]
    assert whole["uri"].startswith("urn:uuid:")
    named = replace(valuation.checked, settings=replace(valuation.checked.settings, ocid_prefix="ocds-213czf"))
    (release,) = json.loads(releases(Site(replace(valuation, checked=named)))[WHOLE])["releases"]
    assert release["ocid"] == "ocds-213czf-north-road"


def test_what_is_hidden_is_in_neither(valuation: Valuation) -> None:
    """No number, no rating, and the reason why."""
    delivery = valuation.delivery.copy()
    mine = (delivery["project"] == "north-road") & (delivery["measure"] == "fw1")
    delivery.loc[mine, "suppressed"] = 1
    delivery.loc[mine, ["rating", "why"]] = ["other", NoRating.HIDDEN]
    hidden = replace(valuation, delivery=delivery)
    (observation,) = contract(hidden, "north-road")["implementation"]["metrics"][0]["observations"]
    assert "measure" not in observation
    assert "hidden" in observation["notes"]
    assert "115.5" not in notice(hidden, "north-road", "text")


@pytest.mark.parametrize(
    ("pounds", "said"),
    [
        (5_000_000, "The register says £5,000,000, which is not more than £5 million."),
        (5_000_001, "The register says £5,000,001, which is more than £5 million."),
        (0, "The register does not know what this contract is worth."),
    ],
)
def test_the_notice_says_what_the_law_asks(valuation: Valuation, pounds: int, said: str) -> None:
    """More than five million, at least three KPIs, every 12 months, what is exempt; and that the authority decides."""
    projects = valuation.checked.tables["projects"].copy()
    projects["contract_gbp"] = projects["contract_gbp"].astype("Int64")
    projects.loc[projects["project"] == "north-road", "contract_gbp"] = pounds or None
    checked = replace(valuation.checked, tables={**valuation.checked.tables, "projects": projects})
    text = notice(replace(valuation, checked=checked), "north-road", "text").replace("\n  ", " ")
    for part in (
        *(said, "2 commitments stand in the register. That is fewer than three.", "at least once in every 12 months"),
        *("light touch", "The authority decides", GUIDANCE, f"{ACT}/section/71"),
    ):
        assert part in text


def test_the_command_writes_both_and_knows_the_project(small: Any) -> None:
    """Text to read, a release package for programs; a name that is not there is met with those that are near."""
    run = CliRunner()
    assert (
        "DRAFT of a contract performance notice (UK9)"
        in run.invoke(main, ["notice", "north-road", "--data", str(small)]).output
    )
    found = run.invoke(main, ["notice", "north-road", "--data", str(small), "--format", "json"])
    assert json.loads(found.output)["releases"][0]["id"].startswith("north-road-2026-11.")
    refused = run.invoke(main, ["notice", "north-raod", "--data", str(small)])
    assert refused.exit_code == 2
    assert "Did you mean north-road?" in str(refused.output) + str(refused.exception)
