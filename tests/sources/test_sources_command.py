"""`socialvalue sources` lists every address that the tables cite, and with --check says which answer."""

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from socialvalue.cli import main


@pytest.mark.parametrize(("path", "code"), [("/there", 0), ("/gone", 1)])
@pytest.mark.usefixtures("this_machine")
def test_the_command_ends_in_one_when_a_page_is_gone(
    web: str, path: str, code: int, small: Path, tmp_path: Path
) -> None:
    """`socialvalue sources --check` lists each address and exits 0 or 1."""
    data = tmp_path / "data"
    shutil.copytree(small, data)
    for table in data.rglob("*.csv"):
        table.write_text(re.sub(r"https://example\.org[^,\n]*", web + path, table.read_text()))
    done = CliRunner().invoke(main, ["sources", "--check", "--data", str(data)])
    assert done.exit_code == code, done.output
    assert web + path in done.output


def test_the_command_lists_addresses_without_the_network(small: Path) -> None:
    """Without --check the addresses are listed and nobody is asked."""
    done = CliRunner().invoke(main, ["sources", "--data", str(small)])
    assert done.exit_code == 0
    assert "https://example.org/news" in done.output


def with_slip(small: Path, folder: Path, row: str = "", column: str = "") -> Path:
    """A copy of the small repository with one more row of its sources, or with another name of one of their columns."""
    data = folder / "data"
    shutil.copytree(small, data)
    table = data / "register/sources.csv"
    text = table.read_text(encoding="utf-8")
    table.write_text(text.replace("address", column or "address", 1) + row, encoding="utf-8")
    return data


@pytest.mark.parametrize(
    "address",
    ["http://[::1", "http://10.0.0.1/", "file:///etc/passwd", "x", "https://a:b@example.org/"],
)
def test_one_bad_address_takes_no_other_with_it(address: str, small: Path, tmp_path: Path) -> None:
    """Every other address of its table is listed; the bad one is an error with its row, and the command ends in 1."""
    before = CliRunner().invoke(main, ["sources", "--data", str(small)])
    data = with_slip(small, tmp_path, f"bad-one,{address},A,B,2024,2024,first-hand,,\n")
    done = CliRunner().invoke(main, ["sources", "--data", str(data)])
    assert done.exit_code == 1
    assert done.stdout == before.stdout
    assert re.search(r"error: register/sources\.csv row \d+ address: ", done.stderr)
    assert "Addresses may be missing" in done.stderr
    assert "a:b@" not in done.output


def test_a_good_row_more_is_an_address_more(small: Path, tmp_path: Path) -> None:
    """The good twin of a bad address."""
    data = with_slip(small, tmp_path, "good-one,https://example.org/more,A,B,2024,2024,first-hand,,\n")
    done = CliRunner().invoke(main, ["sources", "--data", str(data)])
    assert done.exit_code == 0, done.output
    assert "https://example.org/more" in done.stdout
    assert "error" not in done.stderr
    assert "missing" not in done.stderr


@pytest.mark.parametrize(
    "slip", ["https://example.org/odd,A,B,2024,2024,third-hand", "HTTP://EX.ORG/odd,A,B,,,first-hand"]
)
def test_a_slip_beside_an_address_does_not_hide_it(slip: str, small: Path, tmp_path: Path) -> None:
    """An error in another cell of the row, or in how it is written, is told, and the address is asked all the same."""
    data = with_slip(small, tmp_path, f"odd-one,{slip},,\n")
    done = CliRunner().invoke(main, ["sources", "--data", str(data)])
    assert done.exit_code == 1
    assert slip.partition(",")[0] in done.stdout


def test_a_table_without_its_addresses_is_told(small: Path, tmp_path: Path) -> None:
    """Where the column itself is not there, the command says so and lists the addresses of the other tables."""
    data = with_slip(small, tmp_path, column="adress")
    done = CliRunner().invoke(main, ["sources", "--data", str(data)])
    assert done.exit_code == 1
    assert "error: register/sources.csv" in done.stderr
    assert done.stdout.count("https://") >= 1


def test_the_links_of_a_return_that_is_held_back_are_said_to_be_left_out(small: Path, tmp_path: Path) -> None:
    """No figure rests on them, so they are not asked; a sentence says so."""
    data = with_slip(small, tmp_path)
    lines = next(data.glob("returns/*/*/2024-q2/lines.csv"))
    lines.write_text(lines.read_text(encoding="utf-8") + "x\n", encoding="utf-8")
    done = CliRunner().invoke(main, ["sources", "--data", str(data)])
    assert done.exit_code == 0, done.output
    assert "Not among them: the evidence of 1 return with errors." in done.stderr


@pytest.mark.usefixtures("this_machine")
def test_the_others_are_asked_and_the_command_still_ends_in_one(web: str, small: Path, tmp_path: Path) -> None:
    """With --check too: all that can be asked is, and a table with an error never ends in "all answer" alone."""
    data = with_slip(small, tmp_path, f"odd-one,{web}/there,A,B,2024,2024,third-hand,,\n")
    for table in data.rglob("*.csv"):
        table.write_text(re.sub(r"https://example\.org[^,\n]*", web + "/there", table.read_text()))
    done = CliRunner().invoke(main, ["sources", "--check", "--data", str(data)])
    assert done.exit_code == 1, done.output
    assert "NO " not in done.stdout
    assert "third-hand" in done.stderr


@pytest.mark.parametrize(
    "command", [["value"], ["due"], ["build", "--out"], ["serve"], ["disclose"]], ids=lambda given: given[0]
)
def test_no_other_command_goes_on_without_a_table(command: list[str], small: Path, tmp_path: Path) -> None:
    """An error outside the returns takes its table away, so nothing is valued, shown or written from the rest."""
    data = with_slip(small, tmp_path, "bad-one,x,A,B,2024,2024,first-hand,,\n")
    command = [*command, str(tmp_path / "site")] if command[-1] == "--out" else command
    done = CliRunner().invoke(main, [*command, "--data", str(data)])
    assert done.exit_code in (1, 2)
    assert "register/sources.csv" in done.stderr
    assert not (tmp_path / "site").exists()
