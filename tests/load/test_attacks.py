"""Every attack at once: one repository in which each project's return is attacked in a way of its own.

So one bad return is also shown to leave the others alone. Everything here is invented.
"""

import csv
import json
import shutil
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from check.repository import GOOD, PROJECT, RETURN, TODAY
from load.attacks import attacks
from load.ways_to_attack import FILES, Attack
from socialvalue.check import check, report
from socialvalue.load import limits, load
from socialvalue.records import Checked, Finding, Severity

PLACES = attacks()
ATTACKS = tuple(attack for each in PLACES.values() for attack in each)
FORMS = ("text", "json", "markdown", "html", "github")
OURS = (str(Path(__file__).parents[2]), sys.prefix, sys.base_prefix)
"""Where the program itself lies: its code is read from there."""
NETWORK = (
    "socket.",
    "urllib.",
    "http.",
    "ftplib.",
    "smtplib.",
    "subprocess.",
    "os.system",
    "os.exec",
    "os.posix_spawn",
)


class Watch:
    """What the process opens and asks for while it is watched. An audit hook cannot be taken away again."""

    def __init__(self) -> None:
        self.watching = False
        self.opened: set[str] = set()
        self.asked: set[str] = set()
        sys.addaudithook(self._hook)

    def _hook(self, event: str, details: tuple[object, ...]) -> None:
        if not self.watching:
            return
        if event == "open" and isinstance(details[0], str):
            self.opened.add(details[0])
        elif event.startswith(NETWORK) and event != "socket.gethostname":
            self.asked.add(f"{event} {details}")

    @contextmanager
    def on(self) -> Iterator[None]:
        """Watch what is done inside."""
        self.watching = True
        try:
            yield
        finally:
            self.watching = False


@dataclass(frozen=True)
class Outcome:
    """What came of all attacks together."""

    checked: Checked
    findings: Mapping[str, list[Finding]]
    reports: Mapping[str, str]
    outside: set[str]
    asked: set[str]


@pytest.fixture(scope="module")
def outcome(tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    """The repository with every attack in it, read, checked and reported in each form, under watch."""
    data = shutil.copytree(GOOD, tmp_path_factory.mktemp("attacked") / "data")
    register = data / "register/projects.csv"
    with register.open(encoding="utf-8", newline="") as file:
        header, first, *_ = csv.reader(file)
    with register.open("a", encoding="utf-8", newline="") as file:
        rows = [[project(number), *first[1:]] for number in range(len(ATTACKS))]
        csv.writer(file, lineterminator="\n").writerows(rows)
    assert header[0] == "project"
    for number, attack in enumerate(ATTACKS):
        _attacked(data / PROJECT.parent / project(number) / RETURN.name, project(number), attack)
    watch = Watch()
    with watch.on():
        source = load(data, today=TODAY)
        checked = check(source)
        reports = {form: report(checked, source, form) for form in FORMS}
    findings: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in checked.findings:
        findings[finding.owner].append(finding)
    allowed = (str(data), *OURS)
    return Outcome(checked, findings, reports, {p for p in watch.opened if not p.startswith(allowed)}, watch.asked)


def _attacked(folder: Path, name: str, attack: Attack) -> None:
    folder.mkdir(parents=True)
    for file, content in FILES.items():
        (folder / file).write_bytes(content.replace(b"north-road", name.encode()))
    attack.change(folder)
    descriptor = folder / "datapackage.json"
    if descriptor.is_file() and not descriptor.is_symlink():
        descriptor.write_bytes(descriptor.read_bytes().replace(b"north-road", name.encode()))


def project(number: int) -> str:
    return f"attack-{number}"


def owner(number: int) -> str:
    return f"{project(number)}/{RETURN.name}"


def test_there_are_many_attacks_and_each_is_another() -> None:
    """At least 500 must be turned away, and some dozen must pass."""
    assert len({attack.name for attack in ATTACKS}) == len(ATTACKS)
    assert sum(bool(attack.rule) for attack in ATTACKS) >= 500
    assert sum(not attack.rule for attack in ATTACKS) >= 24


@pytest.mark.parametrize("place", PLACES)
def test_each_attack_is_answered_by_its_rule(place: str, outcome: Outcome) -> None:
    """The rule that is named answers and the return is held back; what is harmless passes, and its lines are kept."""
    kept = set(outcome.checked.tables["lines"]["owner"])
    wrong = {}
    for attack in PLACES[place]:
        of = owner(ATTACKS.index(attack))
        found = outcome.findings.get(of, [])
        errors = {finding.rule for finding in found if finding.severity is Severity.ERROR}
        answered = attack.rule in errors if attack.rule else not errors
        held_back = of in outcome.checked.held_back
        if not answered or held_back != bool(attack.rule) or held_back == (of in kept):
            wrong[attack.name] = f"{attack.rule or 'passes'}, not {sorted(errors)}"
    assert not wrong


def test_the_referee_adds_nothing_to_what_we_found(outcome: Outcome) -> None:
    """frictionless was asked about every table that was turned away, and found nothing that we had not."""
    assert not [finding for found in outcome.findings.values() for finding in found if finding.rule == "second-opinion"]


def test_an_attack_leaves_the_others_alone(outcome: Outcome) -> None:
    """The good returns beside the attacks have no error, and nothing outside the attacks has one."""
    attacked = {owner(number) for number, attack in enumerate(ATTACKS) if attack.rule}
    assert set(outcome.checked.held_back) == attacked


def test_nothing_outside_is_opened_or_asked(outcome: Outcome) -> None:
    """No file but the data and the program is opened, no socket, no other program."""
    assert outcome.outside == set()
    assert outcome.asked == set()


@pytest.mark.parametrize("form", FORMS)
def test_no_report_shows_a_raw_control_character(form: str, outcome: Outcome) -> None:
    """Each form holds printable characters and line ends alone, and no line that a forge would obey."""
    text = outcome.reports[form]
    assert {character for character in set(text) if not character.isprintable()} == {"\n"}
    assert "##[" not in text
    starts = ("::error file=", "::warning file=", "::notice file=") if form == "github" else ()
    lines = (line for line in text.splitlines() if line.lstrip().startswith("::"))
    assert all(line.startswith(starts) if starts else False for line in lines)


def test_every_report_tells_of_every_attack(outcome: Outcome) -> None:
    """No attack hides another from a report."""
    told = {finding["return"] for finding in json.loads(outcome.reports["json"])["findings"]}
    attacked = {owner(number) for number, attack in enumerate(ATTACKS) if attack.rule}
    assert attacked <= told
    assert all(f"{owner}/" in outcome.reports["text"] for owner in attacked)


SIZES = {
    "FILE_BYTES": (300, "too-large"),
    "DESCRIPTOR_BYTES": (300, "descriptor-too-large"),
    "COLUMNS": (5, "too-many-columns"),
    "ROWS": (3, "too-many-rows"),
    "CELL_CHARACTERS": (16, "long-cell"),
    "FOLDER_ENTRIES": (2, "too-many-entries"),
    "NESTING": (2, "too-deep"),
}


@pytest.mark.parametrize("limit", SIZES)
def test_each_limit_is_kept(limit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """With a limit that the good return is beyond, the limit answers: so a file of 20 GB costs no more than this."""
    size, rule = SIZES[limit]
    monkeypatch.setattr(limits, limit, size)
    checked = check(load(GOOD, [GOOD / RETURN], today=TODAY))
    assert rule in {finding.rule for finding in checked.findings}
    assert owner_of_return() in checked.held_back


def test_the_folders_on_the_way_have_a_limit_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """A programme's folder with more projects than are allowed is told of, and not gone through."""
    monkeypatch.setattr(limits, "RETURNS", 0)
    checked = check(load(GOOD, today=TODAY))
    assert ("too-many-entries", "returns") in {(finding.rule, finding.file) for finding in checked.findings}
    assert checked.looked_at["returns"] == 0


def owner_of_return() -> str:
    return f"{PROJECT.name}/{RETURN.name}"
