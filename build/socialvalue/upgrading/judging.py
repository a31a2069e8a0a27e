"""What check finds in a repository before an upgrade and after it, and which of its rules came since."""

import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from packaging.version import InvalidVersion, Version

from socialvalue.check import catalogue
from socialvalue.how_many import many
from socialvalue.records import Finding, Severity

RULES: Mapping[str, Mapping[str, Sequence[str]]] = tomllib.loads(
    Path(__file__).with_name("rules.toml").read_text(encoding="utf-8")
)
"""The rules that came later than the first data, by the version that brought them."""
WHAT_TO_DO = "What to do about each rule: “Take a newer version” in the documentation, or socialvalue check."


def judged(was: str, older: bool, before: Sequence[Finding], after: Sequence[Finding]) -> Iterator[str]:
    """The errors before and after, and those by rules that are new, in sentences.

    `was` is the version that the repository names, "" for none; `older` says that its tables are of an earlier shape.
    """
    counts = [sum(each.severity is Severity.ERROR for each in found) for found in (before, after)]
    yield f"Errors that check finds: {counts[0]:,} before, columns that are lacking among them; {counts[1]:,} after."
    if new := since("" if older else was):
        yield from _by_rule(after, new, f"rules that are new since {was or 'these data were made'}")
    else:  # another build of the version that the repository names, or of one that brought no rule
        yield from _by_newest(after)


def errors_found(findings: Sequence[Finding]) -> Iterator[str]:
    """How many errors check finds where nothing is to be written, and those by the newest rules, in sentences.

    Which of them are new to these data nobody can tell any more: the version that they come from is named nowhere.
    """
    errors = sum(each.severity is Severity.ERROR for each in findings)
    yield f"Errors that check finds: {errors:,}."
    yield from _by_newest(findings)


def _by_newest(findings: Sequence[Finding]) -> Iterator[str]:
    newest = max(RULES, key=Version)
    yield from _by_rule(findings, frozenset(RULES[newest]["rules"]), f"the newest rules, which came with {newest}")


def _by_rule(findings: Sequence[Finding], new: frozenset[str], called: str) -> Iterator[str]:
    """The errors by new rules, then those by others: how many by each, and what to do; nothing where there is none."""
    by_rule = Counter(each.rule for each in findings if each.severity is Severity.ERROR)
    for which, words in ((True, called), (False, "other rules")):
        mine = {rule: count for rule, count in by_rule.most_common() if (rule in new) is which}
        if mine:
            errors = sum(mine.values())
            yield f"{many(errors, 'error')} by {words}:"
            titles = {entry.id: entry.title for entry in catalogue()}
            yield from (f"  {rule}: {count:,}. {titles.get(rule, rule)}." for rule, count in mine.items())
    if by_rule:
        yield WHAT_TO_DO


def since(was: str) -> frozenset[str]:
    """The rules that came after a version; all that came after the first, where none is known."""
    return frozenset(rule for version, each in RULES.items() if not _at_least(was, version) for rule in each["rules"])


def _at_least(was: str, version: str) -> bool:
    try:
        return Version(was) >= Version(version)
    except InvalidVersion:
        return False
