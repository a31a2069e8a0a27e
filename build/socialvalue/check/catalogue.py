"""Every rule that is applied: what files, rows and cells must be, then the rules of the domain."""

import tomllib
from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from importlib import resources
from typing import Any

import socialvalue.check.rules
from socialvalue.check.clauses.clause import Clauses
from socialvalue.check.clauses.ways import FILES, FORM, in_words_of, words_of
from socialvalue.check.rule import Rule
from socialvalue.check.tables import WRITTEN
from socialvalue.check.units_said import ALIASES, COUNTED, COUNTS, HOURS
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


def for_form(way: str = FORM) -> Mapping[str, Any]:
    """The rules that a form can follow, as data, with the words that a way in fills their slots with.

    `cells` is what to do about a cell that is not what its column asks for, by the id of that rule; `written` is a day
    that has passed wherever they are applied, `units` how people write a unit.
    """
    return {
        "rules": [
            {"id": rule.id, "severity": str(rule.severity), "mend": rule.mend, "clauses": rule.find.as_data()}
            for rule in rules()
            if isinstance(rule.find, Clauses) and rule.find.as_data()
        ],
        "words": dict(words_of(way)),
        "cells": {id: words()[id]["mend"] for id in CELLS},
        "written": WRITTEN,
        "units": {unit: sorted(names) for unit, names in {**ALIASES, "hours": HOURS, "": COUNTED}.items()},
        "counts": sorted(COUNTS),
    }


CELLS = (
    *("filled-in", "plain-number", "whole-number", "not-negative", "in-range", "too-long", "one-of-the-words"),
    *("well-formed", "space-around"),
)
"""The rules about one cell that a form judges by itself."""
