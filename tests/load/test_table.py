"""A table without quotes is read quickly; that must give what the csv module gives. All rows are invented."""

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socialvalue.load import limits, table

COLUMNS = ("a", "b", "c")
ALPHABET = st.sampled_from((*"x1 ,;\t", "\n", "\r\n", "\r", '"', "é", "\u2028", "\x0b", "\x1c", "\x85", "🙂"))
rows = st.lists(
    st.lists(st.text(string.ascii_lowercase + " é;'", max_size=3), min_size=3, max_size=3).map(",".join), max_size=6
)
even = st.tuples(rows, st.sampled_from(("\n", "\r\n")), st.booleans()).map(
    lambda parts: parts[1].join(["a,b,c", *parts[0]]) + (parts[1] if parts[2] else "")
)
odd = st.lists(ALPHABET, max_size=30).map(lambda parts: "a,b,c\n" + "".join(parts))
SETTINGS = settings(derandomize=True, database=None, deadline=None, max_examples=300)


def cells(found: table.TableText) -> list[list[str]]:
    """The cells of each column, of all blocks."""
    blocks = list(found.blocks)
    return [[cell for block in blocks for cell in block[at]] for at in range(len(found.header))]


@SETTINGS
@given(st.one_of(even, odd))
def test_the_quick_reading_gives_what_the_csv_module_gives(text: str) -> None:
    """Whatever is read without parsing has the same header, rows and cells when it is parsed, and no trouble."""
    quick = table._plain(text, COLUMNS)
    if quick is None:
        return
    parsed = table._quoted(text, "lines.csv", "", COLUMNS)
    assert (quick.header, list(quick.numbers), cells(quick)) == (parsed.header, list(parsed.numbers), cells(parsed))
    assert not parsed.troubles


@SETTINGS
@given(even)
def test_even_rows_without_quotes_are_read_quickly(text: str) -> None:
    """Nearly every table is one of these: it is not parsed, unless its last row is empty."""
    ends_empty = not text.rstrip("\n").rpartition("\n")[2].replace(",", "").strip()
    assert (table._plain(text, COLUMNS) is None) == ends_empty


@pytest.mark.parametrize("size", [1, 7, 300_000])
def test_blocks_leave_no_row_out(size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """However small the blocks, every row is in one of them, once."""
    monkeypatch.setattr(table, "BLOCK", size)
    text = "a,b,c\n" + "".join(f"{n},{'x' * (n % 5)},{n}\n" for n in range(50))
    found = table._plain(text, COLUMNS)
    assert found is not None
    assert cells(found)[0] == [str(n) for n in range(50)]


@pytest.mark.parametrize("text", ["a,b,c\n1,2\n", "a,b,c\n1,2,3,4,5,6\n", "a,b,c\n1,2\n3,4,5,6\n", "a,b\n1,2\n", ""])
def test_uneven_rows_are_not_read_quickly(text: str) -> None:
    """Rows that are no rows of the header are left to the csv module, which names them."""
    assert table._plain(text, COLUMNS) is None


def test_a_table_beyond_a_limit_is_not_read_quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    """The quick reading keeps the limits too."""
    text = "a,b,c\n" + "1,2,3\n" * 4 + "1,22222222,3\n"
    assert table._plain(text, COLUMNS) is not None
    monkeypatch.setattr(limits, "ROWS", 4)
    assert table._plain(text, COLUMNS) is None
    monkeypatch.setattr(limits, "ROWS", 5)
    assert table._plain(text, COLUMNS) is not None
    monkeypatch.setattr(limits, "CELL_CHARACTERS", 7)
    assert table._plain(text, COLUMNS) is None
