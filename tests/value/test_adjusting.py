"""What is taken off, in which order, and how a benefit that lasts is counted. All invented."""

from fractions import Fraction

from invented import Row, repository

from socialvalue.records import Valuation
from socialvalue.value import value

WEEK = {"unit_value": "week", "measure": "weeks", "kind": "fiscal", "value_gbp": 100}
LINE = {"owner": "road/2023", "measure": "weeks", "quantity": 10}


def rate(
    name: str, effect: str, share: float | str, scope: str = "framework", applies_to: str = "", kind: str = ""
) -> Row:
    """An adjustment."""
    return {"adjustment": name, "effect": effect, "rate": share, "scope": scope, "applies_to": applies_to, "kind": kind}


def adjusted(*rates: Row, unit_value: Row = WEEK) -> Valuation:
    """One line worth £1,000 before anything is taken off."""
    return value(repository([LINE], [unit_value], rates))


def taken(found: Valuation) -> dict[str, int]:
    """Pence by adjustment, in order."""
    return dict(zip(found.steps["adjustment"], found.steps["taken"], strict=True))


def test_deductions_multiply_and_keep_their_order() -> None:
    """A fifth of the whole, then a half of what is left: never the sum of the two; the order of rows is no matter."""
    found = adjusted(rate("d", "displacement", "0.5"), rate("w", "deadweight", "0.2"))
    assert list(taken(found).items()) == [("w", 20_000), ("d", 40_000)]
    assert found.values["net"].tolist() == [40_000]


def test_the_narrowest_applies() -> None:
    """Line beats project, project programme, programme measure, measure framework; a kind's own beats one for all."""
    scopes = [
        ("framework", ""),
        ("measure", "weeks"),
        ("programme", "roads"),
        ("project", "road"),
        ("line", "road/2023#1"),
    ]
    for last in range(1, len(scopes) + 1):
        rates = [rate(scope, "deadweight", "0.1", scope, of) for scope, of in scopes[:last]]
        assert list(taken(adjusted(*rates))) == [scopes[last - 1][0]]
    both = rate("all", "deadweight", "0.1"), rate("own", "deadweight", "0.2", kind="fiscal")
    assert list(taken(adjusted(*both))) == ["own"]


def test_of_two_alike_the_later_row_applies() -> None:
    """Two rates for the same thing: the one that was written last, whichever is the higher."""
    high, low = rate("high", "deadweight", "0.2"), rate("low", "deadweight", "0.1")
    assert list(taken(adjusted(high, low))) == ["low"]
    assert list(taken(adjusted(low, high))) == ["high"]


def test_what_a_value_is_net_of_is_not_taken_off_again() -> None:
    """An effect named in net_of is skipped; the others apply."""
    net = {**WEEK, "net_of": "deadweight; leakage"}
    rates = [rate("w", "deadweight", "0.5"), rate("l", "leakage", "0.5"), rate("d", "displacement", "0.5")]
    assert list(taken(adjusted(*rates, unit_value=net))) == ["d"]


def test_a_shared_initiative_is_apportioned() -> None:
    """What others made happen is taken off the line that shares it, and no other."""
    lines = [LINE, LINE]
    found = value(repository(lines, [WEEK], [rate("a", "attribution", "0.75", "line", "road/2023#2")]))
    assert found.values["net"].tolist() == [100_000, 25_000]


def test_a_benefit_that_lasts_drops_off_and_is_discounted() -> None:
    """Three years, a tenth less each year, later years discounted by 3.5%; every step is shown."""
    lasting = {**WEEK, "benefit_years": 3}
    found = adjusted(rate("w", "deadweight", "0.5"), rate("o", "drop-off", "0.1"), unit_value=lasting)
    net = 50_000 * sum((Fraction("0.9") / Fraction("1.035")) ** year for year in range(3))
    assert found.values["gross"].tolist() == [300_000]
    assert found.values["net"].tolist() == [round(net)]
    assert list(taken(found)) == ["w", "o", "green-book-discount-rate"]
    assert taken(found)["o"] == 150_000 - 50_000 * Fraction("2.71")
    assert sum(taken(found).values()) == 300_000 - round(net)


def test_of_two_years_the_second_alone_drops_off() -> None:
    """A tenth of the second year is a twentieth of both; in one year alone, it is a tenth."""
    drop = rate("o", "drop-off", "0.1")
    assert taken(adjusted(drop, unit_value={**WEEK, "benefit_years": 2}))["o"] == 10_000
    assert taken(adjusted(drop, unit_value={**WEEK, "benefit_years": 1}))["o"] == 10_000


def test_nothing_drops_off_where_no_rate_says_so() -> None:
    """Three years of £1,000,000 are discounted, to the penny, and nothing else."""
    found = adjusted(unit_value={**WEEK, "value_gbp": 100_000, "benefit_years": 3})
    assert found.values["net"].tolist() == [round(100_000_000 * sum(Fraction(1000, 1035) ** year for year in range(3)))]


def test_steps_add_up_to_what_was_deducted() -> None:
    """Each step is the difference of two rounded amounts, so no penny is lost between them."""
    odd = {**WEEK, "value_gbp": "0.333"}
    rates = [rate(e, e, "0.333333") for e in ("deadweight", "displacement", "leakage", "substitution", "attribution")]
    found = adjusted(*rates, unit_value=odd)
    assert (
        sum(taken(found).values()) == found.values["deducted"][0] == found.values["gross"][0] - found.values["net"][0]
    )
    assert len(found.steps) == 5
