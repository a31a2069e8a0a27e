"""What the check finds is told to whoever sent a workbook by its cells, rows and headings, never by our files."""

import re
from pathlib import Path

import pytest

from intake.books import CONTRACTOR, contractor
from intake.conftest import DECLARED, Said
from intake.test_contractors_workbook import SAYS
from socialvalue.check.catalogue import catalogue
from socialvalue.check.clauses.ways import FILES, WORKBOOK, said_to, words_of
from socialvalue.intake.found import OURS

BAD = Path(__file__).parents[1] / "bad"
OF_FILES = re.compile(
    r"[\w/-]+\.(?:csv|json|toml)\b|\b[a-z]+_[a-z_]+\b|\bcommitted\b|\b[Ll]ines?\b|\bdescriptor\b|project/period"
)
"""What suits no workbook: names of files, columns and keys, and the words of git."""
WRITTEN_BY_IMPORT = {
    "Folders and files", "Rows and headers", "The descriptor", "The check itself",
}  # fmt: skip
"""Groups of rules about how files are written, which import does."""
NEVER = {"changed-in-place", "return-removed", "return-folder", "resources-listed", "supersession", "known-framework",
         "known-project", "period-in-order", "title-of-period", "return-twice"}  # fmt: skip
"""Rules on what import writes or settles itself."""
FOUND = re.compile(r"(?:row \d+)?\s*\S*\s+(?:error|warning|note)  (.*) \[([\w-]+)\]$")


def of_returns() -> dict[str, set[str]]:
    """The texts of all findings of the bad examples that are about returns and may come from a workbook, by rule."""
    groups = {entry.id: entry.group for entry in catalogue()}
    texts: dict[str, set[str]] = {}
    for path in sorted(BAD.glob("*/findings.txt")):
        file = ""
        for line in path.read_text(encoding="utf-8").splitlines():
            file = line if line and not line.startswith(" ") else file
            found = FOUND.search(line) if file.startswith("returns/") else None
            if found and groups[found[2]] not in WRITTEN_BY_IMPORT and found[2] not in NEVER:
                texts.setdefault(found[2], set()).add(found[1])
    return texts


@pytest.mark.parametrize(("rule", "texts"), of_returns().items())
def test_every_finding_suits_a_workbook(rule: str, texts: set[str]) -> None:
    """No finding names a file, a column or a key to somebody who sent a workbook."""
    for text in texts:
        said = re.sub(r"\{([a-z_]+)\}", lambda slot: OURS[slot[1]], said_to(WORKBOOK, text))
        bare = re.sub(r'"[^"]*"', "", said)
        assert not OF_FILES.search(bare), f"{rule}: {said}"


def test_the_test_refuses_the_words_of_files() -> None:
    """It sees what suits no workbook; and enough rules go through it."""
    for text in ("The column unit of lines.csv is empty.", "Say in public_note why.", "Run it, once committed."):
        assert OF_FILES.search(text)
    assert len(of_returns()) > 40


def test_each_slot_has_its_words_for_a_workbook() -> None:
    """A slot without them would be shown with its braces."""
    assert words_of(FILES).keys() == words_of(WORKBOOK).keys()


def test_what_a_sender_wrote_is_not_put_into_other_words() -> None:
    """A cell is repeated as it stands."""
    assert said_to(WORKBOOK, '"line of evidence.csv" is no line.') == '"line of evidence.csv" is no row.'


def test_a_cause_is_told_once_by_its_cells_and_headings(bring: Said, tmp_path: Path) -> None:
    """Two cells with one cause are one thing; what to do names the sheet's own heading; other rows are its rows."""
    rows = [["Apprentices (weeks)", None, 900 + n, None, "Northtown", None, None, None, None] for n in (1, 1, 5)]
    _, said = bring(contractor(tmp_path / "return.xlsx", [*rows, *CONTRACTOR[5:]]), "--yes", *DECLARED, **SAYS)
    assert "SV return, C8: This says the same as row 7, under another number." in said
    assert "say in “Comments” how they differ" in said
    assert "lines.csv" not in said
