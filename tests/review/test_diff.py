"""What a reviewer sees of a change: everything that it does to published figures, and nothing that the site hides."""

import base64
import hashlib
import json
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from check.test_bad_examples import commit
from review.command import diff
from socialvalue.check import check
from socialvalue.cli import main
from socialvalue.load import load
from socialvalue.recording import record
from socialvalue.review.document import LONGEST, cut
from socialvalue.review.forms.markdown import LONGEST as LONGEST_COMMENT
from socialvalue.review.values import replaced

HOME = Path("returns/road-fund/north-road")
REASON = "Swapped <img src=x> @bob [a](https://example.org) #1."


def disclose(data: Path) -> None:
    """Settle which counts of people are shown, as whoever keeps a private site does."""
    settled = CliRunner().invoke(main, ["disclose", "--data", str(data)])
    assert settled.exit_code == 0, settled.output


def corrected(data: Path, old: str, new: str, reason: str = REASON, what: str = "correct") -> Path:
    """Correct the newest return through the command, with one text of its lines changed, and declare it true."""
    found = CliRunner().invoke(main, [what, "north-road/2024-q2", "--reason", reason, "--data", str(data)])
    assert found.exit_code == 0, found.output
    folder = next((data / HOME).glob("2024-q2-*"))
    lines, descriptor = folder / "lines.csv", folder / "datapackage.json"
    text = lines.read_text(encoding="utf-8")
    assert old in text
    lines.write_text(text.replace(old, new, 1), encoding="utf-8")
    descriptor.write_text(descriptor.read_text(encoding="utf-8").replace(": false", ": true"), encoding="utf-8")
    return folder


def test_nothing_changed(data: Path) -> None:
    """What is nil is said only where it is good news."""
    record(check(load(data)), data)
    commit(data.parent)
    assert diff(data).splitlines()[0] == "Nothing removed. 0 errors, 0 warnings."


def test_a_deleted_return_is_named_first(data: Path) -> None:
    """Each of its rows, with the figure, and that nobody said why."""
    shutil.rmtree(data / HOME / "2024-q2")
    said = diff(data)
    assert re.match(r"\d rows? REMOVED\. 1 error, ", said)
    assert re.search(r"north-road/2024-q2, row 1: .*, 62\.5 ", said)
    assert "no reason is given" in said
    assert "Of the projects that change" in said


def test_the_last_return_of_all_deleted(data: Path) -> None:
    """Where nothing of a project is left, everything is compared."""
    shutil.rmtree(data / HOME)
    said = diff(data)
    assert "REMOVED" in said
    assert "Of the projects that change" not in said


def test_a_new_return_that_git_does_not_know_yet(data: Path) -> None:
    """Its rows and what they add; a return that stands is not told again."""
    folder = data / HOME / "2024-q2"
    shutil.move(folder, data.parent / "kept")
    commit_all(data)
    shutil.move(data.parent / "kept", folder)
    said = diff(data, "HEAD")
    assert re.match(r"Nothing removed\. 1 new return, \d rows?\. 0 errors, ", said)
    assert "north-road/2024-q2" in said
    assert "north-road/2024-q1 " not in said


def test_what_moves_most_and_how_each_row_stands(data: Path) -> None:
    """The projects and kinds by their change; each row beside the last period and what was promised."""
    folder = data / HOME / "2024-q2"
    shutil.move(folder, data.parent / "kept")
    commit_all(data)
    shutil.move(data.parent / "kept", folder)
    found = json.loads(diff(data, "HEAD", "--format", "json"))
    assert [abs(each["change"]) for each in found["movers"]] == sorted(
        (abs(each["change"]) for each in found["movers"]), reverse=True
    )
    by_kind = {each["kind"]: each["after"] - each["before"] for each in found["kinds"]}
    assert {each["kind"]: each["change"] for each in found["movers"]} == {k: n for k, n in by_kind.items() if n}
    said = diff(data, "HEAD")
    assert re.search(r"Moves most\n  north-road, .*: \+£", said)
    assert re.search(r"Figure +Last +So far of promised +How sure", said)
    row = next(line for line in said.splitlines() if re.search(r"2024-q2 +1 ", line))
    assert re.search(r"62\.5 weeks +\S.* of \S+ weeks", row), row


@pytest.mark.parametrize(("pounds", "asked"), [("1", True), ("1000000000", False)])
def test_a_row_that_is_worth_much_asks_for_a_second_look(data: Path, pounds: str, asked: bool) -> None:
    """From the pounds of the settings on; by name."""
    settings = data / "authority.toml"
    settings.write_text(f"second_look_gbp = {pounds}\n" + settings.read_text(encoding="utf-8"), encoding="utf-8")
    folder = data / HOME / "2024-q2"
    shutil.move(folder, data.parent / "kept")
    commit_all(data)
    shutil.move(data.parent / "kept", folder)
    said = diff(data, "HEAD")
    assert (f"worth £{int(pounds):,} or more of one kind: north-road/2024-q2#" in said) is asked


def commit_all(data: Path) -> None:
    shutil.rmtree(data.parent / ".git")
    commit(data.parent)


def test_a_correction_with_its_reason(data: Path) -> None:
    """Both figures, the reason in quotation marks, and a second pair of eyes."""
    corrected(data, "1,fw1,62.5", "1,fw1,60.5")
    said = diff(data)
    assert said.startswith("Nothing removed. 1 return corrected. 0 errors, ")
    assert re.search(r"row 1 .* 62\.5 .* → 60\.5 ", said)
    assert f"“{REASON}”" in said
    assert "[ ] 1 published return was corrected" in said


def test_what_the_site_hides_stays_hidden(data: Path) -> None:
    """Of a line that few people stand behind, no form tells the number, and none of its £ is in a sum."""
    settings = data / "authority.toml"
    settings.write_text("public = false\n" + settings.read_text(encoding="utf-8"), encoding="utf-8")
    disclose(data)
    commit_all(data)
    corrected(data, "3,iw1,1.75,fte_years,9,", "3,iw1,0.23,fte_years,3,")
    disclose(data)
    for form in ("text", "markdown", "json"):
        said = diff(data, "--format", form)
        assert not re.search(r"0\.23|230000", said)
        assert "hidden number" in said or json.loads(said)["corrected"][0]["changes"][0]["after"]["quantity"] is None


def test_a_senders_text_stays_text(data: Path) -> None:
    """No link, picture, markup or mention comes through Markdown, and long text is cut."""
    corrected(data, "\n", "\n", REASON + " Long" * 60)
    said = diff(data, "--format", "markdown")
    body = said.replace("<!-- socialvalue diff -->", "").replace("**", "")
    assert "img src" in body
    assert not set(body.replace("- [ ]", "")) & set("<>@[]`_*!")
    assert "https:" not in body
    assert len(cut("x" * 10_000)) == LONGEST
    assert "\u202e" not in cut("a\u202eb\x1b[31m")


def test_a_withdrawal(data: Path) -> None:
    """Its rows are removed, and why is said."""
    found = CliRunner().invoke(
        main, ["withdraw", "north-road/2024-q2", "--reason", "Sent for another project.", "--data", str(data)]
    )
    assert found.exit_code == 0
    said = diff(data)
    assert re.match(r"\d rows? REMOVED\. 1 return withdrawn\. 0 errors, ", said)
    assert "“Sent for another project.”" in said
    assert "no reason is given" not in said


def test_a_price_that_changed_names_the_figures_that_move(data: Path) -> None:
    """Nobody sent these anew: each with its £ before and after, and what of the change is not the data's."""
    table = data / "reference/deflators.csv"
    text = table.read_text(encoding="utf-8")
    index = re.search(r",2024-25,([\d.]+),", text)
    assert index
    table.write_text(text.replace(index[0], f",2024-25,{float(index[1]) * 1.5:.4f},"), encoding="utf-8")
    said = diff(data)
    assert re.match(r"Nothing removed\. \d published figures? moves?\. 0 errors, ", said)
    assert re.search(r"north-road/2024-q2#3, Fiscal: £[\d,]+ → £[\d,]+\.", said)
    assert "because of the values" in said
    assert "Of the projects that change" not in said
    assert "that nobody sent anew" in said


def test_a_framework_that_changed_is_told_row_by_row(data: Path) -> None:
    """A number before and after, or that the words are others."""
    was = check(load(data))
    table = next((data / "frameworks").glob("*/unit-values.csv"))
    text = table.read_text(encoding="utf-8")
    table.write_text(text.replace(",9800,", ",9900,").replace(",1.00,,,delivery,no", ",1.00,,,delivery,yes"), "utf-8")
    found = {each.name: each for each in replaced(was, check(load(data)))}
    assert (found["claimant-fiscal"].before, found["claimant-fiscal"].after) == ("£9,800.00", "£9,900.00")
    assert (found["local-spend"].before, found["local-spend"].after) == ("£1.00", "£1.00, in other words")
    assert len(found) == 2


def test_words_of_a_measure_and_a_unit_are_told(data: Path) -> None:
    """A unit that is called something else says what it was called; a measure of the same name has other words."""
    was = check(load(data))
    for name, old, new in (("units", "weeks,week,weeks", "weeks,day,days"), ("measures", "What the name says", "Days")):
        table = next((data / "frameworks").glob(f"*/{name}.csv"))
        table.write_text(table.read_text("utf-8").replace(old, new, 1), "utf-8")
    found = {each.what: each for each in replaced(was, check(load(data)))}
    assert set(found) == {"unit", "measure"}
    assert (found["unit"].before, found["unit"].after) == ("week, weeks, decimals: 1", "day, days, decimals: 1")
    assert found["measure"].after == f"{found['measure'].before}, in other words"


def test_programs_get_everything(data: Path) -> None:
    """In pence and millionths, with the sentence that people get."""
    shutil.rmtree(data / HOME / "2024-q2")
    found = json.loads(diff(data, "--format", "json"))
    assert found["summary"].startswith(f"{len(found['removed'])} rows REMOVED. 1 error, ")
    assert found["errors"] == {"return-removed": 1}
    assert len(found["removed"]) == sum(len(each["changes"]) for each in found["gone"]) > 0
    assert all(kind["before"] >= kind["after"] for kind in found["kinds"])


def test_a_comment_has_room(data: Path) -> None:
    """However many rows there are, the comment is shorter than a forge takes, and says what it leaves out."""
    lines = data / HOME / "2024-q2/lines.csv"
    head, first, *_ = lines.read_text(encoding="utf-8").splitlines()
    rest = first.partition(",")[2]
    lines.write_text("\n".join([head, *(f"{n},{rest}" for n in range(1, 3000))]) + "\n", encoding="utf-8")
    commit_all(data)
    shutil.rmtree(lines.parent)
    said = diff(data, "HEAD", "--format", "markdown")
    assert "**2&#44;" not in said
    assert "2,979 more." in said
    assert len(said) < LONGEST_COMMENT + 200


def test_the_page_needs_nothing_else(data: Path) -> None:
    """One style, let in by its hash; no script, no address; a sender's text is text."""
    corrected(data, "1,fw1,62.5", "1,fw1,60.5")
    said = diff(data, "--format", "html")
    style = re.search(r"<style>(.*?)</style>", said, re.S)
    assert style
    assert f"'sha256-{base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()}'" in said
    assert "Swapped &lt;img src=x&gt; @bob" in said
    assert not re.search(r"<(script|img|a|link)\b|style=", said)
    assert "62.5 weeks → 60.5 weeks" in said


def test_where_git_cannot_say_it_does_not_run(data: Path) -> None:
    """One sentence, and 2."""
    for words in (["nowhere"], ["--", "--output=stolen"]):
        found = CliRunner().invoke(main, ["diff", "--data", str(data), *words])
        assert found.exit_code == 2
        assert "git knows no commit called" in found.stderr
    shutil.rmtree(data.parent / ".git")
    found = CliRunner().invoke(main, ["diff", "--data", str(data)])
    assert (found.exit_code, "not in a git repository" in found.stderr) == (2, True)


def test_a_figure_changed_in_its_place_takes_its_return_off_the_site(data: Path) -> None:
    """Its rows are named first as removed, those worth much ask for a second look, and the errors are the check's."""
    settings = data / "authority.toml"
    settings.write_text("second_look_gbp = 100\n" + settings.read_text(encoding="utf-8"), encoding="utf-8")
    commit_all(data)
    lines = data / HOME / "2024-q2/lines.csv"
    text = lines.read_text(encoding="utf-8")
    lines.write_text(text.replace(",62.5,", ",999999,", 1), encoding="utf-8")
    said = diff(data)
    first = said.splitlines()[0]
    assert re.match(r"\d rows? REMOVED\. .*1 return held back by errors\. 1 error, ", first), first
    assert "It is off the site while its return is held back." in said
    assert "while held back by errors" in said
    assert "leaves the site was worth £100 or more" in said or "leave the site were worth £100 or more" in said
    assert "Nothing asks for one" not in said


def test_rows_that_are_withdrawn_and_sent_again_are_not_removed(data: Path) -> None:
    """The withdrawal is said, and the same rows stand again by the return that corrects it."""
    for what, name in (("withdraw", "2024-q2"), ("correct", "2024-q2-withdrawal-1")):
        words = [what, f"north-road/{name}", "--reason", "Sent for another project.", "--data", str(data)]
        found = CliRunner().invoke(main, words)
        assert found.exit_code == 0, found.output
        for descriptor in (data / HOME).glob("2024-q2-*/datapackage.json"):
            text = descriptor.read_text(encoding="utf-8")
            descriptor.write_text(text.replace(": false", ": true"), encoding="utf-8")
    said = diff(data)
    assert said.startswith("Nothing removed. 1 return corrected. 1 return withdrawn."), said
