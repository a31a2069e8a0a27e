"""The lines and values of a package are held to its own totals and counts: what was moved or altered is found."""

from decimal import Decimal
from pathlib import Path

import pytest

from gathering.authority import refused
from gathering.packages import Rows, changed


@pytest.mark.parametrize("table", ["lines", "counts"])
def test_lines_come_to_the_counts_of_their_package(south: Path, table: str) -> None:
    """A quantity that was altered in one of the two, under right checksums."""

    def more(rows: Rows) -> None:
        of_return = (each for each in rows if each.get("dimension", "return") == "return" and each["quantity"])
        row = next(each for each in of_return if each.get("counted", "yes") == "yes")
        row["quantity"] = str(Decimal(row["quantity"]) + 1)

    changed(south, table, more)
    assert refused(south) == ("other-counts", "Its lines do not come to its own counts (return).")


ELSEWHERE = {
    **{"project": "skills-centre", "programme": "other", "measure": "le2", "theme": "other", "place": "E0"},
    "year": "1999-00",
}


@pytest.mark.parametrize("column", [*ELSEWHERE, "status"])
def test_a_line_that_was_moved_is_refused(south: Path, column: str) -> None:
    """To another project, programme, measure, theme, place, year or status, with right checksums."""

    def moved(rows: Rows) -> None:
        counted = [row for row in rows if row["counted"] == "yes" and row["quantity"] and row["place"]]
        line = next(row for row in counted if row["measure"] == "fw1")
        line[column] = ELSEWHERE.get(column) or next(iter({"verified", "evidenced"} - {line[column]}))

    changed(south, "lines", moved)
    assert refused(south)[0] in ("other-labels", "other-counts")


@pytest.mark.parametrize(
    ("counts_in", "column", "why"),
    [("memo", "year", "other-labels"), ("total", "area", "other-labels"), ("total", "kind", "other-totals")],
)
def test_a_value_that_was_moved_is_refused(south: Path, counts_in: str, column: str, why: str) -> None:
    """It stands where its line does, also beside the totals; and under its kind."""

    def moved(rows: Rows) -> None:
        row = next(row for row in rows if row["counts_in"] == counts_in and row["counted"] == "yes" and row["return"])
        other = "fiscal" if row["kind"] != "fiscal" else "economic"
        row[column] = {"year": "1999-00", "area": "E0", "kind": other}[column]

    changed(south, "values", moved)
    assert refused(south)[0] == why


def test_all_of_one_year_moved_with_their_values_is_refused(south: Path) -> None:
    """Lines and values agree with each other then, and not with the totals."""

    def moved(rows: Rows) -> None:
        year = next(row["year"] for row in rows if row["counted"] == "yes")
        for row in rows:
            row["year"] = "1999-00" if row["year"] == year else row["year"]

    changed(south, "lines", moved)
    changed(south, "values", moved)
    assert refused(south) == ("other-counts", "Its lines do not come to its own counts (year).")
