"""What is added up, what never is, and that the engine adds as pandas and Python's integers do."""

from collections import defaultdict
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from gathering.packages import Rows, changed, described, listed
from socialvalue.gathering.engine import summed_up
from socialvalue.gathering.gather import Manners, gathered, place_of
from socialvalue.gathering.organisations import identity, public_number
from socialvalue.gathering.parquet import lay
from socialvalue.gathering.reading import Read, read_authority
from socialvalue.gathering.sites import read_sites
from socialvalue.publish import many_onto
from socialvalue.records.gathered import Gathered
from socialvalue.web_request import Rules

MANNERS = Manners(Rules(lambda address: "", lambda number: False))
SUMMED = [
    *("framework", "edition", "method", "local_means", "kind"),
    *("price_year", "real_year", "deflator_vintage", "status", "invented"),
]
EVERY = {"economic", "environmental", "fiscal", "local"}
"""The kinds of value that the small authority delivered."""
DIMENSIONS = ("project", "programme", "measure", "theme", "area", "organisation", "year")
MONEY = ["gross_pence", "deducted_pence", "net_pence", "real_pence"]


def read_both(path: Path) -> list[Read]:
    return [read_authority(each, place_of(each, MANNERS)) for each in read_sites(path).listed]


def summed(reads: list[Read], folder: Path) -> dict[str, pd.DataFrame]:
    for each in reads:
        lay(folder, "told", each.told)
        lay(folder, "valued", each.valued)
    return summed_up(folder, threads=1)


@pytest.fixture
def both(north: Path, south: Path) -> Path:
    return listed(north.parent / "sites.toml", {"north": north, "south": south})


def test_each_total_is_the_sum_of_its_lines_as_pandas_and_integers_add_them(both: Path, tmp_path: Path) -> None:
    """Every authority's and the joint ones, by all dimensions: one by one, without the engine."""
    reads = read_both(both)
    found = summed(reads, tmp_path / "lake")
    lines = pd.concat([each.valued.to_pandas() for each in reads])
    lines = lines[lines["counted"]].assign(all="all")
    expected: dict[tuple[Any, ...], list[int]] = {}
    for dimension in ("all", "year", "area", "measure", "organisation"):
        for row in lines[lines[dimension] != ""].to_dict("records"):
            key = (row["authority"], dimension, row[dimension], *(row[name] for name in SUMMED))
            sums = expected.setdefault(key, [0, 0, 0, 0, 0])
            for place, name in enumerate(MONEY):
                sums[place] += int(row[name])
            sums[4] += 1
    columns = ["authority", "dimension", "member", *SUMMED]
    totals = found["totals"]
    assert {
        tuple(row[name] for name in columns): [*(row[name] for name in MONEY), row["lines"]]
        for row in totals.to_dict("records")
    } == expected
    joint: dict[tuple[Any, ...], int] = defaultdict(int)
    for key, sums in expected.items():
        joint[key[1:]] += sums[2]
    assert {
        tuple(row[name] for name in columns[1:]): row["net_pence"] for row in found["joint_totals"].to_dict("records")
    } == {key: net for key, net in joint.items() if all((name, *key) in expected for name in ("north", "south"))}


def test_sums_are_exact_where_a_float_or_64_bits_are_not(both: Path, tmp_path: Path) -> None:
    """Twenty thousand lines of nearly ten million million pounds, and a penny."""
    import pyarrow as pa
    import pyarrow.compute as pc

    (read, *_) = read_both(both)
    one = read.valued.filter(pc.equal(read.valued["counted"], True)).slice(0, 1)
    large = 999_999_999_999_999
    many = one.take(pa.array([0] * 20_000))
    for name in MONEY:
        place = many.schema.get_field_index(name)
        many = many.set_column(place, name, pa.array([large] * 19_999 + [1], pa.int64()))
    found = summed([read._replace(valued=many)], tmp_path / "lake")["totals"]
    assert set(found["net_pence"]) == {19_999 * large + 1}
    assert 19_999 * large > 2**63 - 1


@pytest.mark.parametrize(
    ("table", "column", "cell", "apart"),
    [
        ("areas", "name", "Elsewhere", set()),
        ("measures", "name", "Called otherwise", set()),
        ("unit-values", "value_gbp", "1001", EVERY),
        ("unit-values", "benefit_years", "3", EVERY),
        ("deflators", "index", "1.25", EVERY),
        ("adjustments", "rate", "0.99", {"economic", "fiscal"}),
        ("measures", "what_counts", "Something else.", EVERY),
        ("returns", "edition", "2099.9", EVERY),
    ],
)
def test_what_differs_in_what_decides_a_figure_is_not_added(
    both: Path, south: Path, tmp_path: Path, table: str, column: str, cell: str, apart: set[str]
) -> None:
    """Another price, index, deduction, definition or edition keeps figures apart; another name does not."""

    def other(rows: Rows) -> None:
        for row in rows:
            row[column] = cell

    changed(south, table, other)
    found = summed(read_both(listed(both, {"north": south.parent / "north", "south": south})), tmp_path / "lake")
    joint, alone = (found[name][found[name]["status"] != "committed"] for name in ("joint_totals", "totals"))
    assert set(alone["kind"]) == EVERY
    assert set(alone["kind"]) - set(joint["kind"]) == apart


def test_no_sum_mixes_kinds_editions_or_prices(both: Path, tmp_path: Path) -> None:
    """Each row of each table of money names one of each, and no row is without."""
    found = summed(read_both(both), tmp_path / "lake")
    for name in ("totals", "joint_totals"):
        assert len(found[name]) > 0
        for column in set(SUMMED) - {"local_means"}:
            assert (found[name][column] != "").all()
    assert not found["totals"].duplicated(["authority", "dimension", "member", *SUMMED]).any()


def test_hidden_lines_stay_hidden_and_every_sum_says_how_many(south: Path, north: Path, tmp_path: Path) -> None:
    """Their number is in no sum, nor in the Parquet; counts of the same measure and status are marked."""
    hidden = []

    def hide(rows: Rows) -> None:
        for row in rows:
            if row["measure"] == "co1":
                hidden.append(row["key"])
                row["marker"], row["counted"] = "c", "no"

    def without(rows: Rows) -> Rows:
        return [row for row in rows if row["key"] not in hidden]

    changed(south, "lines", hide)
    changed(south, "values", without)
    changed(south, "totals", lambda rows: [{**rows[0], **sums} for sums in totals_of(south)])
    found = summed(read_both(listed(tmp_path / "sites.toml", {"south": south})), tmp_path / "lake")
    assert hidden
    counts = found["counts"]
    mine = counts[(counts["measure"] == "co1") & (counts["dimension"] == "all")]
    assert list(mine["hidden_lines"]) == [len(hidden)]
    assert list(mine["quantity_millionths"]) == [None]
    assert found["totals"]["hidden_lines"].max() == len(hidden)
    told = pd.concat(pd.read_parquet(path) for path in (tmp_path / "lake/told").rglob("*.parquet"))
    assert told[told["hidden"]]["quantity_millionths"].isna().all()


def totals_of(folder: Path) -> list[dict[str, str]]:
    """The sums of a package's values, by dimension, member, kind and status."""
    frame = pd.read_csv(folder / "data/values.csv", dtype=str, keep_default_na=False)
    frame = frame[(frame["counted"] == "yes") & (frame["counts_in"] == "total")].assign(all="all")
    names = ["gross_gbp", "deducted_gbp", "net_gbp", "real_gbp"]
    return [
        {"dimension": dimension, "member": member, "kind": kind, "status": status}
        | {name: str(sum(map(Decimal, rows[name]))) for name in names}
        for dimension in ("all", "return", *DIMENSIONS)
        for (member, kind, status), rows in frame[frame[dimension] != ""].groupby([dimension, "kind", "status"])
    ]


@pytest.mark.parametrize(
    ("identifier", "number"),
    [
        ("GB-COH-01234567", "GB-COH-01234567"),
        ("gb-coh-1234567", "GB-COH-01234567"),
        ("1234567", "GB-COH-01234567"),
        ("SC123456", "GB-COH-SC123456"),
        ("GB-CHC-1112223", "GB-CHC-1112223"),
        ("", ""),
        ("Example Builder Ltd", ""),
        ("=cmd()", ""),
    ],
)
def test_organisations_are_known_by_their_public_number_alone(identifier: str, number: str) -> None:
    """In one form; what is no number keeps the authority's own name."""
    assert public_number(identifier) == number
    assert identity("north", "builder", identifier) == (number or "north:builder")


def test_one_company_is_summed_over_authorities_and_a_namesake_is_not(both: Path, south: Path, tmp_path: Path) -> None:
    """The same number under different names joins; the same name without one does not."""

    def numbered(rows: Rows) -> None:
        for row in rows:
            row["identifier"] = "01234567" if row["organisation"] == "example-builder" else ""

    alone = summed(read_both(both), tmp_path / "lake")["joint_totals"]
    assert "organisation" not in set(alone["dimension"])
    changed(south, "organisations", numbered)
    changed(south.parent / "north", "organisations", numbered)
    path = listed(both, {"north": south.parent / "north", "south": south})
    found = summed(read_both(path), tmp_path / "again")["joint_totals"]
    assert set(found[found["dimension"] == "organisation"]["member"]) == {"GB-COH-01234567"}


def test_the_same_data_give_the_same_bytes(both: Path, tmp_path: Path) -> None:
    """Parquet too: whoever gathers again can compare checksums."""
    first, second = (read_both(both) for _ in range(2))
    for name, reads in (("one", first), ("two", second)):
        for each in reads:
            lay(tmp_path / name, "told", each.told)
    one, two = (
        {path.name: path.read_bytes() for path in (tmp_path / name).rglob("*.parquet")} for name in ("one", "two")
    )
    assert one == two != {}


def test_local_means_one_thing_in_every_sum(south: Path, north: Path, tmp_path: Path) -> None:
    """Joint where both draw one ring, by its areas or in the same words; never where one says nothing, or another."""

    def draw(folder: Path, **said: str) -> None:
        drawn = {"local_area_set": "", "local_definition": "", **said}
        changed(folder, "lines", lambda rows: [row | drawn for row in rows])

    def joint() -> set[str]:
        reads = read_both(listed(north.parent / "sites.toml", {"north": north, "south": south}))
        found = summed(reads, tmp_path / f"lake-{len(list(tmp_path.iterdir()))}")["joint_totals"]
        return {row["local_means"] for row in found.to_dict("records") if row["kind"] == "local"}

    for said, means in (
        ({"local_area_set": "two-towns"}, {"E07000901, E07000902"}),
        ({"local_definition": "Within 10 miles"}, {"Within 10 miles"}),
        ({}, set()),
    ):
        for folder in (north, south):
            draw(folder, **said)
        assert joint() == means
    draw(north, local_definition="Within 10 miles")
    draw(south, local_definition="Within 30 miles")
    assert joint() == set()
    draw(south, local_area_set="two-towns")
    assert joint() == set()


@pytest.mark.parametrize("left", [["fw1"], []], ids=["counts", "nothing"])
def test_an_authority_without_a_pound_or_a_line_is_gathered(south: Path, tmp_path: Path, left: list[str]) -> None:
    """A repository that was just begun, and one that only counts: every table is there, with nothing in it."""
    changed(south, "lines", lambda rows: [row for row in rows if row["measure"] in left])
    for table in ("values", "totals"):
        changed(south, table, lambda rows: [])
    changed(south, "counts", lambda rows: [row for row in rows if row["measure"] in left])
    path = listed(south.parent / "sites.toml", {"south": south})
    found = summed(read_both(path), tmp_path / "lake")
    assert len(found["totals"]) == len(found["joint_totals"]) == 0
    assert bool(len(found["counts"])) == bool(left)


SHOWN = ("totals.html", "data/joint-totals.csv")


def test_what_is_invented_is_added_to_nothing_real(
    both: Path, south: Path, gather: Callable[[Path], Gathered], tmp_path: Path
) -> None:
    """An authority that says that its data are invented has no sum with a real one; two that say so have."""
    joint = ("joint_totals", "joint_counts")
    together = gather(both).tables
    assert all({*together[name]["invented"]} == {"yes"} for name in joint)
    described(south, lambda package: package.update(title="Southshire", invented=False))
    path = listed(both, {"north": both.parent / "north", "south": south})
    with gathered(read_sites(path), lambda words: None, MANNERS.rules) as found:
        files = {name: bytes(file) for name, file in many_onto(dict, found).items() if name in SHOWN}
    assert all(found.tables[name].empty for name in joint)
    for name in ("totals", "counts"):
        apart = set(zip(found.tables[name]["authority"], found.tables[name]["invented"], strict=True))
        assert apart == {("north", "yes"), ("south", "no")}
    totals = files["totals.html"].decode()
    assert "2 authorities together" not in totals
    assert totals.count("<b>invented data</b>") == sum(
        found.tables["totals"].query("dimension == 'all'")["invented"] == "yes"
    )
    header = files["data/joint-totals.csv"].decode("utf-8-sig").splitlines()[0]
    assert "status,invented,authorities" in header
