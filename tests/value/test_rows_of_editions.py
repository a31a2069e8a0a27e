"""What a contract signed under an earlier edition would be worth at the current one. All invented."""

from invented import Row, repository

from socialvalue.publish.site import Site
from socialvalue.publish.story.at_current_edition import at_current_edition
from socialvalue.publish.story.explaining import in_plain_words
from socialvalue.records import MILLION, Valuation
from socialvalue.value import explain, value

WEEK = {"measure": "weeks", "kind": "fiscal"}
VALUES = [
    {**WEEK, "unit_value": "old", "value_gbp": 10, "edition": "1"},
    {**WEEK, "unit_value": "new", "value_gbp": 12, "edition": "2"},
]
LINE = {"owner": "road/2023", "measure": "weeks", "quantity": 5}


def valued(*more: Row, current: str = "2") -> Valuation:
    """A line under edition 1."""
    return value(repository([LINE], [*VALUES, *more], editions={"open": current}))


def test_the_current_edition_stands_beside_the_published_value() -> None:
    """The published net is that of the contract's edition; the other is beside it, in no total."""
    found = valued()
    assert found.at_current_edition.to_dict("records") == [
        {
            "key": "road/2023#1", "kind": "fiscal", "edition": "1", "current_edition": "2", "unit_value": "new",
            "bound": "", "net_current": 6000, "net": 5000, "difference": 1000,
        }
    ]  # fmt: skip
    assert found.totals.loc[found.totals["dimension"] == "all", "net"].tolist() == [5000]


def test_a_kind_may_come_or_go_with_an_edition() -> None:
    """What one of the two editions does not value is £0 there."""
    found = valued({**WEEK, "unit_value": "mood", "kind": "wellbeing", "value_gbp": 3, "edition": "2"}, current="2")
    rows = found.at_current_edition.set_index("kind")
    assert rows.loc["wellbeing", ["net_current", "net", "difference"]].tolist() == [1500, 0, 1500]
    gone = valued(current="3").at_current_edition.iloc[0]
    assert (gone["unit_value"], gone["net_current"], gone["difference"]) == ("", 0, -5000)


def test_what_is_shown_beside_the_totals_has_no_row() -> None:
    """A value that counts in no total isn't compared either."""
    memo = {**WEEK, "kind": "wellbeing", "counts_in": "memo"}
    found = valued(
        {**memo, "unit_value": "was", "value_gbp": 3, "edition": "1"},
        {**memo, "unit_value": "is", "value_gbp": 4, "edition": "2"},
    )
    assert len(found.values) == 2
    assert found.at_current_edition["kind"].tolist() == ["fiscal"]


def test_nothing_stands_beside_what_is_current() -> None:
    """No row for a contract of the current edition, nor where no unit value is of one edition alone."""
    assert valued(current="1").at_current_edition.empty
    every = {**WEEK, "unit_value": "all", "value_gbp": 1}
    assert value(repository([LINE], [every], editions={"open": "2"})).at_current_edition.empty


def test_explain_says_what_the_current_edition_gives() -> None:
    """One sentence, and none where it is the same."""
    said = in_plain_words(explain(valued(), "road/2023", 1)[0])
    assert "At the current one, 2, it would be £60.00 net." in said
    assert "current one" not in in_plain_words(explain(valued(current="1"), "road/2023", 1)[0])


def test_another_framework_may_call_its_unit_values_the_same() -> None:
    """A page says what one is worth by the framework that the contract was signed under."""
    other = [{**row, "owner": "closed", "value_gbp": 99} for row in VALUES]
    found = value(repository([LINE], [*other, *VALUES], editions={"open": "2"}))
    (row,) = at_current_edition(Site(found), ["road/2023#1"])
    assert (row["was"], row["now"]) == (10 * MILLION, 12 * MILLION)
