"""What a correction changed is kept, line by line. Every repository here is invented."""

from invented import MEASURES, Row, repository

from socialvalue.records import MILLION
from socialvalue.value import value

POUND = {"unit_value": "pound", "measure": "spend", "kind": "local", "value_gbp": 1}
CORRECTED = [
    {"owner": "road/2022"},
    {"owner": "road/2022-2", "supersedes": "2022", "reason": "Two invoices were missing."},
]


def told(lines: list[Row], returns: list[Row], *unit_values: Row) -> list[tuple[str, str, str, int, int, int]]:
    """Key, the return that replaced it, kind, net before and after, and the difference."""
    found = value(repository(lines, [POUND, *unit_values], returns=returns)).ledger
    columns = ["key", "by", "kind", "net_before", "net_after", "difference"]
    return [tuple(row) for row in found[columns].to_numpy().tolist()]


def test_the_earlier_value_is_kept_with_the_reason() -> None:
    """Quantity and net, before and after, and why the return was replaced."""
    lines = [
        {"owner": row["owner"], "measure": "spend", "quantity": many, "bound": bound}
        for row, many, bound in zip(CORRECTED, (100, 150), ("about", ""), strict=True)
    ]
    found = value(repository(lines, [POUND], returns=CORRECTED))
    assert found.ledger.to_dict("records") == [
        {
            "key": "road/2022#1", "return_id": "road/2022", "by": "road/2022-2",
            "reason": "Two invoices were missing.", "programme": "roads", "project": "road",
            "framework": "open", "measure": "spend",
            "kind": "local", "quantity_before": 100 * MILLION, "quantity_after": 150 * MILLION,
            "bound_before": "about", "bound_after": "",
            "net_before": 10_000, "net_after": 15_000, "difference": 5_000,
        }
    ]  # fmt: skip
    assert found.totals.loc[found.totals["dimension"] == "all", "net"].tolist() == [15_000]


def test_a_line_may_come_or_go_or_have_no_value() -> None:
    """A line in one of the two returns alone has £0 in the other; one without a £ has a row without a kind."""
    lines = [
        {"owner": "road/2022", "measure": "spend", "quantity": 5},
        {"owner": "road/2022", "measure": "weeks", "quantity": 2},
        {"owner": "road/2022-2", "measure": "weeks", "quantity": 3, "line": 2},
        {"owner": "road/2022-2", "measure": "spend", "quantity": 7, "line": 3},
    ]
    assert told(lines, CORRECTED) == [
        ("road/2022#1", "road/2022-2", "local", 500, 0, -500),
        ("road/2022#2", "road/2022-2", "", 0, 0, 0),
        ("road/2022#3", "road/2022-2", "local", 0, 700, 700),
    ]


def test_each_correction_of_a_correction_has_its_own_rows() -> None:
    """Three versions of a return are two steps, each from one to the next."""
    returns = [*CORRECTED, {"owner": "road/2022-3", "supersedes": "2022-2", "reason": "One was paid twice."}]
    lines = [
        {"owner": row["owner"], "measure": "spend", "quantity": many}
        for row, many in zip(returns, (100, 150, 140), strict=True)
    ]
    assert told(lines, returns) == [
        ("road/2022#1", "road/2022-2", "local", 10_000, 15_000, 5_000),
        ("road/2022-2#1", "road/2022-3", "local", 15_000, 14_000, -1_000),
    ]


def test_the_rest_is_as_it_stood() -> None:
    """People had used up part of their first year in an earlier period, before the correction and after it."""
    job = {"unit_value": "job", "measure": "hires", "kind": "fiscal", "value_gbp": 1000}
    lines = [
        {"owner": owner, "measure": "hires", "quantity": quantity, "headcount": 10}
        for owner, quantity in (("road/2021", 8), ("road/2022", 9), ("road/2022-2", 1))
    ]
    assert told(lines, CORRECTED, job) == [("road/2022#1", "road/2022-2", "fiscal", 200_000, 100_000, -100_000)]


def test_a_part_was_no_more_than_a_part() -> None:
    """A part of a line of the replaced return added nothing then either."""
    lines = [
        {"owner": "road/2022", "measure": "spend", "quantity": 100},
        {"owner": "road/2022", "measure": "spend", "quantity": 40, "part_of": "1"},
        {"owner": "road/2022-2", "measure": "spend", "quantity": 100},
        {"owner": "road/2022-2", "measure": "spend", "quantity": 50},
    ]
    assert told(lines, CORRECTED)[1] == ("road/2022#2", "road/2022-2", "local", 0, 5_000, 5_000)


def test_counts_of_sensitive_groups_stay_out() -> None:
    """No line of a sensitive measure is in the ledger, large or small, nor one that is hidden in either return."""
    measures = [{**row, "sensitivity": "sensitive"} if row["measure"] == "jobs" else row for row in MEASURES]
    for before, after in ((20, 23), (20, 2), (2, 20)):
        lines = [
            {"owner": row["owner"], "measure": "jobs", "quantity": many}
            for row, many in zip(CORRECTED, (before, after), strict=True)
        ]
        assert value(repository(lines, [POUND], returns=CORRECTED, measures=measures)).ledger.empty
    lines = [
        {"owner": "road/2022", "measure": "spend", "quantity": 40},
        {"owner": "road/2022", "measure": "jobs", "quantity": 2},
        {"owner": "road/2022", "measure": "hires", "quantity": 3},
        {"owner": "road/2022-2", "measure": "spend", "quantity": 41},
        {"owner": "road/2022-2", "measure": "hires", "quantity": 30, "line": 3},
    ]
    found = value(repository(lines, [POUND], returns=CORRECTED, measures=measures)).ledger
    assert found["key"].tolist() == ["road/2022#1"]


def test_without_corrections_the_ledger_is_empty() -> None:
    """Nothing was replaced, so nothing is kept."""
    assert told([{"owner": "road/2022", "measure": "spend", "quantity": 1}], []) == []
