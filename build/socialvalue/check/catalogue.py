"""Every rule that is applied: what files, rows and cells must be, then the rules of the domain."""

import tomllib
from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from importlib import resources

import socialvalue.check.rules
from socialvalue.check.clauses.ways import FILES, in_words_of
from socialvalue.check.rule import Rule
from socialvalue.members import members
from socialvalue.records import RuleEntry, Severity


def rules() -> tuple[Rule, ...]:
    """Every rule of the domain, in the order of its file's name."""
    return members(socialvalue.check.rules, "RULE")


@cache
def words() -> Mapping[str, Mapping[str, str]]:
    """The words of words.toml by the id of what they are about."""
    text = resources.files("socialvalue.check").joinpath("words.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def severity_of(id: str) -> Severity:
    """How much it matters: words.toml says so where it is no error."""
    return Severity(words()[id].get("severity", Severity.ERROR))


@cache
def catalogue() -> tuple[RuleEntry, ...]:
    """Every rule as the page of rules shows it."""
    plain = (
        RuleEntry(id, severity_of(id), of["group"], of["title"], of["why"], of["example"], of["mend"])
        for id, of in words().items()
    )
    names = [field.name for field in fields(RuleEntry)]
    domain = (
        RuleEntry(**{name: getattr(rule, name) for name in names} | {"mend": in_words_of(FILES, rule.mend)})
        for rule in rules()
    )
    return (*plain, *domain)
